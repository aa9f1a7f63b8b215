import { CallsPage } from "../pages/calls_page.ts";
import { SheetPage } from "../pages/sheet_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { withoutAge } from "../support/patients.ts";
import { expect, test } from "../support/test.ts";

test("who hears that a patient speaks another language writes it down, and the list is narrowed by it for whoever speaks it", async ({ desk }) => {
  const front = new CallsPage((await desk("FD")).page);
  const secretary = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await secretary.rows.first().waitFor();
  await secretary.unfoldFilters();
  // Nobody's language is known: there is nothing to choose.
  await expect(secretary.page.getByRole("combobox", { name: "Lingua" })).toHaveCount(0);
  const [first] = await secretary.names(1);
  const name = withoutAge(first!);
  await secretary.open(name);
  await secretary.page.goto(secretary.page.url().replace(/\/chiamate\/([^/?]+).*$/, "/chiamate?paziente=$1"));
  const sheet = new SheetPage(secretary.page).sheet;
  await sheet.getByRole("button", { name: "Modifica lingua" }).click();
  // Numbers are the front desk's to change.
  await expect(sheet.getByLabel("Cellulare")).toHaveCount(0);
  await sheet.getByRole("combobox", { name: "Lingua" }).selectOption("rumeno");
  await expectAccessible(secretary.page, "the language of a patient");
  await sheet.getByRole("button", { name: "Salva" }).click();
  await expect(sheet).toContainText("parla rumeno");

  await front.goTo("Chiamate");
  await front.rows.first().waitFor();
  const all = await front.rows.count();
  expect(all).toBeGreaterThan(1);
  await front.unfoldFilters();
  await front.page.getByRole("combobox", { name: "Lingua" }).selectOption("rumeno");
  await expect(front.rows).toHaveCount(1);
  await expect(front.row(name)).toBeVisible();
  await front.open(name);
  await expect(front.card).toContainText("parla rumeno");
  await front.page.getByRole("button", { name: "Parlano rumeno: togli il filtro" }).click();
  await expect(front.rows.nth(1)).toBeVisible();
});

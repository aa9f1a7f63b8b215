import { CallsPage } from "../pages/calls_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/test.ts";

test("a view that is shared is there for everybody who calls, shows the same list, and is taken back by who shared it", async ({ desk }) => {
  const secretary = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  const front = new CallsPage((await desk("FD", { mouse: false })).page);
  await front.goTo("Chiamate");
  await front.rows.first().waitFor();
  await secretary.filter("Igiene");
  await secretary.unfoldFilters();
  await secretary.neverReached.click();
  const names = await secretary.names(3);
  await secretary.viewName.fill("Igiene mai sentiti");
  await secretary.forAll.check();
  await expect(secretary.page.getByText("La vede chiunque usi la lista")).toBeVisible();
  await expectAccessible(secretary.page, "a view about to be shared");
  await secretary.page.keyboard.press("Enter");
  await expect(secretary.sharedViews.getByRole("button", { name: "Igiene mai sentiti" })).toHaveAttribute("aria-pressed", "true");

  const view = front.sharedViews.getByRole("button", { name: "Igiene mai sentiti" });
  await expect(view).toHaveAttribute("aria-pressed", "false");
  await view.tap();
  await expect(view).toHaveAttribute("aria-pressed", "true");
  expect(await front.names(3)).toEqual(names);
  await front.unfoldFilters();
  await expect(front.page.getByText("Igiene mai sentiti di Giorgia Zen")).toBeVisible();
  // Who did not share it does not take it back.
  await expect(front.page.getByRole("button", { name: "Togli a tutti la vista «Igiene mai sentiti»" })).toHaveCount(0);

  await secretary.page.getByRole("button", { name: "Togli a tutti la vista «Igiene mai sentiti»" }).click();
  for (const calls of [secretary, front]) await expect(calls.sharedViews).toHaveCount(0);
});

test("a view of one's own stays in the browser and is nobody else's", async ({ desk }) => {
  const calls = new CallsPage((await desk("FD")).page);
  const other = new CallsPage((await desk("RS")).page);
  await calls.goTo("Chiamate");
  await calls.filter("Saldo/Rate");
  await calls.unfoldFilters();
  await calls.viewName.fill("Soldi del lunedì");
  await calls.page.keyboard.press("Enter");
  const view = calls.ownViews.getByRole("button", { name: "Soldi del lunedì" });
  await expect(view).toHaveAttribute("aria-pressed", "true");
  await expect(calls.badge).toContainText("dal vivo");
  await calls.page.reload();
  await view.waitFor();
  await view.click();
  await expect(view).toHaveAttribute("aria-pressed", "true");
  await expect(other.sharedViews).toHaveCount(0);
  await calls.unfoldFilters();
  await calls.page.getByRole("button", { name: "Elimina la vista «Soldi del lunedì»" }).click();
  await expect(calls.ownViews).toHaveCount(0);
});

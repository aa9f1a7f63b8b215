import { CallsPage } from "../pages/calls_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { SheetPage } from "../pages/sheet_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { withoutAge } from "../support/patients.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

const FILTER = "Controlli";

test("once the practice recalls for implants, who is due is called, put off by a word, and nobody when it is turned off", async ({ desk }) => {
  const office = await desk("DOM");
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.rows.first().waitFor();
  await expect(calls.page.getByRole("button", { name: FILTER })).toHaveCount(0);

  await new SetupPage(office.page).open();
  const part = office.page.getByRole("region", { name: "Chiamate" });
  const edit = part.getByRole("button", { name: "Modifica orari e videochiamate" });
  const codes = part.getByLabel("Controllo impianti: codici");
  const save = part.getByRole("button", { name: "Salva", exact: true });
  await edit.click();
  await codes.fill("impianto, impianto");
  await expect(part.getByText("Fino a otto codici")).toBeVisible();
  await expect(save).toBeDisabled();
  await codes.fill("impianto, protesi-imp-def");
  await part.getByLabel("Controllo impianti: ogni quanti mesi").fill("6");
  await expectAccessible(office.page, "recalls beside hygiene");
  await save.click();
  await expect(part).toContainText("Controllo impianti: IMPIANTO, PROTESI-IMP-DEF, ogni 6 mesi");
  await expect(part).toContainText("salvato");

  // The digests are made anew, and the open list follows.
  await calls.filter(FILTER);
  const [first] = await calls.names(1);
  const name = withoutAge(first!);
  await calls.open(name);
  await expect(calls.card).toContainText(/Controllo degli impianti previsto/);
  await calls.recordOther("non prima del…");
  await calls.panel("Non prima del").getByRole("button", { name: /\d/ }).first().click();
  await expect(calls.held.filter({ hasText: "richiamo disattivato" }).first()).toBeVisible();
  await expect(calls.badge).toContainText("dal vivo");

  // Another patient's is set by hand: more often, and not before a day; hygiene beside it stays as it is.
  await calls.page.getByRole("link", { name: "Torna alla lista" }).click();
  const [second] = await calls.names(1);
  await calls.open(withoutAge(second!));
  await calls.page.goto(calls.page.url().replace(/\/chiamate\/([^/?]+).*$/, "/chiamate/$1?paziente=$1"));
  const patient = new SheetPage(calls.page);
  const { sheet, recall } = patient;
  const check = sheet.getByRole("region", { name: "Controllo impianti" });
  await expect(check).toContainText("mesi dopo l’ultima");
  const hygiene = await recall.getByRole("listitem").allTextContents();
  await check.getByRole("button", { name: "Cambia il richiamo" }).click();
  await check.getByLabel("Ogni quanto").selectOption("ogni 3 mesi");
  await check.getByLabel("Non richiamare prima del").fill(addDays(referenceMonday(), 40));
  await expectAccessible(calls.page, "a check that is set by hand");
  await check.getByRole("button", { name: "Salva" }).click();
  await expect(check).toContainText("3 mesi dopo l’ultima");
  await expect(check).toContainText("Sospeso fino al");
  expect(await recall.getByRole("listitem").allTextContents()).toEqual(hygiene);
  await patient.shut();
  await expect(calls.held.filter({ hasText: "richiamo disattivato" }).first()).toBeVisible();

  await edit.click();
  await codes.fill("");
  await save.click();
  await expect(part).not.toContainText("Controllo impianti: IMPIANTO");
  await calls.page.getByRole("link", { name: "Torna alla lista" }).click();
  // The filter of what there is no more shows nobody, and is still there to be taken off.
  await expect(calls.list.getByText("Controllo degli impianti")).toHaveCount(0);
  await calls.filter("Tutti");
  await calls.rows.first().waitFor();
  await expect(calls.list.getByText("Controllo degli impianti")).toHaveCount(0);
});

import { CallsPage } from "../pages/calls_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { withoutAge } from "../support/patients.ts";
import { expect, test } from "../support/test.ts";

const FILTER = "Com’è andata";

test("once the practice asks how it went, whose care has ended is called, and a conversation closes it", async ({ desk }) => {
  const office = await desk("DOM");
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.rows.first().waitFor();
  const chip = calls.page.getByRole("button", { name: FILTER });
  await expect(chip).toHaveCount(0);

  await new SetupPage(office.page).open();
  const part = office.page.getByRole("region", { name: "Chiamate" });
  const edit = part.getByRole("button", { name: "Modifica orari e videochiamate" });
  await edit.click();
  await part.getByLabel("A cure finite, chiamare per chiedere").check();
  await part.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(part).toContainText("A cure finite si chiede com’è andata");
  await expect(part).toContainText("salvato");

  // The open list follows at once; the title of the plan is not for who calls.
  await calls.filter(FILTER);
  const [first] = await calls.names(1);
  const name = withoutAge(first!);
  await calls.open(name);
  await expect(calls.card).toContainText(/Cure finite \d+ giorni fa: chiedere com’è andata/);
  await calls.record("Tutto bene");
  await expect(calls.card).not.toContainText("chiedere com’è andata");
  await expect(calls.badge).toContainText("dal vivo");

  // Nobody asks any more.
  await edit.click();
  await part.getByLabel("A cure finite, chiamare per chiedere").uncheck();
  await part.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(part).not.toContainText("A cure finite si chiede com’è andata");
  await calls.page.getByRole("link", { name: "Torna alla lista" }).click();
  await expect(calls.list.getByText("chiedere com’è andata")).toHaveCount(0);
});

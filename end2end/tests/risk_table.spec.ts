import { CallsPage } from "../pages/calls_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/test.ts";

const CATEGORY = "provvisorio esteso";

test("a longer interval takes patients from the secretary's list at once, and the usual one brings them back", async ({ desk }) => {
  const office = new SetupPage((await desk("DOM")).page);
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.rows.first().waitFor();
  await calls.filter("Rischio");
  const chip = calls.page.getByRole("button", { name: /^Rischio/ }).first();
  const before = await chip.textContent();

  await office.open();
  await expect(office.risk(CATEGORY)).toContainText("controllo ogni 30 giorni");
  await office.editRisk(CATEGORY);
  await expectAccessible(office.page, "the form of a line of the table of risk");
  await office.riskDays.fill("365");
  await office.save();
  await expect(office.risk(CATEGORY)).toContainText("controllo ogni 365 giorni");
  await expect(office.risk(CATEGORY)).toContainText("salvato");
  await expect(chip).not.toHaveText(before!);

  await office.editRisk(CATEGORY);
  await office.riskDays.fill("30");
  await office.save();
  await expect(office.risk(CATEGORY)).toContainText("controllo ogni 30 giorni");
  await expect(chip).toHaveText(before!);
});

test("what cannot be kept is told where it is typed, and a code has one place", async ({ desk }) => {
  const office = new SetupPage((await desk("OW")).page);
  await office.open();
  await office.editRisk(CATEGORY);
  const save = office.page.getByRole("button", { name: "Salva", exact: true });
  await office.riskOpens.fill("prov-est, orto-bond");
  await expect(office.risk(CATEGORY)).toContainText("«ORTO-BOND» è già di «ortodonzia fissa»");
  await expect(save).toBeDisabled();
  await office.riskOpens.fill("prov-est, corona-def");
  await expect(office.risk(CATEGORY)).toContainText("«CORONA-DEF» è scritto due volte.");
  await office.riskOpens.fill("prov-est, estraz");
  await expect(office.risk(CATEGORY)).toContainText("ESTRAZ chiude già ogni rischio su quel dente.");
  await office.riskOpens.fill("prov-est, prov-lungo");
  await office.riskDays.fill("0");
  await expect(office.risk(CATEGORY)).toContainText("Serve un numero di giorni da 1 a 365.");
  await expect(save).toBeDisabled();
  await office.riskDays.fill("30");
  await office.save();
  await expect(office.risk(CATEGORY)).toContainText("Si apre con PROV-EST, PROV-LUNGO · si chiude con CORONA-DEF");
  await expect(office.risk(CATEGORY)).toContainText("salvato");
});

test("a code taken from the table closes its episodes for everybody, and given back opens them again", async ({ desk }) => {
  const office = new SetupPage((await desk("DOM")).page);
  const calls = new CallsPage((await desk("FD")).page);
  await calls.goTo("Chiamate");
  await calls.filter("Rischio");
  const chip = calls.page.getByRole("button", { name: /^Rischio/ }).first();
  const before = await chip.textContent();

  await office.open();
  await office.editRisk(CATEGORY);
  await office.riskOpens.fill("ALTRO");
  await office.save();
  // The server makes the digests of everybody anew.
  await expect(chip).not.toHaveText(before!, { timeout: 60_000 });

  await office.editRisk(CATEGORY);
  await office.riskOpens.fill("PROV-EST");
  await office.save();
  await expect(chip).toHaveText(before!, { timeout: 60_000 });
});

import { PaymentsPage } from "../pages/payments_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { owing, written } from "../support/owing.ts";
import { expect, test } from "../support/test.ts";

// What the front desk lets a patient off by itself, and what the manager grants.

test("a few euros are waived at once with a reason, and more is asked for with the proposal ready", async ({ desk, practice }) => {
  const { patient, cents } = await owing(practice);
  const front = new PaymentsPage((await desk("FD")).page);
  const manager = new RequestsPage((await desk("DOM")).page);
  await front.openOf(patient);
  await front.fillWaiver("3", "");
  await expect(front.form).toContainText("Non è denaro incassato");
  await front.write.click();
  await expect(front.form.getByText("Scrivi perché.")).toBeVisible();
  await front.form.getByLabel("Perché").fill("resto che mancava in cassa");
  await front.write.click();
  await expect(front.entries).toContainText("Abbuono");
  await expect(front.entries).toContainText("resto che mancava in cassa");
  await expect(front.reasons).toContainText(written(cents - 300));

  // More than is owed is refused, and all the rest is more than a front desk still waives.
  await front.fillWaiver(written(cents).replaceAll(".", ""), "tutto");
  await front.ask.click();
  await expect(front.page.getByText("Scrivi un importo che non lo supera.").last()).toBeVisible();
  await front.form.getByRole("button", { name: "Annulla" }).click();
  const rest = written(cents - 300);
  await front.fillWaiver(rest.replaceAll(".", ""), "lavoro rifatto, promesso dal dottore");
  await expect(front.form).toContainText("Da te concedi fino a € 2,00");
  await expectAccessible(front.page, "the form of a waiver that is asked for");
  await front.ask.click();
  await expect(front.page.getByText(/^Chiesto alla direzione: fino alla risposta l’importo resta dovuto/)).toBeVisible();
  await expect(front.entries).toHaveCount(1);
  await expect(front.reasons).toContainText(rest);
  await expect(manager.navigation.getByRole("link", { name: /Richieste.*1 aspetta/ })).toBeVisible();
  await manager.goTo("Richieste");
  const proposal = manager.part("Da concedere: decidi tu").getByRole("listitem");
  await expect(proposal).toContainText(`€ ${rest}`);
  await expect(proposal).toContainText("lavoro rifatto, promesso dal dottore");
  await proposal.getByRole("button", { name: "Concedi", exact: true }).click();
  await expect(front.entries).toHaveCount(2);
  await expect(front.reasons).not.toContainText("a saldo");
  await expect(front.page.getByText(/^Chiesto alla direzione: Abbuono a .*: Concesso da/)).toBeVisible();
});

test("the manager gives the front desk more room, and the same waiver needs nobody", async ({ desk, practice }) => {
  const { patient } = await owing(practice);
  const front = new PaymentsPage((await desk("FD", { layout: "phone" })).page);
  const { page } = await desk("DOM");
  await front.openOf(patient);
  await front.fillWaiver("8", "arrotondamento");
  await expect(front.ask).toBeVisible();
  await page.goto("/impostazioni");
  const budget = page.getByRole("region", { name: "Autonomia" });
  await budget.getByLabel("Abbuono: Segreteria", { exact: true }).selectOption({ label: "abbuono fino a € 20,00" });
  await front.write.click();
  await expect(front.entries).toContainText("€ 8,00");
  // Who records no payments has nothing to waive.
  await expect(budget.getByLabel(/^Abbuono: /)).toHaveCount(1);
});

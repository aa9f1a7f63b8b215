import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { expect, test } from "../support/test.ts";

test("work goes on without a network, survives a reload, and arrives", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const witness = new AgendaPage((await desk("RS")).page);
  await witness.goTo("Agenda");
  const [first, second] = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(first!);
  await expect(agenda.badge).toContainText("1 da inviare");

  await page.reload();
  await expect(agenda.card(first!)).toHaveAccessibleName(/attende|arrivato/);
  await expect(agenda.badge).toContainText("1 da inviare");
  await agenda.markArrival(second!);
  await expect(agenda.badge).toContainText("2 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(2);
  await expect(agenda.waiting.first()).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

  await agenda.goTo("Chiamate");
  await expect(new CallsPage(page).rows.first()).toBeVisible();

  link.mend();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  for (const name of [first!, second!]) {
    await expect(witness.card(name)).toHaveAccessibleName(/attende|arrivato/);
  }
});

test("a failed load never looks like an empty day", async ({ desk, practice }) => {
  const { page } = await desk("FD", { signedOut: true });
  await page.route("**/sync/**", (route) => route.abort());
  await page.goto("/accedi");
  const { login, password } = practice.person("FD");
  await page.getByLabel("Nome utente").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
  await expect(page.getByText("Il server non risponde")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("button", { name: "Riprova" })).toBeVisible();
});

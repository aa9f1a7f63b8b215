import { AgendaPage } from "../pages/agenda_page.ts";
import { LayoutPage } from "../pages/layout_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { brought } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("signing out in one tab signs the other out at once, without a network too", async ({ desk }) => {
  const { page, context, link } = await desk("FD");
  const other = await context.newPage();
  await other.goto("/agenda");
  await expect(new LayoutPage(other).badge).toContainText("dal vivo");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  link.cut();
  await page.getByRole("button", { name: /ruolo, lingua, uscita$/ }).click();
  await page.getByRole("button", { name: "Esci" }).click();
  // Nothing of the practice stays on either screen.
  for (const tab of [other, page]) await expect(new AgendaPage(tab).day).toHaveCount(0);
  link.mend();
});

test("another person who signs in is not shown what the tabs of the one before hold", async ({ desk, practice }) => {
  const { page, context } = await desk("FD");
  const other = await context.newPage();
  await other.goto("/agenda");
  await expect(new LayoutPage(other).badge).toContainText("dal vivo");
  await page.getByRole("button", { name: /ruolo, lingua, uscita$/ }).click();
  await page.getByRole("button", { name: "Esci" }).click();
  await page.waitForURL("**/accedi**");
  await other.waitForURL("**/accedi**");
  await new SignInPage(page).signIn(practice.person("RS"));
  await other.goto("/agenda");
  await expect(new LayoutPage(other).badge).toContainText("dal vivo");
  const person = (tab: typeof page) => tab.getByRole("button", { name: /ruolo, lingua, uscita$/ }).getAttribute("aria-label");
  expect(await person(other)).toBe(await person(page));
});

test("what a closed tab has left unsent goes out once, from the other tab", async ({ desk }) => {
  const { page, context, link } = await desk("FD");
  const witness = (await desk("RS")).page;
  const seen = brought(witness);
  await witness.reload();
  await new AgendaPage(witness).goTo("Agenda");
  const agenda = new AgendaPage(page);
  const [first, second] = await agenda.awaited();
  const other = await context.newPage();
  await other.goto("/agenda");
  const there = new AgendaPage(other);
  await expect(there.badge).toContainText("dal vivo");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  for (const name of [first!, second!]) await agenda.markArrival(name);
  await expect(agenda.badge).toContainText("2 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(2);
  for (const entry of await agenda.waiting.all()) await expect(entry).toContainText("conservato su questo dispositivo");
  await page.close({ runBeforeUnload: true });
  await expect(there.badge).toContainText("2 da inviare", { timeout: 20_000 });
  const before = seen.length;
  link.mend();
  await expect(there.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(there.badge).not.toContainText("da inviare");
  for (const name of [first!, second!]) {
    await expect(new AgendaPage(witness).card(name)).toHaveAccessibleName(/attende|arrivato/);
  }
  expect(seen.length - before, "each once").toBe(2);
});

test("a tab that was open before its device became personal seals what the password opens", async ({ desk, practice }) => {
  const { page, context, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const other = await context.newPage();
  await other.goto("/agenda");
  const there = new AgendaPage(other);
  await expect(there.badge).toContainText("dal vivo", { timeout: 60_000 });
  await there.awaited();
  await agenda.makePersonal(password);
  await agenda.cached();
  link.cut();
  await expect(there.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await there.markArrival(name!);
  await there.openOutbox();
  await expect(there.waiting.first()).toContainText("conservato su questo dispositivo");
  await page.close();
  await other.reload();
  await there.openWith(password);
  await expect(there.badge).toContainText("1 da inviare", { timeout: 60_000 });
  await there.openOutbox();
  await expect(there.outbox).not.toContainText("non leggibil");
  await expect(there.waiting).toHaveCount(1);
  await there.outbox.getByRole("button", { name: "Chiudi" }).click();
  link.mend();
  await expect(there.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(there.badge).not.toContainText("da inviare");
  await expect(there.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

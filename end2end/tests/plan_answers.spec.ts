import { CallsPage } from "../pages/calls_page.ts";
import { PaymentsPage } from "../pages/payments_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { awaiting } from "../support/awaiting.ts";
import { connected } from "../support/given.ts";
import { expect, test } from "../support/test.ts";

// What a patient answers to a plan, step by step, and who may know it; an instalment that is put off.

const ANSWERS = "Che cosa risponde al piano";
const FILTER = "Piani";

for (const layout of ["phone", "narrow", "tablet"] as const) {
  test(`a case manager writes down each answer, and the front desk sees the reason close and no more, on a ${layout}`, async ({ desk, practice }) => {
    const { patient, name, steps } = await awaiting(practice);
    const manager = new CallsPage((await desk("DCM", { layout })).page);
    const front = new CallsPage((await desk("FD")).page);
    await front.goTo("Chiamate");
    await front.page.goto(`/chiamate/${patient}`);
    await expect(front.card).toContainText("Aspettiamo una risposta al piano");
    await manager.page.goto(`/chiamate/${patient}`);
    await manager.recordOther("Risponde al piano…");
    const panel = manager.panel(ANSWERS);
    const step = panel.getByRole("radiogroup");
    await expect(step).toHaveCount(steps);
    await panel.getByRole("button", { name: "Registra", exact: true }).click();
    await expect(panel.getByRole("alert")).toContainText("almeno un passo");
    for (let number = 0; number < steps; number++) {
      await step.nth(number).getByRole("radio", { name: number === 0 ? "accetta" : "rinvia" }).check();
    }
    await expectAccessible(manager.page, "what a patient answers to a plan");
    await panel.getByRole("button", { name: "Registra", exact: true }).click();
    await manager.unfoldEarlier();
    await expect(manager.earlier.first()).toContainText("ha risposto al piano: accetta un passo");
    // Whoever calls knows that the patient has answered; what, only who follows the plan.
    await front.unfoldEarlier();
    await expect(front.earlier.first()).toContainText("ha risposto al piano");
    await expect(front.earlier.first()).not.toContainText("accetta");
    for (const calls of [front, manager]) {
      await expect(calls.card.getByRole("checkbox", { name: /Aspettiamo una risposta/ })).toHaveCount(0);
      await calls.page.goto("/chiamate");
      await calls.rows.first().waitFor();
      await calls.filter(FILTER);
      await expect(calls.row(name)).toHaveCount(0);
    }
  });
}

test("a visit goes with the answer to a plan in one call, and the rest of the plan is thought about", async ({ desk, practice }) => {
  const { patient } = await awaiting(practice);
  const { page } = await desk("DCM", { layout: "narrow" });
  const calls = new CallsPage(page);
  await page.goto(`/chiamate/${patient}`);
  await calls.recordOther("Risponde al piano…");
  const panel = calls.panel(ANSWERS);
  await panel.getByRole("radiogroup").first().getByRole("radio", { name: "accetta" }).check();
  await panel.getByRole("button", { name: "Registra e fissa una visita" }).click();
  await expect(calls.saidSoFar).toContainText("ha risposto al piano: accetta un passo");
  await calls.panel("Quale posto").locator(".call-places button").first().click();
  await calls.record("Prenota ");
  await expect(calls.saidSoFar).toContainText("visita fissata");
  await expect(calls.saidSoFar).toContainText("ha risposto al piano");
  await calls.endCall.click();
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText("ha risposto al piano");
  await expect(calls.earlier.first()).toContainText("visita fissata");
  await expect(calls.held.filter({ hasText: "ci sta pensando" }).first()).toBeVisible();
});

test("three keys accept all that was not answered", async ({ desk, practice }) => {
  const { patient, steps } = await awaiting(practice);
  const { page } = await desk("DCM", { layout: "narrow" });
  const calls = new CallsPage(page);
  await page.goto(`/chiamate/${patient}`);
  await calls.outcomes.waitFor();
  await page.keyboard.press("7");
  const choices = calls.panel("Altro esito").locator(".call-panel__choices > button");
  await choices.first().waitFor();
  const names = await choices.allTextContents();
  await page.keyboard.press(String(names.findIndex((name) => name.startsWith("Risponde al piano")) + 1));
  await calls.panel(ANSWERS).waitFor();
  await page.keyboard.press("1");
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText(`ha risposto al piano: accetta ${steps} passi`);
});

test("who may not write an answer down promises the call of who may", async ({ desk, practice }) => {
  const { patient } = await awaiting(practice);
  const secretary = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  const manager = new CallsPage((await desk("DCM", { layout: "phone" })).page);
  await secretary.page.goto(`/chiamate/${patient}`);
  await secretary.recordOther("Risponde al piano…");
  await expect(secretary.panel(ANSWERS)).toHaveCount(0);
  await expect(secretary.page.getByLabel("Che cosa prometti")).toHaveValue(/la risposta al piano di cura/);
  await secretary.card.locator(".call-panel").getByRole("button", { name: /Tra 1 ora/ }).click();
  await manager.page.goto(`/chiamate/${patient}`);
  await expect(manager.card).toContainText("promesso di richiamare");
});

test("an instalment that is put off within one's budget is overdue no more, and the rows say since when", async ({ desk, practice }) => {
  const client = await connected(practice, "FD");
  type Money = { balance?: unknown; instalment?: { amount: number; day: string } };
  const late = client
    .rows("care")
    .map(({ patient, money }) => ({ patient: String(patient), money: (money ?? {}) as Money }))
    .find(({ money }) => money.instalment !== undefined && money.balance === undefined);
  client.drop();
  if (late === undefined) throw new Error("nobody has an instalment overdue and no balance");
  const front = (await desk("FD")).page;
  const calls = new CallsPage(front);
  const books = new PaymentsPage((await desk("DOM", { layout: "laptop" })).page);
  await books.openOf(late.patient);
  await expect(books.reasons).toContainText(/rat[ae]/i);
  await front.goto(`/chiamate/${late.patient}`);
  await calls.recordOther("Chiede più tempo per pagare…");
  await calls.panel("Rimandare il pagamento al…").locator(".call-panel__choices button").first().click();
  await expect(calls.card.getByRole("checkbox", { name: /^Rata/ })).toHaveCount(0);
  await expect(books.reasons).not.toContainText(/rat[ae] /i);
  await books.unfold.click();
  await expect(books.statement).toContainText("rimandata dal");
});

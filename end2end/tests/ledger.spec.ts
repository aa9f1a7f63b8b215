import type { Locator } from "@playwright/test";
import { CallsPage } from "../pages/calls_page.ts";
import { PaymentsPage } from "../pages/payments_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { owing, written } from "../support/owing.ts";
import { expect, test } from "../support/test.ts";

/** Cents of "−€ 1.320,50". */
function cents(amount: string): number {
  const digits = Number(amount.replace(/\D/g, ""));
  return /[−-]/.test(amount) ? -digits : digits;
}

/** The sum of the last column of some lines. */
async function sum(lines: Locator): Promise<number> {
  const amounts = await lines.locator("td:last-child").allTextContents();
  return amounts.map(cents).reduce((all, one) => all + one, 0);
}

/** What is not covered, cycle by cycle, as the sentences say it. */
async function uncovered(screen: PaymentsPage): Promise<number> {
  const lines = await screen.cycles.getByRole("listitem").filter({ hasText: "= scoperto" }).allTextContents();
  return lines.map((line) => cents(line.split("= scoperto")[1]!)).reduce((all, one) => all + one, 0);
}

for (const layout of ["tablet", "phone"] as const) {
  test(`the rows behind a balance sum up to what the list says, on a ${layout}`, async ({ desk, practice }) => {
    const owes = await owing(practice);
    const front = new PaymentsPage((await desk("FD", { layout })).page);
    await front.openOf(owes.patient);
    await expect(front.reasons).toContainText(`€ ${written(owes.cents)} a saldo`);
    await front.unfold.click();
    await expect(front.unfold).toHaveAttribute("aria-expanded", "true");
    await expect(front.statement).toContainText(`Saldo € ${written(owes.cents)}`);
    await expectAccessible(front.page, "the rows behind a balance");
    expect(await uncovered(front)).toBe(owes.cents);

    // The cycle that is not covered is unfolded, and its lines make its sums.
    const cycle = front.cycles.filter({ hasText: "= scoperto" }).first();
    const done = cycle.getByRole("table", { name: "Cure fatte" });
    const cost = await sum(done.locator("tbody tr"));
    expect(cost).toBe(await sum(done.locator("tfoot tr")));
    const paid = await sum(cycle.getByRole("table", { name: "Pagamenti e rimborsi" }).locator("tbody tr"));
    await expect(cycle).toContainText(`Cure € ${written(cost)} − pagato € ${written(paid)} = dovuto € ${written(cost - paid)}`);
    // Amounts stand under each other, and nothing is wider than the window.
    await expect(done.locator("td").first()).toHaveCSS("text-align", "right");
    const width = front.page.viewportSize()!.width;
    const box = (await done.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);

    await front.unfold.click();
    await expect(front.cycles).toHaveCount(0);
  });
}

test("after a payment the rows are others", async ({ desk, practice }) => {
  const owes = await owing(practice);
  const front = new PaymentsPage((await desk("FD")).page);
  const manager = new PaymentsPage((await desk("DOM", { layout: "laptop" })).page);
  for (const screen of [front, manager]) {
    await screen.openOf(owes.patient);
    await screen.unfold.click();
    await expect(screen.statement).toContainText(`Saldo € ${written(owes.cents)}`);
  }
  await front.pay("12");
  for (const screen of [front, manager]) {
    await expect(screen.statement).toContainText(`Saldo € ${written(owes.cents - 1_200)}`);
    await expect(screen.lines("Pagamenti e rimborsi").filter({ hasText: "registrato qui" })).toContainText("€ 12,00");
    expect(await uncovered(screen)).toBe(owes.cents - 1_200);
  }
});

test("without a network it says where the books are, and the rows come with the network", async ({ desk, practice }) => {
  const owes = await owing(practice);
  const { page, link } = await desk("FD");
  const front = new PaymentsPage(page);
  await front.openOf(owes.patient);
  await expect(front.reasons).toContainText("a saldo");
  link.cut();
  await front.unfold.click();
  await expect(front.statement.getByText("I conti sono sul server: per vederli serve la rete.")).toBeVisible({ timeout: 60_000 });
  await expect(front.cycles).toHaveCount(0);
  link.mend();
  await expect(front.statement).toContainText(`Saldo € ${written(owes.cents)}`, { timeout: 60_000 });
  await expect(front.statement.getByText("I conti sono sul server")).toBeHidden();
});

test("the owner reads the rows; who knows only whether something is due has no button", async ({ desk, practice }) => {
  const owes = await owing(practice);
  const owner = new PaymentsPage((await desk("OW")).page);
  await owner.openOf(owes.patient);
  await owner.unfold.click();
  await expect(owner.statement).toContainText(`Saldo € ${written(owes.cents)}`);
  for (const role of ["RS", "DE"]) {
    const other = new PaymentsPage((await desk(role)).page);
    await other.openOf(owes.patient);
    await expect(other.sheet.getByRole("heading", { name: "Appuntamenti" })).toBeVisible();
    await expect(other.statement).toHaveCount(0);
    const answer = await other.page.request.post("/sync/statement", {
      data: { patient: owes.patient },
      headers: { origin: new URL(other.page.url()).origin },
    });
    expect(answer.status()).toBe(404);
  }
});

test("from the reason on the call card the sheet is one tap away", async ({ desk }) => {
  const calls = new CallsPage((await desk("FD")).page);
  await calls.goTo("Chiamate");
  await calls.filter("Saldo/Rate");
  await calls.rows.first().getByRole("link").first().click();
  await calls.card.waitFor();
  await calls.card.getByRole("link", { name: "Pagamenti e conti nella scheda" }).first().click();
  const sheet = new PaymentsPage(calls.page);
  await sheet.unfold.click();
  await expect(sheet.statement).toContainText("Conti al ");
  await expect(sheet.statement).toContainText("Chi paga: ");
});

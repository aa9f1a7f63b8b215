import { PaymentsPage } from "../pages/payments_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { connected } from "../support/given.ts";
import { owing, written } from "../support/owing.ts";
import { exported, held } from "../support/patients.ts";
import { expect, test } from "../support/test.ts";

test("a payment closes the reason to call on every screen, and a correction opens it again", async ({ desk, practice }) => {
  const { patient, cents } = await owing(practice);
  const amount = written(cents);
  const front = new PaymentsPage((await desk("FD")).page);
  const manager = new PaymentsPage((await desk("DOM", { layout: "laptop" })).page);
  for (const screen of [front, manager]) {
    await screen.openOf(patient);
    await expect(screen.reasons).toContainText("a saldo");
    await expect(screen.payments).toContainText("Nessun pagamento registrato qui");
  }

  await front.openForm();
  await expectAccessible(front.page, "the form of a payment");
  // The one plan of which something is left is proposed.
  await expect(front.plan.locator("option:checked")).toContainText(`€ ${amount} da pagare`);
  for (const wrong of ["", "dodici", "12,5", "0", "-3"]) {
    await front.form.getByLabel("Importo, €").fill(wrong);
    await front.write.click();
    await expect(front.form.getByText("Scrivi un importo come 120")).toBeVisible();
  }
  await front.form.getByLabel("Importo, €").fill(amount.replaceAll(".", ""));
  await front.write.dblclick();
  for (const screen of [front, manager]) {
    await expect(screen.entries).toHaveCount(1);
    await expect(screen.entries).toContainText(`€ ${amount}`);
    await expect(screen.entries).toContainText("Pagamento");
    await expect(screen.reasons).not.toContainText("a saldo");
  }

  await manager.correct(`€ ${amount}`, "era di un altro paziente");
  for (const screen of [front, manager]) {
    await expect(screen.entries).toHaveCount(2);
    await expect(screen.entries.filter({ hasText: "era di un altro paziente" })).toContainText(`−€ ${amount}`);
    await expect(screen.entries.filter({ hasText: "corretto" })).toHaveCount(1);
    await expect(screen.entries.getByRole("button", { name: /^Correggi/ })).toHaveCount(0);
    await expect(screen.reasons).toContainText("a saldo");
  }
});

test("where several plans come into question the form asks for which, and money is not guessed", async ({ desk, practice }) => {
  const client = await connected(practice, "FD");
  const several = client.rows("care").find(({ money }) => {
    const { plans = [] } = (money ?? {}) as { plans?: { left: number }[] };
    return plans.filter(({ left }) => left > 0).length > 1;
  })!;
  client.drop();
  const front = new PaymentsPage((await desk("FD")).page);
  await front.openOf(String(several.patient));
  await front.openForm();
  await front.form.getByLabel("Importo, €").fill("30");
  await front.write.click();
  await expect(front.form.getByText("Scegli per quale piano, o nessuno.")).toBeVisible();
  await front.plan.selectOption({ index: 1 });
  await front.write.click();
  await expect(front.entries).toContainText("€ 30,00");
});

test("a slip is taken back at once, by an entry of its own", async ({ desk, practice }) => {
  const { patient } = await owing(practice);
  const front = new PaymentsPage((await desk("FD", { layout: "phone" })).page);
  await front.openOf(patient);
  await front.pay("12");
  await front.page.keyboard.press("Escape");
  await front.page.getByRole("button", { name: "Annulla" }).click();
  await front.openOf(patient);
  await expect(front.entries).toHaveCount(2);
  await expect(front.entries.first()).toContainText("annullato subito dopo");
});

test("without a network a payment is there at once, and says that the list waits for the server", async ({ desk, practice }) => {
  const { patient, cents } = await owing(practice);
  const { page, link } = await desk("FD");
  const front = new PaymentsPage(page);
  await front.openOf(patient);
  await expect(front.reasons).toContainText("a saldo");
  link.cut();
  await front.pay(written(cents).replaceAll(".", ""));
  await expect(front.entries).toContainText("su questo dispositivo");
  await expect(front.waits).toBeVisible();
  await expect(front.reasons).toContainText("a saldo");
  link.mend();
  await expect(front.reasons).not.toContainText("a saldo", { timeout: 60_000 });
  await expect(front.waits).toBeHidden();
  await expect(front.entries).toHaveCount(1);
});

test("who comes only to pay is brought to the devices, and the form is there", async ({ desk }) => {
  const { page } = await desk("FD");
  const front = new PaymentsPage(page);
  const here = new Set((await held(page)).map(({ code }) => code));
  const { code } = exported().find((patient) => !here.has(patient.code))!;
  const answer = await page.request.post("/sync/search", { data: { query: code }, headers: { origin: new URL(page.url()).origin } });
  const { patients } = (await answer.json()) as { patients: { id: string; code: string }[] };
  await front.openOf(patients[0]!.id);
  await front.sheet.getByRole("button", { name: "Registra un pagamento" }).click();
  await front.form.getByLabel("Importo, €").fill("75");
  await front.forNoPlanIfAsked();
  await front.write.click();
  await expect(front.entries).toContainText("€ 75,00");
});

test("the owner reads payments, and who knows only whether something is due sees none", async ({ desk, practice }) => {
  const { patient } = await owing(practice);
  const front = new PaymentsPage((await desk("FD")).page);
  await front.openOf(patient);
  await front.pay("20,50");
  const owner = new PaymentsPage((await desk("OW")).page);
  await owner.openOf(patient);
  await expect(owner.entries).toContainText("€ 20,50");
  await expect(owner.payments.getByRole("button")).toHaveCount(0);
  for (const role of ["RS", "DE"]) {
    const other = new PaymentsPage((await desk(role)).page);
    await other.openOf(patient);
    await expect(other.sheet.getByRole("heading", { name: "Appuntamenti" })).toBeVisible();
    await expect(other.payments).toHaveCount(0);
  }
});

import { AgendaPage } from "../pages/agenda_page.ts";
import { BookingPage } from "../pages/booking_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { PaymentsPage } from "../pages/payments_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { owing } from "../support/owing.ts";
import { withoutAge } from "../support/patients.ts";
import { openMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

// What is beyond one's own budget is not refused and left at that: it is asked for, with the proposal ready.

/** A Monday on which nothing is closed. */
const DAY = openMonday();

test("a place outside hours is asked for with a reason, and stands on the agenda once the manager has granted it", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const manager = new RequestsPage((await desk("DOM")).page);
  const [name] = await agenda.awaited();
  const before = await agenda.placeOf(name!);
  /** Asks for nine in the evening. */
  const asks = async (why: string) => {
    await agenda.open(name!);
    await agenda.move({ hour: "21:00" });
    const ask = agenda.dialog.getByRole("button", { name: "Chiedi alla direzione" });
    await expect(ask).toBeDisabled();
    await agenda.dialog.getByLabel("Perché qui lo stesso").fill(why);
    await ask.click();
    await agenda.dialog.waitFor({ state: "detached" });
    await expect(page.getByText(/^Chiesto alla direzione: fino alla risposta/).last()).toBeVisible();
  };
  /** What the manager finds. */
  const proposal = manager.part("Da concedere: decidi tu").getByRole("listitem");

  await asks("finisce tardi di lavorare");
  expect((await agenda.placeOf(name!)).hour).toBe(before.hour);
  await expect(manager.navigation.getByRole("link", { name: /Richieste.*1 aspetta/ })).toBeVisible();
  await manager.goTo("Richieste");
  await expect(proposal).toContainText("finisce tardi di lavorare");
  await expect(proposal.getByRole("group", { name: "Prossimi posti liberi" }).getByRole("button")).toHaveCount(3);
  await expect(proposal).toContainText(/Da decidere entro .*12:00/);
  await proposal.getByLabel("Due parole per chi chiede").fill("quella sera siamo chiusi");
  await expectAccessible(manager.page, "a place that is asked for");
  await proposal.getByRole("button", { name: "Non concedere" }).click();
  await expect(proposal).toHaveCount(0);
  await expect(page.getByText(/Non concesso da .*«quella sera siamo chiusi»/)).toBeVisible();
  expect((await agenda.placeOf(name!)).hour).toBe(before.hour);

  await asks("non può prima");
  await proposal.getByRole("button", { name: "Concedi", exact: true }).click();
  await expect(page.getByText(/: Concesso da/)).toBeVisible();
  await expect.poll(async () => (await agenda.placeOf(name!)).hour).toBe("21:00");
});

test("a booking outside hours is asked for, and given up by who asked", async ({ desk }) => {
  const { page } = await desk("FD", { layout: "phone" });
  const booking = new BookingPage(page);
  await page.goto(`/agenda/${DAY}`);
  await booking.start();
  await booking.choose("rossett");
  await booking.dialog.getByLabel("Ora", { exact: true }).fill("21:00");
  await booking.dialog.getByLabel("Perché qui lo stesso").fill("viene da lontano");
  await booking.submit("Chiedi alla direzione");
  await expect(booking.badge).toContainText("1 da rivedere");
  await booking.openOutbox();
  await expect(booking.toReview).toContainText("viene da lontano");
  await expect(booking.toReview).toContainText("La decide chi può farlo");
  await booking.toReview.getByRole("button", { name: "Lascia perdere" }).click();
  await expect(booking.badge).not.toContainText("da rivedere");
});

test("what is asked for without a network is kept, and reaches who grants it when there is one again", async ({ desk, practice }) => {
  const { patient } = await owing(practice);
  const { page, link } = await desk("FD", { layout: "narrow" });
  const front = new PaymentsPage(page);
  const agenda = new AgendaPage(page);
  const manager = new RequestsPage((await desk("DOM")).page);
  await front.openOf(patient);
  link.cut();
  await front.fillWaiver("40", "lavoro rifatto");
  await front.ask.click();
  await page.keyboard.press("Escape");
  await agenda.goTo("Agenda");
  const [name] = await agenda.awaited();
  const before = await agenda.placeOf(name!);
  await agenda.open(name!);
  await agenda.move({ hour: "21:00" });
  await agenda.dialog.getByLabel("Perché qui lo stesso").fill("finisce tardi");
  await agenda.dialog.getByRole("button", { name: "Chiedi alla direzione" }).click();
  await expect(agenda.badge).toContainText("2 da inviare", { timeout: 40_000 });
  expect((await agenda.placeOf(name!)).hour).toBe(before.hour);
  await agenda.openOutbox();
  await expect(agenda.toReview).toHaveCount(2);
  // Nobody else has seen what only this device holds.
  for (const entry of await agenda.toReview.all()) await expect(entry).toContainText("la vedrà quando sarà inviata");
  await manager.goTo("Richieste");
  const proposals = manager.part("Da concedere: decidi tu").getByRole("listitem");
  await expect(proposals).toHaveCount(0);
  link.mend();
  await expect(proposals).toHaveCount(2, { timeout: 60_000 });
  for (const entry of await agenda.toReview.all()) await expect(entry).toContainText("la vede già fra le sue");
  await proposals.filter({ hasText: "Abbuono" }).getByRole("button", { name: "Concedi", exact: true }).click();
  await proposals.filter({ hasText: "21:00" }).getByRole("button", { name: "Concedi", exact: true }).click();
  await expect.poll(async () => (await agenda.placeOf(name!)).hour).toBe("21:00");
  await expect(agenda.badge).toContainText("dal vivo");
});

test("a patient on the phone can only come in the evening: the place is asked for in the call, and the reason waits for the answer", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  const calls = new CallsPage(page);
  const manager = new RequestsPage((await desk("DOM")).page);
  await calls.filter("Igiene");
  const [first] = await calls.names(1);
  await calls.open(withoutAge(first!));
  await calls.record("Prenota");
  const panel = calls.panel("Quale posto");
  await panel.getByLabel("Un altro giorno e ora").fill(`${DAY}T21:00`);
  const choose = panel.getByRole("button", { name: "Scegli quest’ora" });
  await expect(choose).toBeDisabled();
  await expect(panel).toContainText("con questo motivo lo chiedi alla direzione");
  await panel.getByLabel("Perché fuori orario").fill("lavora tutto il giorno");
  await expectAccessible(page, "a place that is asked for in a call");
  await choose.click();
  await calls.record("Chiedi ");
  await expect(calls.toast).toContainText("Chiesto alla direzione, che decide entro");
  await expect(calls.held.filter({ hasText: "Igiene" })).toContainText("aspetta la direzione");
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText("verrebbe fuori orario");

  await manager.goTo("Richieste");
  const proposal = manager.part("Da concedere: decidi tu").getByRole("listitem");
  await expect(proposal).toContainText("lavora tutto il giorno");
  await proposal.getByRole("button", { name: "Concedi", exact: true }).click();
  await expect(page.getByText(/: Concesso da/)).toBeVisible();
  // The visit is there: the reason is settled.
  await expect(calls.held.filter({ hasText: "aspetta la direzione" })).toHaveCount(0);
});

test("who may open an hour books it in the call, with the reason", async ({ desk }) => {
  const { page } = await desk("DOM", { layout: "laptop" });
  const calls = new CallsPage(page);
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  const [first] = await calls.names(1);
  await calls.open(withoutAge(first!));
  await calls.record("Prenota");
  const panel = calls.panel("Quale posto");
  await panel.getByLabel("Un altro giorno e ora").fill(`${DAY}T21:00`);
  await panel.getByLabel("Perché fuori orario").fill("viene da lontano");
  await panel.getByRole("button", { name: "Scegli quest’ora" }).click();
  await calls.record("Prenota ");
  await expect(calls.toast).toContainText(/Visita fissata .*21:00/);
});

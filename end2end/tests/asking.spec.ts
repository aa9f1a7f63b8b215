import { AgendaPage } from "../pages/agenda_page.ts";
import { BookingPage } from "../pages/booking_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { expectAccessible } from "../support/accessible.ts";
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
  await expectAccessible(manager.page, "a place that is asked for");
  await proposal.getByRole("button", { name: "Non concedere" }).click();
  await expect(proposal).toHaveCount(0);
  await expect(page.getByText(/Non concesso da/)).toBeVisible();
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

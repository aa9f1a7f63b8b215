import { AbsencePage } from "../pages/absence_page.ts";
import { AgendaPage } from "../pages/agenda_page.ts";
import { BookingPage } from "../pages/booking_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { PalettePage } from "../pages/palette_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { WeekPage } from "../pages/week_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { LAYOUTS, test } from "../support/test.ts";

for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
  test(`every screen is accessible: ${layout}`, async ({ desk }) => {
    const signIn = await desk("FD", { layout, signedOut: true });
    await signIn.page.goto("/accedi");
    await expectAccessible(signIn.page, "sign-in");

    const { page } = await desk("FD", { layout });
    const agenda = new AgendaPage(page);
    await agenda.cards.first().waitFor();
    await expectAccessible(page, "agenda");
    await agenda.cards.first().getByRole("button").first().click();
    await agenda.dialog.waitFor();
    await expectAccessible(page, "appointment");
    await agenda.dialog.getByRole("button", { name: "Modifica contatti" }).click();
    await expectAccessible(page, "contacts");
    await agenda.dialog.getByRole("button", { name: "Annulla", exact: true }).click();
    await agenda.dialog.getByRole("button", { name: "Disdici…" }).click();
    await expectAccessible(page, "call off");
    await agenda.close();
    if (layout === "tablet") {
      await agenda.showBy("Operatori");
      await expectAccessible(page, "agenda by clinician");
      await agenda.showBy("Poltrone");
    }
    const [awaited] = await agenda.awaited();
    const booking = new BookingPage(page);
    await booking.start();
    await booking.whom.fill(awaited!.slice(0, 4));
    await booking.found.first().waitFor();
    await expectAccessible(page, "new visit: who");
    await booking.choose(awaited!.slice(0, 4));
    await booking.openFilters();
    await booking.repeat("ogni 2 settimane", "3");
    await expectAccessible(page, "new visit");
    await agenda.dialog.getByRole("button", { name: "Annulla", exact: true }).click();
    const week = new WeekPage(page);
    await week.openWeek();
    await expectAccessible(page, "week");
    await page.goto("/agenda/mese");
    await week.month.waitFor();
    await expectAccessible(page, "month");
    await agenda.openOutbox();
    await agenda.outbox.waitFor();
    await expectAccessible(page, "outbox");
    await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

    const palette = new PalettePage(page);
    await palette.open();
    await expectAccessible(page, "palette");
    await palette.type(awaited!.slice(0, 4));
    await palette.part("Pazienti").first().waitFor();
    await expectAccessible(page, "palette with patients");
    await palette.part("Pazienti").first().click();
    await palette.sheet.waitFor();
    await expectAccessible(page, "patient's sheet");
    await palette.shutSheet();

    const calls = new CallsPage(page);
    await calls.goTo("Chiamate");
    await calls.rows.first().waitFor();
    await expectAccessible(page, "call list");
    await calls.rows.first().getByRole("link").first().click();
    await calls.card.waitFor();
    await expectAccessible(page, "call card");
  });

  test(`every screen of the office manager is accessible: ${layout}`, async ({ desk }) => {
    const { page } = await desk("DOM", { layout });
    const agenda = new AgendaPage(page);
    await agenda.cards.first().waitFor();
    await page.getByRole("button", { name: "Aggiungi una nota del giorno" }).click();
    await expectAccessible(page, "note of the day");
    await page.getByLabel("Nota del giorno", { exact: true }).fill("Alle 11 passa il tecnico");
    await page.keyboard.press("Enter");

    const absence = new AbsencePage(page);
    await absence.open();
    const name = (await absence.who.locator("option").nth(1).textContent())!;
    const [from, to] = [addDays(referenceMonday(), 1), addDays(referenceMonday(), 3)];
    await absence.fill({ who: name, from, to, reason: "Corso" });
    await absence.affected.filter({ hasText: "primo posto" }).first().waitFor();
    await expectAccessible(page, "absence");
    await absence.submit.click();
    await absence.known.first().waitFor();
    await expectAccessible(page, "absence that is known");
    await page.goto(`/agenda/${from}`);
    await page.getByRole("list", { name: "Assenti in questo giorno" }).waitFor();
    if (layout === "tablet") await agenda.showBy("Operatori");
    await expectAccessible(page, "agenda with an absence");

    const setup = new SetupPage(page);
    await setup.open();
    const [first, second] = await setup.chairNames;
    await page.getByRole("button", { name: `Nascondi ${second}` }).click();
    await setup.edit(first!);
    await expectAccessible(page, "setup");

    const requests = new RequestsPage(page);
    await page.goto("/richieste");
    await requests.page.getByText("Nessuna richiesta").waitFor();
    await requests.write("ro", "chiede la fattura", /^Tra 1 ora/, true);
    await requests.request("fattura").getByRole("button", { name: "Passa a…" }).click();
    await expectAccessible(page, "requests");
    await page.getByRole("button", { name: "Nuova richiesta" }).click();
    await page.getByLabel("Chi chiede").fill("ro");
    await page.getByRole("option").first().click();
    await expectAccessible(page, "new request");
  });
}

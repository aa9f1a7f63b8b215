import { randomUUID } from "node:crypto";
import { AbsencePage } from "../pages/absence_page.ts";
import { AgendaPage } from "../pages/agenda_page.ts";
import { BookingPage } from "../pages/booking_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { PalettePage } from "../pages/palette_page.ts";
import { QuestionsPage } from "../pages/questions_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { WeekPage } from "../pages/week_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { Colleague } from "../support/colleague.ts";
import { MORNING, addDays, openMonday, referenceMonday } from "../support/practice.ts";
import { test } from "../support/test.ts";

for (const layout of ["tablet", "narrow", "phone"] as const) {
  test(`the day and the windows of a visit are accessible: ${layout}`, async ({ desk }) => {
    const { page } = await desk("FD", { layout, signedOut: true });
    await page.goto("/accedi");
    await expectAccessible(page, "sign-in");
    const agenda = new AgendaPage((await desk("FD", { layout })).page);
    const look = (screen: string) => expectAccessible(agenda.page, screen);
    const button = (name: string) => agenda.dialog.getByRole("button", { name, exact: true });
    const [awaited, missed] = await agenda.awaited();
    await look("agenda");
    await agenda.open(awaited!);
    await look("appointment");
    await button("Modifica contatti").click();
    await look("contacts");
    await button("Annulla").click();
    await button("Disdici…").click();
    await look("call off");
    await button("Lascia com’è").click();
    // Over the visit of somebody else: what is in the way is named, and a reason asked for.
    await agenda.close();
    const { hour, chair } = await agenda.placeOf(missed!);
    await agenda.open(awaited!);
    await agenda.move({ hour: hour.padStart(5, "0"), chair });
    await agenda.dialog.getByLabel("Perché qui lo stesso").waitFor();
    await look("move form");
    await button("Annulla").click();
    await agenda.close();
    await agenda.open(missed!);
    await agenda.step("Assente");
    await agenda.open(missed!);
    await button("Correggi…").click();
    await look("correction");
    await agenda.close();
    if (layout === "tablet") {
      await agenda.showBy("Operatori");
      await look("agenda by clinician");
    }
  });

  test(`booking, week and month are accessible: ${layout}`, async ({ desk }) => {
    const { page } = await desk("FD", { layout });
    const booking = new BookingPage(page);
    const [awaited] = await booking.awaited();
    await booking.start();
    await booking.whom.fill(awaited!.slice(0, 4));
    await booking.found.first().waitFor();
    await expectAccessible(page, "new visit: who");
    await booking.choose(awaited!.slice(0, 4));
    await booking.openFilters();
    await booking.repeat("ogni 2 settimane", "3");
    await expectAccessible(page, "new visit");
    await booking.dialog.getByRole("button", { name: "Annulla", exact: true }).click();
    const week = new WeekPage(page);
    await week.openWeek();
    await expectAccessible(page, "week");
    await page.goto("/agenda/mese");
    await week.month.waitFor();
    await expectAccessible(page, "month");
    await week.openOutbox();
    await week.outbox.waitFor();
    await expectAccessible(page, "outbox");
  });

  test(`palette, sheet and calls are accessible: ${layout}`, async ({ desk }) => {
    const { page } = await desk("FD", { layout });
    const palette = new PalettePage(page);
    await new AgendaPage(page).cards.first().waitFor();
    await palette.open();
    await expectAccessible(page, "palette");
    await palette.type("ros");
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

  test(`notes, absences and who would come earlier are accessible: ${layout}`, async ({ desk, practice }) => {
    // Who would come earlier is told of the places of the next days.
    const [day, another] = [addDays(referenceMonday(), 3), addDays(openMonday(), 3)];
    const colleague = await Colleague.at(practice.origin, practice.person("FD"));
    const visit = await colleague.bookAlone(`${day}T18:30:00`, another);
    const later = await colleague.book({ ...visit.place, start: `${another}T18:30:00` });
    await colleague.does("set_as_soon_as_possible", { appointment: later.id, as_soon_as_possible: true });
    colleague.leave();
    const { page } = await desk("DOM", { layout });
    const agenda = new AgendaPage(page);
    await page.getByRole("button", { name: "Aggiungi una nota del giorno" }).click();
    await expectAccessible(page, "note of the day");
    await page.getByLabel("Nota del giorno", { exact: true }).fill("Alle 11 passa il tecnico");
    await page.keyboard.press("Enter");
    await page.goto(`/agenda/${day}`);
    await agenda.open(visit.name);
    await agenda.callOff("Il paziente", "Malattia");
    await agenda.freed("18:30").getByRole("button").filter({ hasText: later.name }).waitFor();
    await expectAccessible(page, "who would come earlier");

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
  });

  test(`setup, requests and questions are accessible: ${layout}`, async ({ desk, practice }) => {
    const colleague = await Colleague.at(practice.origin, practice.person("RS"));
    const [one, ...others] = colleague.rows("patient");
    const calls = (patient: unknown, outcome: object, more: object = {}) =>
      colleague.does("record_attempt", { attempt: randomUUID(), patient, channel: "phone", outcomes: [{ topic: "other", outcome }], ...more });
    await calls(one!.id, { is: "asks_to_spread", until: addDays(referenceMonday(), 30) });
    for (const [index, { id }] of colleague.rows("clinician").entries()) {
      await calls(others[index]!.id, { is: "problem", clinician: id, until: MORNING.replace("09:30", "12:00:00") }, { question: "si è staccato mangiando" });
    }
    colleague.leave();

    const { page } = await desk("DOM", { layout });
    const requests = new RequestsPage(page);
    await requests.goTo("Richieste");
    await requests.part("Pagamenti da rimandare: decidi tu").waitFor();
    await requests.write("ro", "chiede la fattura", /^Tra 1 ora/, true);
    await requests.request("fattura").getByRole("button", { name: "Passa a…" }).click();
    await expectAccessible(page, "requests");
    await page.getByRole("button", { name: "Nuova richiesta" }).click();
    await page.getByLabel("Chi chiede").fill("ro");
    await page.getByRole("option").first().click();
    await expectAccessible(page, "new request");
    await page.goto("/impostazioni");
    const setup = new SetupPage(page);
    await setup.chairs.first().waitFor();
    const [first, second] = await setup.chairNames;
    await page.getByRole("button", { name: `Nascondi ${second}` }).click();
    await setup.edit(first!);
    await expectAccessible(page, "setup");

    const questions = new QuestionsPage((await desk("DE", { layout })).page);
    await questions.page.goto("/domande");
    await questions.open.first().waitFor();
    await expectAccessible(questions.page, "questions");
  });
}

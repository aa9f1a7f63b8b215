import path from "node:path";
import type { Page } from "@playwright/test";
import { AbsencePage } from "./pages/absence_page.ts";
import { AgendaPage } from "./pages/agenda_page.ts";
import { CallsPage } from "./pages/calls_page.ts";
import { QuestionsPage } from "./pages/questions_page.ts";
import { RequestsPage } from "./pages/requests_page.ts";
import { PalettePage } from "./pages/palette_page.ts";
import { withoutAge } from "./support/patients.ts";
import { WeekPage } from "./pages/week_page.ts";
import { PaymentsPage } from "./pages/payments_page.ts";
import { SetupPage } from "./pages/setup_page.ts";
import { SheetPage } from "./pages/sheet_page.ts";
import { awaiting } from "./support/awaiting.ts";
import { owing, written } from "./support/owing.ts";
import { oneNumberTwoValues, onePatientTwoCalls, oneVisitTwoPlaces } from "./support/conflicts.ts";
import { anHourWithoutNetwork, openTray } from "./support/hour.ts";
import { addDays, openMonday, referenceMonday } from "./support/practice.ts";
import { LAYOUTS, expect, test } from "./support/test.ts";

// A picture of every screen × layout × theme, to be looked at. `make shots`.

const shots = path.resolve(import.meta.dirname, "shots");

for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures: ${layout}, ${theme}`, async ({ desk, practice }) => {
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });

      const signedOut = await desk("FD", { layout, theme, signedOut: true });
      await signedOut.page.goto("/accedi");
      await shot(signedOut.page, "sign-in");

      const { page, link } = await desk("FD", { layout, theme });
      const agenda = new AgendaPage(page);
      const awaited = await agenda.awaited();
      await agenda.markArrival(awaited[0]!);
      await agenda.markArrival(awaited[1]!);
      await agenda.open(awaited[1]!);
      await agenda.step("In poltrona");
      await expect(agenda.badge).toContainText("dal vivo");
      await shot(page, "agenda");
      await agenda.open(awaited[2]!);
      await shot(page, "appointment");
      await agenda.startMoving();
      await shot(page, "move");
      await agenda.close();
      await agenda.open(awaited[2]!);
      await agenda.dialog.getByRole("button", { name: "Disdici…" }).click();
      await shot(page, "call-off");
      await agenda.close();
      if (layout === "tablet") {
        await agenda.showBy("Operatori");
        await shot(page, "agenda-clinicians");
        await agenda.showBy("Poltrone");
      }
      await agenda.card(awaited.at(-1)!).getByRole("button").first().focus();
      await page.keyboard.press("Shift+ArrowDown");
      await agenda.shadow.waitFor();
      await shot(page, "agenda-carried");
      await page.keyboard.press("Escape");

      const palette = new PalettePage(page);
      await palette.open();
      await shot(page, "palette");
      await palette.type("ros");
      await palette.part("Pazienti").nth(3).waitFor();
      await expect(palette.dialog).toContainText("scrivi ancora qualche lettera");
      await shot(page, "palette-patients");
      await palette.type("domani");
      await shot(page, "palette-day");
      await palette.type(withoutAge(awaited[3]!));
      await palette.part("Pazienti").first().click();
      await palette.sheet.waitFor();
      await shot(page, "sheet");
      const sheet = new PaymentsPage(page);
      await sheet.pay("120,50");
      await sheet.openForm();
      await sheet.form.getByLabel("Rimborso").check();
      await sheet.form.getByLabel("Importo, €").fill("12,5");
      await sheet.write.click();
      await sheet.form.scrollIntoViewIfNeeded();
      await shot(page, "sheet-payment");
      await sheet.form.getByRole("button", { name: "Annulla" }).click();
      await sheet.entries.first().getByRole("button", { name: /^Correggi/ }).click();
      await shot(page, "sheet-correction");
      await palette.shutSheet();
      const week = new WeekPage(page);
      await week.openWeek();
      await shot(page, "week");
      if (layout === "tablet") {
        await week.sideToggle.click();
        await week.legend.waitFor();
        await shot(page, "week-side");
        await week.sideToggle.click();
      }
      await week.part.selectOption({ index: 1 });
      await shot(page, "week-one-chair");
      await week.part.selectOption({ index: 0 });
      await page.goto("/agenda/mese");
      await week.month.waitFor();
      await shot(page, "month");

      const calls = new CallsPage(page);
      await calls.goTo("Chiamate");
      await calls.rows.first().waitFor();
      await shot(page, "calls");
      await calls.filter("Rischio");
      await calls.rows.first().getByRole("link").first().click();
      await calls.card.waitFor();
      await shot(page, "call-card");
      await page.screenshot({ path: path.join(shots, `call-card-whole-${layout}-${theme}.png`), fullPage: true, animations: "disabled" });
      await calls.record("Richiamare il…");
      await shot(page, "call-back");

      link.cut();
      await expect(calls.badge).not.toContainText("dal vivo", { timeout: 40_000 });
      await calls.record("Non risponde");
      await calls.openOutbox();
      await shot(page, "outbox-offline");
      await calls.outbox.getByRole("button", { name: "Chiudi" }).click();
      await palette.open();
      await palette.type("ros");
      await shot(page, "palette-offline");
      await palette.shut();

      // What opens without a network, and what does not.
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await page.reload();
      await expect(agenda.sealed).toBeVisible();
      await shot(page, "sealed");
      link.mend();
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
      await agenda.askToMakePersonal();
      await shot(page, "personal");
      await agenda.confirmPersonal(practice.person("FD").password);
      await shot(page, "menu");
      await agenda.cached();
      link.cut();
      await page.reload();
      await expect(agenda.unlock).toBeVisible();
      await agenda.openWith("un'altra frase lunga");
      await expect(page.getByText("La password non è corretta")).toBeVisible();
      await shot(page, "unlock");
    });
  }
}

// What the office manager sets: who is away, the practice, the notes of a day.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of the office manager: ${layout}, ${theme}`, async ({ desk }) => {
      const { page } = await desk("DOM", { layout, theme });
      const shot = (name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const agenda = new AgendaPage(page);
      await agenda.cards.first().waitFor();
      for (const text of ["Alle 11 passa il tecnico dell’autoclave", "Oggi niente bancomat fino alle 10"]) {
        await page.getByRole("button", { name: "Aggiungi una nota del giorno" }).click();
        await page.getByLabel("Nota del giorno", { exact: true }).fill(text);
        await page.keyboard.press("Enter");
      }
      await expect(agenda.badge).not.toContainText(/salvataggio|da inviare/);
      await shot("day-notes");

      const absence = new AbsencePage(page);
      await absence.open();
      await shot("absence-empty");
      const name = (await absence.who.locator("option").nth(1).textContent())!;
      const [from, to] = [addDays(referenceMonday(), 1), addDays(referenceMonday(), 4)];
      await absence.fill({ who: name, from, to, reason: "Intervento al ginocchio" });
      await expect(absence.page.getByText("cerco un posto…")).toHaveCount(0);
      await shot("absence");
      await absence.submit.click();
      await absence.known.first().waitFor();
      const away = absence.absences.first();
      await absence.proposals(away).last().waitFor();
      await away.scrollIntoViewIfNeeded();
      await shot("absence-known");
      if ((await absence.cycles(away).count()) > 0) {
        await absence.cycles(away).last().scrollIntoViewIfNeeded();
        await shot("absence-cycles");
      }
      await page.goto(`/agenda/${from}`);
      await page.getByRole("list", { name: "Assenti in questo giorno" }).waitFor();
      await shot("away");
      if (layout === "tablet") {
        await agenda.showBy("Operatori");
        await shot("away-clinicians");
      }

      const setup = new SetupPage(page);
      await setup.open();
      await shot("setup");
      const [first, second] = await setup.chairNames;
      await page.getByRole("button", { name: `Nascondi ${second}` }).click();
      await setup.edit(first!);
      await shot("setup-chair");
      await setup.type("Igiene").scrollIntoViewIfNeeded();
      await shot("setup-types");
      await setup.editRisk("provvisorio esteso");
      await setup.riskOpens.fill("prov-est, orto-bond");
      await setup.risk("provvisorio esteso").scrollIntoViewIfNeeded();
      await shot("setup-risk");
      await page.getByRole("region", { name: "Giorni di chiusura" }).scrollIntoViewIfNeeded();
      await shot("setup-closures");
    });
  }
}

// What patients ask, and what the manager decides.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of requests: ${layout}, ${theme}`, async ({ desk }) => {
      const manager = await desk("DOM", { layout, theme });
      const { page } = await desk("RS", { layout, theme, mouse: false });
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const calls = new CallsPage(page);
      await calls.filter("Saldo/Rate");
      await calls.open(withoutAge((await calls.names(1))[0]!));
      await calls.recordOther("Chiede più tempo per pagare…");
      await shot(page, "call-delay");
      await calls.panel("Rimandare il pagamento al…").getByRole("button", { name: /\d/ }).nth(2).tap();
      await calls.held.first().waitFor();

      const requests = new RequestsPage(manager.page);
      await manager.page.goto("/richieste");
      await requests.write("ro", "chiede la fattura di ottobre, la vuole il commercialista", /^Tra 1 ora/, true);
      const who = await requests.write("ma", "vuole sapere se può anticipare l’igiene al mattino", /^Tra 2 ore/, false);
      await requests.write("bi", "manda il consenso firmato per il figlio", /^Tra 2 ore/, true);
      await requests.request("consenso").getByRole("button", { name: "Risolta…" }).click();
      await requests.request("consenso").getByRole("button", { name: "Segna risolta" }).click();
      await requests.part("Pagamenti da rimandare: decidi tu").waitFor();
      await shot(manager.page, "requests");
      await requests.request("anticipare").getByRole("button", { name: "Passa a…" }).click();
      await requests.request("anticipare").scrollIntoViewIfNeeded();
      await shot(manager.page, "request-hand-over");
      await manager.page.getByRole("button", { name: "Nuova richiesta" }).click();
      await manager.page.getByLabel("Chi chiede").fill("ga");
      await manager.page.getByRole("option").first().click();
      await shot(manager.page, "request-new");
      await manager.page.keyboard.press("Escape");
      await requests.request("anticipare").getByRole("link", { name: who }).click();
      await manager.page.locator(".waits").waitFor();
      await shot(manager.page, "sheet-requests");
      await manager.page.goto("/impostazioni");
      await manager.page.getByRole("region", { name: "Autonomia" }).scrollIntoViewIfNeeded();
      await shot(manager.page, "setup-autonomy");
    });
  }
}

// A visit that misses the consent to treatment, as the front desk and as the dentist see it.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of the consent: ${layout}, ${theme}`, async ({ desk }) => {
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const front = new AgendaPage((await desk("FD", { layout, theme, mouse: false })).page);
      const dentist = new AgendaPage((await desk("DE", { layout, theme, mouse: false })).page);
      const missing = front.withoutConsent.first();
      await missing.scrollIntoViewIfNeeded();
      const name = (await missing.locator(".appointment__name").textContent())!;
      await shot(front.page, "consent-mark");
      await front.open(name);
      await shot(front.page, "consent-missing");
      await dentist.goTo("Agenda");
      await dentist.card(name).scrollIntoViewIfNeeded();
      await dentist.open(name);
      await shot(dentist.page, "consent-attest");
      await dentist.step("Attesta il consenso firmato");
      await shot(dentist.page, "consent-attested-toast");
      await dentist.open(name);
      await dentist.consent.getByText("attestato da").waitFor();
      await shot(dentist.page, "consent-signed");
      await dentist.consent.getByRole("button", { name: "Ritira il consenso" }).click();
      await shot(dentist.page, "consent-withdraw");
    });
  }
}

/** What an A4 sheet holds within its margins, in pixels. */
const SHEETS = { landscape: { width: 1062, height: 733 }, portrait: { width: 733, height: 1062 } };

// The day on paper. From a dark screen, because paper is not.
test("pictures of the printed day", async ({ desk }) => {
  const { page } = await desk("FD", { theme: "dark" });
  const agenda = new AgendaPage(page);
  await agenda.awaited();
  for (const [view, label] of [["chairs", "Poltrone"], ["clinicians", "Operatori"]] as const) {
    await agenda.showBy(label);
    for (const names of ["names", "no-names"] as const) {
      if (names === "no-names") await page.getByRole("button", { name: "Nascondi i nomi" }).click();
      for (const [way, sheet] of Object.entries(SHEETS)) {
        const file = path.join(shots, `print-${view}-${way}-${names}`);
        await page.pdf({ path: `${file}.pdf`, format: "A4", landscape: way === "landscape", printBackground: true, preferCSSPageSize: true });
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize(sheet);
        await page.screenshot({ path: `${file}.png` });
        await page.emulateMedia({ media: "screen" });
        await page.setViewportSize(LAYOUTS.tablet);
      }
      if (names === "no-names") await page.getByRole("button", { name: "Mostra i nomi" }).click();
    }
  }
});

// What each of two people sees of work done apart from each other.
for (const layout of ["tablet", "phone"] as const) {
  test(`pictures of conflicts: ${layout}`, async ({ desk }) => {
    const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}.png`), animations: "disabled" });
    const options = { layout };

    const places = await oneVisitTwoPlaces(desk, options);
    for (const [who, { page }] of [["first", places.first], ["second", places.second]] as const) {
      await shot(page, `two-places-${who}-news`);
      await new AgendaPage(page).openOutbox();
      await shot(page, `two-places-${who}-tray`);
    }
    const lost = places.hours[1]!.split(" ")[0];
    await places.second.page.goto(`/agenda/${lost}`);
    await places.second.page.getByRole("button", { name: /^Da rivedere: / }).waitFor();
    await shot(places.second.page, "two-places-ghost");

    const values = await oneNumberTwoValues(desk, options);
    for (const [who, { page }] of [["first", values.first], ["second", values.second]] as const) {
      await new AgendaPage(page).openOutbox();
      await shot(page, `two-values-${who}`);
    }

    const calls = await onePatientTwoCalls(desk, options);
    const called = await calls.first.page.evaluate(async () => {
      const { rows } = (await (await fetch("/sync/snapshot")).json()) as { rows: { table: string; row: { patient: string; double?: boolean } }[] };
      return rows.find(({ table, row }) => table === "attempt" && row.double === true)!.row.patient;
    });
    for (const [who, { page }] of [["first", calls.first], ["second", calls.second]] as const) {
      await page.goto(`/chiamate/${called}`);
      await new CallsPage(page).card.waitFor();
      await page.getByText("Doppia chiamata oggi").scrollIntoViewIfNeeded();
      await shot(page, `two-calls-${who}`);
    }
  });
}

// What a caller writes down beside the usual, and what a clinician is asked.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of a call's outcomes and of questions: ${layout}, ${theme}`, async ({ desk }) => {
      const { page } = await desk("RS", { layout, theme });
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const calls = new CallsPage(page);
      await calls.openWithTwoReasons();
      await calls.oneByOne.click();
      await calls.outcomes.getByRole("button", { name: "Tutto bene" }).click();
      await calls.saidSoFar.scrollIntoViewIfNeeded();
      await shot(page, "call-said-so-far");
      await calls.saidSoFar.getByRole("button", { name: /^Togli «/ }).click();
      await page.goto("/chiamate");
      await calls.filter("Rischio");
      const [first, second] = await calls.names(2);
      await calls.open(withoutAge(first!));
      await calls.record("Altro esito");
      await shot(page, "call-other");
      await calls.panel("Altro esito").getByRole("button", { name: "Ha un problema…" }).click();
      const panel = calls.panel("Chi risponde, ed entro quando");
      await panel.getByLabel("Che cosa riferisce").fill("Il provvisorio si è staccato mangiando, nessun dolore");
      await shot(page, "call-question");
      await panel.getByRole("button", { name: /Tra 1 ora/ }).click();
      await page.goto("/chiamate");
      await calls.open(withoutAge(second!));
      await calls.record("Non risponde");
      await calls.unfoldEarlier();
      await calls.earlier.first().getByRole("button", { name: "Correggi l’esito" }).click();
      await shot(page, "call-correcting");

      const dentist = new QuestionsPage((await desk("DE", { layout, theme })).page);
      await dentist.navigation.getByRole("link", { name: /Domande/ }).click();
      await dentist.open.first().waitFor();
      await shot(dentist.page, "questions");
      await dentist.open.first().getByLabel("Parole da dire al paziente").fill("Alle 15, la vedo tra due visite");
      await dentist.open.first().getByRole("button", { name: "Venga oggi" }).click();
      await dentist.answered.first().waitFor();
      await shot(dentist.page, "questions-answered");
      await page.goto("/chiamate");
      await calls.row(withoutAge(first!)).first().waitFor();
      await shot(page, "calls-answered");
      await calls.open(withoutAge(first!));
      await shot(page, "call-answered");
      const other = new CallsPage((await desk("FD", { layout, theme })).page);
      await other.goTo("Chiamate");
      await other.open(withoutAge(first!));
      await other.card.getByText("Prendi tu la chiamata…").click();
      await shot(other.page, "call-taken");
    });
  }
}

// What each of two people sees after an hour that one of them worked without a network, and a call that was cut off.
for (const theme of ["light", "dark"] as const) {
  test(`pictures of an hour without a network: ${theme}`, async ({ desk, practice }) => {
    test.setTimeout(600_000);
    const { away, here } = await anHourWithoutNetwork(desk, practice, theme);
    for (const [who, calls] of [["away", away], ["here", here]] as const) {
      const shot = (name: string) => calls.page.screenshot({ path: path.join(shots, `hour-${who}-${name}-${theme}.png`), animations: "disabled" });
      await calls.goTo("Chiamate");
      await calls.rows.first().waitFor();
      await shot("calls");
      const tray = await openTray(calls);
      await shot("tray");
      await tray.outbox.getByRole("button", { name: "Chiudi" }).click();
    }
    await here.filter("Igiene");
    await here.rows.first().getByRole("link").first().click();
    await here.card.getByRole("button", { name: "Sì" }).first().click();
    await expect(here.card).toContainText("proponi");
    await here.page.reload();
    await expect(here.card).toContainText("Ritrovi risposte e appunti");
    await here.page.screenshot({ path: path.join(shots, `call-resumed-${theme}.png`), animations: "disabled" });
  });
}

// What waits for a person on the card of a call, and the ways to decide it.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of what is settled: ${layout}, ${theme}`, async ({ desk }) => {
      const { page } = await desk("FD", { layout, theme });
      const calls = new CallsPage(page);
      const shot = (name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      for (const [cause, name] of [["segnalato deceduto o trasferito", "call-reported"], ["cinque tentativi a vuoto", "call-in-vain"]] as const) {
        await page.goto("/chiamate");
        await calls.showPart("Da rivedere");
        await calls.rows.filter({ hasText: cause }).first().getByRole("link").first().click();
        await calls.toSettle.waitFor();
        await shot(name);
      }
      await calls.toSettle.getByRole("button", { name: "Chiudi con un motivo…" }).first().click();
      await shot("call-close-reason");
      await page.keyboard.press("Escape");
      await calls.toSettle.getByRole("button", { name: "Correggi il contatto" }).first().click();
      await shot("call-correct-contact");
    });
  }
}

// What is owed and where it comes from, what is waived and asked for, and recalls that are set by hand or turned on.
for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures of money, wishes and recalls: ${layout}, ${theme}`, async ({ desk, practice }) => {
      const { patient, cents } = await owing(practice);
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const front = new PaymentsPage((await desk("FD", { layout, theme })).page);
      const manager = new RequestsPage((await desk("DOM", { layout, theme })).page);
      await front.openOf(patient);
      await front.unfold.click();
      await front.cycles.first().locator("summary").click();
      await front.cycles.first().scrollIntoViewIfNeeded();
      await shot(front.page, "sheet-statement");
      await front.fillWaiver(written(cents), "lavoro rifatto, promesso dal dottore");
      await front.ask.scrollIntoViewIfNeeded();
      await shot(front.page, "sheet-waiver");
      await front.ask.click();
      await front.page.keyboard.press("Escape");
      const agenda = new AgendaPage(front.page);
      await agenda.goTo("Agenda");
      const [name] = await agenda.awaited();
      await agenda.open(name!);
      await agenda.move({ hour: "21:00" });
      await agenda.dialog.getByLabel("Perché qui lo stesso").fill("finisce tardi di lavorare");
      const ask = agenda.dialog.getByRole("button", { name: "Chiedi alla direzione" });
      await ask.scrollIntoViewIfNeeded();
      await shot(front.page, "move-asked");
      await ask.click();
      await shot(front.page, "move-asked-toast");
      await manager.goTo("Richieste");
      await manager.part("Da concedere: decidi tu").getByRole("listitem").nth(1).waitFor();
      await shot(manager.page, "requests-asked");
      await manager.page.goto("/impostazioni");
      await manager.page.getByRole("region", { name: "Autonomia" }).scrollIntoViewIfNeeded();
      await shot(manager.page, "setup-budgets");
      const part = manager.page.getByRole("region", { name: "Chiamate" });
      await part.getByRole("button", { name: "Modifica orari e videochiamate" }).click();
      await part.getByLabel("Controllo impianti: codici").fill("impianto, protesi-imp-def");
      await part.getByLabel("Controllo protesi: codici").fill("pm consegna?");
      await part.getByLabel("Controllo impianti: codici").scrollIntoViewIfNeeded();
      await shot(manager.page, "setup-checks");
      const sheet = new SheetPage(front.page);
      await front.openOf(patient);
      await sheet.changeRecall.click();
      await sheet.save.scrollIntoViewIfNeeded();
      await shot(front.page, "sheet-recall");
    });

    test(`pictures of answers, languages and places asked for in a call: ${layout}, ${theme}`, async ({ desk, practice }) => {
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });
      const { patient } = await awaiting(practice);
      const manager = new CallsPage((await desk("DCM", { layout, theme })).page);
      await manager.page.goto(`/chiamate/${patient}`);
      await manager.recordOther("Risponde al piano…");
      const panel = manager.panel("Che cosa risponde al piano");
      await panel.getByRole("radio", { name: "accetta" }).first().check();
      await panel.scrollIntoViewIfNeeded();
      await shot(manager.page, "call-answers");
      await panel.getByRole("button", { name: "Registra e fissa una visita" }).click();
      const places = manager.panel("Quale posto");
      await places.getByLabel("Un altro giorno e ora").fill(`${openMonday()}T21:00`);
      await places.getByLabel("Perché fuori orario").fill("lavora tutto il giorno");
      await places.getByRole("button", { name: "Scegli quest’ora" }).click();
      await places.getByRole("button", { name: "Scegli quest’ora" }).scrollIntoViewIfNeeded();
      await shot(manager.page, "call-asked");
      const office = new SheetPage((await desk("DOM", { layout, theme })).page);
      await office.page.goto("/impostazioni");
      const part = office.page.getByRole("region", { name: "Chiamate" });
      await part.getByRole("button", { name: "Modifica orari e videochiamate" }).click();
      await part.getByLabel("Controllo impianti: codici").fill("impianto");
      await part.getByRole("button", { name: "Salva", exact: true }).click();
      const front = new SheetPage((await desk("FD", { layout, theme })).page);
      await front.openOf(patient);
      await front.sheet.getByRole("button", { name: "Modifica contatti" }).click();
      await front.sheet.getByRole("combobox", { name: "Lingua" }).selectOption("rumeno");
      await shot(front.page, "sheet-language");
      await front.sheet.getByRole("button", { name: "Salva" }).first().click();
      await front.sheet.getByText("Altri richiami").click();
      await front.sheet.getByText("Altri richiami").scrollIntoViewIfNeeded();
      await shot(front.page, "sheet-checks");
      const calls = new CallsPage(front.page);
      await calls.page.goto("/chiamate");
      await calls.rows.first().waitFor();
      await calls.unfoldFilters();
      await shot(calls.page, "calls-filters");
    });
  }
}

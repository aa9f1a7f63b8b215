import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { AbsencePage } from "../pages/absence_page.ts";
import { AgendaPage, escape } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { PlainClient } from "../support/plain_client.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { snapshot } from "../support/served.ts";
import { LAYOUTS, expect, test } from "../support/test.ts";

interface Visit {
  id: string;
  patient: string;
  kind: string;
  status: { is: string };
  place: { start: string; minutes: number; chair: string; clinician: string };
  displaced?: { by: string; id: string };
}

/** A time in which a clinician has fourteen visits or a few more. */
interface Full {
  clinician: string;
  name: string;
  from: string;
  to: string;
  visits: Visit[];
}

interface Person {
  id: string;
  surname: string;
  name: string;
  profession?: string;
}

async function rows<T>(page: Page, table: string): Promise<T[]> {
  return (await snapshot(page)).filter((row) => row.table === table).map(({ row }) => row as unknown as T);
}

const names = async (page: Page) => new Map((await rows<Person>(page, "patient")).map((who) => [who.id, `${who.surname} ${who.name}`]));

const byStart = (one: Visit, other: Visit) => one.place.start.localeCompare(other.place.start) || one.id.localeCompare(other.id);

/** Who has the most to do from tomorrow on, and the first days that make fourteen visits. */
async function fullClinician(page: Page): Promise<Full> {
  const visits = (await rows<Visit>(page, "appointment")).filter((visit) => visit.status.is === "booked");
  const clinicians = await rows<Person>(page, "clinician");
  const from = addDays(referenceMonday(), 1);
  for (let days = 0; days < 14; days++) {
    const to = addDays(from, days);
    for (const { id, surname, name } of clinicians) {
      const within = (visit: Visit) => visit.place.start.slice(0, 10) >= from && visit.place.start.slice(0, 10) <= to;
      const own = visits.filter((visit) => visit.place.clinician === id && within(visit)).sort(byStart);
      if (own.length >= 14) return { clinician: id, name: `${surname} ${name}`, from, to, visits: own };
    }
  }
  throw new Error("nobody has fourteen visits");
}

const parked = async (page: Page) => (await rows<Visit>(page, "appointment")).filter((visit) => visit.displaced?.by === "absence" || visit.displaced?.by === "closure");

for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) test(`an absence tells what it displaces, does it in one act, and is undone as one, live for everybody: ${layout}`, async ({ desk }) => {
  const manager = await desk("DOM", { layout });
  const witness = await desk("FD");
  const frames: string[] = [];
  witness.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  await witness.page.reload();
  const agenda = new AgendaPage(witness.page);
  await agenda.awaited();
  const { name, from, to, visits } = await fullClinician(witness.page);
  const named = await names(witness.page);

  const absence = new AbsencePage(manager.page);
  // In the narrow window there is a mouse, on the others a finger.
  const press = (target: Locator) => (layout === "narrow" ? target.click() : target.tap());
  await press(absence.link);
  await absence.fill({ who: name, from, to, reason: "Intervento al ginocchio" });
  await expect(absence.page.getByRole("heading", { name: `${visits.length} visite in questo periodo` })).toBeVisible();
  expect(await absence.affectedNames).toEqual(visits.map((visit) => named.get(visit.patient)));
  await expect(absence.page.getByText(`${visits.length} visite passano in «Da ricollocare»`)).toBeVisible();
  // A place is proposed for each of them, to nobody the place of another.
  await expect(absence.affected.filter({ hasText: /primo posto: / })).toHaveCount(visits.length);
  const proposed = await absence.affected.locator(".absence__proposal").allTextContents();
  expect(new Set(proposed).size).toBe(visits.length);

  await press(absence.submit);
  await expect(absence.news).toContainText(`${visits.length} visite da ricollocare`);
  // News stand still while somebody points at them.
  await absence.news.hover();
  await expect(absence.known.filter({ hasText: `${visits.length} visite ancora da ricollocare` })).toContainText("Intervento al ginocchio");
  await expect.poll(async () => (await parked(witness.page)).length).toBe(visits.length);

  // Whoever looks at that day sees it without doing anything.
  await witness.page.goto(`/agenda/${from}`);
  const surname = name.split(" ")[0]!;
  await expect(witness.page.getByRole("list", { name: "Assenti in questo giorno" })).toContainText(`${surname} assente`);
  await agenda.showBy("Operatori");
  await expect(agenda.day.locator(".day__away")).toHaveText("assente");
  const ofTheDay = visits.filter((visit) => visit.place.start.startsWith(from));
  for (const visit of ofTheDay) {
    const name = new RegExp(`^${escape(named.get(visit.patient)!)}( \\(\\d+\\))?, .*da ricollocare`);
    await expect(agenda.day.getByRole("article", { name })).toBeVisible();
  }
  // Why somebody is away is nobody's business at the front desk.
  expect(frames.some((frame) => frame.includes('"absence"'))).toBe(true);
  expect(frames.join()).not.toContain("ginocchio");
  expect(JSON.stringify(await rows(witness.page, "absence"))).not.toContain("ginocchio");

  await press(absence.news.getByRole("button", { name: "Annulla" }));
  await expect(absence.news).toContainText(`${visits.length} visite sono tornate al loro posto`);
  await expect(absence.absences).toHaveCount(0);
  await expect(agenda.day.locator(".day__away")).toHaveCount(0);
  await expect.poll(async () => (await parked(witness.page)).length).toBe(0);
});

test("the displaced are on the call list by the start that their visits had", async ({ desk }) => {
  const { page } = await desk("DOM");
  const { name, from, to, visits } = await fullClinician(page);
  const named = await names(page);
  const absence = new AbsencePage(page);
  await absence.open();
  await absence.fill({ who: name, from, to });
  await absence.submit.click();
  await absence.toCalls.click();
  const calls = new CallsPage(page);
  await expect(page.getByRole("button", { name: /^Da ricollocare/ })).toHaveAttribute("aria-pressed", "true");
  await calls.rows.first().waitFor();
  const first = new Map<string, string>();
  for (const visit of visits) if (!first.has(visit.patient)) first.set(visit.patient, named.get(visit.patient)!);
  // A patient with a promise or a risk, or with a visit that was displaced before, stands above these for that.
  const rest = calls.rows.filter({ hasNotText: /Promess|Rischio|provvisorio|ortodonzia fissa|ritrattamento|protesi mobile|un'altra|altre \d/i });
  const listed = (await rest.locator(".call-row__name").allTextContents()).map((name) => name.trim());
  const expected = [...first.values()].filter((name) => listed.includes(name));
  expect(expected.length).toBeGreaterThanOrEqual(8);
  expect(listed.filter((name) => expected.includes(name))).toEqual(expected);
});

test("what was placed over meanwhile stays in the tray when the absence is removed, and the rest comes back", async ({ desk, practice }) => {
  const { page } = await desk("DOM");
  const { name, from, to, visits, clinician } = await fullClinician(page);
  const absence = new AbsencePage(page);
  await absence.open();
  await absence.fill({ who: name, from, to });
  await absence.submit.click();
  await expect(absence.news).toContainText("da ricollocare");
  await expect.poll(async () => (await parked(page)).length).toBe(visits.length);

  // Somebody else is booked at the chair of one of them, with a colleague who is free.
  const all = (await rows<Visit>(page, "appointment")).filter((visit) => visit.status.is !== "cancelled");
  const colleagues = (await rows<Person>(page, "clinician")).filter((who) => who.id !== clinician);
  const minutes = (visit: Visit) => [Date.parse(visit.place.start), Date.parse(visit.place.start) + visit.place.minutes * 60_000] as const;
  const meet = (one: Visit, other: Visit) => minutes(one)[0] < minutes(other)[1] && minutes(other)[0] < minutes(one)[1];
  const choice = visits
    .flatMap((visit) => colleagues.map((colleague) => ({ visit, colleague })))
    .find(({ visit, colleague }) => !all.some((other) => meet(visit, other) && (other.place.clinician === colleague.id || other.place.chair === visit.place.chair)));
  if (choice === undefined) throw new Error("every place of the absence is taken");
  const busy = new Set(all.filter((other) => meet(choice.visit, other)).map((visit) => visit.patient));
  const patient = [...(await names(page)).keys()].find((patient) => !busy.has(patient))!;
  const client = new PlainClient(practice.origin);
  const { login, password } = practice.person("FD");
  await client.signIn(login, password);
  await client.connect();
  const mid = client.give("book_appointment", {
    appointment: randomUUID(),
    patient,
    kind: "examination",
    place: { ...choice.visit.place, clinician: choice.colleague.id },
  });
  await expect.poll(() => client.results.get(mid)?.is).toBe("ok");
  client.drop();
  await page.goto(`/agenda/${choice.visit.place.start.slice(0, 10)}`);
  await expect(new AgendaPage(page).badge).toContainText("dal vivo");

  await absence.open();
  await absence.absences.first().getByRole("button", { name: /^Togli/ }).click();
  await expect(absence.news).toContainText(`${visits.length - 1} visite sono tornate al loro posto`);
  await absence.news.hover();
  await expect(absence.news).toContainText("1 resta da ricollocare");
  await expect.poll(async () => (await parked(page)).map((visit) => visit.id)).toEqual([choice.visit.id]);
  // Taken back by mistake: the same once more.
  await absence.undo();
  await expect(absence.absences.first()).toContainText(`${visits.length - 1} visite ancora da ricollocare`);
});

for (const layout of ["tablet", "phone"] as const) test(`a closure is of whole days, wants a reason for everybody, and displaces every visit of them: ${layout}`, async ({ desk }) => {
  const { page } = await desk("OW", { layout });
  const day = addDays(referenceMonday(), 3);
  const ofTheDay = (await rows<Visit>(page, "appointment")).filter((visit) => visit.status.is === "booked" && visit.place.start.startsWith(day));
  expect(ofTheDay.length).toBeGreaterThan(20);
  const absence = new AbsencePage(page);
  await absence.open();
  await absence.fill({ who: "Tutto lo studio (chiusura)", from: day, to: day });
  await expect(page.getByRole("radio", { name: "Alcune ore" })).toHaveCount(0);
  await expect(absence.affected).toHaveCount(ofTheDay.length);
  await absence.submit.click();
  await expect(page.getByRole("alert").filter({ hasText: "Scrivi il motivo della chiusura" })).toBeVisible();
  await absence.reason.fill("Lavori all’impianto");
  await absence.submit.click();
  await expect(absence.news).toContainText(`${ofTheDay.length} visite da ricollocare`);
  const witness = await desk("RS");
  await witness.page.goto(`/agenda/${day}`);
  await expect(witness.page.getByText("Lavori all’impianto").first()).toBeVisible();
  await absence.known.filter({ hasText: "Lavori all’impianto" }).getByRole("button", { name: /^Togli/ }).click();
  await expect(absence.news).toContainText(`${ofTheDay.length} visite sono tornate al loro posto`);
  await expect(witness.page.getByText("Lavori all’impianto")).toHaveCount(0);
});

test("a clinician says it of themselves, for half a day", async ({ desk }) => {
  const { page } = await desk("DE");
  const absence = new AbsencePage(page);
  await absence.open();
  await expect(absence.who.locator("option")).toHaveCount(1);
  const own = (await absence.who.locator("option").textContent())!;
  const clinician = (await rows<Person>(page, "clinician")).find((who) => `${who.surname} ${who.name}` === own)!;
  const booked = (await rows<Visit>(page, "appointment")).filter((visit) => visit.status.is === "booked" && visit.place.clinician === clinician.id);
  const tomorrow = addDays(referenceMonday(), 1);
  const day = booked.map((visit) => visit.place.start).filter((start) => start.slice(0, 10) >= tomorrow && start.slice(11) >= "14:00").sort()[0]!.slice(0, 10);
  await absence.fill({ from: day, to: day });
  await absence.fillHours("14:00", "19:30");
  const afternoon = booked.filter((visit) => visit.place.start.startsWith(day) && visit.place.start.slice(11, 16) >= "14:00");
  await expect(absence.affected).toHaveCount(afternoon.length);
  await absence.submit.click();
  await expect(absence.absences.first()).toContainText("14:00 – 19:30");
  await page.goto(`/agenda/${day}`);
  await expect(page.getByText(`${clinician.surname} assente 14:00–19:30`)).toBeVisible();
});

test("whoever may not say it sees what is known, without the form and without a way to take it back", async ({ desk }) => {
  const { page } = await desk("FD");
  const absence = new AbsencePage(page);
  await new AgendaPage(page).awaited();
  await absence.link.click();
  await absence.known.first().waitFor();
  await expect(absence.submit).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Togli: / })).toHaveCount(0);
});

test("without a network an absence is kept, shown, and arrives", async ({ desk }) => {
  const { page, link } = await desk("DOM");
  const witness = await desk("FD");
  const { name, from, to, visits } = await fullClinician(page);
  const absence = new AbsencePage(page);
  await absence.open();
  link.cut();
  await expect(absence.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await absence.fill({ who: name, from, to });
  await absence.submit.click();
  await expect(absence.news).toContainText(`${visits.length} visite da ricollocare`);
  await expect(absence.absences.first()).toContainText("tenuto su questo dispositivo");
  await expect(absence.badge).toContainText("1 da inviare");
  expect(await parked(witness.page)).toEqual([]);
  link.mend();
  await expect(absence.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(absence.absences.first()).toContainText("salvato");
  await expect.poll(async () => (await parked(witness.page)).length).toBe(visits.length);
});

test("each displaced visit keeps the place that is proposed for it, and one tap leads there from the page and from the tray", async ({ desk }) => {
  const manager = await desk("DOM");
  const { name, from, to, visits } = await fullClinician(manager.page);
  const absence = new AbsencePage(manager.page);
  await absence.open();
  await absence.fill({ who: name, from, to });
  await absence.submit.click();
  const away = absence.absences.first();
  await expect(absence.displaced(away)).toHaveCount(visits.length);
  await expect(absence.proposals(away)).toHaveCount(visits.length);
  const proposed = await absence.proposals(away).allTextContents();
  expect(new Set(proposed).size).toBe(visits.length);

  // From the page of absences: the window of the visit, on the day of the place, with the place filled in.
  await absence.proposals(away).first().click();
  const managers = new AgendaPage(manager.page);
  await expect(managers.submitMove).toBeEnabled();
  await managers.submitMove.click();
  await expect.poll(async () => (await parked(manager.page)).length).toBe(visits.length - 1);

  // From the tray beside the day, for the front desk.
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const places = agenda.side("Da ricollocare").locator(".side-place");
  await expect(places).toHaveCount(visits.length - 1);
  const first = await places.first().textContent();
  await places.first().click();
  await expect(agenda.submitMove).toBeEnabled();
  await agenda.submitMove.click();
  await agenda.holdNews();
  await expect.poll(async () => (await parked(page)).length).toBe(visits.length - 2);
  // Its place is proposed to nobody any more, here and on the other screen.
  await expect(places).toHaveCount(visits.length - 2);
  await expect(places.filter({ hasText: first! })).toHaveCount(0);
  await managers.page.goto("/assenze");
  await expect(absence.proposals(away)).toHaveCount(visits.length - 2);
  await expect(absence.proposals(away).filter({ hasText: first! })).toHaveCount(0);
  // Placed by mistake: it waits again, with a place proposed.
  await agenda.undo();
  await expect(places).toHaveCount(visits.length - 1);
});

/** Patients with an active plan whose visit of this day was displaced and who have no other visit for it. */
async function stoppedOn(page: Page, day: string): Promise<Set<string>> {
  const visits = await rows<Visit>(page, "appointment");
  const cares = await rows<{ patient: string; plans?: { steps_open: number }[] }>(page, "care");
  const goesOn = (visit: Visit) => visit.kind !== "hygiene";
  const lost = visits.filter((visit) => goesOn(visit) && visit.displaced?.by === "closure" && visit.place.start.startsWith(day));
  const come = visits.filter((visit) => goesOn(visit) && ["booked", "arrived", "in_chair"].includes(visit.status.is) && visit.place.start.slice(0, 10) >= referenceMonday());
  const active = (patient: string) => cares.some((care) => care.patient === patient && care.plans?.some((plan) => plan.steps_open > 0));
  return new Set(lost.map((visit) => visit.patient).filter((patient) => active(patient) && !come.some((visit) => visit.patient === patient)));
}

test("the cycles that a closure stopped resume in the order of the call list, also once it is over", async ({ desk, practice }) => {
  const manager = new AbsencePage((await desk("DOM")).page);
  const day = addDays(referenceMonday(), 1);
  await manager.open();
  await manager.fill({ who: "Tutto lo studio (chiusura)", from: day, to: day, reason: "Guasto alla caldaia" });
  await manager.submit.click();
  await expect(manager.known.filter({ hasText: "Guasto alla caldaia" })).toContainText("ancora da ricollocare");
  // Of plans of care the manager sees sums only: those who call see whose cycle stands still.
  await expect(manager.cycles(manager.page.locator("main"))).toHaveCount(0);
  const { page } = await desk("FD");
  const absence = new AbsencePage(page);
  await absence.link.click();
  const closure = absence.known.filter({ hasText: "Guasto alla caldaia" });
  await expect.poll(async () => (await parked(page)).length).toBeGreaterThan(0);
  const stopped = await stoppedOn(page, day);
  const named = await names(page);
  expect(stopped.size).toBeGreaterThan(1);
  await expect(closure).toContainText("da riprendere");
  const lost = absence.cycles(closure).filter({ hasText: "ha perso il posto" });
  await expect(lost).toHaveCount(stopped.size);
  expect(new Set(await lost.locator("b").allTextContents())).toEqual(new Set([...stopped].map((patient) => named.get(patient))));

  const inOrder = await absence.cycles(closure).locator("b").allTextContents();
  await closure.getByRole("link", { name: "Chiama in quest’ordine" }).click();
  const calls = new CallsPage(page);
  await expect(page.getByRole("button", { name: "Cicli da riprendere, studio chiuso: Guasto alla caldaia: togli il filtro" })).toBeVisible();
  const listed = await calls.names(inOrder.length);
  expect(listed.length).toBeGreaterThan(1);
  expect(inOrder.slice(0, listed.length)).toEqual(listed);
  await page.goBack();
  await absence.cycles(closure).first().click();
  await expect(calls.card).toContainText(inOrder[0]!);

  // The closure is over: what it stopped is still to be resumed.
  await practice.kill();
  await practice.start(`${addDays(day, 1)}T09:30`);
  await new SignInPage(page).signIn(practice.person("FD"));
  await page.goto("/assenze");
  const over = absence.over.filter({ hasText: "Guasto alla caldaia" });
  await expect(absence.cycles(over).filter({ hasText: "ha perso il posto" })).toHaveCount(stopped.size, { timeout: 60_000 });
});

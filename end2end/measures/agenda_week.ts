import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { PlainClient } from "../support/plain_client.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { Random, seed } from "../support/random.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";
import { type Visit, visitsOf } from "../support/workload.ts";

// A week of so many visits, ours and FullCalendar's timeGridWeek with the same ones, in turn in one Chromium. What is measured:
// from the click on the view, or from letting go of a visit, until the frame that shows the result has been painted. Of ours a
// move is a drop: rules asked, command carried out and kept, news told. Of FullCalendar it is `setDates`
// alone. Before each of them what earlier rounds have left is collected, on both sides: nobody turns a thousand visits over
// every second. VISITS and ROUNDS change the run.

const VISITS = setting("VISITS", 1_000);
const ROUNDS = setting("ROUNDS", 15);
const SEED = seed();

test.setTimeout(600_000);

const MONDAY = addDays(referenceMonday(), 7);
const DAYS = 5;
/** The hour that stays free for what is moved. */
const FREE_HOUR = "17:00";

const two = (number: number) => String(number).padStart(2, "0");

/** Fills the week up with visits that stand on others on purpose, away from the late afternoon; one has a place of its own there. */
async function fill(client: PlainClient): Promise<{ visits: Visit[]; moved: Visit }> {
  const random = new Random(SEED);
  const inWeek = (visit: Visit) =>
    visit.place.start >= MONDAY && visit.place.start < addDays(MONDAY, 7) && !["cancelled", "no_show"].includes(visit.status.is);
  const like = visitsOf(client).filter(inWeek)[0]!;
  const patients = client.rows("patient").map(({ id }) => id);
  const chairs = client.rows("chair").map(({ id }) => id);
  const clinicians = client.rows("clinician").map(({ id }) => id);
  // The late afternoon of the week is emptied.
  for (const visit of visitsOf(client).filter(inWeek).filter(({ place }) => place.start.slice(11, 16) >= "16:00")) {
    client.give("cancel_appointment", { appointment: visit.id, who: "patient", reason: "misura" });
  }
  await client.until(() => client.unsent === 0);
  const book = (place: object) => client.give("book_appointment", { appointment: randomUUID(), patient: random.pick(patients), place, kind: "checkup", overbooking: { reason: "misura" } });
  // Some are refused: not every chair is open all day.
  for (;;) {
    const missing = VISITS - visitsOf(client).filter(inWeek).length - 1;
    if (missing <= 0) break;
    for (let number = 0; number < Math.min(missing, 100); number += 1) {
      const day = addDays(MONDAY, number % DAYS);
      const morning = random.below(8) < 6;
      const slot = random.below(morning ? 42 : 8);
      const hour = (morning ? 9 : 15) + Math.floor(slot / 12);
      const start = `${day}T${two(hour)}:${two((slot % 12) * 5)}:00`;
      book({ start, minutes: random.pick([15, 20, 30]), chair: random.pick(chairs), clinician: random.pick(clinicians) });
    }
    await client.until(() => client.unsent === 0);
  }
  client.give("book_appointment", { appointment: randomUUID(), patient: patients.at(-1), place: { ...like.place, start: `${MONDAY}T${FREE_HOUR}:00`, minutes: 30 }, kind: "checkup" });
  await client.until(() => client.unsent === 0);
  const visits = visitsOf(client).filter(inWeek);
  return { visits, moved: visits.find(({ place }) => place.start === `${MONDAY}T${FREE_HOUR}:00`)! };
}

/** Puts into a page what tells the moment at which the frame that shows something has been painted. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scope = window as unknown as { paintedWhen: (holds: () => boolean) => Promise<number> };
    scope.paintedWhen = (holds) =>
      new Promise((done) => {
        const look = () => {
          if (!holds()) return requestAnimationFrame(look);
          // What is posted from within a frame is heard after it has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(0);
        };
        requestAnimationFrame(look);
      });
  });
}

declare const paintedWhen: (holds: () => boolean) => Promise<number>;
interface Calendar {
  changeView: (view: string) => void;
  getEventById: (id: string) => { setDates: (start: string, end: string) => void };
  render: () => void;
}
declare const calendar: Calendar;

/** FullCalendar's week with the same visits. */
async function fullCalendar(page: Page, visits: Visit[], names: Map<string, string>): Promise<void> {
  const folder = path.resolve(import.meta.dirname, "../node_modules/@fullcalendar");
  await page.setContent("<!doctype html><div id='calendar' style='height: 764px'></div>");
  for (const part of ["core", "interaction", "daygrid", "timegrid"]) {
    await page.addScriptTag({ path: path.join(folder, part, "index.global.min.js") });
  }
  const end = ({ place }: Visit) => {
    const minutes = Number(place.start.slice(11, 13)) * 60 + Number(place.start.slice(14, 16)) + place.minutes;
    return `${place.start.slice(0, 11)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
  };
  const events = visits.map((visit) => ({ id: visit.id, title: names.get(visit.id) ?? "", start: visit.place.start, end: end(visit) }));
  await page.evaluate(
    ({ events, day }) => {
      const scope = window as unknown as { FullCalendar: { Calendar: new (element: Element, options: object) => Calendar }; calendar: Calendar };
      scope.calendar = new scope.FullCalendar.Calendar(document.querySelector("#calendar")!, {
        initialView: "timeGridDay",
        initialDate: day,
        editable: true,
        firstDay: 1,
        hiddenDays: [0, 6],
        slotMinTime: "09:00",
        slotMaxTime: "19:00",
        allDaySlot: false,
        events,
      });
      scope.calendar.render();
    },
    { events, day: MONDAY },
  );
}

/** Milliseconds until our week is painted, and until the day is again. */
async function ourSwitch(page: Page, count: number): Promise<number> {
  const took = await page.evaluate(async (count) => {
    const before = performance.now();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "s", bubbles: true }));
    return (await paintedWhen(() => document.querySelectorAll(".week-card").length >= count)) - before;
  }, count);
  return took;
}

async function theirSwitch(page: Page, count: number): Promise<number> {
  return page.evaluate(async (count) => {
    const before = performance.now();
    calendar.changeView("timeGridWeek");
    return (await paintedWhen(() => document.querySelectorAll(".fc-event").length >= count)) - before;
  }, count);
}

/** Lets the visit go on another day, at the same hour, and tells how long it took until it was painted there. */
async function ourMove(page: Page, id: string, column: number): Promise<number> {
  return page.evaluate(
    async ({ id, column }) => {
      const card = () => document.querySelector(`[data-visit="${id}"]`)!;
      const day = (element: Element) => element.closest(".week__day")!;
      const from = card().getBoundingClientRect();
      const to = document.querySelectorAll(".week__track")[column]!.getBoundingClientRect();
      const point = (x: number) => ({ clientX: x, clientY: from.top + 5, bubbles: true, button: 0, pointerType: "mouse" });
      card().dispatchEvent(new PointerEvent("pointerdown", point(from.left + 5)));
      window.dispatchEvent(new PointerEvent("pointermove", point(from.left + 30)));
      window.dispatchEvent(new PointerEvent("pointermove", point(to.left + to.width / 2)));
      await paintedWhen(() => document.querySelector(".drag-shadow") !== null);
      const target = document.querySelectorAll(".week__day")[column]!;
      const before = performance.now();
      window.dispatchEvent(new PointerEvent("pointerup", point(to.left + to.width / 2)));
      return (await paintedWhen(() => day(card()) === target)) - before;
    },
    { id, column },
  );
}

async function theirMove(page: Page, id: string, day: string): Promise<number> {
  return page.evaluate(
    async ({ id, day, hour }) => {
      const count = () => document.querySelectorAll(`.fc-timegrid-col[data-date="${day}"] .fc-event`).length;
      const already = count();
      const before = performance.now();
      calendar.getEventById(id).setDates(`${day}T${hour}:00`, `${day}T17:30:00`);
      return (await paintedWhen(() => count() > already)) - before;
    },
    { id, day, hour: FREE_HOUR },
  );
}

test("a week of many visits is painted, and one of them moved", async ({ practice, desk }) => {
  const client = new PlainClient(practice.origin);
  const { login, password } = practice.person("FD");
  await client.signIn(login, password);
  await client.connect();
  const { visits, moved } = await fill(client);
  const surnames = new Map(client.rows("patient").map((row) => [row.id as string, `${row.surname as string} ${row.name as string}`]));
  const names = new Map(visits.map((visit) => [visit.id, surnames.get(visit.patient) ?? ""]));
  client.drop();
  expect(visits.length).toBe(VISITS);

  const { page: ours, context } = await desk("FD", { mouse: true });
  await new AgendaPage(ours).goTo("Agenda");
  await ours.goto(`/agenda/${MONDAY}`);
  await new AgendaPage(ours).cards.first().waitFor();
  const theirs = await context.newPage();
  await fullCalendar(theirs, visits, names);
  for (const page of [ours, theirs]) await prepare(page);

  const collectors = await Promise.all([ours, theirs].map((page) => context.newCDPSession(page)));
  const collect = () => Promise.all(collectors.map((collector) => collector.send("HeapProfiler.collectGarbage")));
  const times = { "our week": [] as number[], "FullCalendar's week": [] as number[], "our move": [] as number[], "FullCalendar's move": [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const day = round % 2 === 0 ? 2 : 0;
    await ours.bringToFront();
    await collect();
    const switched = await ourSwitch(ours, VISITS);
    const dropped = await ourMove(ours, moved.id, day);
    await expect(new AgendaPage(ours).badge).not.toContainText(/da inviare/);
    await ours.keyboard.press("g");
    await new AgendaPage(ours).cards.first().waitFor();
    await theirs.bringToFront();
    await collect();
    const theirSwitched = await theirSwitch(theirs, VISITS);
    const theirMoved = await theirMove(theirs, moved.id, addDays(MONDAY, day));
    await theirs.evaluate(() => calendar.changeView("timeGridDay"));
    // The first round warms both up.
    if (round === 0) continue;
    times["our week"].push(switched);
    times["FullCalendar's week"].push(theirSwitched);
    times["our move"].push(dropped);
    times["FullCalendar's move"].push(theirMoved);
  }

  const median = (name: keyof typeof times) => percentile(times[name], 0.5);
  const line = (name: keyof typeof times) => `  ${name}: median ${median(name).toFixed(1)} ms, p90 ${percentile(times[name], 0.9).toFixed(1)} ms`;
  const ratio = (ours: keyof typeof times, theirs: keyof typeof times) => (median(ours) / median(theirs)).toFixed(2);
  await report("agenda_week", [
    `a week of ${VISITS} visits, ${ROUNDS} rounds in turn, until painted (seed ${SEED})`,
    ...(Object.keys(times) as (keyof typeof times)[]).map(line),
    `  ours for FullCalendar's 1: the week ${ratio("our week", "FullCalendar's week")}, a move ${ratio("our move", "FullCalendar's move")}`,
  ]);
});

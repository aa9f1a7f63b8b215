import type { Locator, Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { readLedger } from "../support/ledger.ts";
import { Link } from "../support/link.ts";
import { OwnBrowser } from "../support/own_browser.ts";
import type { Person, Practice } from "../support/practice.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { type Killed, type Moment, tapAndKill } from "../support/tap_and_kill.ts";
import { expect, test } from "../support/test.ts";
import { within } from "../support/within.ts";

// A personal device without a network whose browser is killed 100 ms after a tap, or, every third time, as soon as the screen
// calls the change kept: whatever it called kept is there at the next start, and reaches the server once. KILLS and BETWEEN
// (kills between two times with a network) change the run; MINUTES ends it earlier, with what was found until then.

const KILLS = setting("KILLS", 300);
const BETWEEN = setting("BETWEEN", 25);
const MINUTES = setting("MINUTES", 240);

/** How long a step of a round may take on a busy machine, in milliseconds. */
const PATIENCE = 120_000;
/** What takes longer is worth a line, in milliseconds. */
const REMARKABLE = 15_000;

test.setTimeout(4 * 3_600_000);

/** A device, who works at it, and the page that it shows. */
class Seat {
  page: Page | undefined;
  /** How long it took from the start of the browser to the day on the screen, in milliseconds. */
  readonly openings: number[] = [];

  constructor(
    private readonly device: OwnBrowser,
    private readonly person: Person,
  ) {}

  /** Waits for a step, but not for ever. */
  async step<T>(what: string, doing: Promise<T>): Promise<T> {
    const begun = Date.now();
    const done = await within(PATIENCE, what, this.page, doing);
    const took = Date.now() - begun;
    if (took > REMARKABLE) console.log(`${Math.round(took / 1000)} s until ${what}`);
    return done;
  }

  async start(): Promise<void> {
    this.page = undefined;
    this.page = await this.step("the browser starts", this.device.start());
  }

  /** Starts the browser without a network: the day opens with the password. */
  async startWithoutNetwork(): Promise<AgendaPage> {
    const begun = Date.now();
    await this.start();
    const agenda = new AgendaPage(this.page!);
    await this.step("the program starts", this.page!.goto("/agenda", { waitUntil: "commit" }));
    await this.step("the device asks for the password", agenda.openWith(this.person.password));
    await this.step("the day opens with the password", expect(agenda.badge).toContainText("alle ", { timeout: PATIENCE }));
    this.openings.push(Date.now() - begun);
    return agenda;
  }

  /** Signs in: the session went with the browser. What was cached before may not be what rests when the person leaves. */
  async signIn(): Promise<AgendaPage> {
    const page = this.page!;
    const agenda = new AgendaPage(page);
    const before = await this.step("the cache tells its name", cached(page));
    const door = new SignInPage(page);
    await this.step("the sign-in page opens", door.open());
    // Not waited for: in a browser of its own the click now and then never returns, though the program has long been live.
    door.submit(this.person.login, this.person.password).catch((error: Error) => console.error(error.message));
    await this.step("the program is live", expect(agenda.badge).toContainText("dal vivo", { timeout: PATIENCE }));
    await this.step("everything is sent", expect(agenda.badge).not.toContainText(/da inviare|da risolvere|salvataggio/, { timeout: PATIENCE }));
    // What is to be opened without a network later rests on the device from now on.
    await this.step("the program rests on the device", page.evaluate(async () => void (await navigator.serviceWorker.ready)));
    await this.step("the day is cached anew", expect.poll(() => cached(page), { timeout: PATIENCE }).not.toBe(before));
    return agenda;
  }

  /** Leaves the program as a person does who closes it: the last that it shows comes to rest. */
  async leave(): Promise<void> {
    const page = this.page!;
    const rests = (when: string) => this.step(`nothing is being cached ${when}`, expect.poll(() => isCaching(page), { timeout: PATIENCE }).toBe(false));
    await rests("before the person leaves");
    await this.step("the person leaves", page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide"))));
    await rests("when the person has left");
    await this.step("the browser closes", this.device.close());
  }

  /** Gets ready to kill the browser. */
  aim(): () => Promise<void> {
    const kill = this.device.aim();
    return () => this.step("the browser is gone", kill());
  }
}

/** Which snapshot rests on the device, if one does. What it says is sealed. */
async function cached(page: Page): Promise<string | undefined> {
  // A browser that has just been started stands on no page of the program.
  if (!page.url().startsWith("http")) await page.goto("/offline.html");
  return page.evaluate(() => (JSON.parse(localStorage.getItem("richiamo.cache") ?? "{}") as { snapshot?: string }).snapshot);
}

/** Whether the cache is being written, which takes a while: it is sealed first. Its writer holds a lock. */
function isCaching(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].some(({ name }) => name?.startsWith("richiamo-cache-"));
  });
}

test("a browser that is killed loses nothing that its screen called kept", async ({ practice, launchOptions }) => {
  const person = practice.person("FD");
  const link = await Link.to(() => practice.port);
  const device = await OwnBrowser.on(link.origin, launchOptions);
  const seat = new Seat(device, person);
  const begun = Date.now();
  const lost: string[] = [];
  const killed: Killed[] = [];
  let rested = 0;
  const soFar = () => ({
    said: killed.filter(({ kept }) => kept !== undefined).length,
    seconds: Math.round((Date.now() - begun) / 1000),
  });
  await seat.start();
  const shared = await seat.signIn();
  await seat.step("the device becomes personal", shared.makePersonal(person.password));
  await seat.leave();

  const isOver = () => killed.length >= KILLS || Date.now() - begun > MINUTES * 60_000;
  while (!isOver()) {
    link.cut();
    const kept: string[] = [];
    const upTo = Math.min(killed.length + BETWEEN, KILLS);
    let agenda = await seat.startWithoutNetwork();
    let rests: string[] = [];
    while (killed.length < upTo && !isOver()) {
      const count = killed.length;
      const button = await seat.step(`change ${count + 1} is found`, nextTap(agenda, count));
      const moment: Moment = count % 3 === 2 ? "once kept" : "after the tap";
      const end = await seat.step(`change ${count + 1} is made and the browser killed`, tapAndKill(button, moment, rests.length, seat.aim()));
      killed.push(end);
      if (end.kept !== undefined) kept.push(end.kept);

      agenda = await seat.startWithoutNetwork();
      rests = await seat.step("the device says what waits", waiting(agenda));
      if (killed.length % 10 === 0) console.log(`${killed.length} kills, ${rests.length} at rest, ${kept.length} of them called kept, ${soFar().seconds} s`);
      for (const gone of without(kept, rests)) {
        lost.push(gone);
        console.log(`lost: ${gone}`);
        kept.splice(kept.indexOf(gone), 1);
      }
    }
    rested += rests.length;
    // The program would find out by itself that its session is over, and go to the sign-in page of its own accord.
    await seat.step("the program is left", seat.page!.goto("/offline.html"));
    link.mend();
    await seat.signIn();
    await seat.leave();
    const { steps, patients } = await made(practice);
    const { said, seconds } = soFar();
    console.log(`${killed.length} kills: called kept ${said}, at rest ${rested}, in the server ${steps}, lost ${lost.length}, ${seconds} s`);
    expect({ steps, patients }).toEqual({ steps: rested, patients: rested });
  }
  await device.remove();
  await link.close();
  const line = (moment: Moment) => {
    const of = killed.filter((one) => one.moment === moment);
    const times = (list: number[]) => [0, 0.5, 0.95, 1].map((share) => percentile(list, share)).join(", ");
    const called = of.filter(({ kept }) => kept !== undefined);
    return (
      `  killed ${moment}: ${of.length}, ${times(of.map(({ after }) => after))} ms after the tap (least, median, p95, most); ` +
      `called kept ${called.length}, ${times(called.map(({ keptAfter }) => keptAfter!))} ms after the tap`
    );
  };
  const { said, seconds } = soFar();
  await report("killed_browser", [
    `killed browser (${practice.build} server): ${killed.length} kills, ${seconds} s; from the start to the day median ${percentile(seat.openings, 0.5)} ms, p95 ${percentile(seat.openings, 0.95)} ms`,
    line("after the tap"),
    line("once kept"),
    `  called kept ${said}, of them lost ${lost.length}; not called kept but there ${rested + lost.length - said}, ` +
      `neither ${killed.length - rested - lost.length}; once in the server ${rested}`,
  ]);
  expect(lost).toEqual([]);
});

/** The button of the next change: an arrival and a call in turn, calls alone once everybody has arrived. */
async function nextTap(agenda: AgendaPage, count: number): Promise<Locator> {
  if (count % 2 === 0) {
    await agenda.cards.first().waitFor();
    if ((await agenda.arrivals.count()) > 0) return agenda.arrivals.first();
  }
  const calls = new CallsPage(agenda.page);
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  const [name] = await calls.names(1);
  await calls.open(name!);
  return calls.outcomes.getByRole("button", { name: "Non risponde" });
}

/** What waits on the device, as its list says. */
async function waiting(agenda: AgendaPage): Promise<string[]> {
  if (!(await agenda.badge.textContent())!.includes("da inviare")) return [];
  await agenda.openOutbox();
  await agenda.waiting.first().waitFor();
  const entries = await agenda.waiting.evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""));
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();
  await agenda.outbox.waitFor({ state: "detached" });
  return entries;
}

/** Those of the first list that the second does not hold. A headline begins with the patient, or holds all that was said. */
function without(wanted: string[], present: string[]): string[] {
  const left = [...present];
  return wanted.filter((one) => {
    const index = left.findIndex((headline) => headline.includes(one.replace(/ \(\d+\)$/, "")));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Changes that people made, and how many different ones: nobody arrives twice, nobody is called twice. */
async function made(practice: Practice): Promise<{ steps: number; patients: number }> {
  const steps = (await readLedger(practice.folder)).steps.filter(({ client }) => client !== null);
  const different = new Set(steps.map(({ changes }) => `${changes[0]!.table} ${String(changes[0]!.row.patient)}`));
  return { steps: steps.length, patients: different.size };
}

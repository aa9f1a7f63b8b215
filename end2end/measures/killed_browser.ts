import { setTimeout as pause } from "node:timers/promises";
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
import { expect, test } from "../support/test.ts";

// A device without a network whose browser is killed 100 ms after each tap: whatever its screen called kept is there at the
// next start, and reaches the server once. KILLS and BETWEEN (kills between two times with a network) change the run.

const KILLS = setting("KILLS", 200);
const BETWEEN = setting("BETWEEN", 25);

/** How long after the tap the screen is read and the browser killed, in milliseconds. */
const AFTER_TAP = 100;
/** How long anything may take on a busy machine, in milliseconds. */
const PATIENCE = 60_000;
/** What the screen says of a change that is kept: in the list of what waits, and on the card of a visit. */
const KEPT_IN_LIST = "conservato su questo dispositivo";
const KEPT_ON_CARD = "tenuto su questo dispositivo";
const ARRIVAL = "Segna l’arrivo: ";

test.setTimeout(4 * 3_600_000);

/** Opens the program on a device that has no network. What a device asks for before it shows what rests on it belongs here. */
async function openWithoutNetwork(page: Page): Promise<AgendaPage> {
  await page.goto("/agenda");
  const agenda = new AgendaPage(page);
  await expect(agenda.badge).toContainText("alle ", { timeout: 60_000 });
  return agenda;
}

/** Opens the program on a device that has a network. The session went with the browser. */
async function openWithNetwork(page: Page, person: Person): Promise<AgendaPage> {
  await new SignInPage(page).signIn(person);
  // What is to be opened without a network later rests on the device from now on.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return new AgendaPage(page);
}

/** Leaves the program as a person does who closes it: what it shows comes to rest. */
async function leave(page: Page, device: OwnBrowser): Promise<void> {
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("richiamo.cache"))).not.toBeNull();
  await device.close();
}

test("a browser that is killed loses nothing that its screen called kept", async ({ practice, launchOptions }) => {
  const person = practice.person("FD");
  const link = await Link.to(() => practice.port);
  const device = await OwnBrowser.on(link.origin, launchOptions);
  const begun = Date.now();
  const lost: string[] = [];
  const killed: Record<Moment, Killed[]> = { "after the tap": [], "once kept": [] };
  let rested = 0;
  const soFar = () => ({
    said: Object.values(killed).flat().filter(({ kept }) => kept !== undefined).length,
    seconds: Math.round((Date.now() - begun) / 1000),
  });
  const first = await device.start();
  await openWithNetwork(first, person);
  await leave(first, device);

  for (let kills = 0; kills < KILLS; ) {
    link.cut();
    const kept: string[] = [];
    const upTo = Math.min(kills + BETWEEN, KILLS);
    let page = await device.start();
    let agenda = await openWithoutNetwork(page);
    let rests: string[] = [];
    for (; kills < upTo; kills += 1) {
      const tap = await nextTap(agenda, kills);
      const moment = kills % 4 < 2 ? "after the tap" : "once kept";
      const end = await tapAndKill(page, tap, moment, rests.length, device.aim());
      killed[moment].push(end);
      if (end.kept !== undefined) kept.push(end.kept);

      page = await device.start();
      agenda = await openWithoutNetwork(page);
      rests = await waiting(agenda);
      for (const gone of without(kept, rests)) {
        lost.push(gone);
        kept.splice(kept.indexOf(gone), 1);
      }
    }
    rested += rests.length;
    link.mend();
    const live = await openWithNetwork(page, person);
    await expect(live.badge).not.toContainText(/da inviare|da risolvere|salvataggio/, { timeout: 120_000 });
    await leave(page, device);
    const { steps, patients } = await made(practice);
    const { said, seconds } = soFar();
    console.log(`${kills} kills: called kept ${said}, at rest ${rested}, in the server ${steps}, lost ${lost.length}, ${seconds} s`);
    expect({ steps, patients }).toEqual({ steps: rested, patients: rested });
  }
  await device.remove();
  await link.close();
  const line = (moment: Moment) => {
    const after = killed[moment].map(({ after }) => after);
    const kept = killed[moment].filter(({ kept }) => kept !== undefined).length;
    return `  killed ${moment}: ${after.length}, called kept ${kept}; after the tap by median ${percentile(after, 0.5)} ms, p95 ${percentile(after, 0.95)} ms`;
  };
  const { said, seconds } = soFar();
  await report("killed_browser", [
    `killed browser (${practice.build} server): ${KILLS} kills, ${seconds} s`,
    line("after the tap"),
    line("once kept"),
    `  called kept ${said}, of them lost ${lost.length}; not called kept but there ${rested + lost.length - said}, ` +
      `neither ${KILLS - rested - lost.length}; once in the server ${rested}`,
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

/** When the browser is killed: some time after the tap, or as soon as the screen has called the change kept. */
type Moment = "after the tap" | "once kept";

/** Taps, and kills the browser. What the screen has said until then is known from the page itself, which tells as it happens. */
async function tapAndKill(page: Page, button: Locator, moment: Moment, waiting: number, kill: () => Promise<void>): Promise<Killed> {
  const told = new Map<string, { at: number; text: string }>();
  const tells = (word: string) =>
    new Promise<void>((done) =>
      page.on("console", (message) => {
        const [mine, what, ...text] = message.text().split("|");
        if (mine !== "measure" || what !== word) return;
        told.set(word, { at: Date.now(), text: text.join("|") });
        done();
      }),
    );
  const tapped = tells("tapped");
  const kept = tells("kept");
  const name = (await button.getAttribute("aria-label"))?.replace(ARRIVAL, "");
  await page.evaluate(
    ({ inList, onCard, name, waiting }) => {
      // An arrival is called kept by a mark on its card; for a call the list of what waits has to be opened.
      const marks = () => document.querySelectorAll(`.row-mark[aria-label="${onCard}"]`).length;
      const before = marks();
      const said = () => {
        if (name !== undefined) return marks() > before ? name : undefined;
        const entry = document.querySelectorAll(".outbox__entry")[waiting];
        return entry?.textContent?.includes(inList) ? entry.getAttribute("aria-label") : undefined;
      };
      const look = () => {
        const what = said();
        if (what === undefined) return;
        observer.disconnect();
        console.debug(`measure|kept|${what}`);
      };
      const observer = new MutationObserver(look);
      const tap = () => {
        console.debug("measure|tapped|");
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        if (name !== undefined) return;
        setTimeout(() => document.querySelector<HTMLElement>("button[aria-label^='Stato dei dati']")?.click());
      };
      addEventListener("click", tap, { capture: true, once: true });
    },
    { inList: KEPT_IN_LIST, onCard: KEPT_ON_CARD, name, waiting },
  );
  // The browser may be gone before it has answered.
  const tap = button.tap({ timeout: PATIENCE }).catch((error: Error) => told.has("tapped") || console.error(error.message));
  const late = pause(PATIENCE).then(() => Promise.reject(new Error(`nothing heard of a tap (${name ?? "call"}); heard ${[...told.keys()].join()}`)));
  late.catch(() => {});
  await Promise.race([tapped, late]);
  if (moment === "after the tap") await pause(AFTER_TAP);
  else await Promise.race([kept, late]);
  const screen = told.get("kept");
  const killed = Date.now();
  await kill();
  await tap;
  return { kept: screen?.text, after: killed - told.get("tapped")!.at };
}

/** A killed browser: what its screen had called kept, and how long after the tap it lived, in milliseconds. */
interface Killed {
  kept: string | undefined;
  after: number;
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

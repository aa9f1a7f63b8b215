import { setTimeout as pause } from "node:timers/promises";
import type { Locator } from "@playwright/test";

// A tap that changes something, and a browser that is killed soon after. What the screen has said until then is known from the
// page itself, which tells as it happens.

/** How long after the tap the screen is read and the browser killed, in milliseconds. */
const AFTER_TAP = 100;
/** How long the tap and what it shows may take on a busy machine, in milliseconds. */
const PATIENCE = 45_000;
/** What the screen says of a change that is kept: in the list of what waits, and on the card of a visit. */
const KEPT_IN_LIST = "conservato su questo dispositivo";
const KEPT_ON_CARD = "tenuto su questo dispositivo";
const ARRIVAL = "Segna l’arrivo: ";

/** When the browser is killed: some time after the tap, or as soon as the screen has called the change kept. */
export type Moment = "after the tap" | "once kept";

/** A killed browser. */
export interface Killed {
  moment: Moment;
  /** How long after the tap it lived, in milliseconds. */
  after: number;
  /** What its screen had called kept, if it had. */
  kept: string | undefined;
  /** How long after the tap it did, in milliseconds. */
  keptAfter: number | undefined;
}

/** Taps a button and kills the browser. `waiting` is how many changes wait before. */
export async function tapAndKill(button: Locator, moment: Moment, waiting: number, kill: () => Promise<void>): Promise<Killed> {
  const page = button.page();
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
  const tappedAt = told.get("tapped")!.at;
  return { moment, after: killed - tappedAt, kept: screen?.text, keptAfter: screen === undefined ? undefined : screen.at - tappedAt };
}

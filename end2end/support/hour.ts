import type { Locator } from "@playwright/test";
import { AgendaPage, escape } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { withoutAge } from "./patients.ts";
import { MORNING, type Practice } from "./practice.ts";
import { type Desk, type LAYOUTS, expect } from "./test.ts";

type Open = (role: string, options?: { layout?: keyof typeof LAYOUTS; theme?: "light" | "dark" }) => Promise<Desk>;

/** The practice's clock goes on in steps shorter than the quarter of an hour after which a session that is idle ends. */
const STEPS = ["09:43", "09:56", "10:09", "10:22", "10:34"];
const OUTCOMES = ["Non risponde", "Tutto bene", "Occupato"];
/** Outcomes without a visit, and visits that are booked. */
export const SAID = 30;
export const BOOKED = 3;

/** What an hour without a network has come to. */
export interface Hour {
  away: CallsPage;
  here: CallsPage;
  /** Who was called, in order, and what was tapped. */
  said: Map<string, string>;
  /** Whose visits were booked; the last one on the place that was taken meanwhile. */
  booked: string[];
  /** Who got that place. */
  taker: string;
}

/** A remote secretary works for an hour without a network, while at the front desk one place is given to somebody else. */
export async function anHourWithoutNetwork(open: Open, practice: Practice, theme: "light" | "dark" = "light"): Promise<Hour> {
  const [distant, desk] = [await open("RS", { layout: "narrow", theme }), await open("FD", { theme })];
  const [away, here] = [new CallsPage(distant.page), new CallsPage(desk.page)];
  for (const calls of [away, here]) {
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    await calls.rows.first().waitFor();
  }
  distant.link.cut();
  await expect(away.badge).not.toContainText("dal vivo", { timeout: 40_000 });

  // The last of those in sight: the other one begins at the top.
  const taker = withoutAge((await here.names(200)).at(-1)!);
  await here.open(taker);
  const taken = here.card.locator(".call-place").first();
  const place = (await taken.textContent())!;
  const isIt = new RegExp(`^${escape(place)}$`);
  await taken.click();
  await here.record("Prenota");
  await expect(here.card).not.toContainText(place);

  const hour: Hour = { away, here, said: new Map(), booked: [], taker };
  const steps = [...STEPS];
  await away.rows.first().getByRole("link").first().click();
  let lost: string | undefined;
  let made = 0;
  for (let card = 1; hour.said.size < SAID || hour.booked.length < BOOKED - 1 || lost === undefined; card++) {
    if (card > 60) throw new Error("nobody was offered the place that is taken");
    await away.card.waitFor();
    const label = (await away.card.getAttribute("aria-label"))!;
    const name = withoutAge(label.replace("Chiamata a ", ""));
    const wanted = away.card.locator(".call-place").filter({ hasText: isIt });
    const other = away.card.locator(".call-place").filter({ hasNotText: isIt }).first();
    const record = async (outcome: string) => {
      await away.record(outcome);
      made++;
      await expect(away.badge).toContainText(`${made} da inviare`);
    };
    const book = async (place: Locator) => {
      await place.click();
      await record("Prenota");
    };
    if (name === taker) {
      // Whoever has the place is not called once more.
    } else if (lost === undefined && (await wanted.count()) > 0) {
      await book(wanted);
      lost = name;
    } else if (hour.booked.length < BOOKED - 1 && (await other.count()) > 0) {
      await book(other);
      hour.booked.push(name);
    } else if (hour.said.size < SAID) {
      const outcome = OUTCOMES[hour.said.size % OUTCOMES.length]!;
      await record(outcome);
      hour.said.set(name, outcome);
    }
    await away.next.click();
    await expect(away.card).not.toHaveAttribute("aria-label", label);
    if (card % 6 === 0 && steps.length > 0) await goOn(practice, steps.shift()!, here);
  }
  hour.booked.push(lost);
  while (steps.length > 0) await goOn(practice, steps.shift()!, here);

  await expect(away.badge).toContainText(`${SAID + BOOKED} da inviare`);
  distant.link.mend();
  await distant.page.evaluate(() => window.dispatchEvent(new Event("online")));
  // Nobody has heard of the session for an hour: it is over, and what was written waits for the person.
  await expect(distant.page).toHaveURL(/accedi/, { timeout: 60_000 });
  await new SignInPage(distant.page).signIn(practice.person("RS"));
  await expect(away.badge).not.toContainText(/da inviare|salvataggio/, { timeout: 60_000 });
  return hour;
}

/** The server is another process a while later; who is there with a network hardly notices. */
async function goOn(practice: Practice, hour: string, here: CallsPage): Promise<void> {
  await practice.kill();
  await practice.start(MORNING.replace("09:30", hour));
  await expect(here.badge).toContainText("dal vivo", { timeout: 60_000 });
}

/** Opens what waits for a person. */
export async function openTray(calls: CallsPage): Promise<AgendaPage> {
  const agenda = new AgendaPage(calls.page);
  await agenda.openOutbox();
  await agenda.toReview.first().waitFor();
  return agenda;
}

import type { Page } from "@playwright/test";
import { AgendaPage, type Point } from "../pages/agenda_page.ts";
import { WeekPage } from "../pages/week_page.ts";
import { bookAlone } from "../support/alone.ts";
import { Colleague } from "../support/colleague.ts";
import { finger, mouse } from "../support/hand.ts";
import { addDays, inWords, openMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

// One visit in two hands, and what changes elsewhere while a visit is in the hand: nothing is taken out of it, and what is let
// go is decided by what is true then.

/** A Monday on which nothing is closed, and a day of the same week. */
const DAY = openMonday();
const THURSDAY = addDays(DAY, 3);
/** Half an hour, in rows of five minutes. */
const HALF = 6;

for (const network of ["both live", "one cut off"] as const) {
  test(`of two people who drag one visit at once the first keeps it, the second is told, and no wish is lost: ${network}`, async ({ desk, practice }) => {
    const name = await bookAlone(practice.origin, practice.person("FD"), `${DAY}T18:30:00`);
    const [first, second] = [await desk("FD", { mouse: true }), await desk("RS")];
    const agendas = [new AgendaPage(first.page), new AgendaPage(second.page)] as const;
    const [one, other] = agendas;
    const hands = [mouse(first.page), finger(await second.context.newCDPSession(second.page))] as const;
    for (const [index, agenda] of agendas.entries()) {
      await agenda.page.goto(`/agenda/${DAY}`);
      await agenda.card(name).waitFor();
      const from = await agenda.middle(name);
      // Half an hour earlier, and an hour.
      const to = { x: from.x, y: from.y - HALF * (index + 1) * (await agenda.rowHeight()) };
      await hands[index]!.carry(from, to, () => expect(agenda.shadow).toBeVisible());
      await expect(agenda.shadow).toContainText("Il posto è libero");
    }
    if (network === "both live") {
      // Neither has heard of the other when they let go.
      for (const { link } of [first, second]) link.hold();
    } else {
      second.link.cut();
      await expect(other.badge).not.toContainText("dal vivo", { timeout: 40_000 });
      await expect(other.shadow).toBeVisible();
    }
    for (const [index, agenda] of agendas.entries()) {
      await hands[index]!.letGo();
      await expect.poll(async () => (await agenda.placeOf(name)).hour).toBe(["18:00", "17:30"][index]);
    }
    first.link.release();
    await expect(one.badge).not.toContainText(/da inviare|salvataggio/);
    second.link.release();
    second.link.mend();
    if (network === "one cut off") await second.page.evaluate(() => window.dispatchEvent(new Event("online")));

    for (const agenda of agendas) {
      await expect(agenda.badge).toContainText("1 da rivedere", { timeout: 60_000 });
      expect((await agenda.placeOf(name)).hour).toBe("18:00");
    }
    await expect(other.page.getByText(/È fra quelle da rivedere/)).toBeVisible();
    await other.openOutbox();
    await expect(other.toReview).toHaveCount(1);
    await expect(other.toReview).toContainText(name);
    await expect(other.toReview).toContainText(/ha spostato la visita intanto: ora è .*18:00/);
    await expect(other.toReview).toContainText("17:30");
    // The place that the second one wished for is the first of those that are offered.
    const offered = other.toReview.getByRole("group", { name: "Prossimi posti liberi" }).getByRole("button").first();
    await expect(offered).toContainText("17:30");
    await offered.click();
    for (const agenda of agendas) {
      await expect(agenda.badge).not.toContainText("da rivedere");
      await expect.poll(async () => (await agenda.placeOf(name)).hour).toBe("17:30");
    }
  });
}

/** Where a visit is dragged: its card, what is in the hand, and a place elsewhere. */
interface Board {
  open: () => Promise<void>;
  card: (name: string) => ReturnType<AgendaPage["card"]>;
  /** From the card to the place that somebody else fills meanwhile, at 18:00 of the day or at 18:30 of Thursday. */
  way: (name: string) => Promise<{ from: Point; to: Point }>;
  filled: string;
}

function dayBoard(page: Page): Board {
  const agenda = new AgendaPage(page);
  return {
    open: async () => void (await page.goto(`/agenda/${DAY}`)),
    card: (name) => agenda.card(name),
    way: async (name) => {
      const from = await agenda.middle(name);
      const { hour } = await agenda.placeOf(name);
      const rows = hour === "18:30" ? -HALF : 2 * HALF;
      return { from, to: { x: from.x, y: from.y + rows * (await agenda.rowHeight()) } };
    },
    filled: `${DAY}T18:00:00`,
  };
}

function weekBoard(page: Page): Board {
  const week = new WeekPage(page);
  const card = (name: string) => week.weekDay(inWords(DAY)).getByRole("button", { name: new RegExp(`^${name},`) });
  return {
    open: () => week.openWeek(DAY),
    card,
    way: (name) => week.wayToDay(card(name), inWords(THURSDAY)),
    filled: `${THURSDAY}T17:00:00`,
  };
}

for (const [view, boardOf] of [
  ["day", dayBoard],
  ["week", weekBoard],
] as const) {
  test(`a visit under a finger stays there while others move it, fill its place, call it off: ${view}`, async ({ desk, practice }) => {
    const colleague = await Colleague.at(practice.origin, practice.person("RS"));
    const visit = await colleague.bookAlone(`${DAY}T18:30:00`, THURSDAY);
    const { name } = visit;
    const { page, context } = await desk("FD");
    const board = boardOf(page);
    const { dialog } = new AgendaPage(page);
    const shadow = page.locator(".drag-shadow");
    const hand = finger(await context.newCDPSession(page));
    await board.open();
    await board.card(name).waitFor();
    const take = async () => {
      const { from, to } = await board.way(name);
      await hand.carry(from, to, () => expect(shadow).toBeVisible());
      await expect(shadow).toContainText("Il posto è libero");
      return to;
    };
    const letGo = async () => {
      await hand.letGo();
      await expect(shadow).toHaveCount(0);
    };
    const close = async () => {
      await dialog.getByRole("button", { name: "Annulla", exact: true }).click();
      await dialog.getByRole("button", { name: "Chiudi" }).click();
      await expect(dialog).toHaveCount(0);
    };

    // Somebody else moves it: the card goes, what is in the hand does not; it is not moved from where it no longer is.
    await take();
    await colleague.move(visit, { start: `${DAY}T17:00:00` });
    await expect(board.card(name)).toHaveAccessibleName(/17:00/);
    await expect(shadow).toContainText("Un collega ha spostato la visita intanto");
    await letGo();
    await expect(dialog).toContainText("Qualcuno ha appena cambiato questo appuntamento");
    await close();
    expect((await colleague.visit(visit.id)).place.start).toBe(`${DAY}T17:00:00`);

    // Somebody else fills the place under the finger: who is there is said before the finger is lifted, and afterwards.
    await take();
    const late = await colleague.book({ ...visit.place, start: board.filled });
    await expect(shadow).toContainText(late.name);
    await letGo();
    await expect(dialog).toContainText(late.name);
    await expect(dialog.getByLabel("Perché qui lo stesso")).toBeVisible();
    await close();
    expect((await colleague.visit(visit.id)).place.start).toBe(`${DAY}T17:00:00`);
    await colleague.callOff(late);

    // Somebody else calls it off: the card is gone, and the finger still carries what it holds.
    const to = await take();
    await colleague.callOff(visit);
    await expect(board.card(name)).toHaveCount(0);
    await hand.move({ x: to.x, y: to.y + 40 });
    await hand.move(to);
    await expect(shadow).toBeVisible();
    await letGo();
    await expect(dialog.or(page.locator(".toast--risk"))).toContainText("disdetta dal paziente");
    const { status, place } = await colleague.visit(visit.id);
    expect({ status: status.is, start: place.start }).toEqual({ status: "cancelled", start: `${DAY}T17:00:00` });
    colleague.leave();
  });
}

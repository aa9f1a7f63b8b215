import { AgendaPage, type Point } from "../pages/agenda_page.ts";
import { bookAlone } from "../support/alone.ts";
import { finger, mouse } from "../support/hand.ts";
import { addDays, inWords, openMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

// From one day to another without letting go: held over an arrow of the navigation, by a mouse or a finger, or by the keys.

/** A Monday on which nothing is closed, and the days after it. */
const DAY = openMonday();
const [NEXT, LATER, LAST] = [addDays(DAY, 1), addDays(DAY, 2), addDays(DAY, 3)];

/** Waits until the page has turned, and says to which day: on a busy machine the hand may rest long enough for two. */
async function turned(agenda: AgendaPage): Promise<string> {
  const shown = async () => {
    const label = await agenda.day.getAttribute("aria-label");
    return [NEXT, LATER, LAST].find((day) => label === `Agenda di ${inWords(day)}`);
  };
  await expect.poll(shown).toBeDefined();
  return (await shown())!;
}

/** A visit on Monday whose place is free on the days after it too, in the sight of both. */
async function booked(practice: { origin: string; person: (role: string) => { login: string; password: string } }, ...desks: AgendaPage[]): Promise<string> {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${DAY}T18:30:00`, NEXT, LATER, LAST);
  for (const agenda of desks) {
    await agenda.page.goto(`/agenda/${DAY}`);
    await agenda.card(name).waitFor();
  }
  return name;
}

for (const by of ["mouse", "finger"] as const) {
  test(`a visit that is held over the arrow goes to the next day, and is let go there: ${by}`, async ({ desk, practice }) => {
    const { page, context } = await desk("FD", { mouse: by === "mouse" });
    const one = new AgendaPage(page);
    const other = new AgendaPage((await desk("DOM")).page);
    const name = await booked(practice, one, other);
    const place = await one.placeOf(name);
    const hand = by === "mouse" ? mouse(page) : finger(await context.newCDPSession(page));
    const arrow = await one.middleOfArrow("Giorno dopo");
    await hand.carry(await one.middle(name), arrow, () => expect(one.shadow).toBeVisible());
    await turned(one);
    // Over the arrow it keeps its hour.
    await expect(one.shadow).toContainText("18:30–19:00");
    await expect(one.shadow).toContainText("Il posto è libero");
    await hand.letGo();
    await expect(one.shadow).toHaveCount(0);
    await one.holdNews();
    await expect(one.dialog).toHaveCount(0);
    await expect.poll(() => one.placeOf(name)).toEqual(place);
    await expect(other.card(name)).toHaveCount(0);
    await other.page.goto(`/agenda/${await turned(one)}`);
    await expect.poll(() => other.placeOf(name)).toEqual(place);
    await one.undo();
    await expect(other.card(name)).toHaveCount(0);
  });
}

test("on the day to which it was taken a visit finds another hour, and what is in the way there is named", async ({ desk, practice }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const name = await booked(practice, agenda);
  const from = await agenda.middle(name);
  const below = from.y - (await agenda.card(name).boundingBox())!.y;
  await mouse(page).carry(from, await agenda.middleOfArrow("Giorno dopo"), () => expect(agenda.shadow).toBeVisible());
  await turned(agenda);
  // Away from the arrow the page stands still.
  await page.mouse.move(from.x, from.y, { steps: 2 });
  await expect(agenda.shadow).toBeInViewport();
  const day = await turned(agenda);
  const someone = agenda.cards.filter({ hasNotText: name }).first();
  const patient = (await someone.locator(".appointment__name").textContent())!;
  await page.mouse.move(...point(await agenda.middle(patient)), { steps: 4 });
  await expect(agenda.shadow).not.toContainText("Il posto è libero");
  await expect(agenda.shadow).toContainText(patient.replace(/ \(\d+\)$/, ""));

  // Half an hour before its own.
  await page.mouse.move(from.x, (await agenda.heightOf(18)) + below, { steps: 4 });
  await expect(agenda.shadow).toContainText("18:00–18:30");
  await expect(agenda.shadow).toContainText("Il posto è libero");
  await page.mouse.up();
  await expect(agenda.shadow).toHaveCount(0);
  await expect.poll(() => agenda.placeOf(name)).toMatchObject({ hour: "18:00" });
  expect(await turned(agenda)).toBe(day);
});

test("Escape gives it up, and shows the day again from which it came", async ({ desk, practice }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const name = await booked(practice, agenda);
  const place = await agenda.placeOf(name);
  await mouse(page).carry(await agenda.middle(name), await agenda.middleOfArrow("Giorno dopo"), () => expect(agenda.shadow).toBeVisible());
  // It turns again as long as the hand stays.
  await expect.poll(() => turned(agenda)).not.toBe(NEXT);
  await page.keyboard.press("Escape");
  await expect(agenda.shadow).toHaveCount(0);
  await expect(agenda.dayOf(inWords(DAY))).toBeVisible();
  await page.mouse.up();
  await expect(agenda.dialog).toHaveCount(0);
  expect(await agenda.placeOf(name)).toEqual(place);
});

test("what changes elsewhere takes nothing out of the hand on another day, and what was called off is not moved", async ({ desk, practice }) => {
  const { page } = await desk("FD", { mouse: true });
  const one = new AgendaPage(page);
  const other = new AgendaPage((await desk("DOM")).page);
  const name = await booked(practice, one, other);
  await mouse(page).carry(await one.middle(name), await one.middleOfArrow("Giorno dopo"), () => expect(one.shadow).toBeVisible());
  await turned(one);
  await other.open(name);
  await other.callOff("Il paziente", "Malattia");
  await expect(other.card(name)).toHaveCount(0);
  await expect(one.shadow).not.toContainText("Il posto è libero");
  await page.mouse.up();
  await expect(one.shadow).toHaveCount(0);
  await expect(one.dialog.or(page.locator(".toast--risk"))).toContainText("disdetta dal paziente");
});

for (const layout of ["tablet", "narrow"] as const) {
  test(`the keys take a visit to another day and back: ${layout}`, async ({ desk, practice }) => {
    const { page } = await desk("FD", { layout, mouse: true });
    const agenda = new AgendaPage(page);
    const name = await booked(practice, agenda);
    const place = await agenda.placeOf(name);
    const card = agenda.card(name).getByRole("button").first();
    await card.focus();
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("PageDown");
    await expect(agenda.dayOf(inWords(NEXT))).toBeVisible();
    await expect(agenda.shadow).toContainText("18:25–18:55");
    await expect(agenda.shadow).toBeInViewport();
    await page.keyboard.press("PageDown");
    await expect(agenda.dayOf(inWords(LATER))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(agenda.dayOf(inWords(DAY))).toBeVisible();
    await expect(agenda.shadow).toHaveCount(0);
    await expect(card).toBeFocused();
    expect(await agenda.placeOf(name)).toEqual(place);

    for (const key of ["Shift+ArrowUp", "ArrowDown", "PageDown", "PageDown", "PageUp"]) await page.keyboard.press(key);
    await expect(agenda.dayOf(inWords(NEXT))).toBeVisible();
    await expect(agenda.shadow).toContainText("Il posto è libero");
    await page.keyboard.press("Enter");
    await expect(agenda.shadow).toHaveCount(0);
    await expect.poll(() => agenda.placeOf(name)).toEqual(place);
    await expect(card).toBeFocused();
    await agenda.undo();
    await expect(agenda.card(name)).toHaveCount(0);
  });
}

const point = ({ x, y }: Point): [number, number] => [x, y];

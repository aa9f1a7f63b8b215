import { AgendaPage, type Point } from "../pages/agenda_page.ts";
import { bookAlone } from "../support/alone.ts";
import { finger, mouse } from "../support/hand.ts";
import { openMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

// One visit through everything that gives it another place, in every layout: by the hand where the day is a grid, by the keys
// where there are any, by the window everywhere; into the tray and out of it. Somebody else sees each step.

/** A Monday on which nothing is closed. */
const DAY = openMonday();
/** Rows of five minutes. */
const [HALF, QUARTER] = [6, 3];

for (const layout of ["tablet", "laptop", "narrow", "phone"] as const) {
  const isGrid = layout === "tablet" || layout === "laptop";
  test(`a visit is moved, made longer, parked and put back: ${layout}`, async ({ desk, practice }) => {
    const name = await bookAlone(practice.origin, practice.person("FD"), `${DAY}T18:30:00`);
    const { page, context } = await desk("FD", { layout });
    const one = new AgendaPage(page);
    const other = new AgendaPage((await desk("DOM")).page);
    for (const agenda of [one, other]) {
      await agenda.page.goto(`/agenda/${DAY}`);
      await agenda.card(name).waitFor();
    }
    const first = await one.placeOf(name);
    expect(first).toMatchObject({ hour: "18:30", length: "30 min" });
    let place = first;
    const stands = async (change: Partial<typeof place>) => {
      place = { ...place, ...change };
      for (const agenda of [one, other]) await expect.poll(() => agenda.placeOf(name)).toEqual(place);
    };
    const hand = layout === "narrow" || layout === "laptop" ? mouse(page) : finger(await context.newCDPSession(page));
    const drag = async (from: Point, to: Point) => {
      await hand.carry(from, to, () => expect(one.shadow).toBeVisible());
      await expect(one.shadow).toContainText("Il posto è libero");
      await hand.letGo();
      await expect(one.shadow).toHaveCount(0);
    };

    // By the hand: to another chair half an hour earlier, and longer by its end.
    const from = await one.middle(name);
    if (isGrid) {
      const way = await one.wayToOtherColumn(name, HALF);
      await drag(from, { x: from.x + way.x, y: from.y + way.y });
      await stands({ hour: "18:00", chair: way.column });
      const edge = await one.edge(name);
      await drag(edge, { x: edge.x, y: edge.y + way.row * QUARTER });
      await stands({ length: "45 min" });
    } else {
      // A list has no places to drag to: a hand that moves over it takes nothing up.
      await hand.brush(from, { x: from.x, y: from.y - 150 });
      await expect(one.shadow).toHaveCount(0);
      await expect(one.dialog).toHaveCount(0);
    }

    // By the keys: half an hour earlier, and five minutes shorter. What is carried is told, also where the day is a list.
    if (layout !== "phone") {
      await one.card(name).getByRole("button").first().focus();
      await page.keyboard.press("Shift+ArrowUp");
      for (let row = 1; row < HALF; row += 1) await page.keyboard.press("ArrowUp");
      await page.keyboard.press("-");
      await expect(one.shadow).toContainText("Il posto è libero");
      await expect(one.shadow).toContainText(place.chair);
      await expect(one.shadow).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(one.shadow).toHaveCount(0);
      await stands(isGrid ? { hour: "17:30", length: "40 min" } : { hour: "18:00", length: "25 min" });
    }

    // By the window: where it was at first, and longer.
    await one.open(name);
    await one.move({ ...first, length: "30 min", hour: "18:15" });
    await one.submitMove.click();
    await one.dialog.waitFor({ state: "detached" });
    await stands({ ...first, hour: "18:15" });
    await one.open(name);
    await one.move({ length: "45 min" });
    await one.submitMove.click();
    await one.dialog.waitFor({ state: "detached" });
    await stands({ length: "45 min" });

    // Into the tray, and out of it.
    if (isGrid) {
      await hand.carry(await one.middle(name), await one.middleOfTray(), () => expect(one.shadow).toBeVisible());
      await hand.letGo();
      await one.dialog.getByRole("button", { name: "Guasto", exact: true }).click();
      await one.step("Disdici");
    } else {
      await one.open(name);
      await one.callOff("Lo studio", "Guasto");
    }
    for (const agenda of [one, other]) await expect(agenda.parked(name)).toBeVisible();
    if (isGrid) {
      const ghost = await one.middle(name);
      await one.parked(name).scrollIntoViewIfNeeded();
      const row = (await one.parked(name).boundingBox())!;
      await drag({ x: row.x + row.width / 2, y: row.y + row.height / 2 }, ghost);
    } else {
      await one.parked(name).click();
      await one.dialog.getByRole("button", { name: "Ricolloca…" }).click();
      await one.submitMove.click();
      await one.dialog.waitFor({ state: "detached" });
    }
    for (const agenda of [one, other]) {
      await expect(agenda.parked(name)).toHaveCount(0);
      await expect(agenda.card(name)).not.toHaveAccessibleName(/da ricollocare/);
    }
  });
}

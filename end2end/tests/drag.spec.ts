import type { Page } from "@playwright/test";
import { AgendaPage, type Point } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

/** Drags with the mouse; the visit stays in the hand. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** Those whose name is the same for a role that sees no ages. */
const adults = (names: string[]) => names.filter((name) => !name.includes("("));

/** When a card says that its visit is: "9:00". */
const hour = (label: string | null) => /\d{1,2}:\d{2}/.exec(label ?? "")?.[0];

test("a visit is dragged to a free place, seen by the other, and taken back", async ({ desk }) => {
  const { page } = await desk("FD");
  const one = new AgendaPage(page);
  const other = new AgendaPage((await desk("DOM")).page);
  const name = adults(await one.awaited()).at(-1)!;
  const before = hour(await one.card(name).getAttribute("aria-label"));
  const from = await one.middle(name);
  const way = await one.wayToFreePlace(name);
  await drag(page, from, { x: from.x, y: from.y + way });
  await expect(one.shadow).toContainText("Il posto è libero");
  await page.mouse.up();
  await expect(one.shadow).toHaveCount(0);
  await one.holdNews();
  await expect(one.dialog).toHaveCount(0);
  await expect.poll(async () => hour(await one.card(name).getAttribute("aria-label"))).not.toBe(before);
  const after = hour(await one.card(name).getAttribute("aria-label"));
  await expect.poll(async () => hour(await other.card(name).getAttribute("aria-label"))).toBe(after);
  await one.undo();
  await expect.poll(async () => hour(await other.card(name).getAttribute("aria-label"))).toBe(before);
});

test("what is in the way is named before the visit is let go, and then in the window; Escape gives it up", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [first, second] = await agenda.awaited();
  const before = await agenda.card(first!).getAttribute("aria-label");
  const [from, to] = [await agenda.middle(first!), await agenda.middle(second!)];
  await drag(page, from, to);
  await expect(agenda.shadow).toContainText(second!);
  await page.keyboard.press("Escape");
  await expect(agenda.shadow).toHaveCount(0);
  await page.mouse.up();
  await expect(agenda.dialog).toHaveCount(0);
  await drag(page, from, to);
  await page.mouse.up();
  await expect(agenda.dialog).toContainText(second!);
  await expect(agenda.dialog.getByLabel("Perché qui lo stesso")).toBeVisible();
  await agenda.close();
  expect(await agenda.card(first!).getAttribute("aria-label")).toBe(before);
});

test("a visit is made longer by its lower edge", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const names = await agenda.awaited();
  for (const name of names) {
    await agenda.card(name).scrollIntoViewIfNeeded();
    const box = (await agenda.card(name).boundingBox())!;
    const edge = { x: box.x + box.width / 2, y: box.y + box.height - 2 };
    await drag(page, edge, { x: edge.x, y: edge.y + 18 });
    const isFree = ((await agenda.shadow.textContent()) ?? "").includes("Il posto è libero");
    if (!isFree) {
      await page.keyboard.press("Escape");
      await page.mouse.up();
      continue;
    }
    await page.mouse.up();
    await expect.poll(async () => (await agenda.card(name).boundingBox())!.height).toBeGreaterThan(box.height + 8);
    return;
  }
  throw new Error("no visit has room after it");
});

test("what changes elsewhere takes nothing out of the hand, and what was called off is not moved", async ({ desk }) => {
  const { page } = await desk("FD");
  const one = new AgendaPage(page);
  const other = new AgendaPage((await desk("DOM")).page);
  const names = adults(await one.awaited());
  const [name, someone] = [names.at(-1)!, names[0]!];
  const from = await one.middle(name);
  const way = await one.wayToFreePlace(name);
  await drag(page, from, { x: from.x, y: from.y + way });
  await other.markArrival(someone);
  await expect(one.card(someone)).toHaveAccessibleName(/attende|arrivato/);
  await expect(one.shadow).toBeVisible();
  await other.open(name);
  await other.callOff("Il paziente", "Malattia");
  await expect(one.card(name)).toHaveCount(0);
  await expect(one.shadow).toBeVisible();
  await page.mouse.up();
  await expect(one.shadow).toHaveCount(0);
  await expect(one.dialog.or(page.locator(".toast--risk"))).toContainText("disdetta dal paziente");
  await expect(other.card(name)).toHaveCount(0);
});

test("a finger scrolls at once, and takes a visit up when it holds still", async ({ desk }) => {
  const { page, context } = await desk("FD");
  const agenda = new AgendaPage(page);
  const name = (await agenda.awaited()).at(-1)!;
  const before = hour(await agenda.card(name).getAttribute("aria-label"));
  const from = await agenda.middle(name);
  const way = await agenda.wayToFreePlace(name);
  const devtools = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: Point) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [at] });
  await touch("touchStart", from);
  await touch("touchMove", { x: from.x, y: from.y + 20 });
  await touch("touchMove", { x: from.x, y: from.y + 40 });
  await expect(agenda.shadow).toHaveCount(0);
  await touch("touchEnd");
  const again = await agenda.middle(name);
  await touch("touchStart", again);
  await expect(agenda.shadow).toBeVisible();
  for (const share of [0.3, 0.6, 1]) await touch("touchMove", { x: again.x, y: again.y + way * share });
  await expect(agenda.shadow).toContainText("Il posto è libero");
  await touch("touchEnd");
  await expect.poll(async () => hour(await agenda.card(name).getAttribute("aria-label"))).not.toBe(before);
});

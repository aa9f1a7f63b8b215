import type { Page } from "@playwright/test";
import { AgendaPage, type Point } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

/** The middle of an element, in pixels of the window. */
async function middleOf(page: Page, selector: string): Promise<Point> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags with the mouse, and lets go. */
async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const hour = (label: string | null) => /\d{1,2}:\d{2}/.exec(label ?? "")?.[0];

test("a visit is dragged into the tray with a reason, waits there for everybody, and is dragged out onto a free place", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const one = new AgendaPage(page);
  const other = new AgendaPage((await desk("DOM")).page);
  const name = (await one.awaited()).filter((name) => !name.includes("(")).at(-1)!;
  const place = await one.middle(name);
  await drag(page, place, await middleOf(page, "[data-tray] h2"));
  await expect(one.dialog.getByRole("radio", { name: "Lo studio" })).toBeChecked();
  await one.dialog.getByRole("button", { name: "Guasto", exact: true }).click();
  await one.step("Disdici");
  const waiting = (agenda: AgendaPage) => agenda.side("Da ricollocare").locator(".side-row--parked").filter({ hasText: name });
  await expect(waiting(one)).toBeVisible();
  await expect(waiting(other)).toBeVisible();

  // Its own place is free: that is where the hand lets it go.
  await waiting(one).scrollIntoViewIfNeeded();
  const [row, ghost] = [(await waiting(one).boundingBox())!, (await one.card(name).boundingBox())!];
  const centre = (box: typeof row) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await drag(page, centre(row), centre(ghost));
  await one.holdNews();
  await expect(waiting(other)).toHaveCount(0);
  await expect(one.card(name)).not.toHaveAccessibleName(/da ricollocare/);
  await one.undo();
  await expect(waiting(other)).toBeVisible();
});

test("a visit is moved by the keys alone: taken up, carried, let go; Escape gives it up", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const name = (await agenda.awaited()).filter((name) => !name.includes("(")).at(-1)!;
  const label = () => agenda.card(name).getAttribute("aria-label");
  const before = await label();
  const slots = Math.round((await agenda.wayToFreePlace(name)) / 9);
  const day = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await agenda.card(name).getByRole("button").first().focus();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(agenda.shadow).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(day);
  await page.keyboard.press("Escape");
  await expect(agenda.shadow).toHaveCount(0);
  expect(await label()).toBe(before);

  await page.keyboard.press("Shift+ArrowDown");
  for (let slot = 1; slot < slots; slot++) await page.keyboard.press("ArrowDown");
  await expect(agenda.shadow).toContainText("Il posto è libero");
  await page.keyboard.press("Enter");
  await expect(agenda.shadow).toHaveCount(0);
  await expect(agenda.dialog).toHaveCount(0);
  await expect.poll(async () => hour(await label())).not.toBe(hour(before));
  await agenda.undo();
  await expect.poll(label).toBe(before);
});

test("the page scrolls under what is in the hand at its edge", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const name = (await agenda.awaited()).at(-1)!;
  const from = await agenda.middle(name);
  const top = () => page.locator("#main").evaluate((main) => main.scrollTop);
  const before = await top();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const box = (await page.locator("#main").boundingBox())!;
  await page.mouse.move(from.x, box.y + box.height - 12, { steps: 6 });
  await expect.poll(top).toBeGreaterThan(before + 100);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(agenda.dialog).toHaveCount(0);
});

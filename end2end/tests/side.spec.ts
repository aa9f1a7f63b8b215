import { WeekPage } from "../pages/week_page.ts";
import { bookAlone } from "../support/alone.ts";
import { mouse } from "../support/hand.ts";
import { inWords, openMonday } from "../support/practice.ts";
import { LAYOUTS, expect, test } from "../support/test.ts";

// The tray and the legend are at hand in every layout and every view: in the column, or by the button that shows it.

const NEXT = openMonday();
const SIZES = { ...LAYOUTS, upright: { width: 820, height: 1180 }, wide: { width: 1440, height: 900 } } as const;

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`tray and legend are reached from the day, the week and the month: ${size}`, async ({ desk }) => {
    const { page } = await desk("FD", { layout: size === "phone" || size === "narrow" ? size : "tablet" });
    await page.setViewportSize(viewport);
    const week = new WeekPage(page);
    for (const address of ["/agenda", "/agenda/settimana", "/agenda/mese"]) {
      await page.goto(address);
      await page.locator(".day, .week, .month").waitFor();
      if (await week.sideToggle.isVisible()) {
        await expect(week.legend).toBeHidden();
        await expect(week.sideToggle).toHaveAttribute("aria-expanded", "false");
        await week.sideToggle.click();
        await expect(week.sideToggle).toHaveAttribute("aria-expanded", "true");
        await expect(page.getByRole("complementary")).toBeFocused();
      }
      for (const part of [week.side("Da ricollocare"), week.legend]) {
        await part.scrollIntoViewIfNeeded();
        await expect(part, address).toBeInViewport();
      }
      await expect(week.legend).toContainText("prima visita");
    }
  });
}

test("in the tablet's week a visit is dragged into the tray that the button shows, and out of it", async ({ desk, practice }) => {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:30:00`);
  const { page } = await desk("FD", { mouse: true });
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  await expect(week.side("Da ricollocare")).toBeHidden();
  await week.sideToggle.click();
  const card = week.weekDay(inWords(NEXT)).getByRole("button", { name: new RegExp(`^${name},.* 18:30,`) });
  await card.scrollIntoViewIfNeeded();
  const box = (await card.boundingBox())!;
  const shadow = week.week.locator(".drag-shadow");
  const from = { x: box.x + box.width / 2, y: box.y + 6 };
  await mouse(page).carry(from, await week.middleOfTray(), () => expect(shadow).toBeVisible());
  await page.mouse.up();
  await week.dialog.getByRole("button", { name: "Guasto", exact: true }).click();
  await week.step("Disdici");
  await expect(week.parked(name)).toBeVisible();

  await week.parked(name).scrollIntoViewIfNeeded();
  const row = (await week.parked(name).boundingBox())!;
  await mouse(page).carry({ x: row.x + row.width / 2, y: row.y + row.height / 2 }, { x: from.x, y: box.y + box.height / 2 }, () => expect(shadow).toBeVisible());
  await expect(shadow).toContainText("Il posto è libero");
  await page.mouse.up();
  await expect(week.parked(name)).toHaveCount(0);
  await week.sideToggle.click();
  await expect(week.side("Da ricollocare")).toBeHidden();
});

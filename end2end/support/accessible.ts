import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { LAYOUTS, expect } from "./test.ts";

/**
 * Whether a finger finds 24 pixels of the element all around its middle. Axe reckons from the boxes of elements and takes for
 * covered what only lies beside, or is scrolled away; this asks the page what is really under the finger.
 */
async function isLargeEnough(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).first().evaluate((element) => {
    // Out from under the bar that stays on top while the page scrolls.
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const around = [[0, 0], [-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]] as const;
    return around.every(([dx, dy]) => element.contains(document.elementFromPoint(x + dx, y + dy)));
  });
}

/** Nothing but colours depends on the theme: that is looked at in the other one too. */
async function inTheOtherTheme<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.emulateMedia({ colorScheme: "dark" });
  const seen = await look();
  await page.emulateMedia({ colorScheme: "light" });
  return seen;
}

/** No violation of WCAG 2.2 AA that axe can find. No colour depends on the layout: the tablet's is looked at in both themes. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const whole = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const contrast = () => new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
  const inBoth = page.viewportSize()?.width === LAYOUTS.tablet.width;
  const dark = inBoth ? (await inTheOtherTheme(page, contrast)).violations : [];
  const found: string[] = [];
  for (const { id, nodes } of [...whole.violations, ...dark]) {
    for (const node of nodes) {
      if (id === "target-size" && (await isLargeEnough(page, String(node.target[0])))) continue;
      found.push(`${id}: ${node.html}\n  ${node.failureSummary ?? ""}`);
    }
  }
  expect(found, screen).toEqual([]);
}

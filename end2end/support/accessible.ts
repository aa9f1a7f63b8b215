import axe from "axe-core";
import type { Page } from "@playwright/test";
import { LAYOUTS, expect } from "./test.ts";

/** WCAG 2.2 AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What of axe's findings is said in a failure. */
interface Found {
  id: string;
  nodes: { html: string; target: string; summary: string }[];
}

/** What axe finds on the page. Its half megabyte is brought once, as long as the page lives, and what passes is not listed. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<Found[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    // What is still fading in has the colours of nobody's design. Whatever turns for ever has no end to wait for.
    const fading = document.getAnimations().filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(fading.map(({ finished }) => finished));
    const found = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, target, failureSummary }) => ({ html, target: String(target[0]), summary: failureSummary ?? "" })),
    }));
  }, runOnly);
}

/**
 * Whether a finger finds 24 pixels of the element all around its middle. Axe reckons from the boxes of elements and takes for
 * covered what only lies beside, or is scrolled away; this asks the page what is really under the finger.
 */
async function isLargeEnough(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).first().evaluate((element) => {
    // What lies under an open window is no target.
    const window = document.querySelector("dialog:modal");
    if (window !== null && !window.contains(element)) return true;
    // Out from under the bar that stays on top while the page scrolls.
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const around = [[0, 0], [-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]] as const;
    return around.every(([dx, dy]) => element.contains(document.elementFromPoint(x + dx, y + dy)));
  });
}

/** Looks at the page in the dark theme. */
async function inTheDark<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.emulateMedia({ colorScheme: "dark" });
  const seen = await look();
  await page.emulateMedia({ colorScheme: null });
  return seen;
}

/**
 * No violation of WCAG 2.2 AA that axe can find. The narrow layout is looked at in the dark theme, the others in that of the
 * browser, the tablet's colours in both.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const whole = () => violations(page, { type: "tag", values: TAGS });
  const contrast = () => violations(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
  const width = page.viewportSize()?.width;
  const all = width === LAYOUTS.narrow.width ? await inTheDark(page, whole) : await whole();
  if (width === LAYOUTS.tablet.width) all.push(...(await inTheDark(page, contrast)));
  const found: string[] = [];
  for (const { id, nodes } of all) {
    for (const { html, target, summary } of nodes) {
      if (id === "target-size" && (await isLargeEnough(page, target))) continue;
      found.push(`${id}: ${html}\n  ${summary}`);
    }
  }
  expect(found, screen).toEqual([]);
}

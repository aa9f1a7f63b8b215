import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { LAYOUTS, expect, test } from "../support/test.ts";

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

async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const node of nodes) {
      if (id === "target-size" && (await isLargeEnough(page, String(node.target[0])))) continue;
      found.push(`${id}: ${node.html}\n  ${node.failureSummary ?? ""}`);
    }
  }
  expect(found, screen).toEqual([]);
}

for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`every screen is accessible: ${layout}, ${theme}`, async ({ desk }) => {
      const signIn = await desk("FD", { layout, theme, signedOut: true });
      await signIn.page.goto("/accedi");
      await expectAccessible(signIn.page, "sign-in");

      const { page } = await desk("FD", { layout, theme });
      const agenda = new AgendaPage(page);
      await agenda.cards.first().waitFor();
      await expectAccessible(page, "agenda");
      await agenda.cards.first().getByRole("button").first().click();
      await agenda.dialog.waitFor();
      await expectAccessible(page, "appointment");
      await agenda.close();
      await agenda.openOutbox();
      await agenda.outbox.waitFor();
      await expectAccessible(page, "outbox");
      await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

      const calls = new CallsPage(page);
      await calls.goTo("Chiamate");
      await calls.rows.first().waitFor();
      await expectAccessible(page, "call list");
      await calls.rows.first().getByRole("link").first().click();
      await calls.card.waitFor();
      await expectAccessible(page, "call card");
    });
  }
}

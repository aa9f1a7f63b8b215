import path from "node:path";
import type { Page } from "@playwright/test";
import { AgendaPage } from "./pages/agenda_page.ts";
import { CallsPage } from "./pages/calls_page.ts";
import { LAYOUTS, expect, test } from "./support/test.ts";

// A picture of every screen × layout × theme, to be looked at. `make shots`.

const shots = path.resolve(import.meta.dirname, "shots");

for (const theme of ["light", "dark"] as const) {
  for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
    test(`pictures: ${layout}, ${theme}`, async ({ desk }) => {
      const shot = (page: Page, name: string) => page.screenshot({ path: path.join(shots, `${name}-${layout}-${theme}.png`), animations: "disabled" });

      const signedOut = await desk("FD", { layout, theme, signedOut: true });
      await signedOut.page.goto("/accedi");
      await shot(signedOut.page, "sign-in");

      const { page, link } = await desk("FD", { layout, theme });
      const agenda = new AgendaPage(page);
      const awaited = await agenda.awaited();
      await agenda.markArrival(awaited[0]!);
      await agenda.markArrival(awaited[1]!);
      await agenda.open(awaited[1]!);
      await agenda.step("In poltrona");
      await expect(agenda.badge).toContainText("dal vivo");
      await shot(page, "agenda");
      await agenda.open(awaited[2]!);
      await shot(page, "appointment");
      await agenda.startMoving();
      await shot(page, "move");
      await agenda.close();

      const calls = new CallsPage(page);
      await calls.goTo("Chiamate");
      await calls.rows.first().waitFor();
      await shot(page, "calls");
      await calls.filter("Rischio");
      await calls.rows.first().getByRole("link").first().click();
      await calls.card.waitFor();
      await shot(page, "call-card");
      await page.screenshot({ path: path.join(shots, `call-card-whole-${layout}-${theme}.png`), fullPage: true, animations: "disabled" });
      await calls.record("Richiamare il…");
      await shot(page, "call-back");

      link.cut();
      await expect(calls.badge).not.toContainText("dal vivo", { timeout: 40_000 });
      await calls.record("Non risponde");
      await calls.openOutbox();
      await shot(page, "outbox-offline");
    });
  }
}

import { AgendaPage } from "../pages/agenda_page.ts";
import { test } from "../support/test.ts";
test(`look`, async ({ desk }) => {
    const { page } = await desk("DOM");
    const agenda = new AgendaPage(page);
    await agenda.awaited();
    for (const width of [1180, 1024, 820, 1440]) {
      await page.setViewportSize({ width, height: 820 });
      await page.screenshot({ path: `/tmp/bar-${width}.png`, clip: { x: 0, y: 0, width, height: 160 } });
    }
});

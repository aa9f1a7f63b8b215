import type { Locator } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { LAYOUTS, expect, test } from "../support/test.ts";

// From arrival to left, each step with one tap on the card: by a finger on the tablet and the phone, by a mouse where the day is
// a list on a laptop. Somebody else sees each of them.

const STEPS = [
  { step: "Segna l’arrivo", stands: /arrivato/, news: "Arrivo segnato" },
  { step: "Segna in poltrona", stands: /in poltrona/, news: "In poltrona" },
  { step: "Segna finito", stands: /finito/, news: "Visita finita" },
  { step: "Segna l’uscita", stands: /uscita/, news: "Uscita segnata" },
] as const;

/** One whose name is the same for a role that sees no ages, and whose card is as high as a fingertip. */
async function somebody(agenda: AgendaPage): Promise<string> {
  for (const name of await agenda.awaited()) {
    if (!name.includes("(") && (await agenda.card(name).boundingBox())!.height >= 48) return name;
  }
  throw new Error("nobody with a high card is awaited");
}

for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
  test(`from arrival to left each step is one tap on the card, and is taken back: ${layout}`, async ({ desk }) => {
    const { page } = await desk("FD", { layout });
    const one = new AgendaPage(page);
    const other = new AgendaPage((await desk("DOM")).page);
    const tap = (button: Locator) => (layout === "narrow" ? button.click() : button.tap());
    const name = await somebody(one);
    for (const { step, stands, news } of STEPS) {
      const button = one.stepOnCard(name, step);
      await button.scrollIntoViewIfNeeded();
      const box = (await button.boundingBox())!;
      expect(Math.round(Math.min(box.width, box.height)), step).toBeGreaterThanOrEqual(44);
      await expect(one.nextStep(name)).toHaveCount(1);
      // Two taps within half a second are one: the hand comes again until the step is taken.
      await expect(async () => {
        if ((await button.count()) > 0) await tap(button);
        await expect(page.locator(".toast").last()).toContainText(`${news}: ${name}`, { timeout: 2_000 });
      }).toPass();
      await one.holdNews();
      for (const agenda of [one, other]) await expect(agenda.card(name)).toHaveAccessibleName(stands);
      await one.undo();
      for (const agenda of [one, other]) await expect(agenda.card(name)).not.toHaveAccessibleName(stands);
      await expect(async () => {
        if ((await button.count()) > 0) await tap(button);
        await expect(one.card(name)).toHaveAccessibleName(stands, { timeout: 2_000 });
      }).toPass();
      await expect(other.card(name)).toHaveAccessibleName(stands);
      await expect(one.dialog).toHaveCount(0);
    }
    await expect(one.nextStep(name)).toHaveCount(0);
  });
}

test("a double tap is one step, and only today's visits have a next one", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const name = await somebody(agenda);
  await agenda.stepOnCard(name, "Segna l’arrivo").dblclick();
  await expect(agenda.stepOnCard(name, "Segna in poltrona")).toBeVisible();
  await expect(agenda.card(name)).toHaveAccessibleName(/arrivato/);
  await page.goto(`/agenda/${addDays(referenceMonday(), 1)}`);
  await agenda.cards.first().waitFor();
  await expect(agenda.day.locator(".appointment__step")).toHaveCount(0);
});

test("whoever may only read has no step on any card", async ({ desk }) => {
  const agenda = new AgendaPage((await desk("FD")).page);
  const name = await somebody(agenda);
  const reader = new AgendaPage((await desk("OW")).page);
  await expect(reader.card(name)).toBeVisible();
  await expect(reader.day.locator(".appointment__step")).toHaveCount(0);
});

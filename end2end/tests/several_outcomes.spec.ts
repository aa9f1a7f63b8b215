import { CallsPage } from "../pages/calls_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { resting } from "../support/notes.ts";
import { expect, test } from "../support/test.ts";

const NARROW = { width: 480, height: 900 };

test("two reasons come to two outcomes in one call by five keys, and one of them is corrected alone", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  await page.setViewportSize(NARROW);
  const calls = new CallsPage(page);
  const other = new CallsPage((await desk("FD")).page);
  await calls.openWithTwoReasons();
  await calls.unfoldEarlier();
  const before = await calls.earlier.count();
  const reasons = await calls.card.getByRole("checkbox").count();
  const about = calls.saidSoFar.getByRole("status");
  await page.keyboard.press("8");
  await expect(about).toHaveText(/^Esito per: /);
  const first = (await about.textContent())!.replace("Esito per: ", "");
  await expect(calls.outcomes.getByRole("button", { name: "Non risponde" })).toBeVisible();
  await page.keyboard.press("1");
  await expect(calls.saidSoFar).toContainText(`${first}: tutto bene`);
  await expect(about).not.toHaveText(`Esito per: ${first}`);
  const second = (await about.textContent())!.replace("Esito per: ", "");
  // Somebody was spoken to: nobody can say any more that nobody was.
  await expect(calls.outcomes.getByRole("button", { name: "Non risponde" })).toHaveCount(0);
  await page.keyboard.press("5");
  await expect(calls.endCall).toHaveText(/Chiudi con 1 esito/);
  await page.keyboard.press("4");
  await page.keyboard.press("1");
  await expect(calls.endCall).toHaveText(/Chiudi con 2 esiti/);
  await page.keyboard.press("9");

  await expect(calls.saidSoFar).toHaveCount(0);
  await expect(calls.earlier).toHaveCount(Math.min(before + 1, 5));
  await expect(calls.earlier.first()).toContainText(`${first}: tutto bene · ${second}: `);
  // What was left unsaid stays open.
  await expect(calls.card.getByRole("checkbox")).toHaveCount(reasons - 2);
  await expect(calls.held.filter({ hasText: "richiama" }).first()).toBeVisible();
  await expect(calls.badge).toContainText("dal vivo");
  await other.goTo("Chiamate");
  await other.page.goto(page.url().replace(/^https?:\/\/[^/]+/, ""));
  await other.unfoldEarlier();
  await expect(other.earlier.first()).toContainText(`${first}: tutto bene · ${second}: `);

  await calls.earlier.first().getByRole("button", { name: "Correggi l’esito" }).click();
  const corrected = calls.card.getByRole("group", { name: "Che cosa correggi" });
  await expect(corrected.getByRole("button", { name: first })).toHaveAttribute("aria-pressed", "true");
  await expect(corrected.getByRole("button", { name: second })).toHaveAttribute("aria-pressed", "false");
  await calls.recordOther("Ha un problema…");
  await calls.card.locator(".call-panel").getByRole("button", { name: /Tra 1 ora/ }).click();
  for (const each of [calls, other]) {
    await expect(each.earlier.first()).toContainText(new RegExp(`^[^·]*${first}: (?!tutto bene)[^·]* · ${second}: .*richiam`));
  }
});

test("by touch: what was said is taken back, found again after a reload, and goes out together with a visit", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow", mouse: false, theme: "dark" });
  await page.setViewportSize(NARROW);
  const calls = new CallsPage(page);
  await calls.openWithTwoReasons();
  await calls.oneByOne.tap();
  await calls.outcomes.getByRole("button", { name: "Tutto bene" }).tap();
  await calls.saidSoFar.getByRole("button", { name: /^Togli «/ }).tap();
  await expect(calls.endCall).toHaveCount(0);
  await calls.takeInHand(/Saldo|Rata|rata/);
  await expect(calls.saidSoFar.getByRole("status")).toHaveText(/^Esito per: (Saldo|Rata)$/);
  await calls.outcomes.getByRole("button", { name: "Altro esito" }).tap();
  await calls.panel("Altro esito").getByRole("button", { name: "Contesta l’importo" }).tap();
  await expect(calls.saidSoFar).toContainText("contesta l’importo");
  await expectAccessible(page, "outcomes gathered on the card of a call");
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, "outcomes gathered on the card of a call, in the light");

  await expect.poll(async () => (await resting(page)).length).toBe(1);
  await expect.poll(async () => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.reload();
  await expect(calls.card).toContainText("Ritrovi risposte e appunti");
  await expect(calls.saidSoFar).toContainText("contesta l’importo");
  // The place that hygiene proposes is about hygiene.
  await calls.card.getByRole("region", { name: /giene/ }).locator(".call-place").first().tap();
  await calls.outcomes.getByRole("button", { name: /^Prenota/ }).tap();
  await expect(calls.saidSoFar).toContainText(/Igiene: visita fissata/);
  await calls.endCall.tap();
  await expect(calls.held.filter({ hasText: "importo contestato" }).first()).toBeVisible();
  await expect(calls.card.getByRole("checkbox", { name: /giene/ })).toHaveCount(0);
  await expect.poll(async () => (await resting(page)).length).toBe(0);
  await expect(calls.badge).toContainText("dal vivo");
});

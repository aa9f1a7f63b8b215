import { CallsPage } from "../pages/calls_page.ts";
import { SheetPage } from "../pages/sheet_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

test("a dentist closes an episode with a reason, and opens one: the front desk sees the category, never why", async ({ desk }) => {
  const calls = new CallsPage((await desk("FD")).page);
  const front = new SheetPage(calls.page);
  const dentist = new SheetPage((await desk("DE")).page);
  await calls.goTo("Chiamate");
  await calls.filter("Rischio");
  await calls.rows.first().getByRole("link").first().click();
  await calls.card.waitFor();
  const patient = new URL(calls.page.url()).pathname.split("/").pop()!;
  await front.openOf(patient);
  await dentist.openOf(patient);
  await expect(front.risk).toHaveCount(0);

  // Whatever is open, one after the other.
  const open = dentist.risk.getByRole("button", { name: /^Chiudi l’episodio: / });
  await expect(open.first()).toBeVisible();
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    await dentist.riskWhy.fill("concluso presso un altro studio");
    await dentist.risk.getByRole("button", { name: "Chiudi", exact: true }).click();
    await expect(open).toHaveCount(left - 1);
  }
  await expect(dentist.risk).toContainText("Nessun episodio aperto.");
  await expect(dentist.risk).toContainText("concluso presso un altro studio");
  await expect(front.sheet).not.toContainText("Rischio clinico");

  await dentist.risk.getByRole("button", { name: "Segna un rischio…" }).click();
  await expectAccessible(dentist.page, "the form of a risk");
  await dentist.risk.getByLabel("Quale rischio").selectOption("protesi mobile appena consegnata");
  await dentist.risk.getByLabel("Dal giorno").fill(addDays(referenceMonday(), -8));
  await dentist.riskWhy.fill("consegnata altrove, lamenta dolore");
  await dentist.risk.getByRole("button", { name: "Segna", exact: true }).click();
  await expect(dentist.risk).toContainText("protesi mobile appena consegnata · dal");
  await expect(dentist.risk).toContainText("consegnata altrove, lamenta dolore");
  await expect(front.sheet).toContainText("Rischio clinico");
  await expect(front.sheet).not.toContainText("lamenta dolore");
});

test("what a dentist says of a risk on a phone without a network is kept there, and arrives", async ({ desk }) => {
  const front = new SheetPage((await desk("FD")).page);
  const { page, link } = await desk("DE", { layout: "phone" });
  const dentist = new SheetPage(page);
  const calls = new CallsPage(front.page);
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  // Somebody who is not at risk.
  await calls.rows.filter({ hasNotText: /rischio|provvisorio|ortodonzia|protesi|ritrattamento/i }).first().getByRole("link").first().click();
  await calls.card.waitFor();
  const patient = new URL(calls.page.url()).pathname.split("/").pop()!;
  await front.openOf(patient);
  await dentist.openOf(patient);
  await dentist.risk.getByRole("button", { name: "Segna un rischio…" }).click();
  link.cut();
  await dentist.risk.getByLabel("Quale rischio").selectOption("ortodonzia fissa");
  await dentist.risk.getByLabel("Dal giorno").fill(addDays(referenceMonday(), -60));
  await dentist.riskWhy.fill("apparecchio messo altrove");
  await dentist.risk.getByRole("button", { name: "Segna", exact: true }).click();
  await expect(dentist.risk).toContainText("ortodonzia fissa");
  await expect(dentist.risk).toContainText("su questo dispositivo", { timeout: 40_000 });
  await expect(front.sheet).not.toContainText("Rischio clinico");
  link.mend();
  await expect(front.sheet).toContainText("Rischio clinico", { timeout: 60_000 });
});

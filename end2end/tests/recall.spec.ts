import type { Page } from "@playwright/test";
import { CallsPage } from "../pages/calls_page.ts";
import { SheetPage } from "../pages/sheet_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { inOrder } from "../support/in_order.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

/** Opens the first patient who is on the list for hygiene; answers with whom. */
async function openForHygiene(calls: CallsPage): Promise<string> {
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  await calls.rows.first().getByRole("link").first().click();
  await calls.card.waitFor();
  return new URL(calls.page.url()).pathname.split("/").pop()!;
}

/** From the card to the sheet above it: without a network no address is loaded anew. */
async function toRecall(calls: CallsPage): Promise<void> {
  await calls.card.getByRole("link", { name: "Data e intervallo del richiamo" }).click();
}

interface Row {
  table: string;
  row: { id?: string; payer?: string; patient?: string; hygiene?: { last_done?: string } };
}

/** Two of one family whose hygiene is long past: a date set now is served by neither's. */
async function family(page: Page): Promise<[string, string]> {
  const answer = await page.request.get("/sync/snapshot");
  const { rows } = (await answer.json()) as { rows: Row[] };
  const old = addDays(referenceMonday(), -60);
  const recalled = new Set(
    rows.filter(({ table, row }) => table === "care" && (row.hygiene?.last_done ?? "9") < old).map(({ row }) => row.patient),
  );
  const patients = inOrder(rows.filter(({ table, row }) => table === "patient" && recalled.has(row.id))).map(({ row }) => row);
  for (const one of patients) {
    const other = patients.find(({ id, payer }) => id !== one.id && (payer ?? id) === (one.payer ?? one.id));
    if (other !== undefined) return [one.id!, other.id!];
  }
  throw new Error("no family has two recalls");
}

test("from the call the recall is put off by hand, on every screen at once; a dentist reads it and changes nothing", async ({ desk }) => {
  const calls = new CallsPage((await desk("FD")).page);
  const sheet = new SheetPage(calls.page);
  const manager = new SheetPage((await desk("DOM", { layout: "narrow" })).page);
  const dentist = new SheetPage((await desk("DE", { layout: "phone" })).page);
  const who = await calls.ownName();
  const patient = await openForHygiene(calls);
  for (const other of [manager, dentist]) {
    await other.openOf(patient);
    await expect(other.recall).toContainText("Da fare il");
  }
  await expect(dentist.changeRecall).toHaveCount(0);

  await toRecall(calls);
  await sheet.typeRecall({ until: addDays(referenceMonday(), 30) });
  await expect(sheet.fixed).toBeVisible();
  await expectAccessible(sheet.page, "the form of a recall");
  await sheet.save.click();
  for (const other of [sheet, manager, dentist]) {
    await expect(other.recall).toContainText("Sospeso fino al");
    await expect(other.reasons.getByRole("listitem").filter({ hasText: /Igiene/ })).toContainText("non adesso");
  }
  await expect(manager.recall).toContainText(`Impostato da ${who}`);

  // Taken away again, it is on the list.
  await manager.setRecall({ until: "" });
  await expect(sheet.recall).not.toContainText("Sospeso");
  await expect(sheet.reasons.getByRole("listitem").filter({ hasText: /Igiene/ })).not.toContainText("non adesso");
});

test("a day that is past is told before it is saved, and what is set without a network is kept and arrives", async ({ desk }) => {
  const { page, link } = await desk("RS", { layout: "phone" });
  const calls = new CallsPage(page);
  const sheet = new SheetPage(page);
  const other = new SheetPage((await desk("FD")).page);
  const patient = await openForHygiene(calls);
  await other.openOf(patient);

  link.cut();
  await expect(sheet.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await toRecall(calls);
  await sheet.typeRecall({ fixed: addDays(referenceMonday(), -1) });
  await expect(sheet.recall).toContainText("Questo giorno è già passato");
  await expect(sheet.save).toBeDisabled();
  await sheet.fixed.fill(addDays(referenceMonday(), 90));
  await sheet.save.click();
  await expect(sheet.recall).toContainText("data fissata a mano");
  await expect(sheet.recall).toContainText("su questo dispositivo");
  await expect(sheet.reasons).not.toContainText("Igiene");
  await expect(other.recall).not.toContainText("data fissata a mano");
  link.mend();
  await expect(other.recall).toContainText("data fissata a mano", { timeout: 60_000 });
});

test("of two who set one recall at once the second is told, and nothing is overwritten", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const calls = new CallsPage(page);
  const slow = new SheetPage(page);
  const quick = new SheetPage((await desk("RS", { layout: "narrow" })).page);
  const patient = await openForHygiene(calls);
  await quick.openOf(patient);
  link.cut();
  await expect(slow.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await toRecall(calls);
  await slow.setRecall({ every: "ogni 3 mesi" });
  await quick.setRecall({ every: "mai: richiamo disattivato" });
  link.mend();
  await expect(slow.recall).toContainText("Disattivato", { timeout: 60_000 });
  await slow.shut();
  await expect(slow.badge).toContainText("1 da risolvere");
  await expect(quick.recall).toContainText("Disattivato");
});

test("a family comes on one day: the same date is set for the others too", async ({ desk }) => {
  const sheet = new SheetPage((await desk("FD")).page);
  await expect(sheet.badge).toContainText("dal vivo");
  const [one, other] = await family(sheet.page);
  await sheet.openOf(one);
  await sheet.typeRecall({ fixed: addDays(referenceMonday(), 100) });
  await sheet.family.check();
  await sheet.save.click();
  await expect(sheet.recall).toContainText("data fissata a mano");
  const day = /Da fare il ([^·]+) ·/.exec((await sheet.recall.textContent())!)![1]!;
  await sheet.openOf(other);
  await expect(sheet.recall).toContainText(`Da fare il ${day}`);
  await expect(sheet.recall).toContainText("data fissata a mano");
});

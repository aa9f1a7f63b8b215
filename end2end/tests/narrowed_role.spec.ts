import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { LayoutPage } from "../pages/layout_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { type Row, snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("a role narrowed while away: nothing of the former role comes back, and what was done waits for others", async ({ desk, practice }) => {
  const both = await practice.addMember("dora.doppia", "Dora Doppia", ["FD", "OW"]);
  const { page, link } = await desk("FD", { signedOut: true });
  await new SignInPage(page).signIn(both);
  const agenda = new AgendaPage(page);
  const [arrives] = await agenda.awaited();
  await agenda.goTo("Chiamate");
  const calls = new CallsPage(page);
  await calls.filter("Igiene");
  const [called] = await calls.names(1);

  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await calls.open(called!);
  await calls.record("Non risponde");
  await agenda.goTo("Agenda");
  await agenda.markArrival(arrives!);
  await expect(agenda.badge).toContainText("2 da inviare");

  // Meanwhile somebody takes the front desk's role away: the owner's is all that is left.
  await practice.command("member", "roles", both.login, "--role", "OW");

  const frames: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  const snapshots: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith("/sync/snapshot")) snapshots.push(await response.text());
  });
  link.mend();
  const layout = new LayoutPage(page);
  // Its author is told, in words without content, on the spot and in the drawer.
  await expect(page.getByText(/Ciò che hai fatto come Segreteria non è stato applicato/).last()).toBeVisible({ timeout: 60_000 });
  await expect(layout.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(layout.badge).not.toContainText(/da inviare|salvataggio/);

  await layout.openOutbox();
  await expect(layout.toReview).toHaveCount(2);
  await expect(layout.toReview.filter({ hasText: "Una modifica fatta come Segreteria" })).toHaveCount(1);
  await expect(layout.waiting).toHaveCount(0);

  // Nothing outside of the role came in, and nothing of it is held.
  const hidden = new Set(["care", "attempt", "claim"]);
  const rows: Row[] = [];
  for (const text of snapshots) rows.push(...(JSON.parse(text) as { rows: Row[] }).rows);
  for (const text of frames) rows.push(...((JSON.parse(text) as { changes?: Row[] }).changes ?? []));
  expect(snapshots.length, "the view was loaded anew").toBeGreaterThan(0);
  expect(rows.filter(({ table }) => hidden.has(table))).toEqual([]);
  const waiting = rows.filter(({ table }) => table === "review").map(({ row }) => JSON.stringify(row));
  expect(waiting.join()).not.toContain("record_attempt");
  await expect(page.getByRole("link", { name: /^Chiamate/ })).toHaveCount(0);

  // Nothing was applied; somebody who may do such a thing decides.
  const judge = await desk("FD");
  const before = await snapshot(judge.page);
  const dora = before.find(({ table, row }) => table === "member" && row.name === "Dora Doppia")!.row.id;
  expect(before.some(({ table, row }) => table === "attempt" && row.by === dora)).toBe(false);
  const tray = new LayoutPage(judge.page);
  await expect(tray.badge).toContainText("2 da rivedere");
  await tray.openOutbox();
  for (const left of [1, 0]) {
    await tray.toReview.first().getByRole("button", { name: "Esegui ora" }).click();
    await expect(tray.toReview).toHaveCount(left);
  }
  await expect(tray.badge).toContainText("dal vivo");
  const after = await snapshot(judge.page);
  expect(after.filter(({ table, row }) => table === "attempt" && row.by === dora)).toHaveLength(1);
  await expect(layout.outbox.getByRole("region", { name: "Decise da poco" }).getByRole("listitem")).toHaveCount(2);
});

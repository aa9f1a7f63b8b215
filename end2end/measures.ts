import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { AgendaPage } from "./pages/agenda_page.ts";
import { CallsPage } from "./pages/calls_page.ts";
import { expect, test } from "./support/test.ts";

// Observations, not gates: `npx playwright test --project=measures`. They end in numbers to be read, and in expectations
// only about what must hold whatever the machine does.

test.setTimeout(1_200_000);

interface Row {
  table: string;
  row: { id?: string; status?: { is: string }; confirmation?: { is: string }; patient?: string; by?: string };
}

/** Every row that the server would give this person now. */
async function snapshot(page: Page): Promise<Row[]> {
  const answer = await page.request.get("/sync/snapshot");
  return ((await answer.json()) as { rows: Row[] }).rows;
}

async function settled(page: AgendaPage): Promise<void> {
  await expect(page.badge).toContainText("dal vivo", { timeout: 120_000 });
  await expect(page.badge).not.toContainText(/da inviare|da risolvere/, { timeout: 120_000 });
}

test("how long a change takes from one screen to another", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("RS")).page);
  await other.goTo("Agenda");
  const names = await one.awaited();
  const times: number[] = [];
  for (const name of names.slice(0, 100)) {
    await other.card(name).waitFor();
    const painted = other.card(name).evaluate(
      (card) =>
        new Promise<number>((done) => {
          const before = card.getAttribute("aria-label");
          new MutationObserver((_, observer) => {
            if (card.getAttribute("aria-label") === before) return;
            observer.disconnect();
            requestAnimationFrame(() => done(Date.now()));
          }).observe(card, { attributes: true });
        }),
    );
    const tapped = await one.page
      .getByRole("button", { name: `Segna l’arrivo: ${name}`, exact: true })
      .evaluate((button: HTMLButtonElement) => {
        button.click();
        return Date.now();
      });
    times.push((await painted) - tapped);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const line = `${times.length} changes, tap to painted elsewhere: median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  console.log(line);
  await writeFile(path.resolve(import.meta.dirname, "test-results/live.txt"), line);
  expect(times.length).toBeGreaterThan(20);
});

test("a server that is killed in the middle loses nothing that a screen called saved", async ({ desk, practice }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const calls = new CallsPage(page);
  const awaited = await agenda.awaited();
  let changes = 0;
  let kills = 0;
  const change = async (make: () => Promise<void>) => {
    if (changes % 40 === 20) {
      await practice.kill();
      kills += 1;
    }
    await make();
    changes += 1;
    if (changes % 40 === 25) await practice.start();
  };
  for (const name of awaited) await change(() => agenda.markArrival(name));
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  while (changes < 200) {
    await change(async () => {
      const [name] = await calls.names(1);
      await calls.open(name!);
      await calls.record("Non risponde");
      await expect(calls.row(name!)).toHaveCount(0);
    });
  }
  await settled(agenda);
  const rows = await snapshot(page);
  const arrived = rows.filter(({ table, row }) => table === "appointment" && row.status?.is === "arrived");
  const attempts = rows.filter(({ table, row }) => table === "attempt" && row.by !== undefined);
  console.log(`${changes} changes, ${kills} kills: ${arrived.length} arrivals and ${attempts.length} calls in the server`);
  expect(arrived).toHaveLength(awaited.length);
  expect(attempts).toHaveLength(changes - awaited.length);
  expect(new Set(attempts.map(({ row }) => row.patient)).size).toBe(attempts.length);
});

test("twenty changes made without a network arrive once, in order", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const calls = new CallsPage(page);
  const names = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const before = (await snapshot(page)).filter(({ table }) => table === "attempt").length;
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });

  const ten = async (from: number) => {
    for (const name of names.slice(from, from + 4)) await agenda.markArrival(name);
    for (const name of names.slice(from, from + 2)) {
      await agenda.open(name);
      await agenda.step("In poltrona");
    }
    for (const name of names.slice(from + 4, from + 6)) {
      await agenda.open(name);
      await agenda.step("Chiede di spostare");
    }
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    for (let made = 0; made < 2; made += 1) {
      const [name] = await calls.names(1);
      await calls.open(name!);
      await calls.record("Non risponde");
      await expect(calls.row(name!)).toHaveCount(0);
    }
  };
  await ten(0);
  await expect(agenda.badge).toContainText("10 da inviare");
  await page.goto("/agenda");
  await expect(agenda.badge).toContainText("10 da inviare");
  await ten(6);
  await expect(agenda.badge).toContainText("20 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(20);
  for (const entry of await agenda.waiting.all()) await expect(entry).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

  link.mend();
  await settled(agenda);
  const rows = await snapshot(page);
  const visits = (status: string) => rows.filter(({ table, row }) => table === "appointment" && row.status?.is === status);
  expect(visits("in_chair")).toHaveLength(4);
  expect(visits("arrived")).toHaveLength(4);
  expect(rows.filter(({ row }) => row.confirmation?.is === "asked_to_move")).toHaveLength(4);
  expect(rows.filter(({ table }) => table === "attempt")).toHaveLength(before + 4);
});

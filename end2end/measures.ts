import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { AgendaPage } from "./pages/agenda_page.ts";
import { CallsPage } from "./pages/calls_page.ts";
import { expect, test } from "./support/test.ts";

// Observations, not gates: `npx playwright test --project=measures`. They end in numbers to be read, and in expectations
// only about what must hold whatever the machine does.

test.setTimeout(1_200_000);

/** Collects what the socket of a page brings, in order: patient and new state of each visit, patient of each call. */
function brought(page: Page): string[] {
  const seen: string[] = [];
  const visits = new Map<string, string>();
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const message = JSON.parse(String(payload)) as { type: string; changes?: (Row & { op: string })[] };
      for (const { table, row } of message.changes ?? []) {
        if (table === "attempt") seen.push(`${row.patient} called`);
        if (table !== "appointment") continue;
        const state = `${row.patient} ${row.status?.is} ${row.confirmation?.is}`;
        if (visits.get(row.id!) !== state) seen.push(state);
        visits.set(row.id!, state);
      }
    }),
  );
  return seen;
}

interface Row {
  table: string;
  row: { id?: string; surname?: string; name?: string; status?: { is: string }; confirmation?: { is: string }; patient?: string; by?: string };
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

/** What the screen of one person says of a patient, as soon as it says something else: the moment of the paint. */
function repainted(card: Locator): Promise<number> {
  return card.evaluate(
    (element) =>
      new Promise<number>((done) => {
        const before = element.getAttribute("aria-label");
        new MutationObserver((_, observer) => {
          if (element.getAttribute("aria-label") === before) return;
          observer.disconnect();
          requestAnimationFrame(() => done(Date.now()));
        }).observe(element, { attributes: true });
      }),
  );
}

test("how long a change takes from one screen to another", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("RS")).page);
  await other.goTo("Agenda");
  const names = await one.awaited();
  const times: number[] = [];
  const tap = (button: Locator) =>
    button.evaluate((element: HTMLButtonElement) => {
      element.click();
      return Date.now();
    });
  const measure = async (name: string, button: Locator) => {
    await other.card(name).waitFor();
    await button.waitFor();
    const painted = repainted(other.card(name));
    const tapped = await tap(button);
    times.push((await painted) - tapped);
  };
  for (const name of names) {
    await measure(name, one.page.getByRole("button", { name: `Segna l’arrivo: ${name}`, exact: true }));
  }
  // The rest of the way to the door: the same visits give the rest of the hundred.
  for (const step of ["In poltrona", "Finito"]) {
    for (const name of names) {
      if (times.length >= 100) break;
      await one.open(name);
      await measure(name, one.dialog.getByRole("button", { name: step, exact: true }));
      await one.dialog.waitFor({ state: "detached" });
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const line = `${times.length} changes, tap to painted elsewhere: median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  console.log(line);
  await writeFile(path.resolve(import.meta.dirname, "test-results/live.txt"), line);
  expect(times.length).toBeGreaterThanOrEqual(100);
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
  const witness = (await desk("RS")).page;
  const seen = brought(witness);
  await witness.reload();
  await expect(new AgendaPage(witness).badge).toContainText("dal vivo", { timeout: 60_000 });

  const agenda = new AgendaPage(page);
  const calls = new CallsPage(page);
  await agenda.goTo("Agenda");
  const names = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const rows = await snapshot(page);
  const patients = new Map<string, string>();
  for (const { table, row } of rows) if (table === "patient") patients.set(`${row.surname} ${row.name}`, row.id!);
  const idOf = (name: string) => patients.get(name.replace(/ \(\d+\)$/, "")) ?? `nobody called ${name}`;
  const attempts = rows.filter(({ table }) => table === "attempt").length;
  const told = seen.length;
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });

  const made: string[] = [];
  const ten = async (four: string[], two: string[]) => {
    for (const name of four) {
      await agenda.markArrival(name);
      made.push(`${idOf(name)} arrived`);
    }
    for (const name of four.slice(0, 2)) {
      await agenda.open(name);
      await agenda.step("In poltrona");
      made.push(`${idOf(name)} in_chair`);
    }
    for (const name of two) {
      await agenda.open(name);
      await agenda.step("Chiede di spostare");
      made.push(`${idOf(name)} planned asked_to_move`);
    }
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    for (let count = 0; count < 2; count += 1) {
      const [name] = await calls.names(1);
      await calls.open(name!);
      await calls.record("Non risponde");
      made.push(`${idOf(name!)} called`);
      await expect(calls.row(name!)).toHaveCount(0);
    }
  };
  await ten(names.slice(0, 4), names.slice(4, 6));
  await expect(agenda.badge).toContainText("10 da inviare");
  await page.goto("/agenda");
  await expect(agenda.badge).toContainText("10 da inviare");
  await ten(names.slice(6, 10), names.slice(10, 12));
  await expect(agenda.badge).toContainText("20 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(20);
  for (const entry of await agenda.waiting.all()) await expect(entry).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();
  expect(seen.length, "nobody else has seen anything yet").toBe(told);

  link.mend();
  await settled(agenda);
  await expect.poll(() => seen.length - told, { timeout: 30_000 }).toBe(20);
  const arrived = seen.slice(told).map((change) => change.replace(/ not_asked$| confirmed$| asked$/, ""));
  console.log(`offline, as the server told another person:\n  ${arrived.join("\n  ")}`);
  expect(arrived).toEqual(made);
  const after = await snapshot(page);
  expect(after.filter(({ table }) => table === "attempt")).toHaveLength(attempts + 4);
});

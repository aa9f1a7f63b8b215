import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

// Observations, not gates: `npx playwright test --project=measures`. They end in numbers to be read, and in expectations
// only about what must hold whatever the machine does.

test.setTimeout(1_200_000);

async function settled(page: AgendaPage): Promise<void> {
  await expect(page.badge).toContainText("dal vivo", { timeout: 120_000 });
  await expect(page.badge).not.toContainText(/da inviare|da risolvere/, { timeout: 120_000 });
}

/** Begins to watch what a screen says of a patient; `painted` tells the moment at which it has painted something else. */
async function watch(card: Locator): Promise<{ painted: () => Promise<number> }> {
  const watched = await card.evaluateHandle((element) => ({
    painted: new Promise<number>((done) => {
      const before = element.getAttribute("aria-label");
      new MutationObserver((_, observer) => {
        if (element.getAttribute("aria-label") === before) return;
        observer.disconnect();
        requestAnimationFrame(() => done(Date.now()));
      }).observe(element, { attributes: true });
    }),
  }));
  return { painted: () => watched.evaluate(({ painted }) => painted) };
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
    const { painted } = await watch(other.card(name));
    const tapped = await tap(button);
    times.push((await painted()) - tapped);
  };
  // There and back: the visits of one morning give as many changes as are wanted.
  while (times.length < 100) {
    for (const name of names) {
      await measure(name, one.page.getByRole("button", { name: `Segna l’arrivo: ${name}`, exact: true }));
      await one.open(name);
      await measure(name, one.dialog.getByRole("button", { name: "Annulla l’arrivo", exact: true }));
      await one.close();
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const line = `${times.length} changes, tap to painted elsewhere: median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
  console.log(line);
  await writeFile(path.resolve(import.meta.dirname, "../test-results/live.txt"), line);
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

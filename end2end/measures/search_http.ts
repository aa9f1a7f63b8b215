import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PlainClient } from "../support/plain_client.ts";
import { Practice } from "../support/practice.ts";
import { Random, seed } from "../support/random.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";

// How long the front desk waits for an answer among many patients, over HTTP, after one to six letters of somebody's name; beside
// each of them a bare request, so that what the machine and the way cost is known. PATIENTS and REQUESTS (of each number of letters)
// change the run.

const PATIENTS = setting("PATIENTS", 50_000);
const REQUESTS = setting("REQUESTS", 500);
const SEED = seed();
const LETTERS = [1, 2, 3, 4, 5, 6];

/** As long as an index is made at the most, in milliseconds. */
const PATIENCE = 120_000;

test.setTimeout(1_800_000);

const aurora = path.resolve(import.meta.dirname, "../../server/demo/aurora");

interface Person {
  surname: string;
  name: string;
}

/** The made-up practice's export with many more patients: a surname of one, a name of another. */
async function largeExport(random: Random): Promise<{ folder: string; people: Person[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), "richiamo-export-"));
  await cp(aurora, folder, { recursive: true });
  const file = path.join(folder, "pazienti.csv");
  const text = await readFile(file, "latin1");
  const rows = text.split(/\r?\n/).slice(1).map((line) => line.split(";")).filter((cells) => cells.length > 6);
  const people: Person[] = rows.map((cells) => ({ surname: cells[1]!, name: cells[2]! }));
  const lines: string[] = [];
  while (people.length < PATIENTS) {
    const [cells, surname, name] = [[...random.pick(rows)], random.pick(rows)[1]!, random.pick(rows)[2]!];
    // Nobody's family, nobody's tax code, and a number of their own.
    [cells[0], cells[1], cells[2], cells[6], cells[7], cells[14]] = [`Q${people.length}`, surname, name, "", `+393${String(random.below(1_000_000_000)).padStart(9, "0")}`, ""];
    lines.push(cells.join(";"));
    people.push({ surname, name });
  }
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  await writeFile(file, `${text.trimEnd()}${end}${lines.join(end)}${end}`, "latin1");
  return { folder, people };
}

/** What is typed of somebody, after so many letters. */
function typed({ surname, name }: Person, letters: number, random: Random): string {
  return random.pick([surname, surname, name, `${name} ${surname}`]).replaceAll("'", "").slice(0, letters);
}

test("a search over HTTP among many patients", async () => {
  const random = new Random(SEED);
  const { folder, people } = await largeExport(random);
  const practice = await Practice.imported(folder);
  const person = await practice.addMember("misura", "Anna Misura", ["FD"]);
  await practice.start();
  const client = new PlainClient(practice.origin);
  await client.signIn(person.login, person.password);

  const took = async (request: () => Promise<Response>): Promise<{ ms: number; answer: Response; body: string }> => {
    const before = performance.now();
    const answer = await request();
    const body = await answer.text();
    return { ms: performance.now() - before, answer, body };
  };
  const search = (query: string) => took(() => client.post("/sync/search", { query }));
  const bare = () => took(() => fetch(`${practice.origin}/api/health`));
  // The index is made after the start.
  await expect.poll(async () => (await search("ros")).answer.status, { timeout: PATIENCE }).toBe(200);
  for (let number = 0; number < 50; number += 1) {
    await search(typed(random.pick(people), 3, random));
    await bare();
  }

  const times = new Map(LETTERS.map((letters) => [letters, [] as number[]]));
  const bareTimes: number[] = [];
  let bytes = 0;
  let found = 0;
  for (let round = 0; round < REQUESTS; round += 1) {
    for (const letters of LETTERS) {
      const { ms, answer, body } = await search(typed(random.pick(people), letters, random));
      expect(answer.status).toBe(200);
      times.get(letters)!.push(ms);
      bareTimes.push((await bare()).ms);
      bytes += body.length;
      found += (JSON.parse(body) as { patients: unknown[] }).patients.length;
    }
  }
  await practice.close();
  await rm(folder, { recursive: true, force: true });

  const all = [...times.values()].flat();
  const line = (name: string, times: number[]) =>
    `  ${name}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms`;
  const ratio = (share: number) => (percentile(all, share) / percentile(bareTimes, share)).toFixed(2);
  await report("search_http", [
    `search among ${people.length} patients over HTTP (${practice.build}), ${all.length} requests, each followed by a bare one (seed ${SEED})`,
    ...[...times].map(([letters, times]) => line(`${letters} ${letters === 1 ? "letter" : "letters"}`, times)),
    line("all of them", all),
    line("bare (GET /api/health)", bareTimes),
    `  for a bare request's 1: p50 ${ratio(0.5)}, p99 ${ratio(0.99)}; ${(found / all.length).toFixed(1)} patients and ${Math.round(bytes / all.length)} bytes an answer`,
  ]);
});

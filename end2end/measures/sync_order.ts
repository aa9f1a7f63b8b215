import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkOrder, doctored } from "../support/durability.ts";
import { readLedger } from "../support/ledger.ts";
import { PlainClient } from "../support/plain_client.ts";
import { referenceMonday } from "../support/practice.ts";
import { Random, seed } from "../support/random.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";
import { STRACE } from "../support/trace.ts";
import { giveSomething } from "../support/workload.ts";

// What the server asks of the kernel, in its order, under strace: nothing is acknowledged and nothing is shown to anybody
// before it is durable. WRITES (acknowledged one after the other) and BURST (from every client at once) change the run.

const WRITES = setting("WRITES", 200);
const BURST = setting("BURST", 20);
const SEED = seed();

test.setTimeout(3_600_000);

test("nothing is said of a change before it is durable", async ({ practice }) => {
  const folder = await mkdtemp(path.join(tmpdir(), "richiamo-trace-"));
  const file = path.join(folder, "trace");
  const strace = spawn("strace", [...STRACE, "-p", String(practice.pid), "-o", file], { stdio: ["ignore", "ignore", "pipe"] });
  await new Promise<void>((done) => strace.stderr.on("data", (text) => String(text).includes("attached") && done()));

  const random = new Random(SEED);
  const clients: PlainClient[] = [];
  for (const login of ["sara.bodini", "michela.poli", "giorgia.zen"]) {
    const person = practice.people.find((person) => person.login === login)!;
    const client = new PlainClient(practice.origin);
    await client.signIn(person.login, person.password);
    clients.push(client, client.another());
  }
  for (const client of clients) await client.connect();
  const ports = new Map(clients.map((client) => [client.localPort!, client.client as string]));
  const [writer] = clients;
  const accepted = () => clients.reduce((sum, { results }) => sum + [...results.values()].filter(({ is }) => is === "ok").length, 0);
  while (accepted() < WRITES) {
    giveSomething(writer!, random, referenceMonday());
    await writer!.until(() => writer!.unsent === 0);
  }
  const serial = accepted();
  for (let count = 0; count < BURST; count += 1) for (const client of clients) giveSomething(client, random, referenceMonday());
  for (const client of clients) await client.until(() => client.unsent === 0);
  for (const client of clients) await client.hearOut();
  const ended = once(strace, "exit");
  strace.kill("SIGINT");
  await ended;
  for (const client of clients) client.drop();

  const ledger = await readLedger(practice.folder);
  const trace = await readFile(file, "utf8");
  const order = checkOrder(trace, ledger, ports);
  const wrong = doctored(trace, order);
  const caught = checkOrder(wrong.trace, ledger, ports).violations;
  await rm(folder, { recursive: true, force: true });
  await report("sync_order", [
    `order of syncs and frames (${practice.build}), SEED=${SEED}: accepted ${serial} one after the other, ${accepted() - serial} in a burst of ${BURST * clients.length} from ${clients.length} clients`,
    `  transactions ${order.transactions}, syncs of the write-ahead log ${order.syncs}, mutations spoken of ${order.mutations} of ${ledger.decided.length}`,
    `  results ${order.results}, changes and last numbers in deltas ${order.deltas}, violations ${order.violations.length}`,
    `  from durable to said: least ${percentile(order.gaps, 0).toFixed(2)} ms, median ${percentile(order.gaps, 0.5).toFixed(2)} ms`,
    `  with one sync moved behind a frame: ${caught.length} violations found`,
  ]);
  expect(order.violations).toEqual([]);
  expect(order.results).toBeGreaterThanOrEqual(ledger.decided.length);
  expect(order.mutations).toBe(ledger.decided.length);
  expect(caught.some((violation) => violation.includes(wrong.key))).toBe(true);
});

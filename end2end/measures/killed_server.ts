import { setTimeout as pause } from "node:timers/promises";
import { type Verdict, audit, differences, readLedger, spoilt } from "../support/ledger.ts";
import { PlainClient } from "../support/plain_client.ts";
import { type Practice, MORNING, referenceMonday } from "../support/practice.ts";
import { Random, seed } from "../support/random.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";
import { giveSomething, visitsOf } from "../support/workload.ts";

// Ten devices at work on a server that is killed again and again: what was acknowledged is there, once, and everybody sees
// the same. ROUNDS, RATE (changes a second), CHECK_EVERY (rounds) and SEED change the run; MINUTES ends it earlier.

const ROUNDS = setting("ROUNDS", 300);
const RATE = setting("RATE", 20);
const CHECK_EVERY = setting("CHECK_EVERY", 10);
const MINUTES = setting("MINUTES", 240);
const SEED = seed();

/** Who sits at the ten devices. */
const DEVICES: Record<string, number> = {
  "sara.bodini": 2,
  "michela.poli": 2,
  "giorgia.zen": 2,
  "irene.soldi": 1,
  "paolo.manara": 1,
  "teresa.dellacqua": 1,
  "gaia.fontana": 1,
};

/** Answered mutations that a client sends again after a kill, at most. */
const AGAIN = 3;
/** How long a server lives at most, and at most after a change was given, in milliseconds. */
const LONGEST_LIFE = 1_500;
const LONGEST_AFTER_A_CHANGE = 20;

test.setTimeout(4 * 3_600_000);

test("a server that is killed under load loses nothing and does nothing twice", async ({ practice }) => {
  console.log(`SEED=${SEED}`);
  const random = new Random(SEED);
  const begun = Date.now();
  const clients = await devices(practice);
  for (const client of clients) await client.connect();
  const before = structuredClone(visitsOf(clients[0]!));
  const traffic = new Traffic(clients, random);
  const staying = clients.map((client) => stayConnected(client, random, traffic));

  const found: Verdict & { diverged: string[] } = { lost: [], twice: [], otherwise: [], diverged: [] };
  const restarts: number[] = [];
  const inFlight: number[] = [];
  let checks = 0;
  const check = async () => {
    checks += 1;
    for (const client of clients) {
      await client.hearOut();
      const differing = differences(client.base, await client.fresh());
      if (differing.length > 0) found.diverged.push(`${client.client}: ${differing.slice(0, 5).join(", ")}`);
    }
    const verdict = audit(await readLedger(practice.folder), clients, before);
    for (const what of ["lost", "twice", "otherwise"] as const) found[what].push(...verdict[what]);
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    await pause(random.below(LONGEST_LIFE));
    await traffic.nextChange();
    await pause(random.below(LONGEST_AFTER_A_CHANGE));
    inFlight.push(clients.reduce((sum, client) => sum + client.inFlight, 0));
    await practice.kill();
    const killed = Date.now();
    await practice.start(clockAfter(Date.now() - begun));
    restarts.push(Date.now() - killed);
    const isLast = round === ROUNDS || Date.now() - begun > MINUTES * 60_000;
    if (round % CHECK_EVERY === 0 || isLast) {
      await traffic.quieten();
      await check();
      if (!isLast) traffic.goOn();
      console.log(`${round} rounds, ${traffic.given} changes, lost ${found.lost.length}, twice ${found.twice.length}, ${Math.round((Date.now()-begun)/1000)} s`);
    }
    if (isLast || Object.values(found).some((list) => list.length > 0)) break;
  }
  traffic.isOver = true;
  for (const client of clients) client.drop();
  await Promise.all(staying);

  const sum = (of: (client: PlainClient) => number) => clients.reduce((total, client) => total + of(client), 0);
  const answers = (is: string) => sum(({ results }) => [...results.values()].filter((result) => result.is === is).length);
  const ledger = await readLedger(practice.folder);
  const caught = audit(spoilt(ledger), clients, before);
  await report("killed_server", [
    `killed server (${practice.build}), SEED=${SEED}: ${restarts.length} rounds, ${checks} checks, ${Math.round((Date.now() - begun) / 1000)} s`,
    `  changes ${traffic.given}, accepted ${answers("ok")}, refused ${answers("refused")}, sent again ${sum(({ counts }) => counts.resent)}, ` +
      `answered as known ${sum(({ counts }) => counts.dups)}, put off ${sum(({ counts }) => counts.later)}`,
    `  steps of the log ${ledger.steps.length}, calls ${ledger.attempts.length}, ` +
      `kills with changes in flight ${inFlight.filter((count) => count > 0).length}, snapshots taken ${sum(({ counts }) => counts.snapshots)}`,
    `  down: median ${percentile(restarts, 0.5)} ms, p95 ${percentile(restarts, 0.95)} ms`,
    `  lost ${found.lost.length}, twice ${found.twice.length}, otherwise wrong ${found.otherwise.length}, diverged ${found.diverged.length}`,
    `  with one change taken out of the database and one written twice: lost ${caught.lost.length}, twice ${caught.twice.length}`,
  ]);
  expect(found).toEqual({ lost: [], twice: [], otherwise: [], diverged: [] });
  expect(answers("ok") + answers("refused")).toBe(traffic.given);
  expect(caught.lost.length).toBeGreaterThan(0);
  expect(caught.twice.length).toBeGreaterThan(0);
  expect(clients.flatMap(({ told }) => told)).toEqual([]);
});

async function devices(practice: Practice): Promise<PlainClient[]> {
  const clients: PlainClient[] = [];
  for (const [login, count] of Object.entries(DEVICES)) {
    const person = practice.people.find((person) => person.login === login)!;
    const first = new PlainClient(practice.origin);
    await first.signIn(person.login, person.password);
    clients.push(first);
    for (let more = 1; more < count; more += 1) clients.push(first.another());
  }
  return clients;
}

/** The practice's clock goes on over a restart. */
function clockAfter(milliseconds: number): string {
  return new Date(Date.parse(`${MORNING}:00Z`) + milliseconds).toISOString().slice(0, 19);
}

/** Changes at a steady rate, whether or not the server is there. */
class Traffic {
  given = 0;
  isOver = false;
  private isQuiet = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly clients: PlainClient[],
    private readonly random: Random,
  ) {
    void this.run();
  }

  /** The moment after the next change is given. */
  nextChange(): Promise<void> {
    return new Promise((done) => this.waiting.push(done));
  }

  /** Stops, and waits until everything is answered and read by everybody. */
  async quieten(): Promise<void> {
    this.isQuiet = true;
    for (const client of this.clients) await client.until(() => client.isLive && client.unsent === 0);
  }

  goOn(): void {
    this.isQuiet = false;
  }

  private async run(): Promise<void> {
    let due = Date.now();
    while (!this.isOver) {
      due = Math.max(due + 1000 / RATE, Date.now() - 1000);
      await pause(Math.max(0, due - Date.now()));
      const client = this.random.pick(this.clients);
      // A device whose base was never read, or is being replaced, shows nothing that could be changed.
      if (this.isQuiet || visitsOf(client).length === 0) continue;
      giveSomething(client, this.random, referenceMonday());
      this.given += 1;
      for (const done of this.waiting.splice(0)) done();
    }
  }
}

/** A device that connects again whenever the line is lost, and asks again for a few answers that it already has. */
async function stayConnected(client: PlainClient, random: Random, traffic: Traffic): Promise<void> {
  while (!traffic.isOver) {
    await client.until(() => !client.isLive);
    if (traffic.isOver) return;
    try {
      await client.connect();
      const answered = [...client.results.keys()].sort((a, b) => a - b);
      client.sendAgain(answered.slice(-1 - random.below(AGAIN)));
    } catch {
      await pause(random.below(200)); // the wait before the next try, as the protocol has it, but short
    }
  }
}

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import type { Command, Decision, Json, PlainClient } from "./plain_client.ts";
import type { Visit } from "./workload.ts";

// What the database holds, held against what the clients were told. The file is read past the program, with SQLite's own shell.

const run = promisify(execFile);

interface Change {
  op: string;
  table: string;
  row: Json;
}

/** A step of the log, and the mutation that made it. */
export interface Step {
  seq: number;
  client: string | null;
  mid: number | null;
  changes: Change[];
}

/** A mutation that the server has decided, in the order in which it did. */
export interface Decided {
  client: string;
  mid: number;
  member: string;
  refusal: Json | null;
}

export interface Ledger {
  head: number;
  steps: Step[];
  decided: Decided[];
  /** Every call that was recorded here, imported ones not counted. */
  attempts: string[];
}

/** Reads the practice's database file. */
export async function readLedger(folder: string): Promise<Ledger> {
  const file = path.join(folder, "richiamo.db");
  if (!existsSync(file)) throw new Error(`no database in ${folder}`);
  // One statement, and so one state of the database.
  const statement = `SELECT json_object(
    'head', (SELECT head FROM practice),
    'steps', (SELECT json_group_array(json_object('seq', seq, 'client', client_id, 'mid', mid, 'changes', json(changes)))
      FROM (SELECT * FROM change_log ORDER BY seq)),
    'decided', (SELECT json_group_array(json_object('client', client_id, 'mid', mid, 'member', member_id,
      'refusal', json_extract(result, '$.refusal'))) FROM (SELECT * FROM client_mutation ORDER BY rowid)),
    'attempts', (SELECT json_group_array(id) FROM attempt WHERE imported = 0))`;
  const { stdout } = await run("sqlite3", ["-readonly", file, statement], { maxBuffer: 1 << 30 });
  return JSON.parse(stdout) as Ledger;
}

/** What is wrong; empty lists are wanted. */
export interface Verdict {
  lost: string[];
  twice: string[];
  otherwise: string[];
}

/** Holds what the clients were told against the database. `before` holds the visits as they were before the first step. */
export function audit(ledger: Ledger, clients: PlainClient[], before: Visit[]): Verdict {
  const verdict: Verdict = { lost: [], twice: [], otherwise: [] };
  const key = (client: string | null, mid: number | null) => `${client} ${mid}`;

  const steps = new Map<string, Step>();
  ledger.steps.forEach((step, index) => {
    const last = ledger.steps[index - 1];
    if (last !== undefined && step.seq !== last.seq + 1) verdict.lost.push(`step ${last.seq + 1} of the log`);
    if (step.client === null) return;
    if (steps.has(key(step.client, step.mid))) verdict.twice.push(`log: ${key(step.client, step.mid)}`);
    steps.set(key(step.client, step.mid), step);
  });
  if (ledger.steps.length > 0 && ledger.head !== ledger.steps.at(-1)!.seq) verdict.lost.push("the head of the log");

  const decided = new Map<string, Decided>();
  for (const one of ledger.decided) {
    if (decided.has(key(one.client, one.mid))) verdict.twice.push(`decided: ${key(one.client, one.mid)}`);
    decided.set(key(one.client, one.mid), one);
  }
  countAttempts(ledger, verdict);

  for (const { client, results, contradictions } of clients) {
    for (const contradiction of contradictions) verdict.otherwise.push(`${client} ${contradiction}`);
    for (const [mid, told] of results) {
      const kept = decided.get(key(client, mid));
      if (kept === undefined) verdict.lost.push(`${key(client, mid)} was answered ${told.is}`);
      else if (!isDeepStrictEqual(told, decisionOf(kept))) {
        verdict.otherwise.push(`${key(client, mid)}: told ${JSON.stringify(told)}, kept ${JSON.stringify(decisionOf(kept))}`);
      }
    }
  }
  replay(ledger, steps, clients, before, verdict);
  return verdict;
}

function decisionOf({ refusal }: Decided): Decision {
  return refusal === null ? { is: "ok" } : { is: "refused", refusal: refusal as { why: string } };
}

/** Each call once in the log and once in its table. */
function countAttempts({ steps, attempts }: Ledger, verdict: Verdict): void {
  const inLog = steps.flatMap(({ changes }) => changes.filter(({ table }) => table === "attempt").map(({ row }) => String(row.id)));
  const inTable = new Set(attempts);
  for (const id of inLog) if (!inTable.has(id)) verdict.lost.push(`attempt ${id} of the log`);
  if (new Set(inLog).size !== inLog.length) verdict.twice.push("an attempt of the log");
  if (inTable.size !== attempts.length || attempts.length > inLog.length) verdict.twice.push("an attempt");
}

/** Goes through the decisions in their order: what was accepted must have done what it says, or have found it done. */
function replay(ledger: Ledger, steps: Map<string, Step>, clients: PlainClient[], before: Visit[], verdict: Verdict): void {
  const given = new Map(clients.map(({ client, given }) => [String(client), given]));
  const visits = new Map(before.map((visit) => [visit.id, visit]));
  for (const { client, mid, refusal } of ledger.decided) {
    const command = given.get(client)?.get(mid);
    if (command === undefined) continue;
    const step = steps.get(`${client} ${mid}`);
    if (refusal !== null && step !== undefined) verdict.otherwise.push(`${client} ${mid} was refused and done`);
    for (const { op, table, row } of step?.changes ?? []) {
      if (op === "put" && table === "appointment") visits.set(String(row.id), row as unknown as Visit);
    }
    if (refusal === null && !isDone(command, step, visits)) {
      verdict.lost.push(`${client} ${mid}, accepted: ${JSON.stringify(command)}`);
    }
  }
}

function isDone({ name, args }: Command, step: Step | undefined, visits: Map<string, Visit>): boolean {
  // What met somebody else's change waits for a person, with all that was asked for.
  if (step?.changes.some(({ table }) => table === "review")) return true;
  const visit = visits.get(String(args.appointment));
  switch (name) {
    case "mark_appointment":
      return visit?.status.is === args.mark;
    case "undo_mark":
      return visit !== undefined && visit.status.is !== args.mark;
    case "set_confirmation":
      return isDeepStrictEqual(visit?.confirmation, args.confirmation);
    case "move_appointment":
      return isDeepStrictEqual(visit?.place, args.to);
    case "book_appointment":
      return isDeepStrictEqual(visit?.place, args.place);
    case "record_attempt": {
      const booking = args.booking as { appointment: string } | undefined;
      const isWritten = step?.changes.some(({ table, row }) => table === "attempt" && row.id === args.attempt) ?? false;
      return isWritten && (booking === undefined || visits.has(booking.appointment));
    }
    default:
      throw new Error(`${name} is not looked at`);
  }
}

/** The same database as if it had lost one change and kept another twice: an audit must not let it pass. */
export function spoilt(ledger: Ledger): Ledger {
  const own = ledger.steps.filter(({ client }) => client !== null);
  const [lost, twice] = [own[Math.floor(own.length / 2)]!, own[Math.floor(own.length / 3)]!];
  const steps = ledger.steps.filter((step) => step !== lost);
  const decided = ledger.decided.filter(({ client, mid }) => client !== lost.client || mid !== lost.mid);
  return { ...ledger, steps: [...steps, { ...twice, seq: ledger.head + 1 }], decided, head: ledger.head + 1 };
}

/** In what two bases differ. */
export function differences(one: Map<string, Json>, other: Map<string, Json>): string[] {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => !isDeepStrictEqual(one.get(key), other.get(key)));
}

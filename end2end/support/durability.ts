import { isDeepStrictEqual } from "node:util";
import type { Ledger } from "./ledger.ts";
import type { Json } from "./plain_client.ts";
import { type Call, type WsFrame, readTrace, serverFrames } from "./trace.ts";

// Whether everything that a server has said of a change was said after the change was durable: after a sync of SQLite's
// write-ahead log that began when all of the change's transaction was written to it.

/** What a frame says of a mutation: "it is decided" or "this is what it did". */
interface Said {
  key: string;
  how: "result" | "delta";
  frame: WsFrame;
}

/** A transaction in the write-ahead log, and the sync that made it durable. */
interface Transaction {
  /** Its last page is written. */
  written: number;
  sync: Call | undefined;
  keys: string[];
}

export interface Order {
  transactions: number;
  syncs: number;
  results: number;
  deltas: number;
  /** Mutations of which something was said. */
  mutations: number;
  /** Milliseconds from the end of a sync to the first frame that speaks of what it made durable. */
  gaps: number[];
  violations: string[];
  said: { key: string; sync: Call | undefined; frame: WsFrame }[];
}

/** Goes through a trace. `ports` says which client used which port. */
export function checkOrder(trace: string, ledger: Ledger, ports: Map<number, string>): Order {
  const calls = readTrace(trace);
  const transactions = transactionsOf(calls, ledger);
  const byKey = new Map(transactions.flatMap((transaction) => transaction.keys.map((key) => [key, transaction] as const)));
  const order: Order = {
    transactions: transactions.length,
    syncs: calls.filter(isSync).length,
    results: 0,
    deltas: 0,
    mutations: 0,
    gaps: [],
    violations: [],
    said: [],
  };
  const mutations = new Set<string>();
  for (const { key, how, frame } of everythingSaid(serverFrames(calls), ledger, ports)) {
    const transaction = byKey.get(key);
    order[how === "result" ? "results" : "deltas"] += 1;
    mutations.add(key);
    order.said.push({ key, sync: transaction?.sync, frame });
    if (transaction === undefined) order.violations.push(`${how} of ${key}: never written`);
    else if (transaction.sync === undefined) order.violations.push(`${how} of ${key}: never synced`);
    else if (transaction.sync.end >= frame.line) order.violations.push(`${how} of ${key}: said before it was durable`);
    else order.gaps.push((frame.at - transaction.sync.at) * 1000);
  }
  order.mutations = mutations.size;
  return order;
}

const isWal = ({ on }: Call) => on.endsWith("richiamo.db-wal");
const isSync = (call: Call) => isWal(call) && call.name.endsWith("sync") && call.result === 0;

/** The transactions of the write-ahead log: each page comes behind a header of 24 bytes, that of the last says so. */
function transactionsOf(calls: Call[], ledger: Ledger): Transaction[] {
  const syncs = calls.filter(isSync);
  const marks = ledger.decided.map(({ client, mid, member }) => ({ key: `${client} ${mid}`, bytes: recordOf(client, mid, member) }));
  const seen = new Set<string>();
  const transactions: Transaction[] = [];
  let pages: Buffer[] = [];
  let isLast = false;
  for (const { data, end } of calls.filter((call) => isWal(call) && !call.name.endsWith("sync"))) {
    if (data.length === 24) isLast = data.readUInt32BE(4) !== 0;
    if (data.length < 512) continue;
    pages.push(data);
    if (!isLast) continue;
    const written = Buffer.concat(pages);
    // A page holds older records too: a mutation belongs to the first transaction that shows it.
    const keys = marks.filter(({ key, bytes }) => !seen.has(key) && written.includes(bytes)).map(({ key }) => key);
    for (const key of keys) seen.add(key);
    transactions.push({ written: end, sync: syncs.find(({ begin }) => begin > end), keys });
    pages = [];
  }
  return transactions;
}

/** A row of `client_mutation` as SQLite writes it: text, integer, text, with nothing between. */
function recordOf(client: string, mid: number, member: string): Buffer {
  const integer = Buffer.alloc(mid < 2 ? 0 : mid < 128 ? 1 : 2);
  if (integer.length === 1) integer.writeUInt8(mid);
  else if (integer.length === 2) integer.writeUInt16BE(mid);
  return Buffer.concat([Buffer.from(client), integer, Buffer.from(member)]);
}

interface Heard {
  type: string;
  mid?: number;
  result?: { is: string };
  last_mids?: Record<string, number>;
  changes?: { op: string; table: string; row: Json }[];
}

/** What the frames say of mutations. A delta names the changes, which are found in the log, where each socket reads on. */
function everythingSaid(frames: WsFrame[], ledger: Ledger, ports: Map<number, string>): Said[] {
  const log = ledger.steps.flatMap(({ client, mid, changes }) => changes.map((change) => ({ key: `${client} ${mid}`, change })));
  const read = new Map<number, number>();
  const said: Said[] = [];
  for (const frame of frames) {
    const heard = JSON.parse(frame.text) as Heard;
    if (heard.type === "result" && heard.result!.is !== "later") {
      said.push({ key: `${ports.get(frame.port)} ${heard.mid}`, how: "result", frame });
    }
    if (heard.type !== "delta") continue;
    for (const [client, mid] of Object.entries(heard.last_mids ?? {})) said.push({ key: `${client} ${mid}`, how: "delta", frame });
    for (const change of heard.changes ?? []) {
      const found = log.findIndex((one, index) => index >= (read.get(frame.port) ?? 0) && isDeepStrictEqual(one.change, change));
      if (found < 0) throw new Error(`a delta tells what the log does not hold: ${JSON.stringify(change)}`);
      read.set(frame.port, found + 1);
      said.push({ key: log[found]!.key, how: "delta", frame });
    }
  }
  return said;
}

/** The same trace, with one sync moved behind a frame that speaks of what it made durable: a checker must not let it pass. */
export function doctored(trace: string, order: Order): { trace: string; key: string } {
  const { key, sync, frame } = order.said[Math.floor(order.said.length / 2)]!;
  const lines = trace.split("\n");
  const moved = new Set([sync!.begin, sync!.end]);
  const before = lines.filter((_, number) => number <= frame.line && !moved.has(number));
  const after = lines.filter((_, number) => number > frame.line && !moved.has(number));
  return { trace: [...before, ...[...moved].map((number) => lines[number]!), ...after].join("\n"), key };
}

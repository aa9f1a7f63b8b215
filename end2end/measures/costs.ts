import { readFileSync } from "node:fs";
import { once } from "node:events";
import type WebSocket from "ws";
import { PlainClient } from "../support/plain_client.ts";
import { type Practice, referenceMonday } from "../support/practice.ts";
import { Random, seed } from "../support/random.ts";
import { percentile, report } from "../support/report.ts";
import { setting } from "../support/settings.ts";
import { expect, test } from "../support/test.ts";
import { KINDS } from "../support/workload.ts";

// What sync costs: bytes of a snapshot and of one change, and memory of an open socket. SAMPLES (changes of a kind) and
// SOCKETS change the run.

const SAMPLES = setting("SAMPLES", 9);
const SOCKETS = setting("SOCKETS", 1_000);
const SEED = seed();

/** Sockets that are opened at a time. */
const AT_A_TIME = 20;

test.setTimeout(3_600_000);

async function signedIn(practice: Practice, role: string): Promise<PlainClient> {
  const client = new PlainClient(practice.origin);
  const { login, password } = practice.person(role);
  await client.signIn(login, password);
  await client.connect();
  return client;
}

test("bytes of a snapshot", async ({ practice }) => {
  const lines = [`bytes of a snapshot (${practice.build})`];
  for (const role of ["FD", "RS", "DE"]) {
    const client = await signedIn(practice, role);
    const rows = client.base.size;
    const sizes: string[] = [];
    for (const encoding of ["identity", "gzip", "br"] as const) {
      const { length } = await client.snapshotBytes(encoding);
      sizes.push(`${encoding === "identity" ? "raw" : encoding} ${length} (${Math.round((length * 1_000) / rows)} for 1,000 rows)`);
    }
    lines.push(`  ${role}: ${rows} rows, ${sizes.join(", ")}`);
    client.drop();
  }
  await report("costs_snapshot", lines);
});

/** Bytes on the wire of a frame with this text: from a client it is masked. */
function onTheWire(text: string, mask: 0 | 4): number {
  const length = Buffer.byteLength(text);
  return length + mask + (length < 126 ? 2 : length < 65_536 ? 4 : 10);
}

test("bytes of one change", async ({ practice }) => {
  const author = await signedIn(practice, "FD");
  const witness = await signedIn(practice, "RS");
  const random = new Random(SEED);
  const heard: Record<string, number> = {};
  author.overhear = (way, text) => {
    const { type } = JSON.parse(text) as { type: string };
    if (way === "sent" && type === "push") heard.push = onTheWire(text, 4);
    if (way === "received" && type === "result") heard.result = onTheWire(text, 0);
    if (way === "received" && type === "delta") heard["delta to the author"] = onTheWire(text, 0);
  };
  witness.overhear = (way, text) => {
    if (way === "received" && text.includes('"delta"')) heard["delta to another"] = onTheWire(text, 0);
  };
  const parts = ["push", "result", "delta to the author", "delta to another"];
  const lines = [`bytes of one change on the wire (${practice.build}), median of ${SAMPLES}: ${parts.join(", ")}`];
  for (const [name, { kind }] of Object.entries(KINDS)) {
    const samples: Record<string, number>[] = [];
    while (samples.length < SAMPLES) {
      const command = kind(author, random, referenceMonday());
      for (const part of parts) delete heard[part];
      // Nothing to take back yet: something is marked first.
      const { name, args } = command ?? KINDS.mark!.kind(author, random, referenceMonday())!;
      const mid = author.give(name, args);
      await author.until(() => author.unsent === 0);
      await witness.hearOut();
      const hasChanged = author.results.get(mid)?.is === "ok" && parts.every((part) => part in heard);
      if (command !== undefined && hasChanged) samples.push({ ...heard });
    }
    lines.push(`  ${name}: ${parts.map((part) => percentile(samples.map((sample) => sample[part]!), 0.5)).join(", ")}`);
  }
  for (const client of [author, witness]) client.drop();
  await report("costs_change", lines);
});

function residentKilobytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes);
}

test("memory of an open socket", async ({ practice }) => {
  const client = await signedIn(practice, "FD");
  const sockets: WebSocket[] = [];
  const points: { sockets: number; kilobytes: number }[] = [];
  for (const count of [0, Math.round(SOCKETS / 5), SOCKETS]) {
    while (sockets.length < count) {
      const more = Math.min(AT_A_TIME, count - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: more }, () => client.followAlong()))));
    }
    // Idle, but alive: everybody has heard two heartbeats.
    for (let beats = 0; beats < 2; beats += 1) {
      await Promise.all(sockets.map((socket) => heartbeat(socket)));
      await new Promise<void>((done) => (client.overhear = (_, text) => text.includes('"heartbeat"') && done()));
    }
    points.push({ sockets: count, kilobytes: residentKilobytes(practice.pid) });
  }
  expect(sockets.filter(({ readyState }) => readyState === 1)).toHaveLength(SOCKETS);
  const slope = (from: number, to: number) =>
    ((points[to]!.kilobytes - points[from]!.kilobytes) / (points[to]!.sockets - points[from]!.sockets)).toFixed(1);
  await report("costs_socket", [
    `memory (${practice.build}), sockets of one sign-in that follow: ${points.map(({ sockets, kilobytes }) => `${sockets}: ${Math.round(kilobytes / 1024)} MiB`).join(", ")}`,
    `  a socket: ${slope(0, 1)} KiB of the first ${points[1]!.sockets}, ${slope(1, 2)} KiB of the others`,
  ]);
  for (const socket of sockets) socket.terminate();
  client.drop();
});

async function heartbeat(socket: WebSocket): Promise<void> {
  const closed = once(socket, "close").then(() => Promise.reject(new Error("a socket was closed")));
  for (;;) {
    const [text] = (await Promise.race([once(socket, "message"), closed])) as [Buffer];
    if (String(text).includes('"heartbeat"')) return;
  }
}

import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { type IncomingMessage, get } from "node:http";
import { isDeepStrictEqual } from "node:util";
import WebSocket from "ws";
import { inOrder } from "./in_order.ts";

// A client written from app/sync/PROTOCOL.md alone, without a line of the program: it signs in, takes the view, reads on, pushes,
// and goes on where it was after the line is lost. It does not speculate: it shows the base.

export type Json = Record<string, unknown>;
type Put = { op: "put"; table: string; row: Json };
type Change = Put | { op: "remove"; table: string; id?: string };
type Sealed = { cursor: string; last_mids?: Record<string, number> };
type Refusal = { why: string };
type Result = { is: "ok" | "dup" | "refused" | "later"; refusal?: Refusal | null };
/** What the server has decided of a mutation, whether it says so for the first time or again. */
export type Decision = { is: "ok" } | { is: "refused"; refusal: Refusal };
type Message =
  | { type: "welcome"; now: number; snapshot: boolean }
  | ({ type: "delta"; changes?: Change[] } & Sealed)
  | { type: "result"; mid: number; result: Result }
  | { type: "rescope" | "wipe" | "upgrade" }
  | { type: "pong"; now: number }
  | { type: "heartbeat"; cursor: string };

export interface Command {
  name: string;
  args: Json;
}

interface Mutation {
  mid: number;
  command: Command;
  at: number;
}

/** Version of the rows that this client reads. */
const SCHEMA = 9;

/** How long to wait after a `later`, in milliseconds. */
const LATER = 200;

export class PlainClient {
  /** The base, by table and key. */
  readonly base = new Map<string, Json>();
  /** What became of each mutation, as it was first said. */
  readonly results = new Map<number, Decision>();
  /** Every command that was given. */
  readonly given = new Map<number, Command>();
  /** What the server wanted other than by results and changes: "rescope", "wipe", "upgrade". */
  readonly told: string[] = [];
  /** Answers that do not fit what was answered before. There must be none. */
  readonly contradictions: string[] = [];
  readonly counts = { resent: 0, dups: 0, later: 0, snapshots: 0 };
  /** Hears every frame, for who wants to measure them. */
  overhear: (way: "sent" | "received", text: string) => void = () => {};
  readonly client = randomUUID();
  private cookie = "";
  private cursor: string | undefined;
  private outbox: Mutation[] = [];
  private last = 0;
  private settled = 0;
  /** Mutations up to this one went out at least once. */
  private sentUpTo = 0;
  private clockAhead = 0;
  private socket: WebSocket | undefined;
  private isWelcome = false;
  private isReading = false;
  private isWaiting = false;
  private pongs = 0;
  private readonly news = new EventEmitter().setMaxListeners(0);

  /** `versionsOff`: how far the version of its rows is from that of the protocol's description. */
  constructor(
    private readonly origin: string,
    private readonly versionsOff = 0,
  ) {}

  async signIn(login: string, password: string): Promise<void> {
    const answer = await fetch(`${this.origin}/api/sign-in`, {
      method: "POST",
      headers: { origin: this.origin },
      body: new URLSearchParams({ login, password }),
      redirect: "manual",
    });
    const set = answer.headers.getSetCookie()[0];
    if (set === undefined) throw new Error(`not signed in: ${answer.status}`);
    this.cookie = set.split(";")[0]!;
  }

  /** Asks the server something, signed in. */
  post(path: string, body: Json): Promise<Response> {
    const headers = { cookie: this.cookie, origin: this.origin, "content-type": "application/json" };
    return fetch(`${this.origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** Another client of the same person: a second device, with the same sign-in. */
  another(): PlainClient {
    const other = new PlainClient(this.origin);
    other.cookie = this.cookie;
    return other;
  }

  /** Connects, and has read everything when it returns. */
  async connect(): Promise<void> {
    const socket = this.dial();
    this.socket = socket;
    await once(socket, "open");
    socket.on("error", () => {}); // "close" follows
    const read = new Promise<void>((done, fail) => {
      socket.on("message", (text) => {
        if (socket !== this.socket) return;
        this.overhear("received", String(text));
        this.hear(JSON.parse(String(text)) as Message).then(() => {
          if (this.isReading) done();
          this.news.emit("news");
        }, fail);
      });
      socket.on("close", () => {
        if (socket === this.socket) this.drop();
        fail(new Error("closed"));
      });
    });
    this.hello();
    await read;
  }

  /** Opens one more socket of this sign-in, which reads on from here and keeps nothing. */
  async followAlong(): Promise<WebSocket> {
    const socket = this.dial();
    await once(socket, "open");
    const following = new Promise<void>((done) =>
      socket.on("message", (text) => (JSON.parse(String(text)) as Message).type === "delta" && done()),
    );
    socket.send(JSON.stringify({ type: "hello", client: randomUUID(), schema: SCHEMA, cursor: this.cursor }));
    await following;
    return socket;
  }

  /** Loses the line, as a cable that is pulled. */
  drop(): void {
    this.socket?.terminate();
    this.socket = undefined;
    this.isWelcome = false;
    this.isReading = false;
    this.news.emit("news");
  }

  /** Gives a command; it goes out now, or with the next connection. */
  give(name: string, args: Json): number {
    this.last += 1;
    const command = { name, args };
    this.given.set(this.last, command);
    this.outbox.push({ mid: this.last, command, at: Date.now() + this.clockAhead });
    if (this.isWelcome) this.push(this.outbox.slice(-1));
    return this.last;
  }

  /** Sends again what was answered long ago, as a device does that was put back to an older state. */
  sendAgain(mids: number[]): void {
    const again = mids.map((mid) => ({ mid, command: this.given.get(mid)!, at: Date.now() + this.clockAhead }));
    if (this.isWelcome) this.push(again);
  }

  /** Waits until something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.news, "news");
  }

  /** Waits until everything that the server has said up to now is heard. */
  async hearOut(): Promise<void> {
    const pongs = this.pongs + 1;
    this.say({ type: "ping" });
    await this.until(() => this.pongs >= pongs);
  }

  /** What the server would give this client now, in the form of the base. */
  async fresh(): Promise<Map<string, Json>> {
    const { rows } = await this.snapshot();
    return new Map(rows.map((row) => [keyOf(row), row.row]));
  }

  /** Hands over what is not sent, as a client too old for the server does; answers what need not be kept. */
  async rescue(): Promise<number[]> {
    const records = this.outbox.map((mutation) => ({ mid: mutation.mid, text: JSON.stringify(mutation) }));
    const answer = await fetch(`${this.origin}/sync/rescue`, {
      method: "POST",
      headers: { cookie: this.cookie, origin: this.origin, "content-type": "application/json" },
      body: JSON.stringify({ client: this.client, schema: SCHEMA + this.versionsOff, records }),
    });
    const { stored } = (await answer.json()) as { stored: number[] };
    this.outbox = this.outbox.filter(({ mid }) => !stored.includes(mid));
    return stored;
  }

  rows(table: string): Json[] {
    return [...this.base].filter(([key]) => key.startsWith(`${table} `)).map(([, row]) => row);
  }

  /** Mutations that are in the outbox: not answered, or not in the base yet. */
  get unsent(): number {
    return this.outbox.length;
  }

  /** Mutations that went out and have no answer. */
  get inFlight(): number {
    return this.outbox.filter(({ mid }) => mid <= this.sentUpTo && !this.results.has(mid)).length;
  }

  /** Whether the line is there and everything is read. */
  get isLive(): boolean {
    return this.isReading;
  }

  get localPort(): number | undefined {
    return (this.socket as unknown as { _socket?: { localPort?: number } } | undefined)?._socket?.localPort;
  }

  private dial(): WebSocket {
    const address = `${this.origin.replace("http", "ws")}/sync/socket`;
    return new WebSocket(address, "richiamo.1", { headers: { cookie: this.cookie, origin: this.origin } });
  }

  private hello(): void {
    this.say({ type: "hello", client: this.client, schema: SCHEMA + this.versionsOff, cursor: this.cursor });
  }

  private say(message: Json): void {
    const text = JSON.stringify(message);
    this.overhear("sent", text);
    this.socket?.send(text);
  }

  private push(mutations: Mutation[]): void {
    if (mutations.length === 0) return;
    this.counts.resent += mutations.filter(({ mid }) => mid <= this.sentUpTo).length;
    this.sentUpTo = Math.max(this.sentUpTo, mutations.at(-1)!.mid);
    this.say({ type: "push", client: this.client, after: mutations[0]!.mid - 1, mutations });
  }

  private async hear(message: Message): Promise<void> {
    switch (message.type) {
      case "welcome":
        this.clockAhead = message.now - Date.now();
        if (!this.isWelcome) this.push(this.outbox);
        this.isWelcome = true;
        if (message.snapshot) await this.takeSnapshot();
        return;
      case "delta":
        for (const change of message.changes ?? []) this.apply(change);
        this.cursor = message.cursor;
        this.settle(message.last_mids ?? {});
        this.isReading = true;
        return;
      case "result":
        if (message.result.is === "later") this.waitAndPush();
        else this.decided(message.mid, message.result);
        return;
      case "rescope":
        this.told.push("rescope");
        this.base.clear();
        this.cursor = undefined;
        await this.takeSnapshot();
        return;
      case "wipe":
      case "upgrade":
        this.told.push(message.type);
        return;
      case "pong":
        this.pongs += 1;
        return;
      default:
        return;
    }
  }

  private decided(mid: number, result: Result): void {
    const decision: Decision = result.refusal ? { is: "refused", refusal: result.refusal } : { is: "ok" };
    const before = this.results.get(mid);
    if (result.is === "dup") this.counts.dups += 1;
    if (before === undefined) this.results.set(mid, decision);
    else if (result.is !== "dup") this.contradictions.push(`${mid} was answered, and is decided anew`);
    else if (!isDeepStrictEqual(before, decision)) {
      this.contradictions.push(`${mid} was ${JSON.stringify(before)}, and is ${JSON.stringify(decision)} now`);
    }
    this.forget();
  }

  /** What the server has put off, and all behind it, goes out again in order. */
  private waitAndPush(): void {
    this.counts.later += 1;
    if (this.isWaiting) return;
    this.isWaiting = true;
    const socket = this.socket;
    setTimeout(() => {
      this.isWaiting = false;
      if (socket === this.socket) this.push(this.outbox.filter(({ mid }) => !this.results.has(mid)));
    }, LATER);
  }

  /** The snapshot as it comes over the line. */
  async snapshotBytes(encoding: "identity" | "gzip" | "br"): Promise<Buffer> {
    const headers = { cookie: this.cookie, "accept-encoding": encoding };
    const [answer] = (await once(get(`${this.origin}/sync/snapshot`, { headers }), "response")) as [IncomingMessage];
    const used = answer.headers["content-encoding"] ?? "identity";
    if (answer.statusCode !== 200 || used !== encoding) throw new Error(`snapshot: ${answer.statusCode}, ${used}`);
    return Buffer.concat(await answer.toArray());
  }

  private async snapshot(): Promise<Sealed & { rows: Omit<Put, "op">[] }> {
    // Uncompressed: on one machine that is quicker.
    return JSON.parse((await this.snapshotBytes("identity")).toString()) as Sealed & { rows: Omit<Put, "op">[] };
  }

  private async takeSnapshot(): Promise<void> {
    this.counts.snapshots += 1;
    const snapshot = await this.snapshot();
    this.base.clear();
    for (const row of inOrder(snapshot.rows)) this.apply({ op: "put", ...row });
    this.cursor = snapshot.cursor;
    this.settle(snapshot.last_mids ?? {});
    this.hello();
  }

  private apply(change: Change): void {
    if (change.op === "remove") this.base.delete(`${change.table} ${change.id ?? ""}`);
    else this.base.set(keyOf(change), change.row);
  }

  private settle(lastMids: Record<string, number>): void {
    this.settled = Math.max(this.settled, lastMids[this.client] ?? 0);
    this.forget();
  }

  /** What is answered, and whose effect is in the base, leaves the outbox. */
  private forget(): void {
    this.outbox = this.outbox.filter(({ mid }) => mid > this.settled || !this.results.has(mid));
  }
}

function keyOf({ table, row }: Omit<Put, "op">): string {
  if (table === "practice") return "practice ";
  return `${table} ${String(table === "care" || table === "claim" ? row.patient : row.id)}`;
}

import { randomUUID } from "node:crypto";
import { EventEmitter, once } from "node:events";
import WebSocket from "ws";

// A client written from app/sync/PROTOCOL.md alone, without a line of the program: it signs in, takes the view, reads on, pushes,
// and goes on where it was after the line is lost. It does not speculate: it shows the base.

type Json = Record<string, unknown>;
type Put = { op: "put"; table: string; row: Json };
type Change = Put | { op: "remove"; table: string; id?: string };
type Sealed = { cursor: string; last_mids?: Record<string, number> };
type Result = { is: string; refusal?: { why: string } | null };
type Message =
  | { type: "welcome"; snapshot: boolean; last_mid: number }
  | ({ type: "delta"; changes?: Change[] } & Sealed)
  | { type: "result"; mid: number; result: Result }
  | { type: "rescope" | "wipe" | "upgrade" | "pong" }
  | { type: "heartbeat"; cursor: string };

interface Mutation {
  mid: number;
  command: { name: string; args: Json };
  at: number;
}

export class PlainClient {
  /** The base, by table and key. */
  readonly base = new Map<string, Json>();
  /** What became of each mutation. */
  readonly results = new Map<number, Result>();
  /** What the server wanted other than by results and changes: "rescope", "wipe", "upgrade". */
  readonly told: string[] = [];
  private readonly client = randomUUID();
  private cookie = "";
  private cursor: string | undefined;
  private outbox: Mutation[] = [];
  private last = 0;
  private decided = 0;
  private socket: WebSocket | undefined;
  private welcomed = false;
  private readonly news = new EventEmitter();

  constructor(private readonly origin: string) {}

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

  /** Connects, and has read everything when it returns. */
  async connect(): Promise<void> {
    const address = `${this.origin.replace("http", "ws")}/sync/socket`;
    const socket = new WebSocket(address, "richiamo.1", { headers: { cookie: this.cookie, origin: this.origin } });
    this.socket = socket;
    this.welcomed = false;
    await once(socket, "open");
    const read = new Promise<void>((done, fail) => {
      socket.on("message", (text) => {
        this.hear(JSON.parse(String(text)) as Message).then((following) => {
          if (following) done();
          this.news.emit("message");
        }, fail);
      });
      socket.on("close", () => fail(new Error("closed")));
    });
    this.hello();
    await read;
  }

  /** Loses the line, as a cable that is pulled. */
  drop(): void {
    this.socket?.terminate();
    this.socket = undefined;
    this.welcomed = false;
  }

  /** Gives a command; it goes out now, or with the next connection. */
  give(name: string, args: Json): number {
    this.last += 1;
    this.outbox.push({ mid: this.last, command: { name, args }, at: Date.now() });
    if (this.welcomed) this.push(this.outbox.slice(-1));
    return this.last;
  }

  /** Waits until something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.news, "message");
  }

  rows(table: string): Json[] {
    return [...this.base].filter(([key]) => key.startsWith(`${table} `)).map(([, row]) => row);
  }

  get unsent(): number {
    return this.outbox.length;
  }

  private hello(): void {
    this.say({ type: "hello", client: this.client, schema: 2, cursor: this.cursor });
  }

  private say(message: Json): void {
    this.socket?.send(JSON.stringify(message));
  }

  private push(mutations: Mutation[]): void {
    if (mutations.length > 0) this.say({ type: "push", client: this.client, after: mutations[0]!.mid - 1, mutations });
  }

  /** Takes a message in; answers whether everything is read now. */
  private async hear(message: Message): Promise<boolean> {
    switch (message.type) {
      case "welcome":
        this.settle({ [this.client]: message.last_mid });
        if (!this.welcomed) this.push(this.outbox);
        this.welcomed = true;
        if (message.snapshot) await this.takeSnapshot();
        return false;
      case "delta":
        for (const change of message.changes ?? []) this.apply(change);
        this.cursor = message.cursor;
        this.settle(message.last_mids ?? {});
        return true;
      case "result":
        if (message.result.is !== "later") this.results.set(message.mid, message.result);
        return false;
      case "rescope":
        this.told.push("rescope");
        this.base.clear();
        this.cursor = undefined;
        await this.takeSnapshot();
        return false;
      case "wipe":
      case "upgrade":
        this.told.push(message.type);
        return false;
      default:
        return false;
    }
  }

  private async takeSnapshot(): Promise<void> {
    const answer = await fetch(`${this.origin}/sync/snapshot`, { headers: { cookie: this.cookie } });
    const snapshot = (await answer.json()) as Sealed & { rows: Omit<Put, "op">[] };
    this.base.clear();
    for (const row of snapshot.rows) this.apply({ op: "put", ...row });
    this.cursor = snapshot.cursor;
    this.settle(snapshot.last_mids ?? {});
    this.hello();
  }

  private apply(change: Change): void {
    if (change.op === "remove") this.base.delete(`${change.table} ${change.id ?? ""}`);
    else this.base.set(keyOf(change), change.row);
  }

  /** What the server has decided, and whose effect is in the base, leaves the outbox. */
  private settle(lastMids: Record<string, number>): void {
    this.decided = Math.max(this.decided, lastMids[this.client] ?? 0);
    this.outbox = this.outbox.filter(({ mid }) => mid > this.decided);
  }
}

function keyOf({ table, row }: Put): string {
  if (table === "practice") return "practice ";
  return `${table} ${String(table === "care" || table === "claim" ? row.patient : row.id)}`;
}

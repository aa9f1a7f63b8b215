import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
// A release is measured with RICHIAMO=target/release/richiamo.
const binary = path.resolve(import.meta.dirname, "../..", process.env.RICHIAMO ?? "target/debug/richiamo");

/** Somebody of the demo practice. */
export interface Person {
  role: string;
  login: string;
  password: string;
}

/** A day of the calendar, some days later. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A day as headings say it: "lunedì 23 novembre". */
export function inWords(day: string): string {
  return new Intl.DateTimeFormat("it-IT", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** The Monday of this week at the practice: the demo's reference day. */
export function referenceMonday(): string {
  const rome = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());
  return addDays(rome, -((new Date(`${rome}T12:00:00Z`).getUTCDay() + 6) % 7));
}

/** National holidays that have a date of their own (`app/domain/src/calendar/`). */
const HOLIDAYS = ["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "10-04", "11-01", "12-08", "12-25", "12-26"];

/** Easter Sunday of the Gregorian calendar. */
function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - ((year % 100) % 4)) % 7;
  const days = moon + week - 7 * Math.floor((golden + 11 * moon + 22 * week) / 451) + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
}

const isHoliday = (day: string) => HOLIDAYS.includes(day.slice(5)) || day === addDays(easter(Number(day.slice(0, 4))), 1);

/** Days from the reference day in which the demo, which is moved by weeks, is closed: a holiday that moved with it, and two weeks. */
const CLOSED_WITH_THE_DEMO = [15, ...Array.from({ length: 14 }, (_, day) => 31 + day)];

/** The first Monday from so many days after the reference day on, on which, as on the three days after it, nothing is closed. */
export function openMonday(after = 7): string {
  const isOpen = (day: number) => !CLOSED_WITH_THE_DEMO.includes(day) && !isHoliday(addDays(referenceMonday(), day));
  let monday = after;
  while (![0, 1, 2, 3].every((day) => isOpen(monday + day))) monday += 7;
  return addDays(referenceMonday(), monday);
}

/** The next Sunday in March, or in October, on which the clock is put forward, or back, and that is no holiday. */
export function clockChange(month: "03" | "10"): string {
  for (let year = Number(referenceMonday().slice(0, 4)); ; year++) {
    const last = `${year}-${month}-31`;
    const sunday = addDays(last, -new Date(`${last}T12:00:00Z`).getUTCDay());
    if (sunday > addDays(referenceMonday(), 7) && sunday !== easter(year)) return sunday;
  }
}

/** What the practice's wall clock shows when a server of the tests starts: the demo's reference hour. */
export const MORNING = `${referenceMonday()}T09:30`;

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The demo practice that every test gets a copy of. */
export interface Demo {
  folder: string;
  people: Person[];
}

/** Imports the demo practice, once for a whole run: what `demo_once.ts` hands to the workers. */
export async function importDemo(): Promise<Demo> {
  const folder = await mkdtemp(path.join(tmpdir(), "richiamo-demo-"));
  const { stdout } = await run(binary, ["demo", "--data-dir", folder, "--yes"], { maxBuffer: 1 << 24 });
  const people = [...stdout.matchAll(/^\s*([A-Z]{2,3})\s+.*?(\S+)\s+(\S{12,})\s*$/gm)].map((line) => ({
    role: line[1]!,
    login: line[2]!,
    password: line[3]!,
  }));
  if (people.length === 0) throw new Error(`richiamo demo printed nobody who can sign in:\n${stdout}`);
  // The first start makes the day's digests, which takes a while: once for all.
  const first = new Practice(folder, people, await freePort());
  await first.start();
  await first.kill();
  return { folder, people };
}

/** Where the setup of the run leaves the demo practice for the workers. */
export const DEMO = "RICHIAMO_DEMO";

/** The real server on a copy of the demo practice. */
export class Practice {
  private process: ChildProcess | undefined;
  log = "";

  constructor(
    readonly folder: string,
    readonly people: Person[],
    readonly port: number,
  ) {}

  static async open(): Promise<Practice> {
    const { folder, people } = JSON.parse(process.env[DEMO]!) as Demo;
    const copy = await mkdtemp(path.join(tmpdir(), "richiamo-test-"));
    await cp(folder, copy, { recursive: true });
    const practice = new Practice(copy, people, await freePort());
    await practice.start();
    return practice;
  }

  /** The real server on a practice that another program's export begins. */
  static async imported(files: string): Promise<Practice> {
    const folder = await mkdtemp(path.join(tmpdir(), "richiamo-import-"));
    const practice = new Practice(folder, [], await freePort());
    await practice.command("import", files, "--mapping", "aurora");
    return practice;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  person(role: string): Person {
    const found = this.people.find((person) => person.role === role);
    if (found === undefined) throw new Error(`nobody in the demo practice is ${role}`);
    return found;
  }

  async start(now = MORNING): Promise<void> {
    const child = spawn(
      binary,
      ["serve", "--data-dir", this.folder, "--listen", `127.0.0.1:${this.port}`, "--pretend-now", now],
      { env: { ...process.env, RUST_LOG: process.env.RUST_LOG ?? "warn" } },
    );
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (this.log += String(text)));
    const deadline = Date.now() + 60_000;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server stopped:\n${this.log}`);
      if (await this.answers()) return;
      if (Date.now() > deadline) throw new Error(`the server does not answer:\n${this.log}`);
      await new Promise((again) => setTimeout(again, 50)); // polling a process that says nothing when it is ready
    }
  }

  private async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/api/health`)).ok;
    } catch {
      return false;
    }
  }

  /** The number of the server's process. */
  get pid(): number {
    const pid = this.process?.pid;
    if (pid === undefined) throw new Error("the server does not run");
    return pid;
  }

  /** Which build of the program is measured, in a word. */
  get build(): "debug" | "release" {
    return binary.includes("/release/") ? "release" : "debug";
  }

  /** Ends the server as a power cut would. */
  async kill(): Promise<void> {
    const child = this.process;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  /** Runs another command of the program on this practice. */
  async command(...args: string[]): Promise<string> {
    const { stdout } = await run(binary, [...args, "--data-dir", this.folder], { maxBuffer: 1 << 26 });
    return stdout;
  }

  /** Adds somebody who holds several roles and takes the first. */
  async addMember(login: string, name: string, roles: string[]): Promise<Person> {
    const printed = await this.command("member", "add", "--login", login, "--name", name, ...roles.flatMap((role) => ["--role", role]));
    const password = /\b\S{12,}\s*$/.exec(printed.trim())?.[0];
    if (password === undefined) throw new Error(`no password was printed:\n${printed}`);
    return { role: roles[0]!, login, password };
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

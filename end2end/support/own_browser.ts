import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, type LaunchOptions, type Page, chromium } from "@playwright/test";
import { LAYOUTS } from "./test.ts";

/** How long anything that is asked of the browser may take on a busy machine, in milliseconds. */
const PATIENCE = 120_000;

/** A device: a Chromium with a profile folder of its own, which can be ended as a power cut would and started again. */
export class OwnBrowser {
  private context: BrowserContext | undefined;

  private constructor(
    private readonly profile: string,
    private readonly origin: string,
    private readonly launch: LaunchOptions,
  ) {}

  static async on(origin: string, launch: LaunchOptions): Promise<OwnBrowser> {
    return new OwnBrowser(await mkdtemp(path.join(tmpdir(), "richiamo-device-")), origin, launch);
  }

  /** Starts on what rests in the profile. */
  async start(): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      ...this.launch,
      viewport: LAYOUTS.tablet,
      hasTouch: true,
      locale: "it-IT",
      timezoneId: "Europe/Rome",
      baseURL: this.origin,
      timeout: PATIENCE,
    });
    this.context.setDefaultTimeout(PATIENCE);
    return this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** Ends it as a person does. */
  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** Gets ready to kill the browser with every process that it has started. What is returned kills at once, and waits until they are gone. */
  aim(): () => Promise<void> {
    const processes = this.processes();
    if (processes.length === 0) throw new Error("the browser does not run");
    return async () => {
      // The browser first: what it has started cannot write anything in its name any more.
      for (const pid of processes) end(pid);
      while (processes.some(isRunning)) await pause(5); // they are no children of this process: nobody tells when they are gone
      this.context = undefined;
    };
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(this.profile, { recursive: true, force: true });
  }

  /** The browser's process, which this one has started, and all below it. */
  private processes(): number[] {
    const parents = new Map<number, number>();
    for (const name of readdirSync("/proc")) {
      const pid = Number(name);
      if (Number.isInteger(pid)) parents.set(pid, parentOf(pid));
    }
    const childrenOf = (parent: number) => [...parents].filter(([, its]) => its === parent).map(([pid]) => pid);
    const tree = childrenOf(process.pid).filter((pid) => read(pid, "cmdline").includes(`--user-data-dir=${this.profile}`));
    for (const pid of tree) tree.push(...childrenOf(pid));
    return tree;
  }
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return ""; // gone meanwhile
  }
}

/** What follows the command in brackets: the state and the parent. */
function stat(pid: number): string[] {
  return read(pid, "stat").split(") ").at(-1)!.split(" ");
}

function parentOf(pid: number): number {
  return Number(stat(pid)[1]);
}

function isRunning(pid: number): boolean {
  const [state] = stat(pid);
  return state !== "" && state !== "Z" && state !== "X";
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone with the one above it.
  }
}

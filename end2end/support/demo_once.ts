import { rm } from "node:fs/promises";
import { DEMO, importDemo } from "./practice.ts";

/** Runs once before the tests; what it answers runs once after them. */
export default async function demoOnce(): Promise<() => Promise<void>> {
  const demo = await importDemo();
  process.env[DEMO] = JSON.stringify(demo);
  return () => rm(demo.folder, { recursive: true, force: true });
}

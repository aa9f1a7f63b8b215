import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../test-results");

/** Prints what a measure has found, and leaves it in `test-results/NAME.txt`. */
export async function report(name: string, lines: string[]): Promise<void> {
  const text = lines.join("\n");
  console.log(text);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.txt`), `${text}\n`);
}

/** A number of milliseconds that a share of them does not exceed. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { inOrder } from "./in_order.ts";

/** A patient of the made-up practice, as its export says. */
export interface Exported {
  code: string;
  surname: string;
  name: string;
  taxCode: string;
}

/** A patient as a device holds them. */
export interface Held {
  id: string;
  code: string;
  surname: string;
  name: string;
  born?: string;
  standing: string;
  contacts?: { mobile?: string; landline?: string };
}

const file = path.resolve(import.meta.dirname, "../../server/demo/aurora/pazienti.csv");

/** Everybody in the export; tax codes stand nowhere else that a test may read. */
export function exported(): Exported[] {
  const [, ...lines] = readFileSync(file, "latin1").split(/\r?\n/);
  return lines.map((line) => line.split(";")).filter((cells) => cells.length > 6).map((cells) => ({ code: cells[0]!, surname: cells[1]!, name: cells[2]!, taxCode: cells[6]! }));
}

/** The patients whom this person's device holds. */
export async function held(page: Page): Promise<Held[]> {
  const answer = await page.request.get("/sync/snapshot");
  const { rows } = (await answer.json()) as { rows: { table: string; row: Held }[] };
  return inOrder(rows.filter(({ table }) => table === "patient")).map(({ row }) => row);
}

/** A name without what a hurried hand leaves out. */
export function plain(name: string): string {
  return name.normalize("NFD").replace(/[\u0300-\u036f']/g, "").toLowerCase();
}

/** Without the age that stands beside the name of a child. */
export function withoutAge(name: string): string {
  return name.replace(/ \(\d+\)$/, "");
}

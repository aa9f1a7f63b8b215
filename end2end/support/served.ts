import type { Page } from "@playwright/test";
import { inOrder } from "./in_order.ts";

/** A row as the server sends it; what the tests look at. */
export interface Row {
  table: string;
  row: { id?: string; surname?: string; name?: string; status?: { is: string }; confirmation?: { is: string }; patient?: string; by?: string; double?: boolean };
}

/** Every row that the server would give this person now. */
export async function snapshot(page: Page): Promise<Row[]> {
  const answer = await page.request.get("/sync/snapshot");
  return inOrder(((await answer.json()) as { rows: Row[] }).rows);
}

/** Collects what the socket of a page brings, in order: patient and new state of each visit, patient of each call. */
export function brought(page: Page): string[] {
  const seen: string[] = [];
  const visits = new Map<string, string>();
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const message = JSON.parse(String(payload)) as { type: string; changes?: (Row & { op: string })[] };
      for (const { table, row } of message.changes ?? []) {
        if (table === "attempt") seen.push(`${row.patient} called`);
        if (table !== "appointment") continue;
        const state = `${row.patient} ${row.status?.is} ${row.confirmation?.is}`;
        if (visits.get(row.id!) !== state) seen.push(state);
        visits.set(row.id!, state);
      }
    }),
  );
  return seen;
}

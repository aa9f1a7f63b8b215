import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { PlainClient } from "./plain_client.ts";
import type { Practice } from "./practice.ts";

/** Where, when, how long and with whom. */
export interface Place {
  start: string;
  minutes: number;
  chair: string;
  clinician: string;
}

/** Signs somebody in without a screen: what a test needs is there before anybody looks. */
export async function connected(practice: Practice, role: string): Promise<PlainClient> {
  const { login, password } = practice.person(role);
  const client = new PlainClient(practice.origin);
  await client.signIn(login, password);
  await client.connect();
  return client;
}

/** Gives a command and waits until it is carried out. */
export async function give(client: PlainClient, name: string, args: Record<string, unknown>): Promise<void> {
  const mid = client.give(name, args);
  await client.until(() => client.unsent === 0);
  expect(client.results.get(mid)).toEqual({ is: "ok" });
}

/** Books a visit; answers with its identity. */
export async function book(client: PlainClient, patient: string, place: Place, plan?: string): Promise<string> {
  const appointment = randomUUID();
  await give(client, "book_appointment", { appointment, patient, place, kind: "checkup", ...(plan === undefined ? {} : { plan }) });
  return appointment;
}

/** Grown-ups in care, whose names are the same for everybody: identity and name. */
export function adults(client: PlainClient): { id: string; name: string }[] {
  const grown = client.rows("patient").filter(({ born, standing }) => String(born) < "2000" && standing === "active");
  return grown.map(({ id, surname, name }) => ({ id: String(id), name: `${String(surname)} ${String(name)}` }));
}

/** Spans in which a chair is open on a day, in minutes from midnight. */
export function spans(chair: Record<string, unknown>, day: string): { from: number; to: number }[] {
  const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const opening = chair.opening as { weekday: number; from: string; to: string }[];
  const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return opening
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => ({ from: minute(from), to: minute(to) }))
    .sort((one, other) => one.from - other.from);
}

/** "12:05" of a minute from midnight. */
export const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

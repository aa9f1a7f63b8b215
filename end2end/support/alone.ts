import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { PlainClient } from "./plain_client.ts";
import { visitsOf } from "./workload.ts";

/** Books half an hour where nothing else stands, on that day and, at the same hour, on the others; answers with the patient's name. */
export async function bookAlone(origin: string, person: { login: string; password: string }, start: string, ...others: string[]): Promise<string> {
  const client = new PlainClient(origin);
  await client.signIn(person.login, person.password);
  await client.connect();
  const [day, time] = start.split("T") as [string, string];
  const isOpen = (on: string) => (span: { weekday: number; from: string; to: string }) =>
    span.weekday === weekday(on) && span.from <= time && time < span.to;
  const days = [day, ...others];
  const visits = visitsOf(client).filter(({ place }) => days.includes(place.start.slice(0, 10)));
  const { chair, clinician } = visitsOf(client)
    .map(({ place }) => place)
    .find(
      ({ chair, clinician }) =>
        days.every((on) => (client.rows("chair").find(({ id }) => id === chair)!.opening as []).some(isOpen(on))) &&
        !visits.some(({ place }) => (place.chair === chair || place.clinician === clinician) && place.start.slice(11) >= "17:00"),
    )!;
  const seen = new Set(visits.map(({ patient }) => patient));
  const patient = client.rows("patient").find(({ id, born }) => String(born) < "2000" && !seen.has(String(id)))!;
  const mid = client.give("book_appointment", {
    appointment: randomUUID(),
    patient: patient.id,
    place: { start, minutes: 30, chair, clinician },
    kind: "checkup",
  });
  await client.until(() => client.unsent === 0);
  expect(client.results.get(mid)).toEqual({ is: "ok" });
  client.drop();
  return `${patient.surname as string} ${patient.name as string}`;
}

/** Monday is 1. */
const weekday = (day: string) => ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

import { randomUUID } from "node:crypto";
import { addDays } from "./practice.ts";
import type { Command, Json, PlainClient } from "./plain_client.ts";
import type { Random } from "./random.ts";

// What people at work ask for, at random, each from what they see on their own screen: so some of it is refused, because
// somebody else was quicker, or because the role may not.

export interface Place {
  start: string;
  minutes: number;
  chair: string;
  clinician: string;
}

export interface Visit {
  id: string;
  patient: string;
  place: Place;
  kind: string;
  status: { is: string };
  confirmation: { is: string };
}

const NEXT_MARK: Record<string, string> = { booked: "arrived", arrived: "in_chair", in_chair: "done", done: "left" };

/** Days of the practice's calendar on which visits are moved and booked. */
const AHEAD = 21;

export const visitsOf = (client: PlainClient) => client.rows("appointment") as unknown as Visit[];

/** One change of some kind, as this client could make it now; nothing where there is nothing to do of that kind. */
export type Kind = (client: PlainClient, random: Random, today: string) => Command | undefined;

const mark: Kind = (client, random, today) => {
  const open = todays(client, today).filter(({ status }) => status.is in NEXT_MARK);
  if (open.length === 0) return undefined;
  const { id, status } = random.pick(open);
  return { name: "mark_appointment", args: { appointment: id, mark: NEXT_MARK[status.is] } };
};

const undo: Kind = (client, random, today) => {
  const marks = new Set(Object.values(NEXT_MARK));
  const marked = todays(client, today).filter(({ status }) => marks.has(status.is));
  if (marked.length === 0) return undefined;
  const { id, status } = random.pick(marked);
  return { name: "undo_mark", args: { appointment: id, mark: status.is } };
};

const move: Kind = (client, random, today) => {
  const visit = random.pick(visitsOf(client).filter(({ status, place }) => status.is === "booked" && place.start > today));
  return { name: "move_appointment", args: { appointment: visit.id, from: visit.place, to: somewhere(visit.place, random, today) } };
};

const confirmation: Kind = (client, random, today) => {
  const visit = random.pick(visitsOf(client).filter(({ status, place }) => status.is === "booked" && place.start > today));
  const confirmation = random.pick([{ is: "confirmed" }, { is: "asked_to_move" }, { is: "asked", channel: "phone" }, { is: "not_asked" }]);
  return { name: "set_confirmation", args: { appointment: visit.id, confirmation } };
};

const call: Kind = (client, random, today) => {
  const outcome = random.pick<Json>([
    { is: "no_answer" },
    { is: "busy" },
    { is: "voicemail" },
    { is: "all_well" },
    { is: "call_back", until: `${addDays(today, 1)}T10:00:00` },
  ]);
  return { name: "record_attempt", args: attempt(client, random, outcome) };
};

const callAndBook: Kind = (client, random, today) => {
  const booking = bookingOf(client, random, today);
  const about = attempt(client, random, { is: "booked", appointment: booking.appointment });
  return { name: "record_attempt", args: { ...about, patient: booking.patient, booking } };
};

const book: Kind = (client, random, today) => ({ name: "book_appointment", args: bookingOf(client, random, today) });

/** The kinds with their weights. */
export const KINDS: Record<string, { kind: Kind; weight: number }> = {
  mark: { kind: mark, weight: 6 },
  undo: { kind: undo, weight: 4 },
  move: { kind: move, weight: 4 },
  confirmation: { kind: confirmation, weight: 5 },
  call: { kind: call, weight: 7 },
  "call and booking": { kind: callAndBook, weight: 1 },
  booking: { kind: book, weight: 1 },
};

const BAG = Object.values(KINDS).flatMap(({ kind, weight }) => Array<Kind>(weight).fill(kind));

/** Gives one change of a random kind. */
export function giveSomething(client: PlainClient, random: Random, today: string): number {
  for (;;) {
    const command = random.pick(BAG)(client, random, today);
    if (command !== undefined) return client.give(command.name, command.args);
  }
}

function todays(client: PlainClient, today: string): Visit[] {
  return visitsOf(client).filter(({ place }) => place.start.startsWith(today));
}

function attempt(client: PlainClient, random: Random, outcome: Json): Json {
  const patient = random.pick(client.rows("patient")).id;
  return { attempt: randomUUID(), patient, channel: "phone", outcomes: [{ topic: "other", outcome }] };
}

function bookingOf(client: PlainClient, random: Random, today: string): Json & { appointment: string } {
  const like = random.pick(visitsOf(client));
  const patient = random.pick(client.rows("patient")).id;
  return { appointment: randomUUID(), patient, place: somewhere(like.place, random, today), kind: "checkup" };
}

/** The same chair and clinician at another hour: often taken or closed, often free. */
function somewhere(place: Place, random: Random, today: string): Place {
  const day = addDays(today, 1 + random.below(AHEAD));
  const slot = random.below(9 * 12);
  const two = (number: number) => String(number).padStart(2, "0");
  return { ...place, start: `${day}T${two(9 + Math.floor(slot / 12))}:${two((slot % 12) * 5)}:00` };
}

import { randomUUID } from "node:crypto";
import { Link } from "../support/link.ts";
import { referenceMonday } from "../support/practice.ts";
import { PlainClient } from "../support/plain_client.ts";
import { expect, test } from "../support/test.ts";

interface Visit {
  id: string;
  status: { is: string };
  confirmation: { is: string };
  place: { start: string };
}

const visits = (client: PlainClient) => client.rows("appointment") as unknown as Visit[];
const confirmation = (client: PlainClient, { id }: Visit) => visits(client).find((visit) => visit.id === id)?.confirmation.is;

test("a client written from the protocol's description works with the server", async ({ practice }) => {
  const link = await Link.to(() => practice.port);
  const desk = new PlainClient(link.origin);
  const secretary = new PlainClient(practice.origin);
  for (const [client, role] of [[desk, "FD"], [secretary, "RS"]] as const) {
    const { login, password } = practice.person(role);
    await client.signIn(login, password);
    await client.connect();
  }
  expect(desk.rows("patient").length).toBeGreaterThan(1_000);
  const [first, second] = visits(desk).filter(
    ({ place, status }) => status.is === "booked" && place.start.startsWith(referenceMonday()),
  );

  // A change is carried out, settles with the delta that brings it, and is seen by others.
  const mid = desk.give("set_confirmation", { appointment: first!.id, confirmation: { is: "confirmed" } });
  await desk.until(() => desk.results.has(mid) && desk.unsent === 0);
  expect(desk.results.get(mid)).toEqual({ is: "ok" });

  // What cannot be is refused, and uses its number up.
  const wrong = desk.give("mark_appointment", { appointment: randomUUID(), mark: "arrived" });
  await desk.until(() => desk.results.has(wrong) && desk.unsent === 0);
  expect(desk.results.get(wrong)).toMatchObject({ is: "refused", refusal: { why: "not_found" } });

  // Without a line work waits; with the next one it goes out, and both have read on from where they were.
  desk.drop();
  desk.give("set_confirmation", { appointment: second!.id, confirmation: { is: "confirmed" } });
  expect(desk.unsent).toBe(1);
  const elsewhere = secretary.give("set_confirmation", { appointment: first!.id, confirmation: { is: "asked_to_move" } });
  await secretary.until(() => secretary.results.has(elsewhere));
  await desk.connect();
  await desk.until(() => desk.unsent === 0);
  for (const client of [desk, secretary]) {
    await client.until(() => confirmation(client, first!) === "asked_to_move" && confirmation(client, second!) === "confirmed");
  }
  desk.drop();
  secretary.drop();
  await link.close();
});

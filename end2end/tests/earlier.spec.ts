import { AgendaPage } from "../pages/agenda_page.ts";
import { adults, book, connected, give, spans } from "../support/given.ts";
import { type Practice, openMonday, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

/** A place of today late in the day, and a day on which nobody is booked yet. */
const [TODAY, LATER] = [referenceMonday(), openMonday(210)];
const EVENING = "18:30";

/** One comes this evening; another much later, and would come earlier. Both are of one clinician. */
async function twoPatients(practice: Practice) {
  const client = await connected(practice, "FD");
  const places = client.rows("appointment").map(({ place }) => place as { start: string; minutes: number; chair: string; clinician: string });
  const isOpen = (id: string, day: string) =>
    spans(client.rows("chair").find((chair) => chair.id === id)!, day).some(({ from, to }) => from <= 18 * 60 && 19 * 60 <= to);
  const { chair, clinician } = places.find(
    ({ chair, clinician }) =>
      [TODAY, LATER].every((day) => isOpen(chair, day)) &&
      !places.some((other) => other.start > `${TODAY}T15` && other.start.startsWith(TODAY) && (other.chair === chair || other.clinician === clinician)),
  )!;
  const seen = new Set(client.rows("appointment").map(({ patient }) => patient));
  const [leaves, waits] = adults(client).filter(({ id }) => !seen.has(id));
  const at = (day: string) => ({ start: `${day}T${EVENING}:00`, minutes: 30, chair, clinician });
  await book(client, leaves!.id, at(TODAY));
  const later = await book(client, waits!.id, at(LATER));
  await give(client, "set_as_soon_as_possible", { appointment: later, as_soon_as_possible: true });
  expect(client.rows("review"), "nobody was there before").toEqual([]);
  client.drop();
  return { leaves: leaves!.name, waits: waits!.name };
}

test("a place that one person frees is proposed to another, who takes it for who would come earlier", async ({ desk, practice }) => {
  const { leaves, waits } = await twoPatients(practice);
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("RS")).page);
  const freed = (agenda: AgendaPage) => agenda.freed(EVENING);
  for (const agenda of [one, other]) {
    await agenda.page.goto("/agenda");
    await agenda.card(leaves).waitFor();
    await expect(freed(agenda)).toHaveCount(0);
  }

  // Moved away, not called off: the place is told all the same, to both, and after a reload.
  await one.open(leaves);
  await one.move({ day: LATER, hour: "18:00" });
  await one.submitMove.click();
  await one.dialog.waitFor({ state: "detached" });
  for (const agenda of [one, other]) await expect(freed(agenda)).toContainText(waits);
  await expect(other.dialog).toHaveCount(0);
  await other.page.reload();
  await expect(freed(other)).toContainText(waits);

  // The other takes it; nobody is asked any more.
  await freed(other).getByRole("button").filter({ hasText: waits }).click();
  await other.dialog.waitFor();
  await other.submitMove.click();
  await expect(other.page.locator(".toast").filter({ hasText: waits })).toContainText("spostato");
  for (const agenda of [one, other]) {
    await expect(agenda.card(waits)).toHaveAccessibleName(new RegExp(EVENING));
    await expect(freed(agenda)).toHaveCount(0);
  }
});

import { AgendaPage } from "../pages/agenda_page.ts";
import { adults, book, clock, connected, spans } from "../support/given.ts";
import { mouse } from "../support/hand.ts";
import { type Practice, openMonday } from "../support/practice.ts";
import { LAYOUTS, expect, test } from "../support/test.ts";

// A place where everything is in the way at once: the chair has closed, one patient has the chair, another the clinician, a
// third both. Each cause is said in a sentence of its own, before the hand opens and in the window.

/** A Monday on which nobody is booked yet: hygiene is booked again for half a year. */
const DAY = openMonday(210);
/** Rows of five minutes. */
const ROW = 5;

/** A visit of an hour and a quarter two hours before the chair closes at noon, and what is in its way an hour later. */
async function crowded(practice: Practice) {
  const client = await connected(practice, "FD");
  const chairs = client.rows("chair").filter(({ hidden }) => hidden !== true);
  const ours = chairs.find((chair) => spans(chair, DAY).length > 1)!;
  const { to } = spans(ours, DAY)[0]!;
  const isOpen = (chair: Record<string, unknown>) => spans(chair, DAY).some((span) => span.from <= to - 30 && to <= span.to);
  const theirs = chairs.find((chair) => chair !== ours && isOpen(chair))!;
  const [dentist, other] = client.rows("clinician") as { id: string; surname: string }[];
  const [moved, inBoth, inChair, withDentist] = adults(client);
  const at = (minute: number, minutes: number, chair: Record<string, unknown>, by: { id: string }) => ({
    start: `${DAY}T${clock(minute)}:00`,
    minutes,
    chair: String(chair.id),
    clinician: by.id,
  });
  await book(client, moved!.id, at(to - 180, 75, ours, dentist!));
  await book(client, inBoth!.id, at(to - 60, 30, ours, dentist!));
  await book(client, inChair!.id, at(to - 30, 30, ours, other!));
  await book(client, withDentist!.id, at(to - 30, 30, theirs, dentist!));
  expect(client.rows("review"), "nobody was there before").toEqual([]);
  client.drop();
  return {
    moved: moved!.name,
    hour: clock(to - 60),
    rows: 120 / ROW,
    others: [
      new RegExp(`^${inBoth!.name} è già in ${String(ours.name)} con .*${dentist!.surname}`),
      new RegExp(`^Posto preso da ${inChair!.name} `),
      new RegExp(`${dentist!.surname}.* è già con ${withDentist!.name} `),
    ],
  };
}

test("a hand that lets go where everything is in the way is told all of it at once", async ({ desk, practice }) => {
  const { moved, rows, others } = await crowded(practice);
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  await page.goto(`/agenda/${DAY}`);
  await agenda.card(moved).waitFor();
  const before = await agenda.placeOf(moved);
  await agenda.centre(moved);
  const row = await agenda.rowHeight();
  const from = await agenda.middle(moved);
  const hand = mouse(page);
  await hand.carry(from, { x: from.x, y: from.y + rows * row }, () => expect(agenda.shadow).toBeVisible());
  await expect(agenda.shadow).toContainText("A quell’ora la poltrona non è aperta.");
  await expect(agenda.clashes).toHaveCount(others.length);
  for (const other of others) await expect(agenda.clashes.filter({ hasText: other })).toHaveCount(1);
  await hand.letGo();
  // Nothing is moved: what is in the way is dealt with in the window, which says the same.
  await agenda.dialog.waitFor();
  await expect(agenda.dialog).toContainText("A quell’ora la poltrona non è aperta.");
  await expect(agenda.clashes).toHaveCount(others.length);
  for (const other of others) await expect(agenda.clashes.filter({ hasText: other })).toHaveCount(1);
  await agenda.close();
  expect(await agenda.placeOf(moved)).toEqual(before);
});

for (const layout of ["narrow", "phone"] satisfies (keyof typeof LAYOUTS)[]) {
  test(`the window names everything that is in the way: ${layout}`, async ({ desk, practice }) => {
    const { moved, hour, others } = await crowded(practice);
    const agenda = new AgendaPage((await desk("FD", { layout })).page);
    await agenda.page.goto(`/agenda/${DAY}`);
    await agenda.open(moved);
    await agenda.move({ hour });
    await expect(agenda.dialog.getByRole("status")).toContainText("A quell’ora la poltrona non è aperta.");
    await expect(agenda.clashes).toHaveCount(others.length);
    for (const other of others) await expect(agenda.clashes.filter({ hasText: other })).toHaveCount(1);
  });
}

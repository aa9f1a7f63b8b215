import { BOOKED, SAID, anHourWithoutNetwork, openTray } from "../support/hour.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("an hour without a network: thirty outcomes arrive once, and of three bookings the one that lost its place waits for a person", async ({
  desk,
  practice,
}) => {
  test.setTimeout(600_000);
  const { away, here, said, booked, taker } = await anHourWithoutNetwork(desk, practice);
  expect([said.size, booked.length]).toEqual([SAID, BOOKED]);

  const rows = await snapshot(here.page);
  const names = new Map(rows.filter(({ table }) => table === "patient").map(({ row }) => [row.id!, `${row.surname} ${row.name}`]));
  const me = rows.find(({ table, row }) => table === "member" && row.name === "Giorgia Zen")!.row.id;
  const mine = rows.filter(({ table, row }) => table === "attempt" && row.by === me).map(({ row }) => names.get(row.patient!)!);
  // In no order. The call in which the lost visit was booked is not written down either: both or neither.
  expect(mine.sort()).toEqual([...said.keys(), ...booked.slice(0, -1)].sort());

  const lost = booked.at(-1)!;
  for (const calls of [away, here]) {
    await expect(calls.badge).toContainText("1 da rivedere");
    const tray = await openTray(calls);
    await expect(tray.toReview).toHaveCount(1);
    await expect(tray.toReview).toContainText(lost);
    await expect(tray.toReview).toContainText(taker);
    await tray.outbox.getByRole("button", { name: "Chiudi" }).click();
  }
  // Each finds what was said on the card of whoever was called.
  const id = (name: string) => [...names].find(([, of]) => of === name)![0];
  for (const calls of [away, here]) {
    for (const [name, outcome] of [...said].slice(0, 2)) {
      await calls.page.goto(`/chiamate/${id(name)}`);
      await calls.card.waitFor();
      await calls.unfoldEarlier();
      await expect(calls.earlier.first()).toContainText(new RegExp(outcome, "i"));
    }
  }
});

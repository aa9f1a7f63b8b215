import { CallsPage } from "../pages/calls_page.ts";
import { connected } from "../support/given.ts";
import { withoutAge } from "../support/patients.ts";
import { expect, test } from "../support/test.ts";

test("who asks to move a visit is offered places for that very visit, and it goes there: three taps, and back with one", async ({ desk, practice }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  const calls = new CallsPage(page);
  const client = await connected(practice, "FD");
  await calls.filter("Conferme");
  await calls.open(withoutAge((await calls.names(1))[0]!));
  const patient = /chiamate\/([0-9a-f-]+)/.exec(page.url())![1]!;
  const visits = () => client.rows("appointment").filter((visit) => visit.patient === patient).map(({ id, place, confirmation }) => JSON.stringify({ id, place, confirmation })).sort();
  const before = visits();

  await calls.recordOther("Chiede di spostare");
  const places = calls.panel("Quale posto").locator(".call-places button");
  await places.first().waitFor();
  await expect.poll(visits).not.toEqual(before);
  const marked = visits();
  await places.first().click();
  await calls.record("Sposta a ");
  await expect(page.getByText(/^Visita spostata a/)).toBeVisible();
  // One visit as before, elsewhere, and nobody's yes to the new hour.
  await expect.poll(visits).not.toEqual(marked);
  expect(visits()).toHaveLength(before.length);
  expect(visits().join()).not.toContain("asked_to_move");

  await page.getByRole("button", { name: "Annulla", exact: true }).click();
  await expect.poll(visits).toEqual(marked);
  client.drop();
});

import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { expect, test } from "../support/test.ts";

test("an arrival marked by one person is seen by the other", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("RS")).page);
  await other.goTo("Agenda");
  const [name] = await one.awaited();
  await one.markArrival(name!);
  await expect(other.card(name!)).toHaveAccessibleName(/attende|arrivato/);
  await one.open(name!);
  await one.takeBack("Annulla l’arrivo");
  await expect(other.card(name!)).not.toHaveAccessibleName(/attende|arrivato/);
});

test("both people see one ranked list, and it moves for both", async ({ desk }) => {
  const one = new CallsPage((await desk("FD")).page);
  const other = new CallsPage((await desk("RS")).page);
  await one.goTo("Chiamate");
  await other.goTo("Chiamate");
  const names = await one.names(20);
  expect(await other.names(20)).toEqual(names);
  await one.filter("Igiene");
  const [called] = await one.names(1);
  await one.open(called!);
  await other.filter("Igiene");
  await expect(other.row(called!)).toContainText("sta chiamando");
  await one.record("Non risponde");
  await expect(other.row(called!)).toHaveCount(0);
});

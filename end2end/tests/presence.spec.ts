import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { LayoutPage } from "../pages/layout_page.ts";
import { expect, test } from "../support/test.ts";

test("two people see each other, what each looks at, and when one goes", async ({ desk }) => {
  const here = await desk("FD");
  const there = await desk("RS");
  const one = new AgendaPage(here.page);
  const other = new AgendaPage(there.page);
  await one.goTo("Agenda");
  await expect(one.colleagues).toHaveCount(1);
  await expect(other.colleagues).toHaveCount(1);
  await expect(one.watchers).toBeEmpty();

  const bar = async () => await one.badge.boundingBox();
  const before = await bar();
  await other.goTo("Agenda");
  await expect(one.watchers).toContainText("guarda questo giorno");
  await expect(other.watchers).toContainText("guarda questo giorno");
  expect(await bar(), "nothing moves").toEqual(before);
  await one.page.keyboard.press("ArrowRight");
  await expect(one.watchers).toBeEmpty();
  await expect(other.watchers).toBeEmpty();

  const [calls, others] = [new CallsPage(here.page), new CallsPage(there.page)];
  await calls.goTo("Chiamate");
  await others.goTo("Chiamate");
  await calls.filter("Igiene");
  const [name] = await calls.names(1);
  await calls.open(name!);
  await others.page.goto(here.page.url().replace(here.link.origin, there.link.origin));
  await others.card.waitFor();
  await expect(calls.watchers).toContainText("ha aperta questa scheda");
  await expect(others.watchers).toContainText("ha aperta questa scheda");

  there.link.cut();
  await expect(calls.colleagues).toHaveCount(0);
  await expect(calls.watchers).toBeEmpty();
  await expect(others.colleagues, "without a line nobody is known").toHaveCount(0);
  there.link.mend();
  await expect(calls.colleagues).toHaveCount(1, { timeout: 60_000 });
});

test("the owner hears who is live, never whose call is open", async ({ desk }) => {
  const owner = (await desk("OW")).page;
  const heard: string[] = [];
  owner.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await owner.reload();
  const seat = (await desk("FD")).page;
  const calls = new CallsPage(seat);
  await calls.goTo("Chiamate");
  const [name] = await calls.names(1);
  await calls.open(name!);
  const patient = new URL(seat.url()).pathname.split("/").pop()!;
  await expect(new LayoutPage(owner).colleagues).toHaveCount(1);
  await calls.goTo("Agenda");
  await expect(new LayoutPage(owner).watchers).toContainText("guarda questo giorno");
  const presence = heard.filter((text) => text.includes('"type":"presence"'));
  expect(presence.length).toBeGreaterThan(0);
  expect(presence.some((text) => text.includes(patient))).toBe(false);
});

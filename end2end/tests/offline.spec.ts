import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { brought, snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("work goes on without a network, survives a reload, and arrives", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(password);
  const witness = new AgendaPage((await desk("RS")).page);
  await witness.goTo("Agenda");
  const [first, second] = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(first!);
  await expect(agenda.badge).toContainText("1 da inviare");

  await page.reload();
  await agenda.openWith(password);
  await expect(agenda.card(first!)).toHaveAccessibleName(/attende|arrivato/);
  await expect(agenda.badge).toContainText("1 da inviare");
  await agenda.markArrival(second!);
  await expect(agenda.badge).toContainText("2 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(2);
  await expect(agenda.waiting.first()).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

  await agenda.goTo("Chiamate");
  await expect(new CallsPage(page).rows.first()).toBeVisible();

  link.mend();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  for (const name of [first!, second!]) {
    await expect(witness.card(name)).toHaveAccessibleName(/attende|arrivato/);
  }
});

test("twenty changes made without a network arrive once, in order", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const witness = (await desk("RS")).page;
  const seen = brought(witness);
  await witness.reload();
  await expect(new AgendaPage(witness).badge).toContainText("dal vivo", { timeout: 60_000 });

  const agenda = new AgendaPage(page);
  const calls = new CallsPage(page);
  await agenda.makePersonal(password);
  await agenda.goTo("Agenda");
  const names = await agenda.awaited();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const rows = await snapshot(page);
  // By name: a practice has homonyms, and the screen tells them apart by age.
  const patients = new Map<string, string>();
  for (const { table, row } of rows) if (table === "patient") patients.set(row.id!, `${row.surname} ${row.name}`);
  const bare = (name: string) => name.replace(/ \(\d+\)$/, "");
  const attempts = rows.filter(({ table }) => table === "attempt").length;
  const told = seen.length;
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });

  const made: string[] = [];
  const ten = async (four: string[], two: string[]) => {
    for (const name of four) {
      await agenda.markArrival(name);
      made.push(`${bare(name)} arrived`);
    }
    for (const name of four.slice(0, 2)) {
      await agenda.open(name);
      await agenda.step("In poltrona");
      made.push(`${bare(name)} in_chair`);
    }
    for (const name of two) {
      await agenda.open(name);
      await agenda.step("Chiede di spostare");
      made.push(`${bare(name)} booked asked_to_move`);
    }
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    for (let count = 0; count < 2; count += 1) {
      const [name] = await calls.names(1);
      await calls.open(name!);
      await calls.record("Non risponde");
      made.push(`${bare(name!)} called`);
      await expect(calls.row(name!)).toHaveCount(0);
    }
  };
  await ten(names.slice(0, 4), names.slice(4, 6));
  await expect(agenda.badge).toContainText("10 da inviare");
  await page.goto("/agenda");
  await agenda.openWith(password);
  await expect(agenda.badge).toContainText("10 da inviare");
  await ten(names.slice(6, 10), names.slice(10, 12));
  await expect(agenda.badge).toContainText("20 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting).toHaveCount(20);
  for (const entry of await agenda.waiting.all()) await expect(entry).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();
  expect(seen.length, "nobody else has seen anything yet").toBe(told);

  link.mend();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText(/da inviare|da risolvere/);
  await expect.poll(() => seen.length - told, { timeout: 30_000 }).toBe(20);
  const arrived = seen.slice(told).map((change) => {
    const [patient, ...what] = change.replace(/ not_asked$| confirmed$| asked$/, "").split(" ");
    return [patients.get(patient!), ...what].join(" ");
  });
  expect(arrived).toEqual(made);
  const after = await snapshot(page);
  expect(after.filter(({ table }) => table === "attempt")).toHaveLength(attempts + 4);
});

test("a failed load never looks like an empty day", async ({ desk, practice }) => {
  const { page } = await desk("FD", { signedOut: true });
  await page.route("**/sync/**", (route) => route.abort());
  await page.goto("/accedi");
  const { login, password } = practice.person("FD");
  await page.getByLabel("Nome utente").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
  await expect(page.getByText("Il server non risponde")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole("button", { name: "Riprova" })).toBeVisible();
});

import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { oneNumberTwoValues, onePatientTwoCalls, oneVisitTwoPlaces } from "../support/conflicts.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("one visit moved to two places: the first keeps it, the second chooses again with one tap", async ({ desk }) => {
  const { first, second, name } = await oneVisitTwoPlaces(desk);
  for (const { page } of [first, second]) {
    const agenda = new AgendaPage(page);
    await expect(agenda.badge).toContainText("1 da rivedere");
    await agenda.openOutbox();
    await expect(agenda.toReview).toHaveCount(1);
    await expect(agenda.toReview).toContainText(name.replace(/ \(\d+\)$/, ""));
    await expect(agenda.toReview).toContainText(/ha spostato la visita/);
    await expect(agenda.toReview).toContainText("computer");
  }
  await expect(second.page.getByText(/È fra quelle da rivedere/)).toBeVisible();
  await expectAccessible(second.page, "tray of a lost place");
  const entry = new AgendaPage(second.page).toReview;
  const places = entry.getByRole("group", { name: "Prossimi posti liberi" }).getByRole("button");
  await expect(places).toHaveCount(3);
  await places.first().click();
  for (const { page } of [first, second]) {
    await expect(new AgendaPage(page).badge).not.toContainText("da rivedere");
  }
});

test("one number given two values: both are seen, one is chosen", async ({ desk }) => {
  const { first, second, name } = await oneNumberTwoValues(desk, { theme: "dark" });
  const agenda = new AgendaPage(first.page);
  await agenda.openOutbox();
  await expect(agenda.toReview).toContainText("347 111 22 33");
  await expect(agenda.toReview).toContainText("349 444 55 66");
  await expectAccessible(first.page, "tray of two values");
  const other = agenda.toReview.getByRole("button", { name: /349 444 55 66/ });
  await other.click();
  await expect(agenda.badge).not.toContainText("da rivedere");
  await expect(new AgendaPage(second.page).badge).not.toContainText("da rivedere");
  const bare = name.replace(/ \(\d+\)$/, "");
  const patients = (await snapshot(first.page)).filter(({ table }) => table === "patient");
  const row = patients.find(({ row }) => `${row.surname} ${row.name}` === bare && JSON.stringify(row).includes("+393494445566"));
  expect(row, "the number that was chosen is the patient's").toBeDefined();
});

test("one patient called by both: both calls stay, marked on both", async ({ desk }) => {
  const { first, second, name } = await onePatientTwoCalls(desk);
  const doubles = (await snapshot(first.page)).filter(({ table, row }) => table === "attempt" && row.double === true);
  expect(doubles).toHaveLength(2);
  expect(new Set(doubles.map(({ row }) => row.patient)).size).toBe(1);
  for (const { page } of [first, second]) {
    await page.goto(`/chiamate/${doubles[0]!.row.patient}`);
    const { card } = new CallsPage(page);
    await expect(card).toContainText(name.split(" ")[0]!);
    await expect(card.getByRole("status").filter({ hasText: "Doppia chiamata oggi" })).toBeVisible();
  }
});

test("a booked place that is taken meanwhile leaves a ghost on the day", async ({ desk }) => {
  const late = await desk("FD");
  const agenda = new AgendaPage(late.page);
  const quick = new AgendaPage((await desk("RS")).page);
  await quick.goTo("Agenda");
  const [mine, theirs] = await agenda.awaited();
  await agenda.open(mine!);
  await agenda.startMoving();
  await agenda.dialog.getByRole("group", { name: /posti liberi/i }).getByRole("button").first().click();
  const day = await agenda.dialog.getByLabel("Giorno").inputValue();
  const hour = await agenda.dialog.getByLabel("Ora", { exact: true }).inputValue();
  const chair = await agenda.dialog.getByLabel("Poltrona").locator("option:checked").textContent();
  const clinician = await agenda.dialog.getByLabel("Operatore").locator("option:checked").textContent();
  late.link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.submitMove.click();
  await quick.open(theirs!);
  await quick.move({ day, hour, chair: chair!.trim(), clinician: clinician!.trim() });
  await quick.submitMove.click();
  await expect(quick.dialog).toHaveCount(0);
  await expect(quick.badge).toContainText("dal vivo");
  late.link.mend();

  await expect(agenda.badge).toContainText("1 da rivedere", { timeout: 60_000 });
  await late.page.goto(`/agenda/${day}`);
  const ghost = late.page.getByRole("button", { name: /^Da rivedere: .*: posto preso$/ });
  await expect(ghost).toBeVisible();
  await expectAccessible(late.page, "ghost on the day");
  await ghost.click();
  await expect(agenda.toReview).toContainText(/Posto preso da|è già con/);
  await expect(agenda.toReview).toContainText(mine!.replace(/ \(\d+\)$/, ""));
  await agenda.toReview.getByRole("button", { name: "Lascia perdere" }).click();
  await expect(ghost).toHaveCount(0);
});

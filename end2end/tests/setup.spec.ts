import { AbsencePage } from "../pages/absence_page.ts";
import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

test("a chair is renamed and put elsewhere, and everybody's agenda follows", async ({ desk }) => {
  const { page } = await desk("DOM");
  const witness = new AgendaPage((await desk("FD")).page);
  await witness.awaited();
  const before = await witness.columnHeads.locator("b").allTextContents();
  const setup = new SetupPage(page);
  await setup.open();
  const [first, second] = await setup.chairNames;
  await setup.edit(first!);
  await setup.name.fill("Sala verde");
  await setup.save();
  await expect(setup.chair("Sala verde")).toContainText("salvato");
  await expect(witness.columnHeads.first()).toContainText("Sala verde");
  await page.getByRole("button", { name: "Sposta dopo: Sala verde" }).click();
  await expect(setup.chairs.first()).toContainText(second!);
  await expect(page.getByRole("button", { name: "Sposta dopo: Sala verde" })).toBeFocused();
  await expect(witness.columnHeads.locator("b")).toHaveText([second!, "Sala verde", ...before.slice(2)]);
  // The first column cannot go before itself, and says so.
  await expect(page.getByRole("button", { name: `Sposta prima: ${second}` })).toHaveAttribute("aria-disabled", "true");
});

test("a chair with visits to come is hidden only after a word, and they stay", async ({ desk }) => {
  const { page } = await desk("DOM");
  const setup = new SetupPage(page);
  await setup.open();
  const [first] = await setup.chairNames;
  const hide = page.getByRole("button", { name: `Nascondi ${first}` });
  await hide.click();
  await expect(page.getByRole("alert").filter({ hasText: /visite future: restano dove sono/ })).toBeVisible();
  await expect(setup.chair(first!).getByText("nascosta")).toHaveCount(0);
  await page.getByRole("button", { name: "Nascondi lo stesso" }).click();
  await expect(setup.chair(first!).getByText("nascosta")).toBeVisible();
  const agenda = new AgendaPage(page);
  await agenda.goTo("Agenda");
  // Somebody comes to it today: the column is there, after the others.
  await expect(agenda.columnHeads.last()).toContainText(first!);
  await setup.open();
  await page.getByRole("button", { name: `Mostra ${first}` }).click();
  await expect(setup.news).toContainText("di nuovo in agenda");
  await setup.undo();
  await expect(setup.chair(first!).getByText("nascosta")).toBeVisible();
});

test("hours are typed once and copied to other days, and a span that cannot be is told before it is kept", async ({ desk }) => {
  const { page } = await desk("OW");
  const setup = new SetupPage(page);
  await setup.open();
  const [first] = await setup.chairNames;
  await setup.edit(first!);
  await page.getByLabel("lunedì, orario 1: dalle").fill("08:00");
  await page.getByLabel("lunedì, orario 1: alle").fill("07:30");
  await expect(page.getByText("Un orario finisce prima di cominciare.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Salva", exact: true })).toBeDisabled();
  await page.getByLabel("lunedì, orario 1: alle").fill("12:30");
  await page.getByLabel("Copia gli orari di lunedì su").selectOption({ label: "sabato" });
  await page.getByRole("button", { name: /^Togli l’orario 1 di domenica|^Aggiungi un orario a domenica/ }).first().waitFor();
  await setup.save();
  await setup.news.hover();
  const days = setup.chair(first!).locator(".opening__day");
  await expect(days.nth(0)).toContainText("8:00–12:30");
  await expect(days.nth(5)).toContainText("8:00–12:30");
  await setup.undo();
  await expect(days.nth(5)).not.toContainText("8:00–12:30");
});

test("a chair is added with the hours of the first", async ({ desk }) => {
  const { page } = await desk("DOM");
  const setup = new SetupPage(page);
  await setup.open();
  const count = (await setup.chairNames).length;
  await page.getByRole("button", { name: "Aggiungi una poltrona" }).click();
  await setup.name.fill("Poltrona nuova");
  await page.getByRole("button", { name: "Aggiungi", exact: true }).click();
  await expect(setup.chairs).toHaveCount(count + 1);
  await expect(setup.chair("Poltrona nuova")).toContainText("salvato");
  const weeks = setup.chairs.locator(".opening");
  await expect(weeks.last()).toHaveText((await weeks.first().textContent())!);
});

test("who changes what somebody else has changed meanwhile overwrites nothing, and loses nothing that was typed", async ({ desk }) => {
  const one = await desk("DOM");
  const other = await desk("OW");
  const setup = new SetupPage(one.page);
  const another = new SetupPage(other.page);
  await setup.open();
  await another.open();
  const [first, second] = await setup.chairNames;

  // Both look at the same form: the second is told before anything is sent.
  await setup.edit(first!);
  await setup.name.fill("Sala blu");
  await another.edit(first!);
  await another.name.fill("Sala rossa");
  await another.save();
  await expect(one.page.getByRole("alert").filter({ hasText: "Adesso è così: Sala rossa" })).toBeVisible();
  await setup.save();
  await expect(setup.news).toContainText("qualcun altro l’ha impostato");
  await expect(setup.name).toHaveValue("Sala blu");
  await one.page.getByRole("button", { name: "Tieni ciò che ho scritto" }).click();
  await setup.save();
  await expect(setup.chair("Sala blu")).toContainText("salvato");

  // One of them without a network: the server decides, and what was asked for stays to be seen.
  one.link.cut();
  await expect(setup.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await setup.edit(second!);
  await setup.name.fill("Sala lunga");
  await setup.save();
  await expect(setup.chair("Sala lunga")).toContainText("tenuto su questo dispositivo");
  await another.edit(second!);
  await another.name.fill("Sala corta");
  await another.save();
  await expect(another.chair("Sala corta")).toContainText("salvato");
  one.link.mend();
  await expect(setup.chair("Sala corta").getByRole("alert")).toContainText("Avevi chiesto: Sala lunga", { timeout: 60_000 });
  await expect(setup.chair("Sala corta")).toContainText("da risolvere");
  await one.page.getByRole("button", { name: "Chiedilo di nuovo" }).click();
  await expect(another.chair("Sala lunga")).toBeVisible();
});

test("a type of visit has the length that is proposed, a colour with a name, and may be offered no more", async ({ desk }) => {
  const { page } = await desk("DOM");
  const setup = new SetupPage(page);
  await setup.open();
  const hygiene = setup.type("Igiene");
  await hygiene.getByLabel("Durata solita: Igiene").selectOption({ label: "50 min" });
  await expect(hygiene).toContainText("salvato");
  await hygiene.getByRole("radio", { name: "viola" }).check();
  await expect(hygiene.locator(".swatches__name")).toHaveText("viola");
  await setup.type("Chirurgia").getByRole("checkbox").uncheck();
  await expect(setup.type("Chirurgia")).toContainText("salvato");
  const types = (await snapshot(page)).filter(({ table }) => table === "visit_type").map(({ row }) => row);
  expect(types).toContainEqual({ kind: "hygiene", minutes: 50, colour: "violet", offer: "offered" });

  const other = (await desk("FD")).page;
  const agenda = new AgendaPage(other);
  await agenda.awaited();
  await expect(agenda.cards.filter({ hasText: "Igiene" }).first().locator(".appointment__kind")).toHaveClass(/kind--violet/);
  const calls = new CallsPage(other);
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  await calls.rows.first().getByRole("link").first().click();
  await calls.card.waitFor();
  await calls.record("Prenota");
  await expect(other.locator("#call-book-kind option").filter({ hasText: "Chirurgia" })).toHaveCount(0);
  await expect(other.locator("#call-book-kind option").filter({ hasText: "Protesi" })).toHaveCount(1);
});

test("whoever may not is not offered it", async ({ desk }) => {
  const { page } = await desk("FD");
  const setup = new SetupPage(page);
  await new AgendaPage(page).awaited();
  await expect(setup.link).toHaveCount(0);
  await page.goto("/impostazioni");
  await expect(page.getByRole("heading", { name: "Le impostazioni non sono di questo ruolo" })).toBeVisible();
});

for (const role of ["OW", "DOM"]) {
  test(`closures are seen, added and taken back from the setup: ${role}`, async ({ desk }) => {
    const { page } = await desk(role);
    const setup = new SetupPage(page);
    await setup.open();
    const closures = page.getByRole("region", { name: "Giorni di chiusura" });
    await closures.getByRole("link", { name: "Aggiungi una chiusura" }).click();
    const absence = new AbsencePage(page);
    await expect(absence.who.locator("option:checked")).toHaveText("Tutto lo studio (chiusura)");
    const day = addDays(referenceMonday(), 5);
    await absence.fill({ from: day, to: day, reason: "Lavori in cortile" });
    await absence.submit.click();
    await expect(absence.known.filter({ hasText: "Lavori in cortile" })).toBeVisible();
    await setup.open();
    const one = closures.getByRole("listitem").filter({ hasText: "Lavori in cortile" });
    await one.getByRole("button", { name: /^Togli la chiusura: / }).click();
    await setup.news.hover();
    await expect(one).toHaveCount(0);
    await setup.undo();
    await expect(one).toBeVisible();
  });
}

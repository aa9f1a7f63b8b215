import { BookingPage } from "../pages/booking_page.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { expect, LAYOUTS, test } from "../support/test.ts";

/** Days and hours of the proposed places: "mer 25, 9:00". */
const moments = (booking: BookingPage) => booking.places.locator("b").allInnerTexts();

for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
  test(`a visit is booked in a proposed place, is seen by the others, and can be taken back: ${layout}`, async ({ desk }) => {
    const one = new BookingPage((await desk("FD", { layout })).page);
    const other = new BookingPage((await desk("DOM")).page);
    await one.awaited();
    await one.start();
    const name = await one.choose("rossett");
    const [moment] = await moments(one);
    await one.places.first().click();
    await one.submit("Fissa la visita");
    await expect(one.page.locator(".toast")).toContainText(`${name}: fissato ${moment}`);
    await one.holdNews();
    await showDayOf(other, moment!);
    await expect(other.card(name).last()).toBeVisible();
    const cards = await other.card(name).count();
    await one.undo();
    await expect(other.card(name)).toHaveCount(cards - 1);
  });
}

test("a tap on an empty place fills in its chair and hour", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.page.goto(`/agenda/${addDays(referenceMonday(), 70)}`);
  const field = agenda.day.locator(".day__column").nth(1);
  await field.waitFor();
  const box = (await field.boundingBox())!;
  await agenda.page.touchscreen.tap(box.x + box.width / 2, box.y + 20);
  await agenda.dialog.waitFor();
  const chair = await agenda.columnHeads.nth(1).locator("b").innerText();
  await expect(agenda.dialog.getByLabel("Poltrona").locator("option:checked")).toHaveText(chair);
  await expect(agenda.dialog.getByLabel("Ora", { exact: true })).toHaveValue("09:00");
  const name = await agenda.choose("zan");
  await agenda.submit(/^Fissa/);
  await expect(agenda.card(name)).toHaveAccessibleName(/9:00/);
});

test("a place that is taken says by whom, and is taken on purpose with a reason only", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.start();
  const first = await agenda.choose("rossett");
  const [moment] = await moments(agenda);
  await agenda.places.first().click();
  const place = await agenda.placeFields();
  await agenda.submit("Fissa la visita");
  await agenda.start();
  const second = await agenda.choose("zan");
  await agenda.fillPlace(place);
  await expect(agenda.dialog.getByRole("status").filter({ hasText: first })).toBeVisible();
  await expect(agenda.dialog.getByRole("button", { name: "Fissa comunque" })).toBeDisabled();
  await agenda.dialog.getByLabel("Perché qui lo stesso").fill("dolore");
  await agenda.submit("Fissa comunque");
  await showDayOf(agenda, moment!);
  await expect(agenda.card(first).last()).toBeVisible();
  await expect(agenda.card(second).last()).toBeVisible();
});

for (const layout of Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]) {
  test(`a series, a family side by side and the finder's places: ${layout}`, async ({ desk }) => {
    const agenda = new BookingPage((await desk("FD", { layout })).page);
    await agenda.awaited();
    await agenda.start();
    await agenda.choose("rossett");
    await agenda.repeat("ogni 2 settimane", "4");
    await expect(agenda.planned).toHaveCount(3);
    const free = agenda.planned.filter({ has: agenda.page.locator("input:checked") });
    await agenda.submit(`Fissa ${(await free.count()) + 1} visite`);
    await expect(agenda.page.locator(".toast").last()).toContainText("fissate");
    await agenda.undo();

    await agenda.start();
    await agenda.chooseSomebodyWithFamily();
    await agenda.openFilters();
    await agenda.chip("mattina");
    await agenda.chip("chiunque sia libero");
    await expect(agenda.places).toHaveCount(10);
    await agenda.places.first().click();
    await agenda.family.first().click();
    await expect(agenda.planned).toHaveCount(1);
    await agenda.submit("Fissa 2 visite");
    await expect(agenda.page.locator(".toast").last()).toContainText("fissate 2 visite");
  });
}

test("a series is made as real visits, one way back takes them all", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  /** Books it, and answers with whose it is and where its second visit stands. */
  const book = async (letters: string) => {
    await agenda.start();
    const name = await agenda.choose(letters);
    await agenda.repeat("ogni 2 settimane", "4");
    await expect(agenda.planned).toHaveCount(3);
    const [day] = await agenda.planned.locator("b").allInnerTexts();
    const free = agenda.planned.filter({ has: agenda.page.locator("input:checked") });
    const count = (await free.count()) + 1;
    expect(count).toBeGreaterThan(2);
    await agenda.submit(`Fissa ${count} visite`);
    await expect(agenda.page.locator(".toast").last()).toContainText(`${name}: fissate ${count} visite`);
    return { name, day: day! };
  };
  const kept = await book("rossett");
  await showDayOf(agenda, kept.day);
  await expect(agenda.card(kept.name)).toHaveCount(1);
  // The way back is offered for seconds: it is taken before anything is looked at.
  const taken = await book("bianch");
  await agenda.undo();
  await showDayOf(agenda, taken.day);
  await expect(agenda.card(taken.name)).toHaveCount(0);
  await expect(agenda.badge).toContainText("dal vivo");
});

test("a visit of a series that is not wanted is left out", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.start();
  await agenda.choose("rossett");
  await agenda.repeat("ogni settimana", "3");
  const boxes = agenda.planned.locator("input:checked");
  const before = await boxes.count();
  await boxes.first().uncheck();
  await agenda.submit(before === 1 ? "Fissa la visita" : `Fissa ${before} visite`);
});

test("a family is booked side by side", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.start();
  await agenda.chooseSomebodyWithFamily();
  await agenda.family.first().click();
  await expect(agenda.planned).toHaveCount(1);
  await expect(agenda.planned.locator("input")).toBeChecked();
  await agenda.submit("Fissa 2 visite");
  await expect(agenda.page.locator(".toast")).toContainText("fissate 2 visite");
});

test("the finder asks for days and parts of the day, and remembers what suits the patient", async ({ desk }) => {
  const one = new BookingPage((await desk("FD")).page);
  const other = new BookingPage((await desk("RS", { layout: "narrow" })).page);
  await one.awaited();
  await one.start();
  const name = await one.choose("rossett");
  await one.openFilters();
  await one.chip("mar");
  await one.chip("gio");
  await one.chip("mattina");
  await one.chip("chiunque sia libero");
  await expect(one.places).toHaveCount(10);
  for (const moment of await moments(one)) {
    expect(moment).toMatch(/^(mar|gio) \d+, (9|10|11|12):/);
  }
  await one.dialog.getByRole("button", { name: "Ricorda questi orari" }).click();
  await other.goTo("Agenda");
  await other.start();
  await other.choose(name);
  await other.openFilters();
  await expect(other.dialog).toContainText("Al paziente va bene: mar, gio · mattina");
  await expect(other.dialog.getByRole("button", { name: "mattina" })).toHaveAttribute("aria-pressed", "true");
});

test("what is booked without a network is kept and sent when it comes back", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const one = new BookingPage(page);
  const other = new BookingPage((await desk("DOM")).page);
  await one.awaited();
  await link.cut();
  await one.start();
  const name = await one.choose("rossett");
  const [moment] = await moments(one);
  await one.places.first().click();
  await one.submit("Fissa la visita");
  await showDayOf(other, moment!);
  await link.mend();
  await expect(other.card(name).last()).toBeVisible({ timeout: 30_000 });
});

test("who would come earlier is proposed when a place frees up, and is moved there with two taps", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  const names = await agenda.awaited();
  const proposal = agenda.page.locator(".freed").first();
  for (const name of names) {
    await agenda.open(name);
    await agenda.callOff("Il paziente", "Malattia");
    if (await proposal.isVisible()) break;
  }
  await expect(proposal).toBeVisible();
  const candidate = await proposal.locator(".side-row b").first().innerText();
  await proposal.locator(".side-row").first().click();
  await agenda.dialog.waitFor();
  await agenda.submitMove.click();
  await expect(agenda.page.locator(".toast").filter({ hasText: candidate })).toContainText("spostato");
});

test("the owner, who only reads the agenda, is offered no booking", async ({ desk }) => {
  const agenda = new BookingPage((await desk("OW")).page);
  await agenda.cards.first().waitFor();
  await expect(agenda.page.getByRole("button", { name: "Prenota", exact: true })).toHaveCount(0);
});

/** Goes to the day of a moment like "mer 25, 9:00" or "mer 25 nov, 9:00", which is not long ahead. */
async function showDayOf(agenda: BookingPage, moment: string): Promise<void> {
  const number = Number(/\d+/.exec(moment)![0]);
  for (let step = 0; step < 60; step++) {
    const title = await agenda.page.getByRole("heading", { level: 1 }).innerText();
    const isMonth = !/\d [a-z]{3}/.test(moment) || title.toLowerCase().includes(/\d ([a-z]{3})/.exec(moment)![1]!);
    if (isMonth && new RegExp(`\\b${number}\\b`).test(title)) return;
    await agenda.page.keyboard.press("ArrowRight");
    await expect(agenda.page.getByRole("heading", { level: 1 })).not.toHaveText(title);
  }
  throw new Error(`no day ${moment}`);
}

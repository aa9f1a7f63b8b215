import type { Page } from "@playwright/test";
import { AbsencePage } from "../pages/absence_page.ts";
import type { Point } from "../pages/agenda_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { WeekPage } from "../pages/week_page.ts";
import { bookAlone } from "../support/alone.ts";
import { addDays, inWords, openMonday, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

const MONDAY = referenceMonday();
/** A week on whose first days nothing is closed. */
const NEXT = openMonday();

/** When a card says that its visit is: "9:00". */
const hour = (label: string | null) => /\d{1,2}:\d{2}/.exec(label ?? "")?.[0];

test("the week shows the same visits as its days, and a day's head leads to the day", async ({ desk }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.awaited();
  const today = await week.names();
  await page.keyboard.press("s");
  await week.cardsOf().first().waitFor();
  await expect(page).toHaveURL(new RegExp(`/agenda/settimana/${MONDAY}$`));
  const monday = week.weekDay(inWords(MONDAY));
  await expect(week.cardsOf(monday)).toHaveCount(today.length);
  await expect(week.weekDays).toHaveCount(5);
  await expect(week.week).toContainText("Corso di aggiornamento");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`/agenda/settimana/${addDays(MONDAY, 7)}$`));
  await page.keyboard.press("t");
  await expect(page).toHaveURL(new RegExp(`/agenda/settimana/${MONDAY}$`));
  await week.weekDay(inWords(addDays(MONDAY, 1))).getByRole("link").click();
  await expect(week.day).toHaveAccessibleName(`Agenda di ${inWords(addDays(MONDAY, 1))}`);
});

test("a tap on a card opens the same window as on the day, and keys change the view", async ({ desk }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.awaited();
  await page.keyboard.press("s");
  const card = week.cardsOf().first();
  const name = (await card.getAttribute("aria-label"))!.split(",")[0]!;
  await card.tap();
  await expect(week.dialog).toContainText(name.replace(/ \(\d+\)$/, ""));
  await week.close();
  await page.keyboard.press("m");
  await expect(week.month).toBeVisible();
  await page.keyboard.press("g");
  await expect(week.day).toBeVisible();
});

test("the week of one clinician or one chair shows no other visit, and is remembered", async ({ desk }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.openWeek();
  const all = await week.cardsOf().count();
  const options = await week.part.locator("option").allTextContents();
  let seen = 0;
  for (const chair of options.filter((name) => /^(Poltrona|Igiene) /.test(name))) {
    await week.part.selectOption({ label: chair });
    await expect.poll(() => week.cardsOf().count()).toBeLessThan(all);
    seen += await week.cardsOf().count();
  }
  expect(seen).toBe(all);
  await page.reload();
  await expect(week.part.locator("option:checked")).toHaveText("Igiene 2");
});

for (const layout of ["phone", "narrow"] as const) {
  test(`on a ${layout} the week is a list by day, and the month says how full each day is`, async ({ desk }) => {
    const { page } = await desk("FD", { layout });
    const week = new WeekPage(page);
    await week.openWeek();
    const [first, second] = [await week.cardsOf().nth(0).boundingBox(), await week.cardsOf().nth(1).boundingBox()];
    expect(second!.y).toBeGreaterThan(first!.y + first!.height - 1);
    expect(first!.height).toBeGreaterThanOrEqual(44);
    await expect(week.weekDay(inWords(MONDAY)).getByRole("link")).toContainText("visite");
    await page.goto("/agenda/mese");
    await expect(week.monthDay(inWords(MONDAY))).toHaveAccessibleName(/occupato per il \d+ per cento, \d+ visite, .+ liber/);
    await week.monthDay(inWords(addDays(MONDAY, 1))).click();
    await expect(week.day).toHaveAccessibleName(`Agenda di ${inWords(addDays(MONDAY, 1))}`);
  });
}

test("the month counts what the day shows, says why a day is closed, and what is not held is not empty", async ({ desk }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.awaited();
  const visits = (await week.names()).length;
  await week.showBy("Mese");
  const monday = week.monthDay(inWords(MONDAY));
  await expect(monday).toHaveAccessibleName(new RegExp(`, ${visits} visite, `));
  await expect(week.monthDay(inWords(addDays(MONDAY, 2)))).toHaveAccessibleName(/Chiuso: Corso di aggiornamento/);
  await expect(week.monthDay(inWords(addDays(MONDAY, -8)))).toHaveAccessibleName(/non è su questo dispositivo/);
});

test("a visit is dragged to another day with a mouse, seen by the other, and taken back; Escape gives it up", async ({ desk, practice }) => {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:30:00`, addDays(NEXT, 3));
  const { page } = await desk("FD", { mouse: true });
  const week = new WeekPage(page);
  const other = new WeekPage((await desk("DOM")).page);
  await week.openWeek(NEXT);
  await other.openWeek(NEXT);
  const [monday, thursday] = [inWords(NEXT), inWords(addDays(NEXT, 3))];
  const card = (on: WeekPage, day: string) => on.weekDay(day).getByRole("button", { name: new RegExp(`^${name},.* 18:30,`) });
  const { from, to } = await week.wayToDay(card(week, monday), thursday);
  const take = async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
  };
  const shadow = week.week.locator(".drag-shadow");
  await take();
  await expect(shadow).toContainText("Il posto è libero");
  await page.keyboard.press("Escape");
  await expect(shadow).toHaveCount(0);
  await page.mouse.up();
  await expect(card(week, monday)).toHaveCount(1);
  await take();
  await page.mouse.up();
  await expect(card(week, thursday)).toHaveCount(1);
  await week.holdNews();
  await expect(card(week, monday)).toHaveCount(0);
  await expect(card(other, thursday)).toHaveCount(1);
  await week.undo();
  await expect(card(other, monday)).toHaveCount(1);
});

test("what is in the way on another day is named before the visit is let go, and then in the window", async ({ desk, practice }) => {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:30:00`);
  const { page } = await desk("FD", { mouse: true });
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  const card = week.weekDay(inWords(NEXT)).getByRole("button", { name: new RegExp(`^${name},.* 18:30,`) });
  // Half an hour lower the practice is shut.
  await card.scrollIntoViewIfNeeded();
  const box = (await card.boundingBox())!;
  const at: Point = { x: box.x + box.width / 2, y: box.y + 5 };
  const lunch = (await week.weekDay(inWords(NEXT)).locator(".week__shut").first().boundingBox())!;
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, lunch.y + lunch.height / 2, { steps: 6 });
  const shadow = week.week.locator(".drag-shadow");
  await expect(shadow.locator(".verdict.tone-risk")).toBeVisible();
  await page.mouse.up();
  await expect(week.dialog).toBeVisible();
  await week.close();
  await expect(card).toHaveCount(1);
});

test("a finger takes a visit to another day when it has held still", async ({ desk, practice }) => {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:30:00`, addDays(NEXT, 3));
  const { page, context } = await desk("FD");
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  const [monday, thursday] = [inWords(NEXT), inWords(addDays(NEXT, 3))];
  const card = (day: string) => week.weekDay(day).getByRole("button", { name: new RegExp(`^${name},.* 18:30,`) });
  const { from, to } = await week.wayToDay(card(monday), thursday);
  const devtools = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: Point) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [at] });
  const shadow = week.week.locator(".drag-shadow");
  await touch("touchStart", from);
  await touch("touchMove", { x: from.x + 40, y: from.y });
  await expect(shadow).toHaveCount(0);
  await touch("touchEnd");
  await touch("touchStart", from);
  // On a busy device the browser's own menu, which takes the finger away, would be asked for before the hold is over.
  const isMenuAllowed = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)!.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })), from);
  expect(isMenuAllowed).toBe(false);
  await expect(shadow).toBeVisible();
  for (const share of [0.3, 0.6, 1]) await touch("touchMove", { x: from.x + (to.x - from.x) * share, y: to.y });
  await expect(shadow).toContainText("Il posto è libero");
  await touch("touchEnd");
  await expect(card(thursday)).toHaveCount(1);
});

test("a mouse takes a visit of the week by its lower edge, and it becomes longer", async ({ desk, practice }) => {
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:00:00`);
  const { page } = await desk("FD", { mouse: true });
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  const card = week.weekDay(inWords(NEXT)).getByRole("button", { name: new RegExp(`^${name},.* 18:00,`) });
  const edge = await week.weekEdge(card);
  const row = (await card.boundingBox())!.height / 6;
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x, edge.y + row * 3, { steps: 6 });
  await expect(week.week.locator(".drag-shadow")).toContainText("18:00–18:45 · 45 min");
  await page.mouse.up();
  await expect.poll(async () => (await card.boundingBox())!.height).toBeGreaterThan(row * 8);
  await page.goto(`/agenda/${NEXT}`);
  await expect.poll(() => week.placeOf(name)).toMatchObject({ hour: "18:00", length: "45 min" });
});

test("a visit of the week is taken to another day by the keys alone", async ({ desk, practice }) => {
  const next = addDays(NEXT, 1);
  const name = await bookAlone(practice.origin, practice.person("FD"), `${NEXT}T18:30:00`, next);
  const { page } = await desk("FD", { mouse: true });
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  const card = (day: string, hour: string) => week.weekDay(inWords(day)).getByRole("button", { name: new RegExp(`^${name},.* ${hour},`) });
  const shadow = week.week.locator(".drag-shadow");
  await card(NEXT, "18:30").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(shadow).toContainText("Il posto è libero");
  await page.keyboard.press("Escape");
  await expect(shadow).toHaveCount(0);
  await page.keyboard.press("Shift+ArrowRight");
  for (let row = 0; row < 6; row++) await page.keyboard.press("ArrowUp");
  await expect(shadow).toContainText("18:00–18:30");
  await expect(shadow).toContainText("Il posto è libero");
  await page.keyboard.press("Enter");
  await expect(shadow).toHaveCount(0);
  await expect(card(next, "18:00")).toHaveCount(1);
  await expect(card(NEXT, "18:30")).toHaveCount(0);
});

test("the week and the month of a clinician who is away say so, and call none of those hours free", async ({ desk }) => {
  const manager = new AbsencePage((await desk("DOM")).page);
  await manager.open();
  const who = (await manager.who.locator("option").nth(1).textContent())!;
  const [tuesday, wednesday] = [addDays(NEXT, 1), addDays(NEXT, 2)];
  await manager.fill({ who, from: tuesday, to: tuesday, reason: "Corso" });
  await manager.submit.click();
  await expect(manager.absences).toHaveCount(1);
  await manager.fill({ who, from: wednesday, to: wednesday, reason: "Corso" });
  await manager.fillHours("09:00", "13:00");
  await manager.submit.click();
  await expect(manager.absences).toHaveCount(2);

  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.openWeek(NEXT);
  const head = (day: string) => week.weekDay(inWords(day)).getByRole("link");
  await expect(head(tuesday)).not.toContainText("assente");
  await expect(week.week.locator(".week__away")).toHaveCount(0);
  await week.part.selectOption({ label: who });
  await expect(head(tuesday)).toContainText("assente");
  await expect(head(tuesday)).not.toContainText("libero");
  await expect(head(NEXT)).not.toContainText("assente");
  await expect(week.week.locator(".week__away")).toHaveText(["assente", "assente"]);
  const free = /libero (\d+):/.exec((await head(wednesday).textContent())!);
  expect(Number(free?.[1] ?? 24)).toBeGreaterThanOrEqual(13);

  await page.goto(`/agenda/mese/${tuesday.slice(0, 7)}`);
  await expect(week.monthDay(inWords(tuesday))).toHaveAccessibleName(/: assente, nessuna visita/);
});

/** Signs somebody else in on the same browser. */
async function changeTo(page: Page, person: { role: string; login: string; password: string }): Promise<void> {
  await new WeekPage(page).signOut();
  await expect(page).toHaveURL(/accedi/);
  await new SignInPage(page).signIn(person);
}

test("two people who share a browser each find their own view", async ({ desk, practice }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.showBy("Settimana");
  await week.cardsOf().first().waitFor();
  await changeTo(page, practice.person("DE"));
  await week.goTo("Agenda");
  await expect(week.view).toHaveText("Poltrone");
  await week.showBy("Operatori");
  await changeTo(page, practice.person("FD"));
  await week.goTo("Agenda");
  await expect(week.view).toHaveText("Settimana");
  await changeTo(page, practice.person("DE"));
  await week.goTo("Agenda");
  await expect(week.view).toHaveText("Operatori");
});

test("a hidden chair is announced with its visits, and chairs keep the person's order", async ({ desk }) => {
  const { page } = await desk("FD");
  const week = new WeekPage(page);
  await week.awaited();
  const heads = await week.columnHeads.locator("b").allTextContents();
  const [first, second] = heads as [string, string];
  const all = (await week.names()).length;
  await week.turnChair(first);
  await expect(week.columnHeads).toHaveCount(heads.length - 1);
  const left = (await week.names()).length;
  await expect(page.getByText(`1 poltrona nascosta con ${all - left} visite`)).toBeVisible();
  await page.reload();
  await week.awaited();
  await expect(page.getByText(`1 poltrona nascosta con ${all - left} visite`)).toBeVisible();
  await page.getByRole("button", { name: "Mostra tutte" }).click();
  await expect(week.columnHeads).toHaveCount(heads.length);
  await week.columns.click();
  await page.getByRole("button", { name: `Sposta dopo: ${first}` }).click();
  await expect(week.columnHeads.locator("b").first()).toHaveText(second);
  await page.getByRole("button", { name: "Come nello studio" }).click();
  await expect(week.columnHeads.locator("b").first()).toHaveText(first);
});

/** The hours of the visits of a patient on the day, the week and the month, as this device shows them. */
async function hoursOf(week: WeekPage, name: string, day: string): Promise<(string | undefined)[]> {
  await week.page.goto(`/agenda/${day}`);
  await week.card(name).first().waitFor();
  const ofDay = hour(await week.card(name).last().getAttribute("aria-label"));
  await week.openWeek(day);
  const card = week.weekDay(inWords(day)).getByRole("button", { name: new RegExp(`^${name},.* ${ofDay},`) });
  const ofWeek = hour(await card.getAttribute("aria-label"));
  await week.page.goto(`/agenda/mese/${day.slice(0, 7)}`);
  const month = await week.monthDay(inWords(day)).locator(".aloud").textContent();
  return [ofDay, ofWeek, month ?? undefined];
}

test.describe("a device set to New York", () => {
  test("shows the wall clock of the practice in day, week and month, also around the change of the clock", async ({ desk, practice, browser }) => {
    // The clock goes forward on Sunday 28 March 2027, on which no chair is open: the days on both sides of it.
    const [friday, monday] = ["2027-03-26", "2027-03-30"];
    const names = new Map<string, string>();
    for (const day of [NEXT, friday, monday]) names.set(day, await bookAlone(practice.origin, practice.person("FD"), `${day}T18:30:00`));
    const { page } = await desk("FD");
    const away = await browser.newContext({ timezoneId: "America/New_York", locale: "it-IT", baseURL: practice.origin, viewport: { width: 1180, height: 820 } });
    const there = await away.newPage();
    await new SignInPage(there).signIn(practice.person("FD"));
    expect(await there.evaluate(() => new Date().getTimezoneOffset())).toBeGreaterThan(180);
    for (const [day, name] of names) {
      const inRome = await hoursOf(new WeekPage(page), name, day);
      const inNewYork = await hoursOf(new WeekPage(there), name, day);
      expect(inRome.slice(0, 2), day).toEqual(["18:30", "18:30"]);
      expect(inNewYork, day).toEqual(inRome);
    }
    await away.close();
  });
});

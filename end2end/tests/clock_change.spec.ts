import { SignInPage } from "../pages/sign_in_page.ts";
import { WeekPage } from "../pages/week_page.ts";
import { Colleague } from "../support/colleague.ts";
import { type Practice, addDays, clockChange, inWords } from "../support/practice.ts";
import { type Desk, expect, test } from "../support/test.ts";

// Nights in which the clock changes, on a device in New York: everything is written and read as the wall clock in Rome shows
// it, and who waits has waited for as long as has really gone by.

/** When a patient comes, and when somebody looks: before the change and after it, on the wall; and how long that really is. */
const [ARRIVES, LATER] = ["01:20", "03:10"];
const NIGHTS = [
  // At three the clock is put back to two: the hour from two to three comes twice.
  { change: "back", day: clockChange("10"), waited: 170 },
  // At two the clock is put forward to three: there is no hour from two to three.
  { change: "forward", day: clockChange("03"), waited: 50 },
] as const;

/** Opens a chair in the small hours of Sunday and of the Saturday before, with three visits: one before the change, one across
 * it, one after. */
async function openAtNight(practice: Practice, day: string) {
  const [manager, desk] = [await Colleague.at(practice.origin, practice.person("DOM")), await Colleague.at(practice.origin, practice.person("FD"))];
  const chair = manager.rows("chair").find(({ hidden }) => hidden !== true)!;
  const [clinician] = manager.rows("clinician").map(({ id }) => id as string);
  const night = [6, 7].map((weekday) => ({ weekday, from: "01:00:00", to: "05:00:00" }));
  await manager.does("set_up_chair", { was: chair, becomes: { ...chair, opening: [...(chair.opening as object[]), ...night] } });
  const book = (start: string, minutes: number) => desk.book({ start: `${day}T${start}:00`, minutes, chair: chair.id as string, clinician: clinician! });
  manager.leave();
  return { colleague: desk, before: await book("01:00", 30), across: await book("01:30", 60), after: await book("03:30", 30) };
}

/** What a device says of every visit of a day: on the day, and on the week. */
async function said({ page }: Desk, day: string): Promise<string[]> {
  const week = new WeekPage(page);
  await week.openWeek(day);
  const ofWeek = await week.cardsOf(week.weekDay(inWords(day))).evaluateAll((cards) => cards.map((card) => card.getAttribute("aria-label") ?? ""));
  await page.goto(`/agenda/${day}`);
  await week.cards.first().waitFor();
  const ofDay = await week.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute("aria-label") ?? ""));
  // Minutes that are counting go on between two looks.
  return [...ofWeek, ...ofDay].map((label) => label.replace(/\d+′/, "…′"));
}

for (const { change, day, waited } of NIGHTS) {
  test(`in the night in which the clock goes ${change} a device in New York shows and writes the wall clock of Rome`, async ({ desk, practice }) => {
    const { colleague, before, across, after } = await openAtNight(practice, day);
    const rome = await desk("FD", { mouse: true });
    const newYork = await desk("FD", { mouse: true, timezone: "America/New_York" });
    expect(await newYork.page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe("America/New_York");
    const [here, there] = [new WeekPage(rome.page), new WeekPage(newYork.page)];

    // The same on both, to the word; the visit across the change is as long as it says.
    const inRome = await said(rome, day);
    expect(await said(newYork, day)).toEqual(inRome);
    for (const week of [here, there]) {
      expect(await week.placeOf(before.name)).toMatchObject({ hour: "1:00", length: "30 min" });
      expect(await week.placeOf(across.name)).toMatchObject({ hour: "1:30", length: "60 min" });
      expect(await week.placeOf(after.name)).toMatchObject({ hour: "3:30", length: "30 min" });
    }

    // Moved by the keys into the hour that there is twice, or not at all, and by the form out of it: the hour that was meant.
    const stands = async (name: string, hour: string) => {
      for (const week of [here, there]) await expect.poll(async () => (await week.placeOf(name)).hour).toBe(hour);
    };
    await there.card(after.name).getByRole("button").first().focus();
    await there.page.keyboard.press("Shift+ArrowUp");
    for (let row = 1; row < 12; row += 1) await there.page.keyboard.press("ArrowUp");
    await expect(there.shadow).toContainText("2:30–3:00");
    await there.page.keyboard.press("Enter");
    await stands(after.name, "2:30");
    expect((await colleague.visit(after.id)).place.start).toBe(`${day}T02:30:00`);
    await there.open(after.name);
    await there.move({ hour: "04:15" });
    await there.submitMove.click();
    await there.dialog.waitFor({ state: "detached" });
    await stands(after.name, "4:15");

    // To the day before and back, on the week: the same hour on both sides of the change.
    await there.openWeek(day);
    const card = (on: string) => there.weekDay(inWords(on)).getByRole("button", { name: new RegExp(`^${across.name},.* 1:30,`) });
    for (const [key, from, to] of [
      ["ArrowLeft", day, addDays(day, -1)],
      ["ArrowRight", addDays(day, -1), day],
    ] as const) {
      await card(from).focus();
      await there.page.keyboard.press(`Shift+${key}`);
      await there.page.keyboard.press("Enter");
      await expect(card(to)).toHaveCount(1);
      await expect.poll(async () => (await colleague.visit(across.id)).place.start).toBe(`${to}T01:30:00`);
    }

    // Who came before the change has waited for as long as has gone by, whatever the clock on the wall was put to.
    const goOn = async (hour: string) => {
      await practice.kill();
      await practice.start(`${day}T${hour}`);
      for (const week of [here, there]) {
        // Nobody has heard of the session since.
        await new SignInPage(week.page).signIn(practice.person("FD"));
        await week.page.goto(`/agenda/${day}`);
        await expect(week.page.getByRole("img", { name: `Sono le ${hour.slice(1, 4)}` })).toBeVisible();
      }
    };
    await goOn(ARRIVES);
    await there.markArrival(across.name);
    await expect(here.card(across.name)).toHaveAccessibleName(/attende 0′/);
    await goOn(LATER);
    for (const week of [here, there]) {
      const minutes = async () => Number(/attende (\d+)′/.exec((await week.card(across.name).getAttribute("aria-label"))!)![1]);
      // The server has gone on for some minutes before it was put forward.
      await expect.poll(async () => Math.abs((await minutes()) - waited)).toBeLessThan(5);
    }
    colleague.leave();
    expect(await said(newYork, day)).toEqual(await said(rome, day));
  });
}

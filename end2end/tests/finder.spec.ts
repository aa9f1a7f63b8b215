import { BookingPage } from "../pages/booking_page.ts";
import { adults, book, clock, connected, spans } from "../support/given.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

const daysBetween = (one: string, other: string) => Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);

/** Monday is 1. */
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();

test("what the patient has said of times holds from the first proposal on", async ({ desk }) => {
  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.start();
  const name = await agenda.choose("rossett");
  const first = weekday((await agenda.placeFields()).day);
  await agenda.openFilters();
  for (const chip of ["lun", "mar", "mer", "gio", "ven"].filter((_, index) => index + 1 !== first)) await agenda.chip(chip);
  await expect(agenda.places.first()).toBeVisible();
  await agenda.dialog.getByRole("button", { name: "Ricorda questi orari" }).click();
  await agenda.close();
  const isKept = async () => (await snapshot(agenda.page)).some(({ row }) => `${row.surname} ${row.name}` === name && "times" in row);
  await expect.poll(isKept).toBe(true);
  // Another visit, begun afresh.
  await agenda.page.reload();
  await agenda.awaited();
  await agenda.start();
  await agenda.choose(name);
  expect(weekday((await agenda.placeFields()).day)).not.toBe(first);
});

test("any chair is looked at where the usual one is taken", async ({ desk, practice }) => {
  const day = addDays(referenceMonday(), 70);
  const client = await connected(practice, "FD");
  const chairs = client.rows("chair").filter(({ hidden }) => hidden !== true);
  const morning = (chair: Record<string, unknown>) => spans(chair, day)[0];
  const isLikewiseOpen = (one: Record<string, unknown>) => (other: Record<string, unknown>) =>
    other !== one && morning(other)?.from === morning(one)?.from && morning(other)?.to === morning(one)?.to;
  const usual = chairs.find((chair) => morning(chair) !== undefined && chairs.some(isLikewiseOpen(chair)))!;
  const { from, to } = morning(usual)!;
  const [dentist, other] = (client.rows("clinician") as { id: string; surname: string; name: string; profession: string }[]).sort((one, two) =>
    one.profession.localeCompare(two.profession),
  );
  const [first, second] = adults(client);
  // The dentist begins the day there, and somebody else has the chair for the rest of the morning.
  const at = (minute: number, minutes: number, by: { id: string }) => ({ start: `${day}T${clock(minute)}:00`, minutes, chair: String(usual.id), clinician: by.id });
  await book(client, first!.id, at(from, 30, dentist!));
  await book(client, second!.id, at(from + 30, to - from - 30, other!));
  client.drop();

  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.start();
  await agenda.choose("rossett");
  await agenda.fillPlace({ day, hour: clock(from), chair: String(usual.name), clinician: `${dentist!.surname} ${dentist!.name}` });
  await agenda.openFilters();
  await expect(agenda.places).toHaveCount(10);
  const moment = `lun ${Number(day.slice(8))}, ${clock(from + 30).replace(/^0/, "")}`;
  const earliest = agenda.places.first();
  await expect(earliest.locator("b")).not.toHaveText(moment);
  await agenda.chip("qualunque poltrona");
  await expect(earliest.locator("b")).toHaveText(moment);
  await expect(earliest.locator("small")).not.toHaveText(String(usual.name));
  // One of the two at a time; once more, and it is as before.
  await agenda.chip("solo la poltrona scelta");
  await expect(agenda.dialog.getByRole("button", { name: "qualunque poltrona" })).toHaveAttribute("aria-pressed", "false");
  await expect(agenda.places.locator("small").filter({ hasNotText: String(usual.name) })).toHaveCount(0);
  await agenda.chip("solo la poltrona scelta");
  await expect(agenda.dialog.getByRole("button", { name: "solo la poltrona scelta" })).toHaveAttribute("aria-pressed", "false");
});

test("the next step of a plan is not proposed before its time, and the visit is of that plan", async ({ desk, practice }) => {
  const client = await connected(practice, "FD");
  const soonest = addDays(referenceMonday(), 17);
  type Plan = { plan: string; last_done?: string };
  const cares = client.rows("care") as unknown as { patient: string; plans?: Plan[] }[];
  const hasVisits = (plan: string) => client.rows("appointment").some((visit) => visit.plan === plan);
  const [care, plan] = cares
    .flatMap((care) => (care.plans ?? []).map((plan) => [care, plan] as const))
    .find(([, plan]) => plan.last_done !== undefined && daysBetween(plan.last_done, soonest) < 300 && !hasVisits(plan.plan))!;
  const gap = daysBetween(plan.last_done!, soonest);

  const agenda = new BookingPage((await desk("FD")).page);
  await agenda.awaited();
  await agenda.page.goto(`/agenda?prenota=${care.patient}`);
  await agenda.dialog.waitFor();
  const before = await agenda.placeFields();
  expect(before.day < soonest).toBe(true);
  const choice = agenda.dialog.getByLabel("Ciclo di cure", { exact: true });
  await choice.selectOption({ index: 1 + care.plans!.findIndex((one) => one.plan === plan.plan) });
  await agenda.openFilters();
  const days = agenda.dialog.getByLabel("Almeno giorni dopo l’ultima seduta del ciclo");
  await days.fill(String(gap));
  await days.press("Tab");
  await expect(agenda.dialog).toContainText(new RegExp(`Non prima di \\S+ ${Number(soonest.slice(8))} \\S+: ${gap} giorni dopo l’ultima seduta`));
  await expect.poll(async () => (await agenda.placeFields()).day >= soonest).toBe(true);
  await expect(agenda.places.first()).toBeVisible();
  await agenda.places.first().click();
  const { day, hour } = await agenda.placeFields();
  expect(day >= soonest).toBe(true);
  await agenda.submit("Fissa la visita");
  const booked = () => client.rows("appointment").find((visit) => visit.plan === plan.plan);
  await client.until(() => booked() !== undefined);
  expect((booked()!.place as { start: string }).start).toBe(`${day}T${hour}:00`);

  // The step after it waits for this one.
  await agenda.page.goto(`/agenda?prenota=${care.patient}`);
  await choice.selectOption({ index: 1 + care.plans!.findIndex((one) => one.plan === plan.plan) });
  await agenda.openFilters();
  await days.fill("7");
  await days.press("Tab");
  await expect.poll(async () => (await agenda.placeFields()).day >= addDays(day, 7)).toBe(true);
  client.drop();
});

import { randomUUID } from "node:crypto";
import { CallsPage } from "../pages/calls_page.ts";
import { SetupPage } from "../pages/setup_page.ts";
import { connected, give } from "../support/given.ts";
import { withoutAge } from "../support/patients.ts";
import { MORNING, type Practice } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

interface Row {
  id: string;
  name: string;
  surname: string;
  code: string;
  payer?: string;
  contacts?: { mobile?: string; preferred?: string };
  oppositions?: { purpose?: string; channel?: string }[];
}

/** Every patient as the front desk is sent them. */
async function patients(practice: Practice): Promise<Row[]> {
  const client = await connected(practice, "FD");
  const rows = client.rows("patient") as unknown as Row[];
  client.drop();
  return rows;
}

/** The card of a patient, whether or not they are on the list. */
async function openCard(calls: CallsPage, { id, surname, name }: Row): Promise<void> {
  await calls.page.evaluate((path) => {
    history.pushState({}, "", path);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, `/chiamate/${id}`);
  await expect(calls.card).toHaveAccessibleName(`Chiamata a ${surname} ${name}`);
}

const NAMES: Record<string, string> = { whatsapp: "WhatsApp", sms: "SMS", email: "E-mail" };

test("the channel that a patient prefers is first, and each way is a link", async ({ desk, practice }) => {
  const all = await patients(practice);
  const calls = new CallsPage((await desk("FD", { layout: "narrow" })).page);
  await calls.goTo("Chiamate");
  await calls.rows.first().waitFor();
  const wantsAll = all.filter((row) => row.contacts?.mobile?.startsWith("+39") && (row.oppositions ?? []).length === 0);
  for (const channel of ["whatsapp", "sms"]) {
    await openCard(calls, wantsAll.find((row) => row.contacts?.preferred === channel)!);
    await expect(calls.ways.first()).toContainText(NAMES[channel]!);
    await expect(calls.ways.first().getByRole("link")).toHaveAccessibleName(`${NAMES[channel]}, come preferisce`);
  }
  await openCard(calls, wantsAll.find((row) => row.contacts?.preferred === "phone" || row.contacts?.preferred === undefined)!);
  await expect(calls.ways.first().getByRole("link")).toHaveAttribute("href", /^tel:\+39/);
  await expect(calls.ways.filter({ hasText: "SMS" }).getByRole("link")).toHaveAttribute("href", /^sms:\+39/);
});

test("a channel that a patient does not want is last and struck out, with the cause and without a link", async ({ desk, practice }) => {
  const client = await connected(practice, "FD");
  const all = client.rows("patient") as unknown as Row[];
  const wantsIt = all.find((row) => row.contacts?.mobile?.startsWith("+39") && row.contacts.preferred === "whatsapp" && (row.oppositions ?? []).length === 0)!;
  const calls = new CallsPage((await desk("FD", { layout: "narrow" })).page);
  await calls.goTo("Chiamate");
  await calls.rows.first().waitFor();
  await openCard(calls, wantsIt);
  await expect(calls.ways.first()).toContainText("WhatsApp");

  // Said to a colleague, for every purpose, while the card is open.
  for (const purpose of ["recalls", "care", "administration", "satisfaction"]) {
    const outcome = { is: "do_not_contact", purpose, channel: "whatsapp" };
    await give(client, "record_attempt", { attempt: randomUUID(), patient: wantsIt.id, channel: "phone", outcomes: [{ topic: "other", outcome }] });
  }
  client.drop();
  const struck = calls.ways.filter({ hasText: "WhatsApp" });
  await expect(struck.locator("s")).toHaveText("WhatsApp");
  await expect(struck).toContainText("si oppone");
  await expect(struck.getByRole("link")).toHaveCount(0);
  await expect(calls.ways.last()).toContainText("WhatsApp");
  await expect(calls.ways.first().getByRole("link")).toHaveAttribute("href", /^tel:/);
});

test("the practice sets where video calls take place, and a room tells nothing of the patient", async ({ desk, practice }) => {
  const all = await patients(practice);
  const office = await desk("DOM");
  const setup = new SetupPage(office.page);
  const { page, context } = await desk("RS", { layout: "narrow" });
  const calls = new CallsPage(page);
  await calls.rows.first().waitFor();
  const [one, other] = await calls.names(2);
  await calls.open(withoutAge(one!));
  await expect(calls.video).toHaveCount(0);

  await setup.open();
  const part = office.page.getByRole("region", { name: "Chiamate" });
  await expect(part).toContainText("Niente videochiamate.");
  await part.getByRole("button", { name: "Modifica orari e videochiamate" }).click();
  const address = part.getByLabel("Indirizzo delle videochiamate");
  await address.fill("http://meet.example.org/{codice}");
  await expect(part.getByText("Comincia con https://")).toBeVisible();
  await expect(part.getByRole("button", { name: "Salva", exact: true })).toBeDisabled();
  await address.fill("https://meet.example.org/{codice}");
  await part.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(part).toContainText("https://meet.example.org/{codice}");
  await expect(part).toContainText("salvato");

  // It is there at once on the card that is open.
  const room = /^https:\/\/meet\.example\.org\/[0-9a-f]{16}$/;
  await expect(calls.video).toHaveAttribute("href", room);
  await expect(calls.video).toHaveAttribute("target", "_blank");
  const first = (await calls.video.getAttribute("href"))!;
  for (const row of all) expect(first).not.toContain(row.id.slice(-12));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await calls.card.getByRole("button", { name: "Copia il link della videochiamata" }).click();
  await expect(calls.toast).toContainText("Link copiato");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);

  await calls.page.getByRole("link", { name: "Torna alla lista" }).click();
  await calls.open(withoutAge(other!));
  await expect(calls.video).toHaveAttribute("href", room);
  expect(await calls.video.getAttribute("href")).not.toBe(first);
});

test("outside the hours for calling the card warns, and the practice moves those hours", async ({ desk, practice }) => {
  // Just before the hour: a session ends when nothing is done for a quarter of one.
  await practice.kill();
  await practice.start(MORNING.replace("09:30", "12:55"));
  const office = await desk("OW");
  const setup = new SetupPage(office.page);
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.open(withoutAge((await calls.names(1))[0]!));
  await expect(calls.card).not.toContainText("Fuori orario");
  await practice.kill();
  await practice.start(MORNING.replace("09:30", "13:05"));
  await expect(calls.card).toContainText("Fuori orario: oggi si chiama 9:00–13:00, 15:00–19:00.", { timeout: 60_000 });
  await expect(calls.outcomes).toBeVisible();

  await setup.open();
  const part = office.page.getByRole("region", { name: "Chiamate" });
  await part.getByRole("button", { name: "Modifica orari e videochiamate" }).click();
  await part.getByLabel("lunedì, orario 1: alle").fill("14:00");
  await part.getByRole("button", { name: "Salva", exact: true }).click();
  await expect(part).toContainText("salvato");
  await expect(calls.card).not.toContainText("Fuori orario");
});

test("the latest attempts are in sight, and what may be said to a family member once one has answered", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  const calls = new CallsPage(page);
  await calls.filter("Rischio");
  await calls.open(withoutAge((await calls.names(1))[0]!));
  await calls.recordOther("Ha risposto un familiare");
  await expect(calls.latest.first()).toContainText(/ha risposto un familiare|risponde un familiare|un familiare/i);
  expect(await calls.latest.count()).toBeLessThanOrEqual(3);
  await expect(calls.card.getByText("A un familiare non si dice nulla di clinico").first()).toBeVisible();
  await calls.unfoldEarlier();
  await expect(calls.latest.first()).toBeHidden();
  await expect(calls.earlier.first().getByRole("button", { name: "Correggi l’esito" })).toBeVisible();
});

test("a family is marked as such in the list, comes together, and the list goes on where it was left", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "tablet", mouse: true });
  const calls = new CallsPage(page);
  await calls.rows.first().waitFor();
  const together = calls.rows.filter({ has: page.locator(".tag", { hasText: /^con / }) }).first();
  await expect(async () => {
    await calls.list.evaluate((list) => list.scrollBy(0, 500));
    await expect(together).toBeVisible({ timeout: 200 });
  }).toPass();
  const first = ((await together.locator(".call-row__name").textContent()) ?? "").trim();
  const tag = (await together.locator(".tag", { hasText: /^con / }).textContent())!;
  const relatives = tag.replace(/^con /, "").split(/, | e /);
  await together.getByRole("link").click();
  await expect(calls.card).toHaveAccessibleName(`Chiamata a ${first}`);
  const family = calls.card.getByRole("region", { name: "In famiglia, da chiamare anche" });
  await expect(family.getByRole("link")).toHaveCount(relatives.length);
  const position = Number(await together.getAttribute("aria-posinset"));
  const afterwards = calls.list.locator(`[aria-posinset="${position + 1}"] .call-row__name`);
  const nextOnList = ((await afterwards.textContent()) ?? "").trim();

  await calls.record("Tutto bene");
  await expect(calls.held.first()).toBeVisible();
  const called = new Set<string>();
  for (let count = 0; count < relatives.length; count++) {
    const before = (await calls.card.getAttribute("aria-label"))!;
    await calls.next.click();
    await expect(calls.card).not.toHaveAttribute("aria-label", before);
    const name = (await calls.card.getAttribute("aria-label"))!.replace("Chiamata a ", "");
    expect(relatives.some((relative) => name.endsWith(` ${relative}`))).toBe(true);
    called.add(name);
    await calls.record("Non risponde");
    await expect(calls.held.first()).toBeVisible();
  }
  expect(called.size).toBe(relatives.length);
  if (![...called].includes(nextOnList)) {
    await calls.next.click();
    await expect(calls.card).toHaveAccessibleName(`Chiamata a ${nextOnList}`);
  }
});

test("the counts of the parts agree with the rows when the list is narrowed", async ({ desk }) => {
  const { page } = await desk("FD");
  const calls = new CallsPage(page);
  await calls.goTo("Chiamate");
  await calls.rows.first().waitFor();
  const shown = async (part: string) => {
    const label = page.locator(".calls-bar__segments label", { hasText: part });
    await label.click();
    const count = Number(/\d+$/.exec(((await label.textContent()) ?? "").trim())![0]);
    if (count === 0) await expect(calls.rows).toHaveCount(0);
    else await expect(calls.rows.first()).toHaveAttribute("aria-setsize", String(count));
    return count;
  };
  const before = await shown("Da chiamare");
  await page.getByRole("button", { name: "Filtri", exact: true }).click();
  await page.getByRole("button", { name: "Mai raggiunti" }).click();
  const after = await shown("Da chiamare");
  expect(after).toBeLessThan(before);
  for (const part of ["Rimandati", "Esclusi"]) await shown(part);
});

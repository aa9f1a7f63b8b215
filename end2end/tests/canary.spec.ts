import type { BrowserContext, Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { Link } from "../support/link.ts";
import { Practice, referenceMonday } from "../support/practice.ts";
import { Profile } from "../support/profile.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

// Patients who were on the screen, their telephones and what was typed are looked for in every file of the browser's profile
// and in what the server says: in clear they stand nowhere, whatever happens to the browser.

const NOTE = "canarino giallo 7351 sul davanzale";

/** Everything that scripts of the origin could read, as texts. */
async function readable(page: Page): Promise<string> {
  const texts = await page.evaluate(async () => {
    const texts = [document.title, location.href, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat()];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => done(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((done) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => done(reading.result as unknown[]);
        });
        texts.push(...all.map((value) => JSON.stringify(value)));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request))!.text());
    }
    return texts;
  });
  return texts.join("\n");
}

function standing(text: string, needles: string[]): string[] {
  return needles.filter((needle) => text.includes(needle));
}

/** Surnames, telephones and what was typed: nothing that the program itself or a fresh browser holds. */
async function needlesOf(page: Page, names: string[]): Promise<string[]> {
  const rows = await snapshot(page);
  const shown = rows.filter(({ table, row }) => table === "patient" && names.some((name) => name.startsWith(`${row.surname} ${row.name}`)));
  const surnames = shown.map(({ row }) => row.surname!).filter((surname) => surname.length >= 7);
  const telephones = shown.flatMap(({ row }) => [...JSON.stringify(row).matchAll(/"\+?(\d{9,})"/g)].map((match) => match[1]!));
  expect(surnames.length).toBeGreaterThan(3);
  expect(telephones.length).toBeGreaterThan(3);
  return [...new Set([...surnames, ...telephones, NOTE])];
}

/** Moves a visit onto another one without a network, with a note why. */
async function overbook(agenda: AgendaPage, mine: string, theirs: string): Promise<void> {
  await agenda.open(theirs);
  await agenda.startMoving();
  const taken = {
    hour: await agenda.dialog.getByLabel("Ora", { exact: true }).inputValue(),
    chair: (await agenda.dialog.getByLabel("Poltrona").locator("option:checked").textContent())!.trim(),
  };
  await agenda.close();
  await agenda.open(mine);
  await agenda.move(taken);
  await agenda.dialog.locator("#move-reason").fill(NOTE);
}

test("nothing of a patient rests in clear: not in use, not after a crash, a restart, an expiry, a sign-out", async ({
  launchOptions,
}) => {
  test.setTimeout(420_000);
  const before = process.env.RUST_LOG;
  process.env.RUST_LOG = "debug";
  const practice = await Practice.open();
  if (before === undefined) delete process.env.RUST_LOG;
  else process.env.RUST_LOG = before;
  const link = await Link.to(() => practice.port);
  const profile = await Profile.fresh();
  const person = practice.person("FD");
  const launch = async (at = profile): Promise<[BrowserContext, Page, AgendaPage]> => {
    const context = await at.launch({ ...launchOptions, baseURL: link.origin });
    const page = context.pages()[0] ?? (await context.newPage());
    return [context, page, new AgendaPage(page)];
  };
  const copies: Profile[] = [];
  try {
    let [context, page, agenda] = await launch();
    await new SignInPage(page).signIn(person);
    await agenda.makePersonal(person.password);
    const names = await agenda.awaited();
    const needles = await needlesOf(page, names);
    const nowhere = async (when: string) => expect(await profile.find(needles), when).toEqual([]);

    // In use: the agenda, a call, unsent work with a note.
    const calls = new CallsPage(page);
    await agenda.goTo("Chiamate");
    const [called] = await calls.names(1);
    await calls.open(called!);
    await calls.recordOther("Ha un problema…");
    await calls.card.getByLabel("Che cosa riferisce").fill(NOTE); // cut off
    await agenda.goTo("Agenda");
    await agenda.cached();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    link.cut();
    await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
    await agenda.markArrival(names[0]!);
    await overbook(agenda, names[1]!, names[2]!);
    await agenda.dialog.getByRole("button", { name: "Sposta comunque" }).click();
    await expect(agenda.badge).toContainText("2 da inviare");
    await overbook(agenda, names[3]!, names[4]!); // left half-typed
    expect(standing(await readable(page), needles)).toEqual([]);

    // Killed, with the note half-typed, once the browser has brought the cache to the disk: it takes its time.
    await expect.poll(() => profile.restsInLocalStorage("richiamo.cache"), { timeout: 180_000 }).toBe(true);
    await profile.kill();
    await context.close().catch(() => {});
    await nowhere("after a crash");

    // Copied to another machine: without a network, and with one. Chromium keeps the cookie of the session of a browser that
    // was killed, so the copy is that session until it has been idle for a quarter of an hour.
    const copy = await profile.copy();
    copies.push(copy);
    let stolen: BrowserContext;
    [stolen, page, agenda] = await launch(copy);
    await page.goto("/agenda");
    await expect(agenda.unlock).toBeVisible();
    await agenda.openWith("un'altra frase lunga");
    await expect(page.getByText("La password non è corretta")).toBeVisible();
    expect(standing((await page.content()) + (await readable(page)), needles)).toEqual([]);
    await practice.kill();
    await practice.start(`${referenceMonday()}T09:55`);
    link.mend();
    await page.goto("/agenda");
    await expect(page).toHaveURL(/accedi/, { timeout: 60_000 });
    expect(standing((await page.content()) + (await readable(page)), needles)).toEqual([]);
    await stolen.close();
    expect(await copy.find(needles)).toEqual([]);

    // Started again, opened by the password, closed in order.
    link.cut();
    [context, page, agenda] = await launch();
    await page.goto("/agenda");
    await agenda.openWith(person.password);
    await expect(agenda.badge).toContainText("2 da inviare");
    await agenda.goTo("Chiamate");
    await new CallsPage(page).open(called!);
    await expect(new CallsPage(page).card).toContainText("Ritrovi risposte e appunti");
    await page.reload();
    await expect(agenda.unlock).toBeVisible();
    expect(standing(await readable(page), needles)).toEqual([]);
    await context.close();
    await nowhere("after a restart");

    // Expired.
    [context, page, agenda] = await launch();
    await page.goto("/agenda");
    await expect(agenda.unlock).toBeVisible();
    await page.evaluate(() => localStorage.setItem("richiamo.proof", String(Date.now() - 12 * 3_600_000)));
    await page.reload();
    await expect(agenda.sealed).toBeVisible();
    await expect(page.getByText("2 modifiche sono al sicuro")).toBeVisible();
    expect(standing(await readable(page), needles)).toEqual([]);
    await context.close();
    await nowhere("after an expiry");

    // Back, sent, signed out.
    link.mend();
    [context, page, agenda] = await launch();
    await new SignInPage(page).signIn(person);
    await expect(agenda.badge).not.toContainText("da inviare");
    await expect(agenda.card(names[0]!)).toHaveAccessibleName(/attende|arrivato/);
    await agenda.cached();
    await agenda.signOut();
    await expect(page).toHaveURL(/accedi/);
    expect(standing(await readable(page), needles)).toEqual([]);
    await context.close();
    await nowhere("after a sign-out");
    expect(standing(practice.log, needles), "what the server says").toEqual([]);
    expect(practice.log.length).toBeGreaterThan(0);

    // The search does find what stands there: in a table, in a journal, in another encoding.
    [context, page, agenda] = await launch();
    await page.goto("/accedi");
    await page.evaluate(async ([surname, telephone]) => {
      localStorage.setItem("planted", surname!);
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open("planted");
        opening.onupgradeneeded = () => opening.result.createObjectStore("planted");
        opening.onsuccess = () => done(opening.result);
      });
      await new Promise<void>((done) => {
        const writing = database.transaction("planted", "readwrite", { durability: "strict" });
        writing.objectStore("planted").put(`${btoa(`xx${telephone}`)} ${"plenty of text ".repeat(10_000)}`, 1);
        writing.oncomplete = () => done();
      });
      database.close();
    }, needles.filter((needle) => needle !== NOTE).reduce<string[]>((two, needle) => (/^\d/.test(needle) ? [two[0]!, needle] : [needle, two[1]!]), []));
    expect(standing(await readable(page), needles).length).toBeGreaterThan(0);
    await context.close();
    const found = (await profile.find(needles)).map((line) => line.split(": ")[1]!);
    expect(found.some((needle) => /^\d/.test(needle)), "the planted telephone, in base64").toBe(true);
    expect(found.some((needle) => !/^\d/.test(needle)), "the planted surname").toBe(true);
  } finally {
    await profile.kill();
    await link.close();
    await practice.close();
    for (const one of [profile, ...copies]) await one.drop();
  }
});

test("a shared device's profile opens nothing elsewhere", async ({ launchOptions, practice }) => {
  const link = await Link.to(() => practice.port);
  const [profile, person] = [await Profile.fresh(), practice.person("FD")];
  let context = await profile.launch({ ...launchOptions, baseURL: link.origin });
  let page = context.pages()[0]!;
  await new SignInPage(page).signIn(person);
  const needles = await needlesOf(page, await new AgendaPage(page).awaited());
  await new AgendaPage(page).cached();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.close();
  expect(await profile.find(needles)).toEqual([]);
  const copy = await profile.copy();
  link.cut();
  context = await copy.launch({ ...launchOptions, baseURL: link.origin });
  page = context.pages()[0]!;
  await page.goto("/agenda");
  await expect(new AgendaPage(page).sealed).toBeVisible();
  expect(standing((await page.content()) + (await readable(page)), needles)).toEqual([]);
  link.mend();
  await page.goto("/agenda");
  await expect(page).toHaveURL(/accedi/);
  expect(standing((await page.content()) + (await readable(page)), needles)).toEqual([]);
  await context.close();
  await link.close();
  for (const one of [profile, copy]) await one.drop();
});

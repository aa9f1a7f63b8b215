import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { snapshot } from "../support/served.ts";
import { expect, test } from "../support/test.ts";

/** What localStorage holds of the cache. */
const cacheItems = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("richiamo.cache")));

/** The keys of the person's ring, without the pair. */
const ringKeys = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name!).filter((name) => name.startsWith("richiamo-"));
    const found: { purpose: string; by_share: unknown; by_password: unknown }[] = [];
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      const all = await new Promise<string[]>((done) => {
        const reading = database.transaction("key").objectStore("key").getAll();
        reading.onsuccess = () => done(reading.result as string[]);
      });
      database.close();
      found.push(...all.map((text) => JSON.parse(text)).filter((entry) => "purpose" in entry));
    }
    return found;
  });

/** The records that wait, as they rest. */
const records = (page: Page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).map(({ name }) => name!).find((name) => name.startsWith("richiamo-"))!;
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    const all = await new Promise<string[]>((done) => {
      const reading = database.transaction("record").objectStore("record").getAll();
      reading.onsuccess = () => done(reading.result as string[]);
    });
    database.close();
    return all;
  });

const controlled = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

test("a shared device that starts without a network says so, and opens by itself", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  await controlled(page);
  await agenda.cached();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(name!);
  await expect(agenda.badge).toContainText("1 da inviare");
  await agenda.openOutbox();
  await expect(agenda.waiting.first()).toContainText("conservato su questo dispositivo");

  await page.reload();
  await expect(agenda.sealed).toBeVisible();
  await expect(page.getByText("1 modifica è al sicuro su questo dispositivo")).toBeVisible();
  await expect(page.getByText(name!.replace(/ \(\d+\)$/, ""))).toHaveCount(0);
  await page.getByRole("button", { name: "Riprova" }).click();
  await expect(agenda.sealed).toBeVisible();

  link.mend();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

test("a personal device opens without a network with the password, and with no other", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(password);
  const [name] = await agenda.awaited();
  await controlled(page);
  await agenda.cached();
  link.cut();
  await page.reload();
  await expect(agenda.unlock).toBeVisible();
  await agenda.openWith("un'altra frase lunga");
  await expect(page.getByText("La password non è corretta. Riprova.")).toBeVisible();
  // Each wrong one beyond the third makes the next wait twice as long: however slow the machine, one comes too early.
  await expect(async () => {
    await agenda.openWith("un'altra frase lunga");
    await expect(page.getByText(/Troppi tentativi/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(async () => {
    // The one before may have opened it after all, on a slow machine.
    if (await agenda.unlock.isVisible()) await agenda.openWith(password);
    await expect(agenda.card(name!)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await agenda.markArrival(name!);
  await expect(agenda.badge).toContainText("1 da inviare");

  // With a network it opens without asking, and what was done without one is there.
  link.mend();
  await page.reload();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

test("a wrong password makes no device personal, and giving it back shuts it", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await page.getByRole("button", { name: /ruolo, lingua, uscita/ }).click();
  await page.getByRole("button", { name: "Questo dispositivo è solo mio…" }).click();
  const question = page.getByRole("dialog", { name: "Questo dispositivo è solo tuo?" });
  await question.getByLabel("La tua password").fill("un'altra frase lunga");
  await question.getByRole("button", { name: "È solo mio" }).click();
  await expect(question.getByText("La password non è corretta. Riprova.")).toBeVisible();
  expect((await ringKeys(page)).filter((key) => key.by_password !== null)).toEqual([]);
  await question.getByLabel("La tua password").fill(password);
  await question.getByRole("button", { name: "È solo mio" }).click();
  await question.waitFor({ state: "detached" });
  expect((await ringKeys(page)).filter((key) => key.by_password !== null).length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Non è più solo mio" }).click();
  await expect(page.getByRole("button", { name: "Questo dispositivo è solo mio…" })).toBeVisible();
  await expect.poll(async () => (await ringKeys(page)).filter((key) => key.by_password !== null)).toEqual([]);
  await controlled(page);
  await agenda.cached();
  link.cut();
  await page.reload();
  await expect(agenda.sealed).toBeVisible();
});

test("signing out without a network wipes what is cached at once, for every tab", async ({ desk, practice }) => {
  const { page, context, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(practice.person("FD").password);
  await controlled(page);
  await agenda.cached();
  expect(await cacheItems(page)).not.toEqual([]);
  expect((await ringKeys(page)).filter(({ purpose }) => purpose === "cache")).not.toEqual([]);
  const other = await context.newPage();
  await other.goto("/agenda");
  await expect(new AgendaPage(other).cards.first()).toBeVisible();
  link.cut();
  await agenda.signOut();
  await expect(page.getByText("Il server non risponde")).toBeVisible();
  await expect(other.getByText("Il server non risponde")).toBeVisible();
  expect(await cacheItems(page)).toEqual([]);
  expect((await ringKeys(page)).filter(({ purpose }) => purpose === "cache")).toEqual([]);

  // The session that was given up is ended before anybody can use it.
  link.mend();
  await page.goto("/agenda");
  await expect(page).toHaveURL(/accedi/);
  expect((await page.request.get("/sync/snapshot")).status()).toBe(401);
});

test("unsent work waits, sealed, until its person is back, whoever comes between", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  await controlled(page);
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(name!);
  await expect(agenda.badge).toContainText("1 da inviare");
  await agenda.signOut();
  await page.getByRole("dialog").getByRole("button", { name: "Esci lo stesso" }).click();
  await expect(page.getByText("Il server non risponde")).toBeVisible();
  link.mend();
  await page.goto("/agenda");
  await expect(page).toHaveURL(/accedi/);
  await new SignInPage(page).signIn(practice.person("RS"));
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(page.getByText(/non leggibil/)).toHaveCount(0);
  await agenda.signOut();
  await expect(page).toHaveURL(/accedi/);
  await new SignInPage(page).signIn(practice.person("FD"));
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
  expect(await page.getByText(/non leggibil/).count()).toBe(0);
});

test("a chunk that was changed or moved reads as no cache", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(password);
  await controlled(page);
  await agenda.cached();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.evaluate(() => {
    const [first, second] = Object.keys(localStorage).filter((key) => /^richiamo\.cache\.[ab]\.[01]$/.test(key)).sort();
    const [one, other] = [localStorage.getItem(first!)!, localStorage.getItem(second!)!];
    localStorage.setItem(first!, other);
    localStorage.setItem(second!, one);
  });
  link.cut();
  await page.reload();
  await agenda.openWith(password);
  await expect(agenda.sealed).toBeVisible();
  link.mend();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await agenda.cached();
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (/^richiamo\.cache\.[ab]\.0$/.test(key)) localStorage.setItem(key, "{");
  });
  await page.reload();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  expect(errors).toEqual([]);
});

test("a record that does not open is counted and kept, and the others are sent", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(password);
  const [first, second] = await agenda.awaited();
  await controlled(page);
  await agenda.cached();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(first!);
  await agenda.markArrival(second!);
  await expect(agenda.badge).toContainText("2 da inviare");
  const damage = () =>
    page.evaluate(async () => {
      const name = (await indexedDB.databases()).map(({ name }) => name!).find((name) => name.startsWith("richiamo-"))!;
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
      });
      const store = database.transaction("record", "readwrite").objectStore("record");
      const [key] = await new Promise<IDBValidKey[]>((done) => {
        const reading = store.getAllKeys();
        reading.onsuccess = () => done(reading.result);
      });
      const record = await new Promise<string>((done) => {
        const reading = store.get(key!);
        reading.onsuccess = () => done(reading.result as string);
      });
      const changed = JSON.parse(record) as { mid: number };
      changed.mid += 1;
      await new Promise<void>((done) => {
        store.put(JSON.stringify(changed), key).onsuccess = () => done();
      });
      database.close();
    });
  await damage();
  await page.reload();
  await agenda.openWith(password);
  await expect(page.getByText("1 modifica non leggibile su questo dispositivo")).toBeVisible();
  await expect(agenda.badge).toContainText("1 da inviare");
  link.mend();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(second!)).toHaveAccessibleName(/attende|arrivato/);
  await page.reload();
  await expect(page.getByText("1 modifica non leggibile su questo dispositivo")).toBeVisible();
});

test("where the disk is full the program works and says what it cannot keep", async ({ desk, practice }) => {
  const { page, link } = await desk("FD", { signedOut: true });
  await page.addInitScript(() => {
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key: string, value: string) {
      if (key.startsWith("richiamo.cache")) full();
      setItem.call(this, key, value);
    };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args: [unknown, IDBValidKey?]) {
      if (this.name === "record") full();
      return put.apply(this, args);
    };
  });
  await new SignInPage(page).signIn(practice.person("FD"));
  const agenda = new AgendaPage(page);
  await expect(page.getByText("Su questo dispositivo non c’è spazio per l’agenda")).toBeVisible();
  const [name] = await agenda.awaited();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(name!);
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
  await expect(page.getByText("Questo dispositivo non riesce a conservare le ultime modifiche")).toBeVisible();
  await agenda.openOutbox();
  await expect(agenda.waiting.first()).toContainText("solo in questa pagina");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();
  link.mend();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

test("where storage is denied the program works in memory and says so", async ({ desk, practice }) => {
  const { page } = await desk("FD", { signedOut: true });
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await new SignInPage(page).signIn(practice.person("FD"));
  const agenda = new AgendaPage(page);
  await expect(page.getByText("Questo browser non conserva nulla")).toBeVisible();
  const [name] = await agenda.awaited();
  await agenda.markArrival(name!);
  await expect(agenda.badge).not.toContainText("da inviare");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
  expect(await cacheItems(page)).toEqual([]);
});

test("what the browser throws away under an open page is told, and the page works on", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  await page.evaluate(() => {
    localStorage.clear();
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    };
  });
  await agenda.markArrival(name!);
  await expect(page.getByText("Questo dispositivo non riesce a conservare le ultime modifiche")).toBeVisible();
  await expect(agenda.badge).toContainText("dal vivo");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

test("without WebCrypto the program works in memory and says so", async ({ desk, practice }) => {
  const { page } = await desk("FD", { signedOut: true });
  await page.addInitScript(() => {
    Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
  });
  await new SignInPage(page).signIn(practice.person("FD"));
  await expect(page.getByText("Questo browser non conserva nulla")).toBeVisible();
  await new AgendaPage(page).awaited();
  expect(await cacheItems(page)).toEqual([]);
});

test("a program that stops says what is safe", async ({ desk }) => {
  const { page } = await desk("FD");
  await page.addInitScript(() => {
    Crypto.prototype.getRandomValues = () => {
      throw new Error("no randomness");
    };
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Qualcosa si è fermato" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Ricarica/ })).toBeVisible();
});

test("twelve hours without proof of a session shut the day, and so does a clock that was put back", async ({
  desk,
  practice,
}) => {
  const { page, link } = await desk("FD");
  const { password } = practice.person("FD");
  const agenda = new AgendaPage(page);
  await agenda.makePersonal(password);
  const [name] = await agenda.awaited();
  await controlled(page);
  for (const hours of [-12, 1]) {
    await agenda.cached();
    link.cut();
    await page.evaluate((hours) => {
      localStorage.setItem("richiamo.proof", String(Date.now() + hours * 3_600_000));
    }, hours);
    await page.reload();
    await expect(agenda.sealed).toBeVisible();
    expect(await cacheItems(page)).toEqual([]);
    expect((await ringKeys(page)).filter(({ purpose }) => purpose === "cache")).toEqual([]);
    link.mend();
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(agenda.card(name!)).toBeVisible({ timeout: 60_000 });
  }
});

test("a page that lives past twelve hours without a network drops the day and takes it up again", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(name!);
  await expect(agenda.badge).toContainText("1 da inviare");
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 12 * 3_600_000;
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(agenda.sealed).toBeVisible();
  await expect(page.getByText("1 modifica è al sicuro su questo dispositivo")).toBeVisible();
  expect(await cacheItems(page)).toEqual([]);
  link.mend();
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/, { timeout: 60_000 });
});

test("records that an earlier version left in clear are sealed, and sent", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  const rows = await snapshot(page);
  const bare = name!.replace(/ \(\d+\)$/, "");
  const patients = rows.filter(({ table, row }) => table === "patient" && `${row.surname} ${row.name}` === bare);
  const visit = rows.find(
    ({ table, row }) =>
      table === "appointment" && row.status?.is === "booked" && patients.some((patient) => patient.row.id === row.patient),
  );
  // A page of the origin that is not the program: the database is as version 1 made it.
  await page.goto("/offline.html");
  await page.evaluate(async (appointment) => {
    const name = (await indexedDB.databases()).map(({ name }) => name!).find((name) => name.startsWith("richiamo-"))!;
    await new Promise<void>((done) => {
      indexedDB.deleteDatabase(name).onsuccess = () => done();
    });
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore("record");
        opening.result.createObjectStore("client");
      };
      opening.onsuccess = () => done(opening.result);
    });
    const client = crypto.randomUUID();
    const command = { name: "mark_appointment", args: { appointment, mark: "arrived" } };
    const record = { mutation: { mid: 1, command, at: Date.now() }, state: { is: "kept" } };
    await new Promise<void>((done) => {
      const writing = database.transaction(["record", "client"], "readwrite");
      writing.objectStore("record").put(JSON.stringify({ client, record }), `${client}/${"1".padStart(20, "0")}`);
      writing.objectStore("client").put(JSON.stringify({ client, last_mid: 1 }), client);
      writing.oncomplete = () => done();
    });
    database.close();
  }, visit!.row.id!);
  // The shares are given, but no socket: the record waits, sealed.
  let isOpen = false;
  await page.routeWebSocket("**/sync/socket", (socket) => {
    if (isOpen) socket.connectToServer();
    else void socket.close();
  });
  await page.goto("/agenda");
  await expect.poll(async () => (await records(page)).map((text) => Object.keys(JSON.parse(text) as object))).toEqual([
    ["client", "mid", "schema", "sealed"],
  ]);
  expect((await records(page)).join()).not.toContain(visit!.row.id!);
  isOpen = true;
  await page.reload();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect.poll(async () => records(page)).toEqual([]);
  await expect
    .poll(async () => (await snapshot(page)).find(({ row }) => row.id === visit!.row.id)?.row.status?.is)
    .toBe("arrived");
});

import type { Page } from "@playwright/test";

/** How long the sealed notes of calls are that rest on the device. */
export const resting = (page: Page) =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).map(({ name }) => name!).find((name) => name.startsWith("richiamo-"))!;
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    const all = await new Promise<string[]>((done) => {
      const reading = database.transaction("key").objectStore("key").getAll();
      reading.onsuccess = () => done(reading.result as string[]);
    });
    database.close();
    return all.filter((text) => "notes" in JSON.parse(text)).map((text) => text.length);
  });

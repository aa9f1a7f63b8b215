import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";

const folder = path.resolve(import.meta.dirname, "../test-results");

/** How long a page may take to say what it shows, in milliseconds. One that stands still says nothing. */
const TO_SAY = 5_000;

/** Waits for something, but not for ever: where it does not come, the error says what was waited for and what the page shows. */
export async function within<T>(milliseconds: number, what: string, page: Page | undefined, doing: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw new Error(`nothing in ${milliseconds / 1000} s`);
  });
  late.catch(() => {}); // given up as soon as the other one has come
  doing.catch(() => {}); // may still fail when nobody waits any more
  try {
    return await Promise.race([doing, late]);
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}\n${page === undefined ? "there is no page" : await state(page)}`);
  } finally {
    over.abort();
  }
}

/** What a page shows, in words and as a picture. */
async function state(page: Page): Promise<string> {
  const file = path.join(folder, `stuck-${Date.now()}.png`);
  await mkdir(folder, { recursive: true });
  const say = (asked: Promise<string | null>) =>
    Promise.race([asked, pause(TO_SAY).then(() => "no answer")]).catch((error: Error) => error.message.split("\n")[0]!);
  const [badge, text, picture] = await Promise.all([
    say(page.getByRole("button", { name: /^Stato dei dati/ }).textContent({ timeout: TO_SAY })),
    say(page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, " ").slice(0, 600))),
    say(page.screenshot({ path: file, timeout: TO_SAY }).then(() => file)),
  ]);
  return `  address ${page.url()}\n  badge ${badge}\n  text ${text}\n  picture ${picture}`;
}

import { readFile } from "node:fs/promises";
import path from "node:path";
import { CallsPage } from "../pages/calls_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { resting } from "../support/notes.ts";
import { withoutAge } from "../support/patients.ts";
import { Profile } from "../support/profile.ts";
import { expect, test } from "../support/test.ts";

const NOTE = "si è gonfiata la guancia destra da ieri sera, prende già un antidolorifico e chiede se può venire prima di pranzo";
const RESUMED = "Ritrovi risposte e appunti";

test("a call cut off by closing the laptop is on the card again, for the same person alone, until it is written down", async ({
  practice,
  launchOptions,
}) => {
  const profile = await Profile.fresh();
  const launch = () => profile.launch({ ...launchOptions, baseURL: practice.origin });
  try {
    let context = await launch();
    let page = context.pages()[0]!;
    await new SignInPage(page).signIn(practice.person("RS"));
    let calls = new CallsPage(page);
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    const [first, second] = (await calls.names(2)).map(withoutAge);
    await calls.open(first!);
    const yes = () => calls.card.getByRole("button", { name: "Sì" }).first();
    const no = () => calls.card.getByRole("button", { name: "No", exact: true }).nth(1);
    await yes().click();
    await no().click();
    await calls.page.getByRole("button", { name: "Ha un problema", exact: true }).click();
    const question = () => calls.card.getByLabel("Che cosa riferisce");
    await expect(question()).toHaveValue(/^Sì a: /);
    await question().pressSequentially(` ${NOTE}`);
    await expect.poll(async () => Math.max(0, ...(await resting(page))), { timeout: 20_000 }).toBeGreaterThan(NOTE.length);
    const typed = await question().inputValue();
    // The last letters are on their way to the disk.
    let length = -1;
    await expect
      .poll(async () => {
        const [before, now] = [length, Math.max(...(await resting(page)))];
        length = now;
        return now === before;
      }, { intervals: [500] })
      .toBe(true);
    // Chromium brings the session's cookie to the disk half a minute later; without it the person is another session, for which
    // nothing of the one before opens.
    const cookies = () => readFile(path.join(profile.folder, "Default/Cookies"), "latin1").catch(() => "");
    await expect.poll(async () => (await cookies()).includes("127.0.0.1richiamo"), { timeout: 90_000 }).toBe(true);
    await profile.kill();
    await context.close().catch(() => {});

    context = await launch();
    page = context.pages()[0]!;
    calls = new CallsPage(page);
    await page.goto("/chiamate");
    await calls.filter("Igiene");
    await calls.open(first!);
    await expect(calls.card).toContainText(RESUMED);
    await expect(yes()).toHaveAttribute("aria-pressed", "true");
    await expect(no()).toHaveAttribute("aria-pressed", "true");
    await calls.page.getByRole("button", { name: "Ha un problema", exact: true }).click();
    await expect(question()).toHaveValue(typed);

    // What is not wanted goes, and so does what is written down.
    await calls.card.getByRole("button", { name: "Ricomincia" }).click();
    await expect(calls.card).not.toContainText(RESUMED);
    await expect(yes()).toHaveAttribute("aria-pressed", "false");
    await yes().click();
    await expect.poll(async () => (await resting(page)).length).toBe(1);
    await calls.record("Non risponde");
    await expect.poll(async () => (await resting(page)).length).toBe(0);

    // Another person on the same device finds nothing of it.
    await page.goto("/chiamate");
    await calls.filter("Igiene");
    await calls.open(second!);
    await yes().click();
    await expect.poll(async () => (await resting(page)).length).toBe(1);
    await page.reload();
    await expect(calls.card).toContainText(RESUMED);
    await calls.signOut();
    await expect(page).toHaveURL(/accedi/);
    expect(await resting(page)).toEqual([]);
    await new SignInPage(page).signIn(practice.person("FD"));
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    await calls.open(second!);
    await expect(yes()).toHaveAttribute("aria-pressed", "false");
    await expect(calls.card).not.toContainText(RESUMED);
    await context.close();
  } finally {
    await profile.kill();
    await profile.drop();
  }
});

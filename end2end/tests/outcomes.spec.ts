import { CallsPage } from "../pages/calls_page.ts";
import { PlainClient } from "../support/plain_client.ts";
import { withoutAge } from "../support/patients.ts";
import { MORNING } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

const NARROW = { width: 480, height: 900 };

/** Twenty calls in a row from an open card: what each comes to, and how the next one is taken. No two are of one patient. */
async function twentyCalls(calls: CallsPage, say: (call: number) => Promise<void>, goOn: () => Promise<void>): Promise<void> {
  const called = new Set<string>();
  for (let call = 0; call < 20; call++) {
    const label = (await calls.card.getAttribute("aria-label"))!;
    called.add(label);
    const attempts = async () => (await calls.latest.allTextContents()).join();
    const before = await attempts();
    await say(call);
    await expect.poll(attempts).not.toBe(before);
    await goOn();
    await expect(calls.card).not.toHaveAttribute("aria-label", label);
  }
  expect(called.size).toBe(20);
  await expect(calls.badge).toContainText("dal vivo");
}

test("twenty calls in a row by the keyboard alone", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  await page.setViewportSize(NARROW);
  const calls = new CallsPage(page);
  await calls.rows.first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await calls.card.waitFor();
  // The usual outcomes, rarer ones, a promise, a visit: at most three keys.
  const ways = [["5"], ["6"], ["7", "2"], ["4", "1"], ["1"], ["3", "1", "Enter"]];
  const press = async (keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await twentyCalls(
    calls,
    async (call) => {
      const [first, ...others] = ways[call % ways.length]!;
      await press([first!]);
      // A panel takes the focus as it opens, and places are looked for.
      if (others.length > 0) await calls.card.locator(".call-panel button").nth(1).waitFor();
      await press(others);
    },
    () => press(["n"]),
  );
});

test("twenty calls in a row by touch, at most three taps each, in a window 480 pixels wide", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow", mouse: false });
  await page.setViewportSize(NARROW);
  const calls = new CallsPage(page);
  await calls.rows.first().getByRole("link").first().tap();
  await calls.card.waitFor();
  const panel = calls.card.locator(".call-panel");
  const ways = [["Non risponde"], ["Occupato"], ["Altro esito", "Segreteria telefonica"], ["Richiamare il…", /\d/], ["Altro esito", "Ha un problema…", /Tra 1 ora/]];
  const tap = async (steps: (string | RegExp)[]) => {
    expect(steps.length, "taps from the open card").toBeLessThanOrEqual(3);
    for (const [place, name] of steps.entries()) await (place === 0 ? calls.outcomes : panel).getByRole("button", { name }).first().tap();
  };
  await twentyCalls(calls, (call) => tap(ways[call % ways.length]!), () => calls.next.tap());
});

test("every rarer outcome takes three taps, and says what follows", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow", mouse: false });
  await page.setViewportSize(NARROW);
  const calls = new CallsPage(page);
  /** Opens somebody with a reason, taps, and answers with how many taps it took. */
  const taps = async (filter: string, ...steps: (string | RegExp)[]) => {
    await page.goto("/chiamate");
    await calls.filter(filter);
    await calls.open(withoutAge((await calls.names(1))[0]!));
    await calls.outcomes.getByRole("button", { name: "Altro esito" }).tap();
    for (const step of steps) await calls.card.locator(".call-panel").getByRole("button", { name: step }).first().tap();
    return steps.length + 1;
  };
  const said = (words: string | RegExp) => expect(calls.held.filter({ hasText: words }).first()).toBeVisible();
  expect(await taps("Igiene", "Non prima del…", /\d{4}|\w+ \d+/)).toBeLessThanOrEqual(3);
  await said("richiamo disattivato");
  expect(await taps("Saldo/Rate", "Promette di pagare…", /\d/)).toBeLessThanOrEqual(3);
  await said("ha promesso di pagare");
  expect(await taps("Saldo/Rate", "Contesta l’importo")).toBeLessThanOrEqual(3);
  await said("importo contestato");
  expect(await taps("Piani", "Ci pensa")).toBeLessThanOrEqual(3);
  await said("ci sta pensando");
  expect(await taps("Igiene", "Non vuole proseguire")).toBeLessThanOrEqual(3);
  await said("non vuole proseguire");
  expect(await taps("Igiene", "Non vuole essere contattato…", "In nessun modo")).toBeLessThanOrEqual(3);
  await said("non vuole essere contattato");
  expect(await taps("Igiene", "Segnalato trasferito")).toBeLessThanOrEqual(3);
  await said("da verificare");
  expect(await taps("Igiene", "Segnalato deceduto")).toBeLessThanOrEqual(3);
  await said("da verificare");
  expect(await taps("Igiene", "Numero errato")).toBeLessThanOrEqual(3);
  await said("numero errato");
  expect(await taps("Igiene", "Ha risposto un familiare")).toBeLessThanOrEqual(3);
  await said("provato oggi");
  expect(await taps("Saldo/Rate", "Chiede più tempo per pagare…", /\d/)).toBeLessThanOrEqual(3);
  await said(/ha promesso di pagare|aspetta la direzione/);
});

test("a wrong outcome is corrected on the day, and what it was stays in sight", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow" });
  const calls = new CallsPage(page);
  const other = new CallsPage((await desk("FD")).page);
  await calls.filter("Igiene");
  const name = withoutAge((await calls.names(1))[0]!);
  await calls.open(name);
  await calls.record("Non risponde");
  await expect(calls.held.filter({ hasText: "già provato oggi" }).first()).toBeVisible();
  await calls.unfoldEarlier();
  await calls.earlier.first().getByRole("button", { name: "Correggi l’esito" }).click();
  await expect(calls.card).toContainText("Stai correggendo");
  await calls.record("Tutto bene");
  await expect(calls.earlier.first()).toContainText(/Prima: .*non risponde/);
  await expect(calls.held.filter({ hasText: "già sentito oggi" }).first()).toBeVisible();

  await other.goTo("Chiamate");
  await other.page.goto(page.url().replace(/^https?:\/\/[^/]+/, ""));
  await other.unfoldEarlier();
  await expect(other.earlier.first()).toContainText(/Prima: .*non risponde/);
  await expect(other.earlier.first().getByRole("button", { name: "Correggi l’esito" })).toHaveCount(0);
});

test("a promise becomes overdue on every screen, and goes from hand to hand with a count", async ({ desk, practice }) => {
  const one = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  const two = new CallsPage((await desk("FD")).page);
  const three = new CallsPage((await desk("DCM", { layout: "phone" })).page);
  await one.filter("Igiene");
  const name = withoutAge((await one.names(1))[0]!);
  await one.open(name);
  await one.record("Richiamare il…");
  const panel = one.panel("Quando richiamare");
  await panel.getByLabel("Che cosa prometti").fill("la risposta sul preventivo");
  await panel.getByLabel("Un’altra ora").fill(MORNING.replace("09:30", "09:40"));
  await panel.getByRole("button", { name: "Prometti" }).click();
  await expect(one.card).toContainText("Promesso da");
  await expect(one.badge).toContainText("dal vivo");
  for (const calls of [two, three]) {
    await calls.goTo("Chiamate");
    await calls.filter("Promesse");
    await expect(calls.row(name)).toContainText("9:40");
    await expect(calls.row(name)).not.toContainText("Promessa scaduta");
  }

  // The hour goes by.
  await practice.kill();
  await practice.start(MORNING.replace("09:30", "09:42"));
  await expect(one.card).toContainText("Promessa scaduta", { timeout: 60_000 });
  for (const calls of [two, three]) await expect(calls.row(name)).toContainText("Promessa scaduta", { timeout: 60_000 });
  await two.open(name);
  await expect(two.card).toContainText("«la risposta sul preventivo»");
  await expect(two.card).toContainText("Promesso da");
  await two.card.getByRole("button", { name: "Passa a…" }).click();
  await two.panel("A chi passa la promessa").getByLabel("Due parole").fill("la conosco da anni");
  await two.panel("A chi passa la promessa").getByRole("button", { name: "La tengo io" }).click();
  await three.open(name);
  await expect(three.card).toContainText("(1 passaggio)");
});

test("two secretaries race for one patient: the second takes the call over with a word, and the first is told", async ({ desk }) => {
  const first = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  const second = new CallsPage((await desk("FD")).page);
  const name = withoutAge((await first.names(1))[0]!);
  await first.open(name);
  await second.goTo("Chiamate");
  await second.open(name);
  await expect(second.card).toContainText("sta chiamando dalle");
  await second.card.getByText("Prendi tu la chiamata…").click();
  await second.card.getByLabel(/^Due parole a /).fill("l’ho qui davanti");
  await second.card.getByRole("button", { name: "Prendila" }).click();
  await expect(first.card.getByRole("alert")).toContainText("«l’ho qui davanti»");
  await expect(second.card).not.toContainText("sta chiamando dalle");
});

test("who else of the family is to be called stands on the card, and is one tap away", async ({ desk, practice }) => {
  const client = new PlainClient(practice.origin);
  const { login, password } = practice.person("FD");
  await client.signIn(login, password);
  await client.connect();
  const payerOf = new Map(client.rows("patient").map(({ id, payer }) => [String(id), String(payer ?? id)]));
  client.drop();
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.rows.first().waitFor();
  const paidFor = [...payerOf].filter(([id, payer]) => payer !== id && payerOf.has(payer)).slice(0, 25);
  const family = calls.card.getByRole("region", { name: "In famiglia, da chiamare anche" });
  const link = family.getByRole("link").first();
  for (const [id] of paidFor) {
    await calls.page.evaluate((path) => history.pushState({}, "", path), `/chiamate/${id}`);
    await calls.page.evaluate(() => window.dispatchEvent(new PopStateEvent("popstate")));
    await expect(calls.card).toBeVisible();
    if (await link.isVisible()) break;
  }
  const relative = (await link.textContent())!;
  await link.click();
  await expect(calls.card).toHaveAccessibleName(`Chiamata a ${relative}`);
});

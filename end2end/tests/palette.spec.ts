import { AgendaPage } from "../pages/agenda_page.ts";
import { PalettePage } from "../pages/palette_page.ts";
import { type Held, exported, held, plain, withoutAge } from "../support/patients.ts";
import { addDays, referenceMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

const full = ({ surname, name }: { surname: string; name: string }) => `${surname} ${name}`;

/** Those of whom there is only one. */
function unique(patients: Held[]): Held[] {
  const count = new Map<string, number>();
  for (const patient of patients) count.set(full(patient), (count.get(full(patient)) ?? 0) + 1);
  return patients.filter((patient) => count.get(full(patient)) === 1 && patient.standing === "active");
}

/** As people in Italy write a day. */
const italian = (day: string) => day.split("-").reverse().join("/");

test("a patient is found by a hurried part of the name, by number and by birth date", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  await expect(palette.badge).toContainText("dal vivo");
  const here = unique(await held(page));
  const accented = here.find(({ surname, name }) => /[àèéìòù]/.test(name) && surname.length > 5)!;
  const apostrophe = here.find(({ surname }) => /^[A-Z]\w*'/.test(surname))!;
  const reachable = here.find(({ born, contacts }) => born !== undefined && /^\+393\d{9}$/.test(contacts?.mobile ?? ""))!;

  await palette.open();
  await palette.type(`${plain(accented.name)} ${plain(accented.surname).slice(0, 5)}`);
  await expect(palette.part("Pazienti").filter({ hasText: full(accented) })).toHaveCount(1);
  await palette.type(plain(full(apostrophe)));
  await expect(palette.part("Pazienti").first()).toContainText(full(apostrophe));
  await palette.type(full(apostrophe).replace("'", " ").toUpperCase());
  await expect(palette.part("Pazienti").first()).toContainText(full(apostrophe));

  const mobile = reachable.contacts!.mobile!;
  await palette.type(`${mobile.slice(3, 6)} ${mobile.slice(6, 9)} ${mobile.slice(9)}`);
  await expect(palette.part("Pazienti").filter({ hasText: full(reachable) })).toHaveCount(1);
  for (const date of [italian(reachable.born!), reachable.born!, italian(reachable.born!).replaceAll("/", "")]) {
    await palette.type(date);
    await expect(palette.part("Pazienti").filter({ hasText: full(reachable) }), date).toHaveCount(1);
  }
});

test("a patient whom no device holds is found by the tax code, which only the server knows", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  await expect(palette.badge).toContainText("dal vivo");
  await palette.open();
  const codes = new Set((await held(page)).map(({ code }) => code));
  const elsewhere = exported().find(({ code, taxCode, surname }) => !codes.has(code) && taxCode.length === 16 && surname.length > 5)!;
  await palette.type(elsewhere.taxCode.slice(0, 11).toLowerCase());
  await expect(palette.selected).toContainText(full(elsewhere));
  await page.keyboard.press("Enter");
  await expect(palette.sheet).toContainText(full(elsewhere));
  await expect(palette.sheet).toContainText("Non ha appuntamenti in questi giorni");
  await expect(palette.dialog).toHaveCount(0);
});

test("homonyms are told apart by the birth date, and by the code where that is not seen", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  const here = await held(page);
  const pair = here.filter((one) => one.born !== undefined && here.some((other) => other.id !== one.id && full(other) === full(one) && other.born !== one.born));
  const [first] = pair;
  const same = pair.filter((other) => full(other) === full(first!));
  await palette.open();
  await palette.type(full(first!));
  const rows = palette.part("Pazienti").filter({ hasText: full(first!) });
  for (const { born } of same) await expect(rows.filter({ hasText: born!.slice(0, 4) })).not.toHaveCount(0);

  const owner = await desk("OW");
  const theirs = new PalettePage(owner.page);
  await theirs.open();
  await theirs.type(full(first!));
  const coded = theirs.part("Pazienti").filter({ hasText: full(first!) });
  for (const { code } of same) await expect(coded.filter({ hasText: code })).toHaveCount(1);
  await expect(coded.first()).not.toContainText("n. ");
});

for (const role of ["OW", "DOM"]) {
  test(`who does not see birth dates, numbers or tax codes does not find by them: ${role}`, async ({ desk }) => {
    const known = unique(await held((await desk("FD")).page)).find(({ born, contacts }) => born !== undefined && /^\+393\d{9}$/.test(contacts?.mobile ?? ""))!;
    const { taxCode } = exported().find(({ code }) => code === known.code)!;
    const { page } = await desk(role);
    const palette = new PalettePage(page);
    await expect(palette.badge).toContainText("dal vivo");
    await palette.open();
    await palette.type(full(known));
    await expect(palette.part("Pazienti").first()).toContainText(full(known));
    const answered = (typed: string) =>
      page.waitForResponse((answer) => answer.url().endsWith("/sync/search") && answer.request().postData() === JSON.stringify({ query: typed }));
    for (const typed of [italian(known.born!), known.born!, taxCode.slice(0, 12), ...(role === "OW" ? [known.contacts!.mobile!.slice(3)] : [])]) {
      const answer = answered(typed);
      await palette.type(typed);
      expect(await (await answer).json(), typed).toEqual({ patients: [], more: 0 });
      await expect(palette.part("Pazienti"), typed).toHaveCount(0);
    }
  });
}

test("with the keyboard alone: a patient, the sheet, a visit, a day, a command", async ({ desk }) => {
  const { page } = await desk("FD", { mouse: true });
  const agenda = new AgendaPage(page);
  const palette = new PalettePage(page);
  const awaited = withoutAge((await agenda.awaited())[0]!);
  await palette.open();
  await expect(palette.field).toBeFocused();
  await page.keyboard.type(plain(awaited).slice(0, 12));
  await expect(palette.part("Pazienti").first()).toBeVisible();
  const top = await palette.selected.textContent();
  await page.keyboard.press("End");
  await expect(palette.options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(palette.selected).toHaveText(top!);
  await page.keyboard.press("ArrowUp");
  await expect(palette.options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(palette.options.first()).toHaveAttribute("aria-selected", "true");
  const active = await palette.field.getAttribute("aria-activedescendant");
  await expect(palette.selected).toHaveAttribute("id", active!);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("dialog, body")?.tagName)).toBe("DIALOG");
  await palette.shut();

  await palette.open();
  await page.keyboard.type(plain(awaited));
  await page.keyboard.press("Enter");
  await expect(palette.sheet).toContainText(awaited);
  expect(new URL(page.url()).searchParams.get("paziente")).not.toBeNull();
  await palette.sheet.getByRole("link", { name: /prenotato|confermato/ }).first().press("Enter");
  await expect(agenda.dialog).toContainText(awaited);
  await expect(palette.sheet).toHaveCount(0);

  // Over an open window: it goes with what is left.
  const wednesday = addDays(referenceMonday(), 9);
  await palette.open();
  await page.keyboard.type(italian(wednesday).slice(0, 5));
  await expect(palette.part("Giorni")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/agenda/${wednesday}$`));
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await palette.open();
  await page.keyboard.type("chiamate da");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/chiamate$/);
  await palette.open();
  await page.keyboard.type("domani");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/agenda/${addDays(referenceMonday(), 1)}$`));

  await palette.open();
  await page.keyboard.type("aspetto scuro");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog", { name: "Tasti rapidi" })).toContainText("Ctrl/⌘ K");
});

test("a clinician leads to the columns, and a colleague to what they look at", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  const agenda = new AgendaPage(page);
  await agenda.awaited();
  await palette.tapOpen();
  await palette.type("dell'acqua ter");
  await palette.part("Persone dello studio").filter({ hasText: "Teresa" }).click();
  await expect(agenda.view).toHaveText("Operatori");

  await palette.tapOpen();
  await palette.type("giorgia zen");
  await expect(palette.part("Persone dello studio")).toContainText("nulla da aprire adesso");
  await expect(palette.part("Persone dello studio")).toHaveAttribute("aria-disabled", "true");
  await palette.shut();
  const colleague = await desk("RS");
  await colleague.page.goto(`/agenda/${addDays(referenceMonday(), 2)}`);
  await expect(agenda.colleagues).toContainText("Giorgia Zen");
  await palette.tapOpen();
  const person = palette.part("Persone dello studio");
  // What is offered is of the moment in which it is typed.
  await expect
    .poll(async () => {
      await palette.type("giorgia");
      await palette.type("giorgia zen");
      return person.getAttribute("aria-disabled");
    })
    .toBeNull();
  await person.click();
  await expect(page).toHaveURL(new RegExp(`/agenda/${addDays(referenceMonday(), 2)}$`));
});

test("without a network this device's rows are searched, and the palette says so", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const palette = new PalettePage(page);
  await expect(palette.badge).toContainText("dal vivo");
  const everybody = await held(page);
  const known = unique(everybody)[0]!;
  const codes = new Set(everybody.map(({ code }) => code));
  const elsewhere = exported().find(({ code, taxCode, surname }) => !codes.has(code) && taxCode.length === 16 && surname.length > 5)!;
  link.cut();
  await expect(palette.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await palette.open();
  await expect(palette.note).toContainText("Senza rete: solo ciò che è su questo dispositivo; il codice fiscale si cerca solo con la rete.");
  await palette.type(plain(full(known)));
  await expect(palette.part("Pazienti").first()).toContainText(full(known));
  await palette.type(elsewhere.taxCode);
  await expect(palette.options).toHaveCount(0);
  await expect(palette.dialog).toContainText("Nessun risultato");

  // What stands there is asked as soon as it can be.
  link.mend();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(palette.selected).toContainText(full(elsewhere), { timeout: 60_000 });
  await expect(palette.note).toBeHidden();
});

test("where names are hidden the palette shows initials, and what was chosen last comes first", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  const agenda = new AgendaPage(page);
  const awaited = withoutAge((await agenda.awaited())[0]!);
  await palette.tapOpen();
  await palette.type(awaited);
  await palette.part("Pazienti").first().click();
  await expect(palette.sheet).toContainText(awaited);
  await palette.shutSheet();
  await palette.tapOpen();
  await expect(palette.part("Aperti da poco").first()).toContainText(awaited);
  await palette.type("nascondi");
  await palette.part("Comandi").first().click();
  await palette.tapOpen();
  await expect(palette.part("Aperti da poco").first()).not.toContainText(awaited.split(" ")[0]!);
  await palette.type(awaited);
  await expect(palette.part("Pazienti").first()).not.toContainText(awaited.split(" ")[0]!);
  await expect(palette.part("Pazienti").first()).toContainText(/^[A-Z]\. [A-Z]\./);
});

test("a late answer of the server does not move the row that is selected", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  await expect(palette.badge).toContainText("dal vivo");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/sync/search", async (route) => {
    await held;
    await route.continue();
  });
  await palette.open();
  await page.keyboard.type("ros");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const selected = await palette.selected.getAttribute("id");
  const before = await palette.options.evaluateAll((rows) => rows.map((row) => row.id));
  const box = await palette.selected.boundingBox();
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/sync/search") && answer.request().postData()!.includes('"ros"'));
  release();
  const { patients } = (await (await answered).json()) as { patients: { id: string }[] };
  const extra = patients.map(({ id }) => `palette-patient-${id}`).find((id) => !before.includes(id))!;
  expect(extra, "the server knows more").toBeDefined();
  await expect(palette.dialog.locator(`#${extra}`)).toHaveCount(1);
  await expect(palette.selected).toHaveAttribute("id", selected!);
  expect(await palette.selected.boundingBox()).toEqual(box);
});

test("a sheet has a lasting address, also of somebody whom the device does not hold", async ({ desk }) => {
  const { page } = await desk("FD");
  const palette = new PalettePage(page);
  await expect(palette.badge).toContainText("dal vivo");
  const known = unique(await held(page))[0]!;
  await page.goto(`/pazienti/${known.id}`);
  await expect(palette.sheet).toContainText(full(known));
  await palette.shutSheet();
  await expect(page).toHaveURL(/\/agenda$/);

  const codes = new Set((await held(page)).map(({ code }) => code));
  const elsewhere = exported().find(({ code, surname }) => !codes.has(code) && surname.length > 5)!;
  const found = await page.request.post("/sync/search", { data: { query: elsewhere.code }, headers: { origin: new URL(page.url()).origin } });
  const [{ id }] = ((await found.json()) as { patients: [{ id: string }] }).patients;
  await page.goto(`/pazienti/${id}`);
  await expect(palette.sheet).toContainText(full(elsewhere));
  await page.goto("/pazienti/00000000-0000-7000-8000-000000000000");
  await expect(palette.sheet).toContainText("Questo paziente non c’è");
});

test("commands lead to a new visit, the week, the month, absences, requests and the setup, for whoever may", async ({ desk }) => {
  const { page } = await desk("DOM", { mouse: true });
  const palette = new PalettePage(page);
  const agenda = new AgendaPage(page);
  await agenda.cards.first().waitFor();
  const choose = async (typed: string) => {
    await palette.open();
    await page.keyboard.type(typed);
    await expect(palette.part("Comandi").first()).toBeVisible();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(palette.dialog).toHaveCount(0);
  };
  await choose("settimana");
  await expect(page).toHaveURL(new RegExp(`/agenda/settimana/${referenceMonday()}$`));
  await choose("mese");
  await expect(page).toHaveURL(new RegExp(`/agenda/mese/${referenceMonday().slice(0, 7)}$`));
  await choose("prenota");
  await expect(page).toHaveURL(/\/agenda\/mese\/[\d-]+\?prenota=nuova$/);
  await expect(agenda.dialog).toBeVisible();
  await choose("ferie");
  await expect(page).toHaveURL(/\/assenze$/);
  await expect(agenda.dialog).toHaveCount(0);
  await choose("impostazioni");
  await expect(page).toHaveURL(/\/impostazioni$/);
  await choose("richieste");
  await expect(page).toHaveURL(/\/richieste$/);

  // In English too.
  await choose("english");
  await page.keyboard.press("Control+k");
  const commands = page.getByRole("dialog").getByRole("option");
  await page.keyboard.type("month");
  await expect(commands.last()).toContainText("Month");
});

test("no command is offered that the role may not use", async ({ desk }) => {
  const offered = async (role: string) => {
    const palette = new PalettePage((await desk(role)).page);
    await palette.tapOpen();
    return (await palette.part("Comandi").allTextContents()).join();
  };
  const desks = await offered("FD");
  expect(desks).toContain("Prenota una visita");
  expect(desks).toContain("Richieste dei pazienti");
  expect(desks).toContain("Assenze e giorni chiusi");
  expect(desks).not.toContain("Impostazioni dello studio");
  const owners = await offered("OW");
  expect(owners).not.toContain("Prenota una visita");
  expect(owners).not.toContain("Richieste dei pazienti");
  expect(owners).toContain("Assenze e giorni chiusi");
  expect(owners).toContain("Impostazioni dello studio");
  const dentists = await offered("DE");
  expect(dentists).toContain("Assenze e giorni chiusi");
  expect(dentists).not.toContain("Impostazioni dello studio");
});

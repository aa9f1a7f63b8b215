import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

const notes = (page: Page) => page.getByRole("region", { name: "Note del giorno" });

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Aggiungi una nota del giorno" }).click();
  await page.getByLabel("Nota del giorno", { exact: true }).fill(text);
  await page.keyboard.press("Enter");
}

test("a note of the day is written with Enter, seen by everybody, struck out, and written again", async ({ desk }) => {
  const { page } = await desk("FD");
  const other = (await desk("DE")).page;
  await new AgendaPage(page).awaited();
  await write(page, "Alle 11 passa il tecnico dell’autoclave");
  const note = notes(page).getByRole("listitem");
  await expect(note).toContainText("autoclave");
  await expect(note).toContainText("salvato");
  await expect(notes(other).getByRole("listitem")).toContainText("autoclave");
  await expect(notes(other).getByRole("listitem")).toHaveAttribute("title", /, .*\d:\d\d/);
  // Of that day, and of no other.
  await other.goto("/agenda");
  await other.getByRole("button", { name: "Giorno dopo" }).click();
  await expect(notes(other).getByRole("listitem")).toHaveCount(0);
  await other.getByRole("button", { name: "Giorno prima" }).click();
  await other.getByRole("button", { name: /^Cancella la nota: Alle 11/ }).click();
  await new AgendaPage(other).holdNews();
  await expect(notes(page).getByRole("listitem")).toHaveCount(0);
  await new AgendaPage(other).undo();
  await expect(notes(page).getByRole("listitem")).toContainText("autoclave");
});

test("without a network a note is kept and arrives", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const other = (await desk("RS")).page;
  await new AgendaPage(other).goTo("Agenda");
  const agenda = new AgendaPage(page);
  await agenda.awaited();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await write(page, "Manca la corrente in sala 2");
  await expect(notes(page).getByRole("listitem")).toContainText("tenuto su questo dispositivo");
  link.mend();
  await expect(notes(other).getByRole("listitem")).toContainText("Manca la corrente", { timeout: 60_000 });
});

test("the notes are on the sheet of the day, which is one sheet still", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  await agenda.awaited();
  for (const text of ["Alle 11 passa il tecnico dell’autoclave", "Oggi niente bancomat fino alle 10: contanti o bonifico", "Consegna guanti nel pomeriggio"]) await write(page, text);
  await expect(notes(page).getByRole("listitem")).toHaveCount(3);
  for (const landscape of [true, false]) {
    const sheet = (await page.pdf({ format: "A4", landscape, printBackground: true, preferCSSPageSize: true })).toString("latin1");
    expect(sheet.match(/\/Type\s*\/Page\b/g), `landscape ${landscape}`).toHaveLength(1);
  }
  await page.emulateMedia({ media: "print" });
  await expect(notes(page)).toContainText("autoclave");
  await expect(page.getByRole("button", { name: "Aggiungi una nota del giorno" })).toBeHidden();
});

test("whoever only reads the agenda reads its notes", async ({ desk }) => {
  const { page } = await desk("OW");
  await expect(notes(page)).toBeAttached();
  await expect(page.getByRole("button", { name: "Aggiungi una nota del giorno" })).toHaveCount(0);
});

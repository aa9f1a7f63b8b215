import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

test("the day is shown by clinician with the same visits, and the choice is remembered", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  await agenda.awaited();
  const before = await agenda.names();
  await expect(agenda.columnHeads.first()).toContainText("Poltrona");
  await agenda.showBy("Operatori");
  await expect(agenda.columnHeads.first()).not.toContainText(/^Poltrona/);
  expect((await agenda.names()).sort()).toEqual(before.sort());
  await page.reload();
  await agenda.awaited();
  await expect(agenda.view).toHaveText("Operatori");
  await agenda.showBy("Poltrone");
  await expect(agenda.columnHeads.first()).toContainText("Poltrona");
});

test("the day is one sheet of paper, lying or standing, by chair or by clinician, with names or without", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  const [name] = await agenda.awaited();
  for (const view of ["Poltrone", "Operatori"] as const) {
    await agenda.showBy(view);
    for (const landscape of [true, false]) {
      const sheet = (await page.pdf({ format: "A4", landscape, printBackground: true, preferCSSPageSize: true })).toString("latin1");
      expect(sheet.match(/\/Type\s*\/Page\b/g), `${view}, landscape ${landscape}`).toHaveLength(1);
    }
  }
  await page.emulateMedia({ media: "print" });
  await expect(agenda.day).toContainText(name!);
  await expect(page.getByRole("navigation")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Nascondi i nomi" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(agenda.day).not.toContainText(name!);
});

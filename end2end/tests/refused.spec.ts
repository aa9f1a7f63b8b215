import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

test("a move that lost its place comes back with the reason and what was typed", async ({ desk }) => {
  const late = await desk("FD");
  const agenda = new AgendaPage(late.page);
  const quick = new AgendaPage((await desk("RS")).page);
  await quick.goTo("Agenda");
  const [mine, theirs] = await agenda.awaited();

  await agenda.open(mine!);
  await agenda.move({});
  const place = agenda.dialog.getByRole("group", { name: /posti liberi/i }).getByRole("button").first();
  await place.click();
  const day = await agenda.dialog.getByLabel("Giorno").inputValue();
  const hour = await agenda.dialog.getByLabel("Ora", { exact: true }).inputValue();
  const chair = await agenda.dialog.getByLabel("Poltrona").locator("option:checked").textContent();
  const clinician = await agenda.dialog.getByLabel("Operatore").locator("option:checked").textContent();

  late.link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.submitMove.click();
  await expect(agenda.badge).toContainText("1 da inviare");

  await quick.open(theirs!);
  await quick.move({ day, hour, chair: chair!.trim(), clinician: clinician!.trim() });
  await quick.submitMove.click();
  await expect(quick.dialog).toHaveCount(0);
  await expect(quick.badge).toContainText("dal vivo");

  late.link.mend();
  await expect(agenda.badge).toContainText("1 da risolvere", { timeout: 60_000 });
  await agenda.openOutbox();
  await expect(agenda.refused).toHaveCount(1);
  await expect(agenda.refused).toContainText(/preso/i);
  await expect(agenda.refused).toContainText(mine!.replace(/ \(\d+\)$/, ""));
  await expect(agenda.refused).toContainText(hour.replace(/^0/, ""));
  await agenda.refused.getByRole("button", { name: "Ho visto" }).click();
  await expect(agenda.refused).toHaveCount(0);
});

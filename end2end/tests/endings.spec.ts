import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

test("what the practice calls off waits to be placed again, for everybody, and can be taken back", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("DOM")).page);
  const [name] = await one.awaited();
  await expect(other.card(name!)).not.toHaveAccessibleName(/da ricollocare/);
  await one.open(name!);
  await one.callOff("Lo studio", "Guasto");
  await one.holdNews();
  await expect(other.card(name!)).toHaveAccessibleName(/da ricollocare/);
  await one.undo();
  await expect(other.card(name!)).not.toHaveAccessibleName(/da ricollocare/);
  await one.open(name!);
  await one.callOff("Lo studio", "Guasto");
  await expect(one.card(name!)).toHaveAccessibleName(/da ricollocare/);

  await one.open(name!);
  await one.dialog.getByRole("button", { name: "Ricolloca…" }).click();
  await one.dialog.locator(".place").first().click();
  await one.submitMove.click();
  await one.dialog.waitFor({ state: "detached" });
  await expect(one.side("Da ricollocare")).not.toContainText(name!);
  await expect(other.side("Da ricollocare")).not.toContainText(name!);
});

test("what the patient calls off leaves the day, and comes back with one tap", async ({ desk }) => {
  const agenda = new AgendaPage((await desk("FD")).page);
  const [name] = await agenda.awaited();
  await agenda.open(name!);
  await agenda.callOff("Il paziente", "Malattia");
  await expect(agenda.card(name!)).toHaveCount(0);
  await agenda.undo();
  await expect(agenda.card(name!)).toHaveCount(1);
});

test("an absence marked by mistake is corrected with a reason that everybody reads", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("DOM")).page);
  const [name] = await one.awaited();
  await one.open(name!);
  await one.step("Assente");
  await expect(other.card(name!)).toHaveAccessibleName(/assente/);
  await one.open(name!);
  await one.correct("È venuto ed è uscito", "Era in sala, non l’avevo visto");
  await expect(other.card(name!)).toHaveAccessibleName(/uscit/);
  await other.open(name!);
  await expect(other.dialog).toContainText("Era in sala, non l’avevo visto");
});

test("who would come earlier is in the right column until they would not", async ({ desk }) => {
  const agenda = new AgendaPage((await desk("FD")).page);
  const [name] = await agenda.awaited();
  await expect(agenda.card(name!)).not.toHaveAccessibleName(/se si libera prima/);
  await agenda.open(name!);
  await agenda.step("Verrebbe prima");
  await expect(agenda.card(name!)).toHaveAccessibleName(/se si libera prima/);
  await agenda.open(name!);
  await agenda.step("Non prima");
  await expect(agenda.card(name!)).not.toHaveAccessibleName(/se si libera prima/);
});

test("a visit that waits for the laboratory says so on everybody's day until its work is there", async ({ desk }) => {
  const one = new AgendaPage((await desk("FD")).page);
  const other = new AgendaPage((await desk("DOM")).page);
  const [name] = await one.awaited();
  await one.open(name!);
  await one.step("Attende il laboratorio");
  await one.holdNews();
  await expect(other.card(name!)).toHaveAccessibleName(/attende il laboratorio/);
  await one.undo();
  await expect(other.card(name!)).not.toHaveAccessibleName(/laboratorio/);
  await one.open(name!);
  await one.step("Attende il laboratorio");
  await other.open(name!);
  await expect(other.dialog).toContainText("attende il laboratorio");
  await other.step("Lavoro di laboratorio arrivato");
  await expect(one.card(name!)).not.toHaveAccessibleName(/laboratorio/);
});

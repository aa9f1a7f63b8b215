import { CallsPage } from "../pages/calls_page.ts";
import { QuestionsPage } from "../pages/questions_page.ts";
import { withoutAge } from "../support/patients.ts";
import { expect, test } from "../support/test.ts";

test("a question is answered chairside in two taps while the caller waits, and the patient comes first with the words to say", async ({ desk }) => {
  const secretary = await desk("RS", { layout: "narrow" });
  await secretary.page.setViewportSize({ width: 480, height: 900 });
  const calls = new CallsPage(secretary.page);
  const dentist = new QuestionsPage((await desk("DE")).page);
  await calls.filter("Rischio");
  const name = withoutAge((await calls.names(1))[0]!);
  await calls.open(name);
  await calls.card.getByRole("button", { name: "Sì" }).first().click();
  await calls.page.getByRole("button", { name: "Ha un problema", exact: true }).click();
  const panel = calls.panel("Chi risponde, ed entro quando");
  await expect(panel.getByLabel("Che cosa riferisce")).toHaveValue(/^Sì a: /);
  await panel.getByLabel("Che cosa riferisce").fill("si è staccato mangiando");
  await panel.getByRole("button", { name: /Tra 1 ora/ }).click();
  await expect(calls.held.filter({ hasText: "aspetta la risposta del medico" }).first()).toBeVisible();

  await expect(dentist.navigation.getByRole("link", { name: /Domande.*1 aspetta una risposta/ })).toBeVisible();
  await dentist.navigation.getByRole("link", { name: /Domande/ }).click();
  const question = dentist.open.filter({ hasText: name });
  await expect(question).toContainText("si è staccato mangiando");
  await question.getByLabel("Parole da dire al paziente").fill("Alle 15, la vedo tra due visite");
  await question.getByRole("button", { name: "Venga oggi" }).click();
  await expect(dentist.open).toHaveCount(0);
  await expect(dentist.answered.filter({ hasText: name })).toContainText("venga oggi");

  // On the card that is still open, and on top of the list.
  await expect(calls.card).toContainText("Da dire: «Alle 15, la vedo tra due visite»");
  await calls.page.getByRole("link", { name: "Torna alla lista" }).click();
  await calls.filter("Tutti");
  expect(withoutAge((await calls.names(1))[0]!)).toBe(name);
  await expect(calls.row(name)).toContainText("Il medico ha risposto alle");
  await calls.open(name);
  await calls.record("Tutto bene");
  await expect(calls.card).not.toContainText("Da dire:");
});

test("who does not care for patients is told that questions are not for them", async ({ desk }) => {
  const { page } = await desk("FD");
  await new CallsPage(page).navigation.waitFor();
  await expect(page.getByRole("link", { name: /Domande/ })).toHaveCount(0);
  await page.goto("/domande");
  await expect(page.getByRole("heading", { name: "Le domande sono per chi cura" })).toBeVisible();
});

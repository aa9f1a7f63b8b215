import { AgendaPage } from "../pages/agenda_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expect, test } from "../support/test.ts";

/** The name on the first card of the day that misses the consent to treatment. */
async function withoutConsent(agenda: AgendaPage): Promise<string> {
  return (await agenda.withoutConsent.first().locator(".appointment__name").textContent())!;
}

test("the front desk sees that a consent is missing, the dentist attests it on a tablet, and the mark goes; a slip is taken back", async ({ desk }) => {
  const front = new AgendaPage((await desk("FD")).page);
  const dentist = new AgendaPage((await desk("DE")).page);
  await dentist.goTo("Agenda");
  await front.goTo("Agenda");
  const name = await withoutConsent(front);
  await front.open(name);
  await expect(front.consent).toHaveText("Consenso alla cura: manca");
  await front.close();

  await dentist.open(name);
  await expect(dentist.consent).toContainText("Consenso alla cura: manca");
  await expectAccessible(dentist.page, "the consent of a visit");
  await dentist.step("Attesta il consenso firmato");
  await dentist.holdNews();
  await expect(front.card(name)).not.toHaveAccessibleName(/consenso mancante/);
  await dentist.undo();
  await expect(front.card(name)).toHaveAccessibleName(/consenso mancante/);

  await dentist.open(name);
  await dentist.step("Attesta il consenso firmato");
  await expect(front.card(name)).not.toHaveAccessibleName(/consenso mancante/);
  // When it was signed and who attested it is for those who treat.
  await front.open(name);
  await expect(front.consent).toHaveText("Consenso alla cura: c’è");
  await dentist.open(name);
  await expect(dentist.consent).toContainText(`attestato da ${await dentist.ownName()}`);
  await dentist.withdrawConsent("Del paziente", "Ha cambiato idea");
  await expect(front.consent).toHaveText("Consenso alla cura: manca");
  await dentist.open(name);
  await expect(dentist.consent).toContainText("ritirato dal paziente");
  await expect(dentist.consent).toContainText("Ha cambiato idea");
});

test("what a dentist attests on a phone without a network is kept there, and arrives", async ({ desk }) => {
  const front = new AgendaPage((await desk("FD")).page);
  const { page, link } = await desk("DE", { layout: "phone" });
  const dentist = new AgendaPage(page);
  await dentist.goTo("Agenda");
  await front.goTo("Agenda");
  const name = await withoutConsent(front);
  await dentist.card(name).waitFor();

  link.cut();
  await expect(dentist.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await dentist.open(name);
  await dentist.step("Attesta il consenso firmato");
  await expect(dentist.card(name)).not.toHaveAccessibleName(/consenso mancante/);
  await dentist.openOutbox();
  await expect(dentist.waiting).toContainText("Consenso alla cura attestato");
  await expect(dentist.waiting).toContainText("conservato su questo dispositivo");
  await dentist.outbox.getByRole("button", { name: "Chiudi" }).click();
  await dentist.open(name);
  await expect(dentist.consent).toContainText("tenuto su questo dispositivo");
  await expect(front.card(name)).toHaveAccessibleName(/consenso mancante/);

  link.mend();
  await expect(front.card(name)).not.toHaveAccessibleName(/consenso mancante/, { timeout: 60_000 });
});

import { BookingPage } from "../pages/booking_page.ts";
import { Colleague } from "../support/colleague.ts";
import { openMonday } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

// What endings and booking show on a tablet, where the day is a list: by mouse on a narrow window, by finger on a phone.

/** A Monday on which nothing is closed. */
const DAY = openMonday();

for (const layout of ["narrow", "phone"] as const) {
  test(`a taken place is named and had with a reason only, and the way back leads out of it: ${layout}`, async ({ desk, practice }) => {
    const colleague = await Colleague.at(practice.origin, practice.person("FD"));
    const first = await colleague.bookAlone(`${DAY}T18:30:00`);
    const agenda = new BookingPage((await desk("FD", { layout })).page);
    await agenda.page.goto(`/agenda/${DAY}`);
    await agenda.card(first.name).waitFor();
    const { chair } = await agenda.placeOf(first.name);

    // A new visit over it.
    await agenda.start();
    const second = await agenda.choose("zan");
    const { surname, name } = colleague.rows("clinician").find(({ id }) => id === first.place.clinician)!;
    const clinician = `${surname as string} ${name as string}`;
    await agenda.fillPlace({ day: DAY, hour: "18:30", chair, clinician });
    const anyway = agenda.dialog.getByRole("button", { name: "Fissa comunque" });
    await expect(agenda.dialog.getByRole("status").filter({ hasText: first.name })).toBeVisible();
    await expect(anyway).toBeDisabled();
    await agenda.dialog.getByLabel("Perché qui lo stesso").fill("dolore");
    await agenda.submit("Fissa comunque");
    await expect(agenda.card(second)).toHaveAccessibleName(/18:30/);
    await agenda.open(second);
    await expect(agenda.dialog).toContainText("In doppio posto: dolore");

    // Moved away, over it again, and taken back.
    await agenda.move({ hour: "18:00", length: "20 min" });
    await agenda.submitMove.click();
    await agenda.dialog.waitFor({ state: "detached" });
    await expect(agenda.card(second)).toHaveAccessibleName(/18:00/);
    await agenda.open(second);
    await agenda.move({ hour: "18:20" });
    await expect(agenda.dialog.getByRole("status").filter({ hasText: first.name })).toBeVisible();
    await agenda.dialog.getByLabel("Perché qui lo stesso").fill("dolore");
    await agenda.step("Sposta comunque");
    await expect(agenda.card(second)).toHaveAccessibleName(/18:20/);
    await agenda.undo();
    await expect(agenda.card(second)).toHaveAccessibleName(/18:00/);
    colleague.leave();
  });

  test(`a visit is called off and comes back, waits to be placed again, and an end is corrected with a reason: ${layout}`, async ({ desk }) => {
    const agenda = new BookingPage((await desk("FD", { layout })).page);
    const [name, missed] = await agenda.awaited();
    await agenda.open(name!);
    await agenda.callOff("Il paziente", "Malattia");
    await expect(agenda.card(name!)).toHaveCount(0);
    await agenda.undo();
    await expect(agenda.card(name!)).toHaveCount(1);
    await agenda.open(name!);
    await agenda.callOff("Lo studio", "Guasto");
    await expect(agenda.parked(name!)).toBeVisible();
    await agenda.undo();
    await expect(agenda.parked(name!)).toHaveCount(0);
    await expect(agenda.card(name!)).not.toHaveAccessibleName(/da ricollocare/);

    await agenda.open(missed!);
    await agenda.step("Assente");
    await expect(agenda.card(missed!)).toHaveAccessibleName(/assente/);
    await agenda.open(missed!);
    await agenda.correct("È venuto ed è uscito", "Era in sala, non l’avevo visto");
    await expect(agenda.card(missed!)).toHaveAccessibleName(/uscit/);
    await agenda.open(missed!);
    await expect(agenda.dialog).toContainText("Era in sala, non l’avevo visto");
  });
}

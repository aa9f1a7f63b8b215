import type { Locator } from "@playwright/test";
import { AgendaPage } from "./agenda_page.ts";

/** The window of a new visit. */
export class BookingPage extends AgendaPage {
  async start(): Promise<void> {
    await this.page.getByRole("button", { name: "Prenota", exact: true }).click();
    await this.dialog.waitFor();
  }

  get whom(): Locator {
    return this.dialog.getByRole("combobox", { name: "Paziente" });
  }

  get found(): Locator {
    return this.dialog.getByRole("listbox").getByRole("option");
  }

  /** Chooses the first patient whom a part of a name finds. Answers with the name. */
  async choose(part: string): Promise<string> {
    await this.whom.fill(part);
    const name = await this.found.first().locator("b").innerText();
    await this.whom.press("Enter");
    await this.dialog.getByRole("button", { name: "Cambia" }).waitFor();
    return name;
  }

  /** The places that are proposed. */
  get places(): Locator {
    return this.dialog.locator(".place");
  }

  async openFilters(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Cerca altri posti" }).click();
  }

  async chip(name: string): Promise<void> {
    await this.dialog.getByRole("button", { name, exact: true }).click();
  }

  /** What would be booked beside the first visit. */
  get planned(): Locator {
    return this.dialog.locator(".planned__row");
  }

  async repeat(every: string, times: string): Promise<void> {
    await this.dialog.getByLabel("Ripeti").selectOption({ label: every });
    await this.dialog.getByLabel("In tutto").selectOption({ label: times });
  }

  async submit(name: string | RegExp): Promise<void> {
    await this.dialog.getByRole("button", { name }).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** Those of the family who could come along. */
  get family(): Locator {
    return this.dialog.getByRole("group", { name: "Insieme alla famiglia" }).getByRole("button");
  }

  /** Chooses the first patient who has a family in the practice. */
  async chooseSomebodyWithFamily(): Promise<void> {
    for (const part of ["bian", "ferr", "mar", "ross", "zan", "con", "gal"]) {
      await this.whom.fill(part);
      const count = await this.found.count();
      for (let index = 0; index < count; index++) {
        await this.whom.fill(part);
        await this.found.nth(index).click();
        await this.dialog.getByRole("button", { name: "Cambia" }).waitFor();
        if ((await this.family.count()) > 0) return;
        await this.dialog.getByRole("button", { name: "Cambia" }).click();
      }
    }
    throw new Error("nobody in the demo practice has a family");
  }

  /** What the fields of the place say. */
  async placeFields(): Promise<{ day: string; hour: string; chair: string; clinician: string }> {
    const chosen = (label: string) => this.dialog.getByLabel(label).locator("option:checked").innerText();
    return {
      day: await this.dialog.getByRole("textbox", { name: "Giorno", exact: true }).inputValue(),
      hour: await this.dialog.getByLabel("Ora", { exact: true }).inputValue(),
      chair: await chosen("Poltrona"),
      clinician: await chosen("Operatore"),
    };
  }

  async fillPlace(place: { day: string; hour: string; chair: string; clinician: string }): Promise<void> {
    await this.dialog.getByRole("textbox", { name: "Giorno", exact: true }).fill(place.day);
    await this.dialog.getByLabel("Ora", { exact: true }).fill(place.hour);
    await this.dialog.getByLabel("Poltrona").selectOption({ label: place.chair });
    await this.dialog.getByLabel("Operatore").selectOption({ label: place.clinician });
  }
}

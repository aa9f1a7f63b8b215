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
}

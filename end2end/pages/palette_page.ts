import type { Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** The palette, and the patient's sheet that it opens. */
export class PalettePage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  get dialog() {
    return this.page.getByRole("dialog", { name: "Cerca pazienti, giorni, comandi" });
  }

  get field() {
    return this.dialog.getByRole("combobox");
  }

  get options() {
    return this.dialog.getByRole("option");
  }

  /** The row that Enter chooses. */
  get selected() {
    return this.dialog.getByRole("option", { selected: true });
  }

  /** Rows under a heading. */
  part(heading: "Giorni" | "Pazienti" | "Aperti da poco" | "Persone dello studio" | "Comandi") {
    return this.dialog.getByRole("group", { name: heading }).getByRole("option");
  }

  /** What is said of where was searched. */
  get note() {
    return this.dialog.locator(".palette__note");
  }

  get sheet() {
    return this.page.getByRole("dialog", { name: "Scheda del paziente" });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await this.field.waitFor();
  }

  /** With a finger. */
  async tapOpen(): Promise<void> {
    await this.page.getByRole("button", { name: "Cerca (Ctrl K)" }).click();
    await this.field.waitFor();
  }

  async type(text: string): Promise<void> {
    await this.field.fill(text);
  }

  async shut(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.dialog.waitFor({ state: "detached" });
  }

  async shutSheet(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Chiudi" }).click();
    await this.sheet.waitFor({ state: "detached" });
  }
}

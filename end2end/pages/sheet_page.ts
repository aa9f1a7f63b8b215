import type { Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** What is typed into the form of a recall. */
export interface Recall {
  /** The option of the interval, as it is read. */
  every?: string;
  /** The date of the next hygiene. */
  fixed?: string;
  /** The first day on which the patient may be recalled. */
  until?: string;
}

/** The patient's sheet, above any page. */
export class SheetPage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  get sheet() {
    return this.page.getByRole("dialog", { name: "Scheda del paziente" });
  }

  /** Why to call. */
  get reasons() {
    return this.sheet.getByRole("region", { name: "Perché chiamare" });
  }

  /** The hygiene recall. */
  get recall() {
    return this.sheet.getByRole("region", { name: "Richiamo di igiene" });
  }

  /** Episodes of clinical risk; for dentists. */
  get risk() {
    return this.sheet.getByRole("region", { name: "Rischio clinico" });
  }

  /** Why an episode is opened or closed. */
  get riskWhy() {
    return this.risk.getByLabel("Perché");
  }

  get changeRecall() {
    return this.recall.getByRole("button", { name: "Cambia il richiamo" });
  }

  get save() {
    return this.recall.getByRole("button", { name: "Salva" });
  }

  get fixed() {
    return this.recall.getByLabel("Data della prossima igiene");
  }

  /** The same date for the others of the family. */
  get family() {
    return this.recall.getByRole("checkbox", { name: /^Stessa data anche per / });
  }

  /** By the lasting address. */
  async openOf(patient: string): Promise<void> {
    await this.page.goto(`/pazienti/${patient}`);
    await this.sheet.waitFor();
  }

  async shut(): Promise<void> {
    await this.sheet.getByRole("button", { name: "Chiudi" }).click();
    await this.sheet.waitFor({ state: "detached" });
  }

  /** Opens the form and fills it in; what is left out stays. */
  async typeRecall({ every, fixed, until }: Recall): Promise<void> {
    await this.changeRecall.click();
    if (every !== undefined) await this.recall.getByLabel("Ogni quanto").selectOption(every);
    if (fixed !== undefined) await this.fixed.fill(fixed);
    if (until !== undefined) await this.recall.getByLabel("Non richiamare prima del").fill(until);
  }

  async setRecall(recall: Recall): Promise<void> {
    await this.typeRecall(recall);
    await this.save.click();
    await this.changeRecall.waitFor();
  }
}

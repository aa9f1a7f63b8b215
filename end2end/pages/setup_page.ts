import type { Locator, Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** How the practice is set up. */
export class SetupPage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  get link() {
    return this.navigation.getByRole("link", { name: "Studio" });
  }

  async open(): Promise<void> {
    await this.link.click();
    await this.chairs.first().waitFor();
  }

  get chairs() {
    return this.page.getByRole("region", { name: "Poltrone e orari" }).locator(".setup-chair");
  }

  get chairNames() {
    return this.chairs.locator(".setup-chair__name").allTextContents();
  }

  /** A chair of the list. */
  chair(name: string): Locator {
    return this.page.getByRole("listitem", { name, exact: true });
  }

  /** Opens the form of a chair. */
  async edit(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Modifica ${name}`, exact: true }).click();
    await this.name.waitFor();
  }

  get name() {
    return this.page.getByLabel("Nome", { exact: true });
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Salva", exact: true }).click();
  }

  /** A type of visit. */
  type(name: string): Locator {
    return this.page.getByRole("region", { name: "Tipi di visita" }).getByRole("listitem", { name, exact: true });
  }

  /** A line of the table of clinical risk. */
  risk(category: string): Locator {
    return this.page.getByRole("region", { name: "Rischio clinico" }).getByRole("listitem", { name: category, exact: true });
  }

  /** Opens the form of a line. */
  async editRisk(category: string): Promise<void> {
    await this.risk(category).getByRole("button", { name: /^Modifica/ }).click();
    await this.riskDays.waitFor();
  }

  get riskOpens() {
    return this.page.getByLabel("Codici che aprono");
  }

  get riskDays() {
    return this.page.getByLabel("Giorni fra un controllo e l’altro");
  }

  get news() {
    return this.page.locator(".toast").last();
  }

  async undo(): Promise<void> {
    await this.news.getByRole("button", { name: "Annulla" }).click();
  }
}

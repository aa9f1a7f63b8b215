import type { Page } from "@playwright/test";
import { escape } from "./agenda_page.ts";
import { LayoutPage } from "./layout_page.ts";

/** The call list and the card of a call. */
export class CallsPage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  get list() {
    return this.page.getByRole("region", { name: "Pazienti, dal più urgente" });
  }

  get rows() {
    return this.list.getByRole("listitem").filter({ has: this.page.getByRole("link") });
  }

  row(name: string) {
    return this.rows.filter({ has: this.page.getByRole("link", { name: new RegExp(`^${escape(name)}`) }) });
  }

  /** Names at the top of the list, the most urgent first. */
  async names(count: number): Promise<string[]> {
    await this.rows.first().waitFor();
    const names = await this.list.locator(".call-row__name").evaluateAll((names) => names.map((name) => name.textContent));
    return names.slice(0, count).map((name) => (name ?? "").trim());
  }

  async filter(reason: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^${escape(reason)}`) }).first().click();
  }

  async open(name: string): Promise<void> {
    await this.row(name).getByRole("link").first().click();
    await this.card.waitFor();
  }

  get card() {
    return this.page.getByRole("article", { name: /^Chiamata a / });
  }

  get outcomes() {
    return this.page.getByRole("group", { name: "Com’è andata" });
  }

  async record(outcome: string): Promise<void> {
    await this.outcomes.getByRole("button", { name: outcome }).click();
  }
}

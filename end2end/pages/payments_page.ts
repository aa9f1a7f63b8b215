import type { Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** The payments on the patient's sheet, which is above the agenda. */
export class PaymentsPage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  async openOf(patient: string): Promise<void> {
    await this.page.goto(`/pazienti/${patient}`);
    await this.sheet.waitFor();
  }

  get sheet() {
    return this.page.getByRole("dialog", { name: "Scheda del paziente" });
  }

  /** Why the patient is to be called. */
  get reasons() {
    return this.sheet.getByRole("region", { name: "Perché chiamare" });
  }

  get payments() {
    return this.sheet.getByRole("region", { name: "Pagamenti" });
  }

  /** What was recorded here, the newest first. */
  get entries() {
    return this.payments.getByRole("listitem");
  }

  get form() {
    return this.payments.getByRole("form", { name: "Nuovo pagamento" });
  }

  async openForm(): Promise<void> {
    await this.payments.getByRole("button", { name: "Registra un pagamento" }).click();
    await this.form.waitFor();
  }

  get write() {
    return this.form.getByRole("button", { name: "Registra", exact: true });
  }

  get plan() {
    return this.form.getByLabel("Per quale piano");
  }

  /** Says that it is for no plan, where the form asks because several come into question. */
  async forNoPlanIfAsked(): Promise<void> {
    const isAsked = (await this.plan.count()) > 0 && (await this.plan.locator("option:checked").textContent()) === "Scegli…";
    if (isAsked) await this.plan.selectOption({ label: "Nessun piano" });
  }

  /** Records a payment of today, for the plan that the form proposes, or for none. */
  async pay(amount: string): Promise<void> {
    await this.openForm();
    await this.form.getByLabel("Importo, €").fill(amount);
    await this.forNoPlanIfAsked();
    await this.write.click();
    await this.form.waitFor({ state: "detached" });
  }

  /** Fills the form of a waiver; whether it is recorded or asked for is up to the amount. */
  async fillWaiver(amount: string, why: string): Promise<void> {
    await this.openForm();
    await this.form.getByLabel("Abbuono").check();
    await this.form.getByLabel("Importo, €").fill(amount);
    await this.form.getByLabel("Perché").fill(why);
    await this.forNoPlanIfAsked();
  }

  /** Asks the manager for what is beyond the person's own budget. */
  get ask() {
    return this.form.getByRole("button", { name: "Chiedi alla direzione" });
  }

  /** Takes an entry back. */
  async correct(entry: string, why: string): Promise<void> {
    const line = this.entries.filter({ hasText: entry });
    await line.getByRole("button", { name: /^Correggi/ }).click();
    await line.getByLabel("Perché").fill(why);
    await line.getByRole("button", { name: "Registra la correzione" }).click();
  }

  /** That an entry has not reached the server. */
  get waits() {
    return this.payments.getByText("la lista si aggiorna quando il server lo sa");
  }

  /** Where the amount comes from; only for who sees payments. */
  get statement() {
    return this.sheet.getByRole("region", { name: "Da dove viene l’importo" });
  }

  get unfold() {
    return this.statement.getByRole("button", { name: "Da dove viene l’importo" });
  }

  /** The cycles of care, folded or not. */
  get cycles() {
    return this.statement.getByRole("group");
  }

  /** The lines of a table of the statement, without its headings and its sum. */
  lines(table: string) {
    return this.statement.getByRole("table", { name: table }).locator("tbody tr");
  }
}

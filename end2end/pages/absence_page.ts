import type { Locator, Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** Absences and closures. */
export class AbsencePage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  /** The way from the day to this page. */
  get link() {
    return this.page.getByRole("link", { name: "Assenze e chiusure" });
  }

  private get form() {
    return this.page.getByRole("form", { name: "Nuova assenza o chiusura" });
  }

  get who() {
    return this.form.getByLabel("Chi", { exact: true });
  }

  /** What would be displaced. */
  get affected() {
    return this.page.locator(".absence__affected .absence__visit");
  }

  get affectedNames() {
    return this.affected.locator(".absence__name").allTextContents();
  }

  get reason() {
    return this.form.getByLabel("Motivo");
  }

  get submit() {
    return this.form.getByRole("button", { name: /^Segna / });
  }

  async open(): Promise<void> {
    await this.link.click();
    await this.submit.waitFor();
  }

  /** Says who is away, from which day to which. */
  async fill(typed: { who?: string; from: string; to: string; reason?: string }): Promise<void> {
    if (typed.who !== undefined) await this.who.selectOption({ label: typed.who });
    await this.form.getByLabel("Dal giorno").fill(typed.from);
    await this.form.getByLabel("Al giorno, compreso").fill(typed.to);
    if (typed.reason !== undefined) await this.reason.fill(typed.reason);
  }

  /** Says from which hour to which. */
  async fillHours(from: string, to: string): Promise<void> {
    await this.form.getByRole("radio", { name: "Alcune ore" }).check();
    await this.form.getByLabel("Dalle", { exact: true }).fill(from);
    await this.form.getByLabel("Alle", { exact: true }).fill(to);
  }

  /** What is known from today on. */
  get known() {
    return this.page.getByRole("region", { name: "Da oggi in poi" }).locator(".absence__one");
  }

  /** Absences that are known; the demo has closures of its own. */
  get absences() {
    return this.known.filter({ hasText: "Assenza di" });
  }

  /** Visits that wait to be placed again, of one that is known: in the order in which they are served. */
  displaced(away: Locator) {
    return away.locator(".absence__visit");
  }

  /** Places that are proposed for them, to be taken with one tap. */
  proposals(away: Locator) {
    return away.getByRole("link", { name: /^primo posto: / });
  }

  /** Cycles of care that one has stopped, in the order in which they resume. */
  cycles(away: Locator) {
    return away.locator(".absence__cycle");
  }

  /** What is over and has left something to do. */
  get over() {
    return this.page.getByRole("region", { name: "Finite: qui resta qualcosa da fare" }).locator(".absence__one");
  }

  get toCalls() {
    return this.page.getByRole("link", { name: "Chiama i pazienti da ricollocare" });
  }

  get news() {
    return this.page.locator(".toast").last();
  }

  async undo(): Promise<void> {
    await this.news.getByRole("button", { name: "Annulla" }).click();
  }
}

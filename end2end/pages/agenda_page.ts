import type { Locator, Page } from "@playwright/test";
import { LayoutPage } from "./layout_page.ts";

/** A point of the window, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** The day by chair. */
export class AgendaPage extends LayoutPage {
  constructor(page: Page) {
    super(page);
  }

  get day() {
    return this.page.getByLabel(/^Agenda di/);
  }

  get cards() {
    return this.day.getByRole("article");
  }

  /** The card of a patient, whatever its state. */
  card(name: string): Locator {
    return this.day.getByRole("article", { name: new RegExp(`^${escape(name)},`) });
  }

  /** The heads of the columns, from left to right. */
  get columnHeads() {
    return this.day.locator(".day__chair");
  }

  /** Names on the cards of the day, in the order of the page. */
  names(): Promise<string[]> {
    return this.day.locator(".appointment__name").allTextContents();
  }

  /** How the agenda is looked at now. */
  get view(): Locator {
    return this.page.locator("#agenda-view-list option:checked");
  }

  /** Chooses how the agenda is looked at. */
  async showBy(view: "Poltrone" | "Operatori" | "Settimana" | "Mese"): Promise<void> {
    await this.page.locator("#agenda-view-list").selectOption({ label: view });
  }

  /** Patients who are awaited today and may be marked. */
  get arrivals() {
    return this.page.getByRole("button", { name: /^Segna l’arrivo: / });
  }

  /** Names of the patients who are awaited today. */
  async awaited(): Promise<string[]> {
    await this.arrivals.first().waitFor();
    const labels = await this.arrivals.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute("aria-label") ?? ""),
    );
    return labels.map((label) => label.replace("Segna l’arrivo: ", ""));
  }

  async markArrival(name: string): Promise<void> {
    await this.page.getByRole("button", { name: `Segna l’arrivo: ${name}`, exact: true }).click();
  }

  get dialog() {
    return this.page.getByRole("dialog");
  }

  async open(name: string): Promise<void> {
    await this.card(name).getByRole("button").first().click();
    await this.dialog.waitFor();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Chiudi" }).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  private action(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** A step of the open appointment, which closes it: "È arrivato", "In poltrona", "Finito", "Conferma"… */
  async step(name: string): Promise<void> {
    await this.action(name).click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** Takes a step of the open appointment back, which leaves it open: "Annulla l’arrivo"… */
  async takeBack(name: string): Promise<void> {
    await this.action(name).click();
  }

  /** Gives the patient of the open appointment another mobile number. */
  async editMobile(number: string): Promise<void> {
    await this.action("Modifica contatti").click();
    await this.dialog.getByLabel("Cellulare").fill(number);
    await this.action("Salva").click();
    await this.action("Modifica contatti").waitFor();
  }

  /** Opens the form that moves the open appointment. */
  async startMoving(): Promise<void> {
    await this.action("Sposta…").click();
  }

  /** Fills the form that moves the open appointment, and sends it. */
  async move(to: { day?: string; hour?: string; chair?: string; clinician?: string }): Promise<void> {
    await this.startMoving();
    if (to.day !== undefined) await this.dialog.getByLabel("Giorno").fill(to.day);
    if (to.hour !== undefined) await this.dialog.getByLabel("Ora", { exact: true }).fill(to.hour);
    if (to.chair !== undefined) await this.dialog.getByLabel("Poltrona").selectOption({ label: to.chair });
    if (to.clinician !== undefined) await this.dialog.getByLabel("Operatore").selectOption({ label: to.clinician });
  }

  /** Calls the open appointment off, for one of the usual reasons. */
  async callOff(who: "Il paziente" | "Lo studio", reason: string): Promise<void> {
    await this.action("Disdici…").click();
    await this.dialog.getByRole("radio", { name: who }).check();
    await this.action(reason).click();
    await this.step("Disdici");
  }

  /** Corrects how the open appointment ended. */
  async correct(truth: string, reason: string): Promise<void> {
    await this.action("Correggi…").click();
    await this.dialog.getByLabel("Com’è andata davvero").selectOption({ label: truth });
    await this.dialog.getByLabel("Perché").fill(reason);
    await this.step("Correggi");
  }

  /** Takes back what the last news tells. */
  async undo(): Promise<void> {
    await this.page.locator(".toast").last().getByRole("button", { name: "Annulla" }).click();
  }

  /** A section of the right column. */
  side(title: string): Locator {
    return this.page.getByRole("complementary").locator("section").filter({ has: this.page.getByRole("heading", { name: title }) });
  }

  /** Where the visit in the hand would stand. */
  get shadow() {
    return this.day.locator(".drag-shadow");
  }

  /** The middle of a card, in pixels of the window. */
  async middle(name: string): Promise<Point> {
    await this.card(name).scrollIntoViewIfNeeded();
    const box = (await this.card(name).boundingBox())!;
    return { x: box.x + box.width / 3, y: box.y + box.height / 3 };
  }

  /** How far down a card must go, in pixels, until it stands in its column where nothing else does. */
  async wayToFreePlace(name: string): Promise<number> {
    return this.card(name).evaluate((card) => {
      const part = (element: Element, name: string) => Number(getComputedStyle(element).getPropertyValue(name));
      const [column, from, length] = ["--column", "--from", "--length"].map((name) => part(card, name)) as [number, number, number];
      const day = card.closest(".day")!;
      const others = [...day.querySelectorAll(".appointment, .day__shut")].filter((other) => other !== card && part(other, "--column") === column);
      const taken = others.map((other) => [part(other, "--from"), part(other, "--from") + part(other, "--length")] as const);
      const isFree = (start: number) => taken.every(([first, last]) => last <= start || start + length <= first);
      const rows = part(day, "--rows");
      const row = day.querySelector(".day__field")!.getBoundingClientRect().height / rows;
      // Four rows or more: what is less may be a hand that trembles.
      for (let start = from + 4; start + length <= rows; start++) {
        if (isFree(start)) return (start - from) * row;
      }
      throw new Error("the column is full");
    });
  }

  get submitMove() {
    return this.dialog.getByRole("button", { name: "Sposta", exact: true });
  }
}

/** A text as a pattern that matches it and nothing else. */
export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

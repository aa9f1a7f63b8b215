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

  /** When a visit is, how long, and where, as its card says: "18:30", "30 min", "Poltrona 1". */
  async placeOf(name: string): Promise<{ hour: string; length: string; chair: string }> {
    const part = async (part: string) => (await this.card(name).locator(`.appointment__${part}`).textContent())!.split(" · ");
    const [hour, what, where] = [await part("time"), await part("what"), await part("where")];
    return { hour: hour[0]!, length: what.at(-1)!, chair: where[0]! };
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

  /** The button on a card that marks the next step, whichever it is. */
  nextStep(name: string): Locator {
    return this.card(name).locator(".appointment__step");
  }

  /** The button on a card that marks this step: "Segna l’arrivo", "Segna in poltrona", "Segna finito", "Segna l’uscita". */
  stepOnCard(name: string, step: string): Locator {
    return this.card(name).getByRole("button", { name: `${step}: ${name}`, exact: true });
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

  /** Visits of the day that miss the consent to treatment. */
  get withoutConsent(): Locator {
    return this.day.getByRole("article", { name: /consenso mancante/ });
  }

  /** What the open appointment says of the consent to treatment. */
  get consent(): Locator {
    return this.dialog.locator(".consent");
  }

  /** Withdraws the consent of the open appointment, for one of the usual reasons. */
  async withdrawConsent(wish: "Del paziente" | "Del clinico", reason: string): Promise<void> {
    await this.action("Ritira il consenso").click();
    await this.dialog.getByRole("radio", { name: wish }).check();
    await this.action(reason).click();
    await this.step("Ritira");
  }

  /** Opens the form that moves the open appointment. */
  async startMoving(): Promise<void> {
    await this.action("Sposta…").click();
  }

  /** Fills the form that moves the open appointment, and sends it. */
  async move(to: { day?: string; hour?: string; length?: string; chair?: string; clinician?: string }): Promise<void> {
    await this.startMoving();
    if (to.day !== undefined) await this.dialog.getByLabel("Giorno").fill(to.day);
    if (to.hour !== undefined) await this.dialog.getByLabel("Ora", { exact: true }).fill(to.hour);
    if (to.length !== undefined) await this.dialog.getByLabel("Durata").selectOption({ label: to.length });
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

  /** Points at the last news, which stands still meanwhile: its way back is offered for seconds, and looking around takes longer. */
  async holdNews(): Promise<void> {
    await this.page.locator(".toast").last().hover();
  }

  /** Takes back what the last news tells. */
  async undo(): Promise<void> {
    await this.page.locator(".toast").last().getByRole("button", { name: "Annulla" }).click();
  }

  /** A section of the right column. */
  side(title: string): Locator {
    return this.page.getByRole("complementary").locator("section").filter({ has: this.page.getByRole("heading", { name: title }) });
  }

  /** Shows the column beside the agenda where there is no room for it, and hides it. */
  get sideToggle() {
    return this.page.getByRole("button", { name: "Attese, visite da ricollocare e segni" });
  }

  /** What the small marks mean. */
  get legend() {
    return this.side("Segni");
  }

  /** The day that is shown: "lunedì 23 novembre". */
  dayOf(day: string): Locator {
    return this.page.getByLabel(`Agenda di ${day}`, { exact: true });
  }

  /** The middle of the arrow to another day. */
  async middleOfArrow(to: "Giorno prima" | "Giorno dopo"): Promise<Point> {
    const box = (await this.page.getByRole("button", { name: to }).boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Where the visit in the hand would stand. */
  get shadow() {
    return this.day.locator(".drag-shadow");
  }

  /** What else is in the way, beside what the verdict names: a sentence each. */
  get clashes(): Locator {
    return this.page.locator(".clashes li");
  }

  /** A place that has become free at an hour, and who would come then. */
  freed(hour: string): Locator {
    return this.page.getByRole("complementary").locator(".freed").filter({ hasText: hour });
  }

  /** How far down the window a full hour begins on the day's grid, in pixels. */
  async heightOf(hour: number): Promise<number> {
    const label = this.day.locator(".day__hour").getByText(`${hour}:00`, { exact: true });
    // Not near an edge, where the page scrolls under the hand.
    await label.evaluate((label) => label.scrollIntoView({ block: "center" }));
    const row = Number(await label.evaluate((label) => getComputedStyle(label).getPropertyValue("--from")));
    const field = (await this.day.locator(".day__field").boundingBox())!;
    return field.y + row * (await this.rowHeight());
  }

  /** How high a row of five minutes is, in pixels. */
  rowHeight(): Promise<number> {
    return this.day.locator(".day").evaluate((day) => {
      const rows = Number(getComputedStyle(day).getPropertyValue("--rows"));
      return day.querySelector(".day__field")!.getBoundingClientRect().height / rows;
    });
  }

  /** Brings a card to where there is room above and below. */
  async centre(name: string): Promise<void> {
    await this.card(name).evaluate((card) => card.scrollIntoView({ block: "center" }));
  }

  /** Where a card lies in the window, in pixels: in sight, and where no news lie over it. */
  private async boxOf(name: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const card = this.card(name);
    await card.scrollIntoViewIfNeeded();
    const isLow = await card.evaluate((card) => card.getBoundingClientRect().bottom > window.innerHeight - 96);
    if (isLow) await this.centre(name);
    return (await card.boundingBox())!;
  }

  /** The middle of a card, in pixels of the window. */
  async middle(name: string): Promise<Point> {
    const box = await this.boxOf(name);
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

  /** How far a card must go, in pixels, to stand so many rows higher in another column, where nothing else does, nor as many rows
   * above and below; the name of that column, and how high a row is. */
  wayToOtherColumn(name: string, rowsUp: number): Promise<Point & { column: string; row: number }> {
    return this.card(name).evaluate(
      (card, rowsUp) => {
        const part = (element: Element, name: string) => Number(getComputedStyle(element).getPropertyValue(name));
        const day = card.closest(".day")!;
        const [column, first] = [part(card, "--column"), part(card, "--from") - rowsUp];
        const last = first + part(card, "--length");
        const taken = [...day.querySelectorAll(".appointment, .day__shut")].filter(
          (other) => part(other, "--from") < last + rowsUp && first - rowsUp < part(other, "--from") + part(other, "--length"),
        );
        const heads = [...day.querySelectorAll(".day__chair")];
        const index = heads.findIndex((_, index) => index !== column && taken.every((other) => part(other, "--column") !== index));
        if (index === -1) throw new Error("no other column is free");
        const left = (index: number) => heads[index]!.getBoundingClientRect().left;
        const row = day.querySelector(".day__field")!.getBoundingClientRect().height / part(day, "--rows");
        return { x: left(index) - left(column), y: -rowsUp * row, row, column: heads[index]!.querySelector("b")!.textContent };
      },
      rowsUp,
    );
  }

  /** The lower edge of a card, where its end is taken. */
  async edge(name: string): Promise<Point> {
    const box = await this.boxOf(name);
    return { x: box.x + box.width / 3, y: box.y + box.height - 4 };
  }

  async middleOfTray(): Promise<Point> {
    const tray = this.page.locator("[data-tray] h2");
    await tray.scrollIntoViewIfNeeded();
    const box = (await tray.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Visits that wait to be placed again. */
  parked(name: string): Locator {
    return this.side("Da ricollocare").locator(".side-row--parked").filter({ hasText: name });
  }

  get submitMove() {
    return this.dialog.getByRole("button", { name: "Sposta", exact: true });
  }
}

/** A text as a pattern that matches it and nothing else. */
export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

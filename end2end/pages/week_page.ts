import type { Locator, Page } from "@playwright/test";
import { AgendaPage, type Point, escape } from "./agenda_page.ts";

/** The week, and the month. */
export class WeekPage extends AgendaPage {
  constructor(page: Page) {
    super(page);
  }

  get week() {
    return this.page.getByLabel(/^Agenda della settimana/);
  }

  get month() {
    return this.page.locator(".month");
  }

  /** A day of the week: "lunedì 23 novembre". */
  weekDay(day: string): Locator {
    return this.week.getByRole("region", { name: new RegExp(`^${escape(day)},`) });
  }

  get weekDays() {
    return this.week.getByRole("region");
  }

  /** The cards of the week, or of a part of it. */
  cardsOf(part: Locator = this.week): Locator {
    return part.locator("[data-visit]");
  }

  /** The card of a patient on the week. */
  weekCard(name: string): Locator {
    return this.week.getByRole("button", { name: new RegExp(`^${escape(name)},`) });
  }

  /** A day of the month: "lunedì 23 novembre". */
  monthDay(day: string): Locator {
    return this.month.getByRole("link", { name: new RegExp(`^${escape(day)}:`) });
  }

  async openWeek(day?: string): Promise<void> {
    await this.page.goto(day === undefined ? "/agenda/settimana" : `/agenda/settimana/${day}`);
    await this.cardsOf().first().waitFor();
  }

  get part(): Locator {
    return this.page.getByLabel("Che cosa mostrare");
  }

  get columns(): Locator {
    return this.page.getByRole("button", { name: "Colonne" });
  }

  /** Shows or hides a chair of the person's own day. */
  async turnChair(name: string): Promise<void> {
    await this.columns.click();
    await this.page.getByRole("checkbox", { name }).click();
    await this.page.keyboard.press("Escape");
  }

  /** The lower edge of a visit's card on the week, where a mouse takes its end. */
  async weekEdge(card: Locator): Promise<Point> {
    await card.scrollIntoViewIfNeeded();
    const box = (await card.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height - 2 };
  }

  /** The middle of a visit's card on the week, and the same hour on another day. */
  async wayToDay(card: Locator, day: string): Promise<{ from: Point; to: Point }> {
    await card.scrollIntoViewIfNeeded();
    const [box, other] = [(await card.boundingBox())!, (await this.weekDay(day).boundingBox())!];
    const y = box.y + Math.min(box.height / 3, 12);
    return { from: { x: box.x + box.width / 2, y }, to: { x: other.x + other.width / 2, y } };
  }
}

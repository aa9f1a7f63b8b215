import { expect, type Page } from "@playwright/test";
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
    const chip = this.page.getByRole("button", { name: new RegExp(`^${escape(reason)}`) }).first();
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    // The rows follow with the next frame: whoever reads them before reads those of the filter before.
    await this.page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  }

  async unfoldFilters(): Promise<void> {
    await this.page.getByRole("button", { name: "Filtri", exact: true }).click();
  }

  /** The filter by which only patients are listed whom no call has reached yet. */
  get neverReached() {
    return this.page.getByRole("button", { name: "Mai raggiunti", exact: true });
  }

  /** Views that the person has kept. */
  get ownViews() {
    return this.page.getByRole("group", { name: "Le mie viste" });
  }

  /** Views that are offered to everybody. */
  get sharedViews() {
    return this.page.getByRole("group", { name: "Viste dello studio" });
  }

  get viewName() {
    return this.page.getByLabel("Salva questa lista come");
  }

  get forAll() {
    return this.page.getByLabel("Per tutto lo studio");
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

  /** Records one of the rarer outcomes, which may open a panel of its own. */
  async recordOther(outcome: string): Promise<void> {
    await this.record("Altro esito");
    await this.panel("Altro esito").getByRole("button", { name: outcome }).click();
  }

  /** What was said so far, where each reason is spoken of by itself. */
  get saidSoFar() {
    return this.page.getByRole("region", { name: "Detto finora" });
  }

  get oneByOne() {
    return this.page.getByRole("button", { name: "Un motivo alla volta" });
  }

  get endCall() {
    return this.saidSoFar.getByRole("button", { name: /^Chiudi con/ });
  }

  /** Takes one reason in hand, where each is spoken of by itself, instead of the one that the card proposes. */
  async takeInHand(reason: RegExp): Promise<void> {
    await this.card.getByRole("checkbox", { checked: true }).tap();
    await this.card.getByRole("checkbox", { name: reason }).first().tap();
  }

  /** Opens somebody who is on the list for money and for hygiene, and whom nobody has promised a call about either. */
  async openWithTwoReasons(): Promise<void> {
    await this.filter("Saldo/Rate");
    const both = this.rows.filter({ has: this.page.locator(".tag", { hasText: "Igiene" }), hasNotText: /promess/i });
    await both.first().getByRole("link").first().click();
    await this.card.waitFor();
  }

  /** The panel in which an outcome is completed. */
  panel(title: string) {
    return this.card.getByRole("region", { name: title });
  }

  /** The ways to reach the patient, in their order. */
  get ways() {
    return this.card.locator(".call-way");
  }

  /** The link of a video call. */
  get video() {
    return this.card.getByRole("link", { name: "Apri la videochiamata in un’altra scheda" });
  }

  /** The latest attempts, a line each, in sight without a tap. */
  get latest() {
    return this.card.locator(".call-latest__one");
  }

  /** Reasons that are not on the list now, each with its cause. */
  get held() {
    return this.card.locator(".call-held");
  }

  /** What waits for a person's decision. */
  get toSettle() {
    return this.card.getByRole("region", { name: "Da rivedere" });
  }

  /** Shows a part of the list: those to review, put off, left out. */
  async showPart(name: string): Promise<void> {
    await this.page.getByRole("radiogroup", { name: "Quali pazienti" }).getByRole("radio", { name }).check();
  }

  /** What was said in earlier calls, the newest first. */
  get earlier() {
    return this.card.locator(".call-attempt");
  }

  async unfoldEarlier(): Promise<void> {
    await this.card.getByText("Tentativi precedenti").click();
  }

  get next() {
    return this.page.getByRole("button", { name: "Chi viene dopo" });
  }

  /** What was last told, and closed by hand so that the next one is told apart. */
  get toast() {
    return this.page.locator(".toast").last();
  }
}

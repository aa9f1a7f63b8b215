import { type Page, expect } from "@playwright/test";

/** What every signed-in page has around it: sections, state of sync, outbox. */
export class LayoutPage {
  constructor(readonly page: Page) {}

  /** The state of sync, in words. */
  get badge() {
    return this.page.getByRole("button", { name: /^Stato dei dati/ });
  }

  get navigation() {
    return this.page.getByRole("navigation", { name: "Sezioni" });
  }

  get outbox() {
    return this.page.getByRole("dialog", { name: "Modifiche di questo dispositivo" });
  }

  /** Who else is live: names, as they are read aloud. */
  get colleagues() {
    return this.page.getByText(/^Al lavoro adesso: /);
  }

  /** Who else looks at what this page shows. */
  get watchers() {
    return this.page.locator(".watchers");
  }

  async openOutbox(): Promise<void> {
    await this.badge.click();
  }

  /** Entries that were not carried out. */
  get refused() {
    return this.outbox.getByRole("region", { name: "Non riuscite" }).getByRole("listitem");
  }

  /** What waits for a person. */
  get toReview() {
    return this.outbox.getByRole("region", { name: "Da rivedere" }).getByRole("listitem");
  }

  /** Entries on their way. */
  get waiting() {
    return this.outbox.getByRole("region", { name: "In attesa" }).getByRole("listitem");
  }

  private get menu() {
    return this.page.getByRole("button", { name: /ruolo, lingua, uscita/ });
  }

  /** The name of who is signed in. */
  async ownName(): Promise<string> {
    return (await this.menu.getAttribute("aria-label"))!.split(":")[0]!;
  }

  private get question() {
    return this.page.getByRole("dialog", { name: "Questo dispositivo è solo tuo?" });
  }

  /** Opens the question whether this browser is the person's own. */
  async askToMakePersonal(): Promise<void> {
    await this.menu.click();
    await this.page.getByRole("button", { name: "Questo dispositivo è solo mio…" }).click();
    await this.question.waitFor();
  }

  /** Says that it is, with the menu left open. */
  async confirmPersonal(password: string): Promise<void> {
    await this.question.getByLabel("La tua password").fill(password);
    await this.question.getByRole("button", { name: "È solo mio" }).click();
    await this.question.waitFor({ state: "detached" });
    await this.page.getByText("È solo tuo: senza rete si apre con la tua password.").waitFor();
  }

  /** Makes this browser the person's own. */
  async makePersonal(password: string): Promise<void> {
    await this.cached();
    const before = await this.cachedSnapshot();
    await this.askToMakePersonal();
    await this.confirmPersonal(password);
    await this.menu.click();
    // Only what was sealed anew opens with the password.
    await expect.poll(() => this.cachedSnapshot(), { timeout: 90_000 }).not.toBe(before);
  }

  /** Which snapshot rests on this device, if one does. */
  private async cachedSnapshot(): Promise<string | undefined> {
    return this.page.evaluate(() => (JSON.parse(localStorage.getItem("richiamo.cache") ?? "{}") as { snapshot?: string }).snapshot);
  }

  /** The page of a personal device without a network. */
  get unlock() {
    return this.page.getByRole("heading", { name: "Apri la giornata con la tua password" });
  }

  /** Opens a personal device without a network. */
  async openWith(password: string): Promise<void> {
    await this.page.getByLabel("La tua password").fill(password);
    await this.page.getByRole("button", { name: "Apri", exact: true }).click();
  }

  /** The page of any other device without a network. */
  get sealed() {
    return this.page.getByRole("heading", { name: "Serve la rete per riaprire la giornata" });
  }

  /** Waits until the day rests on this device: only then does it open again without a network. */
  async cached(): Promise<void> {
    await this.page.waitForFunction(() => localStorage.getItem("richiamo.cache") !== null, undefined, { timeout: 90_000 });
  }

  async signOut(): Promise<void> {
    await this.menu.click();
    await this.page.getByRole("button", { name: "Esci" }).click();
  }

  async goTo(section: "Agenda" | "Chiamate" | "Richieste"): Promise<void> {
    await this.navigation.getByRole("link", { name: new RegExp(`^${section}`) }).click();
  }
}

import type { Page } from "@playwright/test";

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

  async goTo(section: "Agenda" | "Chiamate"): Promise<void> {
    await this.navigation.getByRole("link", { name: new RegExp(`^${section}`) }).click();
  }
}

import { LayoutPage } from "./layout_page.ts";

/** What patients ask for, by hour. */
export class RequestsPage extends LayoutPage {
  /** A part of the board. */
  part(name: "In ritardo" | "Entro oggi" | "Più avanti" | "Risolte oggi" | "Pagamenti da rimandare: decidi tu" | "Da concedere: decidi tu") {
    return this.page.getByRole("region", { name: new RegExp(`^${name}`) });
  }

  /** A request by its words. */
  request(words: string) {
    return this.page.locator(".request").filter({ hasText: words });
  }

  /** Writes down what the first patient who is found by these letters asks, to be answered by
   * the hour of a button, or a typed one. */
  async write(letters: string, words: string, hour: RegExp | string, mine: boolean): Promise<string> {
    await this.page.getByRole("button", { name: "Nuova richiesta" }).click();
    const window = this.page.getByRole("dialog", { name: "Nuova richiesta" });
    await window.getByLabel("Chi chiede").fill(letters);
    await window.getByRole("option").first().click();
    await window.getByLabel("Che cosa chiede").fill(words);
    await window.getByLabel("Come è arrivata").selectOption({ label: "E-mail" });
    if (typeof hour === "string") await window.getByLabel("Entro quando").fill(hour);
    else await window.getByRole("button", { name: hour }).click();
    await window.getByLabel("Ci penso io").setChecked(mine);
    await window.getByRole("button", { name: "Scrivi la richiesta" }).click();
    await window.waitFor({ state: "detached" });
    return (await this.request(words).locator(".request__who").textContent())!;
  }
}

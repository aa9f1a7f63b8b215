import { type Page, expect } from "@playwright/test";
import type { Person } from "../support/practice.ts";
import { LayoutPage } from "./layout_page.ts";

/** `/accedi`, drawn by the server. */
export class SignInPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    // A page whose session has ended is on its way here by itself: whichever comes second cuts the other off.
    await expect(async () => void (await this.page.goto("/accedi"))).toPass({ timeout: 45_000 });
  }

  get login() {
    return this.page.getByLabel("Nome utente");
  }

  get password() {
    return this.page.getByLabel("Password", { exact: true });
  }

  get refusal() {
    return this.page.getByRole("alert");
  }

  async submit(login: string, password: string): Promise<void> {
    await this.login.fill(login);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: "Accedi" }).click();
  }

  async signIn(person: Person): Promise<void> {
    await this.open();
    await this.submit(person.login, person.password);
    await expect(new LayoutPage(this.page).badge).toContainText("dal vivo", { timeout: 45_000 });
  }
}

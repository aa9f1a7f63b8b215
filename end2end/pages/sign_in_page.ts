import { type Page, expect } from "@playwright/test";
import type { Person } from "../support/practice.ts";
import { LayoutPage } from "./layout_page.ts";

/** `/accedi`, drawn by the server. */
export class SignInPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/accedi");
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

import { AgendaPage } from "../pages/agenda_page.ts";
import { SignInPage } from "../pages/sign_in_page.ts";
import { expect, test } from "../support/test.ts";

test("somebody signs in and sees the agenda of today", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  await expect(agenda.day).toBeVisible();
  await expect(agenda.cards.first()).toBeVisible();
});

test("the sign-in page works before any program arrives", async ({ desk, practice }) => {
  const { page, context } = await desk("FD", { signedOut: true });
  await context.route("**/*.{js,wasm}", (route) => route.abort());
  const signIn = new SignInPage(page);
  await signIn.open();
  const { login, password } = practice.person("FD");
  await signIn.submit(login, password);
  await expect(page).not.toHaveURL(/accedi/);
});

test("a wrong password is told like an unknown name, and what was typed stays", async ({ desk, practice }) => {
  const { page } = await desk("FD", { signedOut: true });
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.submit(practice.person("FD").login, "not the password");
  const wrongPassword = await signIn.refusal.textContent();
  await expect(signIn.login).toHaveValue(practice.person("FD").login);
  await expect(signIn.password).toHaveValue("");
  await signIn.submit("nobody", "not the password");
  expect(await signIn.refusal.textContent()).toBe(wrongPassword);
});

test("who signs out is out, also for the server", async ({ desk }) => {
  const { page } = await desk("FD");
  await page.getByRole("button", { name: /ruolo, lingua, uscita/ }).click();
  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page).toHaveURL(/accedi/);
  const answer = await page.request.get("/sync/snapshot");
  expect(answer.status()).toBeGreaterThanOrEqual(400);
});

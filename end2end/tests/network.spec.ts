import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

/** Counts the requests of a page to an address. */
function requests(page: Page, path: string): { count: number } {
  const seen = { count: 0 };
  page.on("request", (request) => (seen.count += new URL(request.url()).pathname === path ? 1 : 0));
  return seen;
}

test("where WebSockets are blocked the same work is done by requests", async ({ desk, practice }) => {
  const { page, link } = await desk("FD", { signedOut: true });
  link.refuseUpgrades();
  const polls = requests(page, "/sync/poll");
  const { login, password } = practice.person("FD");
  await page.goto("/accedi");
  await page.getByLabel("Nome utente").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Accedi" }).click();
  const agenda = new AgendaPage(page);
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  expect(polls.count).toBeGreaterThan(0);

  const colleague = new AgendaPage((await desk("RS")).page);
  await colleague.goTo("Agenda");
  const [first, second] = await colleague.awaited();
  await colleague.markArrival(first!);
  await expect(agenda.card(first!)).toHaveAccessibleName(/attende|arrivato/);
  await agenda.markArrival(second!);
  await expect(colleague.card(second!)).toHaveAccessibleName(/attende|arrivato/);
  await expect(agenda.badge).toContainText("dal vivo");
  await expect(agenda.watchers).toContainText("guarda questo giorno");

  // Signing out elsewhere ends a line of requests too.
  await page.request.post("/api/sign-out", { headers: { origin: link.origin } });
  await page.waitForURL("**/accedi**");
});

test("a line that has silently gone is found out within twenty seconds, and comes back", async ({ desk }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const colleague = new AgendaPage((await desk("RS")).page);
  await colleague.goTo("Agenda");
  await agenda.goTo("Agenda");
  await expect(agenda.badge).toContainText("dal vivo");
  const [name] = await agenda.awaited();
  const closed: number[] = [];
  page.on("websocket", (socket) => socket.on("close", () => closed.push(Date.now())));

  link.hold();
  const held = Date.now();
  await expect(agenda.badge).toContainText(/^alle \d\d?:\d\d/, { timeout: 30_000 });
  const foundOut = Date.now() - held;
  console.log(`found out after ${foundOut} ms`);
  expect(foundOut, "no longer than 20 s after the last sign, which was before").toBeLessThan(21_000);
  await colleague.markArrival(name!);

  link.release();
  await expect(agenda.badge).toContainText("dal vivo", { timeout: 60_000 });
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

import type { Page } from "@playwright/test";
import { AgendaPage } from "../pages/agenda_page.ts";
import { expect, test } from "../support/test.ts";

/** How many lines a page has open, from now on. */
function lines(page: Page): { open: number; opened: number } {
  const count = { open: 0, opened: 0 };
  page.on("websocket", (socket) => {
    count.open += 1;
    count.opened += 1;
    socket.on("close", () => (count.open -= 1));
  });
  return count;
}

test("a page that is put aside closes its line, and is live again when it is shown", async ({ desk }) => {
  const { page } = await desk("FD");
  const count = lines(page);
  await page.reload();
  const agenda = new AgendaPage(page);
  await expect(agenda.badge).toContainText("dal vivo");
  expect(count).toEqual({ open: 1, opened: 1 });
  const turn = (name: "pagehide" | "pageshow") =>
    page.evaluate((name) => window.dispatchEvent(new PageTransitionEvent(name, { persisted: true })), name);
  await turn("pagehide");
  await expect.poll(() => count.open).toBe(0);
  await expect(agenda.badge).not.toContainText("dal vivo");
  expect(count.opened, "and none is opened while it is aside").toBe(1);
  await turn("pageshow");
  await expect(agenda.badge).toContainText("dal vivo");
  expect(count).toEqual({ open: 1, opened: 2 });
});

test("a tab that the browser freezes closes its line, and is live again when it thaws", async ({ desk }) => {
  const { page } = await desk("FD");
  const count = lines(page);
  await page.reload();
  const agenda = new AgendaPage(page);
  await expect(agenda.badge).toContainText("dal vivo");
  // A tab that is really frozen tells the test nothing either: this is what it is told before.
  await page.evaluate(() => document.dispatchEvent(new Event("freeze")));
  await expect.poll(() => count.open).toBe(0);
  await expect(agenda.badge).not.toContainText("dal vivo");
  await page.evaluate(() => document.dispatchEvent(new Event("resume")));
  await expect(agenda.badge).toContainText("dal vivo");
  expect(count.open).toBe(1);
});

test("going to another page and back shows a live page", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  await agenda.goTo("Agenda");
  const colleague = new AgendaPage((await desk("RS")).page);
  await colleague.goTo("Agenda");
  const [name] = await colleague.awaited();
  await page.goto("/api/health");
  await colleague.markArrival(name!);
  await page.goBack();
  await expect(agenda.badge).toContainText("dal vivo");
  await expect(agenda.card(name!)).toHaveAccessibleName(/attende|arrivato/);
});

test("a page that comes back after its person has signed out shows nothing of theirs", async ({ desk }) => {
  const { page } = await desk("FD");
  const agenda = new AgendaPage(page);
  await expect(agenda.badge).toContainText("dal vivo");
  await page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    localStorage.removeItem("richiamo.person");
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await expect(agenda.day).toHaveCount(0);
});

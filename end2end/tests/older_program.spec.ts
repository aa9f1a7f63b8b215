import { randomUUID } from "node:crypto";
import { AgendaPage } from "../pages/agenda_page.ts";
import { PlainClient } from "../support/plain_client.ts";
import { expect, test } from "../support/test.ts";

test("a program too old for the server hands its unsent work over, and says so", async ({ desk, practice }) => {
  const { page, link } = await desk("FD");
  const agenda = new AgendaPage(page);
  const witness = new AgendaPage((await desk("RS")).page);
  await witness.goTo("Agenda");
  const [name] = await agenda.awaited();
  const { password } = practice.person("FD");
  await agenda.makePersonal(password);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await agenda.cached();
  link.cut();
  await expect(agenda.badge).not.toContainText("dal vivo", { timeout: 40_000 });
  await agenda.markArrival(name!);
  await agenda.openOutbox();
  await expect(agenda.waiting).toContainText("conservato su questo dispositivo");
  await agenda.outbox.getByRole("button", { name: "Chiudi" }).click();

  // The program says on its way out that it is of yesterday: the real server answers as it would.
  let asked = 0;
  page.on("request", (request) => (asked += request.url().endsWith("/sync/rescue") ? 1 : 0));
  await page.routeWebSocket("**/sync/socket", (ws) => {
    const server = ws.connectToServer();
    ws.onMessage((text) => {
      const message = JSON.parse(String(text)) as { type: string; schema?: number };
      server.send(JSON.stringify(message.type === "hello" ? { ...message, schema: message.schema! - 1 } : message));
    });
  });
  await page.reload();
  await agenda.openWith(password);
  await expect(agenda.badge).toContainText("1 da inviare");
  link.mend();
  await agenda.openOutbox();
  await expect(agenda.outbox).toContainText("Il server ha una versione nuova", { timeout: 60_000 });
  await expect(agenda.waiting, "until it is handed over it stays").toHaveCount(1);
  await expect(agenda.outbox).toContainText("1 modifica consegnata al server per essere rivista", { timeout: 90_000 });
  await expect(agenda.waiting).toHaveCount(0);
  expect(asked).toBe(1);

  // It was not carried out, and is there for a person to look at.
  await expect(witness.card(name!)).not.toHaveAccessibleName(/attende|arrivato/);
  expect(await practice.command("rescued")).toContain("1 changes handed over");
  expect(await practice.command("rescued", "--show")).toContain('"mark":"arrived"');

  // Loaded again it is the same program, and has nothing to hand over.
  await page.reload();
  await agenda.openOutbox();
  await expect(agenda.outbox).toContainText("Il server ha una versione nuova", { timeout: 60_000 });
  await expect(agenda.waiting).toHaveCount(0);
});

test("a client of yesterday, and one of tomorrow, are told to renew themselves and nothing else", async ({ practice }) => {
  for (const off of [-1, 1]) {
    const client = new PlainClient(practice.origin, off);
    const { login, password } = practice.person("FD");
    await client.signIn(login, password);
    const mid = client.give("mark_appointment", { appointment: randomUUID(), mark: "arrived" });
    await expect(client.connect()).rejects.toThrow("closed");
    expect(client.told).toEqual(["upgrade"]);
    expect(client.base.size).toBe(0);
    expect(client.unsent, "what is not sent stays").toBe(1);
    expect(await client.rescue()).toEqual([mid]);
    expect(client.unsent).toBe(0);
  }
  expect(await practice.command("rescued")).toContain("2 changes handed over");
});

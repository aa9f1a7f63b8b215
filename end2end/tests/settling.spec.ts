import { CallsPage } from "../pages/calls_page.ts";
import { QuestionsPage } from "../pages/questions_page.ts";
import { expectAccessible } from "../support/accessible.ts";
import { withoutAge } from "../support/patients.ts";
import { PlainClient } from "../support/plain_client.ts";
import { expect, test } from "../support/test.ts";

test("a number that is corrected on the card gives back what a wrong number held, on every screen", async ({ desk }) => {
  const desk1 = new CallsPage((await desk("FD")).page);
  const remote = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await remote.filter("Igiene");
  const name = withoutAge((await remote.names(1))[0]!);
  await remote.open(name);
  await remote.recordOther("Numero errato");
  await expect(remote.held.filter({ hasText: "numero errato" }).first()).toBeVisible();
  // Who may not write a number has nothing to tap.
  await expect(remote.toSettle).toContainText("Il numero è di un’altra persona");
  await expect(remote.toSettle.getByRole("button")).toHaveCount(0);

  await desk1.goTo("Chiamate");
  await desk1.page.goto(remote.page.url().replace(/^https?:\/\/[^/]+/, ""));
  await desk1.toSettle.getByRole("button", { name: "Correggi il contatto" }).click();
  await expectAccessible(desk1.page, "correcting a number on the card of a call");
  await desk1.toSettle.getByLabel("Cellulare").fill("347 111 22 33");
  await desk1.toSettle.getByRole("button", { name: "Salva" }).click();
  for (const calls of [desk1, remote]) {
    await expect(calls.toSettle).toHaveCount(0);
    await expect(calls.held.filter({ hasText: "numero errato" })).toHaveCount(0);
    await expect(calls.card.getByRole("checkbox", { name: /Igiene/ })).toBeVisible();
  }
});

test("what waits for a person is decided with one tap: a report, a dispute, five tries in vain", async ({ desk }) => {
  const front = new CallsPage((await desk("FD")).page);
  const remote = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await remote.filter("Igiene");
  const name = withoutAge((await remote.names(1))[0]!);
  await remote.open(name);
  await remote.recordOther("Segnalato trasferito");
  await expect(remote.toSettle).toContainText("Segnalato trasferito da");
  await expect(remote.toSettle.getByRole("button", { name: "È confermato" })).toHaveCount(0);
  const path = remote.page.url().replace(/^https?:\/\/[^/]+/, "");

  await front.goTo("Chiamate");
  await front.page.goto(path);
  await front.toSettle.getByRole("button", { name: "È confermato" }).click();
  for (const calls of [front, remote]) await expect(calls.toSettle).toContainText("Confermato trasferito da");
  await expect(front.held.first()).toContainText(/: trasferito$/);
  await front.toSettle.getByRole("button", { name: "Non è vero" }).click();
  await expect(front.toSettle).toHaveCount(0);
  await expect(remote.toSettle).toHaveCount(0);
  await front.unfoldEarlier();
  await expect(front.earlier.first()).toContainText("la segnalazione non era vera");

  await front.showPart("Da rivedere");
  const inVain = front.rows.filter({ hasText: "cinque tentativi a vuoto" });
  await inVain.first().waitFor();
  const count = await inVain.count();
  await inVain.first().getByRole("link").first().click();
  await expect(front.toSettle).toContainText("cinque tentativi a vuoto");
  await expectAccessible(front.page, "what waits for a person on the card of a call");
  await front.toSettle.getByRole("button", { name: "Riprova" }).first().click();
  await expect(inVain).toHaveCount(count - 1);
  await inVain.first().getByRole("link").first().click();
  await front.toSettle.getByRole("button", { name: "Chiudi con un motivo…" }).first().click();
  await front.card.getByRole("button", { name: "Si cura altrove" }).click();
  await expect(inVain).toHaveCount(count - 2);
  await expect(front.held.filter({ hasText: "chiuso dallo studio" })).toHaveCount(1);
  await front.toSettle.getByRole("button", { name: "Riapri" }).click();
  await expect(front.held.filter({ hasText: "chiuso dallo studio" })).toHaveCount(0);

  const disputed = front.rows.filter({ hasText: "importo contestato" });
  const disputes = await disputed.count();
  await disputed.first().getByRole("link").first().click();
  const resolve = front.toSettle.getByRole("button", { name: "Contestazione risolta" });
  await resolve.first().waitFor();
  for (let left = await resolve.count(); left > 0; left--) {
    await resolve.first().click();
    await expect(resolve).toHaveCount(left - 1);
  }
  await expect(disputed).toHaveCount(disputes - 1);
});

test("a patient who does not want to go on is told to the dentist, until it was seen", async ({ desk, practice }) => {
  const client = new PlainClient(practice.origin);
  const { login, password } = practice.person("FD");
  await client.signIn(login, password);
  await client.connect();
  const dentists = client.rows("member").filter(({ roles }) => (roles as string[]).includes("DE"));
  const me = dentists[0]!.clinician;
  const mine = new Set(
    client
      .rows("patient")
      .filter(({ dentist }) => dentist === me)
      .map(({ surname, name }) => `${surname} ${name}`),
  );
  client.drop();

  const dentist = new QuestionsPage((await desk("DE")).page);
  const calls = new CallsPage((await desk("RS", { layout: "narrow" })).page);
  await calls.filter("Piani");
  const name = (await calls.names(12)).map(withoutAge).find((name) => mine.has(name))!;
  await calls.open(name);
  await calls.recordOther("Non vuole proseguire");
  await expect(calls.held.filter({ hasText: "non vuole proseguire" }).first()).toBeVisible();

  await dentist.navigation.getByRole("link", { name: /Domande/ }).click();
  const told = dentist.declined.filter({ hasText: name });
  await expect(told).toContainText("scritto da");
  await expectAccessible(dentist.page, "who does not want to go on");
  await told.getByRole("button", { name: "Visto" }).click();
  await expect(dentist.declined).toHaveCount(0);
});

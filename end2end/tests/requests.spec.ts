import { CallsPage } from "../pages/calls_page.ts";
import { RequestsPage } from "../pages/requests_page.ts";
import { withoutAge } from "../support/patients.ts";
import { MORNING } from "../support/practice.ts";
import { expect, test } from "../support/test.ts";

test("a request is taken in charge in one tap, handed over with a count, and solved; a slip is taken back", async ({ desk }) => {
  const desk1 = new RequestsPage((await desk("FD")).page);
  const remote = new RequestsPage((await desk("RS", { layout: "narrow" })).page);
  const cases = new RequestsPage((await desk("DCM", { layout: "phone" })).page);
  await desk1.goTo("Richieste");
  await expect(desk1.page.getByText("Nessuna richiesta")).toBeVisible();
  await desk1.write("ro", "chiede la fattura di ottobre", /^Tra 1 ora/, false);
  await expect(desk1.request("fattura")).toContainText("Arrivata: E-mail");

  await expect(remote.navigation.getByRole("link", { name: /Richieste.*1 aspetta/ })).toBeVisible();
  await remote.goTo("Richieste");
  const request = remote.request("fattura");
  await request.getByRole("button", { name: "Prendo in carico" }).click();
  await expect(request).toContainText("In carico a");
  await expect(request).not.toContainText("passaggi");
  await request.getByRole("button", { name: "Passa a…" }).click();
  await request.getByLabel("Due parole").fill("la segui già tu");
  const colleague = await cases.ownName();
  await request.getByRole("button", { name: colleague }).click();
  await expect(request).toContainText(`In carico a ${colleague} (1 passaggio): «la segui già tu»`);

  await cases.goTo("Richieste");
  await cases.request("fattura").getByRole("button", { name: "Risolta…" }).tap();
  await cases.request("fattura").getByLabel("Cosa hai fatto").fill("mandata per e-mail");
  await cases.request("fattura").getByRole("button", { name: "Segna risolta" }).tap();
  await expect(desk1.part("Risolte oggi")).toContainText("mandata per e-mail");
  await cases.page.getByRole("button", { name: "Annulla" }).tap();
  await expect(desk1.part("Entro oggi")).toContainText("fattura");
  await expect(desk1.request("fattura")).not.toContainText("Riaperta");
});

test("an hour that goes by is late on every screen, another one is promised in sight, and a network that is gone keeps both", async ({
  desk,
  practice,
}) => {
  const one = await desk("FD");
  const requests = new RequestsPage(one.page);
  const other = new RequestsPage((await desk("RS", { layout: "narrow" })).page);
  await requests.goTo("Richieste");
  const who = await requests.write("ma", "vuole sapere se può mangiare", MORNING.replace("09:30", "09:40"), true);
  await other.goTo("Richieste");
  await expect(other.part("Entro oggi")).toContainText("mangiare");
  await practice.kill();
  await practice.start(MORNING.replace("09:30", "09:42"));
  for (const page of [requests, other]) await expect(page.part("In ritardo")).toContainText("mangiare", { timeout: 60_000 });
  // The sheet and the card of the call say it too.
  await requests.request("mangiare").getByRole("link", { name: who }).click();
  await expect(requests.page.getByRole("dialog").locator(".waits")).toContainText("mangiare");
  await requests.page.keyboard.press("Escape");

  one.link.cut();
  await requests.request("mangiare").getByRole("button", { name: "Altra ora…" }).click();
  await requests.request("mangiare").getByRole("button", { name: /^Tra 2 ore/ }).click();
  await expect(requests.part("Entro oggi")).toContainText("Prima promessa");
  await expect(requests.request("mangiare")).toContainText("su questo dispositivo");
  await expect(other.part("In ritardo")).toContainText("mangiare");
  one.link.mend();
  await expect(other.part("Entro oggi")).toContainText("Prima promessa", { timeout: 60_000 });
});

test("a delay within the budget is granted on the call, and beyond it by the manager with the proposal ready", async ({ desk }) => {
  const { page } = await desk("RS", { layout: "narrow", mouse: false });
  const calls = new CallsPage(page);
  const manager = new RequestsPage((await desk("DOM")).page);
  /** Asks until the day of one of the choices: in one, two or four weeks. */
  const asks = async (choice: 0 | 1 | 2) => {
    await page.goto("/chiamate");
    // What this device had kept may be older than the last call: who was called just now is not called again.
    await expect(calls.badge).toContainText("dal vivo");
    await calls.filter("Saldo/Rate");
    const name = withoutAge((await calls.names(1))[0]!);
    await calls.open(name);
    await calls.recordOther("Chiede più tempo per pagare…");
    await calls.panel("Rimandare il pagamento al…").getByRole("button", { name: /\d/ }).nth(choice).tap();
    return name;
  };
  // A week is what a remote secretary grants; the shortest of the three choices.
  await asks(0);
  await expect(calls.held.filter({ hasText: "ha promesso di pagare" }).first()).toBeVisible();
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText("Rinvio concesso da");

  const name = await asks(2);
  await expect(calls.held.filter({ hasText: "aspetta la direzione" }).first()).toBeVisible();
  await expect(manager.navigation.getByRole("link", { name: /Richieste.*1 aspetta/ })).toBeVisible();
  await manager.goTo("Richieste");
  const proposal = manager.part("Pagamenti da rimandare: decidi tu").getByRole("listitem").filter({ hasText: name });
  await expect(proposal).toContainText("Chiede di rimandare il pagamento a");
  await proposal.getByLabel("Parole per il paziente").fill("Va bene, in due volte");
  await proposal.getByRole("button", { name: "Concedi", exact: true }).click();
  await expect(calls.held.filter({ hasText: "ha promesso di pagare" }).first()).toBeVisible();
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText("«Va bene, in due volte»");

  // The practice gives more room, and the same request needs nobody.
  await manager.page.goto("/impostazioni");
  const budget = manager.page.getByRole("region", { name: "Autonomia" }).getByRole("listitem", { name: "Segreteria remota" });
  await budget.getByRole("combobox").selectOption({ label: "rinvio fino a 30 giorni" });
  await expect(budget.getByRole("combobox").locator("option:checked")).toHaveText("rinvio fino a 30 giorni");
  await asks(2);
  await calls.unfoldEarlier();
  await expect(calls.earlier.first()).toContainText("Rinvio concesso da");
});

test("who does not talk with patients is told that requests are not for them", async ({ desk }) => {
  const { page } = await desk("OW");
  await new RequestsPage(page).navigation.waitFor();
  await expect(page.getByRole("link", { name: /Richieste/ })).toHaveCount(0);
  await page.goto("/richieste");
  await expect(page.getByRole("heading", { name: "Le richieste sono per chi le segue" })).toBeVisible();
});

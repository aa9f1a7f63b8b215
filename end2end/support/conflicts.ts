import { AgendaPage } from "../pages/agenda_page.ts";
import { CallsPage } from "../pages/calls_page.ts";
import { type Desk, type LAYOUTS, expect } from "./test.ts";

/** Two people, each with a network of their own. */
export interface Two {
  first: Desk;
  second: Desk;
}

type Open = (role: string, options?: { layout?: keyof typeof LAYOUTS; theme?: "light" | "dark" }) => Promise<Desk>;

async function apart(open: Open, roles: [string, string], options: Parameters<Open>[1]): Promise<Two> {
  const first = await open(roles[0], options);
  const second = await open(roles[1], options);
  for (const { page } of [first, second]) await new AgendaPage(page).goTo("Agenda");
  return { first, second };
}

async function cut({ first, second }: Two): Promise<void> {
  for (const { page, link } of [first, second]) {
    link.cut();
    await expect(new AgendaPage(page).badge).not.toContainText("dal vivo", { timeout: 40_000 });
  }
}

/** The first comes back before the second. */
export async function meet({ first, second }: Two): Promise<void> {
  for (const { page, link } of [first, second]) {
    link.mend();
    const { badge } = new AgendaPage(page);
    await expect(badge).toContainText("dal vivo", { timeout: 60_000 });
    await expect(badge).not.toContainText(/da inviare|salvataggio/);
  }
}

/** One visit, moved by both without a network to two places. Tells whose, and where each put it. */
export async function oneVisitTwoPlaces(open: Open, options?: Parameters<Open>[1]): Promise<Two & { name: string; hours: string[] }> {
  const two = await apart(open, ["FD", "RS"], options);
  const [name] = await new AgendaPage(two.first.page).awaited();
  await cut(two);
  const hours: string[] = [];
  for (const [index, { page }] of [two.first, two.second].entries()) {
    const agenda = new AgendaPage(page);
    await agenda.open(name!);
    await agenda.startMoving();
    await agenda.dialog.getByRole("group", { name: /posti liberi/i }).getByRole("button").nth(index).click();
    const day = await agenda.dialog.getByLabel("Giorno").inputValue();
    hours.push(`${day} ${await agenda.dialog.getByLabel("Ora", { exact: true }).inputValue()}`);
    await agenda.submitMove.click();
    await agenda.dialog.waitFor({ state: "detached" });
  }
  await meet(two);
  return { ...two, name: name!, hours };
}

/** One mobile number, given two values without a network. */
export async function oneNumberTwoValues(open: Open, options?: Parameters<Open>[1]): Promise<Two & { name: string }> {
  const two = await apart(open, ["FD", "DCM"], options);
  const [, name] = await new AgendaPage(two.first.page).awaited();
  await cut(two);
  for (const [{ page }, number] of [
    [two.first, "347 111 22 33"],
    [two.second, "349 444 55 66"],
  ] as const) {
    const agenda = new AgendaPage(page);
    await agenda.open(name!);
    await agenda.editMobile(number);
    await agenda.close();
  }
  await meet(two);
  return { ...two, name: name! };
}

/** One patient, called by both without a network. */
export async function onePatientTwoCalls(open: Open, options?: Parameters<Open>[1]): Promise<Two & { name: string }> {
  const two = await apart(open, ["FD", "RS"], options);
  const calls = new CallsPage(two.first.page);
  await calls.goTo("Chiamate");
  await calls.filter("Igiene");
  const [name] = await calls.names(1);
  await cut(two);
  for (const { page } of [two.first, two.second]) {
    const calls = new CallsPage(page);
    await calls.goTo("Chiamate");
    await calls.filter("Igiene");
    await calls.open(name!);
    await calls.record("Non risponde");
  }
  await meet(two);
  return { ...two, name: name! };
}

import { connected } from "./given.ts";
import { type Practice, addDays, referenceMonday } from "./practice.ts";

/** Somebody who is to be called for the answer to one plan of several steps: identity and name. */
export async function awaiting(practice: Practice): Promise<{ patient: string; name: string; steps: number }> {
  const client = await connected(practice, "DCM");
  type Plan = { presented?: string; steps_unanswered: number; steps?: { answer?: string }[] };
  const found = client
    .rows("care")
    .map(({ patient, plans }) => ({ patient: String(patient), plans: (plans ?? []) as Plan[] }))
    .find(({ plans: [plan, ...others] }) => {
      const steps = plan?.steps ?? [];
      const isDue = plan?.presented !== undefined && plan.presented < addDays(referenceMonday(), -10);
      return others.length === 0 && isDue && steps.length > 1 && plan.steps_unanswered === steps.length;
    });
  const who = client.rows("patient").find(({ id }) => id === found?.patient);
  client.drop();
  if (found === undefined || who === undefined) throw new Error("nobody is to answer one plan of several steps");
  return { patient: found.patient, name: `${String(who.surname)} ${String(who.name)}`, steps: found.plans[0]!.steps!.length };
}

import { connected } from "./given.ts";
import { type Practice, addDays, referenceMonday } from "./practice.ts";

/** "1.320,50" of cents. */
export const written = (cents: number): string => {
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${euros},${String(cents % 100).padStart(2, "0")}`;
};

/** Somebody who is to be called for the balance of one plan and nothing else: identity, and how much in cents. */
export async function owing(practice: Practice): Promise<{ patient: string; cents: number }> {
  const client = await connected(practice, "FD");
  const pays = new Set(client.rows("patient").filter(({ payer }) => payer === undefined || payer === null).map(({ id }) => String(id)));
  const paidFor = new Set(client.rows("patient").map(({ payer }) => String(payer)));
  type Money = { balance?: { amount: number; day: string }; instalment?: unknown; plans?: { left: number }[] };
  const found = client
    .rows("care")
    .map(({ patient, money }) => ({ patient: String(patient), money: (money ?? {}) as Money }))
    .filter(({ patient }) => pays.has(patient) && !paidFor.has(patient))
    .find(({ money: { balance, instalment, plans = [] } }) => {
      const unpaid = plans.filter(({ left }) => left > 0);
      const isCalled = balance !== undefined && balance.day < addDays(referenceMonday(), -7);
      return isCalled && instalment === undefined && unpaid.length === 1 && unpaid[0]!.left === balance.amount;
    });
  client.drop();
  if (found === undefined) throw new Error("nobody owes the balance of one plan alone");
  return { patient: found.patient, cents: found.money.balance!.amount };
}

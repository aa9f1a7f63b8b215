//! The rows behind each figure of money: what makes up a patient's balance, their overdue instalments, and what their payer
//! owes (`domain.md`, "Cycles and money", "Money").
//!
//! Every figure is the ledger's own, as the digest and the practice's figures have it; the rows are those that the ledger has
//! added up. Nothing clinical is among them: a day and an amount, never what was done or on which tooth.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Cents;
use super::aging::Aging;
use super::ledger::{Cycle, CycleState, Ledger};
use crate::care::{Due, Payment};
use crate::id::{PatientId, PaymentId, PlanId};

/// The figures of one patient, each with its rows, as of a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Whose.
    pub patient: PatientId,
    /// The day: that of the digests from which the call list is made.
    pub as_of: Date,
    /// The cycles of which there is any row; first those of which something is open, the latest first.
    pub cycles: Vec<CycleStatement>,
    /// What is not covered over all cycles.
    pub uncovered: Cents,
    /// The balance as the list has it: not more than the payer owes, and more than a euro.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Due>,
    /// The overdue instalments as the list has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Due>,
    /// What the payer owes.
    pub payer: PayerStatement,
}

/// A cycle of care, with what its figures are made of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CycleStatement {
    /// The plan; `None` for the acts outside any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// When the plan was presented to the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presented: Option<Date>,
    /// How the cycle stands.
    pub state: CycleState,
    /// The acts done, oldest first.
    pub done: Vec<ActRow>,
    /// What they cost.
    pub cost: Cents,
    /// Payments and refunds, oldest first.
    pub payments: Vec<PaymentRow>,
    /// Payments less refunds.
    pub paid: Cents,
    /// Parts of the price, by due day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instalments: Vec<InstalmentRow>,
    /// What the instalments come to; nothing in a stopped plan.
    pub agreed: Cents,
    /// Cost less what was paid; negative where more was paid.
    pub owed: Cents,
    /// What the instalments still leave to pay.
    pub remaining: Cents,
    /// What is owed beyond that; nothing where the cycle goes on.
    pub uncovered: Cents,
    /// What of the instalments due before the day was not paid, where more than a euro.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Due>,
}

/// An act done: when, and what it costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRow {
    /// When it was done.
    pub day: Date,
    /// Price.
    pub price: Cents,
    /// Discount, an amount.
    pub discount: Cents,
}

/// A payment, or a refund, which is below zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentRow {
    /// Value date.
    pub day: Date,
    /// How much.
    pub amount: Cents,
    /// Who has recorded it.
    pub source: Source,
}

/// Where an entry of the books comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// It was recorded here.
    Here,
    /// It came with an import.
    Imported,
    /// It was recorded here, and no money moved: a waiver, or what takes one back.
    Waived,
}

/// A part of the price of a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstalmentRow {
    /// Number within the plan.
    pub number: u16,
    /// Due day.
    pub due: Date,
    /// How much.
    pub amount: Cents,
    /// What was paid of it: what was paid for the plan goes to the instalment that is due first.
    pub paid: Cents,
    /// Days since the due day, where it is past and the instalment is not wholly paid; never in a stopped plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_late: Option<i32>,
    /// The day on which it was due before it was put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_off_from: Option<Date>,
}

/// What a payer owes over everybody they pay for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerStatement {
    /// Who pays.
    pub payer: PatientId,
    /// Everybody they pay for.
    pub people: Vec<OwedFor>,
    /// What they owe in all; up to a euro, and a credit, are nothing.
    pub owed: Cents,
    /// How old it is.
    pub aging: Aging,
}

/// What is owed for one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwedFor {
    /// Who.
    pub patient: PatientId,
    /// Cost less what was paid, over all of their cycles; negative where more was paid.
    pub owed: Cents,
}

impl Statement {
    /// The statement of a patient from the books of the family of `payer`; `is_from_here` says which entries were recorded here.
    pub fn of(
        ledger: &Ledger<'_>,
        payer: PatientId,
        patient: PatientId,
        is_from_here: impl Fn(PaymentId) -> bool,
    ) -> Self {
        let mut cycles: Vec<CycleStatement> = ledger
            .cycles_of(patient)
            .map(|cycle| CycleStatement::of(cycle, ledger.today, &is_from_here))
            .filter(|cycle| !cycle.is_empty())
            .collect();
        cycles.sort_by_key(|cycle| (!cycle.is_open(), core::cmp::Reverse(cycle.latest_day())));
        let mut people: Vec<OwedFor> = Vec::new();
        for cycle in &ledger.cycles {
            if people.iter().all(|person| person.patient != cycle.patient) {
                people.push(OwedFor {
                    patient: cycle.patient,
                    owed: ledger.owed_for(cycle.patient),
                });
            }
        }
        Self {
            patient,
            as_of: ledger.today,
            uncovered: ledger.cycles_of(patient).map(Cycle::uncovered).sum(),
            cycles,
            balance: ledger.balance(patient),
            overdue: ledger.overdue(patient),
            payer: PayerStatement {
                payer,
                people,
                owed: ledger.owed(),
                aging: Aging::of(ledger),
            },
        }
    }
}

impl CycleStatement {
    fn of(cycle: &Cycle<'_>, today: Date, is_from_here: impl Fn(PaymentId) -> bool) -> Self {
        let act = |(day, act): &(Date, &crate::care::Act)| ActRow {
            day: *day,
            price: act.price,
            discount: act.discount,
        };
        let payment = |payment: &&Payment| PaymentRow {
            day: payment.day,
            amount: payment.amount,
            source: if payment.is_waiver {
                Source::Waived
            } else if is_from_here(payment.id) {
                Source::Here
            } else {
                Source::Imported
            },
        };
        Self {
            plan: cycle.plan.map(|plan| plan.id),
            presented: cycle.plan.and_then(|plan| plan.presented),
            state: cycle.state,
            done: cycle.done.iter().map(act).collect(),
            cost: cycle.cost(),
            payments: cycle.payments.iter().map(payment).collect(),
            paid: cycle.paid,
            instalments: instalments(cycle, today),
            agreed: cycle.agreed(),
            owed: cycle.owed(),
            remaining: cycle.remaining(),
            uncovered: cycle.uncovered(),
            overdue: cycle.overdue(),
        }
    }

    /// Whether there is no row at all.
    fn is_empty(&self) -> bool {
        self.done.is_empty() && self.payments.is_empty() && self.instalments.is_empty()
    }

    /// Whether anything of it is owed, left to pay, or paid too much.
    pub fn is_open(&self) -> bool {
        self.owed != Cents(0) || self.remaining != Cents(0)
    }

    fn latest_day(&self) -> Option<Date> {
        let done = self.done.last().map(|act| act.day);
        let paid = self.payments.last().map(|payment| payment.day);
        done.max(paid).max(self.presented)
    }
}

fn instalments(cycle: &Cycle<'_>, today: Date) -> Vec<InstalmentRow> {
    let mut credit = cycle.paid.max(Cents(0));
    let row = |part: &&crate::care::Instalment| {
        let paid = part.amount.min(credit);
        credit = credit - paid;
        let is_late = cycle.is_due(part) && paid < part.amount;
        InstalmentRow {
            number: part.number,
            due: part.due,
            amount: part.amount,
            paid,
            days_late: is_late.then(|| (today - part.due).get_days()),
            put_off_from: part.put_off_from,
        }
    };
    cycle.instalments.iter().map(row).collect()
}

#[cfg(test)]
mod tests;

//! The books of a family: its cycles of care, what each one owes, and what of it is due (`domain.md`, "Cycles and money").

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Cents;
use crate::care::{Act, Due, History, Instalment, Payment, Plan, PlanAnswer, PlanState};
use crate::id::{PatientId, PlanId};

/// Differences up to this are nothing.
pub const NOTHING: Cents = Cents(100);

/// How a cycle stands: what is recorded, completed by what its steps tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CycleState {
    /// Something is still to be done.
    Active,
    /// At least one step is done and every step is done or declined, or it is recorded as finished. Acts outside any
    /// plan are always finished.
    Finished,
    /// Broken off: no agreement holds any more.
    Stopped,
}

/// The run of one plan, or a patient's acts outside any plan.
#[derive(Debug)]
pub struct Cycle<'a> {
    /// Whose care.
    pub patient: PatientId,
    /// The plan; `None` for the acts outside any.
    pub plan: Option<&'a Plan>,
    /// How it stands.
    pub state: CycleState,
    /// Every step, done or not.
    pub steps: Vec<&'a Act>,
    /// The acts done by today, oldest first, those of one day by their identifier.
    pub done: Vec<(Date, &'a Act)>,
    /// Payments and refunds up to today, oldest first, those of one day by their identifier.
    pub payments: Vec<&'a Payment>,
    /// The sum of them.
    pub paid: Cents,
    /// Parts of the price, by due day.
    pub instalments: Vec<&'a Instalment>,
    today: Date,
}

impl<'a> Cycle<'a> {
    fn new(patient: PatientId, plan: Option<&'a Plan>, today: Date) -> Self {
        Self {
            patient,
            plan,
            state: CycleState::Active,
            steps: Vec::new(),
            done: Vec::new(),
            payments: Vec::new(),
            paid: Cents(0),
            instalments: Vec::new(),
            today,
        }
    }

    /// Puts acts, payments and instalments in order and finds out how the cycle stands.
    fn settle(&mut self) {
        let today = self.today;
        let done = self
            .steps
            .iter()
            .filter_map(|act| act.done.map(|day| (day, *act)));
        self.done = done.filter(|(day, _)| *day <= today).collect();
        self.done
            .sort_by_key(|(day, act)| (*day, act.code.len(), act.code.as_str()));
        self.payments.sort_by_key(|payment| (payment.day, payment.id));
        self.paid = self.payments.iter().map(|payment| payment.amount).sum();
        self.instalments.sort_by_key(|part| (part.due, part.number));
        let is_over = |act: &&Act| self.is_done(act) || act.answer == Some(PlanAnswer::Declined);
        self.state = match self.plan.map(|plan| plan.state) {
            None => CycleState::Finished,
            Some(PlanState::Stopped) => CycleState::Stopped,
            Some(PlanState::Finished) => CycleState::Finished,
            Some(PlanState::Active) if !self.done.is_empty() && self.steps.iter().all(is_over) => {
                CycleState::Finished
            }
            Some(PlanState::Active) => CycleState::Active,
        };
    }

    /// Whether an act is done by today.
    pub fn is_done(&self, act: &Act) -> bool {
        act.done.is_some_and(|day| day <= self.today)
    }

    /// What the acts done cost.
    pub fn cost(&self) -> Cents {
        self.done.iter().map(|(_, act)| act.net()).sum()
    }

    /// What the acts done cost, less what was paid; negative where more was paid.
    pub fn owed(&self) -> Cents {
        self.cost() - self.paid
    }

    /// What the instalments come to; nothing in a stopped plan, which has no agreement any more.
    pub fn agreed(&self) -> Cents {
        if self.state == CycleState::Stopped {
            return Cents(0);
        }
        self.instalments.iter().map(|part| part.amount).sum()
    }

    /// What the instalments still leave to pay; nothing without instalments or in a stopped plan.
    pub fn remaining(&self) -> Cents {
        if self.state == CycleState::Stopped || self.instalments.is_empty() {
            return Cents(0);
        }
        (self.agreed() - self.paid).max(Cents(0))
    }

    /// What is owed beyond what the instalments will bring; nothing where the cycle goes on, never negative.
    pub fn uncovered(&self) -> Cents {
        match self.state {
            CycleState::Active => Cents(0),
            CycleState::Finished | CycleState::Stopped => (self.owed() - self.remaining()).max(Cents(0)),
        }
    }

    /// Day of the oldest act that the credits, oldest first, do not wholly pay.
    pub fn oldest_unpaid(&self) -> Option<Date> {
        let mut credit = self.paid;
        self.done.iter().find_map(|(day, act)| {
            credit = credit - act.net();
            (act.net() > Cents(0) && credit < Cents(0)).then_some(*day)
        })
    }

    /// What of the instalments due before today was not paid, never negative; nothing where none is due. Refunds above
    /// payments are then in [`Self::owed`] alone.
    pub fn late(&self) -> Cents {
        if self.due().next().is_none() {
            return Cents(0);
        }
        let due: Cents = self.due().map(|part| part.amount).sum();
        (due - self.paid).max(Cents(0))
    }

    /// The same where it is more than a euro, with the due day of the oldest instalment not wholly paid.
    pub fn overdue(&self) -> Option<Due> {
        let mut credit = self.paid;
        let oldest = self.due().find(|part| {
            credit = credit - part.amount;
            credit < Cents(0)
        });
        let late = self.late();
        oldest.filter(|_| late > NOTHING).map(|part| Due {
            amount: Some(late),
            day: part.due,
        })
    }

    /// Whether an instalment is due before today. A stopped plan has no agreement any more.
    pub fn is_due(&self, part: &Instalment) -> bool {
        self.state != CycleState::Stopped && part.due < self.today
    }

    /// The instalments due before today.
    fn due(&self) -> impl Iterator<Item = &Instalment> {
        self.instalments.iter().copied().filter(|part| self.is_due(part))
    }
}

/// The cycles of everybody whom one payer pays for, as of a day.
#[derive(Debug)]
pub struct Ledger<'a> {
    /// Every cycle of every person.
    pub cycles: Vec<Cycle<'a>>,
    /// The day.
    pub today: Date,
}

impl<'a> Ledger<'a> {
    /// The books of a family. An unknown plan is no plan; payments dated after today do not count yet.
    pub fn of(family: &'a [History], today: Date) -> Self {
        let mut cycles = Vec::new();
        let (mut by_plan, mut without_plan) = (HashMap::new(), HashMap::new());
        for history in family {
            without_plan.insert(history.patient.id, cycles.len());
            cycles.push(Cycle::new(history.patient.id, None, today));
            for plan in &history.plans {
                by_plan.insert(plan.id, cycles.len());
                cycles.push(Cycle::new(history.patient.id, Some(plan), today));
            }
        }
        let place = |plan: Option<PlanId>, patient: PatientId| {
            plan.and_then(|plan| by_plan.get(&plan))
                .unwrap_or(&without_plan[&patient])
        };
        for history in family {
            let patient = history.patient.id;
            for act in &history.acts {
                cycles[*place(act.plan, patient)].steps.push(act);
            }
            for payment in history
                .payments
                .iter()
                .filter(|payment: &&Payment| payment.day <= today)
            {
                cycles[*place(payment.plan, patient)].payments.push(payment);
            }
            for part in &history.instalments {
                if let Some(cycle) = by_plan.get(&part.plan) {
                    cycles[*cycle].instalments.push(part);
                }
            }
        }
        cycles.iter_mut().for_each(Cycle::settle);
        Self { cycles, today }
    }

    /// The cycles of one person.
    pub fn cycles_of(&self, patient: PatientId) -> impl Iterator<Item = &Cycle<'a>> {
        self.cycles.iter().filter(move |cycle| cycle.patient == patient)
    }

    /// What the acts done of one person cost, less what was paid for them; negative where more was paid.
    pub fn owed_for(&self, patient: PatientId) -> Cents {
        self.cycles_of(patient).map(Cycle::owed).sum()
    }

    /// What the payer owes over everything they pay for; up to a euro is nothing.
    pub fn owed(&self) -> Cents {
        let owed: Cents = self.cycles.iter().map(Cycle::owed).sum();
        if owed > NOTHING { owed } else { Cents(0) }
    }

    /// Finished or stopped care of a person that is not wholly paid, where more than a euro, with the day of the oldest
    /// unpaid act; never more than the payer owes.
    pub fn balance(&self, patient: PatientId) -> Option<Due> {
        let unpaid = || {
            self.cycles_of(patient)
                .filter(|cycle| cycle.uncovered() > Cents(0))
        };
        let amount = unpaid().map(Cycle::uncovered).sum::<Cents>().min(self.owed());
        let day = unpaid().filter_map(Cycle::oldest_unpaid).min()?;
        (amount > NOTHING).then_some(Due {
            amount: Some(amount),
            day,
        })
    }

    /// Overdue instalments of a person's plans, with the due day of the oldest.
    pub fn overdue(&self, patient: PatientId) -> Option<Due> {
        let dues: Vec<Due> = self.cycles_of(patient).filter_map(Cycle::overdue).collect();
        let day = dues.iter().map(|due| due.day).min()?;
        Some(Due {
            amount: Some(dues.iter().filter_map(|due| due.amount).sum()),
            day,
        })
    }

    /// What the practice is exposed to with this payer: unpaid finished or stopped care, never more than the payer owes,
    /// and instalments past their day, to the cent.
    pub fn exposure(&self) -> Cents {
        let uncovered: Cents = self.cycles.iter().map(Cycle::uncovered).sum();
        uncovered.min(self.owed()) + self.cycles.iter().map(Cycle::late).sum()
    }
}

#[cfg(test)]
mod tests;

use jiff::civil::{DateTime, date};
use uuid::Uuid;

use super::*;
use crate::agenda::{AppointmentKind, CancelledBy, Confirmation, Place, Status, VisitTimes};
use crate::calls::RiskTable;
use crate::care::{Act, Instalment, Payment, Plan, PlanState};
use crate::id::{ActId, AppointmentId, ChairId, ClinicianId, InstalmentId, PatientId, PaymentId, PlanId};
use crate::money::Cents;
use crate::patient::{Consent, Patient, Standing};

const TODAY: Date = date(2026, 11, 23);
const WINDOW_FROM: Date = date(2026, 11, 16);

/// Somebody of whom nothing is recorded.
pub(crate) fn nobody(number: u128) -> History {
    History {
        patient: Patient {
            id: PatientId(Uuid::from_u128(number)),
            code: format!("P{number}"),
            surname: String::new(),
            name: String::new(),
            born: None,
            contacts: None,
            standing: Standing::Active,
            payer: None,
            dentist: None,
            hygienist: None,
            recall_consent: Consent::NeverAsked,
            oppositions: Vec::new(),
            times: crate::agenda::PlaceTimes::default(),
        },
        hygiene_interval_months: 6,
        hygiene_fixed: None,
        recall: None,
        check_recalls: Vec::new(),
        risk_marks: None,
        appointments: Vec::new(),
        plans: Vec::new(),
        acts: Vec::new(),
        payments: Vec::new(),
        instalments: Vec::new(),
    }
}

/// Words to record something.
pub(crate) trait Record: Sized {
    fn with_plan(self, plan: u128, state: PlanState) -> Self;
    fn with_act(self, plan: Option<u128>, done: Option<Date>, cents: i64, answer: Option<PlanAnswer>)
    -> Self;
    fn with_payment(self, plan: Option<u128>, day: Date, cents: i64) -> Self;
    fn with_instalment(self, plan: u128, due: Date, cents: i64) -> Self;
    fn with_visit(self, start: DateTime, status: Status) -> Self;

    /// An act outside any plan.
    fn with_single(self, done: Date, cents: i64) -> Self {
        self.with_act(None, Some(done), cents, None)
    }
}

impl Record for History {
    fn with_plan(mut self, plan: u128, state: PlanState) -> Self {
        self.plans.push(Plan {
            id: PlanId(Uuid::from_u128(plan)),
            code: String::new(),
            patient: self.patient.id,
            title: "Protesi".to_owned(),
            presented: Some(date(2026, 1, 2)),
            state,
        });
        self
    }

    fn with_act(
        mut self,
        plan: Option<u128>,
        done: Option<Date>,
        cents: i64,
        answer: Option<PlanAnswer>,
    ) -> Self {
        self.acts.push(Act {
            id: ActId(Uuid::from_u128(self.acts.len() as u128)),
            code: self.acts.len().to_string(),
            patient: self.patient.id,
            plan: plan.map(|plan| PlanId(Uuid::from_u128(plan))),
            position: None,
            act_code: "OTTURAZ".to_owned(),
            description: String::new(),
            tooth: String::new(),
            clinician: None,
            done,
            price: Cents(cents),
            discount: Cents(0),
            answer,
            gap_days: None,
        });
        self
    }

    fn with_payment(mut self, plan: Option<u128>, day: Date, cents: i64) -> Self {
        self.payments.push(Payment {
            id: PaymentId(Uuid::from_u128(self.payments.len() as u128)),
            patient: self.patient.id,
            plan: plan.map(|plan| PlanId(Uuid::from_u128(plan))),
            day,
            amount: Cents(cents),
            is_waiver: false,
        });
        self
    }

    fn with_instalment(mut self, plan: u128, due: Date, cents: i64) -> Self {
        self.instalments.push(Instalment {
            id: InstalmentId(Uuid::from_u128(self.instalments.len() as u128)),
            plan: PlanId(Uuid::from_u128(plan)),
            number: u16::try_from(self.instalments.len()).unwrap(),
            due,
            amount: Cents(cents),
            put_off_from: None,
        });
        self
    }

    fn with_visit(mut self, start: DateTime, status: Status) -> Self {
        self.appointments.push(Appointment {
            id: AppointmentId(Uuid::from_u128(self.appointments.len() as u128)),
            patient: self.patient.id,
            place: Place {
                start,
                minutes: 30,
                chair: ChairId(Uuid::nil()),
                clinician: ClinicianId(Uuid::nil()),
            },
            kind: AppointmentKind::Checkup,
            status,
            confirmation: Confirmation::NotAsked,
            as_soon_as_possible: false,
            correction: None,
            booked: None,
            displaced: None,
            left_place: None,
            lab: crate::agenda::LabWork::None,
            plan: None,
            overbooking: None,
            note: String::new(),
        });
        self
    }
}

fn digest_of(history: History) -> Care {
    digest(&[history], &RiskTable::usual(), &[], TODAY, WINDOW_FROM).remove(0)
}

#[test]
fn everybody_of_the_family_gets_a_digest_in_order() {
    let cares = digest(
        &[nobody(7), nobody(3)],
        &RiskTable::usual(),
        &[],
        TODAY,
        WINDOW_FROM,
    );
    let patients: Vec<u128> = cares.iter().map(|care| care.patient.0.as_u128()).collect();
    assert_eq!(patients, [7, 3]);
}

#[test]
fn steps_of_an_active_plan_are_counted() {
    let done = Some(date(2026, 3, 2));
    let history = nobody(1)
        .with_plan(1, PlanState::Active)
        .with_act(Some(1), done, 100, Some(PlanAnswer::Accepted))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Accepted))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Thinking))
        .with_act(Some(1), None, 100, None)
        .with_act(Some(1), None, 100, Some(PlanAnswer::Postponed))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Declined));
    let care = digest_of(history);
    let plan = &care.plans[0];
    assert_eq!(
        (plan.steps_open, plan.steps_accepted, plan.steps_unanswered),
        (4, 2, 2)
    );
    assert_eq!((plan.presented, plan.last_done), (Some(date(2026, 1, 2)), done));
}

#[test]
fn the_wait_before_the_next_open_step_is_known() {
    let done = Some(date(2026, 3, 2));
    let mut history = nobody(1)
        .with_plan(1, PlanState::Active)
        .with_act(Some(1), done, 100, Some(PlanAnswer::Accepted))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Declined))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Accepted))
        .with_act(Some(1), None, 100, Some(PlanAnswer::Accepted));
    for (position, act) in (1..).zip(&mut history.acts) {
        act.position = Some(position);
        act.gap_days = Some(position * 10);
    }
    let next = |history: &History| digest_of(history.clone()).plans[0].next_gap_days;
    assert_eq!(
        next(&history),
        Some(30),
        "what is done or declined does not come next"
    );
    history.acts[2].gap_days = None;
    assert_eq!(next(&history), None);
    history.acts.swap(2, 3);
    history.acts[2].position = Some(3);
    history.acts[3].position = Some(4);
    assert_eq!(next(&history), Some(40), "by their place in the plan");
}

#[test]
fn a_plan_is_active_until_its_steps_or_its_record_end_it() {
    let plans = |state, done, answer| {
        let history = nobody(1).with_plan(1, state).with_act(Some(1), done, 100, answer);
        digest_of(history).plans.len()
    };
    let done = Some(date(2026, 3, 2));
    assert_eq!(plans(PlanState::Active, None, None), 1);
    assert_eq!(plans(PlanState::Active, done, None), 0);
    // Nothing done: not finished, though nothing is left to do.
    assert_eq!(plans(PlanState::Active, None, Some(PlanAnswer::Declined)), 1);
    assert_eq!(plans(PlanState::Finished, None, None), 0);
    assert_eq!(plans(PlanState::Stopped, None, None), 0);
}

#[test]
fn a_date_set_by_hand_is_served_by_a_hygiene_from_fourteen_days_before() {
    let care = |done: Date| {
        let mut history = nobody(1).with_single(done, 100);
        history.acts[0].act_code = "IGIENE".to_owned();
        history.hygiene_fixed = Some(date(2026, 10, 15));
        digest_of(history).hygiene
    };
    assert_eq!(care(date(2026, 10, 1)).fixed, None);
    assert_eq!(care(date(2026, 9, 30)).fixed, Some(date(2026, 10, 15)));
    assert_eq!(care(date(2026, 10, 1)).last_done, Some(date(2026, 10, 1)));
    // A hygiene dated after today is not done yet.
    assert_eq!(care(date(2026, 11, 24)).last_done, None);
}

#[test]
fn only_what_was_missed_before_the_window_and_not_long_ago_is_kept() {
    let missed = |day: Date| {
        let history = nobody(1).with_visit(day.at(9, 0, 0, 0), Status::NoShow { at: None });
        digest_of(history).missed.len()
    };
    assert_eq!(missed(date(2026, 9, 24)), 1);
    assert_eq!(missed(date(2026, 9, 23)), 0);
    assert_eq!(missed(date(2026, 11, 15)), 1);
    assert_eq!(missed(WINDOW_FROM), 0);
}

#[test]
fn a_cancellation_counts_when_it_was_made() {
    let at = crate::time::Instant::from_civil(date(2026, 11, 10).at(17, 30, 0, 0));
    let cancelled = |at| Status::Cancelled {
        who: CancelledBy::Practice,
        reason: String::new(),
        at,
    };
    let care = |at| {
        digest_of(nobody(1).with_visit(date(2026, 11, 12).at(9, 0, 0, 0), cancelled(at)))
            .missed
            .remove(0)
    };
    assert_eq!(care(Some(at)).event, date(2026, 11, 10).at(17, 30, 0, 0));
    assert_eq!(care(None).event, date(2026, 11, 12).at(9, 0, 0, 0));
    assert_eq!(care(None).cancelled_by, Some(CancelledBy::Practice));
}

#[test]
fn the_last_visit_done_is_that_before_the_window() {
    let done = || Status::Done {
        times: VisitTimes::default(),
    };
    let history = nobody(1)
        .with_visit(date(2026, 10, 1).at(9, 0, 0, 0), done())
        .with_visit(
            date(2026, 11, 13).at(9, 0, 0, 0),
            Status::Left {
                times: VisitTimes::default(),
            },
        )
        .with_visit(date(2026, 11, 14).at(9, 0, 0, 0), Status::Booked)
        .with_visit(date(2026, 11, 17).at(9, 0, 0, 0), done());
    assert_eq!(
        digest_of(history).last_visit_done,
        Some(date(2026, 11, 13).at(9, 0, 0, 0))
    );
}

#[test]
fn the_plan_that_ended_last_is_told_for_thirty_days() {
    let ended = |today: Date| {
        let family = [nobody(1)
            .with_plan(1, PlanState::Active)
            .with_act(Some(1), Some(date(2026, 9, 1)), 10_000, None)
            .with_plan(2, PlanState::Active)
            .with_act(Some(2), Some(date(2026, 10, 5)), 10_000, None)
            .with_act(Some(2), Some(date(2026, 10, 20)), 10_000, None)
            .with_plan(3, PlanState::Active)
            .with_act(Some(3), Some(date(2026, 10, 25)), 10_000, None)
            .with_act(Some(3), None, 10_000, None)];
        let care = digest(&family, &RiskTable::usual(), &[], today, today).remove(0);
        care.finished.map(|plan| (plan.plan, plan.last_done))
    };
    let second = Some((PlanId(Uuid::from_u128(2)), date(2026, 10, 20)));
    assert_eq!(ended(date(2026, 10, 21)), second);
    assert_eq!(ended(date(2026, 11, 19)), second);
    assert_eq!(ended(date(2026, 11, 20)), None);
}

#[test]
fn a_payment_may_be_for_an_active_plan_and_for_one_of_which_something_is_left() {
    let done = |day| Some(date(2026, 9, day));
    let history = nobody(1)
        // Active, nothing done: what is paid is in advance.
        .with_plan(1, PlanState::Active)
        .with_act(Some(1), None, 10_000, None)
        // Finished and paid, but for what is nothing.
        .with_plan(2, PlanState::Finished)
        .with_act(Some(2), done(1), 10_000, None)
        .with_payment(Some(2), date(2026, 9, 2), 9_900)
        // Stopped, with something left.
        .with_plan(3, PlanState::Stopped)
        .with_act(Some(3), done(3), 10_000, None)
        .with_payment(Some(3), date(2026, 9, 4), 4_000)
        // Active: the instalments say more than the acts done.
        .with_plan(4, PlanState::Active)
        .with_act(Some(4), done(5), 10_000, None)
        .with_act(Some(4), None, 50_000, None)
        .with_instalment(4, date(2026, 9, 6), 30_000)
        .with_instalment(4, date(2027, 9, 6), 30_000)
        .with_payment(Some(4), date(2026, 9, 6), 20_000)
        // Paid twice: a credit is nothing to pay.
        .with_plan(5, PlanState::Finished)
        .with_act(Some(5), done(7), 10_000, None)
        .with_payment(Some(5), date(2026, 9, 8), 20_000);
    let money = digest_of(history).money.expect("what is due");
    let plans: Vec<(u128, i64)> = money
        .plans
        .iter()
        .map(|plan| (plan.plan.0.as_u128(), plan.left.0))
        .collect();
    assert_eq!(plans, [(1, 0), (3, 6_000), (4, 40_000)]);
}

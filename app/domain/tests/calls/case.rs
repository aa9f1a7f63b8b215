//! A patient with nothing to call about, and small words to give reasons one by one.

use app_domain::agenda::{
    Appointment, AppointmentKind, CancelledBy, Confirmation, Place, Status, VisitTimes,
};
use app_domain::calendar::Calendar;
use app_domain::calls::{
    Attempt, CallStatus, Cause, CheckRule, Facts, FollowUp, Outcome, OutcomeOf, ReasonKind, Recall,
    RecallType, RiskCategory, RiskChecks, Settlement, Settling, Topic, evaluate,
};
use app_domain::care::{
    Care, CheckCare, Due, Episode, ExposureBand, FinishedPlan, HygieneCare, MissedVisit, MoneyCare,
    PlanAnswer, PlanCare, StepCare,
};
use app_domain::id::{
    ActId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, EpisodeId, MemberId, PatientId, PlanId,
};
use app_domain::money::Cents;
use app_domain::patient::{Channel, Consent, Patient, Standing};
use app_domain::practice::Closure;
use app_domain::risk_marks::RiskMarks;
use app_domain::time::{Instant, Now};
use jiff::civil::{Date, DateTime};
use uuid::Uuid;

/// Monday 23 November 2026, half past nine.
pub const NOW: &str = "2026-11-23T09:30";

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn moment(text: &str) -> DateTime {
    text.parse().unwrap()
}

pub fn now(text: &str) -> Now {
    Now::at_civil(moment(text))
}

/// A patient, the digest, and what is in the window.
#[derive(Clone)]
pub struct Case {
    pub patient: Patient,
    pub care: Care,
    pub recall: Option<Recall>,
    pub check_recalls: Vec<Recall>,
    pub risk_marks: Option<RiskMarks>,
    pub appointments: Vec<Appointment>,
    pub attempts: Vec<Attempt>,
    pub closures: Vec<Closure>,
    pub follow_up: FollowUp,
    pub risk_checks: RiskChecks,
    pub checks: Vec<CheckRule>,
}

impl Case {
    /// Nothing to call about.
    pub fn quiet() -> Self {
        let id = PatientId(Uuid::from_u128(1));
        Self {
            patient: Patient {
                id,
                code: "P00001".to_owned(),
                surname: "Greco".to_owned(),
                name: "Anna Maria".to_owned(),
                born: None,
                contacts: None,
                standing: Standing::Active,
                payer: None,
                dentist: None,
                hygienist: None,
                recall_consent: Consent::NeverAsked,
                oppositions: Vec::new(),
                times: app_domain::agenda::PlaceTimes::default(),
            },
            care: Care {
                patient: id,
                episodes: Vec::new(),
                hygiene: HygieneCare {
                    interval_months: 6,
                    last_done: None,
                    fixed: None,
                },
                plans: Vec::new(),
                finished: None,
                checks: Vec::new(),
                money: None,
                missed: Vec::new(),
                closed_episodes: Vec::new(),
                last_visit_done: None,
            },
            recall: None,
            check_recalls: Vec::new(),
            risk_marks: None,
            appointments: Vec::new(),
            attempts: Vec::new(),
            closures: Vec::new(),
            follow_up: FollowUp::Off,
            risk_checks: RiskChecks::usual(),
            checks: Vec::new(),
        }
    }

    pub fn status(&self, at: &str) -> CallStatus {
        let facts = Facts {
            patient: &self.patient,
            care: &self.care,
            recall: self.recall.as_ref(),
            check_recalls: self.check_recalls.iter().collect(),
            risk_marks: self.risk_marks.as_ref(),
            appointments: self.appointments.iter().collect(),
            attempts: self.attempts.iter().collect(),
            follow_up: self.follow_up,
            risk_checks: self.risk_checks,
            checks: &self.checks,
        };
        evaluate(&facts, &Calendar::new(&self.closures), now(at))
    }

    /// Kinds of the listed reasons, the best first.
    pub fn kinds(&self, at: &str) -> Vec<ReasonKind> {
        self.status(at)
            .listed
            .iter()
            .map(|reason| reason.kind())
            .collect()
    }

    /// Since when a reason is listed; `None` where it is not.
    pub fn since(&self, kind: ReasonKind, at: &str) -> Option<Date> {
        self.status(at).listed(kind).map(|reason| reason.since)
    }

    pub fn is_listed(&self, kind: ReasonKind, at: &str) -> bool {
        self.since(kind, at).is_some()
    }

    /// Why a reason is held; `None` where it is listed or does not hold at all.
    pub fn cause(&self, kind: ReasonKind, at: &str) -> Option<Cause> {
        self.status(at)
            .excluded
            .iter()
            .find(|held| held.reason.kind() == kind)
            .map(|held| held.cause)
    }

    /// When the cause of a held reason ends, on the wall clock.
    pub fn held_until(&self, kind: ReasonKind, at: &str) -> Option<DateTime> {
        let status = self.status(at);
        let held = status.excluded.iter().find(|held| held.reason.kind() == kind)?;
        held.until.map(Instant::civil)
    }

    pub fn episode(mut self, category: RiskCategory, opened: &str) -> Self {
        let number = self.care.episodes.len() as u128 + 1;
        self.care.episodes.push(Episode {
            id: Some(EpisodeId(Uuid::from_u128(number))),
            category,
            opened: day(opened),
            tooth: "16".to_owned(),
            clinician: None,
        });
        self
    }

    /// Hygiene was done on a day; the next one is due six months later.
    pub fn hygiene_done(mut self, last_done: &str) -> Self {
        self.care.hygiene.last_done = Some(day(last_done));
        self
    }

    pub fn plan(
        mut self,
        title: &str,
        presented: Option<&str>,
        last_done: Option<&str>,
        steps: Steps,
    ) -> Self {
        let before = u16::try_from(self.care.plans.len()).unwrap() * 100;
        self.care.plans.push(PlanCare {
            plan: PlanId(Uuid::from_u128(self.care.plans.len() as u128 + 1)),
            title: title.to_owned(),
            presented: presented.map(day),
            last_done: last_done.map(day),
            steps_open: steps.open,
            steps_accepted: steps.accepted,
            steps_unanswered: steps.unanswered,
            next_gap_days: None,
            steps: (0..steps.open)
                .map(|number| StepCare {
                    step: step_id(before + number),
                    what: "Corona definitiva".to_owned(),
                    tooth: "16".to_owned(),
                    answer: (number >= steps.unanswered).then_some(PlanAnswer::Accepted),
                })
                .collect(),
        });
        self
    }

    /// A type of recall that the practice has turned on, and the last act that counts for it.
    pub fn check(mut self, recall: RecallType, every_months: u8, last_done: &str) -> Self {
        self.checks.push(CheckRule {
            recall,
            codes: vec!["CODICE".to_owned()],
            every_months,
        });
        self.care.checks.push(CheckCare {
            recall,
            last_done: day(last_done),
        });
        self
    }

    /// A plan came to its end on a day, in a practice that asks how it went.
    pub fn finished(mut self, title: &str, last_done: &str) -> Self {
        self.follow_up = FollowUp::On;
        self.care.finished = Some(FinishedPlan {
            plan: PlanId(Uuid::from_u128(99)),
            title: title.to_owned(),
            last_done: day(last_done),
        });
        self
    }

    pub fn balance(mut self, cents: i64, unpaid_since: &str) -> Self {
        let due = Due {
            amount: Some(Cents(cents)),
            day: day(unpaid_since),
        };
        let money = self.care.money.get_or_insert_default();
        money.balance = Some(due);
        money.band = band(money);
        self
    }

    pub fn instalment(mut self, cents: i64, due: &str) -> Self {
        let due = Due {
            amount: Some(Cents(cents)),
            day: day(due),
        };
        let money = self.care.money.get_or_insert_default();
        money.instalment = Some(due);
        money.band = band(money);
        self
    }

    pub fn missed_before_window(
        mut self,
        start: &str,
        cancelled_by: Option<CancelledBy>,
        event: &str,
    ) -> Self {
        let appointment = AppointmentId(Uuid::from_u128(1_000 + self.care.missed.len() as u128));
        let (start, event) = (moment(start), moment(event));
        self.care.missed.push(MissedVisit {
            appointment,
            start,
            cancelled_by,
            event,
        });
        self
    }

    pub fn visit(mut self, start: &str, kind: AppointmentKind, status: Status) -> Self {
        self.appointments.push(Appointment {
            id: visit_id(self.appointments.len()),
            patient: self.patient.id,
            place: Place {
                start: moment(start),
                minutes: 30,
                chair: ChairId(Uuid::from_u128(1)),
                clinician: ClinicianId(Uuid::from_u128(1)),
            },
            kind,
            status,
            confirmation: Confirmation::NotAsked,
            as_soon_as_possible: false,
            correction: None,
            booked: None,
            displaced: None,
            left_place: None,
            lab: app_domain::agenda::LabWork::None,
            plan: None,
            overbooking: None,
            note: String::new(),
        });
        self
    }

    /// A visit that is awaited.
    pub fn booked(self, start: &str) -> Self {
        self.visit(start, AppointmentKind::Checkup, Status::Booked)
    }

    /// A visit that was done.
    pub fn done(self, start: &str) -> Self {
        self.visit(
            start,
            AppointmentKind::Checkup,
            Status::Done {
                times: VisitTimes::default(),
            },
        )
    }

    pub fn call(self, at: &str, kind: ReasonKind, outcome: Outcome) -> Self {
        self.call_about(at, Topic::Reason(kind), outcome)
    }

    pub fn call_about(mut self, at: &str, topic: Topic, outcome: Outcome) -> Self {
        self.attempts.push(Attempt {
            id: AttemptId(Uuid::from_u128(self.attempts.len() as u128 + 1)),
            patient: self.patient.id,
            at: Instant::from_civil(moment(at)),
            channel: Channel::Phone,
            by: None,
            by_name: None,
            imported: false,
            double: false,
            outcomes: vec![OutcomeOf { topic, outcome }],
            question: String::new(),
            answer: None,
            hand_offs: Vec::new(),
            delay: None,
            corrected: Vec::new(),
            settled: Vec::new(),
            opposed: Vec::new(),
        });
        self
    }

    /// One more outcome of the last call.
    pub fn and(mut self, kind: ReasonKind, outcome: Outcome) -> Self {
        let topic = Topic::Reason(kind);
        self.attempts
            .last_mut()
            .unwrap()
            .outcomes
            .push(OutcomeOf { topic, outcome });
        self
    }

    /// A person settles what the last call has left to decide, at a moment.
    pub fn settled(self, at: &str, settlement: Settlement) -> Self {
        let index = self.attempts.len() - 1;
        self.settled_of(index, at, settlement)
    }

    /// The same, of the call that was made as the `index`-th.
    pub fn settled_of(mut self, index: usize, at: &str, settlement: Settlement) -> Self {
        self.attempts[index].settled.push(Settling {
            by: MemberId(Uuid::from_u128(9)),
            at: Instant::from_civil(moment(at)),
            settlement,
            words: String::new(),
        });
        self
    }

    /// The last call was made with the former software.
    pub fn imported(mut self) -> Self {
        self.attempts.last_mut().unwrap().imported = true;
        self
    }

    pub fn closed_on(mut self, from: &str, to: &str) -> Self {
        let id = ClosureId(Uuid::from_u128(self.closures.len() as u128 + 1));
        self.closures.push(Closure {
            id,
            from: day(from),
            to: day(to),
            reason: "Corso".to_owned(),
        });
        self
    }
}

/// Steps of a plan, counted.
#[derive(Clone, Copy)]
pub struct Steps {
    pub open: u16,
    pub accepted: u16,
    pub unanswered: u16,
}

/// The visit that was added as the `index`-th.
pub fn visit_id(index: usize) -> AppointmentId {
    AppointmentId(Uuid::from_u128(index as u128 + 1))
}

/// A step of the first plan.
pub fn step_id(number: u16) -> ActId {
    ActId(Uuid::from_u128(u128::from(number) + 1))
}

/// The same day, some days earlier.
pub fn days_before(text: &str, days: i64) -> String {
    day(text).saturating_sub(jiff::ToSpan::days(days)).to_string()
}

fn band(money: &MoneyCare) -> ExposureBand {
    ExposureBand::of(
        [money.balance, money.instalment]
            .into_iter()
            .flatten()
            .filter_map(|due| due.amount)
            .sum(),
    )
}

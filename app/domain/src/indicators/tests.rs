//! The edges of each indicator, seen from the figures of a practice with few patients.

mod adherence;
mod informed;
mod missed;
mod promises;
mod rebooking;
mod requests;
mod risk;
mod takings;
mod whole;

use jiff::civil::{Date, DateTime, date};
use uuid::Uuid;

use super::*;
use crate::agenda::{AppointmentKind, Status, VisitTimes};
use crate::calls::{Attempt, Outcome, OutcomeOf, ReasonKind, RiskTable, Topic};
use crate::care::History;
use crate::digest::tests::{Record as _, nobody};
use crate::id::{AttemptId, PatientId};
use crate::patient::Channel;
use crate::time::{Instant, Now};

/// Monday; the last full month is October.
const TODAY: Date = date(2026, 11, 23);

fn now() -> Now {
    Now::at_civil(TODAY.at(9, 30, 0, 0))
}

fn october() -> Period {
    Period {
        from: date(2026, 10, 1),
        to: date(2026, 10, 31),
    }
}

/// Words to record what indicators read.
trait RecordMore: Sized {
    fn with_coded(self, code: &str, done: Date) -> Self;
    fn with_kind(self, kind: AppointmentKind, start: DateTime, status: Status) -> Self;
    fn with_interval(self, months: u8) -> Self;

    fn with_hygiene(self, done: Date) -> Self {
        self.with_coded("IGIENE", done)
    }
}

impl RecordMore for History {
    fn with_coded(self, code: &str, done: Date) -> Self {
        let mut history = self.with_single(done, 100);
        if let Some(act) = history.acts.last_mut() {
            act.act_code = code.to_owned();
        }
        history
    }

    fn with_kind(self, kind: AppointmentKind, start: DateTime, status: Status) -> Self {
        let mut history = self.with_visit(start, status);
        if let Some(visit) = history.appointments.last_mut() {
            visit.kind = kind;
        }
        history
    }

    fn with_interval(mut self, months: u8) -> Self {
        self.hygiene_interval_months = months;
        self
    }
}

fn done() -> Status {
    Status::Done {
        times: VisitTimes::default(),
    }
}

/// A call with one outcome for each thing it was about.
fn call(number: u128, at: DateTime, outcomes: &[(ReasonKind, Outcome)]) -> Attempt {
    let about = |(kind, outcome): &(ReasonKind, Outcome)| OutcomeOf {
        topic: Topic::Reason(*kind),
        outcome: outcome.clone(),
    };
    Attempt {
        id: AttemptId(Uuid::from_u128(number)),
        patient: PatientId(Uuid::from_u128(1)),
        at: Instant::from_civil(at),
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: false,
        double: false,
        outcomes: outcomes.iter().map(about).collect(),
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }
}

fn share(indicator: &Indicator) -> (u64, u64) {
    match indicator.value {
        Value::Share(share) => (share.numerator, share.denominator),
        other => panic!("no share: {other:?}"),
    }
}

fn left_out(indicator: &Indicator) -> Vec<(Because, u64)> {
    let rows = indicator.left_out.iter();
    rows.map(|row| (row.because, row.rows)).collect()
}

//! The call list of this device: kept up to date for the patients that a change touches, and for those whose reasons
//! change by the passing of time alone.

use std::collections::BTreeSet;

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, CallStatus};
use app_domain::id::PatientId;
use app_domain::rows::{Key, Row, Rows};
use app_domain::time::{Instant, Now};
use app_sync::replica::Replica;

use super::wake::{Topic, patient_of};

/// The board, made when somebody first asks: the agenda of the day must not wait for it.
#[derive(Default)]
pub(super) struct CallList {
    made: Option<Made>,
}

struct Made {
    board: CallBoard,
    calendar: Calendar,
    as_of: Instant,
}

impl CallList {
    /// The patients to call, in order of rank.
    pub(super) fn ranked(&mut self, rows: &Replica, now: Now) -> Vec<PatientId> {
        self.made(rows, now).board.ranked().collect()
    }

    /// The whole board.
    pub(super) fn board(&mut self, rows: &Replica, now: Now) -> &CallBoard {
        &self.made(rows, now).board
    }

    /// How a patient stands.
    pub(super) fn status(&mut self, patient: PatientId, rows: &Replica, now: Now) -> Option<CallStatus> {
        self.made(rows, now).board.status(patient).cloned()
    }

    /// Follows a change of the rows; answers with what else is to be woken.
    pub(super) fn follow(&mut self, changed: &BTreeSet<Topic>, rows: &Replica, now: Now) -> Vec<Topic> {
        let Some(made) = &mut self.made else {
            return Vec::new();
        };
        let patients: Vec<PatientId> = if changed.iter().any(|topic| is_about_all(*topic)) {
            *made = Made::of(rows, now);
            all_patients(rows).collect()
        } else {
            let touched: BTreeSet<PatientId> = changed.iter().copied().filter_map(patient_of).collect();
            for patient in &touched {
                made.board.refresh(rows, &made.calendar, *patient, now);
            }
            touched.into_iter().collect()
        };
        topics(patients)
    }

    /// Follows the time; answers with what is to be woken. A board that is ahead of the present (the clock was corrected) is
    /// made anew: a board only knows what time brings, not what it takes back.
    pub(super) fn advance(&mut self, rows: &Replica, now: Now) -> Vec<Topic> {
        let Some(made) = &mut self.made else {
            return Vec::new();
        };
        if now.instant < made.as_of {
            *made = Made::of(rows, now);
            return topics(all_patients(rows).collect());
        }
        made.as_of = now.instant;
        topics(made.board.advance(rows, &made.calendar, now))
    }

    fn made(&mut self, rows: &Replica, now: Now) -> &Made {
        self.made.get_or_insert_with(|| Made::of(rows, now))
    }
}

impl Made {
    fn of(rows: &Replica, now: Now) -> Self {
        let calendar = Calendar::new(rows.closures());
        Self {
            board: CallBoard::of(rows, all_patients(rows), &calendar, now),
            calendar,
            as_of: now.instant,
        }
    }
}

fn all_patients(rows: &Replica) -> impl Iterator<Item = PatientId> + '_ {
    rows.rows().filter_map(|row| match row {
        Row::Patient(patient) => Some(patient.id),
        _ => None,
    })
}

/// Whether a change may move any patient: a day on which nobody calls, or how the practice calls and checks.
const fn is_about_all(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Closures | Topic::Row(Key::CallSettings | Key::RiskRule(_))
    )
}

fn topics(patients: Vec<PatientId>) -> Vec<Topic> {
    let list = (!patients.is_empty()).then_some(Topic::CallList);
    list.into_iter()
        .chain(patients.into_iter().map(Topic::Call))
        .collect()
}

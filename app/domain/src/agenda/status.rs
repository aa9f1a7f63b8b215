//! The states of an appointment and the marks that move it from one to the next.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Ending, UNDO_MS};
use crate::time::Instant;

/// How far a visit has come: `Booked → Arrived → InChair → Done → Left`, or missed, or cancelled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Status {
    /// Awaited.
    Booked,
    /// In the waiting room.
    Arrived {
        /// Since when.
        arrived: Instant,
    },
    /// In the chair.
    InChair {
        /// When the patient came.
        arrived: Instant,
        /// When the patient sat down.
        seated: Instant,
    },
    /// Treated, still in the practice. Imported visits have no times.
    Done {
        /// What is known of the times.
        #[serde(default)]
        times: VisitTimes,
    },
    /// Gone home.
    Left {
        /// What is known of the times.
        #[serde(default)]
        times: VisitTimes,
    },
    /// Did not come.
    NoShow {
        /// When it was marked; `None` from an import.
        at: Option<Instant>,
    },
    /// Was called off.
    Cancelled {
        /// By whom.
        who: CancelledBy,
        /// Why.
        reason: String,
        /// When, if known.
        at: Option<Instant>,
    },
}

/// What is known of the times of a visit that was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitTimes {
    /// Came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Instant>,
    /// Sat down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seated: Option<Instant>,
    /// Was treated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Instant>,
    /// Went home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Instant>,
}

/// Who called a visit off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelledBy {
    /// The patient.
    Patient,
    /// The practice.
    Practice,
}

/// What a person marks on a visit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Came in.
    Arrived,
    /// Sat down.
    InChair,
    /// Was treated.
    Done,
    /// Went home.
    Left,
    /// Did not come.
    NoShow,
}

/// A mark that does not fit the state of the visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("the state of the visit does not allow {wanted:?}")]
pub struct StatusError {
    /// What was asked for.
    pub wanted: Mark,
}

impl Status {
    /// The mark that leads to this state, if a mark does.
    pub const fn mark(&self) -> Option<Mark> {
        match self {
            Self::Booked | Self::Cancelled { .. } => None,
            Self::Arrived { .. } => Some(Mark::Arrived),
            Self::InChair { .. } => Some(Mark::InChair),
            Self::Done { .. } => Some(Mark::Done),
            Self::Left { .. } => Some(Mark::Left),
            Self::NoShow { .. } => Some(Mark::NoShow),
        }
    }

    /// The mark that the normal course of a visit puts next.
    pub const fn next_mark(&self) -> Option<Mark> {
        match self {
            Self::Booked => Some(Mark::Arrived),
            Self::Arrived { .. } => Some(Mark::InChair),
            Self::InChair { .. } => Some(Mark::Done),
            Self::Done { .. } => Some(Mark::Left),
            Self::Left { .. } | Self::NoShow { .. } | Self::Cancelled { .. } => None,
        }
    }

    /// The visit was treated, whether or not the patient is still there (`done` includes `Left`).
    pub const fn is_done(&self) -> bool {
        matches!(self, Self::Done { .. } | Self::Left { .. })
    }

    /// When the visit ended, if it has and that is known.
    pub const fn ended(&self) -> Option<Instant> {
        match self {
            Self::Left { times } => times.left,
            Self::NoShow { at } | Self::Cancelled { at, .. } => *at,
            _ => None,
        }
    }

    /// Whether what was marked last may be taken back at `at` without a reason: an end only as a slip of just now.
    pub fn may_be_taken_back(&self, at: Instant) -> bool {
        let is_slip = |ended: Instant| at.0.saturating_sub(ended.0).abs() <= UNDO_MS;
        Ending::of(self).is_none() || self.ended().is_some_and(is_slip)
    }

    /// The state after a mark at `at`. Repeating the present state changes nothing.
    ///
    /// # Errors
    /// Where the state is neither the one before the mark nor the one it leads to.
    pub fn marked(self, wanted: Mark, at: Instant) -> Result<Self, StatusError> {
        if self.mark() == Some(wanted) {
            return Ok(self);
        }
        match (self, wanted) {
            (Self::Booked, Mark::Arrived) => Ok(Self::Arrived { arrived: at }),
            (Self::Booked, Mark::NoShow) => Ok(Self::NoShow { at: Some(at) }),
            (Self::Arrived { arrived }, Mark::InChair) => Ok(Self::InChair { arrived, seated: at }),
            (Self::InChair { arrived, seated }, Mark::Done) => Ok(Self::Done {
                times: VisitTimes {
                    arrived: Some(arrived),
                    seated: Some(seated),
                    done: Some(at),
                    left: None,
                },
            }),
            (Self::Done { times }, Mark::Left) => Ok(Self::Left {
                times: VisitTimes {
                    left: Some(at),
                    ..times
                },
            }),
            _ => Err(StatusError { wanted }),
        }
    }

    /// The state before a mark. Where the mark is not set any more, nothing changes: a double tap takes back one.
    ///
    /// # Errors
    /// Where the visit has gone on past the mark, or was cancelled.
    pub fn unmarked(self, taken_back: Mark) -> Result<Self, StatusError> {
        if self.mark() == Some(taken_back) {
            return Ok(self.before());
        }
        if self.next_mark() == Some(taken_back) || (self == Self::Booked && taken_back == Mark::NoShow) {
            return Ok(self);
        }
        Err(StatusError { wanted: taken_back })
    }

    /// The state before the last mark; a visit done without known times was awaited before.
    fn before(self) -> Self {
        match self {
            Self::Arrived { .. } | Self::NoShow { .. } => Self::Booked,
            Self::InChair { arrived, .. } => Self::Arrived { arrived },
            Self::Done {
                times:
                    VisitTimes {
                        arrived: Some(arrived),
                        seated: Some(seated),
                        ..
                    },
            } => Self::InChair { arrived, seated },
            Self::Done { .. } => Self::Booked,
            Self::Left { times } => Self::Done {
                times: VisitTimes { left: None, ..times },
            },
            state @ (Self::Booked | Self::Cancelled { .. }) => state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Instant = Instant(1_000);
    const LATER: Instant = Instant(2_000);
    const COURSE: [Mark; 4] = [Mark::Arrived, Mark::InChair, Mark::Done, Mark::Left];

    fn after(marks: &[Mark]) -> Status {
        marks.iter().fold(Status::Booked, |status, mark| {
            status.marked(*mark, AT).expect("the normal course")
        })
    }

    #[test]
    fn a_visit_goes_through_its_states_in_order() {
        for (done, next) in COURSE.iter().enumerate() {
            assert_eq!(after(&COURSE[..done]).next_mark(), Some(*next));
        }
        assert_eq!(after(&COURSE).next_mark(), None);
    }

    #[test]
    fn a_mark_out_of_order_is_refused() {
        for reached in 0..=COURSE.len() {
            for wanted in [Mark::Arrived, Mark::InChair, Mark::Done, Mark::Left, Mark::NoShow] {
                let status = after(&COURSE[..reached]);
                let fits = status.next_mark() == Some(wanted)
                    || status.mark() == Some(wanted)
                    || (reached == 0 && wanted == Mark::NoShow);
                assert_eq!(
                    status.marked(wanted, LATER).is_ok(),
                    fits,
                    "{reached} marks, then {wanted:?}"
                );
            }
        }
    }

    #[test]
    fn repeating_the_present_state_keeps_its_first_time() {
        for reached in 1..=COURSE.len() {
            let status = after(&COURSE[..reached]);
            assert_eq!(status.clone().marked(COURSE[reached - 1], LATER), Ok(status));
        }
    }

    #[test]
    fn undo_leads_to_the_state_before_and_a_second_undo_of_the_same_mark_changes_nothing() {
        for reached in 1..=COURSE.len() {
            let mark = COURSE[reached - 1];
            let before = after(&COURSE[..reached - 1]);
            let undone = after(&COURSE[..reached]).unmarked(mark);
            assert_eq!(undone, Ok(before.clone()));
            assert_eq!(before.clone().unmarked(mark), Ok(before));
        }
        let missed = after(&[Mark::NoShow]);
        assert_eq!(missed.unmarked(Mark::NoShow), Ok(Status::Booked));
    }

    #[test]
    fn a_mark_that_the_visit_has_gone_past_cannot_be_taken_back() {
        assert_eq!(
            after(&COURSE[..2]).unmarked(Mark::Arrived),
            Err(StatusError {
                wanted: Mark::Arrived
            })
        );
    }

    #[test]
    fn an_imported_visit_without_times_goes_back_to_booked() {
        let imported = Status::Done {
            times: VisitTimes::default(),
        };
        assert_eq!(imported.unmarked(Mark::Done), Ok(Status::Booked));
    }

    #[test]
    fn a_cancelled_visit_takes_no_mark() {
        let cancelled = Status::Cancelled {
            who: CancelledBy::Patient,
            reason: String::new(),
            at: None,
        };
        for mark in COURSE {
            assert!(cancelled.clone().marked(mark, AT).is_err());
            assert!(cancelled.clone().unmarked(mark).is_err());
        }
    }
}

//! What has come of the calls of a day, in sums: of one person, or of the whole practice. Never one beside another.

use std::collections::BTreeSet;

use app_domain::calls::{Attempt, Outcome};
use app_domain::id::MemberId;

/// What has come of some calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct DaySums {
    /// People who were called.
    pub(super) called: usize,
    /// People who were spoken to.
    pub(super) reached: usize,
    /// Visits that were booked.
    pub(super) booked: usize,
    /// Calls in which a call back was promised.
    pub(super) promised: usize,
    /// Calls that asked a clinician.
    pub(super) asked: usize,
}

impl DaySums {
    /// The sums of calls; `by` counts those of one person only. Who is called twice is one person, and a visit that settles
    /// two reasons is one visit.
    pub(super) fn of(attempts: &[Attempt], by: Option<MemberId>) -> Self {
        let counted = || attempts.iter().filter(|attempt| by.is_none() || attempt.by == by);
        let people = |wanted: fn(&Attempt) -> bool| {
            let people = counted().filter(|attempt| wanted(attempt));
            people
                .map(|attempt| attempt.patient)
                .collect::<BTreeSet<_>>()
                .len()
        };
        let visits = counted().flat_map(|attempt| {
            attempt.outcomes.iter().filter_map(|about| match about.outcome {
                Outcome::Booked { appointment } => Some((attempt.patient, appointment)),
                _ => None,
            })
        });
        Self {
            called: people(|_| true),
            reached: people(Attempt::reached),
            booked: visits.collect::<BTreeSet<_>>().len(),
            promised: counted()
                .filter(|attempt| attempt.promises_to_call_back())
                .count(),
            asked: counted().filter(|attempt| attempt.asks().is_some()).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::{OutcomeOf, ReasonKind, Topic};
    use app_domain::id::{AppointmentId, AttemptId, ClinicianId, PatientId};
    use app_domain::patient::Channel;
    use app_domain::time::Instant;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const MARTA: MemberId = MemberId(Uuid::from_u128(1));
    const PAOLO: MemberId = MemberId(Uuid::from_u128(2));

    fn call(by: MemberId, patient: u128, outcomes: &[Outcome]) -> Attempt {
        let about = |outcome: &Outcome| OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome: outcome.clone(),
        };
        Attempt {
            id: AttemptId(Uuid::from_u128(99)),
            patient: PatientId(Uuid::from_u128(patient)),
            at: Instant(0),
            channel: Channel::Phone,
            by: Some(by),
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

    #[test]
    fn a_morning_of_two_people() {
        let until = date(2026, 11, 24).at(9, 0, 0, 0);
        let booked = Outcome::Booked {
            appointment: Some(AppointmentId(Uuid::from_u128(5))),
        };
        let asked = Outcome::Problem {
            clinician: Some(ClinicianId(Uuid::from_u128(6))),
            until: Some(until),
        };
        let calls = [
            call(MARTA, 11, &[Outcome::NoAnswer]),
            // Spoken to at the second try; one visit settles both reasons.
            call(MARTA, 11, &[booked.clone(), booked]),
            call(
                MARTA,
                12,
                &[Outcome::CallBack {
                    until,
                    what: String::new(),
                }],
            ),
            call(MARTA, 13, &[asked]),
            call(PAOLO, 13, &[Outcome::AllWell]),
            call(PAOLO, 14, &[Outcome::WrongNumber]),
        ];
        let of_marta = DaySums {
            called: 3,
            reached: 3,
            booked: 1,
            promised: 1,
            asked: 1,
        };
        assert_eq!(DaySums::of(&calls, Some(MARTA)), of_marta);
        // Patient 13 was called by both: one person for the practice.
        let of_all = DaySums {
            called: 4,
            ..of_marta
        };
        assert_eq!(DaySums::of(&calls, None), of_all);
        assert_eq!(
            DaySums::of(&calls, Some(MemberId(Uuid::from_u128(3)))),
            DaySums::default()
        );
    }
}

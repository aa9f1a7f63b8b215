//! What waits for a person's decision about the patient: which, and by whom it may be decided.

use std::mem::{Discriminant, discriminant};

use app_domain::calls::{Attempt, CallStatus, Cause, Matter, ReasonKind, Settlement};
use app_domain::id::AttemptId;
use app_domain::patient::Standing;

/// Something that a person decides on the card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum ToSettle {
    /// Five tries in vain about a reason; the last of them.
    InVain { reason: ReasonKind, last: Attempt },
    /// A reason that the practice has closed; in which call.
    Closed { reason: ReasonKind, call: Attempt },
    /// A report, confirmed or not.
    Report { standing: Standing, call: Attempt },
    /// A dispute.
    Dispute { call: Attempt },
    /// A number of somebody else.
    WrongNumber,
}

impl ToSettle {
    /// What waits, given how the patient stands and the attempts, the newest first.
    pub(super) fn of(status: &CallStatus, attempts: &[Attempt]) -> Vec<Self> {
        let mut waits = Vec::new();
        let mut once = |one: Self| {
            if !waits.contains(&one) {
                waits.push(one);
            }
        };
        for held in &status.excluded {
            let reason = held.reason.kind();
            match held.cause {
                Cause::FiveAttempts => {
                    let retry = Settlement::Retry { reason };
                    let last = attempts.iter().find(|call| retry.fits(call)).cloned();
                    last.into_iter()
                        .for_each(|last| once(Self::InVain { reason, last }));
                }
                Cause::ClosedByPractice => {
                    let closed = attempts.iter().find(|call| {
                        let last = call.settled_about(Matter::Reason(reason));
                        last.is_some_and(|last| matches!(last.settlement, Settlement::Closed { .. }))
                    });
                    let call = closed.cloned();
                    call.into_iter()
                        .for_each(|call| once(Self::Closed { reason, call }));
                }
                Cause::Review | Cause::Deceased | Cause::MovedAway => {
                    let reports = attempts.iter().filter(|call| call.report_stands());
                    for call in reports {
                        let standing = call.reports().unwrap_or_default();
                        let call = call.clone();
                        once(Self::Report { standing, call });
                    }
                }
                Cause::Disputed => {
                    let disputes = attempts.iter().filter(|call| call.dispute_stands());
                    disputes.for_each(|call| once(Self::Dispute { call: call.clone() }));
                }
                Cause::WrongNumber => once(Self::WrongNumber),
                _ => {}
            }
        }
        waits
    }

    /// The call that is settled.
    pub(super) const fn call(&self) -> Option<&Attempt> {
        match self {
            Self::InVain { last, .. } => Some(last),
            Self::Closed { call, .. } | Self::Report { call, .. } | Self::Dispute { call } => Some(call),
            Self::WrongNumber => None,
        }
    }

    /// What tells it apart from the others, and from itself once more of it is settled.
    pub(super) fn key(&self) -> (Discriminant<Self>, Option<ReasonKind>, Option<AttemptId>, usize) {
        let reason = match self {
            Self::InVain { reason, .. } | Self::Closed { reason, .. } => Some(*reason),
            Self::Report { .. } | Self::Dispute { .. } | Self::WrongNumber => None,
        };
        let call = self.call();
        let settled = call.map_or(0, |call| call.settled.len());
        (discriminant(self), reason, call.map(|call| call.id), settled)
    }

    /// Whether a report was confirmed.
    pub(super) fn is_confirmed(&self) -> bool {
        let last = self.call().and_then(|call| call.settled_about(Matter::Report));
        last.is_some_and(|last| matches!(last.settlement, Settlement::Confirmed { .. }))
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::{Attempt, Cause, Outcome, OutcomeOf, ReasonKind, Settlement, Settling, Topic};
    use app_domain::id::{AttemptId, MemberId, PatientId};
    use app_domain::patient::{Channel, Standing};
    use app_domain::time::Instant;
    use uuid::Uuid;

    use super::ToSettle;
    use crate::calls::board_view::samples::{held, status};

    fn call(number: u128, outcome: Outcome) -> Attempt {
        Attempt {
            id: AttemptId(Uuid::from_u128(number)),
            patient: PatientId(Uuid::from_u128(1)),
            at: Instant(0),
            channel: Channel::Phone,
            by: None,
            by_name: None,
            imported: false,
            double: false,
            outcomes: vec![OutcomeOf {
                topic: Topic::Reason(ReasonKind::HygieneRecall),
                outcome,
            }],
            question: String::new(),
            answer: None,
            hand_offs: Vec::new(),
            delay: None,
            corrected: Vec::new(),
            settled: Vec::new(),
            opposed: Vec::new(),
        }
    }

    fn settled(call: Attempt, settlement: Settlement) -> Attempt {
        let settling = Settling {
            by: MemberId(Uuid::from_u128(1)),
            at: Instant(1),
            settlement,
            words: String::new(),
        };
        Attempt {
            settled: vec![settling],
            ..call
        }
    }

    #[test]
    fn a_report_waits_once_however_many_reasons_it_holds_and_no_longer_than_it_stands() {
        let status = status(
            Vec::new(),
            vec![held(Cause::Review, None), held(Cause::Review, None)],
        );
        let reported = call(1, Outcome::MovedAway);
        let waits = ToSettle::of(&status, std::slice::from_ref(&reported));
        let expected = ToSettle::Report {
            standing: Standing::MovedAway,
            call: reported.clone(),
        };
        assert_eq!(waits, [expected]);
        let wrong = settled(reported, Settlement::NotTrue);
        assert_eq!(ToSettle::of(&status, &[wrong]), []);
    }

    #[test]
    fn a_confirmed_report_can_still_be_found_wrong() {
        let status = status(Vec::new(), vec![held(Cause::Deceased, None)]);
        let standing = Standing::Active;
        let confirmed = settled(call(1, Outcome::Deceased), Settlement::Confirmed { standing });
        let waits = ToSettle::of(&status, &[confirmed]);
        assert!(waits.len() == 1 && waits[0].is_confirmed());
    }

    #[test]
    fn tries_in_vain_are_settled_at_the_last_of_them() {
        let held = held(Cause::FiveAttempts, None);
        let reason = held.reason.kind();
        let status = status(Vec::new(), vec![held]);
        let about = |number, outcome| {
            let mut call = call(number, outcome);
            call.outcomes[0].topic = Topic::Reason(reason);
            call
        };
        let calls = [
            about(3, Outcome::AllWell),
            about(2, Outcome::Busy),
            about(1, Outcome::NoAnswer),
        ];
        let last = calls[1].clone();
        assert_eq!(ToSettle::of(&status, &calls), [ToSettle::InVain { reason, last }]);
    }
}

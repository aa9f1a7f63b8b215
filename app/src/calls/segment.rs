//! The four parts of the list.

use app_domain::calls::{Cause, Excluded};

use super::text::ListText;

/// A part of the list. A patient may be in more than one: each is about other reasons.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) enum Segment {
    /// On the list.
    #[default]
    ToCall,
    /// A person must decide: too many tries, reported deceased or moved, an amount disputed.
    ToReview,
    /// The patient named a day or an hour: it comes back by itself.
    PutOff,
    /// Held for any other cause.
    Excluded,
}

impl Segment {
    /// Every part, in the order of the screen.
    pub(super) const ALL: [Self; 4] = [Self::ToCall, Self::ToReview, Self::PutOff, Self::Excluded];

    /// Where a held reason is shown. A recall is put off until a day, or turned off for good: the same cause.
    pub(super) const fn of(held: &Excluded) -> Self {
        match held.cause {
            Cause::FiveAttempts | Cause::Review | Cause::Disputed => Self::ToReview,
            Cause::CallBackPromised | Cause::AwaitingManager | Cause::PromisedToPay | Cause::Thinking => {
                Self::PutOff
            }
            Cause::Disabled if held.until.is_some() => Self::PutOff,
            _ => Self::Excluded,
        }
    }

    /// Its name in views that are kept.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::ToCall => "chiamare",
            Self::ToReview => "rivedere",
            Self::PutOff => "rimandati",
            Self::Excluded => "esclusi",
        }
    }

    /// The part of a name; those to call where there is none.
    pub(super) fn named(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|segment| segment.name() == name).unwrap_or_default()
    }

    /// Its name on the screen.
    pub(super) const fn words(self, text: &ListText) -> &'static str {
        match self {
            Self::ToCall => text.to_call,
            Self::ToReview => text.to_review,
            Self::PutOff => text.put_off,
            Self::Excluded => text.excluded,
        }
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::Cause;
    use app_domain::time::Instant;

    use super::Segment;
    use crate::calls::board_view::samples::held;

    #[test]
    fn five_attempts_reports_and_disputes_wait_for_a_person() {
        assert_eq!(Segment::of(&held(Cause::FiveAttempts, None)), Segment::ToReview);
        assert_eq!(Segment::of(&held(Cause::Review, None)), Segment::ToReview);
        assert_eq!(Segment::of(&held(Cause::Disputed, None)), Segment::ToReview);
        assert_eq!(
            Segment::of(&held(Cause::ClosedByPractice, None)),
            Segment::Excluded
        );
        assert_eq!(Segment::of(&held(Cause::WrongNumber, None)), Segment::Excluded);
    }

    #[test]
    fn a_recall_that_is_off_until_a_day_is_put_off_and_one_that_is_off_is_not() {
        assert_eq!(
            Segment::of(&held(Cause::Disabled, Some(Instant(9)))),
            Segment::PutOff
        );
        assert_eq!(Segment::of(&held(Cause::Disabled, None)), Segment::Excluded);
        for cause in [
            Cause::CallBackPromised,
            Cause::AwaitingManager,
            Cause::PromisedToPay,
            Cause::Thinking,
        ] {
            assert_eq!(Segment::of(&held(cause, Some(Instant(9)))), Segment::PutOff);
        }
        // Limits of the practice, not a word of the patient.
        assert_eq!(
            Segment::of(&held(Cause::TriedToday, Some(Instant(9)))),
            Segment::Excluded
        );
    }
}

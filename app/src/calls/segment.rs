//! The three parts of the list.

use app_domain::calls::Cause;

use super::text::ListText;

/// A part of the list. A patient may be in more than one: each is about other reasons.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub(super) enum Segment {
    /// On the list.
    #[default]
    ToCall,
    /// A person must decide: too many tries, or reported deceased or moved.
    ToReview,
    /// Held for any other cause.
    Excluded,
}

impl Segment {
    /// Every part, in the order of the screen.
    pub(super) const ALL: [Self; 3] = [Self::ToCall, Self::ToReview, Self::Excluded];

    /// Where a held reason is shown.
    pub(super) const fn of_cause(cause: Cause) -> Self {
        match cause {
            Cause::FiveAttempts | Cause::Review => Self::ToReview,
            _ => Self::Excluded,
        }
    }

    /// Its name.
    pub(super) const fn words(self, text: &ListText) -> &'static str {
        match self {
            Self::ToCall => text.to_call,
            Self::ToReview => text.to_review,
            Self::Excluded => text.excluded,
        }
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::Cause;

    use super::Segment;

    #[test]
    fn five_attempts_and_reports_wait_for_a_person() {
        assert_eq!(Segment::of_cause(Cause::FiveAttempts), Segment::ToReview);
        assert_eq!(Segment::of_cause(Cause::Review), Segment::ToReview);
        assert_eq!(Segment::of_cause(Cause::WrongNumber), Segment::Excluded);
    }
}

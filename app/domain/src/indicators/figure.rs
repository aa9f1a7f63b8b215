//! One indicator with everything that it is made of.

use std::collections::BTreeMap;

use super::{Formula, MissingFacts};
use crate::calls::Cause;
use crate::id::ChairId;
use crate::money::Cents;

/// An indicator of a period, or why there is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Indicator {
    /// Which.
    pub formula: Formula,
    /// How much.
    pub value: Value,
    /// Rows that the formula leaves out, by reason; no reason twice, none without rows.
    pub left_out: Vec<LeftOut>,
    /// Whether it can still change.
    pub certainty: Certainty,
    /// What it is made of, where that says more than the value.
    pub components: Vec<Component>,
}

/// How much an indicator is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A sum.
    Amount {
        /// In euro cents; negative where refunds prevail.
        cents: Cents,
        /// Of how many rows.
        rows: u64,
    },
    /// So many of so many, in the formula's [`super::Unit`].
    Share(Share),
    /// Not zero: not known.
    Missing(MissingFacts),
}

/// So many of so many. Never divided here: a quotient is for the eye.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// Those that count.
    pub numerator: u64,
    /// All.
    pub denominator: u64,
}

/// Rows that a formula leaves out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeftOut {
    /// Why.
    pub because: Because,
    /// How many.
    pub rows: u64,
}

/// Why a row is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// A visit cancelled by the patient, nobody knows when.
    UnknownCancellationTime,
    /// A visit of the past whose end nobody has marked.
    EndNotMarked,
    /// A due date before which a hygiene came by more than 60 days: that one has made the date that holds.
    EarlierHygiene,
    /// A plan presented before the practice recorded its first consent.
    BeforeConsents,
    /// The patient is excluded today.
    Excluded(Cause),
}

impl Because {
    /// The name in JSON; an exclusion's is that of its cause.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownCancellationTime => "unknown_cancellation_time",
            Self::EndNotMarked => "end_not_marked",
            Self::EarlierHygiene => "earlier_hygiene",
            Self::BeforeConsents => "before_consents",
            Self::Excluded(cause) => cause.name(),
        }
    }
}

/// Whether a figure can still change without anything recorded of the period being corrected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// It cannot.
    Final,
    /// Rows that count as "no" may still become "yes".
    Provisional {
        /// How many.
        undecided: u64,
    },
}

impl Certainty {
    /// Final where nothing is undecided.
    pub const fn of(undecided: u64) -> Self {
        match undecided {
            0 => Self::Final,
            undecided => Self::Provisional { undecided },
        }
    }
}

/// A part of an indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Component {
    /// Visits to which the patient did not come.
    NoShow(u64),
    /// Visits that the patient cancelled too late.
    CancelledLate(u64),
    /// Visits done.
    Done(u64),
    /// Minutes of one chair.
    Chair(ChairId, Share),
}

impl Indicator {
    /// A sum of rows.
    pub(super) const fn amount(formula: Formula, cents: Cents, rows: u64) -> Self {
        Self::plain(formula, Value::Amount { cents, rows })
    }

    /// So many of so many.
    pub(super) const fn share(formula: Formula, numerator: u64, denominator: u64) -> Self {
        let share = Share {
            numerator,
            denominator,
        };
        Self::plain(formula, Value::Share(share))
    }

    /// One that cannot be computed.
    pub(super) const fn missing(formula: Formula, facts: MissingFacts) -> Self {
        Self::plain(formula, Value::Missing(facts))
    }

    const fn plain(formula: Formula, value: Value) -> Self {
        Self {
            formula,
            value,
            left_out: Vec::new(),
            certainty: Certainty::Final,
            components: Vec::new(),
        }
    }

    /// The same, with rows that were left out, if there are any.
    pub(super) fn without(mut self, because: Because, rows: u64) -> Self {
        if rows > 0 {
            self.left_out.push(LeftOut { because, rows });
        }
        self
    }

    /// The same, with rows that were left out because their patient is excluded.
    pub(super) fn without_excluded(self, excluded: &Excluded) -> Self {
        let without = |indicator: Self, (cause, rows): (&Cause, &u64)| {
            indicator.without(Because::Excluded(*cause), *rows)
        };
        excluded.iter().fold(self, without)
    }
}

/// Rows of patients who are excluded today, by cause.
pub(super) type Excluded = BTreeMap<Cause, u64>;

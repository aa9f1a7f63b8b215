//! The order of the call list (`domain.md`, "Rank").

use jiff::civil::{Date, DateTime};

use crate::care::ExposureBand;
use crate::time::Instant;

/// A patient's place on the list. Lower comes first; two patients never have the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Rank {
    /// Class of the best reason, with the class's own key.
    pub place: RankPlace,
    /// The oldest "since" among the patient's listed reasons.
    pub since: Date,
    /// "surname name" without case and accents.
    pub name: String,
    /// The patient's code.
    pub code: String,
}

impl Rank {
    /// The class, 1 to 13.
    pub const fn class(&self) -> u8 {
        self.place.class()
    }
}

/// The classes of the list in their order, each with its own key; whoever has the lower key comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RankPlace {
    /// 1: a clinician has answered; the first answer first.
    Answered {
        /// When.
        at: Instant,
    },
    /// 2: a promise whose hour is past, not about money.
    PromiseOverdue {
        /// The promised hour.
        until: Instant,
    },
    /// 3: clinical risk.
    ClinicalRisk {
        /// Check day of the episode most days past it.
        check: Date,
    },
    /// 4: a promise whose hour has not passed, not about money.
    PromiseInTime {
        /// The promised hour.
        until: Instant,
    },
    /// 5: a visit called off by the practice.
    Displaced {
        /// The visit's original start.
        start: DateTime,
    },
    /// 6: a visit to confirm.
    Confirm,
    /// 7: a promise about money.
    PromiseAboutMoney {
        /// The promised hour.
        until: Instant,
    },
    /// 8: a plan that stands still.
    SuspendedCycle,
    /// 9: a visit missed.
    MissedVisit,
    /// 10: money due.
    Money {
        /// Band of the patient's own exposure.
        band: ExposureBand,
        /// The day that days late are counted from.
        day: Date,
    },
    /// 11: hygiene and the other recalls, most days past due first, not yet due last.
    HygieneRecall {
        /// The due day.
        due: Date,
    },
    /// 12: a plan without an answer.
    PlanAwaiting,
    /// 13: how it went.
    Satisfaction,
}

impl RankPlace {
    /// The class, 1 to 13.
    pub const fn class(self) -> u8 {
        match self {
            Self::Answered { .. } => 1,
            Self::PromiseOverdue { .. } => 2,
            Self::ClinicalRisk { .. } => 3,
            Self::PromiseInTime { .. } => 4,
            Self::Displaced { .. } => 5,
            Self::Confirm => 6,
            Self::PromiseAboutMoney { .. } => 7,
            Self::SuspendedCycle => 8,
            Self::MissedVisit => 9,
            Self::Money { .. } => 10,
            Self::HygieneRecall { .. } => 11,
            Self::PlanAwaiting => 12,
            Self::Satisfaction => 13,
        }
    }
}

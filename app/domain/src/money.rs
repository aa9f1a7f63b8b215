//! Amounts, the ledger of a family, and what follows from it.

pub mod aging;
pub mod ledger;

use serde::{Deserialize, Serialize};

use crate::care::ExposureBand;

/// An amount in euro cents. Never a fraction, never a float.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl core::ops::Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl core::ops::Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl core::ops::Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl core::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), core::ops::Add::add)
    }
}

impl ExposureBand {
    /// The band of a patient's own exposure.
    pub const fn of(exposure: Cents) -> Self {
        match exposure.0 {
            100_000.. => Self::Large,
            30_000.. => Self::Medium,
            _ => Self::Small,
        }
    }
}

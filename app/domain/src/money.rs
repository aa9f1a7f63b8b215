//! Amounts, the ledger of a family, what follows from it, and the rows behind each figure.

pub mod aging;
pub mod ledger;
pub mod statement;

use serde::{Deserialize, Serialize};

use crate::care::ExposureBand;

/// An amount in euro cents. Never a fraction, never a float.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// An amount as people type it: whole euros, or with two decimals after a comma or a point. `None` where it is not one,
    /// or not more than nothing.
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('€').trim();
        let (euros, cents) = text.split_once([',', '.']).unwrap_or((text, "00"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits(euros) || !are_digits(cents) || cents.len() != 2 || euros.len() > 7 {
            return None;
        }
        let (euros, cents): (i64, i64) = (euros.parse().ok()?, cents.parse().ok()?);
        Some(Self(euros * 100 + cents)).filter(|amount| amount.0 > 0)
    }
}

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

#[cfg(test)]
mod tests {
    use super::Cents;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (typed, cents) in [
            ("120", 12_000),
            (" 120,50 ", 12_050),
            ("€ 0.01", 1),
            ("1200,00", 120_000),
        ] {
            assert_eq!(Cents::typed(typed), Some(Cents(cents)), "{typed}");
        }
        for typed in ["", "0", "-5", "12,5", "1.200,00", "dodici", "12,345", "99999999"] {
            assert_eq!(Cents::typed(typed), None, "{typed}");
        }
    }
}

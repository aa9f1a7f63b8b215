//! Payments recorded here (`pagamenti`): what a patient paid, what was given back or waived, and what corrects an entry. Nothing of it
//! is ever edited: an entry that was wrong is taken back by another one, with a reason (`domain.md`, "Money").
//!
//! What another program recorded, and what is older, is in the history ([`crate::care::Payment`]), which devices do not hold.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{MemberId, PatientId, PaymentId, PlanId};
use crate::money::Cents;
use crate::rows::Rows;
use crate::time::{Instant, Now};

/// How many days back the value date of an entry made by hand may lie.
pub const OLDEST_DAYS: i32 = 60;

/// Over how many days what one person lets a patient off is added up.
pub const WAIVER_DAYS: i32 = 30;

/// The largest amount of one entry: beyond it, somebody has typed a zero too many.
pub const LARGEST: Cents = Cents(10_000_000);

/// For how many days before the window an entry stays among the rows of the devices, where it can be corrected.
pub const SHOWN_DAYS: i32 = 90;

/// An entry of the books that was made here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordedPayment {
    /// Identity, and the idempotency key: made where the form was opened.
    pub id: PaymentId,
    /// Who is credited.
    pub patient: PatientId,
    /// The plan, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// Value date.
    pub day: Date,
    /// Above zero where the patient paid or was let off, below where money was given back; what corrects has the opposite of what it
    /// corrects.
    pub amount: Cents,
    /// What it is.
    pub entry: PaymentEntry,
    /// Who recorded it.
    pub by: MemberId,
    /// When it was recorded.
    pub at: Instant,
}

/// What an entry of the books is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", deny_unknown_fields)]
pub enum PaymentEntry {
    /// The patient paid.
    Payment,
    /// Money was given back.
    Refund {
        /// Why, at most [`crate::calls::LONGEST_WORDS`] characters.
        reason: String,
    },
    /// Somebody let the patient off it (`abbuono`): it is owed no more, and no money came in.
    Waiver {
        /// Why, at most [`crate::calls::LONGEST_WORDS`] characters.
        reason: String,
    },
    /// Another entry was wrong: this one takes it back, whole.
    Correction {
        /// Which.
        of: PaymentId,
        /// Why, at most [`crate::calls::LONGEST_WORDS`] characters.
        reason: String,
    },
}

impl PaymentEntry {
    /// Why it was made, where that has to be said.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Payment => None,
            Self::Refund { reason } | Self::Waiver { reason } | Self::Correction { reason, .. } => {
                Some(reason)
            }
        }
    }

    /// The entry that it takes back.
    pub const fn corrects(&self) -> Option<PaymentId> {
        match self {
            Self::Correction { of, .. } => Some(*of),
            Self::Payment | Self::Refund { .. } | Self::Waiver { .. } => None,
        }
    }

    /// The same without the blanks around the reason: so it is kept.
    pub(crate) fn tidied(&self) -> Self {
        match self {
            Self::Payment => Self::Payment,
            Self::Refund { reason } => Self::Refund {
                reason: reason.trim().to_owned(),
            },
            Self::Waiver { reason } => Self::Waiver {
                reason: reason.trim().to_owned(),
            },
            Self::Correction { of, reason } => Self::Correction {
                of: *of,
                reason: reason.trim().to_owned(),
            },
        }
    }
}

/// An entry to be recorded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPayment {
    /// Identity, and the idempotency key: made where the form is opened, so that a double tap is one payment.
    pub payment: PaymentId,
    /// Who is credited.
    pub patient: PatientId,
    /// The plan, if any; of a correction, that of the entry which it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// Value date.
    pub day: Date,
    /// How much, above zero; of a correction, what the person saw of the entry which it takes back.
    pub amount: Cents,
    /// What it is.
    pub entry: PaymentEntry,
}

impl RecordedPayment {
    /// Whether this is what was to be recorded: then recording it again is the second tap of a double one.
    pub fn is_what(&self, wanted: &NewPayment) -> bool {
        self.id == wanted.payment
            && self.patient == wanted.patient
            && self.plan == wanted.plan
            && self.day == wanted.day
            && self.amount.0.abs() == wanted.amount.0
            && self.entry == wanted.entry.tidied()
    }
}

/// The entry that takes this one back, if there is one.
pub fn correction_of<'a>(payment: &RecordedPayment, rows: &'a impl Rows) -> Option<&'a RecordedPayment> {
    rows.payments_of(payment.patient)
        .find(|other| other.entry.corrects() == Some(payment.id))
}

/// How much a person has let a patient off in the last [`WAIVER_DAYS`] days, today among them, and not taken back.
pub fn waived_lately(patient: PatientId, by: MemberId, today: Date, rows: &impl Rows) -> Cents {
    let since = today.saturating_sub(WAIVER_DAYS.days());
    let lately = rows.payments_of(patient).filter(|entry| {
        matches!(entry.entry, PaymentEntry::Waiver { .. })
            && entry.by == by
            && Now::at(entry.at).today() > since
            && correction_of(entry, rows).is_none()
    });
    lately.map(|entry| entry.amount).sum()
}

/// Whether an entry can still be corrected: what corrects one is not itself corrected, the entry is recorded anew.
pub fn can_be_corrected(payment: &RecordedPayment, rows: &impl Rows) -> bool {
    payment.entry.corrects().is_none() && correction_of(payment, rows).is_none()
}

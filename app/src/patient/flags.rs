//! What a person at work must know of a patient before saying a word.

use app_domain::calls::{CallStatus, ReasonKind};
use app_domain::care::Care;
use app_domain::patient::{Consent, Patient};
use app_domain::risk_marks::RiskMarks;
use jiff::civil::Date;

use super::text::Text;
use crate::ui::Tone;

/// What a person at work must know of a patient before saying a word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flag {
    /// An episode of clinical risk is open.
    Risk,
    /// Something is due.
    Owed,
    /// Somebody promised to call back.
    Promise,
    /// No number is known.
    NoPhone,
    /// Said no to recalls.
    ConsentDenied,
    /// Does not want some contact.
    Opposed,
    /// Under 18.
    Minor,
}

impl Flag {
    /// The flags of a patient, in the order in which they are shown. What the role may not see gives no flag.
    pub fn of(
        patient: &Patient,
        care: Option<&Care>,
        marks: Option<&RiskMarks>,
        status: Option<&CallStatus>,
        today: Date,
    ) -> Vec<Self> {
        let at_risk = care.is_some_and(|care| care.is_at_risk(marks));
        let owed = care
            .and_then(|care| care.money.as_ref())
            .is_some_and(|money| money.balance.is_some() || money.instalment.is_some());
        let promised = status.is_some_and(|status| status.listed(ReasonKind::Promise).is_some());
        let no_phone = patient
            .contacts
            .as_ref()
            .is_some_and(|contacts| contacts.phone().is_none());
        let flags = [
            (Self::Risk, at_risk),
            (Self::Owed, owed),
            (Self::Promise, promised),
            (Self::NoPhone, no_phone),
            (Self::ConsentDenied, patient.recall_consent == Consent::Denied),
            (Self::Opposed, !patient.oppositions.is_empty()),
            (Self::Minor, patient.is_minor_on(today)),
        ];
        flags
            .into_iter()
            .filter_map(|(flag, holds)| holds.then_some(flag))
            .collect()
    }

    /// Whether the call card tells it already, with its facts: by a reason, or by a way of contact that is struck through.
    pub(super) const fn is_told_by_the_card(self) -> bool {
        match self {
            Self::Risk | Self::Owed | Self::Promise | Self::NoPhone | Self::Opposed => true,
            Self::ConsentDenied | Self::Minor => false,
        }
    }

    /// What the colour of the flag says.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Risk => Tone::Risk,
            Self::Owed | Self::NoPhone => Tone::Owed,
            Self::Promise => Tone::Promise,
            Self::ConsentDenied | Self::Opposed | Self::Minor => Tone::Plain,
        }
    }

    /// The word.
    pub const fn word(self, text: &Text) -> &'static str {
        match self {
            Self::Risk => text.risk,
            Self::Owed => text.owed,
            Self::Promise => text.promise,
            Self::NoPhone => text.no_phone,
            Self::ConsentDenied => text.consent_denied,
            Self::Opposed => text.opposed,
            Self::Minor => text.minor,
        }
    }
}

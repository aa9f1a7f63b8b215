//! Whether patients sign the consent to the plans that are presented to them.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Because, Certainty, Formula, Indicator, MissingFacts, Period};
use crate::care::History;
use crate::id::PlanId;
use crate::treatment_consent::{GivenConsent, TreatmentConsent, WithdrawalWish};

/// How many days after the plan was presented a signature counts, the last one included.
const SIGNED_DAYS: i64 = 90;

/// What the practice has recorded of consents, whenever.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct RecordedConsents {
    /// The day of the first attestation of all.
    began: Option<Date>,
    /// The first day on which the consent to a plan was signed.
    signed: BTreeMap<PlanId, Date>,
}

impl RecordedConsents {
    /// What the patient withdrew later was signed all the same; what the clinician has taken back was not.
    pub(super) fn add(&mut self, consent: &TreatmentConsent) {
        let attested = consent.given.iter().map(|given| given.at.civil().date()).min();
        self.began = self.began.into_iter().chain(attested).min();
        let stands = |given: &&GivenConsent| {
            let withdrawn = given.withdrawn.as_ref();
            withdrawn.is_none_or(|withdrawn| withdrawn.wish == WithdrawalWish::Patient)
        };
        let signed = consent
            .given
            .iter()
            .filter(stands)
            .map(|given| given.signed)
            .min();
        self.signed.extend(signed.map(|signed| (consent.plan, signed)));
    }
}

/// The plans presented in a period.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct PresentedPlans(BTreeMap<PlanId, Date>);

impl PresentedPlans {
    pub(super) fn add(&mut self, history: &History, period: Period) {
        let presented = history.plans.iter().filter_map(|plan| {
            let presented = plan.presented.filter(|day| period.contains(*day))?;
            Some((plan.id, presented))
        });
        self.0.extend(presented);
    }
}

/// Plans presented in a period, by whether the patient has signed the consent (`domain.md`, "Indicators").
///
/// What was presented before the practice attested its first consent here is left out, signed or not: of those only the
/// signed ones would ever be recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct InformedAdherence {
    /// Signed within 90 days.
    pub signed: u64,
    /// Not signed, or not yet.
    pub not_signed: u64,
    /// Of those not signed, the ones presented less than 90 days ago: they may still be.
    pub undecided: u64,
    /// Presented before consents were recorded.
    pub before: u64,
    /// Whether no consent was recorded by the end of the period: then nothing is known of it.
    pub is_unknown: bool,
}

impl InformedAdherence {
    pub(super) fn of(
        plans: &PresentedPlans,
        recorded: &RecordedConsents,
        period: Period,
        today: Date,
    ) -> Self {
        let Some(began) = recorded.began.filter(|began| *began <= period.to) else {
            return Self {
                is_unknown: true,
                ..Self::default()
            };
        };
        let mut counted = Self::default();
        for (plan, presented) in &plans.0 {
            let last = presented.saturating_add(SIGNED_DAYS.days());
            let signed = recorded.signed.get(plan);
            if *presented < began {
                counted.before += 1;
            } else if signed.is_some_and(|signed| *signed <= last) {
                counted.signed += 1;
            } else {
                counted.not_signed += 1;
                counted.undecided += u64::from(today <= last);
            }
        }
        counted
    }

    /// Plans signed, of those presented; a count, never an amount.
    pub fn indicator(&self) -> Indicator {
        let formula = Formula::InformedAdherence;
        if self.is_unknown {
            return Indicator::missing(formula, MissingFacts::SignedConsents);
        }
        let indicator = Indicator::share(formula, self.signed, self.signed + self.not_signed)
            .without(Because::BeforeConsents, self.before);
        Indicator {
            certainty: Certainty::of(self.undecided),
            ..indicator
        }
    }
}

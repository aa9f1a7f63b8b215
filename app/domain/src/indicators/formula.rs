//! The indicators by name, what each is made of, and which cannot be made yet.

/// An indicator (`domain.md`, "Indicators").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Formula {
    /// What the acts done are worth.
    Production,
    /// What was paid.
    Collected,
    /// What production leaves after the costs that grow with it.
    Margin,
    /// How full the chairs are while they are open.
    AgendaSaturation,
    /// Visits that the patient missed or called off too late.
    MissedVisits,
    /// Patients who have their next hygiene already.
    HygieneRebooking,
    /// Hygienes that came when they were due.
    RecallAdherence,
    /// Plans to which the patient has consented.
    InformedAdherence,
    /// Patients at risk who were checked in time.
    RiskCoverage,
    /// Promises to call back that were kept.
    PromisesKept,
    /// How often a request changes hands.
    HandOffs,
    /// Requests that needed one contact.
    SolvedAtFirstContact,
    /// What the practice has to receive.
    Exposure,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Euro cents.
    Cents,
    /// Minutes of a chair.
    Minutes,
    /// Visits.
    Visits,
    /// Patients, each once.
    Patients,
    /// Due dates of hygiene recalls.
    DueDates,
    /// Plans of care.
    Plans,
    /// Promises to call back.
    Promises,
    /// Requests.
    Requests,
}

/// Facts that nobody has recorded, without which an indicator cannot be computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MissingFacts {
    /// What was spent on material and laboratory.
    VariableCosts,
    /// When a patient signed the consent to a plan.
    SignedConsents,
    /// Requests: none was written down in the period.
    Requests,
}

impl Formula {
    /// Every indicator of a period, in the order of `domain.md`. Exposure is of a moment, and apart.
    pub const OF_A_PERIOD: [Self; 12] = [
        Self::Production,
        Self::Collected,
        Self::Margin,
        Self::AgendaSaturation,
        Self::MissedVisits,
        Self::HygieneRebooking,
        Self::RecallAdherence,
        Self::InformedAdherence,
        Self::RiskCoverage,
        Self::PromisesKept,
        Self::HandOffs,
        Self::SolvedAtFirstContact,
    ];

    /// The name on the command line and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Collected => "collected",
            Self::Margin => "margin",
            Self::AgendaSaturation => "agenda_saturation",
            Self::MissedVisits => "missed_visits",
            Self::HygieneRebooking => "hygiene_rebooking",
            Self::RecallAdherence => "recall_adherence",
            Self::InformedAdherence => "informed_adherence",
            Self::RiskCoverage => "risk_coverage",
            Self::PromisesKept => "promises_kept",
            Self::HandOffs => "hand_offs",
            Self::SolvedAtFirstContact => "solved_at_first_contact",
            Self::Exposure => "exposure",
        }
    }

    /// The formula in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Production => "sum of price less discount of the acts done, by the day of the act",
            Self::Collected => "sum of payments less refunds, by value date",
            Self::Margin => "production less the variable costs recorded",
            Self::AgendaSaturation => {
                "minutes booked within open time, overlaps once, of the minutes open; cancelled and missed visits and closed days out"
            }
            Self::MissedVisits => {
                "missed, and cancelled by the patient less than 24 elapsed hours before, of these and those done; by the day of the visit"
            }
            Self::HygieneRebooking => {
                "patients with a hygiene visit to come at this moment, of the patients with a hygiene done in the period"
            }
            Self::RecallAdherence => {
                "due dates with a hygiene within 60 days before or after, ends included, of the due dates in the period"
            }
            Self::InformedAdherence => "plans with signed consent within 90 days, of the plans presented",
            Self::RiskCoverage => {
                "patients none of whose open episodes of risk has reached its check, of the patients with one; at the end of the period"
            }
            Self::PromisesKept => {
                "promises to call back, and to answer a request, served by their hour, of the promises whose hour is in the period"
            }
            Self::HandOffs => "changes of owner, for each request",
            Self::SolvedAtFirstContact => {
                "requests solved for good by who wrote them down, without a change of owner, of the requests"
            }
            Self::Exposure => {
                "finished or stopped care not paid, never more than the payer owes, and instalments past their day"
            }
        }
    }

    /// What its numerator and denominator count.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Production | Self::Collected | Self::Margin | Self::Exposure => Unit::Cents,
            Self::AgendaSaturation => Unit::Minutes,
            Self::MissedVisits => Unit::Visits,
            Self::HygieneRebooking | Self::RiskCoverage => Unit::Patients,
            Self::RecallAdherence => Unit::DueDates,
            Self::InformedAdherence => Unit::Plans,
            Self::PromisesKept => Unit::Promises,
            Self::HandOffs | Self::SolvedAtFirstContact => Unit::Requests,
        }
    }
}

impl Unit {
    /// The name on the command line and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cents => "cents",
            Self::Minutes => "minutes",
            Self::Visits => "visits",
            Self::Patients => "patients",
            Self::DueDates => "due dates",
            Self::Plans => "plans",
            Self::Promises => "promises",
            Self::Requests => "requests",
        }
    }
}

impl MissingFacts {
    /// What is missing, in words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::VariableCosts => "variable costs are not recorded",
            Self::SignedConsents => "signed consents to plans are not recorded",
            Self::Requests => "no request was written down in the period",
        }
    }
}

//! Counting everything at once, family by family.

use super::informed::{PresentedPlans, RecordedConsents};
use super::{
    Exposure, Formula, HygieneRebooking, Indicator, InformedAdherence, MissedVisits, MissingFacts, Period,
    PromisesKept, RecallAdherence, RequestsServed, RiskCoverage, Saturation, Takings,
};
use crate::calls::{Attempt, RiskTable};
use crate::care::History;
use crate::money::ledger::Ledger;
use crate::requests::Request;
use crate::time::Now;
use crate::treatment_consent::TreatmentConsent;

/// How many full months are shown, the last one included.
pub const MONTHS: u8 = 12;

/// What is recorded about one patient.
#[derive(Clone, Copy, Debug)]
pub struct PatientRecord<'a> {
    /// Acts, payments, plans and visits.
    pub history: &'a History,
    /// Every attempt to reach the patient, in no order.
    pub attempts: &'a [&'a Attempt],
}

/// What has been counted so far.
#[derive(Clone, Debug)]
pub struct Tally {
    now: Now,
    risk: RiskTable,
    exposure: Exposure,
    consents: RecordedConsents,
    months: Vec<Counts>,
    year: Counts,
}

/// What has been counted of one period.
#[derive(Clone, Debug)]
struct Counts {
    period: Period,
    takings: Takings,
    missed: MissedVisits,
    rebooking: HygieneRebooking,
    adherence: RecallAdherence,
    presented: PresentedPlans,
    risk: RiskCoverage,
    promises: PromisesKept,
    requests: RequestsServed,
}

/// The figures of the practice at a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// What it has to receive at the moment.
    pub exposure: Exposure,
    /// The last [`MONTHS`] full months before it, oldest first.
    pub months: Vec<PeriodFigures>,
    /// These months as one period.
    pub year: PeriodFigures,
}

/// The figures of one period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PeriodFigures {
    /// Which.
    pub period: Period,
    /// Production and what was collected.
    pub takings: Takings,
    /// How full the agenda was.
    pub saturation: Saturation,
    /// How visits ended.
    pub missed: MissedVisits,
    /// Whether the next hygiene is booked.
    pub rebooking: HygieneRebooking,
    /// Whether hygienes came when they were due.
    pub adherence: RecallAdherence,
    /// Whether patients signed the consent to the plans presented to them.
    pub informed: InformedAdherence,
    /// Whether patients at risk were checked, at the end of the period.
    pub risk: RiskCoverage,
    /// Whether the practice called back.
    pub promises: PromisesKept,
    /// How requests were served.
    pub requests: RequestsServed,
}

impl Tally {
    /// Nothing counted yet. `risk` is the practice's table of risk.
    pub fn new(now: Now, risk: RiskTable) -> Self {
        let months = Period::full_months(now.today(), MONTHS);
        let last = now.today().first_of_month().yesterday().unwrap_or(now.today());
        let first = months.first().map_or(last, |month| month.from);
        Self {
            now,
            risk,
            exposure: Exposure::default(),
            consents: RecordedConsents::default(),
            months: months.into_iter().map(Counts::new).collect(),
            year: Counts::new(Period {
                from: first,
                to: last,
            }),
        }
    }

    /// All the months together.
    pub const fn period(&self) -> Period {
        self.year.period
    }

    /// Counts what a payer owes. `family` is everybody whom they pay for.
    pub fn add_family(&mut self, family: &[History]) {
        self.exposure.add(&Ledger::of(family, self.now.today()));
    }

    /// Counts a patient.
    pub fn add_patient(&mut self, record: &PatientRecord<'_>) {
        for counts in self.months.iter_mut().chain([&mut self.year]) {
            counts.add(record, &self.risk, self.now);
        }
    }

    /// Counts a request.
    pub fn add_request(&mut self, request: &Request) {
        for counts in self.months.iter_mut().chain([&mut self.year]) {
            counts.requests.add(request, counts.period);
            counts
                .promises
                .add_request(request, counts.period, self.now.instant);
        }
    }

    /// Counts what is recorded of the consent to a plan.
    pub fn add_consent(&mut self, consent: &TreatmentConsent) {
        self.consents.add(consent);
    }

    /// The figures. `full` says how full the agenda was in a period, for which no history of a patient is needed.
    pub fn finish(self, full: impl Fn(Period) -> Saturation) -> Figures {
        let (consents, today) = (self.consents, self.now.today());
        let finish = |counts: Counts| {
            let informed = InformedAdherence::of(&counts.presented, &consents, counts.period, today);
            counts.finish(informed, &full)
        };
        Figures {
            exposure: self.exposure,
            months: self.months.into_iter().map(finish).collect(),
            year: finish(self.year),
        }
    }
}

impl Counts {
    fn new(period: Period) -> Self {
        Self {
            period,
            takings: Takings::default(),
            missed: MissedVisits::default(),
            rebooking: HygieneRebooking::default(),
            adherence: RecallAdherence::default(),
            presented: PresentedPlans::default(),
            risk: RiskCoverage::default(),
            promises: PromisesKept::default(),
            requests: RequestsServed::default(),
        }
    }

    fn add(&mut self, record: &PatientRecord<'_>, risk: &RiskTable, now: Now) {
        let (history, period) = (record.history, self.period);
        self.takings.add(history, period);
        self.missed.add(&history.appointments, period);
        self.rebooking.add(history, period, now.today());
        self.adherence.add(record, period, now);
        self.presented.add(history, period);
        self.risk.add(record, risk, period, now);
        self.promises.add(record.attempts, period);
    }

    fn finish(self, informed: InformedAdherence, full: impl Fn(Period) -> Saturation) -> PeriodFigures {
        PeriodFigures {
            period: self.period,
            takings: self.takings,
            saturation: full(self.period),
            missed: self.missed,
            rebooking: self.rebooking,
            adherence: self.adherence,
            informed,
            risk: self.risk,
            promises: self.promises,
            requests: self.requests,
        }
    }
}

impl PeriodFigures {
    /// Every indicator of the period, in the order of [`Formula::OF_A_PERIOD`].
    pub fn indicators(&self) -> Vec<Indicator> {
        Formula::OF_A_PERIOD
            .into_iter()
            .filter_map(|formula| self.indicator(formula))
            .collect()
    }

    /// One of them; exposure is of a moment, not of a period.
    pub fn indicator(&self, formula: Formula) -> Option<Indicator> {
        let missing = |facts| Indicator::missing(formula, facts);
        Some(match formula {
            Formula::Production => self.takings.production(),
            Formula::Collected => self.takings.collected(),
            Formula::Margin => missing(MissingFacts::VariableCosts),
            Formula::AgendaSaturation => self.saturation.indicator(),
            Formula::MissedVisits => self.missed.indicator(),
            Formula::HygieneRebooking => self.rebooking.indicator(),
            Formula::RecallAdherence => self.adherence.indicator(),
            Formula::InformedAdherence => self.informed.indicator(),
            Formula::RiskCoverage => self.risk.indicator(),
            Formula::PromisesKept => self.promises.indicator(),
            Formula::HandOffs => self.requests.hand_offs(),
            Formula::SolvedAtFirstContact => self.requests.solved_at_first_contact(),
            Formula::Exposure => return None,
        })
    }
}

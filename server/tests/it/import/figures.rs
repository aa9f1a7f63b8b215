//! The figures of the export that ships as the demo, against those that the rules give.

use std::collections::BTreeMap;

use app_domain::id::PracticeId;
use app_domain::indicators::{Because, Certainty, Component, Exposure, Formula, PeriodFigures, Share, Value};
use serde::Deserialize;
use server::figures_command::{PracticeFigures, figures_at};
use server::store::Store;

use super::now;

#[derive(Deserialize)]
struct Expected {
    aging_cents: BTreeMap<String, i64>,
    exposure_total_cents: i64,
    indicators_last_month: Month,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Month {
    from: String,
    to: String,
    production: Production,
    collected: Collected,
    agenda_saturation: Saturation,
    missed_visits: Missed,
    hygiene_rebooking: Ratio,
    recall_adherence: Adherence,
    risk_coverage: Coverage,
    promises_kept: Ratio,
}

#[derive(Deserialize)]
struct Production {
    cents: i64,
    acts: u64,
}

#[derive(Deserialize)]
struct Collected {
    cents: i64,
    rows: u64,
}

#[derive(Deserialize)]
struct Ratio {
    numerator: u64,
    denominator: u64,
}

#[derive(Deserialize)]
struct Saturation {
    numerator: u64,
    denominator: u64,
    chairs: BTreeMap<String, ChairMinutes>,
}

#[derive(Deserialize)]
struct ChairMinutes {
    booked: u64,
    open: u64,
}

#[derive(Deserialize)]
struct Missed {
    numerator: u64,
    denominator: u64,
    noshow: u64,
    cancelled_late: u64,
    done: u64,
    excluded_unknown_time: u64,
}

#[derive(Deserialize)]
struct Adherence {
    numerator: u64,
    denominator: u64,
    excluded: u64,
    provisional: bool,
    not_kept_younger_than_60_days: u64,
}

#[derive(Deserialize)]
struct Coverage {
    numerator: u64,
    denominator: u64,
    excluded: u64,
}

/// Everything of the file that is a figure.
pub async fn check(store: &Store, practice: PracticeId) {
    let expected: Expected =
        serde_json::from_str(include_str!("../../data/aurora/expected.json")).expect("figures");
    let practice = figures_at(store, practice, now()).await.expect("the figures");
    check_exposure(&practice.figures.exposure, &expected);
    let last = practice.figures.months.last().expect("twelve months");
    check_month(&practice, last, &expected.indicators_last_month);
    assert_eq!(practice.figures.months.len(), 12);
}

fn check_exposure(exposure: &Exposure, expected: &Expected) {
    let aging = &exposure.aging;
    let names = ["0-30", "31-60", "61-90", "91+"].into_iter().zip(aging.buckets);
    let others = [
        ("sum", aging.total()),
        ("not_yet_due", aging.not_yet_due),
        ("credit", aging.credit),
    ];
    let found: BTreeMap<String, i64> = names
        .chain(others)
        .map(|(name, cents)| (name.to_owned(), cents.0))
        .collect();
    assert_eq!(found, expected.aging_cents);
    assert_eq!(exposure.total.0, expected.exposure_total_cents);
}

fn check_month(practice: &PracticeFigures, figures: &PeriodFigures, expected: &Month) {
    assert_eq!(figures.period.from.to_string(), expected.from);
    assert_eq!(figures.period.to.to_string(), expected.to);
    let value = |formula| figures.indicator(formula).map(|indicator| indicator.value);
    let amount = |formula| match value(formula) {
        Some(Value::Amount { cents, rows }) => (cents.0, rows),
        other => panic!("no amount: {other:?}"),
    };
    let production = &expected.production;
    assert_eq!(amount(Formula::Production), (production.cents, production.acts));
    let collected = &expected.collected;
    assert_eq!(amount(Formula::Collected), (collected.cents, collected.rows));
    let (saturation, missed) = (&expected.agenda_saturation, &expected.missed_visits);
    let (adherence, coverage) = (&expected.recall_adherence, &expected.risk_coverage);
    let (rebooking, promises) = (&expected.hygiene_rebooking, &expected.promises_kept);
    for (formula, numerator, denominator) in [
        (
            Formula::AgendaSaturation,
            saturation.numerator,
            saturation.denominator,
        ),
        (Formula::MissedVisits, missed.numerator, missed.denominator),
        (
            Formula::HygieneRebooking,
            rebooking.numerator,
            rebooking.denominator,
        ),
        (
            Formula::RecallAdherence,
            adherence.numerator,
            adherence.denominator,
        ),
        (Formula::RiskCoverage, coverage.numerator, coverage.denominator),
        (Formula::PromisesKept, promises.numerator, promises.denominator),
    ] {
        let share = Share {
            numerator,
            denominator,
        };
        assert_eq!(value(formula), Some(Value::Share(share)), "{formula:?}");
    }
    check_chairs(practice, figures, saturation);
    check_left_out(figures, expected);
}

fn check_chairs(practice: &PracticeFigures, figures: &PeriodFigures, expected: &Saturation) {
    let chairs = figures.saturation.chairs.iter();
    let found: BTreeMap<&str, (u64, u64)> = chairs
        .map(|(chair, share)| (practice.code_of(*chair), (share.numerator, share.denominator)))
        .collect();
    let expected = expected.chairs.iter();
    assert_eq!(
        found,
        expected
            .map(|(code, minutes)| (code.as_str(), (minutes.booked, minutes.open)))
            .collect()
    );
}

fn check_left_out(figures: &PeriodFigures, expected: &Month) {
    let indicator = |formula| figures.indicator(formula).expect("an indicator of a period");
    let left_out = |formula, counts: fn(Because) -> bool| -> u64 {
        let rows = indicator(formula).left_out.into_iter();
        rows.filter(|row| counts(row.because)).map(|row| row.rows).sum()
    };
    let is_excluded = |because| matches!(because, Because::Excluded(_));
    let missed = &expected.missed_visits;
    assert_eq!(
        indicator(Formula::MissedVisits).components,
        [
            Component::NoShow(missed.noshow),
            Component::CancelledLate(missed.cancelled_late),
            Component::Done(missed.done)
        ]
    );
    assert_eq!(
        left_out(Formula::MissedVisits, |because| because
            == Because::UnknownCancellationTime),
        missed.excluded_unknown_time
    );
    let adherence = &expected.recall_adherence;
    assert_eq!(
        left_out(Formula::RecallAdherence, is_excluded),
        adherence.excluded
    );
    assert_eq!(
        left_out(Formula::RiskCoverage, is_excluded),
        expected.risk_coverage.excluded
    );
    assert!(adherence.provisional);
    let undecided = adherence.not_kept_younger_than_60_days;
    assert_eq!(
        indicator(Formula::RecallAdherence).certainty,
        Certainty::Provisional { undecided }
    );
}

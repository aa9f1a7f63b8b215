use super::*;
use crate::money::Cents;

#[test]
fn the_last_full_month_is_the_one_before_todays_even_on_the_last_day() {
    let months = |today| Period::full_months(today, 1);
    let of = |year, month, days| Period {
        from: date(year, month, 1),
        to: date(year, month, days),
    };
    assert_eq!(months(TODAY), [of(2026, 10, 31)]);
    assert_eq!(months(date(2026, 11, 30)), [of(2026, 10, 31)]);
    assert_eq!(months(date(2026, 12, 1)), [of(2026, 11, 30)]);
    assert_eq!(months(date(2027, 1, 31)), [of(2026, 12, 31)]);
    assert_eq!(months(date(2028, 3, 31)), [of(2028, 2, 29)]);
    assert_eq!(months(date(2027, 3, 31)), [of(2027, 2, 28)]);
}

#[test]
fn twelve_full_months_follow_one_another_without_a_gap() {
    let months = Period::full_months(TODAY, MONTHS);
    assert_eq!(months.len(), 12);
    assert_eq!(months[0].from, date(2025, 11, 1));
    for (one, next) in months.iter().zip(&months[1..]) {
        assert_eq!(one.to.tomorrow().ok(), Some(next.from));
    }
    assert_eq!(
        months.iter().map(|month| month.days().count()).sum::<usize>(),
        365
    );
    let year = Tally::new(now(), RiskTable::usual()).period();
    assert_eq!((year.from, year.to), (months[0].from, months[11].to));
}

#[test]
fn the_end_of_a_period_is_the_last_moment_before_the_next_day() {
    let end = october().end().instant;
    let next = Instant::from_civil(date(2026, 11, 1).at(0, 0, 0, 0));
    assert!(end < next);
    assert_eq!(end.plus_minutes(1).civil().date(), date(2026, 11, 1));
}

#[test]
fn what_needs_facts_that_nobody_records_is_missing_and_never_zero() {
    let missing: Vec<(Formula, MissingFacts)> = Counted::default()
        .month()
        .indicators()
        .into_iter()
        .filter_map(|indicator| match indicator.value {
            Value::Missing(facts) => Some((indicator.formula, facts)),
            _ => None,
        })
        .collect();
    assert_eq!(
        missing,
        [
            (Formula::Margin, MissingFacts::VariableCosts),
            (Formula::InformedAdherence, MissingFacts::SignedConsents),
            (Formula::HandOffs, MissingFacts::Requests),
            (Formula::SolvedAtFirstContact, MissingFacts::Requests),
        ]
    );
}

#[test]
fn every_indicator_of_a_period_is_there_in_order() {
    let formulas: Vec<Formula> = Counted::default()
        .month()
        .indicators()
        .into_iter()
        .map(|indicator| indicator.formula)
        .collect();
    assert_eq!(formulas, Formula::OF_A_PERIOD);
    assert_eq!(Counted::default().month().indicator(Formula::Exposure), None);
}

#[test]
fn the_year_is_its_months_together_but_a_patient_counts_once() {
    let history = nobody(1)
        .with_single(date(2025, 11, 1), 100)
        .with_hygiene(date(2026, 3, 2))
        .with_hygiene(date(2026, 9, 2))
        .with_single(date(2025, 10, 31), 1);
    let figures = Counted(vec![vec![history]]).figures();
    let months: Cents = figures.months.iter().map(|month| month.takings.production).sum();
    assert_eq!(
        (months, figures.year.takings.production),
        (Cents(300), Cents(300))
    );
    let treated = |rebooking: HygieneRebooking| rebooking.rebooked + rebooking.not_rebooked;
    let by_month: u64 = figures.months.iter().map(|month| treated(month.rebooking)).sum();
    assert_eq!((by_month, treated(figures.year.rebooking)), (2, 1));
}

#[test]
fn exposure_is_of_every_payer_with_their_aging() {
    let figures = Counted(vec![
        vec![nobody(1).with_single(TODAY, 5_000)],
        vec![nobody(2).with_single(date(2026, 10, 1), 10_000), nobody(3)],
        // Up to a euro is nothing, and a credit of one pays nothing for another.
        vec![nobody(4).with_single(TODAY, 100)],
        vec![nobody(5).with_payment(None, TODAY, 700)],
    ])
    .figures();
    assert_eq!(
        (figures.exposure.total, figures.exposure.payers),
        (Cents(15_000), 2)
    );
    let aging = figures.exposure.aging;
    assert_eq!(aging.buckets, [Cents(5_100), Cents(10_000), Cents(0), Cents(0)]);
    assert_eq!(aging.credit, Cents(700));
}

/// Families, counted.
#[derive(Default)]
struct Counted(Vec<Vec<History>>);

impl Counted {
    fn figures(&self) -> Figures {
        let mut tally = Tally::new(now(), RiskTable::usual());
        for family in &self.0 {
            tally.add_family(family);
            for history in family {
                tally.add_patient(&PatientRecord {
                    history,
                    attempts: &[],
                });
            }
        }
        tally.finish(|_| Saturation::default())
    }

    fn month(&self) -> PeriodFigures {
        self.figures().months.remove(11)
    }
}

use super::*;
use crate::care::{Plan, PlanState};
use crate::id::{MemberId, PlanId};
use crate::treatment_consent::{GivenConsent, TreatmentConsent, WithdrawalWish, WithdrawnConsent};

const PRESENTED: Date = date(2026, 10, 14);
const TERESA: MemberId = MemberId(Uuid::from_u128(1));

fn plan(number: u128) -> PlanId {
    PlanId(Uuid::from_u128(number))
}

/// Somebody to whom plans were presented, each on its day.
fn presented(plans: &[(u128, Date)]) -> History {
    let mut history = nobody(1);
    history.plans = plans
        .iter()
        .map(|(number, day)| Plan {
            id: plan(*number),
            code: String::new(),
            patient: history.patient.id,
            title: String::new(),
            presented: Some(*day),
            state: PlanState::Active,
        })
        .collect();
    history
}

/// Signed and attested on a day.
fn signed(number: u128, day: Date) -> TreatmentConsent {
    let given = GivenConsent {
        by: TERESA,
        at: Instant::from_civil(day.at(10, 0, 0, 0)),
        signed: day,
        withdrawn: None,
    };
    TreatmentConsent::of(plan(number), PatientId(Uuid::from_u128(1)), vec![given]).expect("a consent")
}

fn withdrawn(mut consent: TreatmentConsent, wish: WithdrawalWish) -> TreatmentConsent {
    let given = consent.given.last_mut().expect("a consent");
    given.withdrawn = Some(WithdrawnConsent {
        by: TERESA,
        at: Instant::from_civil(TODAY.at(8, 0, 0, 0)),
        wish,
        reason: "altro".to_owned(),
    });
    consent
}

fn indicator(history: &History, consents: &[TreatmentConsent], today: Date) -> Indicator {
    let mut tally = Tally::new(Now::at_civil(today.at(9, 30, 0, 0)), RiskTable::usual());
    consents.iter().for_each(|consent| tally.add_consent(consent));
    tally.add_patient(&PatientRecord {
        history,
        attempts: &[],
    });
    let figures = tally.finish(|_| Saturation::default());
    let month = figures.months.into_iter().find(|month| month.period == october());
    month.expect("October").informed.indicator()
}

#[test]
fn a_consent_counts_up_to_the_ninetieth_day_and_the_figure_is_provisional_until_then() {
    let first = signed(2, date(2026, 10, 1));
    let of_two = |days: i64, today| {
        let history = presented(&[(1, PRESENTED), (2, date(2026, 10, 1))]);
        let late = signed(1, PRESENTED.saturating_add(jiff::Span::new().days(days)));
        indicator(&history, &[first.clone(), late], today)
    };
    let spring = date(2027, 4, 1);
    assert_eq!(share(&of_two(90, spring)), (2, 2));
    assert_eq!(share(&of_two(91, spring)), (1, 2));
    assert_eq!(of_two(91, spring).certainty, Certainty::Final);
    let provisional = Certainty::Provisional { undecided: 1 };
    assert_eq!(
        of_two(91, PRESENTED.saturating_add(jiff::Span::new().days(90))).certainty,
        provisional
    );
}

#[test]
fn what_was_presented_before_the_first_consent_was_recorded_is_left_out_even_if_it_was_signed() {
    let history = presented(&[(1, date(2026, 10, 1)), (2, PRESENTED), (3, PRESENTED)]);
    let late = TreatmentConsent {
        given: vec![GivenConsent {
            signed: date(2026, 10, 1),
            ..signed(1, PRESENTED).given.remove(0)
        }],
        ..signed(1, PRESENTED)
    };
    let indicator = indicator(&history, &[late, signed(2, PRESENTED)], TODAY);
    assert_eq!(share(&indicator), (1, 2));
    assert_eq!(left_out(&indicator), [(Because::BeforeConsents, 1)]);
}

#[test]
fn what_the_clinician_took_back_was_never_signed_and_what_the_patient_withdrew_was() {
    let history = presented(&[(1, PRESENTED), (2, PRESENTED)]);
    for (wish, expected) in [
        (WithdrawalWish::Clinician, (1, 2)),
        (WithdrawalWish::Patient, (2, 2)),
    ] {
        let consents = [signed(2, PRESENTED), withdrawn(signed(1, PRESENTED), wish)];
        assert_eq!(
            share(&indicator(&history, &consents, TODAY)),
            expected,
            "{wish:?}"
        );
    }
}

#[test]
fn a_month_before_consents_were_recorded_says_that_facts_are_missing() {
    let history = presented(&[(1, PRESENTED)]);
    let missing = Value::Missing(MissingFacts::SignedConsents);
    assert_eq!(indicator(&history, &[], TODAY).value, missing);
    assert_eq!(
        indicator(&history, &[signed(1, date(2026, 11, 2))], TODAY).value,
        missing
    );
}

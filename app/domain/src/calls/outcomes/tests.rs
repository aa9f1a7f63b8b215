use super::*;

fn takes(kind: ReasonKind, outcome: OutcomeKind) -> bool {
    outcome.fits(Topic::Reason(kind))
}

#[test]
fn every_reason_takes_what_any_call_may_end_with() {
    for kind in ReasonKind::ALL {
        for outcome in [
            OutcomeKind::AllWell,
            OutcomeKind::Problem,
            OutcomeKind::CallBack,
            OutcomeKind::NoAnswer,
            OutcomeKind::Busy,
            OutcomeKind::Voicemail,
            OutcomeKind::Family,
            OutcomeKind::WrongNumber,
            OutcomeKind::DoNotContact,
            OutcomeKind::Deceased,
            OutcomeKind::MovedAway,
        ] {
            assert!(takes(kind, outcome), "{kind:?} {outcome:?}");
        }
    }
}

#[test]
fn what_belongs_to_one_reason_fits_no_other() {
    assert!(takes(ReasonKind::Confirm, OutcomeKind::Confirms));
    assert!(!takes(ReasonKind::HygieneRecall, OutcomeKind::Confirms));
    assert!(takes(ReasonKind::Confirm, OutcomeKind::AsksToMove));
    assert!(takes(ReasonKind::HygieneRecall, OutcomeKind::Later));
    assert!(!takes(ReasonKind::ClinicalRisk, OutcomeKind::Later));
    assert!(takes(ReasonKind::Balance, OutcomeKind::PromisesToPay));
    assert!(!takes(ReasonKind::MissedVisit, OutcomeKind::Disputes));
    assert!(takes(ReasonKind::PlanAwaiting, OutcomeKind::Thinking));
    assert!(!takes(ReasonKind::Instalment, OutcomeKind::DeclinesToGoOn));
}

#[test]
fn the_outcomes_of_a_reason_are_those_that_fit_in_the_order_of_the_table() {
    let all: Vec<OutcomeKind> = outcomes_for(Topic::Reason(ReasonKind::Confirm)).collect();
    assert!(all.is_sorted());
    assert_eq!(all.len(), 14);
    assert!(fits(Topic::Other, &Outcome::Booked { appointment: None }));
    assert!(!fits(Topic::Other, &Outcome::Confirms { appointment: None }));
}

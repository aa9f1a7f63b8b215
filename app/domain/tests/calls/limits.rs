//! The limits of tries, and what one call leaves of the other reasons, under histories at random (`domain.md`, "Attempts").

use app_domain::calls::{
    CallStatus, Cause, Outcome, OutcomeKind, ReasonDetail, ReasonKind, RiskCategory, Settlement, Topic,
    outcomes_for,
};
use app_domain::money::Cents;
use jiff::civil::Date;
use proptest::prelude::*;

use super::case::{Case, NOW, Steps, day, days_before, moment};

const HYGIENE: ReasonKind = ReasonKind::HygieneRecall;
const RISK: ReasonKind = ReasonKind::ClinicalRisk;
/// Reasons that have every limit.
const LIMITED: [ReasonKind; 3] = [HYGIENE, ReasonKind::Balance, ReasonKind::SuspendedCycle];
const TODAY: &str = "2026-11-23";
const IN_VAIN: [Outcome; 4] = [
    Outcome::NoAnswer,
    Outcome::Busy,
    Outcome::Voicemail,
    Outcome::Family,
];

/// A call: how many days ago, about what, and what came of it.
#[derive(Clone, Debug)]
struct Call {
    back: i64,
    kind: ReasonKind,
    outcome: Outcome,
}

/// Calls of the last weeks, the oldest first: most reach nobody.
fn history() -> impl Strategy<Value = Vec<Call>> {
    let kind = prop::sample::select([LIMITED.as_slice(), &[RISK]].concat());
    let outcome = prop_oneof![
        5 => prop::sample::select(IN_VAIN.to_vec()),
        1 => Just(Outcome::AllWell),
    ];
    let call = (0..24_i64, kind, outcome).prop_map(|(back, kind, outcome)| Call { back, kind, outcome });
    prop::collection::vec(call, 0..14).prop_map(|mut calls| {
        calls.sort_by_key(|call| -call.back);
        calls
    })
}

/// A patient with a reason of each kind, after these calls. The hygiene is due since long, or since a few days.
fn case(hygiene_done: &str, calls: &[Call]) -> Case {
    let open = Steps {
        open: 1,
        accepted: 1,
        unanswered: 0,
    };
    let case = Case::quiet()
        .hygiene_done(hygiene_done)
        .balance(5_000, "2026-03-01")
        .plan("Protesi", Some("2026-01-01"), Some("2026-02-01"), open)
        .episode(RiskCategory::ExtendedProvisional, "2026-06-01");
    after(case, calls)
}

fn after(case: Case, calls: &[Call]) -> Case {
    calls.iter().zip(0..).fold(case, |case, (call, minute)| {
        let (hour, minute) = (9 + minute / 60, minute % 60);
        let at = format!("{}T{hour:02}:{minute:02}", days_before(TODAY, call.back));
        case.call(&at, call.kind, call.outcome.clone())
    })
}

fn is_try(call: &Call) -> bool {
    call.outcome.reached_nobody()
}

/// Tries about a reason since it began, and since the last conversation about it.
fn in_a_row(calls: &[Call], kind: ReasonKind, since: Date) -> usize {
    let about = calls.iter().rev().filter(|call| call.kind == kind);
    let row = about.take_while(|call| is_try(call));
    row.filter(|call| day(&days_before(TODAY, call.back)) >= since)
        .count()
}

/// The cause that the table of limits gives, counted in the plainest way; `None` where the reason is to be listed.
fn limit(calls: &[Call], kind: ReasonKind, since: Date) -> Option<Cause> {
    let tries_within = |days: i64| {
        calls
            .iter()
            .filter(|call| is_try(call) && call.back < days)
            .count()
    };
    let spoken = |call: &Call| call.kind == kind && call.back == 0 && call.outcome == Outcome::AllWell;
    if in_a_row(calls, kind, since) >= 5 {
        Some(Cause::FiveAttempts)
    } else if calls.iter().any(spoken) {
        Some(Cause::SpokenToday)
    } else if tries_within(1) >= 1 {
        Some(Cause::TriedToday)
    } else if tries_within(7) >= 3 {
        Some(Cause::ThreeInSevenDays)
    } else {
        None
    }
}

/// A reason of a kind as it stands: listed, or held by what.
fn stands(status: &CallStatus, kind: ReasonKind) -> String {
    format!("{:?} {:?}", status.listed(kind), status.held(kind))
}

/// An outcome of a conversation about one reason, such as may be written down of any.
fn said(kind: OutcomeKind) -> Option<Outcome> {
    Some(match kind {
        OutcomeKind::AllWell => Outcome::AllWell,
        OutcomeKind::Problem => Outcome::Problem {
            clinician: None,
            until: Some(moment("2026-11-23T12:00")),
        },
        OutcomeKind::AsksForPlace => Outcome::AsksForPlace {
            appointment: super::case::visit_id(900),
        },
        OutcomeKind::CallBack => Outcome::CallBack {
            until: moment("2026-11-24T10:00"),
            what: String::new(),
        },
        OutcomeKind::Later => Outcome::Later {
            until: day("2027-01-11"),
        },
        OutcomeKind::AnswersPlan => Outcome::AnswersPlan { steps: Vec::new() },
        OutcomeKind::Thinking => Outcome::Thinking,
        OutcomeKind::DeclinesToGoOn => Outcome::DeclinesToGoOn,
        OutcomeKind::PromisesToPay => Outcome::PromisesToPay {
            by: day("2026-11-30"),
            amount: Some(Cents(1_000)),
        },
        OutcomeKind::Disputes => Outcome::Disputes,
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn one_try_a_day_three_in_seven_days_and_five_in_a_row(
        calls in history(),
        done in prop::sample::select(vec!["2026-01-10", "2026-05-25"]),
    ) {
        let case = case(done, &calls);
        let status = case.status(NOW);
        for kind in LIMITED {
            let held = status.held(kind);
            let since = held.map(|held| held.reason.since).or(status.listed(kind).map(|reason| reason.since));
            let since = since.unwrap();
            prop_assert_eq!(held.map(|held| held.cause), limit(&calls, kind, since), "{:?}", kind);
        }
    }

    #[test]
    fn who_follows_the_list_never_tries_too_often(throws in prop::collection::vec((0..3_usize, 0..5_usize), 60..150)) {
        let mut calls: Vec<Call> = Vec::new();
        // Somebody opens the list three times a day.
        let moments = 0..i64::try_from(throws.len()).unwrap();
        for (back, (which, throw)) in moments.rev().map(|moment| moment / 3).zip(throws) {
            let now = format!("{}T18:00", days_before(TODAY, back));
            let made = calls.clone();
            let status = case("2026-01-10", &made).status(&now);
            let kind = LIMITED[which];
            let Some(reason) = status.listed(kind) else { continue };
            let outcome = IN_VAIN.get(throw).cloned().unwrap_or(Outcome::AllWell);
            let days_between = |call: &Call| call.back - back;
            let tries = |days: i64| made.iter().filter(|call| is_try(call) && days_between(call) < days).count();
            prop_assert_eq!(tries(1), 0);
            prop_assert!(tries(7) < 3);
            prop_assert!(in_a_row(&made, kind, reason.since) < 5);
            calls.push(Call { back, kind, outcome });
        }
    }

    #[test]
    fn a_risk_is_tried_without_end_and_its_clinician_is_told(calls in history()) {
        let case = case("2026-01-10", &calls);
        let status = case.status(NOW);
        let about = || calls.iter().filter(|call| call.kind == RISK);
        // All well, and the interval begins again: every such call is of the last thirty days.
        if about().any(|call| call.outcome == Outcome::AllWell) {
            prop_assert!(status.listed(RISK).is_none() && status.held(RISK).is_none());
            return Ok(());
        }
        let tried_today = calls.iter().any(|call| is_try(call) && call.back == 0);
        prop_assert_eq!(status.held(RISK).map(|held| held.cause), tried_today.then_some(Cause::TriedToday));
        let reason = status.listed(RISK).or(status.held(RISK).map(|held| &held.reason)).unwrap();
        let ReasonDetail::ClinicalRisk(risk) = &reason.detail else { panic!("a risk") };
        prop_assert_eq!(usize::from(risk.failures), about().count());
        prop_assert_eq!(risk.clinician_is_told(), about().count() >= 3);
    }

    #[test]
    fn nobody_at_risk_disappears_in_silence(
        calls in prop::collection::vec((31..300_i64, prop::sample::select(OutcomeKind::ALL.to_vec())), 0..8),
        lately in prop::collection::vec(prop::sample::select(OutcomeKind::ALL.to_vec()), 0..4),
    ) {
        let heard = |kind: &OutcomeKind| matches!(kind, OutcomeKind::AllWell | OutcomeKind::Booked | OutcomeKind::DeclinesToGoOn);
        let outcome = |kind: OutcomeKind| match kind {
            OutcomeKind::Booked => Outcome::Booked { appointment: None },
            OutcomeKind::DoNotContact => Outcome::DoNotContact { purpose: None, channel: None },
            OutcomeKind::Deceased => Outcome::Deceased,
            OutcomeKind::MovedAway => Outcome::MovedAway,
            OutcomeKind::WrongNumber => Outcome::WrongNumber,
            OutcomeKind::NoAnswer | OutcomeKind::Busy => Outcome::NoAnswer,
            kind => said(kind).unwrap_or(Outcome::Family),
        };
        let mut all: Vec<Call> = calls
            .iter()
            .map(|(back, kind)| Call { back: *back, kind: RISK, outcome: outcome(*kind) })
            .chain(lately.iter().filter(|kind| !heard(kind)).map(|kind| Call { back: 1, kind: RISK, outcome: outcome(*kind) }))
            .collect();
        all.sort_by_key(|call| -call.back);
        // Whoever was heard was heard more than thirty days ago: the check is due, and the patient is in sight.
        let status = after(Case::quiet().episode(RiskCategory::ExtendedProvisional, "2026-01-10"), &all).status(NOW);
        prop_assert!(status.listed(RISK).is_some() || status.held(RISK).is_some());
    }

    #[test]
    fn promises_and_confirmations_have_no_limit(calls in history()) {
        let case = after(Case::quiet().hygiene_done("2026-01-10").booked("2026-11-24T09:00"), &calls);
        let until = moment("2026-11-23T09:29");
        let case = case.call("2026-11-23T09:20", HYGIENE, Outcome::CallBack { until, what: String::new() });
        prop_assert!(case.is_listed(ReasonKind::Confirm, NOW));
        prop_assert!(case.is_listed(ReasonKind::Promise, NOW));
    }

    #[test]
    fn what_is_said_of_one_reason_leaves_the_others_as_they_were(
        calls in history(),
        which in 0..3_usize,
        throw in any::<prop::sample::Index>(),
    ) {
        let kind = LIMITED[which];
        let fitting: Vec<Outcome> = outcomes_for(Topic::Reason(kind)).filter_map(said).collect();
        let outcome = throw.get(&fitting).clone();
        let before = case("2026-01-10", &calls);
        let then = before.clone().call("2026-11-23T09:25", kind, outcome);
        for other in [HYGIENE, ReasonKind::Balance, ReasonKind::SuspendedCycle, RISK] {
            if other != kind {
                prop_assert_eq!(stands(&before.status(NOW), other), stands(&then.status(NOW), other));
            }
        }
    }

    #[test]
    fn what_a_person_settles_of_one_reason_leaves_the_others_as_they_were(
        calls in history(),
        throw in any::<prop::sample::Index>(),
        retries in any::<bool>(),
    ) {
        let before = case("2026-01-10", &calls);
        prop_assume!(!calls.is_empty());
        let index = throw.index(calls.len());
        let reason = calls[index].kind;
        let settlement = if retries { Settlement::Retry { reason } } else { Settlement::Closed { reason } };
        let then = before.clone().settled_of(index, "2026-11-23T09:25", settlement);
        for other in [HYGIENE, ReasonKind::Balance, ReasonKind::SuspendedCycle, RISK] {
            if other != reason {
                prop_assert_eq!(stands(&before.status(NOW), other), stands(&then.status(NOW), other));
            }
        }
    }
}

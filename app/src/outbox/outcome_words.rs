//! What came of a call, in words.

use app_domain::calls::{Outcome, OutcomeKind, StepAnswer};
use app_domain::care::PlanAnswer;
use app_domain::language::Language;

use super::text::{OutcomeText, text};

/// What came of a call, in words within a sentence.
pub fn outcome_words(outcome: &Outcome, language: Language) -> String {
    let words = &text(language).outcome;
    let common = crate::text::text(language);
    let plain = match outcome {
        Outcome::Problem {
            until: Some(until), ..
        } => {
            return (words.problem_until)(&common.moment_with_month(*until));
        }
        Outcome::CallBack { until, .. } => return (words.call_back)(&common.moment_with_month(*until)),
        Outcome::Later { until } => return (words.later)(&common.date(*until)),
        Outcome::PromisesToPay { by, .. } => return (words.promises_to_pay)(&common.date(*by)),
        Outcome::AllWell => words.all_well,
        Outcome::Problem { until: None, .. } => words.problem,
        Outcome::Confirms { .. } => words.confirms,
        Outcome::AsksToMove { .. } => words.asks_to_move,
        Outcome::Booked { .. } => words.booked,
        Outcome::AsksForPlace { .. } => words.asks_for_place,
        Outcome::AnswersPlan { steps } => return answered(steps, words),
        Outcome::Thinking => words.thinking,
        Outcome::NoAnswer => words.no_answer,
        Outcome::Busy => words.busy,
        Outcome::Voicemail => words.voicemail,
        Outcome::Family => words.family,
        Outcome::WrongNumber => words.wrong_number,
        Outcome::AsksToSpread { until: Some(until) } => return (words.asks_delay)(&common.date(*until)),
        Outcome::AsksToSpread { until: None } => words.asks_to_spread,
        Outcome::Disputes => words.disputes,
        Outcome::DeclinesToGoOn => words.declines,
        Outcome::DoNotContact { .. } => words.do_not_contact,
        Outcome::Deceased => words.deceased,
        Outcome::MovedAway => words.moved_away,
    };
    plain.to_owned()
}

/// "ha risposto al piano: accetta 2 passi, uno rifiuta"; who may not know the answers reads that there were some.
fn answered(steps: &[StepAnswer], words: &OutcomeText) -> String {
    let kinds = [
        PlanAnswer::Accepted,
        PlanAnswer::Thinking,
        PlanAnswer::Postponed,
        PlanAnswer::Declined,
    ];
    let counts = kinds.map(|kind| (kind, steps.iter().filter(|said| said.answer == kind).count()));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = counts
        .map(|(kind, count)| (words.answered)(kind, count))
        .collect();
    if said.is_empty() {
        words.answers_plan.to_owned()
    } else {
        format!("{}: {}", words.answers_plan, said.join(", "))
    }
}

/// The name of an outcome before it is completed: a button of the call card. Those with "…" ask for more.
pub fn outcome_name(kind: OutcomeKind, language: Language) -> String {
    let words = &text(language).outcome;
    let name = match kind {
        OutcomeKind::AllWell => words.all_well,
        OutcomeKind::Problem => words.problem_name,
        OutcomeKind::Confirms => words.confirms,
        OutcomeKind::AsksToMove => words.asks_to_move,
        OutcomeKind::Booked => words.booked,
        OutcomeKind::CallBack => words.call_back_name,
        OutcomeKind::Later => words.later_name,
        OutcomeKind::AsksForPlace => words.asks_for_place,
        OutcomeKind::AnswersPlan => words.answers_plan_name,
        OutcomeKind::Thinking => words.thinking,
        OutcomeKind::NoAnswer => words.no_answer,
        OutcomeKind::Busy => words.busy,
        OutcomeKind::Voicemail => words.voicemail,
        OutcomeKind::Family => words.family,
        OutcomeKind::WrongNumber => words.wrong_number,
        OutcomeKind::PromisesToPay => words.pays_name,
        OutcomeKind::AsksToSpread => words.delay_name,
        OutcomeKind::Disputes => words.disputes,
        OutcomeKind::DeclinesToGoOn => words.declines,
        OutcomeKind::DoNotContact => words.do_not_contact_name,
        OutcomeKind::Deceased => words.deceased,
        OutcomeKind::MovedAway => words.moved_away,
    };
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! What follows from a call, in a sentence: nobody has to know the rules by heart.

use app_domain::autonomy::decide_by;
use app_domain::calendar::Calendar;
use app_domain::calls::advice::{Limit, attempt_advice};
use app_domain::calls::{Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::Booking;
use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::text;
use crate::workspace::Workspace;

/// What follows from the outcomes of a call. Untracked; asked before the call is written down.
pub(super) fn follows(
    workspace: Workspace,
    patient: PatientId,
    outcomes: &[OutcomeOf],
    booking: Option<&Booking>,
) -> String {
    let language = workspace.language().get_untracked();
    let (words, common) = (&text(language).follows, crate::text::text(language));
    let is_risk = |about: &OutcomeOf| about.topic == Topic::Reason(ReasonKind::ClinicalRisk);
    let about_risk = outcomes.iter().any(is_risk);
    let Some(first) = outcomes.first() else {
        return words.other.to_owned();
    };
    let is_same = |about: &OutcomeOf| about.outcome.kind() == first.outcome.kind();
    if !outcomes.iter().all(is_same) {
        return (words.several)(outcomes.len());
    }
    match &first.outcome {
        Outcome::AllWell if about_risk => words.all_well_risk.to_owned(),
        Outcome::AllWell => words.all_well.to_owned(),
        Outcome::Problem {
            until: Some(until), ..
        } => (words.problem)(&common.moment(*until)),
        Outcome::Confirms { .. } => words.confirms.to_owned(),
        Outcome::Booked { .. } => booking.map_or_else(
            || words.other.to_owned(),
            |booking| (words.booked)(&common.moment_with_month(booking.place.start)),
        ),
        Outcome::AsksForPlace { .. } => {
            let now = workspace.now().get_untracked();
            let until = workspace.read(|rows| decide_by(now.instant, &Calendar::new(rows.closures())));
            (words.asked_for)(&common.moment(until))
        }
        Outcome::CallBack { until, .. } => (words.call_back)(&common.moment_with_month(*until)),
        Outcome::WrongNumber => words.wrong_number.to_owned(),
        outcome if outcome.reached_nobody() => {
            let exempt = |about: &OutcomeOf| {
                matches!(
                    about.topic,
                    Topic::Reason(ReasonKind::Promise | ReasonKind::Confirm)
                )
            };
            if outcomes.iter().all(exempt) {
                return words.retry_today.to_owned();
            }
            let now = workspace.now().get_untracked();
            let limit = if outcomes.iter().all(is_risk) {
                Limit::ByDay
            } else {
                Limit::ByCount
            };
            let retry = workspace.read(|rows| {
                let calendar = Calendar::new(rows.closures());
                attempt_advice(rows.attempts_of(patient), limit, &calendar, now)
            });
            let (from, to) = (common.clock(retry.band.from()), common.clock(retry.band.to()));
            (words.retry)(&common.day_long(retry.day), &from, &to)
        }
        _ => words.other.to_owned(),
    }
}

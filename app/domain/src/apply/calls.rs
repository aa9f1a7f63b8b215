//! Carrying out what is asked of the call list.

use super::Context;
use super::agenda::set_confirmation;
use super::asking::ask;
use super::booking::booked;
use super::opposing::{change_oppositions, new_ones, opposed_by};
use crate::agenda::Confirmation;
use crate::autonomy::{DelayDecision, put_off_lately};
use crate::calls::{Attempt, Claim, LONGEST_WORDS, Outcome, OutcomeOf, StepAnswer, TakenOver, Topic, fits};
use crate::command::{Booking, Command, LatestCall};
use crate::id::{ActId, AppointmentId, AttemptId, MemberId, PatientId, ReviewId};
use crate::patient::{Channel, Opposition};
use crate::policy;
use crate::refusal::Refusal;
use crate::rows::{Change, Key, Row, Rows};
use crate::time::Now;

/// A call as it is written down.
pub(super) struct Call<'a> {
    pub attempt: AttemptId,
    pub patient: PatientId,
    pub channel: Channel,
    pub outcomes: &'a [OutcomeOf],
    pub booking: Option<&'a Booking>,
    /// Set where the booking is asked for.
    pub asks: Option<ReviewId>,
    pub latest: Option<LatestCall>,
    pub question: &'a str,
}

/// A call made offline while another called stays beside the other's: attempts are only ever added.
pub(super) fn record_attempt(
    rows: &impl Rows,
    context: &Context,
    call: &Call<'_>,
) -> Result<Vec<Change>, Refusal> {
    let attempt = Attempt {
        id: call.attempt,
        patient: call.patient,
        at: context.at,
        channel: call.channel,
        by: Some(context.actor.member),
        by_name: None,
        imported: false,
        double: false,
        outcomes: call.outcomes.to_vec(),
        question: call.question.trim().to_owned(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: new_ones(rows, call.patient, opposed_by(call.outcomes)),
    };
    let unknown = unknown_to_the_caller(rows, context, call);
    if rows.attempt(call.attempt).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    check_outcomes(rows, call)?;
    check_agree(call.outcomes)?;
    check_length(call.question)?;
    let mut changes = vec![Change::Put {
        row: Row::Attempt(Attempt {
            double: !unknown.is_empty(),
            delay: delay_within_budget(rows, context, &attempt),
            ..attempt
        }),
    }];
    changes.extend(unknown.into_iter().filter(|other| !other.double).map(as_double));
    changes.extend(booked_in(rows, context, call)?);
    changes.extend(follow_up(rows, call, call.outcomes, &[])?);
    changes.extend(release_call(rows, context, call.patient));
    Ok(changes)
}

/// The visit of the call, or the wish for it.
fn booked_in(rows: &impl Rows, context: &Context, call: &Call<'_>) -> Result<Vec<Change>, Refusal> {
    match (call.booking, call.asks) {
        (None, None) => Ok(Vec::new()),
        (None, Some(_)) => Err(Refusal::UnfitOutcome),
        (Some(booking), None) => {
            let appointment = booked(rows, context, booking)?;
            Ok(vec![Change::Put {
                row: Row::Appointment(appointment),
            }])
        }
        (Some(booking), Some(review)) => {
            ask(rows, context, review, &Command::BookAppointment(booking.clone()))
        }
    }
}

/// Granted at once where it is within what the caller may grant; else the office manager is asked.
pub(super) fn delay_within_budget(
    rows: &impl Rows,
    context: &Context,
    attempt: &Attempt,
) -> Option<DelayDecision> {
    let until = attempt.asks_delay()?;
    let (budget, today) = (
        policy::budget(rows, context.actor.role),
        Now::at(context.at).today(),
    );
    let by = context.actor.member;
    let lately = put_off_lately(rows, attempt.patient, by, Some(attempt.id), today);
    budget.allows_delay(today, until, lately).then(|| DelayDecision {
        by,
        at: context.at,
        granted: true,
        words: String::new(),
    })
}

/// Calls of the day that others have made and the caller did not know of: both stay, marked on both (`sync.md`,
/// "Conflicts").
fn unknown_to_the_caller<'a>(rows: &'a impl Rows, context: &Context, call: &Call<'_>) -> Vec<&'a Attempt> {
    let known = match call.latest {
        None => return Vec::new(),
        Some(LatestCall::Nobody) => None,
        Some(LatestCall::Attempt(id)) => rows.attempt(id).map(|attempt| (attempt.at, attempt.id)),
    };
    let today = Now::at(context.at).today();
    rows.attempts_of(call.patient)
        .filter(|other| other.by != Some(context.actor.member) && Some((other.at, other.id)) > known)
        .filter(|other| Now::at(other.at).today() == today)
        .collect()
}

fn as_double(attempt: &Attempt) -> Change {
    Change::Put {
        row: Row::Attempt(Attempt {
            double: true,
            ..attempt.clone()
        }),
    }
}

/// What is written for somebody to read on a card is short.
pub(super) fn check_length(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_WORDS {
        Err(Refusal::UnfitValue)
    } else {
        Ok(())
    }
}

/// Every outcome fits what it is about, each thing has one, and what was booked is named.
pub(super) fn check_outcomes(rows: &impl Rows, call: &Call<'_>) -> Result<(), Refusal> {
    let mut topics: Vec<Topic> = call.outcomes.iter().map(|about| about.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() || topics.len() != call.outcomes.len() {
        return Err(Refusal::UnfitOutcome);
    }
    let mut names_booking = false;
    for about in call.outcomes {
        if !fits(about.topic, &about.outcome) {
            return Err(Refusal::UnfitOutcome);
        }
        if let Outcome::AnswersPlan { steps } = &about.outcome {
            check_answers(rows, call.patient, steps)?;
        }
        if let Outcome::CallBack { what, .. } = &about.outcome {
            check_length(what)?;
        }
        if let Outcome::AsksForPlace { appointment } = &about.outcome {
            names_booking |= check_asked(rows, call, *appointment)?;
            continue;
        }
        let (Outcome::Booked { appointment: named }
        | Outcome::Confirms { appointment: named }
        | Outcome::AsksToMove { appointment: named }) = &about.outcome
        else {
            continue;
        };
        let booked_here = call
            .booking
            .is_some_and(|booking| Some(booking.appointment) == *named);
        names_booking |=
            booked_here && call.asks.is_none() && matches!(about.outcome, Outcome::Booked { .. });
        let known = named
            .and_then(|id| rows.appointment(id))
            .is_some_and(|visit| visit.patient == call.patient);
        if !booked_here && !known {
            return Err(Refusal::NotFound);
        }
    }
    let booking_is_the_patients = call.booking.is_none_or(|booking| booking.patient == call.patient);
    if call.booking.is_some() == names_booking && booking_is_the_patients {
        Ok(())
    } else {
        Err(Refusal::UnfitOutcome)
    }
}

/// A visit that is asked for is the one of this call; or was, where the call is corrected about something else. Whether it is
/// the one of this call.
fn check_asked(rows: &impl Rows, call: &Call<'_>, appointment: AppointmentId) -> Result<bool, Refusal> {
    let here = call
        .booking
        .is_some_and(|booking| booking.appointment == appointment && call.asks.is_some());
    let before = rows.attempt(call.attempt).is_some_and(|attempt| {
        let asks = |outcome: &Outcome| *outcome == Outcome::AsksForPlace { appointment };
        attempt.outcomes.iter().any(|about| asks(&about.outcome))
    });
    if here || before {
        Ok(here)
    } else {
        Err(Refusal::NotFound)
    }
}

/// Each step is one of the patient's that is not done, and has one answer.
fn check_answers(rows: &impl Rows, patient: PatientId, answers: &[StepAnswer]) -> Result<(), Refusal> {
    let plans = rows.care(patient).map_or(&[][..], |care| &care.plans);
    let is_open = |step: ActId| {
        plans
            .iter()
            .flat_map(|plan| &plan.steps)
            .any(|open| open.step == step)
    };
    let mut steps: Vec<ActId> = answers.iter().map(|said| said.step).collect();
    steps.sort_unstable();
    steps.dedup();
    if steps.is_empty() || steps.len() != answers.len() || !steps.into_iter().all(is_open) {
        return Err(Refusal::UnfitOutcome);
    }
    Ok(())
}

/// Who was not spoken to has said nothing of anything else, and what a call says once is the same everywhere.
fn check_agree(outcomes: &[OutcomeOf]) -> Result<(), Refusal> {
    let mut kinds = outcomes.iter().map(|about| about.outcome.kind());
    let first = kinds.next();
    let differ = kinds.any(|kind| Some(kind) != first);
    let of_the_whole_call = |about: &OutcomeOf| about.outcome.kind().is_of_the_whole_call();
    if differ && outcomes.iter().any(of_the_whole_call) {
        return Err(Refusal::UnfitOutcome);
    }
    check_said_once(outcomes)
}

/// What a call says once is the same for everything that it is about.
pub(super) fn check_said_once(outcomes: &[OutcomeOf]) -> Result<(), Refusal> {
    let contradicts = |one: &OutcomeOf, other: &OutcomeOf| {
        let kind = one.outcome.kind();
        kind.is_said_once() && kind == other.outcome.kind() && one.outcome != other.outcome
    };
    let is_contradicted = |one| outcomes.iter().any(|other| contradicts(one, other));
    if outcomes.iter().any(is_contradicted) {
        Err(Refusal::UnfitOutcome)
    } else {
        Ok(())
    }
}

/// What outcomes change besides being written down; reasons follow from the attempts by themselves. `take` is what a
/// correction opposes no more.
pub(super) fn follow_up<'a>(
    rows: &impl Rows,
    call: &Call<'_>,
    said: impl IntoIterator<Item = &'a OutcomeOf>,
    take: &[Opposition],
) -> Result<Vec<Change>, Refusal> {
    let said: Vec<&OutcomeOf> = said.into_iter().collect();
    let mut changes = Vec::new();
    for about in said.iter().copied() {
        match &about.outcome {
            Outcome::Confirms {
                appointment: Some(id),
            } => changes.extend(set_confirmation(rows, *id, Confirmation::Confirmed)?),
            Outcome::AsksToMove {
                appointment: Some(id),
            } => changes.extend(set_confirmation(rows, *id, Confirmation::AskedToMove)?),
            _ => {}
        }
    }
    changes.extend(change_oppositions(rows, call.patient, &opposed_by(said), take)?);
    Ok(changes)
}

pub(super) fn claim_call(
    rows: &impl Rows,
    context: &Context,
    patient: PatientId,
) -> Result<Vec<Change>, Refusal> {
    let by = context.actor.member;
    let held = rows.claim(patient).filter(|claim| claim.holds_at(context.at));
    let since = match held {
        Some(claim) if claim.by != by => {
            return Err(Refusal::Claimed {
                by: claim.by,
                since: claim.since,
                until: claim.until,
            });
        }
        Some(claim) => claim.since,
        None => context.at,
    };
    let claim = Claim {
        patient,
        by,
        since,
        until: context.at.plus_minutes(Claim::MINUTES),
        taken: held.and_then(|claim| claim.taken.clone()),
    };
    Ok(vec![Change::Put {
        row: Row::Claim(claim),
    }])
}

/// Takes the lease from who held it when the person decided; nobody takes a call blindly from a third.
pub(super) fn take_over_call(
    rows: &impl Rows,
    context: &Context,
    patient: PatientId,
    from: MemberId,
    word: &str,
) -> Result<Vec<Change>, Refusal> {
    check_length(word)?;
    let held = rows.claim(patient).filter(|claim| claim.holds_at(context.at));
    if held.is_none_or(|claim| claim.by != from || claim.by == context.actor.member) {
        return claim_call(rows, context, patient);
    }
    let claim = Claim {
        patient,
        by: context.actor.member,
        since: context.at,
        until: context.at.plus_minutes(Claim::MINUTES),
        taken: Some(TakenOver {
            from,
            word: word.trim().to_owned(),
        }),
    };
    Ok(vec![Change::Put {
        row: Row::Claim(claim),
    }])
}

pub(super) fn release_call(rows: &impl Rows, context: &Context, patient: PatientId) -> Vec<Change> {
    let own = rows
        .claim(patient)
        .is_some_and(|claim| claim.by == context.actor.member);
    if own {
        vec![Change::Remove {
            key: Key::Claim(patient),
        }]
    } else {
        Vec::new()
    }
}

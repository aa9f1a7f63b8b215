//! Carrying out what is added to a call after it was written down: a correction, an answer, a hand-over.

use super::Context;
use super::agenda::set_confirmation;
use super::calls::{Call, check_length, check_outcomes, check_said_once, delay_within_budget, follow_up};
use super::opposing::{new_ones, opposed_by, said_by_none_but};
use crate::agenda::Confirmation;
use crate::autonomy::DelayDecision;
use crate::calls::{Advice, Answer, Attempt, HandOff, Outcome, OutcomeOf, OutcomesWere};
use crate::id::{AppointmentId, AttemptId, MemberId};
use crate::patient::Opposition;
use crate::policy::may_record_calls;
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

fn put(attempt: Attempt) -> Change {
    Change::Put {
        row: Row::Attempt(attempt),
    }
}

/// Only on the day of the call, and never a booking: a visit is called off on the agenda, where others see it.
pub(super) fn correct_attempt(
    rows: &impl Rows,
    context: &Context,
    id: AttemptId,
    [was, becomes]: [&[OutcomeOf]; 2],
    question: &str,
) -> Result<Vec<Change>, Refusal> {
    let attempt = rows.attempt(id).ok_or(Refusal::NotFound)?;
    if attempt.outcomes == becomes {
        return Ok(Vec::new());
    }
    if attempt.outcomes != was {
        return Err(Refusal::SetMeanwhile);
    }
    if Now::at(attempt.at).today() != Now::at(context.at).today() {
        return Err(Refusal::DayIsOver);
    }
    let call = Call {
        attempt: id,
        patient: attempt.patient,
        channel: attempt.channel,
        outcomes: becomes,
        booking: None,
        asks: None,
        latest: None,
        question: &attempt.question,
    };
    check_outcomes(rows, &call)?;
    check_length(question)?;
    check_said_once(becomes)?;
    if booked(was) != booked(becomes) {
        return Err(Refusal::UnfitOutcome);
    }
    let mut corrected = attempt.corrected.clone();
    corrected.push(OutcomesWere {
        by: context.actor.member,
        at: context.at,
        outcomes: attempt.outcomes.clone(),
    });
    let still = opposed_by(becomes);
    let gone = attempt
        .opposed
        .iter()
        .filter(|opposition| !still.contains(opposition));
    let gone: Vec<Opposition> = gone.copied().collect();
    let take = said_by_none_but(rows, attempt.patient, id, &gone);
    let mut opposed = attempt.opposed.clone();
    opposed.retain(|opposition| !gone.contains(opposition));
    opposed.extend(new_ones(rows, attempt.patient, still));
    let mut becoming = Attempt {
        outcomes: becomes.to_vec(),
        corrected,
        opposed,
        question: if question.trim().is_empty() {
            attempt.question.clone()
        } else {
            question.trim().to_owned()
        },
        ..attempt.clone()
    };
    // What was decided was decided about that day, and no other.
    if becoming.asks_delay() != attempt.asks_delay() {
        becoming.delay = delay_within_budget(rows, context, &becoming);
    }
    let mut changes = vec![put(becoming)];
    for about in was.iter().filter(|about| !becomes.contains(about)) {
        changes.extend(take_back(rows, attempt, &about.outcome)?);
    }
    let new = becomes.iter().filter(|about| !was.contains(about));
    changes.extend(follow_up(rows, &call, new, &take)?);
    Ok(changes)
}

fn booked(outcomes: &[OutcomeOf]) -> Vec<Option<AppointmentId>> {
    let visit = |about: &OutcomeOf| match about.outcome {
        Outcome::Booked { appointment } => Some(appointment),
        Outcome::AsksForPlace { appointment } => Some(Some(appointment)),
        _ => None,
    };
    outcomes.iter().filter_map(visit).collect()
}

/// What the patient is no longer believed to have said of a visit, unless somebody has written otherwise since.
fn take_back(rows: &impl Rows, attempt: &Attempt, outcome: &Outcome) -> Result<Vec<Change>, Refusal> {
    let (id, said) = match *outcome {
        Outcome::Confirms {
            appointment: Some(id),
        } => (id, Confirmation::Confirmed),
        Outcome::AsksToMove {
            appointment: Some(id),
        } => (id, Confirmation::AskedToMove),
        _ => return Ok(Vec::new()),
    };
    let still_says = rows
        .appointment(id)
        .is_some_and(|visit| visit.confirmation == said);
    if !still_says {
        return Ok(Vec::new());
    }
    let asked = Confirmation::Asked {
        channel: attempt.channel,
    };
    set_confirmation(rows, id, asked)
}

pub(super) fn answer_escalation(
    rows: &impl Rows,
    context: &Context,
    id: AttemptId,
    advice: Advice,
    words: &str,
) -> Result<Vec<Change>, Refusal> {
    let attempt = rows.attempt(id).ok_or(Refusal::NotFound)?;
    attempt.asks().ok_or(Refusal::NotFound)?;
    check_length(words)?;
    let answer = Answer {
        by: context.actor.member,
        // An answer comes after its question, whatever two devices' clocks say.
        at: context.at.max(attempt.at),
        advice,
        words: words.trim().to_owned(),
    };
    match &attempt.answer {
        Some(given) if given.by == answer.by && given.advice == advice && given.words == answer.words => {
            Ok(Vec::new())
        }
        Some(given) => Err(Refusal::Settled {
            by: given.by,
            at: given.at,
        }),
        None => Ok(vec![put(Attempt {
            answer: Some(answer),
            ..attempt.clone()
        })]),
    }
}

pub(super) fn decide_delay(
    rows: &impl Rows,
    context: &Context,
    id: AttemptId,
    granted: bool,
    words: &str,
) -> Result<Vec<Change>, Refusal> {
    let attempt = rows.attempt(id).ok_or(Refusal::NotFound)?;
    attempt.asks_delay().ok_or(Refusal::NotFound)?;
    check_length(words)?;
    let decision = DelayDecision {
        by: context.actor.member,
        at: context.at,
        granted,
        words: words.trim().to_owned(),
    };
    match &attempt.delay {
        Some(given)
            if given.by == decision.by && given.granted == granted && given.words == decision.words =>
        {
            Ok(Vec::new())
        }
        Some(given) => Err(Refusal::Settled {
            by: given.by,
            at: given.at,
        }),
        None => Ok(vec![put(Attempt {
            delay: Some(decision),
            ..attempt.clone()
        })]),
    }
}

pub(super) fn hand_over_promise(
    rows: &impl Rows,
    id: AttemptId,
    hand_off: HandOff,
) -> Result<Vec<Change>, Refusal> {
    let attempt = rows.attempt(id).ok_or(Refusal::NotFound)?;
    if !attempt.promises_to_call_back() {
        return Err(Refusal::NotFound);
    }
    check_length(&hand_off.word)?;
    if attempt.owner() == Some(hand_off.to) {
        return Ok(Vec::new());
    }
    if attempt.owner() != hand_off.from {
        return Err(Refusal::SetMeanwhile);
    }
    if !may_keep(rows, hand_off.to) {
        return Err(Refusal::UnfitValue);
    }
    let mut hand_offs = attempt.hand_offs.clone();
    hand_offs.push(HandOff {
        word: hand_off.word.trim().to_owned(),
        ..hand_off
    });
    Ok(vec![put(Attempt {
        hand_offs,
        ..attempt.clone()
    })])
}

/// Who calls may keep a promise, and have a request in charge.
pub(super) fn may_keep(rows: &impl Rows, member: MemberId) -> bool {
    rows.member(member)
        .is_some_and(|member| member.roles.iter().any(|role| may_record_calls(*role)))
}

//! Writing a call down: one outcome per reason, and the visit that was booked in it. All of it goes as one command: it is done
//! wholly or not at all.

use app_domain::agenda::{Confirmation, Overbooking, Place};
use app_domain::calls::{
    Outcome, OutcomeKind, OutcomeOf, Reason, ReasonDetail, ReasonKind, SecondVisit, Topic, fits,
};
use app_domain::command::{Booking, Command, LatestCall};
use app_domain::id::{AppointmentId, AttemptId, PatientId, ReviewId};
use app_domain::rows::Rows;
use app_domain::time::Instant;
use leptos::prelude::*;

use super::draft::{Draft, Stage};
use super::follows::follows;
use super::wish::{Chosen, Moving};
use crate::ui::{Toast, Tone, Undo};
use crate::workspace::Workspace;

/// A second tap within this time is a trembling finger or a key held down, not another outcome.
const SAME_TAP_MILLISECONDS: i64 = 700;

/// The visit that goes with a call, or is asked for in it.
struct Visit {
    booking: Booking,
    asks: Option<ReviewId>,
}

/// Writes an outcome down for all reasons that it is about. What was chosen stays if it is refused at once.
pub(super) fn record(workspace: Workspace, draft: Draft, outcome: &Outcome) {
    if let Some(attempt) = draft.correcting.get_untracked() {
        return correct(workspace, draft, attempt, outcome);
    }
    if !untrack(|| draft.may_say(outcome.kind())) {
        return;
    }
    let (listed, selected) = untrack(|| (draft.listed(), draft.selected()));
    let reasons = if concerns_everything(outcome) {
        listed
    } else {
        selected
    };
    send(workspace, draft, about(&reasons, outcome), None);
}

/// Writes down that the visit of a "confirm" reason is confirmed; the other reasons stay.
pub(super) fn record_confirmation(workspace: Workspace, draft: Draft) {
    confirm_with(workspace, draft, |appointment| Outcome::Confirms { appointment });
}

fn confirm_with(workspace: Workspace, draft: Draft, outcome: fn(Option<AppointmentId>) -> Outcome) {
    let visit = untrack(|| draft.listed())
        .into_iter()
        .find_map(|reason| match reason.detail {
            ReasonDetail::Confirm(detail) => detail.visits.first().map(|visit| visit.appointment),
            _ => None,
        });
    if visit.is_some() {
        let topic = Topic::Reason(ReasonKind::Confirm);
        let outcome = outcome(visit);
        send(workspace, draft, vec![OutcomeOf { topic, outcome }], None);
    }
}

/// Books the chosen place, and writes down for which reasons.
pub(super) fn record_booking(workspace: Workspace, draft: Draft, chosen: &Chosen) {
    let Chosen { wish, place, beyond } = chosen;
    if let Some(moving) = wish.moving {
        return move_visit(workspace, draft, moving, *place);
    }
    let appointment = AppointmentId(workspace.new_id());
    let served_of = |reasons: Vec<Reason>| -> Vec<Reason> {
        workspace.read(|rows| {
            reasons
                .into_iter()
                .filter(|reason| wish.serves(reason, rows))
                .collect()
        })
    };
    let mut served = served_of(untrack(|| draft.selected()));
    // Whoever takes a place that another reason proposes speaks of that one; of one spoken of before, it is another place.
    if served.is_empty() && draft.one_by_one.get_untracked() {
        served = served_of(untrack(|| draft.unsaid()));
        if served.is_empty() {
            served = served_of(untrack(|| draft.listed()));
        }
        // What was answered to a plan stays said: the visit goes beside it.
        served.retain(|reason| {
            let gathered = draft.gathered.read_untracked();
            let said = gathered.about(Topic::Reason(reason.kind()));
            !matches!(said, Some(Outcome::AnswersPlan { .. }))
        });
    }
    let booking = Booking {
        appointment,
        patient: draft.patient,
        place: *place,
        kind: wish.kind,
        plan: wish.plan,
        overbooking: beyond.as_ref().map(|beyond| Overbooking {
            by: None,
            reason: beyond.reason.clone(),
        }),
        note: String::new(),
    };
    let is_asked = beyond.as_ref().is_some_and(|beyond| beyond.asks);
    let (outcome, asks) = if is_asked {
        let outcome = Outcome::AsksForPlace { appointment };
        (outcome, Some(ReviewId(workspace.new_id())))
    } else {
        let appointment = Some(appointment);
        (Outcome::Booked { appointment }, None)
    };
    let visit = Some(Visit { booking, asks });
    send(workspace, draft, about(&served, &outcome), visit);
}

/// Puts the visit that the patient asked to move where they want it. That they asked is written down already; for some seconds it
/// can be taken back.
fn move_visit(workspace: Workspace, draft: Draft, Moving { visit, from }: Moving, to: Place) {
    let put = move |from: Place, to: Place| Command::MoveAppointment {
        appointment: visit,
        from,
        to,
        overbooking: None,
    };
    workspace.last_refusal().set(None);
    workspace.act(put(from, to));
    if workspace.last_refusal().with_untracked(Option::is_some) {
        draft.places_stale.update(|turn| *turn += 1);
        return;
    }
    draft.chosen.set(None);
    draft.panel.set(None);
    let language = workspace.language().get_untracked();
    let when = crate::text::text(language).moment_with_month(to.start);
    draft.toasts.show(Toast {
        text: (super::text::text(language).card.moved)(&when),
        tone: Tone::Good,
        undo: Some(Undo::new(move || {
            workspace.act(put(to, from));
            workspace.act(Command::SetConfirmation {
                appointment: visit,
                confirmation: Confirmation::AskedToMove,
            });
        })),
    });
}

/// Writes down that the patient asks to move the visit of a "confirm" reason: it stays, marked, and places are offered.
pub(super) fn record_wish_to_move(workspace: Workspace, draft: Draft) {
    confirm_with(workspace, draft, |appointment| Outcome::AsksToMove {
        appointment,
    });
}

/// Puts what is true in the place of what was written down by mistake, for everything that it fits.
fn correct(workspace: Workspace, draft: Draft, id: AttemptId, outcome: &Outcome) {
    let Some(attempt) = workspace.read(|rows| rows.attempt(id).cloned()) else {
        draft.correcting.set(None);
        return;
    };
    let left = draft.not_corrected.get_untracked();
    if !untrack(|| draft.may_say(outcome.kind())) {
        return;
    }
    let kind = outcome.kind();
    let is_said_once = |about: &OutcomeOf| kind.is_said_once() && about.outcome.kind() == kind;
    let truth = |about: &OutcomeOf| match about.outcome {
        // A booked visit is called off on the agenda.
        Outcome::Booked { .. } | Outcome::AsksForPlace { .. } => about.clone(),
        _ if left.contains(&about.topic) && !is_said_once(about) => about.clone(),
        _ if fits(about.topic, outcome) => OutcomeOf {
            topic: about.topic,
            outcome: outcome.clone(),
        },
        _ => about.clone(),
    };
    let becomes: Vec<OutcomeOf> = attempt.outcomes.iter().map(truth).collect();
    workspace.last_refusal().set(None);
    workspace.act(Command::CorrectAttempt {
        attempt: id,
        was: attempt.outcomes,
        question: if kind == OutcomeKind::Problem {
            draft.question.get_untracked()
        } else {
            String::new()
        },
        becomes,
    });
    if workspace.last_refusal().with_untracked(Option::is_some) {
        return;
    }
    draft.correcting.set(None);
    draft.panel.set(None);
    let words = super::text::text(workspace.language().get_untracked());
    draft.toasts.show(Toast {
        text: words.card.corrected.to_owned(),
        tone: Tone::Good,
        undo: None,
    });
}

/// Who was not reached was not reached for any reason, and neither was whoever has another number.
const fn concerns_everything(outcome: &Outcome) -> bool {
    outcome.reached_nobody() || matches!(outcome, Outcome::WrongNumber)
}

/// The outcome for each reason that it fits; for something else where it fits none.
fn about(reasons: &[Reason], outcome: &Outcome) -> Vec<OutcomeOf> {
    let kinds = reasons.iter().map(Reason::kind);
    let fitting =
        kinds.filter(|kind| fits(Topic::Reason(*kind), outcome) && settles(*kind, outcome, reasons));
    let mut outcomes: Vec<OutcomeOf> = fitting
        .map(|kind| OutcomeOf {
            topic: Topic::Reason(kind),
            outcome: outcome.clone(),
        })
        .collect();
    if outcomes.is_empty() {
        outcomes.push(OutcomeOf {
            topic: Topic::Other,
            outcome: outcome.clone(),
        });
    }
    outcomes
}

/// "All well" said about other reasons does not put the question away whether the patient comes tomorrow.
fn settles(kind: ReasonKind, outcome: &Outcome, reasons: &[Reason]) -> bool {
    !(kind == ReasonKind::Confirm && *outcome == Outcome::AllWell && reasons.len() > 1)
}

/// Ends the call with the outcomes, or gathers them where each reason is spoken of by itself.
fn send(workspace: Workspace, draft: Draft, outcomes: Vec<OutcomeOf>, visit: Option<Visit>) {
    let ends_the_call = outcomes
        .iter()
        .all(|about| about.outcome.kind().is_of_the_whole_call());
    if draft.one_by_one.get_untracked() && !ends_the_call {
        gather(workspace, draft, &outcomes, visit.as_ref());
    } else {
        write(workspace, draft, outcomes, visit);
    }
}

/// Ends the call with all that was gathered. What was left unsaid stays open.
pub(super) fn end_call(workspace: Workspace, draft: Draft) {
    let gathered = draft.gathered.get_untracked();
    if !gathered.is_empty() {
        let visit = gathered.booking.map(|booking| Visit {
            booking,
            asks: gathered.asks,
        });
        write(workspace, draft, gathered.outcomes, visit);
    }
}

/// Keeps what was said of one reason, and goes on with the next.
fn gather(workspace: Workspace, draft: Draft, outcomes: &[OutcomeOf], visit: Option<&Visit>) {
    let now = workspace.clock();
    let Some(kind) = outcomes.first().map(|about| about.outcome.kind()) else {
        return;
    };
    let is_same_tap = |(before, at): (_, Instant)| before == kind && now.0 - at.0 < SAME_TAP_MILLISECONDS;
    if draft.gathered_at.get_untracked().is_some_and(is_same_tap) || !untrack(|| draft.takes_outcomes()) {
        return;
    }
    let mut gathered = draft.gathered.get_untracked();
    if let Err(SecondVisit) = gathered.add(outcomes, visit.map(|visit| (&visit.booking, visit.asks))) {
        let words = &super::text::text(workspace.language().get_untracked()).card;
        draft.toasts.show(Toast {
            text: words.second_visit.to_owned(),
            tone: Tone::Owed,
            undo: None,
        });
        return;
    }
    draft.gathered_at.set(Some((kind, now)));
    draft.gathered.set(gathered);
    draft.panel.set(None);
    if visit.is_some() {
        draft.chosen.set(None);
    }
    draft.take_next();
}

fn write(workspace: Workspace, draft: Draft, outcomes: Vec<OutcomeOf>, visit: Option<Visit>) {
    let now = workspace.clock();
    let just_now = |at: Instant| now.0 - at.0 < SAME_TAP_MILLISECONDS;
    if draft.recorded_at.get_untracked().is_some_and(just_now) || !untrack(|| draft.takes_outcomes()) {
        return;
    }
    let (booking, asks) = visit.map_or((None, None), |visit| (Some(visit.booking), visit.asks));
    let told = follows(workspace, draft.patient, &outcomes, booking.as_ref());
    let reports = |about: &OutcomeOf| matches!(about.outcome, Outcome::Problem { .. });
    let question = if outcomes.iter().any(reports) {
        draft.question.get_untracked()
    } else {
        String::new()
    };
    workspace.last_refusal().set(None);
    workspace.act(Command::RecordAttempt {
        attempt: AttemptId(workspace.new_id()),
        patient: draft.patient,
        channel: draft.channel.get_untracked(),
        outcomes,
        booking,
        asks,
        latest: Some(latest(workspace, draft.patient)),
        question,
    });
    if workspace.last_refusal().with_untracked(Option::is_some) {
        draft.places_stale.update(|turn| *turn += 1);
        return;
    }
    draft.recorded_at.set(Some(now));
    draft.stage.set(Stage::Recorded);
    draft.panel.set(None);
    draft.chosen.set(None);
    draft.clear_notes();
    draft.toasts.show(Toast {
        text: told,
        tone: Tone::Good,
        undo: None,
    });
}

/// The latest call that this device knows of: whoever has called since, without a word reaching us, makes this one double.
fn latest(workspace: Workspace, patient: PatientId) -> LatestCall {
    workspace.read(|rows| {
        let latest = rows
            .attempts_of(patient)
            .max_by_key(|attempt| (attempt.at, attempt.id));
        latest.map_or(LatestCall::Nobody, |attempt| LatestCall::Attempt(attempt.id))
    })
}

//! Carrying out what is asked about requests of patients.

use jiff::civil::DateTime;

use super::Context;
use super::addenda::may_keep;
use super::calls::check_length;
use crate::agenda::UNDO_MS;
use crate::calls::HandOff;
use crate::command::NewRequest;
use crate::id::{MemberId, RequestId};
use crate::refusal::Refusal;
use crate::requests::{HourWas, Reopened, Request, Solved};
use crate::rows::{Change, Row, Rows};
use crate::time::{Instant, Now};

fn put(request: Request) -> Vec<Change> {
    vec![Change::Put {
        row: Row::Request(request),
    }]
}

pub(super) fn open_request(
    rows: &impl Rows,
    context: &Context,
    wanted: &NewRequest,
) -> Result<Vec<Change>, Refusal> {
    let words = wanted.words.trim();
    if words.is_empty() {
        return Err(Refusal::UnfitValue);
    }
    check_length(words)?;
    if rows.request(wanted.request).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    check_hour(context, wanted.due)?;
    if wanted.owner.is_some_and(|owner| !may_keep(rows, owner)) {
        return Err(Refusal::UnfitValue);
    }
    let in_charge = wanted.owner.map(|to| HandOff {
        from: None,
        to,
        at: context.at,
        word: String::new(),
    });
    Ok(put(Request {
        id: wanted.request,
        patient: wanted.patient,
        by: context.actor.member,
        at: context.at,
        channel: wanted.channel,
        answer_by: wanted.answer_by,
        words: words.to_owned(),
        due: wanted.due,
        put_off: Vec::new(),
        hand_offs: in_charge.into_iter().collect(),
        solved: None,
        reopened: Vec::new(),
    }))
}

/// Nobody promises an hour that is past.
fn check_hour(context: &Context, due: DateTime) -> Result<(), Refusal> {
    if due < Now::at(context.at).civil {
        Err(Refusal::Past { start: due })
    } else {
        Ok(())
    }
}

/// A request that is still open: what is solved is not handed on.
fn open(rows: &impl Rows, id: RequestId) -> Result<&Request, Refusal> {
    let request = rows.request(id).ok_or(Refusal::NotFound)?;
    match &request.solved {
        Some(solved) => Err(Refusal::Settled {
            by: solved.by,
            at: solved.at,
        }),
        None => Ok(request),
    }
}

pub(super) fn hand_over_request(
    rows: &impl Rows,
    context: &Context,
    id: RequestId,
    from: Option<MemberId>,
    to: MemberId,
    word: &str,
) -> Result<Vec<Change>, Refusal> {
    let request = open(rows, id)?;
    check_length(word)?;
    if request.owner() == Some(to) {
        return Ok(Vec::new());
    }
    if request.owner() != from {
        return Err(Refusal::SetMeanwhile);
    }
    if !may_keep(rows, to) {
        return Err(Refusal::UnfitValue);
    }
    let mut request = request.clone();
    request.hand_offs.push(HandOff {
        from,
        to,
        at: context.at,
        word: word.trim().to_owned(),
    });
    Ok(put(request))
}

pub(super) fn put_off_request(
    rows: &impl Rows,
    context: &Context,
    id: RequestId,
    was: DateTime,
    becomes: DateTime,
) -> Result<Vec<Change>, Refusal> {
    let request = open(rows, id)?;
    if request.due == becomes {
        return Ok(Vec::new());
    }
    if request.due != was {
        return Err(Refusal::SetMeanwhile);
    }
    check_hour(context, becomes)?;
    let mut request = request.clone();
    request.put_off.push(HourWas {
        by: context.actor.member,
        at: context.at,
        due: was,
    });
    request.due = becomes;
    Ok(put(request))
}

pub(super) fn solve_request(
    rows: &impl Rows,
    context: &Context,
    id: RequestId,
    words: &str,
) -> Result<Vec<Change>, Refusal> {
    check_length(words)?;
    let request = rows.request(id).ok_or(Refusal::NotFound)?;
    let solved = Solved {
        by: context.actor.member,
        at: context.at,
        words: words.trim().to_owned(),
    };
    match &request.solved {
        Some(before) if before.by == solved.by && before.words == solved.words => Ok(Vec::new()),
        Some(before) => Err(Refusal::Settled {
            by: before.by,
            at: before.at,
        }),
        None => Ok(put(Request {
            solved: Some(solved),
            ..request.clone()
        })),
    }
}

pub(super) fn reopen_request(
    rows: &impl Rows,
    context: &Context,
    id: RequestId,
    reason: &str,
) -> Result<Vec<Change>, Refusal> {
    check_length(reason)?;
    let mut request = rows.request(id).ok_or(Refusal::NotFound)?.clone();
    let Some(was) = request.solved.take() else {
        return Ok(Vec::new());
    };
    if !reason.trim().is_empty() {
        request.reopened.push(Reopened {
            by: context.actor.member,
            at: context.at,
            reason: reason.trim().to_owned(),
            was,
        });
    } else if !is_slip(context, &was) {
        return Err(Refusal::ReasonMissing);
    }
    Ok(put(request))
}

/// Who solved it takes that back at once: nothing has happened, and no trace is left.
fn is_slip(context: &Context, solved: &Solved) -> bool {
    let Instant(at) = context.at;
    solved.by == context.actor.member && at.saturating_sub(solved.at.0) <= UNDO_MS
}

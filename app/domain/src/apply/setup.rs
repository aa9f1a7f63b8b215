//! Carrying out how the practice is set up, the notes of a day, and the views of the call list that are shared.

use super::{Context, check_practice};
use crate::agenda::{DayNote, LONGEST_DAY_NOTE, SLOT_MINUTES, Struck, VisitType};
use crate::autonomy::{Budget, LARGEST_WAIVER, LONGEST_DELAY_DAYS};
use crate::calls::{
    CallSettings, LONGEST_VIEW_NAME, RiskRule, RiskTable, SharedView, VideoTemplate, are_check_rules,
};
use crate::id::{DayNoteId, SharedViewId};
use crate::money::Cents;
use crate::practice::{Chair, Opening};
use crate::refusal::Refusal;
use crate::rows::{Change, Row, Rows};

/// Longest name of a chair, in characters.
const LONGEST_NAME: usize = 40;
/// Longest visit, in minutes.
const LONGEST_VISIT: u16 = 8 * 60;

pub(super) fn set_up_chair(
    rows: &impl Rows,
    was: Option<&Chair>,
    becomes: &Chair,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let present = rows.chair(becomes.id);
    if present == Some(becomes) {
        return Ok(Vec::new());
    }
    if present != was {
        return Err(Refusal::SetMeanwhile);
    }
    let is_named = !becomes.name.trim().is_empty() && becomes.name.chars().count() <= LONGEST_NAME;
    let is_only_one = rows
        .chairs()
        .all(|other| other.id == becomes.id || other.code != becomes.code);
    if !is_named || !is_only_one || becomes.code.is_empty() || !are_hours(&becomes.opening) {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::Chair(becomes.clone()),
    }])
}

/// Spans of one day that do not overlap, in order.
fn are_hours(opening: &[Opening]) -> bool {
    let are_spans = opening
        .iter()
        .all(|span| (1..=7).contains(&span.weekday) && span.from < span.to);
    let in_order = opening.windows(2).all(|pair| match pair {
        [before, after] => (before.weekday, before.to) <= (after.weekday, after.from),
        _ => true,
    });
    are_spans && in_order
}

pub(super) fn set_up_visit_type(
    rows: &impl Rows,
    was: Option<VisitType>,
    becomes: VisitType,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let present = rows.visit_type(becomes.kind).copied();
    if present == Some(becomes) {
        return Ok(Vec::new());
    }
    if present != was {
        return Err(Refusal::SetMeanwhile);
    }
    let is_length = (SLOT_MINUTES..=LONGEST_VISIT).contains(&becomes.minutes)
        && becomes.minutes.is_multiple_of(SLOT_MINUTES);
    if !is_length {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::VisitType(becomes),
    }])
}

pub(super) fn set_up_budget(
    rows: &impl Rows,
    was: Option<Budget>,
    becomes: Budget,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let present = rows.budget(becomes.role).copied();
    if present == Some(becomes) {
        return Ok(Vec::new());
    }
    if present != was {
        return Err(Refusal::SetMeanwhile);
    }
    let is_fit =
        becomes.delay_days <= LONGEST_DELAY_DAYS && (Cents(0)..=LARGEST_WAIVER).contains(&becomes.waive);
    if !Budget::SET_FOR.contains(&becomes.role) || !is_fit {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::Budget(becomes),
    }])
}

pub(super) fn set_up_calls(
    rows: &impl Rows,
    was: Option<&CallSettings>,
    becomes: &CallSettings,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let present = rows.call_settings();
    if present == Some(becomes) {
        return Ok(Vec::new());
    }
    if present != was {
        return Err(Refusal::SetMeanwhile);
    }
    let is_video_fit = becomes.video.as_ref().is_none_or(VideoTemplate::is_fit);
    if !are_hours(&becomes.hours) || !is_video_fit || !are_check_rules(&becomes.checks) {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::CallSettings(becomes.clone()),
    }])
}

pub(super) fn set_up_risk(
    rows: &impl Rows,
    was: Option<&RiskRule>,
    becomes: &RiskRule,
) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let present = rows.risk_rule(becomes.category);
    if present == Some(becomes) {
        return Ok(Vec::new());
    }
    if present != was {
        return Err(Refusal::SetMeanwhile);
    }
    if !becomes.is_fit() || becomes.taken_by(RiskTable::of(rows).rules()).is_some() {
        return Err(Refusal::UnfitValue);
    }
    Ok(vec![Change::Put {
        row: Row::RiskRule(becomes.clone()),
    }])
}

pub(super) fn add_day_note(rows: &impl Rows, wanted: &DayNote) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let text = wanted.text.trim();
    if text.is_empty() || text.chars().count() > LONGEST_DAY_NOTE {
        return Err(Refusal::UnfitValue);
    }
    let note = DayNote {
        text: text.to_owned(),
        ..wanted.clone()
    };
    match rows.day_note(note.id) {
        Some(before) if before.text == note.text && before.day == note.day => Ok(Vec::new()),
        Some(_) => Err(Refusal::AlreadyRecorded),
        None => Ok(vec![Change::Put {
            row: Row::DayNote(note),
        }]),
    }
}

pub(super) fn strike_day_note(
    rows: &impl Rows,
    context: &Context,
    id: DayNoteId,
) -> Result<Vec<Change>, Refusal> {
    let note = rows.day_note(id).ok_or(Refusal::NotFound)?;
    if note.struck.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![Change::Put {
        row: Row::DayNote(DayNote {
            struck: Some(Struck {
                by: context.actor.member,
                at: context.at,
            }),
            ..note.clone()
        }),
    }])
}

pub(super) fn share_view(rows: &impl Rows, wanted: &SharedView) -> Result<Vec<Change>, Refusal> {
    check_practice(rows)?;
    let name = wanted.name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_VIEW_NAME || !wanted.shows.is_fit() {
        return Err(Refusal::UnfitValue);
    }
    let view = SharedView {
        name: name.to_owned(),
        ..wanted.clone()
    };
    match rows.shared_view(view.id) {
        Some(before) if before.name == view.name && before.shows == view.shows => Ok(Vec::new()),
        Some(_) => Err(Refusal::AlreadyRecorded),
        None => Ok(vec![Change::Put {
            row: Row::SharedView(view),
        }]),
    }
}

pub(super) fn strike_view(
    rows: &impl Rows,
    context: &Context,
    id: SharedViewId,
) -> Result<Vec<Change>, Refusal> {
    let view = rows.shared_view(id).ok_or(Refusal::NotFound)?;
    if view.struck.is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![Change::Put {
        row: Row::SharedView(SharedView {
            struck: Some(Struck {
                by: context.actor.member,
                at: context.at,
            }),
            ..view.clone()
        }),
    }])
}

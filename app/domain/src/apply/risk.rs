//! Carrying out what clinicians say of episodes of clinical risk.

use super::Context;
use super::calls::check_length;
use crate::care::Episode;
use crate::digest::is_tooth;
use crate::id::{EpisodeId, PatientId};
use crate::refusal::Refusal;
use crate::risk_marks::{NewRisk, RiskMark, RiskMarks, RiskSaid, RiskStanding};
use crate::rows::{Change, Row, Rows};
use crate::time::Now;

/// Opens an episode that no act has opened. One that is the same as an open one, whoever opened it, is open already.
pub(super) fn open_risk(
    rows: &impl Rows,
    context: &Context,
    wanted: &NewRisk,
) -> Result<Vec<Change>, Refusal> {
    let reason = checked(&wanted.reason)?;
    let today = Now::at(context.at).today();
    if wanted.opened > today || !(wanted.tooth.is_empty() || is_tooth(&wanted.tooth)) {
        return Err(Refusal::UnfitValue);
    }
    let marks = rows.risk_marks(wanted.patient);
    if marks.is_some_and(|marks| marks.of(wanted.episode).is_some()) {
        return Ok(Vec::new());
    }
    let care = rows.care(wanted.patient).ok_or(Refusal::NotFound)?;
    let is_same = |open: &Episode| {
        (open.category, open.opened, open.tooth.as_str())
            == (wanted.category, wanted.opened, wanted.tooth.as_str())
    };
    if care.open_episodes(marks).iter().any(is_same) {
        return Ok(Vec::new());
    }
    let episode = Episode {
        id: Some(wanted.episode),
        category: wanted.category,
        opened: wanted.opened,
        tooth: wanted.tooth.clone(),
        clinician: context.actor.clinician,
    };
    let mark = RiskMark {
        episode: wanted.episode,
        by_hand: Some(episode),
        stands: RiskStanding::Open,
        said: Vec::new(),
    };
    Ok(say(rows, context, wanted.patient, mark, reason))
}

/// Closes an open episode, whether an act or a clinician has opened it. Repeating it is fine.
pub(super) fn close_risk(
    rows: &impl Rows,
    context: &Context,
    patient: PatientId,
    episode: EpisodeId,
    reason: &str,
) -> Result<Vec<Change>, Refusal> {
    let reason = checked(reason)?;
    let marks = rows.risk_marks(patient);
    let known = marks.and_then(|marks| marks.of(episode));
    if known.is_some_and(|mark| mark.stands == RiskStanding::Closed) {
        return Ok(Vec::new());
    }
    let care = rows.care(patient).ok_or(Refusal::NotFound)?;
    let open = care.open_episodes(marks);
    if !open.iter().any(|open| open.id == Some(episode)) {
        return Err(Refusal::NotFound);
    }
    let mark = RiskMark {
        stands: RiskStanding::Closed,
        ..known.cloned().unwrap_or(RiskMark {
            episode,
            by_hand: None,
            stands: RiskStanding::Closed,
            said: Vec::new(),
        })
    };
    Ok(say(rows, context, patient, mark, reason))
}

/// A reason that says something, and not too much.
fn checked(reason: &str) -> Result<String, Refusal> {
    check_length(reason)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(reason.to_owned())
}

/// The patient's marks with one more word.
fn say(
    rows: &impl Rows,
    context: &Context,
    patient: PatientId,
    mut mark: RiskMark,
    reason: String,
) -> Vec<Change> {
    mark.said.push(RiskSaid {
        by: context.actor.member,
        at: context.at,
        stands: mark.stands,
        reason,
    });
    let mut marks = rows
        .risk_marks(patient)
        .map_or_else(Vec::new, |known| known.marks.clone());
    match marks.iter_mut().find(|known| known.episode == mark.episode) {
        Some(known) => *known = mark,
        None => marks.push(mark),
    }
    vec![Change::Put {
        row: Row::RiskMarks(RiskMarks { patient, marks }),
    }]
}

//! What a row of the list says of its patient.

use app_domain::calls::{CallStatus, Reason, ReasonKind, Topic, why};
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::time::Now;
use leptos::prelude::*;

use super::segment::Segment;
use super::text::text;
use crate::ui::Tone;
use crate::workspace::Workspace;

/// What the colour of a reason says.
pub(super) const fn tone(kind: ReasonKind) -> Tone {
    match kind {
        ReasonKind::Answered | ReasonKind::ClinicalRisk => Tone::Risk,
        ReasonKind::Balance | ReasonKind::Instalment => Tone::Owed,
        ReasonKind::Promise => Tone::Promise,
        ReasonKind::HygieneRecall => Tone::Accent,
        ReasonKind::SuspendedCycle
        | ReasonKind::Confirm
        | ReasonKind::PlanAwaiting
        | ReasonKind::MissedVisit
        | ReasonKind::Displaced => Tone::Plain,
    }
}

/// The name of another person who is calling this patient now.
pub(super) fn caller(workspace: Workspace, patient: PatientId) -> Memo<Option<String>> {
    let claim = workspace.claim(patient);
    Memo::new(move |_| {
        let me = workspace.actor().map(|actor| actor.member);
        let now = workspace.now().get().instant;
        let claim = claim
            .get()
            .filter(|claim| claim.holds_at(now) && Some(claim.by) != me)?;
        workspace.member(claim.by).get().map(|member| member.name)
    })
}

/// Why the patient's reasons are held: "Igiene: già provato oggi".
pub(super) fn held_sentence(status: &CallStatus, segment: Segment, language: Language) -> String {
    let words = text(language);
    let topic = crate::outbox::text::text(language).topic;
    let held = status
        .excluded
        .iter()
        .filter(|held| Segment::of_cause(held.cause) == segment);
    let sentences = held.map(|held| {
        (words.list.left_out)(
            topic(Topic::Reason(held.reason.kind())),
            (words.cause)(held.cause),
        )
    });
    sentences.collect::<Vec<_>>().join(" · ")
}

/// A tag for each reason that the row is about.
pub(super) fn row_tags(
    status: &CallStatus,
    segment: Segment,
    now: Now,
    language: Language,
) -> Vec<(ReasonKind, String)> {
    let tag = |reason: &Reason| (reason.kind(), why::reason_tag(reason, now, language));
    match segment {
        Segment::ToCall => status.listed.iter().map(tag).collect(),
        segment => {
            let held = status
                .excluded
                .iter()
                .filter(|held| Segment::of_cause(held.cause) == segment);
            held.map(|held| tag(&held.reason)).collect()
        }
    }
}

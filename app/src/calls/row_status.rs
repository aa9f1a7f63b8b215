//! What a row of the list says of its patient.

use app_domain::calls::{CallStatus, Reason, ReasonKind, Topic, why};
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::time::{Instant, Now};
use jiff::civil::Time;
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
        ReasonKind::HygieneRecall | ReasonKind::CheckRecall => Tone::Accent,
        ReasonKind::SuspendedCycle
        | ReasonKind::Confirm
        | ReasonKind::PlanAwaiting
        | ReasonKind::Satisfaction
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

/// Why the patient's reasons are held: "Igiene: già provato oggi"; where the patient named a time, until when too.
pub(super) fn held_sentence(status: &CallStatus, segment: Segment, now: Now, language: Language) -> String {
    let words = text(language);
    let topic = crate::outbox::text::text(language).topic;
    let held = status.excluded.iter().filter(|held| Segment::of(held) == segment);
    let sentences = held.map(|held| {
        let sentence = (words.list.left_out)(
            topic(Topic::Reason(held.reason.kind())),
            (words.cause)(held.cause),
        );
        match held.until.filter(|_| segment == Segment::PutOff) {
            Some(until) => (words.list.comes_back)(&sentence, &moment(until, now, language)),
            None => sentence,
        }
    });
    sentences.collect::<Vec<_>>().join(" · ")
}

/// "alle 15:30", "lun 30 nov, 9:00"; midnight is a day.
fn moment(until: Instant, now: Now, language: Language) -> String {
    let (common, at) = (crate::text::text(language), until.civil());
    if at.date() == now.today() {
        (text(language).list.at_hour)(&common.clock(at.time()))
    } else if at.time() == Time::midnight() {
        common.day_short(at.date())
    } else {
        common.moment_with_month(at)
    }
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
            let held = status.excluded.iter().filter(|held| Segment::of(held) == segment);
            held.map(|held| tag(&held.reason)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use app_domain::calls::Cause;
    use app_domain::language::Language;
    use app_domain::time::{Instant, Now};
    use jiff::civil::date;

    use super::{Segment, held_sentence};
    use crate::calls::board_view::samples::{held, status};

    #[test]
    fn what_is_put_off_says_until_when() {
        let now = Now::at_civil(date(2026, 11, 23).at(10, 0, 0, 0));
        let sentence = |cause, until| {
            let held = held(cause, Some(Instant::from_civil(until)));
            let segment = Segment::of(&held);
            held_sentence(&status(Vec::new(), vec![held]), segment, now, Language::Italian)
        };
        let today = date(2026, 11, 23).at(15, 30, 0, 0);
        assert!(sentence(Cause::CallBackPromised, today).ends_with(", torna in lista alle 15:30"));
        let monday = date(2026, 11, 30);
        assert!(
            sentence(Cause::Thinking, monday.at(0, 0, 0, 0))
                .ends_with("ci sta pensando, torna in lista lun 30 nov")
        );
        assert!(!sentence(Cause::TriedToday, monday.at(0, 0, 0, 0)).contains("torna"));
    }
}

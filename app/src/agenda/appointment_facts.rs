//! When, where, with whom, and how the appointment stands.

use app_domain::agenda::{Appointment, LabWork, Status};
use app_domain::id::AppointmentId;
use app_domain::rows::{Key, Rows};
use leptos::prelude::*;

use super::row_mark::mark;
use super::stage::Stage;
use super::text::text;
use crate::ui::{Icon, Tag, Tone};
use crate::workspace::expect_workspace;

/// The facts of an appointment in a line, its state as tags, and what was noted.
#[component]
pub fn AppointmentFacts(
    /// Which.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let now = workspace.now();
    let kept = workspace.row_state(Key::Appointment(id));
    let words = move || text(workspace.language().get());
    let line = move || {
        let row = row.read();
        let row = row.as_ref()?;
        let place = row.place;
        let common = words().common;
        let (chair, clinician) = workspace.read(|rows| {
            let chair = rows.chair(place.chair).map(|chair| chair.name.clone());
            (
                chair,
                rows.clinician(place.clinician)
                    .map(|who| format!("{} {}", who.name, who.surname)),
            )
        });
        let parts = [
            Some(common.moment_with_month(place.start)),
            chair,
            clinician,
            Some(common.minutes(place.minutes)),
        ];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let stage = move || row.read().as_ref().map(|row| Stage::of(row, now.get()));
    // The children of a part are made untracked: what they say is read before.
    let stage_tag = move || {
        let words = words();
        stage().map(|stage| {
            let tone = tone(stage);
            view! {
                <Tag tone>
                    <Icon glyph=stage.glyph() />
                    {stage.words(words)}
                </Tag>
            }
        })
    };
    let earlier = move || {
        let earlier = row.read().as_ref().is_some_and(|row| row.as_soon_as_possible);
        let word = words().earlier;
        earlier.then(|| view! { <Tag tone=Tone::Accent>{word}</Tag> })
    };
    let lab = move || {
        let lab = row.read().as_ref().map(|row| row.lab).unwrap_or_default();
        let (word, tone) = match lab {
            LabWork::None => return None,
            LabWork::Awaited => (words().lab, Tone::Owed),
            LabWork::Arrived => (words().lab_here, Tone::Good),
        };
        Some(view! { <Tag tone>{word}</Tag> })
    };
    let kept_tag = move || {
        mark(kept.get(), words()).map(|(glyph, word)| {
            view! {
                <Tag tone=Tone::Owed>
                    <Icon glyph />
                    {word}
                </Tag>
            }
        })
    };
    let notes = move || {
        row.read()
            .as_ref()
            .map(|row| {
                let correction = row.correction.as_ref().map(|correction| {
                    let by =
                        workspace.read(|rows| rows.member(correction.by).map(|member| member.name.clone()));
                    let words = words();
                    (words.dialog.corrected_by)(
                        by.as_deref().unwrap_or(words.dialog.colleague),
                        &words.common.moment(correction.at.civil()),
                        &correction.reason,
                    )
                });
                let mut notes = notes(row, words());
                notes.extend(correction);
                notes
            })
            .unwrap_or_default()
    };
    view! {
        <p class="appointment-facts num">{line}</p>
        <div class="tags">{stage_tag} {earlier} {lab} {kept_tag}</div>
        {move || notes().into_iter().map(|note| view! { <p class="appointment-note">{note}</p> }).collect_view()}
    }
}

/// The hue of a state.
const fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Confirmed => Tone::Good,
        Stage::Waiting { .. } | Stage::InChair { .. } => Tone::Accent,
        Stage::Overdue { .. } | Stage::Missed => Tone::Risk,
        Stage::AsksToMove | Stage::Displaced => Tone::Owed,
        _ => Tone::Plain,
    }
}

/// What was noted: the front desk's note, why it stands on a taken place, why it was called off.
fn notes(row: &Appointment, text: &super::text::Text) -> Vec<String> {
    let note = (!row.note.is_empty()).then(|| row.note.clone());
    let overbooked = row
        .overbooking
        .as_ref()
        .map(|overbooking| (text.dialog.overbooked)(&overbooking.reason));
    let cancelled = match &row.status {
        Status::Cancelled { reason, .. } if !reason.is_empty() => {
            Some((text.dialog.called_off_because)(reason))
        }
        _ => None,
    };
    [note, overbooked, cancelled].into_iter().flatten().collect()
}

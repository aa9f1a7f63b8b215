//! The notes of a day.

use app_domain::agenda::DayNote;
use app_domain::command::Command;
use app_domain::id::DayNoteId;
use app_domain::policy::{Entity, Write, grant};
use app_domain::rows::{Key, Rows};
use jiff::civil::Date;
use leptos::prelude::*;

use super::note_form::NoteForm;
use super::text::{Text, text};
use crate::outbox::RowStanding;
use crate::ui::{ButtonLook, Glyph, Icon, IconButton, Toast, Toasts, Tone, Undo, expect_toasts};
use crate::workspace::{Workspace, expect_workspace};

/// The notes that hold, and for whoever works with the agenda a way to write one.
#[component]
pub(super) fn DayNotes(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let words = move || text(workspace.language().get());
    let notes = workspace.notes_on(day.into());
    let may = Memo::new(move |_| {
        let writes = |role| matches!(grant(role, Entity::Appointments).write, Write::All | Write::Own);
        viewer.read().as_ref().is_some_and(|who| writes(who.role))
    });
    let is_empty = Memo::new(move |_| notes.read().is_empty());
    view! {
        <section class="day-notes" aria-label=move || words().day.notes data-empty=move || is_empty.get().to_string()>
            <Show when=move || !is_empty.get()>
                <ul class="day-notes__list">
                    <For
                        each=move || notes.get()
                        key=|note| note.id
                        children=move |note| view! { <Note note may /> }
                    />
                </ul>
            </Show>
            <Show when=move || may.get()>
                <NoteForm day />
            </Show>
        </section>
    }
}

/// A note; who wrote it and when is read aloud, and shown when pointed at.
#[component]
fn Note(note: DayNote, may: Memo<bool>) -> impl IntoView {
    let workspace = expect_workspace();
    let toasts = expect_toasts();
    let words = move || text(workspace.language().get());
    let (id, by, at) = (note.id, note.by, note.at);
    let said = note.text.clone();
    let author = move || {
        let who = workspace.read(|rows| rows.member(by).map(|member| member.name.clone()));
        let words = words();
        let who = who.unwrap_or_else(|| words.dialog.colleague.to_owned());
        (words.day.note_by)(&who, &words.common.moment(at.civil()))
    };
    let label = Signal::derive(move || (words().day.strike_note)(&said));
    let text_of_it = note.text.clone();
    let strike = move |_| strike(workspace, toasts, &note, words());
    view! {
        <li class="day-note" title=author>
            <Icon glyph=Glyph::Note />
            <span class="day-note__text">{text_of_it}</span>
            <span class="aloud">{author}</span>
            <RowStanding key=Key::DayNote(id) />
            <Show when=move || may.get()>
                <IconButton glyph=Glyph::Cross look=ButtonLook::Quiet label on:click=strike.clone() />
            </Show>
        </li>
    }
}

/// Strikes a note out, with a way back: the same words in a note of their own.
fn strike(workspace: Workspace, toasts: Toasts, note: &DayNote, words: &Text) {
    workspace.act(Command::StrikeDayNote { note: note.id });
    let (day, text) = (note.day, note.text.clone());
    let undo = Undo::new(move || {
        workspace.act(Command::AddDayNote {
            note: DayNoteId(workspace.new_id()),
            day,
            text: text.clone(),
        });
    });
    toasts.show(Toast {
        text: words.day.note_struck.to_owned(),
        tone: Tone::Plain,
        undo: Some(undo),
    });
}

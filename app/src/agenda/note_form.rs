//! Writing a note of the day.

use app_domain::agenda::LONGEST_DAY_NOTE;
use app_domain::command::Command;
use app_domain::id::DayNoteId;
use jiff::civil::Date;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// A small button, and behind it one line: Enter keeps it.
#[component]
pub(super) fn NoteForm(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).day;
    let (is_open, typed) = (RwSignal::new(false), RwSignal::new(String::new()));
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            // Fails only for what cannot have the focus: then it stays where it is.
            let _no_focus = field.focus();
        }
    });
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked().trim().to_owned();
        if !text.is_empty() {
            workspace.act(Command::AddDayNote {
                note: DayNoteId(workspace.new_id()),
                day: day.get_untracked(),
                text,
            });
        }
        typed.set(String::new());
        is_open.set(false);
    };
    // What was typed stays for when the line is opened again.
    let close = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            is_open.set(false);
        }
    };
    let add = move || {
        view! {
            <Button look=ButtonLook::Quiet attr:class="button button--quiet day-notes__add" on:click=move |_| is_open.set(true)>
                <Icon glyph=Glyph::Plus />
                {move || words().add_note}
            </Button>
        }
    };
    view! {
        <Show when=move || is_open.get() fallback=add>
            <form class="note-form" on:submit=keep on:keydown=close>
                <input
                    node_ref=field
                    class="input"
                    type="text"
                    autocomplete="off"
                    enterkeyhint="done"
                    maxlength=LONGEST_DAY_NOTE.to_string()
                    aria-label=move || words().new_note
                    placeholder=move || words().note_hint
                    prop:value=move || typed.get()
                    on:input:target=move |event| typed.set(event.target().value())
                />
                <Button look=ButtonLook::Main kind=ButtonKind::Submit>{move || words().keep_note}</Button>
            </form>
        </Show>
    }
}

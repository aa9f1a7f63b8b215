//! From one day to another.

use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::text::text;
use crate::layout::on_key;
use crate::ui::{Button, Glyph, Icon, IconButton};
use crate::workspace::expect_workspace;

/// The day before, the day after, today, and any day. Arrow keys do the same.
#[component]
pub fn DayNavigation(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let today = workspace.today();
    let navigate = use_navigate();
    let go = Callback::new(move |to: Date| {
        let path = if to == today.get_untracked() {
            "/agenda".to_owned()
        } else {
            format!("/agenda/{to}")
        };
        navigate(
            &path,
            NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    let step = move |days: i32| go.run(day.get_untracked().saturating_add(days.days()));
    on_key("ArrowLeft", move || step(-1));
    on_key("ArrowRight", move || step(1));
    let words = move || text(workspace.language().get());
    // What cannot be read as a day (a field that is being emptied) leaves the day as it is.
    let choose = move |typed: String| {
        if let Ok(day) = typed.parse() {
            go.run(day);
        }
    };
    view! {
        <IconButton
            glyph=Glyph::Previous
            label=Signal::derive(move || words().day.previous.to_owned())
            on:click=move |_| step(-1)
        />
        <IconButton
            glyph=Glyph::Next
            label=Signal::derive(move || words().day.next.to_owned())
            on:click=move |_| step(1)
        />
        <Button
            attr:aria-current=move || (day.get() == today.get()).then_some("date")
            on:click=move |_| go.run(today.get_untracked())
        >
            {move || words().common.today}
        </Button>
        <label class="button button--icon date-picker" title=move || words().day.choose>
            <Icon glyph=Glyph::Agenda />
            <input
                type="date"
                aria-label=move || words().day.choose
                prop:value=move || day.get().to_string()
                on:change:target=move |event| choose(event.target().value())
            />
        </label>
    }
}

//! The hours of a day, to be changed.

use leptos::prelude::*;

use super::text::text;
use super::week_draft::{DAYS, SpanDraft, WeekDraft};
use crate::ui::{Button, ButtonLook, Glyph, Icon, IconButton};
use crate::workspace::expect_workspace;

/// Days from Monday to Friday.
const WORKING_DAYS: [usize; 5] = [0, 1, 2, 3, 4];

/// Any number of spans, and a way to copy them to other days.
#[component]
pub(super) fn HoursDay(
    /// Which day, 0 = Monday.
    day: usize,
    /// What was typed.
    week: Memo<WeekDraft>,
    /// Called with what is typed now.
    on_change: Callback<WeekDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let name = move || words().common.weekdays[day];
    let edit = move |change: &dyn Fn(&mut WeekDraft)| {
        let mut typed = week.get_untracked();
        change(&mut typed);
        on_change.run(typed);
    };
    let add = move |_| edit(&|week| week.add(day));
    let count = Memo::new(move |_| week.read().day(day).len());
    let problem = move || week.read().problem(day).map(words().day_problem);
    view! {
        <fieldset class="hours-day">
            <legend class="hours-day__name">{name}</legend>
            <div class="hours-day__spans">
                <Show when=move || count.get() == 0>
                    <span class="hours-day__shut">{move || words().shut}</span>
                </Show>
                <For
                    each=move || 0..count.get()
                    key=|span| *span
                    children=move |span| view! { <SpanFields day span week on_change /> }
                />
                <Button look=ButtonLook::Quiet attr:aria-label=move || (words().add_span_on)(name()) on:click=add>
                    <Icon glyph=Glyph::Plus />
                    {move || words().add_span}
                </Button>
                <CopyChoice day week on_change />
            </div>
            <p class="field__error" aria-live="polite">{problem}</p>
        </fieldset>
    }
}

/// From when to when, and a way to take it away.
#[component]
fn SpanFields(
    day: usize,
    span: usize,
    week: Memo<WeekDraft>,
    on_change: Callback<WeekDraft>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let name = move || words().common.weekdays[day];
    let typed = move |pick: fn(&SpanDraft) -> &String| {
        move || {
            week.read()
                .day(day)
                .get(span)
                .map(pick)
                .cloned()
                .unwrap_or_default()
        }
    };
    let write = move |pick: fn(&mut SpanDraft) -> &mut String, hour: String| {
        let mut typed = week.get_untracked();
        if let Some(span) = typed.day_mut(day).and_then(|spans| spans.get_mut(span)) {
            *pick(span) = hour;
        }
        on_change.run(typed);
    };
    let remove = move |_| {
        let mut typed = week.get_untracked();
        if let Some(spans) = typed.day_mut(day).filter(|spans| span < spans.len()) {
            spans.remove(span);
        }
        on_change.run(typed);
    };
    view! {
        <span class="hours-span">
            <input
                type="time"
                class="input"
                step="300"
                aria-label=move || (words().from)(name(), span + 1)
                prop:value=typed(|span| &span.from)
                on:change:target=move |event| write(|span| &mut span.from, event.target().value())
            />
            <span aria-hidden="true">"–"</span>
            <input
                type="time"
                class="input"
                step="300"
                aria-label=move || (words().to)(name(), span + 1)
                prop:value=typed(|span| &span.to)
                on:change:target=move |event| write(|span| &mut span.to, event.target().value())
            />
            <IconButton
                glyph=Glyph::Cross
                look=ButtonLook::Quiet
                label=Signal::derive(move || (words().remove)(name(), span + 1))
                on:click=remove
            />
        </span>
    }
}

/// Copies the hours of the day to others.
#[component]
fn CopyChoice(day: usize, week: Memo<WeekDraft>, on_change: Callback<WeekDraft>) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let copy = move |chosen: String| {
        let to: Vec<usize> = match chosen.as_str() {
            "working" => WORKING_DAYS.to_vec(),
            "every" => (0..DAYS).collect(),
            one => one.parse().into_iter().collect(),
        };
        let mut typed = week.get_untracked();
        typed.copy(day, &to);
        on_change.run(typed);
    };
    let one = move |index: usize| view! { <option value=index.to_string()>{words().common.weekdays[index]}</option> };
    let others = move || (0..DAYS).filter(|other| *other != day).map(one).collect_view();
    view! {
        <select
            class="input hours-day__copy"
            aria-label=move || (words().copy)(words().common.weekdays[day])
            on:change:target=move |event| {
                copy(event.target().value());
                // It does something, and is nothing afterwards.
                event.target().set_value("");
            }
        >
            <option value="">{move || words().copy_to}</option>
            <option value="working">{move || words().working_days}</option>
            <option value="every">{move || words().every_day}</option>
            {others}
        </select>
    }
}

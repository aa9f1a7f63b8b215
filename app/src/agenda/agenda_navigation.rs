//! The way from one day, week or month to another.

use jiff::civil::Date;
use leptos::prelude::*;

use super::agenda_address::{Shown, step};
use super::drag_turn::{PageTurn, Towards};
use super::text::text;
use crate::layout::on_key;
use crate::port::Reach;
use crate::ui::{Button, Glyph, Icon, IconButton};
use crate::workspace::expect_workspace;

/// What is before, what is after, today, and any day. Arrow keys do the same. A visit that is held over an arrow goes along.
#[component]
pub fn AgendaNavigation(
    /// What is shown.
    shown: Memo<Shown>,
    /// Shows as much around another day.
    #[prop(into)]
    go: Callback<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let today = workspace.today();
    let by = move |steps: i32| go.run(step(shown.get_untracked(), steps));
    on_key("ArrowLeft", move || by(-1));
    on_key("ArrowRight", move || by(1));
    let turn = PageTurn::expect();
    let is_way = move || turn.waits();
    let words = move || text(workspace.language().get());
    let previous = move || match shown.read().reach {
        Reach::Day => words().day.previous,
        Reach::Week => words().week.previous,
        Reach::Month => words().month.previous,
    };
    let next = move || match shown.read().reach {
        Reach::Day => words().day.next,
        Reach::Week => words().week.next,
        Reach::Month => words().month.next,
    };
    let is_today = move || shown.read().day == today.get();
    // What cannot be read as a day (a field that is being emptied) leaves the day as it is.
    let choose = move |typed: String| {
        if let Ok(day) = typed.parse() {
            go.run(day);
        }
    };
    view! {
        <IconButton
            glyph=Glyph::Previous
            label=Signal::derive(move || previous().to_owned())
            attr:data-turn=Towards::Before.mark()
            class:turns=is_way
            class:turns--over=move || turn.is_over(Towards::Before)
            on:click=move |_| by(-1)
        />
        <IconButton
            glyph=Glyph::Next
            label=Signal::derive(move || next().to_owned())
            attr:data-turn=Towards::After.mark()
            class:turns=is_way
            class:turns--over=move || turn.is_over(Towards::After)
            on:click=move |_| by(1)
        />
        <Button
            attr:aria-current=move || is_today().then_some("date")
            on:click=move |_| go.run(today.get_untracked())
        >
            {move || words().common.today}
        </Button>
        <label class="button button--icon date-picker" title=move || words().day.choose>
            <Icon glyph=Glyph::Agenda />
            <input
                type="date"
                aria-label=move || words().day.choose
                prop:value=move || shown.read().day.to_string()
                on:change:target=move |event| choose(event.target().value())
            />
        </label>
    }
}

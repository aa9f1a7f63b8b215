//! What is above the rows: reasons to filter by, and what unfolds only when it is asked for.

use leptos::prelude::*;

use super::day_panel::{DayPanel, Today};
use super::filter_chips::FilterChips;
use super::filter_panel::{ChosenFilters, FilterPanel};
use super::list_state::ListState;
use super::saved_views::{ViewChips, ViewsPanel};
use super::text::text;
use super::views::Views;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// What can be unfolded above the rows, one at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tool {
    /// Filters besides the reasons.
    Filters,
    /// What has come of today's calls.
    Today,
}

/// What is above the rows.
#[component]
pub(super) fn ListTools(
    /// What is looked at.
    list: ListState,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list;
    let today = Today::new(workspace);
    let views = Views::new(workspace, list);
    let unfolded = RwSignal::new(None::<Tool>);
    let is_unfolded = move |tool| unfolded.get() == Some(tool);
    let turn = move |tool| unfolded.update(|open| *open = (*open != Some(tool)).then_some(tool));
    view! {
        <div class="call-tools">
            <div class="call-tools__slide">
                <FilterChips list />
                <ViewChips views />
            </div>
            <div class="call-tools__more">
                <button
                    type="button"
                    class="chip"
                    aria-expanded=move || is_unfolded(Tool::Filters).to_string()
                    aria-controls="calls-filters"
                    on:click=move |_| turn(Tool::Filters)
                >
                    <Icon glyph=Glyph::Settings />
                    {move || words().narrow.title}
                </button>
                <button
                    type="button"
                    class="chip"
                    aria-expanded=move || is_unfolded(Tool::Today).to_string()
                    aria-controls="calls-today"
                    on:click=move |_| turn(Tool::Today)
                >
                    <span class="call-tools__long">{move || crate::text::text(workspace.language().get()).today}</span>
                    <span class="num">{move || (words().day.reached)(today.mine.get().reached)}</span>
                    <span class="num call-tools__long">{move || (words().day.booked)(today.mine.get().booked)}</span>
                </button>
            </div>
        </div>
        <ChosenFilters list />
        <div id="calls-filters">
            <Show when=move || is_unfolded(Tool::Filters)>
                <div class="call-filters">
                    <FilterPanel list />
                    <ViewsPanel views />
                </div>
            </Show>
        </div>
        <div id="calls-today">
            <Show when=move || is_unfolded(Tool::Today)>
                <DayPanel today />
            </Show>
        </div>
    }
}

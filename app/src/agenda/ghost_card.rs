//! What was to stand on the day where somebody else was first.

use app_domain::id::ReviewId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::card_place::CardPlace;
use super::day_plan::{DayPlan, Standing};
use crate::review::ConflictGhost;
use crate::workspace::expect_workspace;

/// The ghost of a visit whose place was taken, beside the one that has it.
#[component]
pub(super) fn GhostCard(
    /// What waits.
    id: ReviewId,
    /// Where everything stands.
    plan: Memo<DayPlan>,
) -> impl IntoView {
    let workspace = expect_workspace();
    // What was asked for never changes; a settled one is not planned any more.
    let review = workspace.read(|rows| rows.review(id).cloned())?;
    let place = CardPlace::of(plan, Standing::Ghost(id));
    Some(view! {
        <div
            class="appointment conflict"
            style:--column=move || place.read().column.clone()
            style:--hue=move || place.read().hue.clone()
            style:--from=move || place.read().from.clone()
            style:--length=move || place.read().length.clone()
            style:--lane=move || place.read().lane.clone()
            style:--lanes=move || place.read().lanes.clone()
        >
            <ConflictGhost review />
        </div>
    })
}

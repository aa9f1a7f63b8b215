//! What was to stand on the week where somebody else was first.

use std::sync::Arc;

use app_domain::id::ReviewId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::week_look::WeekLook;
use crate::review::ConflictGhost;
use crate::workspace::expect_workspace;

/// The ghost of a visit whose place was taken, beside the one that has it.
#[component]
pub fn WeekGhost(
    /// What waits.
    id: ReviewId,
    /// How it looks.
    look: Memo<Arc<WeekLook>>,
) -> impl IntoView {
    // What was asked for never changes; a settled one is not planned any more.
    let review = expect_workspace().read(|rows| rows.review(id).cloned())?;
    Some(view! {
        <div class=move || format!("{} conflict", look.read().class) prop:style=move || look.read().style.clone()>
            <ConflictGhost review />
        </div>
    })
}

//! The way from the day to absences and closures.

use app_domain::policy::may_say_anybody_away;
use app_sync::wire::Viewer;
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Leads to absences and closures, with this day as the first, for whoever may say that somebody is away.
#[component]
pub fn AwayLink(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let may = Memo::new(move |_| {
        let actor = viewer.read().as_ref().map(Viewer::actor);
        actor.is_some_and(|actor| may_say_anybody_away(&actor))
    });
    let label = move || text(workspace.language().get()).day.away_link;
    view! {
        <Show when=move || may.get()>
            <a
                class="button button--icon"
                href=move || format!("/assenze/{}", day.get())
                aria-label=label
                title=label
            >
                <Icon glyph=Glyph::Absent />
            </a>
        </Show>
    }
}

//! The way from the day to absences and closures.

use app_domain::policy::sees_absences;
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// Leads to absences and closures, with this day as the first, for whoever looks at them.
#[component]
pub fn AwayLink(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let may = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| sees_absences(viewer.role))
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

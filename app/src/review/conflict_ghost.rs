//! What was to stand on the agenda, where somebody else was first.

use app_domain::review::Review;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::text::text;
use crate::outbox::describe::patient_of;
use crate::outbox::{Lookup, OpenDrawer};
use crate::patient::name_for;
use crate::ui::{Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// A ghost beside the visit that has the place. A tap opens what waits.
#[component]
pub fn ConflictGhost(
    /// What waits.
    review: Review,
) -> impl IntoView {
    let workspace = expect_workspace();
    let drawer = OpenDrawer::expect();
    let words = move || text(workspace.language().get());
    let told = review.clone();
    let name = Memo::new(move |_| name(workspace, &told).unwrap_or_default());
    let lost_its_place = review.lost_its_place();
    let hour = review.wanted_place().map(|place| place.start.time());
    let time = move || hour.map(|hour| crate::text::text(workspace.language().get()).clock(hour));
    let why = move || {
        if lost_its_place {
            words().ghost
        } else {
            words().ghost_waits
        }
    };
    let author = workspace.read(|rows| rows.member(review.by).map(|member| member.name.clone()));
    let label = move || (words().ghost_label)(&name.read(), author.as_deref().unwrap_or_default(), why());
    view! {
        <button
            type="button"
            class="conflict__open"
            aria-label=label
            on:click=move |_| drawer.open()
        >
            <span class="appointment__name">{name}</span>
            <span class="appointment__time num">{time}</span>
            <span class="conflict__state">
                <Icon glyph=Glyph::Hand />
                <span>{why}</span>
            </span>
        </button>
    }
}

fn name(workspace: Workspace, review: &Review) -> Option<String> {
    let (language, names) = (
        workspace.language().get(),
        name_for(workspace.names_hidden().get()),
    );
    workspace.read(|rows| {
        let lookup = Lookup {
            rows,
            language,
            names,
        };
        lookup.patient(patient_of(&review.about.as_ref()?.command, rows)?)
    })
}

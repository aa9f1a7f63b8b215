//! Places outside hours that somebody asks for: the proposal is ready, one tap decides.

use app_domain::review::Review;
use leptos::prelude::*;

use super::open_requests::open_places;
use super::text::text;
use crate::review::ReviewEntry;
use crate::workspace::expect_workspace;

/// What this person may grant, as it stands in the drawer too; nothing where there is none.
#[component]
pub(super) fn PlacesAsked() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let places = open_places(workspace);
    view! {
        <Show when=move || !places.read().is_empty()>
            <section class="requests__part" aria-labelledby="requests-places">
                <h2 id="requests-places" class="requests__title">{move || words().places}</h2>
                <ul class="requests__list">
                    <For
                        each=move || places.get()
                        key=|asked: &Review| asked.id
                        children=move |review| view! { <ReviewEntry review /> }
                    />
                </ul>
            </section>
        </Show>
    }
}

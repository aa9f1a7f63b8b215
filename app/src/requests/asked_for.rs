//! What is beyond somebody's own budget, and they ask for: the proposal is ready, one tap decides.

use app_domain::review::Review;
use leptos::prelude::*;

use super::open_requests::open_wishes;
use super::text::text;
use crate::review::ReviewEntry;
use crate::workspace::expect_workspace;

/// What this person may grant, as it stands in the drawer too; nothing where there is none.
#[component]
pub(super) fn AskedFor() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let wishes = open_wishes(workspace);
    view! {
        <Show when=move || !wishes.read().is_empty()>
            <section class="requests__part" aria-labelledby="requests-asked">
                <h2 id="requests-asked" class="requests__title">{move || words().asked}</h2>
                <ul class="requests__list">
                    <For
                        each=move || wishes.get()
                        key=|asked: &Review| asked.id
                        children=move |review| view! { <ReviewEntry review /> }
                    />
                </ul>
            </section>
        </Show>
    }
}

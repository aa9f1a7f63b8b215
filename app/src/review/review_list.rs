//! The list of what waits, in the drawer.

use app_domain::review::Review;
use leptos::prelude::*;

use super::review_entry::ReviewEntry;
use super::text::{Text, text};
use crate::workspace::expect_workspace;

/// What waits for this person, and what was decided lately of what is theirs.
#[component]
pub fn ReviewList() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let reviews = workspace.reviews();
    let part = move |is_open: fn(&Review) -> bool| {
        Memo::new(move |_| {
            let reviews = reviews.read();
            reviews
                .iter()
                .filter(|review| is_open(review))
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let list = move |title: fn(&Text) -> &'static str, reviews: Memo<Vec<Review>>| {
        view! {
            <Show when=move || !reviews.read().is_empty()>
                <section class="outbox__part" aria-label=move || title(words())>
                    <h3 class="outbox__heading">
                        {move || title(words())}
                        " "
                        <span class="num">{move || reviews.read().len()}</span>
                    </h3>
                    <ul class="outbox__list">
                        <For
                            each=move || reviews.get()
                            key=|review| (review.id, review.is_open())
                            children=|review| view! { <ReviewEntry review /> }
                        />
                    </ul>
                </section>
            </Show>
        }
    };
    view! {
        {list(|words| words.title, part(Review::is_open))}
        {list(|words| words.settled, part(|review| !review.is_open()))}
    }
}

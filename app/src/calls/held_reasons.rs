//! Reasons that are not on the list now, with the cause in words.

use app_domain::calls::{Excluded, Topic};
use jiff::civil::Time;
use leptos::prelude::*;

use super::draft::Draft;
use super::text::text;
use crate::workspace::expect_workspace;

/// Reasons that are held, each with its cause: what was just said moves here, and nobody at risk goes in silence.
#[component]
pub(super) fn HeldReasons(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let held = Memo::new(move |_| {
        draft
            .status
            .read()
            .as_ref()
            .map_or_else(Vec::new, |status| status.excluded.clone())
    });
    let line = move |held: Excluded| {
        let topic = Topic::Reason(held.reason.kind());
        let until = held.until.map(app_domain::time::Instant::civil);
        view! {
            <li class="call-held">
                <b>{move || (crate::outbox::text::text(language.get()).topic)(topic)}</b>
                ": "
                {move || (text(language.get()).cause)(held.cause)}
                {move || {
                    until.map(|until| {
                        let common = crate::text::text(language.get());
                        // What ends with a day has no hour.
                        let when = if until.time() == Time::midnight() {
                            common.date(until.date())
                        } else {
                            common.moment_with_month(until)
                        };
                        (text(language.get()).card.until)(&when)
                    })
                }}
            </li>
        }
    };
    view! {
        <Show when=move || !held.read().is_empty()>
            <section class="call-helds">
                <h3 class="call-card__heading">{move || text(language.get()).card.held}</h3>
                <ul>
                    {move || held.get().into_iter().map(line).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

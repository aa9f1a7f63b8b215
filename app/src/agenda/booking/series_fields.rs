//! How often the visit comes back.

use app_domain::agenda::LONGEST_SERIES;
use leptos::prelude::*;

use super::booking_draft::BookingDraft;
use crate::agenda::text::text;
use crate::ui::{Field, Select};
use crate::workspace::expect_workspace;

/// The distances that are offered, in weeks.
const WEEKS: [u16; 8] = [1, 2, 3, 4, 6, 8, 12, 26];

/// Every how many weeks, and how many times.
#[component]
pub(super) fn SeriesFields(
    /// What was typed.
    draft: BookingDraft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).booking;
    let weeks = Signal::derive(move || {
        let words = words();
        let every = WEEKS.map(|weeks| {
            (
                Some(weeks),
                format!("{} {}", words.every.to_lowercase(), (words.weeks)(weeks)),
            )
        });
        std::iter::once((None, words.once.to_owned()))
            .chain(every)
            .collect::<Vec<_>>()
    });
    let times = Signal::derive(move || {
        (2..=LONGEST_SERIES)
            .map(|times| (times, times.to_string()))
            .collect::<Vec<_>>()
    });
    let changed = move || draft.left_out.update(std::collections::BTreeSet::clear);
    let choose_weeks = move |weeks| {
        draft.weeks.set(weeks);
        changed();
    };
    let choose_times = move |times| {
        draft.times.set(times);
        changed();
    };
    view! {
        <div class="booking__series">
            <Field id="booking-weeks" label=Signal::derive(move || words().repeat.to_owned())>
                <Select id="booking-weeks" options=weeks chosen=draft.weeks on_choose=choose_weeks />
            </Field>
            <Show when=move || draft.weeks.get().is_some()>
                <Field id="booking-times" label=Signal::derive(move || words().times.to_owned())>
                    <Select id="booking-times" options=times chosen=draft.times on_choose=choose_times />
                </Field>
            </Show>
        </div>
    }
}

//! A day that is not a usual one, told as it is.

use jiff::civil::Date;
use leptos::prelude::*;

use super::day_board::DayState;
use super::text::{Text, text};
use crate::ui::{Banner, EmptyState, Glyph, Tone};
use crate::workspace::expect_workspace;

/// A title, and what it means.
type Words = (String, String);

/// Says why a day has nothing to show, or that something is booked on a day on which the practice is closed.
#[component]
pub fn DayNotice(
    /// The day that is shown.
    day: Memo<Date>,
    /// How it stands.
    state: Memo<DayState>,
    /// Whether nobody is booked.
    empty: Memo<bool>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let today = workspace.today();
    let full_page = Memo::new(move |_| words(text(language.get()), &state.read(), day.get(), empty.get()));
    let banner = Memo::new(move |_| match (&*state.read(), empty.get()) {
        (DayState::Closed { reason }, false) => Some((text(language.get()).day.closed)(reason)),
        _ => None,
    });
    let none =
        move || (*state.read() == DayState::Open && empty.get()).then(|| text(language.get()).day.none);
    view! {
        <Show when=move || full_page.read().is_some()>
            <EmptyState
                title=Signal::derive(move || full_page.get().unwrap_or_default().0)
                text=Signal::derive(move || full_page.get().unwrap_or_default().1)
            >
                <Show when=move || day.get() != today.get()>
                    <a class="button button--main" href="/agenda">
                        {move || text(language.get()).day.to_today}
                    </a>
                </Show>
            </EmptyState>
        </Show>
        <Show when=move || banner.read().is_some()>
            <Banner
                glyph=Glyph::Warning
                tone=Tone::Owed
                text=Signal::derive(move || banner.get().unwrap_or_default())
            />
        </Show>
        {move || none().map(|none| view! { <p class="agenda__none">{none}</p> })}
    }
}

/// What is said instead of the day, where there is no day to show.
fn words(text: &Text, state: &DayState, day: Date, empty: bool) -> Option<Words> {
    let words = match state {
        DayState::Beyond { from } => (
            text.day.beyond.to_owned(),
            (text.day.beyond_text)(&text.common.date(*from)),
        ),
        DayState::Closed { reason } if empty => ((text.day.closed)(reason), text.day.closed_text.to_owned()),
        DayState::Shut if empty => (
            (text.day.shut)(text.common.weekday(day)),
            text.day.shut_text.to_owned(),
        ),
        DayState::Closed { .. } | DayState::Shut | DayState::Open => return None,
    };
    Some(words)
}

//! The hours of a week, to be read.

use app_domain::practice::Opening;
use leptos::prelude::*;

use super::text::{Text, text};
use super::week_draft::{DAYS, index_of};
use crate::workspace::expect_workspace;

/// The hours of a week, a column a day.
#[component]
pub(super) fn HoursWeek(
    /// The spans.
    opening: Memo<Vec<Opening>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let day = move |index: usize| {
        let words = text(workspace.language().get());
        let spans = spans_of(&opening.read(), index, words);
        let is_shut = spans.is_empty();
        let spans = if is_shut {
            vec![words.shut.to_owned()]
        } else {
            spans
        };
        view! {
            <div class="opening__day" data-shut=is_shut.to_string()>
                <dt>{words.common.weekdays_short[index]}</dt>
                {spans.into_iter().map(|span| view! { <dd class="num">{span}</dd> }).collect_view()}
            </div>
        }
    };
    view! {
        <dl class="opening" aria-label=move || text(workspace.language().get()).hours>
            {move || (0..DAYS).map(day).collect_view()}
        </dl>
    }
}

/// "9:00–13:00", for each span of a day.
fn spans_of(opening: &[Opening], day: usize, words: &Text) -> Vec<String> {
    let clock = |time| words.common.clock(time);
    let of_day = opening.iter().filter(|span| index_of(span) == day);
    of_day
        .map(|span| format!("{}–{}", clock(span.from), clock(span.to)))
        .collect()
}

/// "lun 9:00–13:00, 14:00–19:00; mar …": the hours in a line.
pub(super) fn hours_in_words(opening: &[Opening], words: &Text) -> String {
    let day = |index: usize| {
        let spans = spans_of(opening, index, words);
        (!spans.is_empty()).then(|| format!("{} {}", words.common.weekdays_short[index], spans.join(", ")))
    };
    let days: Vec<String> = (0..DAYS).filter_map(day).collect();
    if days.is_empty() {
        words.shut.to_owned()
    } else {
        days.join("; ")
    }
}

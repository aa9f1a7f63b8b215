//! Hours of one tap.

use jiff::civil::DateTime;
use leptos::prelude::*;

use super::Quick;
use crate::text::text;
use crate::ui::Button;
use crate::workspace::expect_workspace;

/// Hours of one tap.
#[component]
pub fn QuickChoices(
    /// The hours.
    hours: Vec<Quick>,
    /// Called with the hour that is chosen.
    #[prop(into)]
    on_choose: Callback<DateTime>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let name = move |quick: Quick| {
        let words = text(language.get());
        match quick {
            Quick::InHours(1, at) => format!("{} ({})", words.in_one_hour, words.clock(at.time())),
            Quick::InHours(_, at) => format!("{} ({})", words.in_two_hours, words.clock(at.time())),
            Quick::At(at) => words.moment(at),
        }
    };
    let choice = move |quick: Quick| {
        view! {
            <Button on:click=move |_| on_choose.run(quick.hour())>
                <span class="num">{move || name(quick)}</span>
            </Button>
        }
    };
    view! { <div class="choices">{hours.into_iter().map(choice).collect_view()}</div> }
}

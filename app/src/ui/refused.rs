//! A page that is not for the role of who looks.

use leptos::prelude::*;

use super::NotAllowed;

/// The honest word that a page is not for this role, with the way to the agenda, which is for everybody.
#[component]
pub fn Refused(
    /// What is the case, what it means, and the name of the way to the agenda.
    #[prop(into)]
    words: Signal<[&'static str; 3]>,
) -> impl IntoView {
    view! {
        <NotAllowed
            title=Signal::derive(move || words.get()[0].to_owned())
            text=Signal::derive(move || words.get()[1].to_owned())
        >
            <a class="button button--main" href="/agenda">
                {move || words.get()[2]}
            </a>
        </NotAllowed>
    }
}

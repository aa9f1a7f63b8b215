//! One reason after the other in one call: what was said so far, and the end of the call with all of it.

use app_domain::calls::OutcomeOf;
use leptos::html;
use leptos::prelude::*;

use super::draft::Draft;
use super::earlier_attempts::said;
use super::record::end_call;
use super::text::text;
use crate::layout::on_key;
use crate::ui::{Button, ButtonLook, Glyph, Icon, IconButton, Kbd};
use crate::workspace::expect_workspace;

/// The key that begins to speak of each reason by itself.
const ONE_BY_ONE_KEY: &str = "8";

/// The key that ends the call with all that was said.
const END_KEY: &str = "9";

/// Begins to speak of each reason by itself. One outcome for all stays a tap away, until something was said of one.
#[component]
pub(super) fn OneByOne(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let is_offered = Memo::new(move |_| {
        draft.correcting.get().is_none()
            && draft.gathered.read().is_empty()
            && (draft.one_by_one.get() || !draft.listed().is_empty())
    });
    let toggle = move || {
        draft.panel.set(None);
        draft.toggle_one_by_one();
    };
    on_key(ONE_BY_ONE_KEY, move || {
        if is_offered.get_untracked() {
            toggle();
        }
    });
    view! {
        <Show when=move || is_offered.get()>
            <Button
                look=ButtonLook::Quiet
                attr:aria-pressed=move || draft.one_by_one.get().to_string()
                attr:aria-keyshortcuts=ONE_BY_ONE_KEY
                on:click=move |_| toggle()
            >
                {move || words().one_by_one}
                <span aria-hidden="true" class="call-outcomes__key"><Kbd>{ONE_BY_ONE_KEY}</Kbd></span>
            </Button>
        </Show>
    }
}

/// What the next outcome is about, what was said so far, each taken back with a tap, and the end of the call.
#[component]
pub(super) fn SaidSoFar(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let language = workspace.language();
    let words = move || &text(language.get()).card;
    let section = NodeRef::<html::Section>::new();
    let about = move || {
        let topic = crate::outbox::text::text(language.get()).topic;
        let topics: Vec<&str> = draft.topics().into_iter().map(topic).collect();
        (words().outcome_of)(&topics.join(", "))
    };
    let has_said = Memo::new(move |_| !draft.gathered.read().is_empty());
    let outcomes = Memo::new(move |_| draft.gathered.read().outcomes.clone());
    on_key(END_KEY, move || {
        if draft.correcting.get_untracked().is_none() {
            end_call(workspace, draft);
        }
    });
    let one = move |about: OutcomeOf| {
        let topic = about.topic;
        let sentence = Signal::derive(move || said(&about, language.get()));
        let label = Signal::derive(move || (words().take_back)(&sentence.get()));
        let take_back = move |_| {
            draft.gathered.update(|gathered| gathered.remove(topic));
            draft.take_next();
            // The button has gone: the keyboard goes on from here.
            if let Some(section) = section.get_untracked() {
                let _gone = section.focus();
            }
        };
        view! {
            <li class="call-said__one">
                <span>{sentence}</span>
                <IconButton glyph=Glyph::Cross label look=ButtonLook::Quiet on:click=take_back />
            </li>
        }
    };
    view! {
        <Show when=move || draft.one_by_one.get() && draft.correcting.get().is_none()>
            <section class="call-said" node_ref=section tabindex="-1" aria-label=move || words().said_so_far>
                <p class="call-said__about" role="status">{about}</p>
                <Show when=move || has_said.get()>
                    <ul class="call-said__list">
                        {move || outcomes.get().into_iter().map(one).collect_view()}
                    </ul>
                    <Button
                        look=ButtonLook::Main
                        attr:aria-keyshortcuts=END_KEY
                        on:click=move |_| end_call(workspace, draft)
                    >
                        <Icon glyph=Glyph::Check />
                        {move || (words().end_call)(outcomes.read().len())}
                        <span aria-hidden="true" class="call-outcomes__key"><Kbd>{END_KEY}</Kbd></span>
                    </Button>
                </Show>
            </section>
        </Show>
    }
}

//! The outcomes, one tap each, with their keys.

use app_domain::calls::{OutcomeKind, ReasonKind};
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::Panel;
use super::tap::Tap;
use super::text::text;
use crate::layout::on_key;
use crate::ui::{Button, ButtonLook, Glyph, Icon, Kbd};
use crate::workspace::expect_workspace;

/// The outcomes. "Confirms" is there only while a visit is to be confirmed; a "yes" to a question proposes the problem.
#[component]
pub(super) fn OutcomeButtons(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let has_confirm = Memo::new(move |_| {
        draft
            .status
            .read()
            .as_ref()
            .is_some_and(|status| status.listed(ReasonKind::Confirm).is_some())
    });
    let is_offered = move |tap: Tap| match tap {
        // A correction makes no visit and says nothing of one: that is done on the agenda.
        Tap::Book => draft.correcting.get().is_none(),
        Tap::Confirms => has_confirm.get() && draft.correcting.get().is_none(),
        Tap::NoAnswer => draft.may_say(OutcomeKind::NoAnswer),
        Tap::Busy => draft.may_say(OutcomeKind::Busy),
        _ => true,
    };
    for tap in Tap::ALL {
        on_key(tap.key(), move || {
            if untrack(|| is_offered(tap)) {
                tap.act(workspace, draft);
            }
        });
    }
    let has_yes = Memo::new(move |_| draft.has_yes());
    // Once something is gathered, ending the call is the next step.
    let main = move |tap: Tap| match tap {
        _ if !draft.gathered.read().is_empty() => false,
        Tap::Book => draft.chosen.read().is_some(),
        Tap::Confirms => draft.chosen.read().is_none() && !has_yes.get(),
        Tap::AllWell => draft.chosen.read().is_none() && !has_yes.get() && !has_confirm.get(),
        _ => false,
    };
    let name = move |tap: Tap| match draft.chosen.read().as_ref().filter(|_| tap == Tap::Book) {
        Some(chosen) => {
            let when = crate::text::text(workspace.language().get()).moment(chosen.place.start);
            let asks = chosen.beyond.as_ref().is_some_and(|beyond| beyond.asks);
            if asks {
                (words().ask_at)(&when)
            } else if chosen.wish.moving.is_some() {
                (words().move_to)(&when)
            } else {
                (words().book_at)(&when)
            }
        }
        None => tap.words(words()).to_owned(),
    };
    let button = move |tap: Tap| {
        let look = Signal::derive(move || {
            if main(tap) {
                ButtonLook::Main
            } else {
                ButtonLook::Plain
            }
        });
        view! {
            <Button look attr:aria-keyshortcuts=tap.key() on:click=move |_| tap.act(workspace, draft)>
                <Icon glyph=tap.glyph() />
                <span>{move || name(tap)}</span>
                <span aria-hidden="true" class="call-outcomes__key"><Kbd>{tap.key()}</Kbd></span>
            </Button>
        }
    };
    let offered = move || {
        Tap::ALL
            .into_iter()
            .filter(|tap| is_offered(*tap))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="call-outcomes" role="group" aria-label=move || words().outcomes>
            <Show when=move || has_yes.get()>
                <Button
                    look=ButtonLook::Risk
                    attr:class="button button--risk call-outcomes__problem"
                    on:click=move |_| draft.panel.set(Some(Panel::Problem))
                >
                    <Icon glyph=Glyph::Warning />
                    {move || words().problem}
                </Button>
            </Show>
            <For each=offered key=|tap| *tap children=button />
        </div>
    }
}

//! The outcomes, one tap each, with their keys.

use app_domain::calls::{Outcome, ReasonKind};
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::Panel;
use super::record::{record, record_booking, record_confirmation};
use super::text::{CardText, text};
use crate::layout::on_key;
use crate::ui::{Button, ButtonLook, Glyph, Icon, Kbd};
use crate::workspace::{Workspace, expect_workspace};

/// An outcome on the card. The key is its number, the same on every card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Tap {
    AllWell,
    Confirms,
    Book,
    CallBack,
    NoAnswer,
    Busy,
    Other,
}

impl Tap {
    const ALL: [Self; 7] = [
        Self::AllWell,
        Self::Confirms,
        Self::Book,
        Self::CallBack,
        Self::NoAnswer,
        Self::Busy,
        Self::Other,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::AllWell => "1",
            Self::Confirms => "2",
            Self::Book => "3",
            Self::CallBack => "4",
            Self::NoAnswer => "5",
            Self::Busy => "6",
            Self::Other => "7",
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::AllWell | Self::Confirms => Glyph::Check,
            Self::Book => Glyph::Agenda,
            Self::CallBack => Glyph::Clock,
            Self::NoAnswer => Glyph::Cross,
            Self::Busy => Glyph::Phone,
            Self::Other => Glyph::Plus,
        }
    }

    const fn words(self, words: &CardText) -> &'static str {
        match self {
            Self::AllWell => words.all_well,
            Self::Confirms => words.confirms,
            Self::Book => words.book,
            Self::CallBack => words.call_back,
            Self::NoAnswer => words.no_answer,
            Self::Busy => words.busy,
            Self::Other => words.other,
        }
    }

    fn act(self, workspace: Workspace, draft: Draft) {
        match self {
            Self::AllWell => record(workspace, draft, &Outcome::AllWell),
            Self::Confirms => record_confirmation(workspace, draft),
            Self::Book => match draft.chosen.get_untracked() {
                Some(chosen) => record_booking(workspace, draft, &chosen),
                None => draft.toggle_panel(Panel::Book),
            },
            Self::CallBack => draft.toggle_panel(Panel::CallBack),
            Self::NoAnswer => record(workspace, draft, &Outcome::NoAnswer),
            Self::Busy => record(workspace, draft, &Outcome::Busy),
            Self::Other => draft.toggle_panel(Panel::Other),
        }
    }
}

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
    let is_offered = move |tap: Tap| tap != Tap::Confirms || has_confirm.get();
    for tap in Tap::ALL {
        on_key(tap.key(), move || {
            if untrack(|| is_offered(tap)) {
                tap.act(workspace, draft);
            }
        });
    }
    let has_yes = Memo::new(move |_| draft.has_yes());
    let main = move |tap: Tap| match tap {
        Tap::Book => draft.chosen.read().is_some(),
        Tap::Confirms => draft.chosen.read().is_none() && !has_yes.get(),
        Tap::AllWell => draft.chosen.read().is_none() && !has_yes.get() && !has_confirm.get(),
        _ => false,
    };
    let name = move |tap: Tap| match draft.chosen.read().as_ref().filter(|_| tap == Tap::Book) {
        Some(chosen) => {
            let when = crate::text::text(workspace.language().get()).moment(chosen.place.start);
            (words().book_at)(&when)
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

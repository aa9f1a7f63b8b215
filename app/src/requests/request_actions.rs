//! What can be done with a request now: taking it in charge is one tap.

use app_domain::command::Command;
use app_domain::requests::Request;
use leptos::prelude::*;

use super::open_requests::takes_requests;
use super::text::text;
use crate::ui::{Button, ButtonLook};
use crate::workspace::expect_workspace;

/// What is open below a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opened {
    /// What was done or answered.
    Solve,
    /// To whom it goes.
    HandOver,
    /// Which hour is promised instead.
    OtherHour,
    /// Why it is opened again.
    Reopen,
}

/// The buttons of a request.
#[component]
pub(super) fn RequestActions(
    /// The request.
    request: Memo<Option<Request>>,
    /// Whether this person may solve it and promise another hour.
    may: Memo<bool>,
    /// What is open below it.
    opened: RwSignal<Option<Opened>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let takes = takes_requests(workspace);
    let owner = Memo::new(move |_| request.read().as_ref().and_then(Request::owner));
    let is_open = move || request.read().as_ref().is_some_and(Request::is_open);
    let me = move || workspace.actor().map(|actor| actor.member);
    let is_mine = move || owner.get().is_some() && owner.get() == me();
    let take = move |_| {
        let (Some(me), Some(request)) = (me(), request.get_untracked()) else {
            return;
        };
        workspace.act(Command::HandOverRequest {
            request: request.id,
            from: request.owner(),
            to: me,
            word: String::new(),
        });
    };
    let toggle = move |what: Opened| {
        opened.update(|opened| *opened = if *opened == Some(what) { None } else { Some(what) });
    };
    let look = move |main: bool| if main { ButtonLook::Main } else { ButtonLook::Plain };
    let opens = move |what: Opened, main: bool, name: fn(&super::text::Text) -> &'static str| {
        view! {
            <Button
                look=look(main)
                attr:aria-expanded=move || (opened.get() == Some(what)).to_string()
                on:click=move |_| toggle(what)
            >
                {move || name(words())}
            </Button>
        }
    };
    view! {
        <div class="request__actions">
            <Show when=move || is_open() && takes.get() && !is_mine()>
                <Button look=Signal::derive(move || look(owner.get().is_none())) on:click=take>
                    {move || words().take}
                </Button>
            </Show>
            <Show when=move || is_open() && may.get()>
                {opens(Opened::Solve, is_mine(), |words| words.solve)}
                {opens(Opened::HandOver, false, |words| words.hand_over)}
                {opens(Opened::OtherHour, false, |words| words.other_hour)}
            </Show>
            <Show when=move || !is_open() && may.get()>
                {opens(Opened::Reopen, false, |words| words.reopen)}
            </Show>
        </div>
    }
}

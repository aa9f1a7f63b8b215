//! The buttons of a chair.

use app_domain::practice::Chair;
use leptos::html;
use leptos::prelude::*;

use super::act::Act;
use super::chair_name::name_of;
use super::chair_row::Below;
use super::text::text;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// Before, after, change, hide or show.
#[component]
pub(super) fn ChairTools(
    /// The chair.
    chair: Memo<Option<Chair>>,
    /// Every chair, in order.
    chairs: Memo<Vec<Chair>>,
    /// What is open below it.
    below: RwSignal<Below>,
    /// Called to put it before or after its neighbour.
    on_step: Callback<(Chair, isize)>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let name = name_of(chair);
    let hidden = Memo::new(move |_| chair.read().as_ref().is_some_and(|chair| chair.hidden));
    let place = move || {
        let chair = chair.get()?;
        chairs.read().iter().position(|other| other.id == chair.id)
    };
    let is_first = Signal::derive(move || place() == Some(0));
    let is_last = Signal::derive(move || place().is_none_or(|place| place + 1 == chairs.read().len()));
    let step = move |by| {
        if let Some(chair) = chair.get_untracked() {
            on_step.run((chair, by));
        }
    };
    let show_or_hide = move |_| {
        let Some(was) = chair.get_untracked() else { return };
        let to_come = visits_to_come(workspace, &was);
        if !was.hidden && to_come > 0 {
            below.set(Below::Question(to_come));
            return;
        }
        let becomes = Chair {
            hidden: !was.hidden,
            ..was.clone()
        };
        let news: fn(&super::text::Text, &str) -> String = if becomes.hidden {
            |text, name| (text.chair_hidden)(name)
        } else {
            |text, name| (text.chair_shown)(name)
        };
        act.chair(was, becomes, news);
    };
    let hide_words = move || if hidden.get() { words().show } else { words().hide };
    view! {
        <div class="setup-chair__tools">
            <StepButton glyph=Glyph::Up label=Signal::derive(move || (words().earlier)(&name())) off=is_first on_step=move |()| step(-1) />
            <StepButton glyph=Glyph::Down label=Signal::derive(move || (words().later)(&name())) off=is_last on_step=move |()| step(1) />
            <Button
                attr:aria-label=move || (words().edit)(&name())
                attr:aria-expanded=move || (below.get() == Below::Form).to_string()
                on:click=move |_| below.set(Below::Form)
            >
                {move || words().common.edit}
            </Button>
            <Button look=ButtonLook::Quiet attr:aria-label=move || (words().of_chair)(hide_words(), &name()) on:click=show_or_hide>
                {hide_words}
            </Button>
        </div>
    }
}

/// How many visits are booked at a chair from now on.
fn visits_to_come(workspace: Workspace, chair: &Chair) -> usize {
    let now = workspace.now().get_untracked().civil;
    workspace.read(|rows| {
        let here = rows
            .appointments()
            .filter(|visit| visit.place.chair == chair.id && visit.takes_place() && visit.start() >= now);
        here.count()
    })
}

/// Puts a chair before or after its neighbour, and keeps the focus while the row moves.
#[component]
fn StepButton(
    glyph: Glyph,
    label: Signal<String>,
    off: Signal<bool>,
    #[prop(into)] on_step: Callback<()>,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let step = move |_| {
        if off.get_untracked() {
            return;
        }
        on_step.run(());
        request_animation_frame(move || {
            if let Some(button) = button.get_untracked() {
                // Fails only for what cannot have the focus: then it stays where it is.
                let _no_focus = button.focus();
            }
        });
    };
    // Not disabled: a button that is disabled loses the focus of who has come to the end.
    view! {
        <button
            node_ref=button
            type="button"
            class="button button--icon"
            aria-label=move || label.get()
            title=move || label.get()
            aria-disabled=move || off.get().to_string()
            on:click=step
        >
            <Icon glyph />
        </button>
    }
}

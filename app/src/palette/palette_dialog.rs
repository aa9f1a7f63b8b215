//! The palette: a field, and below it what is found.

use app_domain::policy::{may_record_calls, may_set_up, sees_absences, works_with_agenda};
use app_domain::role::Role;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::action::Action;
use super::choose::{shows_a_day, use_choose};
use super::entry::EntryKey;
use super::open_palette::OpenPalette;
use super::palette_foot::PaletteFoot;
use super::palette_list::PaletteList;
use super::palette_state::{End, PaletteState};
use super::text::text;
use crate::layout::sees_calls;
use crate::ui::{ButtonLook, Glyph, Icon, IconButton, modal};
use crate::workspace::expect_workspace;

/// The palette, while it is open.
#[component]
pub fn Palette() -> impl IntoView {
    let palette = OpenPalette::expect();
    palette.listen();
    on_cleanup(move || {
        palette.shut();
        palette.forget();
    });
    view! {
        <Show when=move || palette.is_open()>
            <PaletteDialog />
        </Show>
    }
}

/// A field that commands the list below it: the focus stays in the field.
#[component]
fn PaletteDialog() -> impl IntoView {
    let workspace = expect_workspace();
    let palette = OpenPalette::expect();
    let state = PaletteState::new(workspace, palette, actions());
    let choose = use_choose();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    let dialog = NodeRef::<html::Dialog>::new();
    modal(dialog);
    let selected = move || state.selected.get().map(EntryKey::in_page);
    let beside = move |event: &leptos::ev::MouseEvent| event.target() == event.current_target();
    view! {
        <dialog
            node_ref=dialog
            class="palette"
            aria-label=move || words().title
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                palette.shut();
            }
            on:mousedown=move |event| if beside(&event) { palette.shut() }
        >
            <div class="palette__head">
                <Icon glyph=Glyph::Search />
                <input
                    class="palette__input"
                    type="text"
                    role="combobox"
                    autofocus
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    maxlength="100"
                    aria-label=move || words().title
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=selected
                    placeholder=move || words().placeholder
                    on:input:target=move |event| state.type_in(&event.target().value())
                    on:keydown=move |event| on_key(&event, state, choose)
                />
                <IconButton
                    glyph=Glyph::Cross
                    label=Signal::derive(move || common().close.to_owned())
                    look=ButtonLook::Quiet
                    on:click=move |_| palette.shut()
                />
            </div>
            <PaletteList state choose />
            <PaletteFoot state />
        </dialog>
    }
}

/// What can be done by this person, on this page.
fn actions() -> Vec<Action> {
    let workspace = expect_workspace();
    let sees_calls = sees_calls(workspace).get_untracked();
    let on_a_day = use_location().pathname.with_untracked(|path| shows_a_day(path));
    let actor = workspace.actor();
    let role_may = |may: fn(Role) -> bool| actor.as_ref().is_some_and(|actor| may(actor.role));
    let is_there = |action: &Action| match action {
        Action::Calls => sees_calls,
        Action::Book => role_may(works_with_agenda),
        Action::Requests => role_may(may_record_calls),
        Action::Absences => role_may(sees_absences),
        Action::Setup => role_may(may_set_up),
        Action::Print | Action::ByChair | Action::ByClinician => on_a_day,
        _ => true,
    };
    Action::ALL.into_iter().filter(is_there).collect()
}

fn on_key(event: &leptos::ev::KeyboardEvent, state: PaletteState, choose: Callback<super::entry::Entry>) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    // Keys of somebody who writes a letter in several strokes are not for the list.
    if modified || event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => state.step(1),
        "ArrowUp" => state.step(-1),
        "Home" => state.select_end(End::First),
        "End" => state.select_end(End::Last),
        "Enter" => state
            .selected_entry()
            .into_iter()
            .for_each(|entry| choose.run(entry)),
        _ => return,
    }
    event.prevent_default();
}

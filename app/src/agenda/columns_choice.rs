//! Which chairs are columns of the day, and in which order: the person's own, in this browser.

use app_domain::practice::Chair;
use leptos::prelude::*;

use super::choices::{Choices, Towards};
use super::text::text;
use crate::ui::{Button, ButtonLook, Glyph, Icon, IconButton, Menu, MenuGroup};
use crate::workspace::expect_workspace;

/// The button, and the panel that drops down from it.
#[component]
pub fn ColumnsChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let chairs = choices.ordered(workspace);
    let words = move || &text(workspace.language().get()).columns;
    let title = Signal::derive(move || words().title.to_owned());
    let ids = move || chairs.read().iter().map(|chair| chair.id).collect::<Vec<_>>();
    let row = move |id| {
        let chair = Memo::new(move |_| chairs.read().iter().find(|chair| chair.id == id).cloned());
        view! { <ColumnRow chair chairs /> }
    };
    view! {
        <button
            type="button"
            class="button button--icon columns-choice"
            popovertarget="columns-menu"
            aria-label=title
            title=title
        >
            <Icon glyph=Glyph::Columns />
        </button>
        <Menu id="columns-menu" label=title>
            <MenuGroup title>
                <p class="field__hint">{move || words().hint}</p>
                <ul class="columns-list">
                    <For each=ids key=|id| *id children=row />
                </ul>
                <Button look=ButtonLook::Quiet on:click=move |_| choices.reset_columns()>
                    {move || words().reset}
                </Button>
            </MenuGroup>
        </Menu>
    }
}

/// A chair: whether it is shown, and one place to the left or to the right.
#[component]
fn ColumnRow(
    /// The chair.
    chair: Memo<Option<Chair>>,
    /// All of them, in the person's order.
    chairs: Memo<Vec<Chair>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let hidden = choices.hidden();
    let words = move || &text(workspace.language().get()).columns;
    let id = chair.with_untracked(|chair| chair.as_ref().map(|chair| chair.id))?;
    let name = move || chair.get().map(|chair| chair.name).unwrap_or_default();
    let is_shown = move || !hidden.read().contains(&id);
    let is_last_shown = move || {
        let hidden = hidden.read();
        is_shown()
            && chairs
                .read()
                .iter()
                .filter(|chair| !hidden.contains(&chair.id))
                .count()
                == 1
    };
    let is_at =
        move |end: fn(&[Chair]) -> Option<&Chair>| end(&chairs.read()).is_some_and(|chair| chair.id == id);
    let shift = move |towards| choices.shift(id, towards, &chairs.get_untracked());
    Some(view! {
        <li class="columns-list__row">
            <label class="columns-list__chair">
                <input
                    type="checkbox"
                    prop:checked=is_shown
                    disabled=is_last_shown
                    on:change=move |_| choices.turn(id)
                />
                <span>{name}</span>
            </label>
            <IconButton
                glyph=Glyph::Up
                look=ButtonLook::Quiet
                label=Signal::derive(move || (words().earlier)(&name()))
                attr:disabled=move || is_at(<[Chair]>::first)
                on:click=move |_| shift(Towards::First)
            />
            <IconButton
                glyph=Glyph::Down
                look=ButtonLook::Quiet
                label=Signal::derive(move || (words().later)(&name()))
                attr:disabled=move || is_at(<[Chair]>::last)
                on:click=move |_| shift(Towards::Last)
            />
        </li>
    })
}

//! Views that the person has kept: one tap shows one; they are made and forgotten in the panel of the filters.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::text::text;
use super::views::{LONGEST_NAME, Views};
use crate::ui::{Button, ButtonKind, ButtonLook, Chip, Field, Glyph, Icon, IconButton};
use crate::workspace::expect_workspace;

/// The views, each shown with one tap.
#[component]
pub(super) fn ViewChips(
    /// The views.
    views: Views,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.views;
    let names = Memo::new(move |_| views.names());
    let chip = move |name: String| {
        let (asked, chosen) = (name.clone(), name.clone());
        view! {
            <Chip
                pressed=Signal::derive(move || views.is_shown(&asked))
                on:click=move |_| views.show(&chosen)
                attr:class="chip call-view"
            >
                <Icon glyph=Glyph::Eye />
                {name}
            </Chip>
        }
    };
    view! {
        <Show when=move || !names.read().is_empty()>
            <div class="call-views" role="group" aria-label=move || words().title>
                <For each=move || names.get() key=Clone::clone children=chip />
            </div>
        </Show>
    }
}

/// Keeps what is shown under a name, and forgets what was kept.
#[component]
pub(super) fn ViewsPanel(
    /// The views.
    views: Views,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.views;
    let typed = RwSignal::new(String::new());
    let names = Memo::new(move |_| views.names());
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        views.keep(&typed.get_untracked());
        typed.set(String::new());
    };
    let label = Signal::derive(move || words().name.to_owned());
    let hint = Signal::derive(move || words().hint.to_owned());
    let one = move |name: String| {
        let (read, forgotten) = (name.clone(), name.clone());
        let forget = Signal::derive(move || (words().forget)(&read));
        view! {
            <li class="call-views__one">
                <span>{name}</span>
                <IconButton glyph=Glyph::Cross label=forget look=ButtonLook::Quiet on:click=move |_| views.forget(&forgotten) />
            </li>
        }
    };
    view! {
        <section class="call-views__panel" aria-label=move || words().title>
            <form class="call-views__form" on:submit=keep>
                <Field id="calls-view-name" label hint>
                    <input
                        id="calls-view-name"
                        class="input"
                        type="text"
                        autocomplete="off"
                        enterkeyhint="done"
                        maxlength=LONGEST_NAME.to_string()
                        prop:value=move || typed.get()
                        on:input:target=move |event| typed.set(event.target().value())
                    />
                </Field>
                <Button kind=ButtonKind::Submit>{move || words().keep}</Button>
            </form>
            <Show when=move || !names.read().is_empty()>
                <h3 class="menu__title">{move || words().title}</h3>
                <ul>
                    <For each=move || names.get() key=Clone::clone children=one />
                </ul>
            </Show>
        </section>
    }
}

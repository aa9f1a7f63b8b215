//! Views of the list, kept or shared: one tap shows one; they are made and given up in the panel of the filters.

use app_domain::calls::{LONGEST_VIEW_NAME, SharedView};
use app_domain::policy::{may_strike_view, shares_views};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::text::text;
use super::views::Views;
use crate::ui::{Button, ButtonKind, ButtonLook, Chip, Field, Glyph, Icon, IconButton};
use crate::workspace::expect_workspace;

/// The views, each shown with one tap: the person's own, then those of the practice.
#[component]
pub(super) fn ViewChips(
    /// The views.
    views: Views,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.views;
    let names = Memo::new(move |_| views.names());
    let shared = views.shared();
    let own = move |name: String| {
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
    let of_all = move |SharedView { id, name, .. }: SharedView| {
        view! {
            <Chip
                pressed=Signal::derive(move || views.is_shared_shown(id))
                on:click=move |_| views.show_shared(id)
                attr:class="chip call-view"
            >
                <Icon glyph=Glyph::People />
                {name}
            </Chip>
        }
    };
    view! {
        <Show when=move || !names.read().is_empty()>
            <div class="call-views" role="group" aria-label=move || words().title>
                <For each=move || names.get() key=Clone::clone children=own />
            </div>
        </Show>
        <Show when=move || !shared.read().is_empty()>
            <div class="call-views" role="group" aria-label=move || words().shared>
                <For each=move || shared.get() key=|view| view.id children=of_all />
            </div>
        </Show>
    }
}

/// Keeps what is shown under a name or offers it to everybody, and gives up what was kept or offered.
#[component]
pub(super) fn ViewsPanel(
    /// The views.
    views: Views,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.views;
    let typed = RwSignal::new(String::new());
    let for_all = RwSignal::new(false);
    let names = Memo::new(move |_| views.names());
    let shared = views.shared();
    let may_share = move || workspace.actor().is_some_and(|actor| shares_views(actor.role));
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked();
        if for_all.get_untracked() {
            views.share(&name);
        } else {
            views.keep(&name);
        }
        typed.set(String::new());
        for_all.set(false);
    };
    let label = Signal::derive(move || words().name.to_owned());
    let hint = Signal::derive(move || {
        let hint = if for_all.get() {
            words().hint_shared
        } else {
            words().hint
        };
        hint.to_owned()
    });
    let own = move |name: String| {
        let (read, forgotten) = (name.clone(), name.clone());
        let forget = Signal::derive(move || (words().forget)(&read));
        view! {
            <li class="call-views__one">
                <span>{name}</span>
                <IconButton glyph=Glyph::Cross label=forget look=ButtonLook::Quiet on:click=move |_| views.forget(&forgotten) />
            </li>
        }
    };
    let of_all = move |view: SharedView| {
        let (id, by) = (view.id, view.by);
        let read = view.name.clone();
        let strike = Signal::derive(move || (words().strike)(&read));
        let name = view.name.clone();
        let may_strike = move || {
            workspace
                .actor()
                .is_some_and(|actor| may_strike_view(&actor, &view))
        };
        view! {
            <li class="call-views__one">
                <span>{name} <small class="call-views__by">{move || (words().by)(&workspace.name_of(by))}</small></span>
                <Show when=may_strike>
                    <IconButton glyph=Glyph::Cross label=strike look=ButtonLook::Quiet on:click=move |_| views.strike(id) />
                </Show>
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
                        maxlength=LONGEST_VIEW_NAME.to_string()
                        prop:value=move || typed.get()
                        on:input:target=move |event| typed.set(event.target().value())
                    />
                </Field>
                <Button kind=ButtonKind::Submit>{move || words().keep}</Button>
                <Show when=may_share>
                    <label class="call-views__all">
                        <input
                            type="checkbox"
                            prop:checked=move || for_all.get()
                            on:change:target=move |event| for_all.set(event.target().checked())
                        />
                        <span>{move || words().for_all}</span>
                    </label>
                </Show>
            </form>
            <Show when=move || !names.read().is_empty()>
                <h3 class="menu__title">{move || words().title}</h3>
                <ul>
                    <For each=move || names.get() key=Clone::clone children=own />
                </ul>
            </Show>
            <Show when=move || !shared.read().is_empty()>
                <h3 class="menu__title">{move || words().shared}</h3>
                <ul>
                    <For each=move || shared.get() key=|view| view.id children=of_all />
                </ul>
            </Show>
        </section>
    }
}

//! One more chair.

use app_domain::id::ChairId;
use app_domain::practice::Chair;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::chair_draft::LONGEST_NAME;
use super::text::text;
use crate::ui::{Button, ButtonKind, ButtonLook, Field, Glyph, Icon};
use crate::workspace::expect_workspace;

/// A name, and the hours of the first chair to begin with.
#[component]
pub(super) fn NewChair(
    /// Every chair, in order.
    chairs: Memo<Vec<Chair>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::expect();
    let words = move || text(workspace.language().get());
    let (is_open, name) = (RwSignal::new(false), RwSignal::new(String::new()));
    let fits = move || (1..=LONGEST_NAME).contains(&name.read().trim().chars().count());
    let close = move || {
        name.set(String::new());
        is_open.set(false);
    };
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        if fits()
            && act.new_chair(chair(
                workspace.new_id(),
                &name.get_untracked(),
                &chairs.read_untracked(),
            )) == Acted::Done
        {
            close();
        }
    };
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || {
                view! {
                    <Button attr:class="button setup__add" on:click=move |_| is_open.set(true)>
                        <Icon glyph=Glyph::Plus />
                        {move || words().add_chair}
                    </Button>
                }
            }
        >
            <form class="new-chair" on:submit=add>
                <Field
                    id="new-chair-name"
                    label=Signal::derive(move || words().name.to_owned())
                    hint=Signal::derive(move || words().new_chair_note.to_owned())
                >
                    <input
                        id="new-chair-name"
                        class="input"
                        type="text"
                        maxlength="40"
                        autocomplete="off"
                        prop:value=move || name.get()
                        on:input:target=move |event| name.set(event.target().value())
                    />
                </Field>
                <div class="dialog__actions">
                    <Button on:click=move |_| close()>{move || words().common.cancel}</Button>
                    <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=move || !fits()>
                        {move || words().add}
                    </Button>
                </div>
            </form>
        </Show>
    }
}

/// A chair to the right of all others. No former software knows it: its code is its own.
fn chair(id: uuid::Uuid, name: &str, chairs: &[Chair]) -> Chair {
    let last = chairs.iter().map(|chair| chair.position).max();
    Chair {
        id: ChairId(id),
        code: id.simple().to_string(),
        name: name.trim().to_owned(),
        position: last.map_or(0, |last| last.saturating_add(1)),
        hidden: false,
        opening: chairs
            .first()
            .map(|chair| chair.opening.clone())
            .unwrap_or_default(),
    }
}

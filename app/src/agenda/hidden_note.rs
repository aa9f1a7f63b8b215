//! What the person does not see, because they have hidden its chair: told, so that nothing is lost in silence.

use leptos::prelude::*;

use super::choices::Choices;
use super::text::text;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// "1 poltrona nascosta con 3 visite", with a way to see them.
#[component]
pub fn HiddenNote(
    /// How many hidden chairs have visits, and how many visits.
    out_of_sight: Memo<(usize, usize)>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let words = move || &text(workspace.language().get()).columns;
    let told = move || {
        let (chairs, visits) = out_of_sight.get();
        (words().hidden_with)(chairs, visits)
    };
    view! {
        <div role="status">
            <Show when=move || out_of_sight.get().1 != 0>
                <p class="hidden-note">
                    <Icon glyph=Glyph::EyeOff />
                    <span>{told}</span>
                    <Button look=ButtonLook::Quiet on:click=move |_| choices.reset_columns()>
                        {move || words().show_all}
                    </Button>
                </p>
            </Show>
        </div>
    }
}

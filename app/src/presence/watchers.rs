//! Who else looks at the same thing.

use app_domain::id::MemberId;
use app_sync::presence::LookingAt;
use leptos::prelude::*;

use super::text::text;
use crate::ui::{Glyph, Icon};
use crate::workspace::expect_workspace;

/// "Sara guarda questo giorno". The line is there also while nobody looks: nothing moves when somebody comes or goes.
#[component]
pub fn Watchers(
    /// What is on the screen here.
    #[prop(into)]
    looking_at: Signal<LookingAt>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let present = workspace.present();
    let who = Memo::new(move |_| {
        let at = looking_at.get();
        let here = |member: MemberId| workspace.member(member).get().map(|member| member.name);
        let mut names: Vec<String> = present
            .read()
            .iter()
            .filter(|person| person.looking_at.contains(&at))
            .filter_map(|person| here(person.member))
            .collect();
        names.sort();
        names
    });
    let words = Memo::new(move |_| {
        let text = text(workspace.language().get());
        let say = match looking_at.get() {
            LookingAt::Day { .. } => text.day,
            LookingAt::Call { .. } => text.call,
        };
        let who = who.read();
        (!who.is_empty()).then(|| say(&who))
    });
    view! {
        <p class="watchers" role="status" title=words>
            <Show when=move || words.read().is_some()>
                <Icon glyph=Glyph::Eye />
                <span class="watchers__words">{words}</span>
            </Show>
        </p>
    }
}

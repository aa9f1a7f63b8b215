//! In which of their roles a person works.

use app_domain::role::Role;
use app_sync::client::Link;
use leptos::prelude::*;

use super::text::text;
use crate::ui::MenuGroup;
use crate::workspace::expect_workspace;

/// The person's roles. Changing it is a plain form post: the server decides, and the page loads anew in the other role.
#[component]
pub fn RoleChoice() -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let link = workspace.link();
    let words = move || text(workspace.language().get());
    let active = Memo::new(move |_| viewer.read().as_ref().map(|viewer| viewer.role));
    let roles = move || {
        viewer
            .read()
            .as_ref()
            .map(|viewer| viewer.member.roles.clone())
            .unwrap_or_default()
    };
    let offline = move || link.get() != Link::Live;
    let choice = move |role: Role| {
        let name = move || (crate::text::text(workspace.language().get()).role)(role);
        view! {
            <button
                class="button"
                class=("button--main", move || active.get() == Some(role))
                name="role"
                value=role.code()
                aria-pressed=move || (active.get() == Some(role)).to_string()
                disabled=move || offline() && active.get() != Some(role)
            >
                {name}
            </button>
        }
    };
    view! {
        <MenuGroup title=Signal::derive(move || words().role.to_owned())>
            <form method="post" action="/api/role" class="role-choice">
                <For each=roles key=|role| *role children=choice />
            </form>
            <Show when=move || offline() && (roles().len() > 1)>
                <p class="field__hint">{move || words().role_needs_network}</p>
            </Show>
        </MenuGroup>
    }
}

//! Who else is live, on every page.

use leptos::prelude::*;

use super::text::text;
use crate::ui::{Avatar, AvatarSize, MenuGroup};
use crate::workspace::{Workspace, expect_workspace};

/// Letters of so many people fit into the bar.
const SHOWN: usize = 3;

/// Names of the others who are live, in order.
fn names(workspace: Workspace) -> Memo<Vec<String>> {
    let present = workspace.present();
    Memo::new(move |_| {
        let name = |member| workspace.member(member).get().map(|member| member.name);
        let mut names: Vec<String> = present
            .read()
            .iter()
            .filter_map(|person| name(person.member))
            .collect();
        names.sort();
        names
    })
}

/// The letters of the others who are live, in a place that is theirs also while there is nobody: nothing moves when
/// somebody comes or goes.
#[component]
pub fn Colleagues() -> impl IntoView {
    let workspace = expect_workspace();
    let names = names(workspace);
    let words = move || text(workspace.language().get());
    let all = Memo::new(move |_| {
        let names = names.read();
        (!names.is_empty()).then(|| (words().live)(&names))
    });
    let more = move || names.read().len().checked_sub(SHOWN).filter(|more| *more > 0);
    view! {
        <div class="colleagues" title=all>
            <Show when=move || all.read().is_some()>
                <span class="aloud">{all}</span>
                <For
                    each=move || names.get().into_iter().take(SHOWN)
                    key=String::clone
                    children=|name| {
                        view! { <Avatar name=Signal::stored(name) size=AvatarSize::Small /> }
                    }
                />
                {move || {
                    more().map(|more| view! { <span class="colleagues__more num" aria-hidden="true">{format!("+{more}")}</span> })
                }}
            </Show>
        </div>
    }
}

/// The names of the others who are live, one below the other; where there is nobody, nothing.
#[component]
pub fn ColleagueNames() -> impl IntoView {
    let workspace = expect_workspace();
    let names = names(workspace);
    let words = move || text(workspace.language().get());
    view! {
        <Show when=move || !names.read().is_empty()>
            <MenuGroup title=Signal::derive(move || words().live_title.to_owned())>
                <ul class="colleagues__names">
                    <For
                        each=move || names.get()
                        key=String::clone
                        children=|name| {
                            let shown = Signal::stored(name.clone());
                            view! {
                                <li>
                                    <Avatar name=shown size=AvatarSize::Small />
                                    {name}
                                </li>
                            }
                        }
                    />
                </ul>
            </MenuGroup>
        </Show>
    }
}

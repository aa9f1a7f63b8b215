//! What concerns the person at work: role, language, look, the way out.

use app_domain::language::Language;
use leptos::prelude::*;

use super::device_choice::DeviceChoice;
use super::role_choice::RoleChoice;
use super::sign_out_choice::SignOutChoice;
use super::text::text;
use crate::port::Theme;
use crate::presence::ColleagueNames;
use crate::ui::{Avatar, Menu, MenuGroup, Segmented};
use crate::workspace::expect_workspace;

/// The person's letters; a tap drops the menu down.
#[component]
pub fn PersonMenu() -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    let words = move || text(workspace.language().get());
    let name = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .map(|who| who.member.name.clone())
            .unwrap_or_default()
    });
    let label = Signal::derive(move || (words().person)(&name.read()));
    let themes = Signal::derive(move || {
        let words = words();
        let names = [words.theme_auto, words.theme_light, words.theme_dark];
        [Theme::Auto, Theme::Light, Theme::Dark]
            .into_iter()
            .zip(names.map(str::to_owned))
            .collect::<Vec<_>>()
    });
    let languages = [
        (Language::Italian, "Italiano".to_owned()),
        (Language::English, "English".to_owned()),
    ]
    .to_vec();
    view! {
        <button
            type="button"
            class="bar__person"
            popovertarget="person-menu"
            aria-label=move || label.get()
            title=move || label.get()
        >
            <Avatar name />
        </button>
        <Menu id="person-menu" label>
            <p class="menu__person">{name}</p>
            <RoleChoice />
            <ColleagueNames />
            <MenuGroup title=Signal::derive(move || words().language.to_owned())>
                <Segmented
                    name="language"
                    label=Signal::derive(move || words().language.to_owned())
                    options=languages
                    chosen=workspace.language()
                    on_choose=move |language| workspace.language().set(language)
                />
            </MenuGroup>
            <MenuGroup title=Signal::derive(move || words().theme.to_owned())>
                <Segmented
                    name="theme"
                    label=Signal::derive(move || words().theme.to_owned())
                    options=themes
                    chosen=workspace.theme()
                    on_choose=move |theme| workspace.theme().set(theme)
                />
            </MenuGroup>
            <DeviceChoice />
            <SignOutChoice />
        </Menu>
    }
}

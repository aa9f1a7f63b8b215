//! The signed-in app.

use app_domain::language::Language;
use leptos::prelude::*;
use leptos_meta::{Html, provide_meta_context};
use leptos_router::components::Router;

use super::AfterPaint;
use super::shell::Shell;
use crate::port::Theme;
use crate::ui::Toasts;
use crate::workspace::expect_workspace;

/// The signed-in app; the workspace is in the context already.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    Toasts::provide();
    AfterPaint::provide();
    let workspace = expect_workspace();
    let lang = move || match workspace.language().get() {
        Language::Italian => "it",
        Language::English => "en",
    };
    let theme = move || match workspace.theme().get() {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    view! {
        <Html {..} lang=lang data-theme=theme />
        <Router>
            <Shell />
        </Router>
    }
}

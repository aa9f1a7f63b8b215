//! The grid that every page is a part of.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use super::calls_route::CallsRoute;
use super::first_load_state::FirstLoadState;
use super::home::Home;
use super::lost_page::LostPage;
use super::nav_bar::NavBar;
use super::page_banners::PageBanners;
use super::refusal_toasts::RefusalToasts;
use super::shortcuts::Shortcuts;
use super::text::text;
use crate::absence::AbsencePage;
use crate::agenda::AgendaPage;
use crate::outbox::OpenDrawer;
use crate::presence::Looks;
use crate::review::ReviewNews;
use crate::setup::SetupPage;
use crate::ui::ToastStack;
use crate::workspace::expect_workspace;

/// The grid that every page is a part of, and what lies above all pages.
#[component]
pub fn Shell() -> impl IntoView {
    let workspace = expect_workspace();
    let viewer = workspace.viewer();
    OpenDrawer::provide();
    let words = move || text(workspace.language().get());
    let common = move || crate::text::text(workspace.language().get());
    view! {
        <Show when=move || viewer.read().is_some() fallback=FirstLoadState>
            <a class="skip" href="#main" rel="external">
                {move || words().skip}
            </a>
            <div class="shell">
                <NavBar />
                <PageBanners />
                <Routes fallback=LostPage>
                    <Route path=path!("/") view=Home />
                    <Route path=path!("/agenda/:day?") view=AgendaPage />
                    <Route path=path!("/assenze/:day?") view=AbsencePage />
                    <Route path=path!("/impostazioni") view=SetupPage />
                    <Route path=path!("/chiamate/:patient?") view=CallsRoute />
                </Routes>
            </div>
            <Shortcuts />
            <Looks />
        </Show>
        <RefusalToasts />
        <ReviewNews />
        <ToastStack
            undo_label=Signal::derive(move || common().undo.to_owned())
            close_label=Signal::derive(move || common().close.to_owned())
        />
    }
}

//! The grid that every page is a part of.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use super::FrameWindows;
use super::calls_route::CallsRoute;
use super::first_load_state::FirstLoadState;
use super::home::Home;
use super::lost_page::LostPage;
use super::nav_bar::NavBar;
use super::page_banners::PageBanners;
use super::refusal_toasts::RefusalToasts;
use super::shortcuts::Shortcuts;
use super::sign_out_question::SignOutQuestion;
use super::text::text;
use crate::absence::AbsencePage;
use crate::agenda::{AgendaPage, Choices};
use crate::outbox::OpenDrawer;
use crate::palette::{OpenPalette, Palette};
use crate::presence::Looks;
use crate::questions::QuestionsPage;
use crate::requests::RequestsPage;
use crate::review::ReviewNews;
use crate::setup::SetupPage;
use crate::sheet::{Sheet, SheetRoute};
use crate::ui::ToastStack;
use crate::workspace::expect_workspace;

/// The grid that every page is a part of, and what lies above all pages.
#[component]
pub fn Shell() -> impl IntoView {
    let workspace = expect_workspace();
    let is_loaded = workspace.is_loaded();
    OpenDrawer::provide();
    FrameWindows::provide();
    OpenPalette::provide();
    let common = move || crate::text::text(workspace.language().get());
    view! {
        <Show when=move || is_loaded.get() fallback=FirstLoadState>
            <Frame />
        </Show>
        <RefusalToasts />
        <ReviewNews />
        <ToastStack
            undo_label=Signal::derive(move || common().undo.to_owned())
            close_label=Signal::derive(move || common().close.to_owned())
        />
    }
}

/// The page, what leads from one to another, and the windows that lie above all of them.
#[component]
fn Frame() -> impl IntoView {
    let workspace = expect_workspace();
    Choices::provide();
    let words = move || text(workspace.language().get());
    view! {
        <a class="skip" href="#main" rel="external">
            {move || words().skip}
        </a>
        <div class="shell">
            <NavBar />
            <PageBanners />
            <Routes fallback=LostPage>
                <Route path=path!("/") view=Home />
                <Route path=path!("/agenda/:view?/:day?") view=AgendaPage />
                <Route path=path!("/assenze/:day?") view=AbsencePage />
                <Route path=path!("/domande") view=QuestionsPage />
                <Route path=path!("/impostazioni") view=SetupPage />
                <Route path=path!("/richieste") view=RequestsPage />
                <Route path=path!("/chiamate/:patient?") view=CallsRoute />
                <Route path=path!("/pazienti/:patient") view=SheetRoute />
            </Routes>
        </div>
        <Shortcuts />
        <SignOutQuestion />
        <Sheet />
        <Palette />
        <Looks />
    }
}

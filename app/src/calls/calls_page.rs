//! The page of the calls: the list, and beside it or over it the card of one patient.

use app_domain::id::PatientId;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

use super::bar_tools::BarTools;
use super::call_card::CallCard;
use super::call_list::CallList;
use super::draft::Draft;
use super::filter::Filter;
use super::hold_claim::hold_claim;
use super::keep_notes::keep_notes;
use super::list_state::ListState;
use super::narrow::Narrow;
use super::text::text;
use crate::address::{RESUME, stopped_by};
use crate::layout::{TopBar, on_key};
use crate::ui::EmptyState;
use crate::workspace::expect_workspace;

/// The page of the calls. The address names the open card (`/chiamate/<patient>`) or the first filter (`?motivo=`,
/// `?riprendere=`).
#[component]
pub fn CallsPage() -> impl IntoView {
    let workspace = expect_workspace();
    let params = use_params_map();
    let open = Memo::new(move |_| {
        params
            .read()
            .get("patient")
            .and_then(|id| id.parse::<PatientId>().ok())
    });
    let query = use_query_map();
    let named = query.read_untracked().get("motivo");
    let resume = query.read_untracked().get(RESUME);
    let narrow = Narrow {
        stopped_by: resume.as_deref().and_then(stopped_by),
        ..Narrow::default()
    };
    let list = ListState::new(
        workspace,
        open,
        named.as_deref().map(Filter::named).unwrap_or_default(),
        narrow,
    );
    // One draft a card: it lives as long as the card is open.
    let draft = Memo::new_with_compare(
        move |_| open.get().map(|patient| Draft::new(workspace, patient)),
        |a, b| {
            a.map(|draft| draft.map(|draft| draft.patient)) != b.map(|draft| draft.map(|draft| draft.patient))
        },
    );
    let words = move || text(workspace.language().get());
    let title = Signal::derive(move || words().list.title.to_owned());
    let short_title = Signal::derive(move || match (open.get(), list.position()) {
        (Some(_), Some((place, all))) => (words().card.position)(place, all),
        _ => words().list.title.to_owned(),
    });
    let navigate = use_navigate();
    on_key("j", move || list.step(1));
    on_key("k", move || list.step(-1));
    let pick = Signal::derive(move || words().list.pick.to_owned());
    let pick_note = Signal::derive(move || words().list.pick_note.to_owned());
    let go = Callback::new(move |patient: PatientId| {
        navigate(&format!("/chiamate/{patient}"), NavigateOptions::default());
    });
    view! {
        <TopBar title short_title>
            <BarTools list draft />
        </TopBar>
        <main
            id="main"
            class="calls"
            tabindex="-1"
            data-shows=move || if open.get().is_some() { "card" } else { "list" }
        >
            <CallList list />
            <div class="calls__card">
                {move || match draft.get() {
                    Some(draft) => {
                        hold_claim(workspace, draft);
                        keep_notes(workspace, draft);
                        view! { <CallCard draft list on_next=go /> }.into_any()
                    }
                    None => view! { <EmptyState title=pick text=pick_note /> }.into_any(),
                }}
            </div>
        </main>
    }
}

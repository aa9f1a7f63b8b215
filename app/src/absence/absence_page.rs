//! The page of absences and closures.

use app_domain::policy::sees_absences;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::absence_form::AbsenceForm;
use super::known_list::KnownList;
use super::text::text;
use super::who::{Who, whom};
use crate::layout::TopBar;
use crate::ui::Refused;
use crate::workspace::expect_workspace;

/// Who is away, and when the practice is closed; said by whoever may, looked at by everybody who works with the agenda. The
/// address may name the first day: `/assenze/2026-11-25`.
#[component]
pub fn AbsencePage() -> impl IntoView {
    let workspace = expect_workspace();
    let whom = whom(workspace);
    let words = move || text(workspace.language().get());
    let params = use_params_map();
    let day = move || {
        let today = workspace.now().get_untracked().today();
        let named = params.read().get("day").and_then(|day| day.parse::<Date>().ok());
        named.filter(|day| *day >= today).unwrap_or(today)
    };
    let named = use_query_map().read_untracked().get("chi");
    let first = (named.as_deref() == Some("studio")).then_some(Who::Practice);
    let first = first.filter(|who| whom.read_untracked().contains(who));
    let viewer = workspace.viewer();
    let may = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| sees_absences(viewer.role))
    });
    let says = Memo::new(move |_| !whom.read().is_empty());
    let refused = Signal::derive(move || {
        let words = words();
        [words.refused, words.refused_text, words.to_agenda]
    });
    view! {
        <TopBar
            title=Signal::derive(move || words().title.to_owned())
            short_title=Signal::derive(move || words().short_title.to_owned())
        />
        <main id="main" class="page" tabindex="-1">
            <Show when=move || may.get() fallback=move || view! { <Refused words=refused /> }>
                <div class="absence">
                    <Show when=move || says.get()>
                        {move || view! { <AbsenceForm whom day=day() first /> }}
                    </Show>
                    <KnownList whom />
                </div>
            </Show>
        </main>
    }
}

//! When a patient is due for a recall, and the way to set it by hand.

use app_domain::calls::{DueFrom, RecallStanding, RecallType};
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::rows::Key;
use leptos::prelude::*;

use super::recall_form::RecallForm;
use super::sheet_recalls::Editing;
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// The due date, where it comes from, what holds it, and who set it; nothing where the digest is not seen.
#[component]
pub(super) fn SheetRecall(
    /// Whose.
    patient: PatientId,
    /// Which; `None` = hygiene.
    check: Option<RecallType>,
    /// The recall whose form is open.
    editing: Editing,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).recall;
    let standing = workspace.recall_of(patient, check);
    let may = workspace.may_set_recall(patient);
    let open = move |_| editing.set(standing.get_untracked().map(|seen| (check, seen)));
    let title = move || match check {
        None => words().title,
        Some(check) => (crate::text::text(workspace.language().get()).check)(check),
    };
    let lines = move || {
        let language = workspace.language().get();
        standing
            .get()
            .map(|standing| in_words(workspace, check, &standing, language))
            .unwrap_or_default()
    };
    let shown = move || {
        view! {
            <ul class="sheet__list">
                {lines().into_iter().map(|line| view! { <li class="sheet__line">{line}</li> }).collect_view()}
            </ul>
            <div class="sheet__tools">
                <Show when=move || may.get()>
                    <Button look=ButtonLook::Quiet on:click=open>
                        {move || words().edit}
                    </Button>
                </Show>
                <RowStanding key=Key::recall(patient, check) />
            </div>
        }
    };
    view! {
        <Show when=move || standing.read().is_some()>
            <section class="sheet__part" aria-label=title>
                <h3 class="sheet__heading">{title}</h3>
                {move || match editing.get() {
                    Some((edited, seen)) if edited == check => {
                        view! { <RecallForm patient check seen on_close=move |()| editing.set(None) /> }.into_any()
                    }
                    _ => shown().into_any(),
                }}
            </section>
        </Show>
    }
}

/// How a recall stands, a line for each thing that there is to say.
fn in_words(
    workspace: Workspace,
    check: Option<RecallType>,
    standing: &RecallStanding,
    language: Language,
) -> Vec<String> {
    let (words, common) = (&text(language).recall, crate::text::text(language));
    let rule = &standing.rule;
    let due = match (standing.due, standing.last_done) {
        (None, _) => words.own(check).none.to_owned(),
        (Some(_), _) if rule.interval_months == 0 => words.off.to_owned(),
        (Some((day, DueFrom::Interval)), Some(last)) => {
            let since = (words.since)(rule.interval_months, &common.date(last));
            format!("{} · {since}", (words.due)(&common.date(day)))
        }
        (Some((day, _)), _) => format!("{} · {}", (words.due)(&common.date(day)), words.by_hand),
    };
    let paused = rule.disabled_until.map(|day| (words.paused)(&common.date(day)));
    let set = standing.set.map(|set| {
        let day = common.date(set.at.civil().date());
        (words.set_by)(&workspace.name_of(set.by), &day)
    });
    [Some(due), paused, set].into_iter().flatten().collect()
}

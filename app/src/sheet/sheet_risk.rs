//! Episodes of clinical risk, for dentists: what is open, what was closed by hand and why, and both by hand.

use app_domain::care::Episode;
use app_domain::id::{EpisodeId, PatientId};
use app_domain::risk_marks::{RiskMark, RiskStanding};
use app_domain::rows::Key;
use leptos::prelude::*;

use super::risk_form::{CloseRiskForm, OpenRiskForm};
use super::text::text;
use crate::outbox::RowStanding;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// The form that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OpenForm {
    None,
    Opens,
    Closes(EpisodeId),
}

/// The episodes of a patient, the open ones first.
#[component]
pub(super) fn SheetRisk(
    /// Whose.
    patient: PatientId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).risk;
    let open = workspace.open_episodes(patient);
    let marks = workspace.risk_marks(patient);
    let form = RwSignal::new(OpenForm::None);
    let shut = move |()| form.set(OpenForm::None);
    let line = move |episode: Episode| {
        let id = episode.id;
        let name = named(workspace, &episode);
        let said = id.and_then(|id| reason_of(marks, id, RiskStanding::Open));
        let closes = move |id: EpisodeId| {
            let which = name.clone();
            move || match form.get() {
                OpenForm::Closes(open) if open == id => {
                    view! { <CloseRiskForm patient episode=id on_close=shut /> }.into_any()
                }
                _ => {
                    let label = (words().close_which)(&which);
                    view! {
                        <Button
                            look=ButtonLook::Quiet
                            attr:aria-label=label
                            on:click=move |_| form.set(OpenForm::Closes(id))
                        >
                            {move || words().close}
                        </Button>
                    }
                    .into_any()
                }
            }
        };
        view! {
            <li class="sheet__line">
                {in_words(workspace, &episode, said.is_some())}
                {said.map(|why| view! { <small class="sheet__why">{why}</small> })}
                {id.map(closes)}
            </li>
        }
    };
    let closed = move || {
        let marks = marks.get();
        let all = marks.into_iter().flat_map(|marks| marks.marks);
        all.filter_map(|mark| closed_in_words(workspace, &mark))
            .map(|(line, why)| {
                view! {
                    <li class="sheet__line sheet__line--held">
                        {line}
                        <small>{why}</small>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="sheet__part" aria-labelledby="sheet-risk">
            <h3 id="sheet-risk" class="sheet__heading">{move || words().title}</h3>
            <Show when=move || open.read().is_empty()>
                <p class="sheet__none">{move || words().none}</p>
            </Show>
            <ul class="sheet__list">
                {move || open.get().into_iter().map(line).collect_view()}
                {closed}
            </ul>
            {move || match form.get() {
                OpenForm::Opens => view! { <OpenRiskForm patient on_close=shut /> }.into_any(),
                _ => {
                    view! {
                        <div class="sheet__tools">
                            <Button look=ButtonLook::Quiet on:click=move |_| form.set(OpenForm::Opens)>
                                {move || words().open}
                            </Button>
                            <RowStanding key=Key::RiskMarks(patient) />
                        </div>
                    }
                    .into_any()
                }
            }}
        </section>
    }
}

/// "provvisorio esteso 16".
fn named(workspace: Workspace, episode: &Episode) -> String {
    let category = (crate::text::text(workspace.language().get()).risk)(episode.category);
    let parts = [category, episode.tooth.as_str()];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// "provvisorio esteso 16 · dal 1 ott 2026 · segnato a mano".
fn in_words(workspace: Workspace, episode: &Episode, by_hand: bool) -> String {
    let language = workspace.language().get();
    let (words, common) = (&text(language).risk, crate::text::text(language));
    let since = (words.since)(&common.date(episode.opened));
    let by_hand = by_hand.then(|| words.by_hand.to_owned());
    let parts = [Some(named(workspace, episode)), Some(since), by_hand];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why the last word of this kind was said of an episode.
fn reason_of(
    marks: Memo<Option<app_domain::risk_marks::RiskMarks>>,
    episode: EpisodeId,
    stands: RiskStanding,
) -> Option<String> {
    let marks = marks.read();
    let said = &marks.as_ref()?.of(episode)?.said;
    let last = said.iter().rev().find(|said| said.stands == stands)?;
    Some(last.reason.clone())
}

/// What was closed by hand, by whom and when, and why; `None` for what is open.
fn closed_in_words(workspace: Workspace, mark: &RiskMark) -> Option<(String, String)> {
    let language = workspace.language().get();
    let (words, common) = (&text(language).risk, crate::text::text(language));
    let last = mark
        .said
        .last()
        .filter(|said| said.stands == RiskStanding::Closed)?;
    let day = common.date(last.at.civil().date());
    let closed = (words.closed)(&workspace.name_of(last.by), &day);
    let what = mark.by_hand.as_ref().map(|episode| named(workspace, episode));
    let parts = [what, Some(closed)];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Some((line, last.reason.clone()))
}

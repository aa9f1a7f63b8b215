//! One reason on the card: what it is, since when, what to ask, which places are free.

use app_domain::calls::{Attempt, Outcome, Reason, ReasonDetail, ReasonKind, Topic, script, why};
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::policy::sees_payments;
use app_domain::time::Now;
use jiff::civil::Date;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::Panel;
use super::place_strip::PlaceStrip;
use super::row_status::tone;
use super::script_questions::{Folding, ScriptQuestions};
use super::text::text;
use super::wish::Wish;
use crate::outbox::outcome_words::outcome_words;
use crate::sheet::sheet_path;
use crate::ui::{Button, ButtonLook, Glyph, Icon};
use crate::workspace::expect_workspace;

/// One reason on the card. A tap on its heading says whether the outcome is about it.
#[component]
pub(super) fn ReasonBlock(
    /// The open card.
    draft: Draft,
    /// Which reason.
    kind: ReasonKind,
    /// Whether its questions are in sight.
    folding: Folding,
    /// The visit that is proposed here.
    wish: Option<Wish>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let reason = Memo::new(move |_| {
        draft
            .status
            .read()
            .as_ref()
            .and_then(|status| status.listed(kind).cloned())
    });
    let attempts = workspace.attempts_of(draft.patient);
    let title = Memo::new(move |_| {
        let (now, language) = (workspace.now().get(), workspace.language().get());
        reason
            .read()
            .as_ref()
            .map(|reason| why::reason_title(reason, now, language))
            .unwrap_or_default()
    });
    let line = Memo::new(move |_| {
        let (now, language) = (workspace.now().get(), workspace.language().get());
        reason
            .read()
            .as_ref()
            .map(|reason| {
                let asks = folding == Folding::Open && !script::questions(reason, language).is_empty();
                let history = history(reason, &attempts.read(), now, language);
                if asks {
                    format!("{history} {}", text(language).card.ask)
                } else {
                    history
                }
            })
            .unwrap_or_default()
    });
    let only_since = Memo::new(move |_| {
        let asks =
            folding == Folding::Open && matches!(kind, ReasonKind::ClinicalRisk | ReasonKind::HygieneRecall);
        !asks && last_contact(kind, &attempts.read()).is_none()
    });
    let said = Memo::new(move |_| {
        let gathered = draft.gathered.read();
        let outcome = gathered.about(Topic::Reason(kind))?;
        let outcome = outcome_words(outcome, workspace.language().get());
        Some((words().said)(&outcome))
    });
    let is_said = move || said.read().is_some();
    let is_chosen = Memo::new(move |_| !is_said() && !draft.left_out.read().contains(&kind));
    view! {
        <section class=format!("call-reason {}", tone(kind).class()) aria-label=title data-left-out=move || (!is_chosen.get()).to_string()>
            <button
                type="button"
                class="call-reason__head"
                role="checkbox"
                aria-checked=move || is_chosen.get().to_string()
                aria-label=move || (words().include)(&title.get())
                disabled=is_said
                on:click=move |_| draft.toggle(kind)
            >
                <span class="call-reason__box" aria-hidden="true"><Icon glyph=Glyph::Check /></span>
                <span class="call-reason__title">{title}</span>
            </button>
            <p class="call-reason__line" data-only-since=move || only_since.get().to_string()>{line}</p>
            <Show when=is_said>
                <p class="call-reason__said"><Icon glyph=Glyph::Check />{said}</p>
            </Show>
            <ReasonFollow draft reason />
            <ScriptQuestions draft kind reason folding />
            <Show when=move || draft.takes_outcomes()>
                {wish.clone().map(|wish| view! { <PlaceStrip draft wish /> })}
            </Show>
        </section>
    }
}

/// What goes with a reason: the words of the clinician who answered, who keeps the promise, the way to the recall or to the
/// rows behind an amount.
#[component]
fn ReasonFollow(draft: Draft, reason: Memo<Option<Reason>>) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let name = move |id| workspace.name_of(id);
    let viewer = workspace.viewer();
    let sees_books = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| sees_payments(viewer.role))
    });
    move || {
        let reason = reason.get()?;
        Some(match reason.detail {
            ReasonDetail::Answered(answered) => {
                let say = answered.answer.words;
                let said = (!say.is_empty()).then(|| (words().say)(&say));
                view! { <p class="call-reason__say">{said}</p> }.into_any()
            }
            ReasonDetail::Promise(promise) => {
                let kept = promise
                    .owner
                    .map(|owner| (words().kept_by)(&name(owner), promise.hand_offs));
                view! {
                    <p class="call-reason__kept">
                        {kept}
                        " "
                        <Show when=move || draft.takes_outcomes()>
                            <Button look=ButtonLook::Quiet on:click=move |_| draft.toggle_panel(Panel::HandOver)>
                                {move || words().hand_over}
                            </Button>
                        </Show>
                    </p>
                }
                .into_any()
            }
            ReasonDetail::HygieneRecall(_) => {
                view! { <SheetLink patient=draft.patient words=move || words().recall /> }.into_any()
            }
            ReasonDetail::Balance(_) | ReasonDetail::Instalment(_) | ReasonDetail::SuspendedCycle(_)
                if sees_books.get() =>
            {
                view! { <SheetLink patient=draft.patient words=move || words().books /> }.into_any()
            }
            _ => return None,
        })
    }
}

/// The way to the sheet, above the card.
#[component]
fn SheetLink(patient: PatientId, words: impl Fn() -> &'static str + Send + 'static) -> impl IntoView {
    view! {
        <a class="call-reason__sheet" href=sheet_path(&format!("/chiamate/{patient}"), patient)>
            {words}
        </a>
    }
}

/// "Ultimo contatto 34 giorni fa: «tutto bene»." or since when the reason is on the list.
fn history(reason: &Reason, attempts: &[Attempt], now: Now, language: Language) -> String {
    let (words, common) = (&text(language).card, crate::text::text(language));
    match last_contact(reason.kind(), attempts) {
        // The title of a risk tells the day of the last contact.
        Some((_, outcome)) if reason.kind() == ReasonKind::ClinicalRisk => {
            (words.last_outcome)(&outcome_words(&outcome, language))
        }
        Some((day, outcome)) => {
            let days = i64::from((now.today() - day).get_days());
            (words.last_contact)(&(words.days_ago)(days), &outcome_words(&outcome, language))
        }
        None => (words.since)(&common.date(reason.since)),
    }
}

/// The last conversation about a reason; `attempts` are newest first.
fn last_contact(kind: ReasonKind, attempts: &[Attempt]) -> Option<(Date, Outcome)> {
    attempts.iter().find_map(|attempt| {
        let mut outcomes = attempt.outcomes.iter();
        let about =
            outcomes.find(|about| about.topic == Topic::Reason(kind) && !about.outcome.reached_nobody())?;
        Some((attempt.at.civil().date(), about.outcome.clone()))
    })
}

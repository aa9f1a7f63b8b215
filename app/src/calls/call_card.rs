//! The card of one patient: how to reach them, why, what to ask, free places, outcomes, next.

use app_domain::id::PatientId;
use app_domain::policy::may_record_calls;
use app_sync::presence::LookingAt;
use leptos::prelude::*;

use super::answers_panel::AnswersPanel;
use super::book_panel::BookPanel;
use super::call_back_panel::CallBackPanel;
use super::claim_notice::ClaimNotice;
use super::correcting_notice::CorrectingNotice;
use super::delay_panel::DelayPanel;
use super::double_notice::DoubleNotice;
use super::draft::Draft;
use super::earlier_attempts::EarlierAttempts;
use super::family_calls::FamilyCalls;
use super::family_word::FamilyWord;
use super::hand_over_panel::HandOverPanel;
use super::held_reasons::HeldReasons;
use super::hours_notice::HoursNotice;
use super::keep_notes::ResumedNotice;
use super::list_state::ListState;
use super::next_call::next_call;
use super::oppose_panel::OpposePanel;
use super::other_panel::OtherPanel;
use super::outcome_buttons::OutcomeButtons;
use super::panel::Panel;
use super::problem_panel::ProblemPanel;
use super::reasons::Reasons;
use super::said_so_far::{OneByOne, SaidSoFar};
use super::settle_panel::SettlePanel;
use super::text::text;
use super::until_panels::{LaterPanel, PayPanel};
use super::ways::Ways;
use crate::layout::on_key;
use crate::patient::{PatientHeader, PatientRequests};
use crate::presence::Watchers;
use crate::ui::{Button, ButtonLook, ButtonSize, EmptyState, Glyph, Icon, Toast, Tone};
use crate::workspace::expect_workspace;

/// The card of one patient.
#[component]
pub(super) fn CallCard(
    /// What is said and chosen on it.
    draft: Draft,
    /// The list that it was opened from.
    list: ListState,
    /// Opens another card.
    on_next: Callback<PatientId>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).card;
    let row = workspace.patient(draft.patient);
    let viewer = workspace.viewer();
    let may_record = Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|viewer| may_record_calls(viewer.role))
    });
    let name = move || row.read().as_ref().map(|row| row.full_name()).unwrap_or_default();
    let gone = Signal::derive(move || words().gone.to_owned());
    let gone_note = Signal::derive(move || words().gone_note.to_owned());
    let next = move || match next_call(workspace, list) {
        Some(patient) => on_next.run(patient),
        None => {
            let text = untrack(words).last.to_owned();
            draft.toasts.show(Toast {
                text,
                tone: Tone::Plain,
                undo: None,
            });
        }
    };
    on_key("n", next);
    let takes_outcomes = Memo::new(move |_| may_record.get() && draft.takes_outcomes());
    // Who has said how it went goes on; who has not may pass over the call, but it is not what is expected of them.
    let look_of_next = Signal::derive(move || {
        if takes_outcomes.get() {
            ButtonLook::Plain
        } else {
            ButtonLook::Main
        }
    });
    let panel = move || match draft.panel.get() {
        Some(Panel::Book) => view! { <BookPanel draft /> }.into_any(),
        Some(Panel::CallBack) => view! { <CallBackPanel draft /> }.into_any(),
        Some(Panel::Problem) => view! { <ProblemPanel draft /> }.into_any(),
        Some(Panel::Other) => view! { <OtherPanel draft /> }.into_any(),
        Some(Panel::Answers) => view! { <AnswersPanel draft /> }.into_any(),
        Some(Panel::Later) => view! { <LaterPanel draft /> }.into_any(),
        Some(Panel::Delay) => view! { <DelayPanel draft /> }.into_any(),
        Some(Panel::Pay) => view! { <PayPanel draft /> }.into_any(),
        Some(Panel::Oppose) => view! { <OpposePanel draft /> }.into_any(),
        Some(Panel::HandOver) => view! { <HandOverPanel draft /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <Show
            when=move || row.read().is_some()
            fallback=move || view! { <EmptyState title=gone text=gone_note /> }
        >
            <article class="call-card" aria-label=move || (words().label)(&name())>
                <PatientHeader patient=draft.patient />
                <Watchers looking_at=Signal::stored(LookingAt::Call { patient: draft.patient }) />
                <Ways draft />
                <FamilyWord patient=draft.patient />
                <Show when=move || may_record.get()>
                    <HoursNotice />
                </Show>
                <Show
                    when=move || may_record.get()
                    fallback=move || view! { <p class="call-card__note">{move || words().read_only}</p> }
                >
                    <ClaimNotice draft />
                </Show>
                <PatientRequests patient=draft.patient />
                <DoubleNotice patient=draft.patient />
                <CorrectingNotice draft />
                <ResumedNotice draft />
                <SettlePanel draft />
                <Reasons draft />
                <HeldReasons draft />
                <FamilyCalls patient=draft.patient />
                <Show when=move || takes_outcomes.get()>{panel}</Show>
                <EarlierAttempts draft />
            </article>
            <footer class="call-foot">
                <Show when=move || takes_outcomes.get()>
                    <SaidSoFar draft />
                    <OutcomeButtons draft />
                </Show>
                <div class="call-foot__line">
                    <Show when=move || takes_outcomes.get()>
                        <OneByOne draft />
                    </Show>
                    <Button look=look_of_next size=ButtonSize::Big on:click=move |_| next()>
                        {move || words().next}
                        <Icon glyph=Glyph::Forward />
                    </Button>
                </div>
            </footer>
        </Show>
    }
}

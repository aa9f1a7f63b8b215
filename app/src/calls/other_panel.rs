//! The rarer outcomes.

use app_domain::calls::{Outcome, OutcomeKind, ReasonKind, Topic};
use app_domain::policy::may_record_answers;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::{Panel, PanelFrame};
use super::record::{record, record_wish_to_move};
use super::text::text;
use crate::outbox::outcome_words::outcome_name;
use crate::ui::{Button, ButtonLook};
use crate::workspace::{Workspace, expect_workspace};

/// The outcomes of this panel, the likelier first: a digit is the key of each.
const RARER: [OutcomeKind; 15] = [
    OutcomeKind::Problem,
    OutcomeKind::Voicemail,
    OutcomeKind::Family,
    OutcomeKind::WrongNumber,
    OutcomeKind::AsksToMove,
    OutcomeKind::Later,
    OutcomeKind::AnswersPlan,
    OutcomeKind::Thinking,
    OutcomeKind::PromisesToPay,
    OutcomeKind::AsksToSpread,
    OutcomeKind::Disputes,
    OutcomeKind::DeclinesToGoOn,
    OutcomeKind::DoNotContact,
    OutcomeKind::MovedAway,
    OutcomeKind::Deceased,
];

/// The rarer outcomes that fit what the call is about, one tap each; some are completed in a panel of their own.
#[component]
pub(super) fn OtherPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let care = workspace.care(draft.patient);
    let offered = Memo::new(move |_| {
        let topics = topics(workspace, draft);
        let has_steps = care.read().as_ref().is_some_and(|care| !care.plans.is_empty());
        let fits = |kind: &OutcomeKind| {
            // A correction says nothing of a visit: that is done on the agenda.
            let is_of_a_visit = *kind == OutcomeKind::AsksToMove && draft.correcting.get().is_some();
            !is_of_a_visit
                && draft.may_say(*kind)
                && topics.iter().any(|topic| kind.fits(*topic))
                && (*kind != OutcomeKind::AnswersPlan || has_steps)
        };
        RARER.into_iter().filter(fits).collect::<Vec<_>>()
    });
    let choice = move |kind: OutcomeKind| {
        let look = if kind == OutcomeKind::Problem {
            ButtonLook::Risk
        } else {
            ButtonLook::Plain
        };
        view! {
            <Button look on:click=move |_| choose(workspace, draft, kind)>
                {move || outcome_name(kind, workspace.language().get())}
            </Button>
        }
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().panel.other.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <div class="call-panel__choices">
                <For each=move || offered.get() key=|kind| *kind children=choice />
            </div>
            <p class="call-card__note">{move || words().card.discretion}</p>
        </PanelFrame>
    }
}

/// What the outcome would be about: the chosen reasons, or those of the call that is being corrected.
fn topics(workspace: Workspace, draft: Draft) -> Vec<Topic> {
    if let Some(id) = draft.correcting.get() {
        let attempts = workspace.attempts_of(draft.patient);
        let attempts = attempts.read();
        let corrected = attempts.iter().find(|attempt| attempt.id == id);
        return corrected.map_or_else(Vec::new, |attempt| {
            let left = draft.not_corrected.read();
            let topics = attempt.outcomes.iter().map(|about| about.topic);
            topics.filter(|topic| !left.contains(topic)).collect()
        });
    }
    draft.topics()
}

/// Who may not write down what a patient answers to a plan promises the call of who may.
fn choose_answers(workspace: Workspace, draft: Draft) {
    if workspace
        .actor()
        .is_some_and(|actor| may_record_answers(actor.role))
    {
        return draft.panel.set(Some(Panel::Answers));
    }
    if draft.promised.read_untracked().trim().is_empty() {
        let words = &text(workspace.language().get_untracked()).answers;
        draft.promised.set(words.promised.to_owned());
    }
    draft.panel.set(Some(Panel::CallBack));
}

fn choose(workspace: Workspace, draft: Draft, kind: OutcomeKind) {
    let outcome = match kind {
        OutcomeKind::Problem => return draft.panel.set(Some(Panel::Problem)),
        OutcomeKind::AnswersPlan => return choose_answers(workspace, draft),
        OutcomeKind::Later => return draft.panel.set(Some(Panel::Later)),
        OutcomeKind::PromisesToPay => return draft.panel.set(Some(Panel::Pay)),
        OutcomeKind::DoNotContact => return draft.panel.set(Some(Panel::Oppose)),
        OutcomeKind::AsksToMove if draft.correcting.get_untracked().is_none() => {
            record_wish_to_move(workspace, draft);
            if draft.one_by_one.get_untracked() {
                return;
            }
            // The free places are what the patient asks for.
            let still_listed = draft.status.with_untracked(|status| {
                status
                    .as_ref()
                    .is_some_and(|status| status.listed(ReasonKind::Confirm).is_some())
            });
            return draft.panel.set(still_listed.then_some(Panel::Book));
        }
        OutcomeKind::Voicemail => Outcome::Voicemail,
        OutcomeKind::Family => Outcome::Family,
        OutcomeKind::WrongNumber => Outcome::WrongNumber,
        OutcomeKind::Thinking => Outcome::Thinking,
        OutcomeKind::AsksToSpread => return draft.panel.set(Some(Panel::Delay)),
        OutcomeKind::Disputes => Outcome::Disputes,
        OutcomeKind::DeclinesToGoOn => Outcome::DeclinesToGoOn,
        OutcomeKind::Deceased => Outcome::Deceased,
        OutcomeKind::MovedAway => Outcome::MovedAway,
        // Those have a button, or a visit, of their own.
        OutcomeKind::AllWell
        | OutcomeKind::Confirms
        | OutcomeKind::AsksToMove
        | OutcomeKind::Booked
        | OutcomeKind::AsksForPlace
        | OutcomeKind::CallBack
        | OutcomeKind::NoAnswer
        | OutcomeKind::Busy => return,
    };
    record(workspace, draft, &outcome);
}

//! What the person has said and chosen on an open card, until it is written down.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::calls::{CallStatus, Gathered, OutcomeKind, Reason, ReasonKind, Topic, script};
use app_domain::id::{AttemptId, PatientId};
use app_domain::patient::{Channel, Purpose};
use app_domain::policy::may_record_calls;
use app_domain::rows::Rows as _;
use app_domain::time::Instant;
use leptos::prelude::*;

use super::panel::Panel;
use super::text::text;
use super::wish::Chosen;
use crate::port::{CallNotes, YesOrNo as Answer};
use crate::ui::{Toasts, expect_toasts};
use crate::workspace::Workspace;

/// How far the call has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stage {
    /// Only looking: nobody is told of a call.
    Looking,
    /// Calling, with the claim as soon as it can be had.
    Calling,
    /// Calling although somebody else has the claim.
    Knowingly,
    /// Something was written down; what is left may follow.
    Recorded,
}

/// What the person has said and chosen on an open card.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// Who is called.
    pub(super) patient: PatientId,
    /// How the patient stands.
    pub(super) status: Memo<Option<CallStatus>>,
    /// How far the call has come.
    pub(super) stage: RwSignal<Stage>,
    /// Listed reasons that the outcome is not about.
    pub(super) left_out: RwSignal<BTreeSet<ReasonKind>>,
    /// Answers to the script, by reason and number of the question.
    pub(super) answers: RwSignal<BTreeMap<(ReasonKind, usize), Answer>>,
    /// The place that was chosen for a visit.
    pub(super) chosen: RwSignal<Option<Chosen>>,
    /// The panel that is open.
    pub(super) panel: RwSignal<Option<Panel>>,
    /// How the patient was reached.
    pub(super) channel: RwSignal<Channel>,
    /// When something was last written down: a tap that follows at once is the same tap.
    pub(super) recorded_at: RwSignal<Option<Instant>>,
    /// Where what follows is told. Kept here, since a tap runs outside of every component.
    pub(super) toasts: Toasts,
    /// What the patient reports, for the clinician who is asked.
    pub(super) question: RwSignal<String>,
    /// What is promised together with the hour of a call back.
    pub(super) promised: RwSignal<String>,
    /// The call of today whose outcome is being corrected.
    pub(super) correcting: RwSignal<Option<AttemptId>>,
    /// What the correction is not about, where things came out differently.
    pub(super) not_corrected: RwSignal<BTreeSet<Topic>>,
    /// Whether each reason is spoken of by itself: an outcome is gathered, and the call ends with all of them.
    pub(super) one_by_one: RwSignal<bool>,
    /// What was said of each reason until now.
    pub(super) gathered: RwSignal<Gathered>,
    /// What was last gathered, and when: a tap that follows at once is the same tap.
    pub(super) gathered_at: RwSignal<Option<(OutcomeKind, Instant)>>,
    /// When what this device has kept of a call that was cut off was last changed, as long as it is on the card.
    pub(super) resumed: RwSignal<Option<Instant>>,
    /// Goes up when proposed places must be looked for again.
    pub(super) places_stale: RwSignal<u32>,
}

impl Draft {
    pub(super) fn new(workspace: Workspace, patient: PatientId) -> Self {
        let status = workspace.call_status(patient);
        let on_the_list =
            status.with_untracked(|status| status.as_ref().is_some_and(|status| status.rank.is_some()));
        let kept = kept_notes(workspace, patient).unwrap_or_default();
        let answers = kept
            .answers
            .iter()
            .map(|(kind, index, answer)| ((*kind, *index), *answer));
        let may_record = workspace
            .actor()
            .is_some_and(|actor| may_record_calls(actor.role));
        Self {
            patient,
            status,
            // Who only reads calls tells nobody of one.
            stage: RwSignal::new(if on_the_list && may_record {
                Stage::Calling
            } else {
                Stage::Looking
            }),
            left_out: RwSignal::new(kept.left_out.into_iter().collect()),
            answers: RwSignal::new(answers.collect()),
            chosen: RwSignal::new(None),
            panel: RwSignal::new(None),
            channel: RwSignal::new(Channel::Phone),
            recorded_at: RwSignal::new(None),
            toasts: expect_toasts(),
            question: RwSignal::new(kept.question),
            promised: RwSignal::new(kept.promised),
            correcting: RwSignal::new(None),
            not_corrected: RwSignal::new(BTreeSet::new()),
            one_by_one: RwSignal::new(kept.one_by_one),
            gathered: RwSignal::new(kept.gathered),
            gathered_at: RwSignal::new(None),
            resumed: RwSignal::new(kept.at),
            places_stale: RwSignal::new(0),
        }
    }

    /// What is on the card and not written down yet. Tracked.
    pub(super) fn notes(self) -> CallNotes {
        let answers = self.answers.read();
        CallNotes {
            at: None,
            answers: answers
                .iter()
                .map(|((kind, index), answer)| (*kind, *index, *answer))
                .collect(),
            left_out: self.left_out.read().iter().copied().collect(),
            question: self.question.get(),
            promised: self.promised.get(),
            one_by_one: self.one_by_one.get(),
            gathered: self.gathered.get(),
        }
    }

    /// Takes everything that was said and typed off the card.
    pub(super) fn clear_notes(self) {
        self.question.set(String::new());
        self.promised.set(String::new());
        self.answers.update(BTreeMap::clear);
        self.left_out.update(BTreeSet::clear);
        self.one_by_one.set(false);
        self.gathered.set(Gathered::default());
        self.resumed.set(None);
    }

    /// The listed reasons.
    pub(super) fn listed(self) -> Vec<Reason> {
        self.status
            .read()
            .as_ref()
            .map_or_else(Vec::new, |status| status.listed.clone())
    }

    /// The listed reasons that the outcome is about.
    pub(super) fn selected(self) -> Vec<Reason> {
        let left_out = self.left_out.read();
        self.unsaid()
            .into_iter()
            .filter(|reason| !left_out.contains(&reason.kind()))
            .collect()
    }

    /// The listed reasons of which nothing was gathered.
    pub(super) fn unsaid(self) -> Vec<Reason> {
        let gathered = self.gathered.read();
        self.listed()
            .into_iter()
            .filter(|reason| gathered.about(Topic::Reason(reason.kind())).is_none())
            .collect()
    }

    /// What the next outcome is about: something else where no reason is left.
    pub(super) fn topics(self) -> Vec<Topic> {
        let selected = self.selected();
        if selected.is_empty() {
            return vec![Topic::Other];
        }
        selected
            .iter()
            .map(|reason| Topic::Reason(reason.kind()))
            .collect()
    }

    /// Begins to speak of each reason by itself, or goes back to one outcome for all; not while something is gathered.
    pub(super) fn toggle_one_by_one(self) {
        if !self.gathered.read_untracked().is_empty() {
            return;
        }
        self.one_by_one.update(|on| *on = !*on);
        if !self.one_by_one.get_untracked() {
            self.left_out.update(BTreeSet::clear);
        } else if self.left_out.read_untracked().is_empty() {
            self.take_next();
        }
    }

    /// Takes the first reason of which nothing was said, in the order of the list, and it alone.
    pub(super) fn take_next(self) {
        let unsaid = untrack(|| self.unsaid());
        let others = unsaid.iter().skip(1).map(Reason::kind);
        self.left_out.set(others.collect());
    }

    /// Whether an outcome may be said now. Once the patient has spoken of one reason it is not that nobody was reached; and
    /// what is said of the whole call is not corrected for a part of it.
    pub(super) fn may_say(self, kind: OutcomeKind) -> bool {
        let says_a_part = if self.correcting.get().is_some() {
            !self.not_corrected.read().is_empty()
        } else {
            !self.gathered.read().is_empty()
        };
        !(says_a_part && kind.is_of_the_whole_call())
    }

    /// Puts a reason in or out.
    pub(super) fn toggle(self, kind: ReasonKind) {
        self.left_out.update(|left_out| {
            if !left_out.remove(&kind) {
                left_out.insert(kind);
            }
        });
    }

    /// Opens a panel, or closes it if it is open.
    pub(super) fn toggle_panel(self, panel: Panel) {
        self.panel
            .update(|open| *open = if *open == Some(panel) { None } else { Some(panel) });
    }

    /// Whether one answer was "yes": a clinician should hear of it.
    pub(super) fn has_yes(self) -> bool {
        self.answers.read().values().any(|answer| *answer == Answer::Yes)
    }

    /// The questions that were answered with "yes", as the beginning of what the clinician is asked.
    pub(super) fn said_yes_to(self, workspace: Workspace) -> String {
        let language = workspace.language().get();
        let answers = self.answers.read();
        let yes = answers.iter().filter(|(_, answer)| **answer == Answer::Yes);
        let listed = self.listed();
        let question = |(kind, index): &(ReasonKind, usize)| {
            let reason = listed.iter().find(|reason| reason.kind() == *kind)?;
            script::questions(reason, language).get(*index).copied()
        };
        let asked: Vec<&str> = yes.filter_map(|(of, _)| question(of)).collect();
        if asked.is_empty() {
            return String::new();
        }
        (text(language).panel.said_yes_to)(&asked.join(" "))
    }

    /// Whether there is something left to write down: who only looks, or has said all, has no outcomes to tap.
    pub(super) fn takes_outcomes(self) -> bool {
        if self.correcting.get().is_some() {
            return true;
        }
        match self.stage.get() {
            Stage::Looking => false,
            Stage::Calling | Stage::Knowingly => true,
            Stage::Recorded => self
                .status
                .read()
                .as_ref()
                .is_some_and(|status| !status.listed.is_empty()),
        }
    }

    /// What the call is for, as far as oppositions go.
    pub(super) fn purposes(self) -> BTreeSet<Purpose> {
        let listed = self.listed();
        if listed.is_empty() {
            return BTreeSet::from([Topic::Other.purpose()]);
        }
        listed
            .iter()
            .map(|reason| Topic::Reason(reason.kind()).purpose())
            .collect()
    }
}

/// What this device has kept of a call that was cut off, unless the person has written a call to the patient down since:
/// then only the word that it can go was cut off.
fn kept_notes(workspace: Workspace, patient: PatientId) -> Option<CallNotes> {
    let all = workspace.call_notes();
    let kept = all.with_untracked(|all| all.get(&patient).cloned())?;
    let me = workspace.actor().map(|actor| actor.member);
    let is_over = workspace.read(|rows| {
        rows.attempts_of(patient)
            .any(|attempt| attempt.by == me && Some(attempt.at) > kept.at)
    });
    (!is_over).then_some(kept)
}

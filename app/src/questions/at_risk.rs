//! Patients at risk whom nobody reaches: no one at risk disappears in silence (`domain.md`, "Exclusions").

use std::collections::BTreeSet;

use app_domain::calls::{Attempt, CallStatus, Cause, Reason, ReasonDetail, ReasonKind, RiskDetail, why};
use app_domain::id::{ClinicianId, PatientId};
use app_domain::role::{Actor, Role};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::open_questions::open_questions;
use super::text::text;
use crate::heed::heed;
use crate::patient::{name_for, shown_name};
use crate::sheet::sheet_path;
use crate::workspace::{Workspace, expect_workspace};

/// A patient of this clinician whose risk is held, or who was tried three times in vain.
#[derive(Clone, PartialEq, Eq)]
struct Unreached {
    patient: PatientId,
    name: String,
    why: String,
    cause: Option<Cause>,
}

/// Those of the clinician who looks, by name.
#[component]
pub(super) fn AtRisk() -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let asked = open_questions(workspace);
    let unreached = Memo::new(move |_| unreached(workspace, &asked.read()));
    let row = move |one: Unreached| {
        let cause = move || {
            one.cause
                .map(crate::calls::text::text(workspace.language().get()).cause)
        };
        view! {
            <li class="question question--risk">
                <a class="question__who" href=sheet_path("/domande", one.patient)>{one.name}</a>
                <p class="question__line">{one.why}</p>
                <p class="question__line">{cause}</p>
            </li>
        }
    };
    view! {
        <Show when=move || !unreached.read().is_empty()>
            <section class="questions__part" aria-labelledby="questions-risk">
                <h2 id="questions-risk" class="questions__title">
                    {move || words().at_risk}
                    " "
                    <span class="num">{move || unreached.read().len()}</span>
                </h2>
                <p class="questions__note">{move || words().at_risk_note}</p>
                <ul class="questions__list">
                    <For each=move || unreached.get() key=|one| (one.patient, one.why.clone()) children=row />
                </ul>
            </section>
        </Show>
    }
}

fn unreached(workspace: Workspace, asked: &[Attempt]) -> Vec<Unreached> {
    heed(workspace.viewer());
    let Some(actor) = workspace.actor().filter(|actor| actor.clinician.is_some()) else {
        return Vec::new();
    };
    let asked: BTreeSet<PatientId> = asked.iter().map(|call| call.patient).collect();
    let (now, language) = (workspace.now().get(), workspace.language().get());
    let names = name_for(workspace.names_hidden().get());
    let found: Vec<(PatientId, Reason, Option<Cause>)> = workspace.call_board(|board| {
        let told = board.statuses().filter_map(|(patient, status)| {
            let is_told = |risk: &RiskDetail| is_told(workspace, &actor, patient, risk);
            let (reason, cause) = untold(status, is_told)?;
            // What waits for this clinician's own answer is above.
            let is_asked = cause == Some(Cause::AwaitingClinician) && asked.contains(&patient);
            (!is_asked).then(|| (patient, reason.clone(), cause))
        });
        told.collect()
    });
    let mut unreached: Vec<Unreached> = found
        .into_iter()
        .map(|(patient, reason, cause)| Unreached {
            patient,
            name: workspace.read(|rows| {
                rows.patient(patient)
                    .map(|row| shown_name(row, names))
                    .unwrap_or_default()
            }),
            why: why::reason_title(&reason, now, language),
            cause,
        })
        .collect();
    unreached.sort_by(|a, b| (&a.name, a.patient).cmp(&(&b.name, b.patient)));
    unreached
}

/// Whether the actor is the clinician of a risk: who did what opened it; else the patient's dentist; where neither signs in
/// here, every dentist.
fn is_told(workspace: Workspace, actor: &Actor, patient: PatientId, risk: &RiskDetail) -> bool {
    workspace.read(|rows| {
        let signs_in =
            |clinician: &ClinicianId| rows.members().any(|member| member.clinician == Some(*clinician));
        let did = risk.episodes.iter().filter_map(|episode| episode.clinician);
        let mut told: Vec<ClinicianId> = did.filter(signs_in).collect();
        if told.is_empty() {
            let own = rows.patient(patient).and_then(|patient| patient.dentist);
            told.extend(own.filter(signs_in));
        }
        match actor.clinician {
            Some(me) if told.contains(&me) => true,
            _ => told.is_empty() && actor.role == Role::Dentist,
        }
    })
}

/// The risk of this clinician's that is held, whatever by, or that three tries did not reach.
fn untold(status: &CallStatus, is_told: impl Fn(&RiskDetail) -> bool) -> Option<(&Reason, Option<Cause>)> {
    let is_mine = |reason: &Reason| match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => is_told(risk),
        _ => false,
    };
    let in_vain = |reason: &Reason| match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => risk.clinician_is_told(),
        _ => false,
    };
    let held = status
        .held(ReasonKind::ClinicalRisk)
        .filter(|held| is_mine(&held.reason));
    if let Some(held) = held {
        return Some((&held.reason, Some(held.cause)));
    }
    let listed = status.listed(ReasonKind::ClinicalRisk)?;
    (is_mine(listed) && in_vain(listed)).then_some((listed, None))
}

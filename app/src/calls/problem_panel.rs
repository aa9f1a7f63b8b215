//! A problem that the patient reports: who answers, and by when.

use app_domain::calendar::Calendar;
use app_domain::calls::{Outcome, Reason, ReasonDetail, ReasonKind};
use app_domain::id::{ClinicianId, PatientId};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::draft::Draft;
use super::panel::PanelFrame;
use super::record::record;
use super::text::text;
use crate::hours::{QuickChoices, quick_hours};
use crate::ui::{Field, Select};
use crate::workspace::expect_workspace;

/// The clinician who answers and the hour: choosing the hour writes the problem down.
#[component]
pub(super) fn ProblemPanel(
    /// The open card.
    draft: Draft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let now = workspace.now().get_untracked();
    let hours = workspace.read(|rows| quick_hours(now, &Calendar::new(rows.closures())));
    let clinicians = workspace.clinicians();
    let selected = untrack(|| draft.selected());
    let proposed = workspace.read(|rows| who_follows(&selected, draft.patient, rows));
    let first = move || clinicians.read_untracked().first().map(|clinician| clinician.id);
    let chosen = RwSignal::new(proposed.or_else(first));
    let options = Signal::derive(move || {
        let name = |clinician: &app_domain::practice::Clinician| {
            (
                Some(clinician.id),
                format!("{} {}", clinician.surname, clinician.name),
            )
        };
        clinicians.read().iter().map(name).collect::<Vec<_>>()
    });
    if draft.question.with_untracked(String::is_empty) {
        draft.question.set(untrack(|| draft.said_yes_to(workspace)));
    }
    let ask = move |until| {
        let clinician = chosen.get_untracked();
        record(
            workspace,
            draft,
            &Outcome::Problem {
                clinician,
                until: Some(until),
            },
        );
    };
    view! {
        <PanelFrame
            title=Signal::derive(move || words().problem.to_owned())
            on_close=move |()| draft.panel.set(None)
        >
            <Field id="call-problem-clinician" label=Signal::derive(move || words().clinician.to_owned())>
                <Select
                    id="call-problem-clinician"
                    options
                    chosen
                    on_choose=move |clinician| chosen.set(clinician)
                />
            </Field>
            <Field id="call-problem-question" label=Signal::derive(move || words().question.to_owned())>
                <textarea
                    id="call-problem-question"
                    class="input"
                    rows="2"
                    maxlength="500"
                    autocomplete="off"
                    prop:value=move || draft.question.get()
                    on:input:target=move |event| draft.question.set(event.target().value())
                ></textarea>
            </Field>
            <p class="call-panel__label">{move || words().until}</p>
            <QuickChoices hours on_choose=ask />
            <p class="call-card__note">{move || words().problem_note}</p>
        </PanelFrame>
    }
}

/// Who did the act that opened the risk; for hygiene the hygienist; else the dentist who follows the patient.
fn who_follows(reasons: &[Reason], patient: PatientId, rows: &impl Rows) -> Option<ClinicianId> {
    let of_risk = reasons.iter().find_map(|reason| match &reason.detail {
        ReasonDetail::ClinicalRisk(risk) => risk.episodes.first()?.clinician,
        _ => None,
    });
    let only_hygiene =
        !reasons.is_empty() && reasons.iter().all(|one| one.kind() == ReasonKind::HygieneRecall);
    let patient = rows.patient(patient)?;
    let hygienist = patient.hygienist.filter(|_| only_hygiene);
    of_risk.or(hygienist).or(patient.dentist)
}

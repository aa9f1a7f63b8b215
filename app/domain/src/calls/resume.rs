//! Cycles of care that an absence or a closure has stopped, in the order in which they resume (`product.md`, A3).

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{CallBoard, CallStatus, ReasonDetail, ReasonKind};
use crate::agenda::{Appointment, AppointmentKind, Cause};
use crate::care::PlanCare;
use crate::id::{PatientId, PlanId};
use crate::rows::Rows;

/// A patient whose cycle of care a cause has stopped, until somebody gives the cycle a visit again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoppedCycle {
    /// Who.
    pub patient: PatientId,
    /// The plan that stands still.
    pub plan: PlanId,
    /// Its title; empty for roles that need not know.
    pub title: String,
    /// How it was stopped.
    pub how: Stopped,
}

/// How a cycle was stopped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stopped {
    /// Its visit lost its place, and no other one is booked for it.
    Displaced {
        /// The start that the visit had.
        start: DateTime,
    },
    /// It has had no visit for so long that it became suspended in these days.
    Suspended {
        /// Since when.
        since: Date,
    },
}

/// The cycles that a cause has stopped and that stand still, one a patient, in the order of the call list; those who are not
/// on the list today come last, by name. It does not matter whether the absence or the closure is over.
///
/// A visit that names no plan is one of the patient's active plan, unless it is for hygiene. A cycle that became suspended in
/// the days of an absence counts where the clinician is the patient's own.
pub fn cycles_to_resume(
    rows: &impl Rows,
    board: &CallBoard,
    cause: Cause<'_>,
    today: Date,
) -> Vec<StoppedCycle> {
    let (first, last) = cause.days();
    let days = || first.series(1.day()).take_while(move |day| *day <= last);
    let mut lost: Vec<&Appointment> = days()
        .flat_map(|day| rows.appointments_on(day))
        .filter(|visit| visit.is_parked() && visit.displaced == Some(cause.displacement()))
        .collect();
    lost.sort_by_key(|visit| (visit.start(), visit.id));
    let mut stopped: BTreeMap<PatientId, StoppedCycle> = BTreeMap::new();
    for cycle in lost
        .into_iter()
        .filter_map(|visit| without_visit(rows, visit, today))
    {
        stopped.entry(cycle.patient).or_insert(cycle);
    }
    for (patient, status) in board
        .statuses()
        .filter(|(patient, _)| concerns(rows, cause, *patient))
    {
        if let Some(cycle) = suspended(patient, status, (first, last)) {
            stopped.entry(patient).or_insert(cycle);
        }
    }
    let mut stopped: Vec<StoppedCycle> = stopped.into_values().collect();
    stopped.sort_by_cached_key(|cycle| {
        let rank = board.status(cycle.patient).and_then(|status| status.rank.clone());
        let name = rows
            .patient(cycle.patient)
            .map(|who| (who.full_name().to_lowercase(), who.code.clone()));
        (rank.is_none(), rank, name, cycle.patient)
    });
    stopped
}

/// The cycle of a visit that lost its place, unless another visit of it is to come.
fn without_visit(rows: &impl Rows, visit: &Appointment, today: Date) -> Option<StoppedCycle> {
    let plans = &rows.care(visit.patient)?.plans;
    let plan = plans
        .iter()
        .find(|plan| plan.steps_open > 0 && goes_on_with(visit, plan))?;
    let goes_on = rows
        .appointments_of(visit.patient)
        .any(|other| other.is_future(today) && goes_on_with(other, plan));
    (!goes_on).then(|| StoppedCycle {
        patient: visit.patient,
        plan: plan.plan,
        title: plan.title.clone(),
        how: Stopped::Displaced { start: visit.start() },
    })
}

fn goes_on_with(visit: &Appointment, plan: &PlanCare) -> bool {
    match visit.plan {
        Some(named) => named == plan.plan,
        None => visit.kind != AppointmentKind::Hygiene,
    }
}

/// Whether a cycle of this patient can stand still because of the cause.
fn concerns(rows: &impl Rows, cause: Cause<'_>, patient: PatientId) -> bool {
    match cause {
        Cause::Closure(_) => true,
        Cause::Absence(absence) => {
            let own = Some(absence.clinician);
            rows.patient(patient)
                .is_some_and(|who| who.dentist == own || who.hygienist == own)
        }
    }
}

/// The oldest plan that became suspended in these days, whether it is listed or held now.
fn suspended(patient: PatientId, status: &CallStatus, (first, last): (Date, Date)) -> Option<StoppedCycle> {
    let held = || status.held(ReasonKind::SuspendedCycle).map(|held| &held.reason);
    let reason = status.listed(ReasonKind::SuspendedCycle).or_else(held)?;
    let ReasonDetail::SuspendedCycle(cycles) = &reason.detail else {
        return None;
    };
    let plan = cycles
        .plans
        .iter()
        .find(|plan| first <= plan.since && plan.since <= last)?;
    Some(StoppedCycle {
        patient,
        plan: plan.plan,
        title: plan.title.clone(),
        how: Stopped::Suspended { since: plan.since },
    })
}

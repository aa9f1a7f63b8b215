//! Every refusal in a sentence that says what happened and one that says what the person may do.

use app_domain::agenda::{CancelledBy, Mark, Obstacle, Status};
use app_domain::calls::why;
use app_domain::id::{AppointmentId, PatientId};
use app_domain::refusal::{Common, Refusal};
use app_domain::rows::Rows;
use leptos::prelude::GetUntracked;

use super::{Lookup, field_value};
use crate::patient::name_for;
use crate::workspace::Workspace;

/// What happened, and what the person may do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// What happened.
    pub what: String,
    /// What the person may do.
    pub todo: String,
}

impl Told {
    fn of([what, todo]: [&str; 2]) -> Self {
        Self {
            what: what.to_owned(),
            todo: todo.to_owned(),
        }
    }

    fn with(what: String, todo: &str) -> Self {
        Self {
            what,
            todo: todo.to_owned(),
        }
    }

    /// Both in one line, for a toast.
    pub fn in_one_line(&self) -> String {
        format!("{} {}", self.what, self.todo)
    }
}

/// What a refusal says now, in the language and with the names of this screen. Untracked.
pub fn told_now(workspace: Workspace, refusal: &Refusal) -> Told {
    let language = workspace.language().get_untracked();
    let names = name_for(workspace.names_hidden().get_untracked());
    workspace.read(|rows| {
        told(
            refusal,
            &Lookup {
                rows,
                language,
                names,
            },
        )
    })
}

/// What a refusal says, with names as the replica knows them.
pub fn told(refusal: &Refusal, lookup: &Lookup<'_, impl Rows>) -> Told {
    let text = &lookup.text().refusal;
    match refusal {
        Refusal::NotFound => Told::of(text.not_found),
        Refusal::NotAllowed => Told::of(text.not_allowed),
        Refusal::PlaceTaken { by, patient, common } => place_taken(*by, *patient, &[*common], lookup),
        Refusal::OutsideHours => Told::of(text.outside_hours),
        Refusal::Closed { day, reason } => Told::with(
            (text.closed)(&lookup.common().day_long(*day), reason),
            text.closed_todo,
        ),
        Refusal::NationalHoliday { day } => {
            Told::with((text.holiday)(&lookup.common().day_long(*day)), text.closed_todo)
        }
        Refusal::Away { clinician, until } => Told::with(
            (text.away)(&lookup.clinician(*clinician), &lookup.moment(*until)),
            text.away_todo,
        ),
        Refusal::SetMeanwhile => Told::of(text.set_meanwhile),
        Refusal::NotAPlace => Told::of(text.not_a_place),
        Refusal::Past { start } => Told::with((text.past)(&lookup.moment(*start)), text.past_todo),
        Refusal::TooEarly { start } => {
            Told::with((text.too_early)(&lookup.moment(*start)), text.too_early_todo)
        }
        Refusal::WrongState { status, wanted } => wrong_state(status, *wanted, lookup),
        Refusal::MovedMeanwhile { place } => Told::with((text.moved)(&lookup.place(*place)), text.moved_todo),
        Refusal::Cancelled {
            who: CancelledBy::Patient,
        } => Told::of([text.cancelled_by_patient, text.cancelled_todo]),
        Refusal::Cancelled {
            who: CancelledBy::Practice,
        } => Told::of([text.cancelled_by_practice, text.cancelled_todo]),
        Refusal::Claimed { by, since, until } => {
            let what = (text.claimed)(&lookup.member(*by), &lookup.hour(*since), &lookup.hour(*until));
            Told::with(what, text.claimed_todo)
        }
        Refusal::ReasonMissing => Told::of(text.reason_missing),
        Refusal::AlreadyRecorded => Told::of(text.already),
        Refusal::MoreThanOwed { owed } => {
            let owed = why::amount(*owed, lookup.language);
            Told::with((text.more_than_owed)(&owed), text.more_than_owed_todo)
        }
        Refusal::BeyondBudget { most } => {
            let most = why::amount(*most, lookup.language);
            Told::with((text.beyond_budget)(&most), text.beyond_todo)
        }
        Refusal::UnfitOutcome => Told::of(text.unfit),
        Refusal::FieldChanged { now } => {
            let value = field_value(now, lookup.language);
            let value = value.unwrap_or_else(|| lookup.text().describe.nothing.to_owned());
            Told::with((text.field_changed)(&value), text.field_todo)
        }
        Refusal::DayIsOver => Told::of(text.day_is_over),
        Refusal::UnfitValue => Told::of(text.unfit_value),
        Refusal::Settled { by, at } => {
            let when = lookup.common().moment(at.civil());
            Told::with((text.settled)(&lookup.member(*by), &when), text.settled_todo)
        }
        Refusal::NeedsServer => Told::of(text.needs_server),
    }
}

/// What is in the way of a place now, in the language and with the names of this screen. Untracked.
pub fn obstacle_told_now(workspace: Workspace, obstacle: &Obstacle) -> Told {
    let language = workspace.language().get_untracked();
    let names = name_for(workspace.names_hidden().get_untracked());
    workspace.read(|rows| {
        let lookup = Lookup {
            rows,
            language,
            names,
        };
        match obstacle {
            Obstacle::Shut(refusal) => told(refusal, &lookup),
            Obstacle::Taken { by, patient, common } => place_taken(*by, *patient, common, &lookup),
        }
    })
}

/// Whether another place would do: the screen offers to choose one.
pub const fn is_about_a_place(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::PlaceTaken { .. }
            | Refusal::OutsideHours
            | Refusal::Closed { .. }
            | Refusal::NationalHoliday { .. }
            | Refusal::Away { .. }
            | Refusal::NotAPlace
            | Refusal::Past { .. }
            | Refusal::MovedMeanwhile { .. }
    )
}

fn place_taken(
    by: AppointmentId,
    patient: PatientId,
    common: &[Common],
    lookup: &Lookup<'_, impl Rows>,
) -> Told {
    let text = &lookup.text().refusal;
    let who = lookup
        .patient(patient)
        .unwrap_or_else(|| text.somebody.to_owned());
    let visit = lookup.rows.appointment(by);
    let when = visit.map_or_else(String::new, |visit| lookup.moment(visit.start()));
    let of_visit = |name: &dyn Fn(&app_domain::agenda::Place) -> String| {
        visit.map_or_else(
            || lookup.text().describe.unknown.to_owned(),
            |visit| name(&visit.place),
        )
    };
    let chair = || of_visit(&|place| lookup.chair(place.chair));
    let clinician = || of_visit(&|place| lookup.clinician(place.clinician));
    match common {
        [] | [Common::Chair] => Told::with((text.chair_taken)(&who, &chair(), &when), text.place_todo),
        [Common::Clinician] => Told::with((text.clinician_taken)(&clinician(), &who, &when), text.place_todo),
        several if several.contains(&Common::Patient) => {
            let has = |one| several.contains(&one);
            let chair = has(Common::Chair).then(chair);
            let clinician = has(Common::Clinician).then(clinician);
            let where_and_when: Vec<String> = chair.into_iter().chain(clinician).chain([when]).collect();
            Told::with(
                (text.patient_taken)(&who, &where_and_when.join(", ")),
                text.patient_todo,
            )
        }
        _ => Told::with(
            (text.both_taken)(&who, &chair(), &clinician(), &when),
            text.place_todo,
        ),
    }
}

fn wrong_state(status: &Status, wanted: Option<Mark>, lookup: &Lookup<'_, impl Rows>) -> Told {
    let text = &lookup.text().refusal;
    let state = text.states[state_index(status)];
    let what = match wanted {
        None => (text.wrong_state)(state),
        Some(mark) => (text.wrong_state_wanted)(state, lookup.text().describe.marks[mark_index(mark)]),
    };
    Told::with(what, text.wrong_state_todo)
}

/// The place of a state among the words of states.
const fn state_index(status: &Status) -> usize {
    match status {
        Status::Booked => 0,
        Status::Arrived { .. } => 1,
        Status::InChair { .. } => 2,
        Status::Done { .. } => 3,
        Status::Left { .. } => 4,
        Status::NoShow { .. } => 5,
        Status::Cancelled { .. } => 6,
    }
}

/// The place of a mark among the words of marks.
pub(super) const fn mark_index(mark: Mark) -> usize {
    match mark {
        Mark::Arrived => 0,
        Mark::InChair => 1,
        Mark::Done => 2,
        Mark::Left => 3,
        Mark::NoShow => 4,
    }
}

//! What the columns of a day are: chairs, or clinicians.

use app_domain::agenda::Appointment;
use app_domain::practice::{Chair, Clinician, Opening};
use app_domain::rows::Rows;

use super::day_plan::{ColumnOf, Head};
use crate::port::DayView;
use crate::workspace::Workspace;

/// The heads of the columns of a day on which these appointments are shown.
pub(super) fn day_columns(workspace: Workspace, columns: &Columns, shown: &[Appointment]) -> Vec<Head> {
    let Columns {
        view,
        chairs,
        clinicians,
    } = columns;
    match view {
        DayView::Chairs => chair_heads(workspace, chairs, shown),
        DayView::Clinicians => clinician_heads(clinicians, chairs, shown),
    }
}

/// What there is to make columns of.
pub(super) struct Columns {
    /// What the person has chosen.
    pub(super) view: DayView,
    /// The visible chairs, in their order.
    pub(super) chairs: Vec<Chair>,
    /// The clinicians, in their order.
    pub(super) clinicians: Vec<Clinician>,
}

/// The visible chairs, and hidden ones that somebody comes to that day.
fn chair_heads(workspace: Workspace, visible: &[Chair], shown: &[Appointment]) -> Vec<Head> {
    let mut chairs = visible.to_vec();
    for appointment in shown {
        if !chairs.iter().any(|chair| chair.id == appointment.place.chair) {
            chairs.extend(workspace.read(|rows| rows.chair(appointment.place.chair).cloned()));
        }
    }
    let head = |chair: Chair| Head {
        of: ColumnOf::Chair(chair.id),
        name: chair.name,
        opening: chair.opening,
    };
    chairs.into_iter().map(head).collect()
}

/// Who works that day, as far as anybody is booked with them; everybody where nobody is. The practice is open to them when
/// any chair is.
fn clinician_heads(clinicians: &[Clinician], visible: &[Chair], shown: &[Appointment]) -> Vec<Head> {
    let works = |who: &&Clinician| shown.iter().any(|visit| visit.place.clinician == who.id);
    let mut here: Vec<&Clinician> = clinicians.iter().filter(works).collect();
    if here.is_empty() {
        here = clinicians.iter().collect();
    }
    let opening: Vec<Opening> = visible.iter().flat_map(|chair| chair.opening.clone()).collect();
    let head = |who: &Clinician| Head {
        of: ColumnOf::Clinician(who.id),
        name: format!("{} {}", who.surname, who.name),
        opening: opening.clone(),
    };
    here.into_iter().map(head).collect()
}

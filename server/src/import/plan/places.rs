//! Room for imported visits beside those that stand in the database: the constraint that no two overlap must hold after
//! each statement, and a visit that was booked in Richiamo keeps its place.

use std::collections::HashMap;

use app_domain::id::PracticeId;
use uuid::Uuid;

use super::delta::Delta;
use crate::import::ImportError;
use crate::import::facts::AppointmentFact;
use crate::import::report::{Action, Defect, Kind, Report};
use crate::import::rows::{APPOINTMENTS, OVERBOOKED_IN_EXPORT, PLACE, STATUS};
use crate::store::Tx;
use crate::store::import::{NewRow, StandingVisit, Value, standing_visits, update_row};

const BY: &str = "overbooked_by";
const REASON: &str = "overbooking_reason";

/// Overbooks the imported visits that would overlap one that stands; steps those that move aside until all have moved.
pub(super) async fn make_room(
    tx: &mut Tx,
    practice: PracticeId,
    facts: &[AppointmentFact],
    delta: &mut Delta,
    report: &mut Report,
) -> Result<(), ImportError> {
    let standing = standing_visits(tx, practice).await?;
    if standing.is_empty() {
        return Ok(());
    }
    let before: HashMap<Uuid, StandingVisit> = standing.into_iter().map(|visit| (visit.id, visit)).collect();
    let mut days = Days::default();
    let moving: HashMap<Uuid, StandingVisit> = delta
        .changed
        .iter()
        .filter_map(|changed| moved(&before, &changed.row, &changed.columns))
        .collect();
    before
        .values()
        .filter(|visit| !moving.contains_key(&visit.id))
        .for_each(|visit| days.add(visit));
    let origin: HashMap<&str, &AppointmentFact> =
        facts.iter().map(|fact| (fact.code.as_str(), fact)).collect();
    for changed in &mut delta.changed {
        let Some(after) = moving.get(&changed.row.id) else {
            continue;
        };
        if before[&after.id].holds_place() {
            let aside = vec![(REASON, Value::Text(Some(OVERBOOKED_IN_EXPORT.to_owned())))];
            update_row(tx, practice, APPOINTMENTS.table, after.id, aside).await?;
        }
        let overbooked = days
            .settle(after)
            .map(|kind| note(report, origin.get(changed.external.as_str()), kind));
        let reason = overbooked
            .map(|()| OVERBOOKED_IN_EXPORT.to_owned())
            .or_else(|| after.overbooking.clone());
        changed
            .columns
            .retain(|(column, _)| ![BY, REASON].contains(column));
        changed
            .columns
            .push((BY, Value::Text(after.overbooked_by.clone())));
        changed.columns.push((REASON, Value::Text(reason)));
    }
    for new in &mut delta.new {
        if let Some(kind) = days.settle(&visit_of(&new.row)) {
            note(report, origin.get(new.external.as_str()), kind);
            set(
                &mut new.row,
                REASON,
                Value::Text(Some(OVERBOOKED_IN_EXPORT.to_owned())),
            );
        }
    }
    Ok(())
}

/// How a visit will stand whose place, patient or status the export has changed.
fn moved(
    before: &HashMap<Uuid, StandingVisit>,
    row: &NewRow,
    columns: &[(&'static str, Value)],
) -> Option<(Uuid, StandingVisit)> {
    let has = |group: &[&str]| columns.iter().any(|(column, _)| group.contains(column));
    let (place, status, patient) = (has(PLACE), has(STATUS), has(&["patient_id"]));
    let mut visit = before
        .get(&row.id)
        .filter(|_| place || status || patient)?
        .clone();
    let export = visit_of(row);
    if patient {
        visit.patient.clone_from(&export.patient);
    }
    if status {
        visit.status.clone_from(&export.status);
    }
    if place {
        visit = StandingVisit {
            patient: visit.patient,
            status: visit.status,
            ..export
        };
    }
    Some((visit.id, visit))
}

fn visit_of(row: &NewRow) -> StandingVisit {
    let text = |column| match value(row, column) {
        Value::Text(Some(text)) => text.clone(),
        _ => String::new(),
    };
    let number = |column| match value(row, column) {
        Value::Int(Some(number)) => *number,
        _ => 0,
    };
    StandingVisit {
        id: row.id,
        patient: text("patient_id"),
        chair: text("chair_id"),
        clinician: text("clinician_id"),
        day: text("day"),
        start: number("start_minute"),
        minutes: number("minutes"),
        status: text("status"),
        overbooking: Some(text(REASON)).filter(|reason| !reason.is_empty()),
        overbooked_by: None,
    }
}

fn place_of(column: &str) -> usize {
    let mut columns = APPOINTMENTS.groups.iter().copied().flatten();
    columns
        .position(|known| *known == column)
        .expect("a column of the shape")
}

fn value<'r>(row: &'r NewRow, column: &str) -> &'r Value {
    &row.values[place_of(column)]
}

fn set(row: &mut NewRow, column: &str, value: Value) {
    row.values[place_of(column)] = value;
}

fn note(report: &mut Report, fact: Option<&&AppointmentFact>, kind: Kind) {
    let Some(fact) = fact else { return };
    report.add(Defect {
        file: fact.origin.file.clone(),
        line: fact.origin.line,
        id: fact.code.clone(),
        column: String::new(),
        value: fact.start.to_string(),
        kind,
        detail: "with a visit that stands in Richiamo; kept as overbooked".to_owned(),
        action: Action::NeedsPerson,
    });
}

/// The visits that hold their places, by day.
#[derive(Default)]
struct Days(HashMap<String, Vec<StandingVisit>>);

impl Days {
    fn add(&mut self, visit: &StandingVisit) {
        if visit.holds_place() {
            self.0.entry(visit.day.clone()).or_default().push(visit.clone());
        }
    }

    /// Gives a visit its place, or says what it has in common with one that holds it.
    fn settle(&mut self, visit: &StandingVisit) -> Option<Kind> {
        if !visit.holds_place() {
            return None;
        }
        let taken = self
            .0
            .get(&visit.day)
            .and_then(|day| day.iter().find_map(|other| common(other, visit)));
        if taken.is_none() {
            self.add(visit);
        }
        taken
    }
}

fn common(first: &StandingVisit, second: &StandingVisit) -> Option<Kind> {
    if first.start + first.minutes <= second.start || second.start + second.minutes <= first.start {
        return None;
    }
    if first.chair == second.chair {
        Some(Kind::OverlapOnChair)
    } else if first.clinician == second.clinician {
        Some(Kind::OverlapOfClinician)
    } else {
        (first.patient == second.patient).then_some(Kind::OverlapOfPatient)
    }
}

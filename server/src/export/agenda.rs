//! Visits, closures, and what else the agenda is made of.

use app_domain::agenda::{Appointment, CancelledBy, Confirmation, Status, VisitTimes};
use app_domain::patient::Channel;
use app_domain::rows::Row;
use app_domain::time::Instant;

use super::gather::Known;
use super::sheet::{ExportFile, Sheet, hour, moment, some, survives, whole, word};

pub(super) fn visits(known: &Known) -> ExportFile {
    let headers = [
        "Id Richiamo",
        "Id",
        "Data",
        "Ora",
        "Durata min",
        "Poltrona",
        "Operatore",
        "Paziente",
        "Tipo",
        "Stato",
        "Conferma",
        "Disdetto il",
        "Motivo disdetta",
        "Se si libera prima",
        "Piano",
        "Note",
        "Riga",
    ];
    let mut sheet = Sheet::new("agenda.csv", &headers);
    for visit in &known.visits {
        let (state, cancelled_at, reason) = state(&visit.status);
        let riga = if columns_do(visit) {
            String::new()
        } else {
            whole(&Row::Appointment(visit.clone()))
        };
        sheet.row([
            visit.id.to_string(),
            known.code(visit.id.0),
            visit.start().date().to_string(),
            hour(visit.start().time()),
            visit.place.minutes.to_string(),
            known.code(visit.place.chair.0),
            known.code(visit.place.clinician.0),
            known.code(visit.patient.0),
            word(visit.kind),
            state.to_owned(),
            confirmation(visit.confirmation).to_owned(),
            some(cancelled_at.map(|at| moment(at.civil()))),
            reason.to_owned(),
            if visit.as_soon_as_possible { "yes" } else { "no" }.to_owned(),
            some(visit.plan.map(|plan| known.code(plan.0))),
            visit.note.clone(),
            riga,
        ]);
    }
    sheet.file()
}

/// The word of the state, when it was called off, and why.
fn state(status: &Status) -> (&'static str, Option<Instant>, &str) {
    match status {
        Status::Booked => ("booked", None, ""),
        Status::Arrived { .. } => ("arrived", None, ""),
        Status::InChair { .. } => ("in_chair", None, ""),
        Status::Done { .. } => ("done", None, ""),
        Status::Left { .. } => ("left", None, ""),
        Status::NoShow { .. } => ("no_show", None, ""),
        Status::Cancelled { who, reason, at } => {
            let word = match who {
                CancelledBy::Patient => "cancelled_by_patient",
                CancelledBy::Practice => "cancelled_by_practice",
            };
            (word, *at, reason)
        }
    }
}

const fn confirmation(confirmation: Confirmation) -> &'static str {
    match confirmation {
        Confirmation::NotAsked => "",
        Confirmation::Asked { .. } => "asked",
        Confirmation::Confirmed => "confirmed",
        Confirmation::AskedToMove => "asked_to_move",
    }
}

/// Whether the columns give the visit back as it is.
fn columns_do(visit: &Appointment) -> bool {
    let of_an_import = visit.booked.is_none() && visit.correction.is_none();
    let never_moved = visit.displaced.is_none() && visit.left_place.is_none();
    let in_its_place = never_moved && visit.overbooking.is_none() && visit.lab.is_none();
    let status_does = match &visit.status {
        Status::Booked | Status::NoShow { at: None } => true,
        Status::Done { times } | Status::Left { times } => *times == VisitTimes::default(),
        Status::Cancelled { reason, at, .. } => at.is_none_or(whole_minute) && survives(reason),
        Status::Arrived { .. } | Status::InChair { .. } | Status::NoShow { at: Some(_) } => false,
    };
    let confirmation_does = match visit.confirmation {
        Confirmation::Asked { channel } => channel == Channel::Phone,
        _ => true,
    };
    of_an_import && in_its_place && status_does && confirmation_does && survives(&visit.note)
}

/// Whether a day with an hour and a minute gives the instant back.
pub(super) fn whole_minute(at: Instant) -> bool {
    let civil = at.civil();
    (civil.second(), civil.subsec_nanosecond()) == (0, 0) && Instant::from_civil(civil) == at
}

pub(super) fn closures(known: &Known) -> ExportFile {
    let mut sheet = Sheet::new("chiusure.csv", &["Id Richiamo", "Dal", "Al", "Motivo", "Riga"]);
    for closure in &known.closures {
        sheet.row([
            closure.id.to_string(),
            closure.from.to_string(),
            closure.to.to_string(),
            closure.reason.clone(),
            whole(&Row::Closure(closure.clone())),
        ]);
    }
    sheet.file()
}

/// What former programs have no file for.
pub(super) fn others(known: &Known) -> ExportFile {
    let members = known
        .members
        .iter()
        .map(|row| (row.id.to_string(), Row::Member(row.clone())));
    let types = known
        .visit_types
        .iter()
        .map(|row| (word(row.kind), Row::VisitType(*row)));
    let budgets = known
        .budgets
        .iter()
        .map(|row| (row.role.code().to_owned(), Row::Budget(*row)));
    let calls = known
        .call_settings
        .iter()
        .map(|row| ("call_settings".to_owned(), Row::CallSettings(row.clone())));
    let risk_rules = known
        .risk_rules
        .iter()
        .map(|row| (word(row.category), Row::RiskRule(row.clone())));
    let absences = known
        .absences
        .iter()
        .map(|row| (row.id.to_string(), Row::Absence(row.clone())));
    let notes = known
        .day_notes
        .iter()
        .map(|row| (row.id.to_string(), Row::DayNote(row.clone())));
    // The id of a patient alone is that of the patient's own row.
    let recalls = known.recalls.iter().map(|row| {
        let id = row
            .check
            .map_or_else(String::new, |check| format!(" {}", word(check)));
        (format!("recall {}{id}", row.patient), Row::Recall(*row))
    });
    let risk_marks = known
        .risk_marks
        .iter()
        .map(|row| (format!("risk {}", row.patient), Row::RiskMarks(row.clone())));
    let views = known
        .shared_views
        .iter()
        .map(|row| (row.id.to_string(), Row::SharedView(row.clone())));
    let requests = known
        .requests
        .iter()
        .map(|row| (row.id.to_string(), Row::Request(row.clone())));
    let consents = known
        .treatment_consents
        .iter()
        .map(|row| (row.plan.to_string(), Row::TreatmentConsent(row.clone())));
    let reviews = known
        .reviews
        .iter()
        .map(|row| (row.id.to_string(), Row::Review(row.clone())));
    let mut sheet = Sheet::new("altro.csv", &["Id Richiamo", "Riga"]);
    let set = members.chain(types).chain(budgets).chain(calls).chain(risk_rules);
    let rows = set.chain(absences).chain(notes).chain(views);
    for (id, row) in rows
        .chain(recalls)
        .chain(risk_marks)
        .chain(requests)
        .chain(consents)
        .chain(reviews)
    {
        sheet.row([id, whole(&row)]);
    }
    sheet.file()
}

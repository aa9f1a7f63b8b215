//! What shows only when rows are seen beside each other: duplicates, payers that are not there, visits that overlap or
//! fall on odd days.

use std::collections::{BTreeMap, HashMap, HashSet};

use app_domain::time::ROME;
use jiff::civil::Date;
use jiff::tz::AmbiguousOffset;

use crate::import::facts::{AppointmentFact, Facts, Origin, Overbooked, PatientFact};
use crate::import::report::{Action, Defect, Kind, Report};

/// Looks at the facts as a whole; marks what must be marked.
pub fn check(facts: &mut Facts, report: &mut Report) {
    payers(&mut facts.patients, report);
    same_tax_code(&mut facts.patients, report);
    same_phone_and_birth(&mut facts.patients, report);
    overlaps(&mut facts.appointments, report);
    odd_days(facts, report);
}

fn defect(origin: &Origin, id: &str, kind: Kind, action: Action, value: String, detail: String) -> Defect {
    Defect {
        file: origin.file.clone(),
        line: origin.line,
        id: id.to_owned(),
        column: String::new(),
        value,
        kind,
        detail,
        action,
    }
}

/// Who pays for themselves has no payer; a payer that is not there counts as none (`domain.md`, Aging).
fn payers(patients: &mut [PatientFact], report: &mut Report) {
    let codes: HashSet<String> = patients.iter().map(|patient| patient.code.clone()).collect();
    for patient in patients {
        let Some(payer) = patient
            .payer
            .take_if(|payer| *payer == patient.code || !codes.contains(payer))
        else {
            continue;
        };
        if payer != patient.code {
            let (kind, action) = (Kind::UnknownPayer, Action::KeptFlagged);
            report.add(defect(
                &patient.origin,
                &patient.code,
                kind,
                action,
                payer,
                String::new(),
            ));
        }
    }
}

/// Duplicates are never merged by themselves: a person decides.
fn same_tax_code(patients: &mut [PatientFact], report: &mut Report) {
    let mut first: HashMap<String, String> = HashMap::new();
    for patient in patients {
        let Some(code) = patient.tax_code.clone() else {
            continue;
        };
        match first.get(&code) {
            None => drop(first.insert(code, patient.code.clone())),
            Some(other) => duplicate(patient, Kind::DuplicateTaxCode, code, other, report),
        }
    }
}

fn same_phone_and_birth(patients: &mut [PatientFact], report: &mut Report) {
    let mut first: HashMap<(String, Date), (String, Option<String>)> = HashMap::new();
    for patient in patients {
        let Some(born) = patient.born else { continue };
        let numbers: Vec<String> = [&patient.mobile, &patient.landline]
            .into_iter()
            .flatten()
            .cloned()
            .collect();
        let same = numbers.iter().find_map(|number| {
            let (other, tax_code) = first.get(&(number.clone(), born))?;
            // Two tax codes are two persons: twins, or the same one already reported by the tax code.
            let told_apart = tax_code.is_some() && patient.tax_code.is_some();
            (!told_apart).then(|| (number.clone(), other.clone()))
        });
        for number in numbers {
            first
                .entry((number, born))
                .or_insert_with(|| (patient.code.clone(), patient.tax_code.clone()));
        }
        if let Some((number, other)) = same {
            duplicate(patient, Kind::DuplicatePhoneBirth, number, &other, report);
        }
    }
}

fn duplicate(patient: &mut PatientFact, kind: Kind, value: String, other: &str, report: &mut Report) {
    patient.flags.push(kind.name());
    let detail = format!("same as {other}; not merged");
    report.add(defect(
        &patient.origin,
        &patient.code,
        kind,
        Action::NeedsPerson,
        value,
        detail,
    ));
}

/// Of two visits that overlap the later one stands on the other's place. A visit that stands so takes nobody's place.
fn overlaps(visits: &mut [AppointmentFact], report: &mut Report) {
    let mut order: Vec<usize> = (0..visits.len())
        .filter(|place| visits[*place].takes_place())
        .collect();
    order.sort_by(|a, b| {
        let key = |place: usize| (visits[place].start, visits[place].code.as_str());
        key(*a).cmp(&key(*b))
    });
    let mut placed: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for place in order {
        let visit = &visits[place];
        let day = placed.entry(visit.start.date()).or_default();
        let found = day
            .iter()
            .find_map(|other| Some((common(&visits[*other], visit)?, *other)));
        let Some((kind, other)) = found else {
            day.push(place);
            continue;
        };
        let detail = format!("with {}; kept as overbooked", visits[other].code);
        let value = visit.start.to_string();
        report.add(defect(
            &visit.origin,
            &visit.code,
            kind,
            Action::KeptFlagged,
            value,
            detail,
        ));
        visits[place].overbooked = Some(Overbooked);
    }
}

/// What two visits that overlap have in common.
fn common(first: &AppointmentFact, second: &AppointmentFact) -> Option<Kind> {
    if first.end_minute() <= second.start_minute() || second.end_minute() <= first.start_minute() {
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

fn odd_days(facts: &Facts, report: &mut Report) {
    for visit in facts.appointments.iter().filter(|visit| visit.takes_place()) {
        let day = visit.start.date();
        let value = visit.start.to_string();
        let mut note = |kind, detail: String| {
            report.add(defect(
                &visit.origin,
                &visit.code,
                kind,
                Action::KeptFlagged,
                value.clone(),
                detail,
            ));
        };
        if let Some(closure) = facts
            .closures
            .iter()
            .find(|closure| closure.from <= day && day <= closure.to)
        {
            note(Kind::OnHoliday, closure.reason.clone());
        }
        if clocks_change(day) {
            note(Kind::ClockChangeDay, String::new());
        }
        if let AmbiguousOffset::Gap { .. } = ROME.to_ambiguous_timestamp(visit.start).offset() {
            note(Kind::HourSkipped, "read as after the change".to_owned());
        }
    }
}

fn clocks_change(day: Date) -> bool {
    let offset = |date: Date| ROME.to_ambiguous_timestamp(date.at(0, 0, 0, 0)).offset();
    day.tomorrow()
        .is_ok_and(|tomorrow| offset(day) != offset(tomorrow))
}

//! A patient who does not want to go on: which clinician is told.

use app_domain::calls::{Outcome, ReasonKind, RiskCategory, Settlement};
use app_domain::id::ClinicianId;
use uuid::Uuid;

use super::case::Case;

const DENTIST: ClinicianId = ClinicianId(Uuid::from_u128(1));
const HYGIENIST: ClinicianId = ClinicianId(Uuid::from_u128(2));
const OPENED: ClinicianId = ClinicianId(Uuid::from_u128(3));

fn declined(kind: ReasonKind) -> Case {
    let mut case = Case::quiet()
        .episode(RiskCategory::ExtendedProvisional, "2026-06-01")
        .call("2026-11-20T10:00", kind, Outcome::DeclinesToGoOn);
    case.patient.dentist = Some(DENTIST);
    case.patient.hygienist = Some(HYGIENIST);
    case.care.episodes[0].clinician = Some(OPENED);
    case
}

fn told(case: &Case) -> Vec<ClinicianId> {
    let told = case.attempts[0].told(&case.patient, Some(&case.care), None);
    told.into_iter().collect()
}

#[test]
fn the_clinician_of_the_episode_of_the_hygiene_or_of_the_patient_is_told() {
    assert_eq!(told(&declined(ReasonKind::ClinicalRisk)), [OPENED]);
    assert_eq!(told(&declined(ReasonKind::HygieneRecall)), [HYGIENIST]);
    assert_eq!(told(&declined(ReasonKind::SuspendedCycle)), [DENTIST]);
    let both = declined(ReasonKind::SuspendedCycle).and(ReasonKind::ClinicalRisk, Outcome::DeclinesToGoOn);
    assert_eq!(told(&both), [DENTIST, OPENED]);
}

#[test]
fn where_nobody_is_named_the_dentist_of_the_patient_is_told() {
    let mut risk = declined(ReasonKind::ClinicalRisk);
    risk.care.episodes[0].clinician = None;
    assert_eq!(told(&risk), [DENTIST]);
    let mut hygiene = declined(ReasonKind::HygieneRecall);
    hygiene.patient.hygienist = None;
    assert_eq!(told(&hygiene), [DENTIST]);
}

#[test]
fn what_was_seen_or_imported_is_told_to_nobody() {
    let seen = declined(ReasonKind::SuspendedCycle).settled("2026-11-20T11:00", Settlement::Seen);
    assert_eq!(told(&seen), []);
    assert_eq!(told(&declined(ReasonKind::SuspendedCycle).imported()), []);
}

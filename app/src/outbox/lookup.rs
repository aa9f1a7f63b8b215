//! Names and places in words, as far as the replica knows them and the counter may see them.

use app_domain::agenda::Place;
use app_domain::id::{AppointmentId, ChairId, ClinicianId, MemberId, PatientId};
use app_domain::language::Language;
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::civil::DateTime;

use super::text::{Text, text};
use crate::patient::shown_name;
use crate::port::Names;

/// Names and places in words, as far as the replica knows them and the counter may see them.
pub struct Lookup<'a, R> {
    /// Where names are looked up.
    pub rows: &'a R,
    /// The language of the words.
    pub language: Language,
    /// Whether patients are named.
    pub names: Names,
}

impl<R: Rows> Lookup<'_, R> {
    /// The words of the outbox.
    pub fn text(&self) -> &'static Text {
        text(self.language)
    }

    /// The words that features share.
    pub fn common(&self) -> &'static crate::text::Text {
        crate::text::text(self.language)
    }

    /// A patient's name.
    pub fn patient(&self, id: PatientId) -> Option<String> {
        self.rows
            .patient(id)
            .map(|patient| shown_name(patient, self.names))
    }

    /// A patient's name, or that there is none to show.
    pub fn patient_or_unknown(&self, id: PatientId) -> String {
        self.patient(id)
            .unwrap_or_else(|| self.text().describe.unknown_patient.to_owned())
    }

    /// Whose visit it is.
    pub fn patient_of(&self, visit: AppointmentId) -> Option<PatientId> {
        self.rows.appointment(visit).map(|visit| visit.patient)
    }

    /// A chair's name.
    pub fn chair(&self, id: ChairId) -> String {
        self.rows.chair(id).map_or_else(
            || self.text().describe.unknown.to_owned(),
            |chair| chair.name.clone(),
        )
    }

    /// A clinician's surname.
    pub fn clinician(&self, id: ClinicianId) -> String {
        let known = self.rows.clinician(id);
        known.map_or_else(
            || self.text().describe.unknown.to_owned(),
            |clinician| clinician.surname.clone(),
        )
    }

    /// The name of a person at work.
    pub fn member(&self, id: MemberId) -> String {
        let known = self.rows.member(id);
        known.map_or_else(
            || self.text().refusal.colleague.to_owned(),
            |member| member.name.clone(),
        )
    }

    /// "mer 25 nov, 9:00".
    pub fn moment(&self, at: DateTime) -> String {
        self.common().moment_with_month(at)
    }

    /// "10:02", on the practice's wall clock.
    pub fn hour(&self, at: Instant) -> String {
        self.common().clock(at.civil().time())
    }

    /// "mer 25 nov, 9:00 · Poltrona 1 · Bianchi · 45 min".
    pub fn place(&self, place: Place) -> String {
        let Place {
            start,
            minutes,
            chair,
            clinician,
        } = place;
        let (start, minutes) = (self.moment(start), self.common().minutes(minutes));
        format!(
            "{start} · {} · {} · {minutes}",
            self.chair(chair),
            self.clinician(clinician)
        )
    }

    /// A visit's kind and place.
    pub fn visit(&self, id: AppointmentId) -> String {
        self.rows.appointment(id).map_or_else(
            || self.text().describe.unknown_visit.to_owned(),
            |visit| {
                format!(
                    "{} · {}",
                    (self.common().kind)(visit.kind),
                    self.place(visit.place)
                )
            },
        )
    }
}

//! What the list is made of.

use app_domain::id::{ClinicianId, MemberId, PatientId};
use app_domain::patient::Patient;
use jiff::civil::Date;

use super::action::Action;

/// Something that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Entry {
    /// A day of the agenda.
    Day(Date),
    /// A patient, as the role may see them.
    Patient(Box<Patient>),
    /// Somebody of the practice.
    Person(Person),
    /// Something to do.
    Action(Action),
}

/// Somebody of the practice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Person {
    /// Who.
    pub(super) key: PersonKey,
    /// The name.
    pub(super) name: String,
    /// What they are.
    pub(super) what: String,
    /// Where choosing them leads; `None` while there is nothing of theirs to see.
    pub(super) way: Option<PersonWay>,
}

/// Who somebody of the practice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PersonKey {
    /// A dentist or hygienist, whether or not they have an account.
    Clinician(ClinicianId),
    /// Somebody with an account.
    Member(MemberId),
}

/// Where choosing somebody leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PersonWay {
    /// To their column.
    Column,
    /// To the day that they look at.
    Day(Date),
    /// To the call that they look at.
    Call(PatientId),
}

/// Parts of the list, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum Kind {
    /// Days.
    Day,
    /// Patients.
    Patient,
    /// People.
    Person,
    /// Actions.
    Action,
}

/// What identifies an entry, whatever else of it changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EntryKey {
    /// A day.
    Day(Date),
    /// A patient.
    Patient(PatientId),
    /// Somebody of the practice.
    Person(PersonKey),
    /// Something to do.
    Action(Action),
}

impl Entry {
    /// What identifies it.
    pub(super) fn key(&self) -> EntryKey {
        match self {
            Self::Day(day) => EntryKey::Day(*day),
            Self::Patient(patient) => EntryKey::Patient(patient.id),
            Self::Person(person) => EntryKey::Person(person.key),
            Self::Action(action) => EntryKey::Action(*action),
        }
    }

    /// In which part it stands.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Day(_) => Kind::Day,
            Self::Patient(_) => Kind::Patient,
            Self::Person(_) => Kind::Person,
            Self::Action(_) => Kind::Action,
        }
    }
}

impl EntryKey {
    /// Identity of the row in the page.
    pub(super) fn in_page(self) -> String {
        match self {
            Self::Day(day) => format!("palette-day-{day}"),
            Self::Patient(id) => format!("palette-patient-{id}"),
            Self::Person(PersonKey::Clinician(id)) => format!("palette-clinician-{id}"),
            Self::Person(PersonKey::Member(id)) => format!("palette-member-{id}"),
            Self::Action(action) => format!("palette-action-{}", action as usize),
        }
    }
}

//! The roles of people at work, and who acts.

use serde::{Deserialize, Serialize};

use crate::id::{ClinicianId, MemberId};

/// What a person is while at work; a person may hold several, with one active at a time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Role {
    /// Front desk, `segreteria`.
    #[serde(rename = "FD")]
    FrontDesk,
    /// Remote secretary, `segreteria remota`.
    #[serde(rename = "RS")]
    RemoteSecretary,
    /// Dental case manager.
    #[serde(rename = "DCM")]
    CaseManager,
    /// Dental office manager.
    #[serde(rename = "DOM")]
    OfficeManager,
    /// Dentist, `odontoiatra`.
    #[serde(rename = "DE")]
    Dentist,
    /// Hygienist, `igienista`.
    #[serde(rename = "HY")]
    Hygienist,
    /// Owner, `titolare`.
    #[serde(rename = "OW")]
    Owner,
}

impl Role {
    /// Every role, in the order of the table of `policy`.
    pub const ALL: [Self; 7] = [
        Self::FrontDesk,
        Self::RemoteSecretary,
        Self::CaseManager,
        Self::OfficeManager,
        Self::Dentist,
        Self::Hygienist,
        Self::Owner,
    ];

    /// The short code, as in the database and on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FrontDesk => "FD",
            Self::RemoteSecretary => "RS",
            Self::CaseManager => "DCM",
            Self::OfficeManager => "DOM",
            Self::Dentist => "DE",
            Self::Hygienist => "HY",
            Self::Owner => "OW",
        }
    }

    /// The role of a code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Dentists and hygienists.
    pub const fn is_clinician(self) -> bool {
        matches!(self, Self::Dentist | Self::Hygienist)
    }
}

/// Who gives a command, in which role.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The person.
    pub member: MemberId,
    /// The active role.
    pub role: Role,
    /// Their column of the agenda, where the person is a clinician.
    pub clinician: Option<ClinicianId>,
}

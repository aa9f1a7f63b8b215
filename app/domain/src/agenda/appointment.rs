//! An appointment and its three axes: status, confirmation, and "earlier if possible".

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{CancelledBy, Correction, Displacement, Place, Status};
use crate::id::{AppointmentId, MemberId, PatientId, PlanId};
use crate::patient::Channel;
use crate::time::Instant;

/// A visit of a patient.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appointment {
    /// Identity.
    pub id: AppointmentId,
    /// Who comes.
    pub patient: PatientId,
    /// Where, when, how long and with whom.
    pub place: Place,
    /// What for.
    pub kind: AppointmentKind,
    /// First axis: how far the visit has come.
    pub status: Status,
    /// Second axis: what the patient said about coming.
    pub confirmation: Confirmation,
    /// Third axis: the patient would come earlier (`se si libera prima`).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub as_soon_as_possible: bool,
    /// Whether the visit needs work of the laboratory, and whether it is there.
    #[serde(default, skip_serializing_if = "LabWork::is_none")]
    pub lab: LabWork,
    /// The plan of care of which it is a step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    /// Set where the appointment stands on another one's place on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overbooking: Option<Overbooking>,
    /// The last correction of how it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// Who booked it and when; absent where it came from an import.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked: Option<Booked>,
    /// What took it from its place, while it waits to be placed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub displaced: Option<Displacement>,
    /// The place from which it was moved last: somebody else may come then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_place: Option<Place>,
    /// A note of the front desk; nothing clinical.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Work of the dental laboratory (`lavoro di laboratorio`) without which a visit cannot be held.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabWork {
    /// The visit needs none.
    #[default]
    None,
    /// It is not there yet.
    Awaited,
    /// It is there.
    Arrived,
}

impl LabWork {
    /// Whether the visit needs none.
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

impl Appointment {
    /// First minute.
    pub fn start(&self) -> DateTime {
        self.place.start
    }

    /// First minute that is no longer of this appointment.
    pub fn end(&self) -> DateTime {
        self.place
            .start
            .saturating_add(i64::from(self.place.minutes).minutes())
    }

    /// Whether it is to come: awaited, today or later. Who has arrived or sits in the chair today is still to be treated.
    pub fn is_future(&self, today: Date) -> bool {
        let is_awaited = matches!(
            self.status,
            Status::Booked | Status::Arrived { .. } | Status::InChair { .. }
        );
        is_awaited && self.start().date() >= today
    }

    /// Whether the practice has called it off: it waits to be placed again (`da ricollocare`).
    pub fn is_parked(&self) -> bool {
        matches!(
            self.status,
            Status::Cancelled {
                who: CancelledBy::Practice,
                ..
            }
        )
    }

    /// Whether the devices know it: from the first day of the window on, and whatever waits to be placed again.
    pub fn is_at_hand(&self, window_from: Date) -> bool {
        self.place.start.date() >= window_from || self.displaced.is_some()
    }

    /// Whether the appointment takes its place: cancelled and missed ones do not.
    pub fn takes_place(&self) -> bool {
        !matches!(self.status, Status::Cancelled { .. } | Status::NoShow { .. })
    }
}

/// What an appointment is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentKind {
    /// `igiene`
    Hygiene,
    /// `visita`
    Examination,
    /// `conservativa`
    Restorative,
    /// `endodonzia`
    Endodontics,
    /// `protesi`
    Prosthetics,
    /// `impianto`
    Implant,
    /// `ortodonzia`
    Orthodontics,
    /// `chirurgia`
    Surgery,
    /// `controllo`
    Checkup,
}

impl AppointmentKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Hygiene,
        Self::Examination,
        Self::Restorative,
        Self::Endodontics,
        Self::Prosthetics,
        Self::Implant,
        Self::Orthodontics,
        Self::Surgery,
        Self::Checkup,
    ];
}

/// What the patient said about coming. "Asked" never counts as confirmed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Confirmation {
    /// Nobody asked yet.
    #[default]
    NotAsked,
    /// Asked, no answer yet.
    Asked {
        /// How.
        channel: Channel,
    },
    /// Said yes.
    Confirmed,
    /// Wants another day or hour.
    AskedToMove,
}

/// Who booked an appointment, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booked {
    /// Who.
    pub by: MemberId,
    /// When.
    pub at: Instant,
}

/// Why an appointment stands on another one's place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overbooking {
    /// Who decided; `None` where it came so from an import.
    pub by: Option<MemberId>,
    /// Why.
    pub reason: String,
}

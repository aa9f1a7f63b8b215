//! Why a command is not carried out, with what the person needs to go on.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::agenda::{CancelledBy, Mark, Place, Status};
use crate::id::{AppointmentId, ClinicianId, MemberId, PatientId};
use crate::money::Cents;
use crate::patient::PatientField;
use crate::time::Instant;

/// Why a command is not carried out. The screen turns it into a sentence that says what the person may do.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refusal {
    /// There is no such thing, or the actor may not know of it.
    #[error("not found")]
    NotFound,
    /// The actor's role may not do this.
    #[error("not allowed to this role")]
    NotAllowed,
    /// The chair, the clinician or the patient is taken at that time.
    #[error("the place is taken")]
    PlaceTaken {
        /// By which visit.
        by: AppointmentId,
        /// Whose visit.
        patient: PatientId,
        /// What they have in common.
        common: Common,
    },
    /// The chair is not open then.
    #[error("outside opening hours")]
    OutsideHours,
    /// The practice is closed that day.
    #[error("the practice is closed: {reason}")]
    Closed {
        /// The day.
        day: Date,
        /// Why.
        reason: String,
    },
    /// The clinician is away then.
    #[error("the clinician is away until {until}")]
    Away {
        /// Who.
        clinician: ClinicianId,
        /// When they are back.
        until: DateTime,
    },
    /// Nobody works in Italy that day.
    #[error("{day} is a national holiday")]
    NationalHoliday {
        /// The day.
        day: Date,
    },
    /// It is more than the patient owes.
    #[error("more than is owed")]
    MoreThanOwed {
        /// How much that is.
        owed: Cents,
    },
    /// It is more than the role grants by itself; it can be asked for.
    #[error("beyond the budget")]
    BeyondBudget {
        /// How much the role grants, less what was granted to the patient lately.
        most: Cents,
    },
    /// Slots are of five minutes; a visit lasts at least one and ends on the day it began.
    #[error("not a place of the agenda")]
    NotAPlace,
    /// The time is past.
    #[error("{start} is past")]
    Past {
        /// The start that was asked for.
        start: DateTime,
    },
    /// The visit has not begun: nobody can have come, or failed to come, yet.
    #[error("not before {start}")]
    TooEarly {
        /// When the visit begins.
        start: DateTime,
    },
    /// The visit's state does not allow it.
    #[error("the visit is {status:?}")]
    WrongState {
        /// The state it has.
        status: Status,
        /// What was asked for.
        wanted: Option<Mark>,
    },
    /// Somebody moved the visit meanwhile.
    #[error("the visit was moved meanwhile")]
    MovedMeanwhile {
        /// Where it is now.
        place: Place,
    },
    /// The visit was called off meanwhile.
    #[error("the visit was cancelled")]
    Cancelled {
        /// By whom.
        who: CancelledBy,
    },
    /// Somebody else is calling this patient.
    #[error("claimed by another until {until:?}")]
    Claimed {
        /// Who.
        by: MemberId,
        /// Since when.
        since: Instant,
        /// Until when.
        until: Instant,
    },
    /// An overbooking, a cancellation or a correction needs a reason.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The same thing was already written with other content.
    #[error("already recorded otherwise")]
    AlreadyRecorded,
    /// An outcome does not fit the reason it is about.
    #[error("the outcome does not fit the reason")]
    UnfitOutcome,
    /// Somebody else has given the field another value meanwhile.
    #[error("changed meanwhile")]
    FieldChanged {
        /// The value that it has.
        now: PatientField,
    },
    /// Somebody else has set it otherwise meanwhile.
    #[error("set otherwise meanwhile")]
    SetMeanwhile,
    /// What a call left is corrected on its own day only.
    #[error("the day of the call is over")]
    DayIsOver,
    /// Not a number, address or date that the field can hold.
    #[error("not a value of this field")]
    UnfitValue,
    /// Somebody has decided this meanwhile.
    #[error("already decided")]
    Settled {
        /// Who.
        by: MemberId,
        /// When.
        at: Instant,
    },
    /// This needs the server, and there is no network.
    #[error("needs the server")]
    NeedsServer,
}

impl Refusal {
    /// Whether the place lies outside hours, on a closure or a holiday, or where the clinician is away: nobody has it, and who
    /// may can open it with a reason.
    pub const fn is_of_hours(&self) -> bool {
        matches!(
            self,
            Self::OutsideHours | Self::Closed { .. } | Self::NationalHoliday { .. } | Self::Away { .. }
        )
    }
}

/// What two visits at one time have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Common {
    /// One chair.
    Chair,
    /// One clinician.
    Clinician,
    /// One patient.
    Patient,
}

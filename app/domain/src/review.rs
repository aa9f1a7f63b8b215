//! What waits for a person to decide ("Da rivedere"): a change that met another one of the same thing, or that was made in
//! a role which its author no longer has (`sync.md`, "Conflicts"). It is neither applied nor lost: it stays, with what was
//! typed, for everybody who may give such a command, until one of them has decided.

use serde::{Deserialize, Serialize};

use crate::agenda::{Overbooking, Place};
use crate::command::Command;
use crate::id::{MemberId, ReviewId};
use crate::payments::PaymentEntry;
use crate::refusal::Refusal;
use crate::role::Role;
use crate::time::Instant;

/// A change that waits for a person, or that one has decided.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Identity.
    pub id: ReviewId,
    /// Who made the change.
    pub by: MemberId,
    /// In which role.
    pub role: Role,
    /// When it was made.
    pub at: Instant,
    /// When it reached the server.
    pub received: Instant,
    /// On what kind of device.
    pub device: Device,
    /// Why somebody has to decide.
    pub cause: Cause,
    /// What was asked for; absent for roles that may not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Box<About>>,
    /// What became of it; absent while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// What was asked for, and what stood in its way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What was asked for.
    pub command: Command,
    /// What stood in its way; absent where nothing but the role did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// Why somebody has to decide.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Somebody else's change of the same thing was received first.
    Conflict,
    /// It was made in a role that its author did not have any more when it was received.
    OtherRole,
    /// It is beyond what its author may grant, and they have asked for it: a place outside hours, a waiver.
    BeyondBudget,
}

/// A kind of device, as its browser names itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Device {
    /// A phone.
    Phone,
    /// A tablet.
    Tablet,
    /// A computer, or a browser that does not say.
    #[default]
    Computer,
}

/// What became of a review.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settled {
    /// Who decided.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// What.
    pub verdict: Verdict,
    /// The words for who asked; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How a review ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was given up: what stood there stays.
    Dropped,
    /// It was carried out, as it was or in another place.
    Done,
}

/// What a person decides.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", deny_unknown_fields)]
pub enum Decision {
    /// Give it up.
    Drop,
    /// Carry it out as it was asked: the other value of a field gives way.
    Do,
    /// Carry it out in another place.
    PlaceAt {
        /// Where.
        place: Place,
        /// Set where the place is taken on purpose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        overbooking: Option<Overbooking>,
    },
}

impl Review {
    /// Whether it still waits for somebody.
    pub const fn is_open(&self) -> bool {
        self.settled.is_none()
    }

    /// Whether somebody else has the place that was wished for.
    pub fn lost_its_place(&self) -> bool {
        let refusal = self.about.as_ref().and_then(|about| about.refusal.as_ref());
        matches!(refusal, Some(Refusal::PlaceTaken { .. }))
    }

    /// The place that was wished for and not had, where the review is about one.
    pub fn wanted_place(&self) -> Option<Place> {
        wanted_place(&self.about.as_ref()?.command)
    }
}

/// The place that a command asks for.
pub fn wanted_place(command: &Command) -> Option<Place> {
    match command {
        Command::MoveAppointment { to, .. } => Some(*to),
        Command::BookAppointment(booking)
        | Command::RecordAttempt {
            booking: Some(booking),
            ..
        } => Some(booking.place),
        _ => None,
    }
}

/// What takes a place in spite of what is in the way: the same without that, and the reason for it.
pub fn without_override(wish: &Command) -> Option<(Command, Overbooking)> {
    let mut plain = wish.clone();
    let overbooking = match &mut plain {
        Command::MoveAppointment { overbooking, .. } => overbooking.take(),
        Command::BookAppointment(booking) => booking.overbooking.take(),
        _ => None,
    };
    Some((plain, overbooking?))
}

/// Whether a command records a waiver.
pub fn is_waiver(command: &Command) -> bool {
    matches!(command, Command::RecordPayment(wanted) if matches!(wanted.entry, PaymentEntry::Waiver { .. }))
}

/// Whether what was refused waits for a person's decision, instead of ending with its author: somebody else was first at
/// the same place or field, and both wishes still make sense.
pub fn is_for_a_person(command: &Command, refusal: &Refusal) -> bool {
    match refusal {
        Refusal::PlaceTaken { .. }
        | Refusal::MovedMeanwhile { .. }
        | Refusal::Closed { .. }
        | Refusal::Away { .. } => wanted_place(command).is_some(),
        Refusal::FieldChanged { .. } => matches!(command, Command::EditPatient { .. }),
        _ => false,
    }
}

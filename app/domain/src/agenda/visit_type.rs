//! What the practice has set for each type of visit: how long it usually takes, and its colour.

use serde::{Deserialize, Serialize};

use super::AppointmentKind;

/// What the practice has set for a type of visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitType {
    /// Which type.
    pub kind: AppointmentKind,
    /// How long it usually takes, in minutes, a multiple of [`super::SLOT_MINUTES`].
    pub minutes: u16,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is offered for new visits.
    pub offer: Offer,
}

/// The colours of types of visit. Names, not numbers: the style sheet gives each of them a light and a dark tone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// `petrolio`
    Petrol,
    /// `blu`
    Blue,
    /// `viola`
    Violet,
    /// `rosa`
    Rose,
    /// `arancio`
    Orange,
    /// `ocra`
    Ochre,
    /// `verde`
    Green,
    /// `grigio`
    Grey,
}

impl Colour {
    /// Every colour.
    pub const ALL: [Self; 8] = [
        Self::Petrol,
        Self::Blue,
        Self::Violet,
        Self::Rose,
        Self::Orange,
        Self::Ochre,
        Self::Green,
        Self::Grey,
    ];
}

/// Whether a type is offered for new visits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// It is.
    Offered,
    /// It is not; visits of this type stay what they are.
    Withdrawn,
}

impl VisitType {
    /// What holds for a type that the practice has not set.
    pub const fn usual(kind: AppointmentKind) -> Self {
        let (minutes, colour) = match kind {
            AppointmentKind::Hygiene => (45, Colour::Green),
            AppointmentKind::Examination => (30, Colour::Petrol),
            AppointmentKind::Restorative => (60, Colour::Blue),
            AppointmentKind::Endodontics => (90, Colour::Violet),
            AppointmentKind::Prosthetics => (60, Colour::Orange),
            AppointmentKind::Implant => (90, Colour::Rose),
            AppointmentKind::Orthodontics => (30, Colour::Ochre),
            AppointmentKind::Surgery => (60, Colour::Rose),
            AppointmentKind::Checkup => (20, Colour::Grey),
        };
        Self {
            kind,
            minutes,
            colour,
            offer: Offer::Offered,
        }
    }
}

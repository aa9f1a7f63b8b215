//! The practice, its chairs, its people and the days it is closed.

use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use crate::id::{ChairId, ClinicianId, ClosureId, MemberId, PracticeId};
use crate::role::Role;

/// The tenant, with the settings that rules read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Identity.
    pub id: PracticeId,
    /// Name, as on the door.
    pub name: String,
    /// First day whose appointments are rows of their own on the devices; what came before is in [`crate::care::Care`].
    pub window_from: Date,
}

/// A column of the agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chair {
    /// Identity.
    pub id: ChairId,
    /// Code in the practice's former software.
    pub code: String,
    /// Name on the screen.
    pub name: String,
    /// Place among the columns, from 0, left to right.
    pub position: u16,
    /// Hidden chairs keep their appointments; a chair is never deleted.
    pub hidden: bool,
    /// When the chair is open, any number of spans a day.
    pub opening: Vec<Opening>,
}

/// A span of the week in which a chair is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// Day of the week, 1 = Monday to 7 = Sunday.
    pub weekday: i8,
    /// First open minute.
    pub from: Time,
    /// First minute that is no longer open.
    pub to: Time,
}

impl Opening {
    /// Whether this span is of that day of the week.
    pub fn is_on(&self, weekday: Weekday) -> bool {
        weekday.to_monday_one_offset() == self.weekday
    }
}

/// A dentist or a hygienist, as the agenda knows them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clinician {
    /// Identity.
    pub id: ClinicianId,
    /// Code in the practice's former software.
    pub code: String,
    /// Surname.
    pub surname: String,
    /// Name.
    pub name: String,
    /// Dentist (orthodontists are dentists) or hygienist.
    pub profession: Profession,
}

/// What a clinician is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profession {
    /// `odontoiatra`
    Dentist,
    /// `igienista`
    Hygienist,
}

/// Days on which the practice is closed, both ends included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Identity.
    pub id: ClosureId,
    /// First closed day.
    pub from: Date,
    /// Last closed day.
    pub to: Date,
    /// Why.
    pub reason: String,
}

impl Closure {
    /// Whether the practice is closed on `day`.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A person at work in the practice, as the others see them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Identity.
    pub id: MemberId,
    /// Name on the screen.
    pub name: String,
    /// Roles that the person may take, one at a time.
    pub roles: Vec<Role>,
    /// Their column of the agenda, where the person is a clinician.
    pub clinician: Option<ClinicianId>,
}

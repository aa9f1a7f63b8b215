//! Facts as rows of our tables.

mod agenda;
mod care;
mod contacts;
mod people;
mod shapes;
mod values;

use uuid::Uuid;

pub use shapes::{APPOINTMENTS, OVERBOOKED_IN_EXPORT, PLACE, STATUS};

use crate::store::import::{NewRow, Shape};

/// How references become ids. Readers have looked every code up already.
pub trait References {
    /// The chair of a code.
    fn chair(&self, code: &str) -> Uuid;
    /// The clinician of a code.
    fn clinician(&self, code: &str) -> Uuid;
    /// The patient of a code.
    fn patient(&self, code: &str) -> Uuid;
    /// The plan of a code.
    fn plan(&self, code: &str) -> Uuid;
}

/// A fact that becomes a row.
pub trait Fact {
    /// How its table is written.
    const SHAPE: Shape;
    /// What it is counted as in the report.
    const NAME: &'static str;
    /// What the export calls it.
    fn external(&self) -> String;
    /// Its row.
    fn row(&self, id: Uuid, of: &dyn References) -> NewRow;
}

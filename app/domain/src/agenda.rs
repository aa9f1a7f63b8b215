//! The agenda: appointments, their states, and the places that are free.

mod appointment;
mod correction;
mod first_visit;
mod free_places;
mod fullness;
pub(crate) mod place;
mod status;

pub use appointment::{Appointment, AppointmentKind, Confirmation, Overbooking};
pub use correction::{Correction, Ending, UNDO_MS};
pub use first_visit::is_first_visit;
pub use free_places::{FreePlaceQuery, Spread, free_places};
pub use fullness::{Fullness, Part, first_free, fullness, has_opening};
pub use place::{Place, SLOT_MINUTES, Wanted, check_place, obstacles};
pub use status::{CancelledBy, Mark, Status, StatusError, VisitTimes};

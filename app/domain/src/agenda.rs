//! The agenda: appointments, their states, and the places that are free.

mod appointment;
mod free_places;
mod place;
mod status;

pub use appointment::{Appointment, AppointmentKind, Confirmation, Overbooking};
pub use place::Place;
pub use status::{CancelledBy, Mark, Status, VisitTimes};

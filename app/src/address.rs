//! Addresses that lead from one screen to another. Screens do not import each other: what one of them writes into an address
//! and another reads stands here.

mod resume;
mod visit;

pub use resume::{RESUME, resume_path, stopped_by};
pub use visit::{APPOINTMENT, PLACE, appointment_path, placing_path, proposed_place};

/// Who is away, and when the practice is closed.
pub const ABSENCES: &str = "/assenze";
/// The same, with a closure begun.
pub const NEW_CLOSURE: &str = "/assenze?chi=studio";

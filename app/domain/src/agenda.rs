//! The agenda: appointments, their states, and the places that are free.

mod absence;
mod appointment;
mod correction;
mod day_note;
mod earlier;
mod first_visit;
mod free_places;
mod fullness;
mod new_places;
mod obstacles;
pub(crate) mod place;
mod series;
mod status;
mod step_gap;
mod visit_type;

pub use absence::{Absence, Cause, Displacement, displaced_by};
pub use appointment::{Appointment, AppointmentKind, Booked, Confirmation, LabWork, Overbooking};
pub use correction::{Correction, Ending, UNDO_MS};
pub use day_note::{DayNote, LONGEST_DAY_NOTE, Struck};
pub use earlier::{freed_places, who_would_come};
pub use first_visit::is_first_visit;
pub use free_places::{Chairs, DayPart, FreePlaceQuery, PlaceLimits, PlaceTimes, Spread, free_places};
pub use fullness::{Fullness, Part, first_free, fullness, has_opening};
pub use new_places::{NEW_PLACE_DAYS, as_placed, in_order_of_need, new_place};
pub use obstacles::{Obstacle, obstacles};
pub use place::{Place, SLOT_MINUTES, Wanted, check_place};
pub use series::{Companion, LONGEST_SERIES, series, side_by_side};
pub use status::{CancelledBy, Mark, Status, StatusError, VisitTimes};
pub use step_gap::PlanStep;
pub use visit_type::{Colour, Offer, VisitType};

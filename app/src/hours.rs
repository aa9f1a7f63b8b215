//! Hours that are promised: one tap for the usual ones, and the way through a field for the others.

mod quick;
mod quick_choices;

pub use quick::{Quick, from_input, quick_hours, to_input};
pub use quick_choices::QuickChoices;

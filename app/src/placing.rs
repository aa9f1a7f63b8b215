//! Where displaced visits could go: shown wherever they wait, until somebody has placed them.

pub mod text;

mod new_places;
mod said;

pub use new_places::{NewPlaces, Proposal};
pub use said::{may_take, said};

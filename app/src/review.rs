//! "Da rivedere": changes that wait for a person. The list in the drawer, the ghost on the agenda, the news to their author.

pub mod text;

mod conflict_ghost;
mod decision;
mod field_ways;
mod place_ways;
mod review_entry;
mod review_list;
mod review_news;

pub use conflict_ghost::ConflictGhost;
pub use review_entry::ReviewEntry;
pub use review_list::ReviewList;
pub use review_news::ReviewNews;

//! Who else is live, and what they look at.

mod colleagues;
mod looks;
mod text;
mod watchers;

pub use colleagues::{ColleagueNames, Colleagues};
pub use looks::Looks;
pub use watchers::Watchers;

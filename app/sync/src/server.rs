//! The server core: what is true, what becomes of mutations, and who is told. The driver does the I/O:
//!
//! 1. [`Hub::handle`] turns what sockets say into [`Effect::Submit`]s, which the driver queues for its one writer.
//! 2. The writer takes what has queued and asks [`plan`] what becomes of it. Nothing changes by that.
//! 3. It writes the plan in one transaction and looks the stored results of duplicates up in the same transaction.
//! 4. **After the commit** it hands [`Plan::committed`] to the hub, which moves the truth on, answers and broadcasts. If
//!    the commit failed it hands over [`Plan::postponed`] instead: memory was never ahead of the disk.

mod hub;
mod log;
mod overlay;
mod plan;
mod seal;
mod truth;

pub use hub::{Effect, Event, Frame, HEARTBEAT_SECONDS, Hub, PULSE_SECONDS, SocketId};
pub use log::{Decided, LogEntry, LogEpoch, fingerprint};
pub use plan::{Answer, Commit, Plan, Planned, Submission, Verdict, plan};
pub use seal::{CursorSeal, Position};
pub use truth::{Standing, Truth};

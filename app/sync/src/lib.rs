//! Sync without I/O (`app-sync`): the replica, the outbox, the wire messages, and the cores of both ends.
//!
//! Both cores are state machines, `(state, event, now) -> effects`. The browser, the server and the simulator drive them.

pub mod client;
pub mod outbox;
pub mod presence;
pub mod project;
pub mod replica;
pub mod search;
pub mod server;
pub mod statement;
pub mod wire;

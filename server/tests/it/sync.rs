//! The server side of sync, over real sockets, on both engines.

mod day;
mod elsewhere;
mod live;
mod push;
mod session;

//! The server side of sync, over real sockets, on both engines.

mod checks;
mod day;
mod elsewhere;
mod killed;
pub mod live;
mod payments;
mod plan_answers;
mod poll;
mod push;
mod rescue;
mod risk_table;
mod search;
mod session;
mod statement;
mod waivers;

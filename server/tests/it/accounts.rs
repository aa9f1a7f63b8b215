//! Accounts and sessions.

mod engines;
mod owner;
mod role;
mod session;
mod sign_in;

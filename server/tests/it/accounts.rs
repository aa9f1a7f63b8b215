//! Accounts and sessions.

mod owner;
mod role;
mod session;
mod sign_in;

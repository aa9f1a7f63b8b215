//! Accounts and sessions.

mod device_keys;
mod engines;
mod owner;
mod role;
mod session;
mod sign_in;

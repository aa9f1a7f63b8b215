//! Words and rules of the practice (`app-domain`).
//!
//! Everything here is a pure function of facts and a given [`time::Now`]: no clock, no randomness, no I/O. The same code
//! runs in the browser, in the server and in the simulator, and gives the same answers in all three.

pub mod agenda;
pub mod apply;
pub mod autonomy;
pub mod calendar;
pub mod calls;
pub mod care;
pub mod command;
pub mod digest;
pub mod id;
pub mod indicators;
pub mod language;
pub mod money;
pub mod patient;
pub mod payments;
pub mod policy;
pub mod practice;
pub mod refusal;
pub mod requests;
pub mod review;
pub mod risk_marks;
pub mod role;
pub mod rows;
pub mod search;
pub mod time;
pub mod treatment_consent;

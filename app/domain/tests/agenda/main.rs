//! The agenda and the commands, in a small practice.

mod addenda;
mod away;
mod commands;
mod endings;
#[cfg(not(target_arch = "wasm32"))]
mod finder;
mod fullness;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod requests;
mod reviews;
mod saturation;
mod settling;
mod setup;

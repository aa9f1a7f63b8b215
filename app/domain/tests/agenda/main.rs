//! The agenda and the commands, in a small practice.

mod commands;
mod endings;
mod fullness;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod reviews;

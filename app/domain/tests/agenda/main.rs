//! The agenda and the commands, in a small practice.

mod addenda;
mod asked_in_a_call;
mod asking;
mod away;
mod commands;
mod consents;
mod earlier;
mod endings;
#[cfg(not(target_arch = "wasm32"))]
mod finder;
mod first_visit;
mod fullness;
mod model;
mod new_places;
mod payments;
mod plan_answers;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod recalls;
mod requests;
mod reviews;
mod risk_table;
mod risks;
mod saturation;
mod settling;
mod setup;
mod step_gap;

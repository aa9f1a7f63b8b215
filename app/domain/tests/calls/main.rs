//! The call list, rule by rule.
#![expect(
    clippy::unwrap_used,
    reason = "a fact of a test that is not there fails the test"
)]

mod answered;
mod board;
mod case;
mod causes;
mod checks;
mod delay;
mod hygiene;
#[cfg(not(target_arch = "wasm32"))]
mod limits;
mod promises;
#[cfg(not(target_arch = "wasm32"))]
mod properties;
mod rank;
mod reasons;
mod resume;
mod risks;
mod said;
mod satisfaction;
mod settled;
#[cfg(not(target_arch = "wasm32"))]
mod statement;
mod table;
mod tries;
mod visits;
mod word;
mod world;

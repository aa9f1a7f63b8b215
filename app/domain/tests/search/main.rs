//! Searching patients: what is found by what, and in which order.

mod found;
mod naive;
mod people;
#[cfg(not(target_arch = "wasm32"))]
mod properties;

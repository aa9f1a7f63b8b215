//! The screens (`app`): compiled to WebAssembly for the signed-in app and to native code for the public pages.

pub mod sign_in;
pub mod text;
pub mod ui;

#[cfg(feature = "csr")]
pub mod absence;
#[cfg(feature = "csr")]
pub mod agenda;
#[cfg(feature = "csr")]
pub mod calls;
#[cfg(feature = "csr")]
pub mod hours;
#[cfg(feature = "csr")]
pub mod layout;
#[cfg(feature = "csr")]
pub mod outbox;
#[cfg(feature = "csr")]
pub mod palette;
#[cfg(feature = "csr")]
pub mod patient;
#[cfg(feature = "csr")]
pub mod port;
#[cfg(feature = "csr")]
pub mod presence;
#[cfg(feature = "csr")]
pub mod questions;
#[cfg(feature = "csr")]
pub mod requests;
#[cfg(feature = "csr")]
pub mod review;
#[cfg(feature = "csr")]
pub mod setup;
#[cfg(feature = "csr")]
pub mod sheet;
#[cfg(feature = "csr")]
pub mod workspace;

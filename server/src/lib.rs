//! The one server that orders everything (`server`, binary `richiamo`).

pub mod accounts;
pub mod calls_command;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod error;
pub mod export;
pub mod figures_command;
pub mod import;
pub mod router;
pub mod session;
pub mod site;
pub mod store;
pub mod sync;

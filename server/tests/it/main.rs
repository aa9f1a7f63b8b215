//! The server as people and programs meet it: in process, with a clock that stands still until a test moves it.

mod accounts;
mod app;
mod cli;
mod export;
mod figures;
mod import;
mod routes;
mod store;
mod sync;
mod tidy;

//! Tests of both cores through their public interface, and a simulation of devices and a server under faults.

mod client;
mod earlier;
mod page_life;
mod practice;
mod presence;
mod project;
mod replica;
mod review;
mod search;
mod server;
mod simulation;
mod statement;
mod wire;
mod wire_agenda;
mod wire_calls;
mod wire_consents;
mod wire_payments;
mod wire_recalls;
mod wire_requests;
mod wire_risks;

//! What waits to be sent: one record per mutation, in order.

use app_domain::refusal::Refusal;
use app_domain::time::Instant;
use serde::{Deserialize, Serialize};

use crate::wire::Mutation;

/// A mutation on its way, as it rests in the device's outbox.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OutboxRecord {
    /// What is asked for.
    pub mutation: Mutation,
    /// How far it has come.
    pub state: OutboxState,
}

/// How far a mutation has come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum OutboxState {
    /// Being written to the device's disk: nothing is promised yet.
    Writing,
    /// Could not be written: it lives in memory only, and is sent all the same.
    Unkept,
    /// Kept on this device.
    Kept,
    /// Sent, not answered yet.
    Sent,
    /// Accepted by the server; stays until the delta that carries its effect.
    Accepted,
    /// Not carried out: stays, with what was typed, until the person has dealt with it.
    NeedsYou {
        /// Why.
        refusal: Refusal,
        /// Since when.
        at: Instant,
    },
}

//! What the server stores: the log, and what became of each mutation.

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::rows::Change;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::replica::Fnv;
use crate::wire::{ClientId, Mid, MutationResult};

/// Which log: random, new after a restore, so that nobody reads on in another history.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LogEpoch(pub Uuid);

/// A step of the change log: the whole effect of one transaction, as it is (not as somebody sees it).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// Its number: 1 above the one before, without gaps, within one epoch.
    pub seq: u64,
    /// The effects, in order.
    pub changes: Vec<Change>,
    /// The mutation that caused it; none for imports and what the server does by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mutation: Option<(ClientId, Mid)>,
}

/// What became of a mutation, stored in the transaction of its effect under (client, number).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    /// Fingerprint of the command: a number that comes again with another command is no duplicate.
    pub fingerprint: u64,
    /// Why it was not carried out; `None` where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

impl Decided {
    /// The answer to a mutation that comes again, with what is stored under its number.
    ///
    /// A number that holds another command (two tabs that share an outbox, a device put back to an older state) is
    /// refused, so that the person sees it: to answer "done" would lose it in silence.
    pub fn answer_again(stored: Option<&Self>, fingerprint: u64) -> MutationResult {
        match stored {
            Some(stored) if stored.fingerprint == fingerprint => MutationResult::Dup {
                refusal: stored.refusal.clone(),
            },
            _ => MutationResult::Refused {
                refusal: Refusal::AlreadyRecorded,
            },
        }
    }

    /// The answer to a mutation that comes for the first time.
    pub fn answer(&self) -> MutationResult {
        match &self.refusal {
            None => MutationResult::Ok,
            Some(refusal) => MutationResult::Refused {
                refusal: refusal.clone(),
            },
        }
    }
}

/// A number that is the same for the same command, on every machine.
pub fn fingerprint(command: &Command) -> u64 {
    let mut hash = Fnv::default();
    serde_json::to_writer(&mut hash, command).expect("commands are plain data and always have a JSON form");
    hash.mixed()
}

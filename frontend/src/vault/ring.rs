//! The key ring: keys for data as they rest, wrapped, and what a personal device adds to them.

use app_domain::id::MemberId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::subtle::{Boxed, Text64};

/// Version of everything that the vault writes, bound into each of it. Not that of the rows: unsent work outlives those.
const VERSION: u32 = 1;

/// What a key is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The read cache: goes with the session.
    Cache,
    /// Unsent work: stays until it is sent.
    Outbox,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::Cache => "cache",
            Self::Outbox => "outbox",
        }
    }

    /// Where a key of this purpose is kept among two.
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Cache => 0,
            Self::Outbox => 1,
        }
    }
}

/// A key for data as it rests.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RingKey {
    /// Its name, which everything that it seals bears.
    pub id: Uuid,
    /// The practice's civil day on which it was made.
    pub day: Date,
    /// What it is for.
    pub purpose: Purpose,
    /// Wrapped under the server's share.
    pub by_share: Option<Boxed>,
    /// Wrapped to the public half of a personal device.
    pub by_password: Option<Text64>,
}

impl RingKey {
    /// What is bound into the wrapping: a key moved to another name, purpose or person does not unwrap.
    pub(super) fn about(&self, person: MemberId) -> String {
        format!(
            "richiamo {VERSION} key {} {} {person}",
            self.purpose.name(),
            self.id
        )
    }
}

/// The pair of a personal device.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Of the password's derivation.
    pub salt: Text64,
    /// Of the password's derivation.
    pub iterations: u32,
    /// The private half under the key that the password gives.
    pub private: Boxed,
    /// The public half, in clear.
    pub public: Text64,
}

/// What is bound into the wrapping of a private half.
pub(super) fn about_pair(person: MemberId) -> String {
    format!("richiamo {VERSION} pair {person}")
}

/// What a share is derived for.
pub(super) fn about_share(purpose: Purpose, person: MemberId) -> String {
    format!("richiamo {VERSION} share {} {person}", purpose.name())
}

/// What is bound into what a key seals: a thing moved to another place, person or version does not open.
pub(super) fn about_thing(purpose: Purpose, person: MemberId, place: &str) -> String {
    format!("richiamo {VERSION} {} {person} {place}", purpose.name())
}

//! Where tower-sessions keeps sessions: in our own table, under the hash of the secret.

use std::collections::HashMap;

use app_domain::id::{MemberId, PracticeId};
use app_domain::role::Role;
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use tower_sessions::Session;
use tower_sessions::session::{Error, Id, Record};
use tower_sessions::session_store::{self, SessionStore};

use super::{Entering, SessionId, is_live};
use crate::accounts::fresh_share;
use crate::clock::Clock;
use crate::store::Store;
use crate::store::accounts::NewSession;

/// The one thing that a session holds.
const WHO: &str = "who";

/// Who is signed in, as tower-sessions carries it between [`enter`] and [`Keep::create`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Who {
    practice: PracticeId,
    member: MemberId,
    role: Role,
}

/// Puts a person into the session of a response, under a new secret.
pub(super) async fn enter(cookie: &Session, entering: Entering) -> Result<(), Error> {
    let Entering {
        practice,
        member,
        role,
    } = entering;
    cookie.cycle_id().await?;
    // Written down with the response, which then carries the new cookie.
    cookie
        .insert(
            WHO,
            Who {
                practice,
                member,
                role,
            },
        )
        .await
}

/// The sessions of tower-sessions, in the table `session`.
#[derive(Clone, Debug)]
pub struct Keep {
    store: Store,
    clock: Clock,
}

impl Keep {
    /// Keeps sessions in a store.
    pub fn new(store: Store, clock: Clock) -> Self {
        Self { store, clock }
    }
}

#[async_trait]
impl SessionStore for Keep {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        // Never one that the browser brought: whoever put it there would be signed in with it.
        record.id = Id::default();
        let who = record
            .data
            .get(WHO)
            .cloned()
            .ok_or_else(|| broken("a session without a person"))?;
        let Who {
            practice,
            member,
            role,
        } = serde_json::from_value(who).map_err(broken)?;
        let id = SessionId::of(record.id);
        let share = fresh_share().map_err(broken)?;
        let new = NewSession {
            id_hash: &id.0,
            practice,
            member,
            role,
            started: self.clock.now(),
            cache_share: &share,
        };
        self.store.insert_session(new).await.map_err(broken)
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        // Who is signed in never changes within a session, and nothing else is kept in it.
        self.store
            .see_session(&SessionId::of(record.id).0, self.clock.now())
            .await
            .map_err(broken)
    }

    async fn load(&self, secret: &Id) -> session_store::Result<Option<Record>> {
        let row = self
            .store
            .session(&SessionId::of(*secret).0)
            .await
            .map_err(broken)?;
        let Some(row) = row.filter(|row| is_live(row, self.clock.now())) else {
            return Ok(None);
        };
        let who = Who {
            practice: row.practice,
            member: row.member.id,
            role: row.role,
        };
        let data = HashMap::from([(WHO.to_owned(), serde_json::to_value(who).map_err(broken)?)]);
        // The end of a session is decided by `is_live`; tower-sessions only wants a date to carry along.
        Ok(Some(Record {
            id: *secret,
            data,
            expiry_date: OffsetDateTime::UNIX_EPOCH,
        }))
    }

    async fn delete(&self, secret: &Id) -> session_store::Result<()> {
        self.store
            .delete_session(&SessionId::of(*secret).0)
            .await
            .map_err(broken)
    }
}

fn broken(error: impl core::fmt::Display) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}

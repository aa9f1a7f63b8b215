//! Rows of sessions.

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::time::Instant;

use super::Standing;
use crate::store::column::{from_word, parsed};
use crate::store::{Store, StoreError, Tx, sql};

/// A session as it is kept.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: Member,
    /// The active role.
    pub role: Role,
    /// When the person signed in.
    pub started: Instant,
    /// Last sign of life.
    pub seen: Instant,
}

/// What a new session is kept with.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    /// Hash of the secret in the cookie.
    pub id_hash: &'a str,
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: MemberId,
    /// The active role.
    pub role: Role,
    /// When the person signed in.
    pub started: Instant,
    /// Opens what is cached on the device, as long as the session lives.
    pub cache_share: &'a str,
}

impl Store {
    /// The session of a cookie's hash, if its person may still sign in and still holds the role.
    pub async fn session(&self, id_hash: &str) -> Result<Option<SessionRow>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String, String, String, i64, i64)>,
            "SELECT practice_id, member_id, role, started_at, seen_at FROM session WHERE id_hash = $1",
            id_hash,
        )?;
        let Some((practice, member, code, started, seen)) = row else {
            return Ok(None);
        };
        let practice = parsed("session.practice_id", &practice)?;
        let role = from_word("session.role", &code)?;
        let person = self
            .person(practice, parsed("session.member_id", &member)?)
            .await?;
        Ok(match person {
            Some((member, Standing::Active)) if member.roles.contains(&role) => Some(SessionRow {
                practice,
                member,
                role,
                started: Instant(started),
                seen: Instant(seen),
            }),
            _ => None,
        })
    }

    /// Keeps a new session.
    pub async fn insert_session(&self, new: NewSession<'_>) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "INSERT INTO session (id_hash, practice_id, member_id, role, started_at, seen_at, cache_share)
             VALUES ($1, $2, $3, $4, $5, $5, $6)",
            new.id_hash,
            new.practice.to_string(),
            new.member.to_string(),
            new.role.code(),
            new.started.0,
            new.cache_share,
        )?;
        Ok(tx.commit().await?)
    }

    /// Notes a sign of life.
    pub async fn see_session(&self, id_hash: &str, at: Instant) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "UPDATE session SET seen_at = $2 WHERE id_hash = $1",
            id_hash,
            at.0
        )?;
        Ok(tx.commit().await?)
    }

    /// Makes another role the active one, of this session and of the next sign-in.
    pub async fn set_session_role(&self, id_hash: &str, role: Role) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "UPDATE session SET role = $2 WHERE id_hash = $1",
            id_hash,
            role.code()
        )?;
        sql!(
            &mut tx,
            execute,
            "UPDATE account SET last_role = $2 WHERE (practice_id, member_id) =
             (SELECT practice_id, member_id FROM session WHERE id_hash = $1)",
            id_hash,
            role.code(),
        )?;
        Ok(tx.commit().await?)
    }

    /// Drops a session.
    pub async fn delete_session(&self, id_hash: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "DELETE FROM session WHERE id_hash = $1",
            id_hash
        )?;
        Ok(tx.commit().await?)
    }

    /// Drops the sessions that were last seen at one instant or before, or began at another or before.
    pub async fn delete_old_sessions(&self, last_seen: Instant, started: Instant) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let gone = sql!(
            &mut tx,
            execute,
            "DELETE FROM session WHERE seen_at <= $1 OR started_at <= $2",
            last_seen.0,
            started.0,
        )?;
        tx.commit().await?;
        Ok(gone)
    }
}

/// Drops every session of a person.
pub(super) async fn delete_sessions_of(tx: &mut Tx, practice: &str, member: &str) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM session WHERE practice_id = $1 AND member_id = $2",
        practice,
        member
    )?;
    Ok(())
}

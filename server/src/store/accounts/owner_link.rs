//! Rows of owner links.

use app_domain::id::PracticeId;
use app_domain::time::Instant;

use crate::store::column::parsed;
use crate::store::{Store, StoreError, Tx, sql};

impl Store {
    /// The owner link of a token, unless it has expired.
    pub async fn owner_link(&self, token_hash: &str, now: Instant) -> Result<Option<PracticeId>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String,)>,
            "SELECT practice_id FROM owner_link WHERE token_hash = $1 AND expires_at > $2",
            token_hash,
            now.0,
        )?;
        row.map(|(id,)| parsed("owner_link.practice_id", &id)).transpose()
    }

    /// Keeps an owner link; those made before are good no longer.
    pub async fn replace_owner_link(
        &self,
        practice: PracticeId,
        token_hash: &str,
        at: Instant,
        expires: Instant,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "DELETE FROM owner_link WHERE practice_id = $1",
            practice.to_string()
        )?;
        sql!(
            &mut tx,
            execute,
            "INSERT INTO owner_link (token_hash, practice_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            token_hash,
            practice.to_string(),
            at.0,
            expires.0,
        )?;
        Ok(tx.commit().await?)
    }
}

/// Uses an owner link up. Gives false where it was used or replaced meanwhile.
pub(crate) async fn use_owner_link(tx: &mut Tx, token_hash: &str) -> Result<bool, StoreError> {
    Ok(sql!(
        tx,
        execute,
        "DELETE FROM owner_link WHERE token_hash = $1",
        token_hash
    )? == 1)
}

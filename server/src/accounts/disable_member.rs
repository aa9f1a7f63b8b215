//! A person who may sign in no longer.

use app_domain::id::{MemberId, PracticeId};

use super::{Accounts, Login};
use crate::session::Sessions;
use crate::store::StoreError;
use crate::store::accounts::disable;

/// Why nothing is changed about a person's account.
#[derive(Debug, thiserror::Error)]
pub enum ChangeAccountError {
    /// No such person, or disabled before.
    #[error("nobody who may sign in has that login name")]
    NotFound,
    /// Nobody works without a role.
    #[error("a person needs at least one role of FD, RS, DCM, DOM, DE, HY, OW")]
    NoRole,
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something inside is broken.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl Accounts {
    /// Takes a person's right to sign in away and ends their sessions, at once here and within 30 seconds in a server
    /// that runs elsewhere on the same database.
    ///
    /// # Errors
    /// When there is no such person who may sign in, or when the database does not answer.
    pub async fn disable_member(
        &self,
        practice: PracticeId,
        login: &Login,
        sessions: &Sessions,
    ) -> Result<MemberId, ChangeAccountError> {
        let account = self.store.account(login.as_str()).await?;
        let account = account
            .filter(|account| account.practice == practice)
            .ok_or(ChangeAccountError::NotFound)?;
        let member = account.member.id;
        let mut tx = self.store.begin().await?;
        let changed = disable(&mut tx, practice, member, self.clock.now()).await?;
        tx.commit().await.map_err(StoreError::from)?;
        sessions.announce_end_of(member);
        if !changed {
            return Err(ChangeAccountError::NotFound);
        }
        tracing::info!(%member, "member disabled");
        Ok(member)
    }
}

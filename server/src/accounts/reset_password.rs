//! A new password for a person who has forgotten theirs.

use app_domain::id::{MemberId, PracticeId};

use super::{Accounts, ChangeAccountError, Login, NewPassword};
use crate::session::Sessions;
use crate::store::StoreError;
use crate::store::accounts::{Standing, replace_password};

impl Accounts {
    /// Gives a person a new password and ends their sessions: whoever knew the old one is out.
    ///
    /// # Errors
    /// When there is no such person who may sign in, or when the database does not answer.
    pub async fn reset_password(
        &self,
        practice: PracticeId,
        login: &Login,
        password: NewPassword,
        sessions: &Sessions,
    ) -> Result<MemberId, ChangeAccountError> {
        let account = self.store.account(login.as_str()).await?;
        let account = account
            .filter(|account| account.practice == practice && account.standing == Standing::Active)
            .ok_or(ChangeAccountError::NotFound)?;
        let hash = self.passwords.hash(password).await?;
        let mut tx = self.store.begin().await?;
        replace_password(&mut tx, practice, account.member.id, &hash).await?;
        tx.commit().await.map_err(StoreError::from)?;
        sessions.announce_end_of(account.member.id);
        tracing::info!(member = %account.member.id, "password replaced");
        Ok(account.member.id)
    }
}

//! The roles that a person may take.

use app_domain::id::PracticeId;
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::rows::{Change, Row};

use super::{Accounts, ChangeAccountError, Login};
use crate::store::StoreError;
use crate::store::accounts::replace_roles;
use crate::store::log::append_system;

impl Accounts {
    /// Gives a person other roles than before. Sessions in a role that is gone go on in the first of those that are left: their
    /// devices drop what they held, at the latest within 30 seconds, and what waited on them is put aside for a person.
    ///
    /// # Errors
    /// When there is no such person who may sign in, or when the database does not answer.
    pub async fn change_roles(
        &self,
        practice: PracticeId,
        login: &Login,
        mut roles: Vec<Role>,
    ) -> Result<Member, ChangeAccountError> {
        let account = self.store.account(login.as_str()).await?;
        let account = account
            .filter(|account| account.practice == practice)
            .ok_or(ChangeAccountError::NotFound)?;
        let first = *roles.first().ok_or(ChangeAccountError::NoRole)?;
        roles.sort_unstable();
        roles.dedup();
        let member = Member {
            roles,
            ..account.member
        };
        let mut tx = self.store.begin().await?;
        replace_roles(&mut tx, practice, &member, first).await?;
        let row = Row::Member(member.clone());
        append_system(&mut tx, practice, self.clock.now(), vec![Change::Put { row }]).await?;
        tx.commit().await.map_err(StoreError::from)?;
        tracing::info!(member = %member.id, "roles changed");
        Ok(member)
    }
}

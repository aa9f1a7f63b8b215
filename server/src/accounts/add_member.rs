//! A new person at work, with an account.

use app_domain::id::{MemberId, PracticeId};
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::rows::{Change, Row};
use app_domain::time::Instant;

use super::{Accounts, Login, NewPassword, fresh_id};
use crate::store::accounts::{MemberRow, NewAccount, insert_account};
use crate::store::log::append_system;
use crate::store::{StoreError, Tx};

/// A person at work who will sign in.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Name on the screen.
    pub name: String,
    /// Roles that the person may take, one at a time.
    pub roles: Vec<Role>,
    /// Their column of the agenda, where the person is a clinician.
    pub clinician: Option<app_domain::id::ClinicianId>,
    /// The login name.
    pub login: Login,
    /// The password.
    pub password: NewPassword,
}

/// Why a person is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddMemberError {
    /// Nobody is without a name.
    #[error("a person needs a name")]
    NoName,
    /// Nobody works without a role.
    #[error("a person needs at least one role of FD, RS, DCM, DOM, DE, HY, OW")]
    NoRole,
    /// Another person signs in with that name.
    #[error("the login name `{0}` is taken")]
    LoginTaken(Login),
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something inside is broken.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl Accounts {
    /// Adds a person with an account.
    ///
    /// # Errors
    /// When the name or the roles are missing, when the login name is taken, or when the database does not answer.
    pub async fn add_member(&self, practice: PracticeId, new: NewMember) -> Result<Member, AddMemberError> {
        let ready = self.prepare(new).await?;
        let mut tx = self.store.begin().await?;
        let added = ready.insert(&mut tx, practice).await?;
        append_system(&mut tx, practice, ready.at, vec![added]).await?;
        tx.commit().await.map_err(StoreError::from)?;
        tracing::info!(member = %ready.member.id, "member added");
        Ok(ready.member)
    }

    /// Looks the person over and hashes the password, which takes too long to be done with a transaction open.
    pub(super) async fn prepare(&self, new: NewMember) -> Result<Ready, AddMemberError> {
        let NewMember {
            name,
            mut roles,
            clinician,
            login,
            password,
        } = new;
        let name = name.trim().to_owned();
        roles.sort_unstable();
        roles.dedup();
        if name.is_empty() {
            return Err(AddMemberError::NoName);
        }
        if roles.is_empty() {
            return Err(AddMemberError::NoRole);
        }
        let at = self.clock.now();
        let member = Member {
            id: MemberId(fresh_id(at)?),
            name,
            roles,
            clinician,
        };
        Ok(Ready {
            member,
            login,
            password_hash: self.passwords.hash(password).await?,
            at,
        })
    }

    /// Every person of the practice, by name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn members(&self, practice: PracticeId) -> Result<Vec<MemberRow>, StoreError> {
        self.store.members(practice).await
    }
}

/// A person who only needs to be written down.
pub(super) struct Ready {
    pub(super) member: Member,
    login: Login,
    password_hash: String,
    pub(super) at: Instant,
}

impl Ready {
    /// Writes the person down, and gives what the devices are to be told.
    pub(super) async fn insert(&self, tx: &mut Tx, practice: PracticeId) -> Result<Change, AddMemberError> {
        let account = NewAccount {
            practice,
            member: &self.member,
            login: self.login.as_str(),
            password_hash: &self.password_hash,
            at: self.at,
        };
        if !insert_account(tx, account).await? {
            return Err(AddMemberError::LoginTaken(self.login.clone()));
        }
        Ok(Change::Put {
            row: Row::Member(self.member.clone()),
        })
    }
}

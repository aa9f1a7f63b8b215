//! The first owner: a link that the server prints once, and the account that is made with it.

use app_domain::id::PracticeId;
use app_domain::practice::Practice;
use app_domain::role::Role;
use app_domain::rows::{Change, Row};
use app_domain::time::Instant;

use super::{Accounts, AddMemberError, Login, NewMember, NewPassword, fresh_token, hash_of};
use crate::session::Entering;
use crate::store::StoreError;
use crate::store::accounts::{count_accounts, use_owner_link};
use crate::store::log::append_system;
use crate::store::practice::{practice as read_practice, put_practice};

/// How long a link is good, in minutes: a day.
const GOOD_FOR: i64 = 24 * 60;

/// A link that makes the owner: once, and only while nobody can sign in.
#[derive(Clone, Debug)]
pub struct OwnerLink {
    /// What follows `/benvenuto/` in the address. Shown once, kept as a hash.
    pub token: String,
    /// Until when it is good.
    pub expires: Instant,
}

/// What the owner says of themselves and the practice.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// Name of the practice, as on the door.
    pub practice: String,
    /// Name of the owner.
    pub name: String,
    /// The login name.
    pub login: Login,
    /// The password.
    pub password: NewPassword,
}

/// Why nobody becomes owner.
#[derive(Debug, thiserror::Error)]
pub enum OwnerError {
    /// The link is used, replaced, expired, or was never made.
    #[error("the link is good no longer")]
    Link,
    /// A practice needs a name.
    #[error("a practice needs a name")]
    NoPracticeName,
    /// The account cannot be made.
    #[error(transparent)]
    Account(#[from] AddMemberError),
}

impl From<StoreError> for OwnerError {
    fn from(error: StoreError) -> Self {
        Self::Account(error.into())
    }
}

impl Accounts {
    /// A new link that makes the owner, if nobody can sign in yet. Links made before are good no longer.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn owner_link(&self, practice: PracticeId) -> anyhow::Result<Option<OwnerLink>> {
        let mut tx = self.store.begin().await?;
        let accounts = count_accounts(&mut tx, practice).await?;
        tx.rollback().await?;
        if accounts > 0 {
            return Ok(None);
        }
        let (token, now) = (fresh_token()?, self.clock.now());
        let expires = now.plus_minutes(GOOD_FOR);
        self.store
            .replace_owner_link(practice, &hash_of(&token), now, expires)
            .await?;
        Ok(Some(OwnerLink { token, expires }))
    }

    /// The practice that a link makes the owner of, while it is good.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn practice_of_link(&self, token: &str) -> Result<Option<PracticeId>, StoreError> {
        self.store.owner_link(&hash_of(token), self.clock.now()).await
    }

    /// Makes the owner and uses the link up, or does neither.
    ///
    /// # Errors
    /// When the link is not good, when the account cannot be made, or when the database does not answer.
    pub async fn become_owner(&self, token: &str, welcome: Welcome) -> Result<Entering, OwnerError> {
        let practice = self.practice_of_link(token).await?.ok_or(OwnerError::Link)?;
        let practice_name = welcome.practice.trim();
        if practice_name.is_empty() {
            return Err(OwnerError::NoPracticeName);
        }
        let Welcome {
            name,
            login,
            password,
            ..
        } = welcome.clone();
        let owner = NewMember {
            name,
            roles: vec![Role::Owner],
            clinician: None,
            login,
            password,
        };
        let ready = self.prepare(owner).await?;
        let mut tx = self.store.begin().await?;
        if count_accounts(&mut tx, practice).await? > 0 || !use_owner_link(&mut tx, &hash_of(token)).await? {
            return Err(OwnerError::Link);
        }
        let named = Practice {
            name: practice_name.to_owned(),
            ..read_practice(&mut tx, practice).await?
        };
        put_practice(&mut tx, &named).await?;
        let added = ready.insert(&mut tx, practice).await?;
        let told = vec![
            Change::Put {
                row: Row::Practice(named),
            },
            added,
        ];
        append_system(&mut tx, practice, ready.at, told).await?;
        tx.commit().await.map_err(StoreError::from)?;
        tracing::info!(member = %ready.member.id, "owner made");
        Ok(Entering {
            practice,
            member: ready.member.id,
            role: Role::Owner,
        })
    }
}

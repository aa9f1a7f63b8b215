//! People who sign in: accounts and their passwords, the first owner, and what slows guessing down. One file an operation.

mod add_member;
mod change_roles;
mod check_password;
mod disable_member;
mod login;
mod owner;
mod password;
mod practice;
mod reset_password;
mod secret;
mod sign_in;
mod slow_down;

use std::sync::Arc;

use crate::clock::Clock;
use crate::store::Store;

pub use add_member::{AddMemberError, NewMember};
pub use disable_member::ChangeAccountError;
pub use login::{Login, LoginError};
pub use owner::{OwnerError, OwnerLink, Welcome};
pub use password::{NewPassword, PasswordError, Passwords, Verdict};
pub use practice::{UNNAMED, new_practice};
pub use secret::{fresh_id, fresh_password, fresh_share, fresh_token, hash_of};
pub use sign_in::SignInError;
pub use slow_down::{SlowDown, Wait};

/// The accounts of this server. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Accounts {
    store: Store,
    clock: Clock,
    passwords: Passwords,
    slow_down: Arc<SlowDown>,
}

impl Accounts {
    /// The accounts kept in a store.
    ///
    /// # Errors
    /// When the machine gives no randomness.
    pub fn new(store: Store, clock: Clock) -> anyhow::Result<Self> {
        Ok(Self {
            store,
            clock,
            passwords: Passwords::new()?,
            slow_down: Arc::default(),
        })
    }
}

//! Checking a login name and a password.

use std::net::IpAddr;

use app_domain::role::Role;

use super::{Accounts, Login, NewPassword, Verdict, Wait};
use crate::session::Entering;
use crate::store::accounts::{AccountRow, Standing};

/// Why nobody is signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The name or the password is wrong, or the account is disabled: which of these is not told.
    #[error("wrong name or password")]
    Wrong,
    /// Too many mistakes of late.
    #[error("too many tries, wait {} s", .0.seconds)]
    Wait(Wait),
    /// Something inside is broken.
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

impl Accounts {
    /// Checks a login name and a password. Takes as long for a name without an account as for a wrong password.
    ///
    /// # Errors
    /// When they are wrong, when it is too early for another try, or when the database does not answer.
    pub async fn sign_in(
        &self,
        login: &str,
        password: String,
        peer: IpAddr,
    ) -> Result<Entering, SignInError> {
        // A text that is no login name is a wrong one like any other, and is charged to the address alike.
        let parsed = login.parse::<Login>().ok();
        let login = parsed.clone().unwrap_or_else(Login::nobody);
        self.slow_down
            .charge(&login, peer, self.clock.now())
            .map_err(SignInError::Wait)?;
        let account = match &parsed {
            Some(login) => self
                .store
                .account(login.as_str())
                .await
                .map_err(anyhow::Error::from)?,
            None => None,
        };
        let kept = account.as_ref().map(|account| account.password_hash.clone());
        let password = if password.chars().count() > NewPassword::MAX {
            String::new()
        } else {
            password
        };
        let verdict = self.passwords.verify(password, kept).await?;
        let entering = account
            .filter(|_| verdict == Verdict::Right)
            .and_then(enter)
            .ok_or(SignInError::Wrong)?;
        self.slow_down.forgive(&login, peer);
        Ok(entering)
    }
}

/// The session that a person may have, if any. The role is the one of last time, or the first that the person holds.
fn enter(account: AccountRow) -> Option<Entering> {
    let roles = &account.member.roles;
    let last: Option<Role> = account.last_role.filter(|role| roles.contains(role));
    let role = last.or_else(|| roles.iter().min().copied())?;
    (account.standing == Standing::Active).then_some(Entering {
        practice: account.practice,
        member: account.member.id,
        role,
    })
}

//! Checking the password of somebody who is signed in already.

use std::net::IpAddr;

use app_domain::id::{MemberId, PracticeId};

use super::{Accounts, SignInError};

impl Accounts {
    /// Checks a person's password as a sign-in does, at the same pace, without making a session.
    ///
    /// # Errors
    /// When it is wrong, when it is too early for another try, or when the database does not answer.
    pub async fn check_password(
        &self,
        practice: PracticeId,
        member: MemberId,
        password: String,
        peer: IpAddr,
    ) -> Result<(), SignInError> {
        let login = self.store.login_of(practice, member).await;
        let login = login.map_err(anyhow::Error::from)?.ok_or(SignInError::Wrong)?;
        let entering = self.sign_in(&login, password, peer).await?;
        if entering.member == member {
            Ok(())
        } else {
            Err(SignInError::Wrong)
        }
    }
}

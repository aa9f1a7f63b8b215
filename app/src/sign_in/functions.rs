//! The server functions. What they do is decided behind the [`door`](super::door), on the server.

use app_domain::role::Role;
use leptos::prelude::*;

use super::Refused;

/// Signs in, and goes to the app.
#[server(prefix = "/api", endpoint = "sign-in")]
pub async fn sign_in(
    /// Login name.
    login: String,
    /// Password.
    password: String,
) -> Result<(), Refused> {
    super::door::open()?.sign_in(login, password).await?;
    leptos_axum::redirect(super::HOME);
    Ok(())
}

/// Signs out, and goes to the sign-in page.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), Refused> {
    super::door::open()?.sign_out().await?;
    leptos_axum::redirect(super::SIGN_IN_PAGE);
    Ok(())
}

/// Works in another role from now on.
#[server(prefix = "/api", endpoint = "role")]
pub async fn take_role(
    /// The role.
    role: Role,
) -> Result<(), Refused> {
    super::door::open()?.take_role(role).await?;
    leptos_axum::redirect(super::HOME);
    Ok(())
}

/// Checks the password of whoever is signed in, as the sign-in page would.
#[server(prefix = "/api", endpoint = "password-check")]
pub async fn check_password(
    /// Password.
    password: String,
) -> Result<(), Refused> {
    super::door::open()?.check_password(password).await
}

/// Makes the owner with the link that the server printed, signs them in, and goes to the app.
#[server(prefix = "/api", endpoint = "welcome")]
pub async fn welcome(
    /// The secret of the link.
    token: String,
    /// Name of the practice.
    practice: String,
    /// Name of the owner.
    name: String,
    /// Login name.
    login: String,
    /// Password.
    password: String,
    /// Password, typed again.
    again: String,
) -> Result<(), Refused> {
    let owner = super::door::NewOwner {
        token,
        practice,
        name,
        login,
        password,
        again,
    };
    super::door::open()?.welcome(owner).await?;
    leptos_axum::redirect(super::HOME);
    Ok(())
}

//! The port through which the server functions reach the accounts. The server gives a door with each request.

use std::pin::Pin;
use std::sync::Arc;

use app_domain::role::Role;
use leptos::prelude::use_context;

use super::Refused;

/// What a call through the door comes back with.
pub type Answer<'a> = Pin<Box<dyn Future<Output = Result<(), Refused>> + Send + 'a>>;

/// What the accounts do for one request.
pub trait Door: Send + Sync {
    /// Signs in.
    fn sign_in(&self, login: String, password: String) -> Answer<'_>;
    /// Signs out. Nobody signed in is fine.
    fn sign_out(&self) -> Answer<'_>;
    /// Works in another role from now on.
    fn take_role(&self, role: Role) -> Answer<'_>;
    /// Checks the password of whoever is signed in.
    fn check_password(&self, password: String) -> Answer<'_>;
    /// Makes the owner and signs them in.
    fn welcome(&self, owner: NewOwner) -> Answer<'_>;
}

/// The owner's form, as typed.
pub struct NewOwner {
    /// The secret of the link.
    pub token: String,
    /// Name of the practice.
    pub practice: String,
    /// Name of the owner.
    pub name: String,
    /// Login name.
    pub login: String,
    /// Password.
    pub password: String,
    /// Password, typed again.
    pub again: String,
}

/// The door of this request.
///
/// # Errors
/// Where the server gave none.
pub fn open() -> Result<Arc<dyn Door>, Refused> {
    use_context().ok_or(Refused::Broken)
}

//! The server's half of what opens the encrypted things on a device.

use app_domain::id::MemberId;
use serde::Serialize;
use uuid::Uuid;

use super::{Sessions, SignedIn};
use crate::accounts::fresh_share;
use crate::error::HttpError;
use crate::store::accounts::DeviceOf;

/// What a live session is given: 32 bytes each, in base64. Never logged.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Shares {
    /// Whose they are: the device may hold somebody else's things.
    pub person: MemberId,
    /// Opens the read cache that this session has written. Another session is given another one.
    pub cache: String,
    /// Opens the unsent work of this person on this device, whatever the session.
    pub outbox: String,
}

impl core::fmt::Debug for Shares {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Shares of {}", self.person)
    }
}

impl Sessions {
    /// The shares of a person on a device.
    ///
    /// # Errors
    /// [`HttpError::SignedOut`] where the session has ended meanwhile; or when the database does not answer.
    pub async fn shares(&self, signed_in: &SignedIn, device: Uuid) -> Result<Shares, HttpError> {
        let cache = self.store.cache_share(&signed_in.session.0).await;
        let cache = cache.map_err(HttpError::internal)?.ok_or(HttpError::SignedOut)?;
        let fresh = fresh_share()?;
        let outbox = self
            .store
            .outbox_share(device_of(signed_in, device), &fresh, self.clock.now())
            .await
            .map_err(HttpError::internal)?;
        Ok(Shares {
            person: signed_in.member.id,
            cache,
            outbox,
        })
    }

    /// Nothing unsent is left on the device: what would open it is forgotten.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget_device(&self, signed_in: &SignedIn, device: Uuid) -> Result<(), HttpError> {
        self.store
            .delete_outbox_share(device_of(signed_in, device))
            .await
            .map_err(HttpError::internal)
    }
}

fn device_of(signed_in: &SignedIn, device: Uuid) -> DeviceOf {
    DeviceOf {
        practice: signed_in.practice,
        member: signed_in.member.id,
        device,
    }
}

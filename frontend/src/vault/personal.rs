//! A device that a person has called their own: the password opens it without a network.
//!
//! The password opens the private half of a pair; keys for data are wrapped to the public half, for which no password is
//! needed. So the pair is made once, when the server has confirmed the password, and every day's keys follow by themselves.

use std::rc::Rc;

use app_domain::id::MemberId;

use super::ring::about_pair;
use super::subtle::{Grip, Text64};
use super::{Pair, RingKey, Subtle, Unopened, Vault};
use crate::clock;
use crate::disk::Disk;

/// Rounds of PBKDF2-SHA-256, as OWASP's password storage cheat sheet asks for.
const ITERATIONS: u32 = 600_000;
/// Bytes of its salt.
const SALT: usize = 16;

/// Opens the vault of a personal device with the password. `Err` where it is wrong.
pub async fn unlock(
    subtle: Subtle,
    disk: Rc<Disk>,
    person: MemberId,
    pair: &Pair,
    password: &str,
) -> Result<Vault, Unopened> {
    let opener = subtle
        .opener_of_password(password, &pair.salt.bytes()?, pair.iterations)
        .await?;
    let private = subtle
        .unwrap_private(&pair.private, &opener, &about_pair(person))
        .await?;
    let public = subtle.read_public(&pair.public).await.ok();
    let vault = Vault::new(person, subtle, disk);
    {
        let mut openers = vault.openers.borrow_mut();
        openers.private = Some(private);
        openers.public = public;
    }
    Ok(vault)
}

impl Vault {
    /// Whether this device is the person's own.
    pub fn is_personal(&self) -> bool {
        self.openers.borrow().public.is_some()
    }

    /// Makes this device the person's own. The password is theirs: the server has said so.
    pub async fn make_personal(&self, password: &str) -> Result<(), Unopened> {
        let salt = clock::random::<SALT>();
        let (public, private) = self.subtle.fresh_pair().await?;
        let opener = self
            .subtle
            .opener_of_password(password, &salt, ITERATIONS)
            .await?;
        let pair = Pair {
            salt: Text64::of(&salt),
            iterations: ITERATIONS,
            private: self
                .subtle
                .wrap_private(&private, &opener, &about_pair(self.person))
                .await?,
            public: self.subtle.write_public(&public).await?,
        };
        let mut keys = self.disk.keys().await.map_err(|_| Unopened)?;
        for entry in &mut keys {
            if let Ok(key) = self.open_to_wrap(entry).await {
                let about = entry.about(self.person);
                entry.by_password = Some(self.subtle.wrap_to(&key, &public, &about).await?);
            }
        }
        self.disk.put_pair(&pair, &keys).await.map_err(|_| Unopened)?;
        self.openers.borrow_mut().public = Some(public);
        self.in_use.replace([None, None]);
        Ok(())
    }

    /// Makes this device one like any other: the password opens nothing here any more.
    pub async fn make_shared(&self) -> Result<(), Unopened> {
        let mut keys = self.disk.keys().await.map_err(|_| Unopened)?;
        for entry in &mut keys {
            entry.by_password = None;
        }
        self.disk.drop_pair(&keys).await.map_err(|_| Unopened)?;
        {
            let mut openers = self.openers.borrow_mut();
            openers.public = None;
            openers.private = None;
        }
        // Keys that are open stay open until the page goes; what is written from now on names the share only.
        for in_use in self.in_use.borrow_mut().iter_mut().flatten() {
            in_use.entry.by_password = None;
        }
        Ok(())
    }

    async fn open_to_wrap(&self, entry: &RingKey) -> Result<web_sys::CryptoKey, Unopened> {
        let share = self.openers.borrow().shares[entry.purpose.index()].clone();
        let (share, wrapped) = share.zip(entry.by_share.clone()).ok_or(Unopened)?;
        self.subtle
            .unwrap(&wrapped, &share, &entry.about(self.person), Grip::ToWrap)
            .await
    }
}

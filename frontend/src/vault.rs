//! The vault: everything that rests on this device and says something of a patient rests in it, encrypted.
//!
//! Keys for data are made fresh for each person and civil day, one for the cache and one for the outbox, and lie in the
//! person's key ring, wrapped. What unwraps them is not here: the server gives a share of it to a live session, and on a
//! personal device the password does, by a pair whose private half it opens. In memory no key can be read by scripts.

mod personal;
mod ring;
mod shares;
mod subtle;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use app_domain::id::MemberId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use web_sys::CryptoKey;

use crate::clock;
use crate::disk::Disk;
use ring::{about_share, about_thing};
use subtle::Grip;

pub use personal::unlock;
pub use ring::{Pair, Purpose, RingKey};
pub use shares::{Answer, Shares, ask, forget_device};
pub use subtle::{Boxed, Subtle};

/// It does not open: the key is missing, or something was changed, moved or is another person's; or the browser cannot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unopened;

/// Something that rests encrypted.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Name of the key.
    pub key: Uuid,
    /// What it seals.
    pub boxed: Boxed,
}

/// A key for data in use.
#[derive(Clone)]
struct InUse {
    key: CryptoKey,
    entry: RingKey,
}

/// What unwraps keys.
#[derive(Clone, Default)]
struct Openers {
    /// From the server's shares, by purpose.
    shares: [Option<CryptoKey>; 2],
    /// The private half of a personal device.
    private: Option<CryptoKey>,
    /// Its public half.
    public: Option<CryptoKey>,
}

/// What opens a person's things on this device. Lives as long as the page.
pub struct Vault {
    person: MemberId,
    subtle: Subtle,
    disk: Rc<Disk>,
    openers: RefCell<Openers>,
    /// By purpose.
    in_use: RefCell<[Option<InUse>; 2]>,
    opened: RefCell<BTreeMap<Uuid, CryptoKey>>,
}

impl Vault {
    fn new(person: MemberId, subtle: Subtle, disk: Rc<Disk>) -> Self {
        Self {
            person,
            subtle,
            disk,
            openers: RefCell::default(),
            in_use: RefCell::default(),
            opened: RefCell::default(),
        }
    }

    /// Opens the vault of a person with what the server has given.
    pub async fn with_shares(
        subtle: Subtle,
        disk: Rc<Disk>,
        shares: &Shares,
        day: Date,
    ) -> Result<Self, Unopened> {
        let vault = Self::new(shares.person, subtle, disk);
        if let Ok(Some(pair)) = vault.disk.pair().await {
            let public = vault.subtle.read_public(&pair.public).await;
            vault.openers.borrow_mut().public = public.ok();
        }
        vault.admit(shares, day).await?;
        Ok(vault)
    }

    /// Takes in what the server gives to the present session. The key of the day for unsent work is made at once, so that
    /// there is one that the share opens when the device starts without a network.
    pub async fn admit(&self, shares: &Shares, day: Date) -> Result<(), Unopened> {
        let derive = async |purpose: Purpose, share: &subtle::Text64| {
            let about = about_share(purpose, self.person);
            self.subtle.opener_of_share(&share.bytes()?, &about).await
        };
        let cache = derive(Purpose::Cache, &shares.cache).await?;
        let outbox = derive(Purpose::Outbox, &shares.outbox).await?;
        self.openers.borrow_mut().shares = [Some(cache), Some(outbox)];
        self.in_use.replace([None, None]);
        let of_day = self.key_of(Purpose::Outbox, day).await?;
        self.disk.put_keys(&[of_day.entry]).await.map_err(|_| Unopened)
    }

    /// Another page has changed what the keys are wrapped to: those in use are read again where they lie.
    pub async fn look_again(&self) {
        let pair = self.disk.pair().await.ok().flatten();
        let public = match pair {
            Some(pair) => self.subtle.read_public(&pair.public).await.ok(),
            None => None,
        };
        self.openers.borrow_mut().public = public;
        self.in_use.replace([None, None]);
    }

    /// Whether what was admitted still stands: if not, ask the server again as soon as it answers.
    pub fn has_shares(&self) -> bool {
        self.openers.borrow().shares.iter().all(Option::is_some)
    }

    /// Whose it is.
    pub fn person(&self) -> MemberId {
        self.person
    }

    /// Encrypts something for a place. The ring entry is to be written together with what bears its name.
    pub async fn seal(
        &self,
        purpose: Purpose,
        day: Date,
        place: &str,
        plain: &[u8],
    ) -> Result<(Sealed, RingKey), Unopened> {
        let InUse { key, entry } = self.key_of(purpose, day).await?;
        let about = about_thing(purpose, self.person, place);
        let boxed = self.subtle.seal(&key, &about, plain).await?;
        let sealed = Sealed { key: entry.id, boxed };
        Ok((sealed, entry))
    }

    /// Decrypts what was encrypted for this place.
    pub async fn unseal(&self, purpose: Purpose, place: &str, sealed: &Sealed) -> Result<Vec<u8>, Unopened> {
        let key = self.key_named(sealed.key, purpose).await?;
        let about = about_thing(purpose, self.person, place);
        self.subtle.unseal(&key, &about, &sealed.boxed).await
    }

    /// The session is over, or the cache may not be seen any more: its keys go, and the next ones are new.
    pub async fn forget_cache(&self) {
        self.openers.borrow_mut().shares[Purpose::Cache.index()] = None;
        self.drop_cache_keys().await;
    }

    /// What was cached until now opens no more; what is cached from now on does.
    pub async fn drop_cache_keys(&self) {
        self.in_use.borrow_mut()[Purpose::Cache.index()] = None;
        self.opened.borrow_mut().clear();
        // A key that stays because the disk fails opens nothing without the share, which ends with the session.
        let _ = self.disk.drop_cache_keys(&[]).await;
    }

    /// The key that seals today: the one in use, one of today that rests here, or a new one. Without the server's share
    /// none is made where there is one already: it could not be opened by the next start with a network.
    async fn key_of(&self, purpose: Purpose, day: Date) -> Result<InUse, Unopened> {
        let share = self.openers.borrow().shares[purpose.index()].clone();
        let in_use = self.in_use.borrow()[purpose.index()].clone();
        if let Some(in_use) = in_use
            && (in_use.entry.day == day || share.is_none())
        {
            return Ok(in_use);
        }
        let in_use = match self.key_at_rest(purpose, day, share.is_some()).await {
            Some(in_use) => in_use,
            None => self.fresh_key(purpose, day).await?,
        };
        self.in_use.borrow_mut()[purpose.index()] = Some(in_use.clone());
        Ok(in_use)
    }

    async fn key_at_rest(&self, purpose: Purpose, day: Date, of_day_only: bool) -> Option<InUse> {
        let mut entries = self.disk.keys().await.ok()?;
        entries.retain(|entry| entry.purpose == purpose && entry.by_share.is_some());
        // One that was made while the device was about to become personal knows no password.
        entries.retain(|entry| entry.by_password.is_some() || !self.is_personal());
        entries.retain(|entry| entry.day == day || !of_day_only);
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.day, entry.id)));
        for entry in entries {
            if let Ok(key) = self.open_key(&entry).await {
                return Some(InUse { key, entry });
            }
        }
        None
    }

    async fn fresh_key(&self, purpose: Purpose, day: Date) -> Result<InUse, Unopened> {
        let Openers { shares, public, .. } = self.openers.borrow().clone();
        let mut entry = RingKey {
            id: clock::new_id(),
            day,
            purpose,
            by_share: None,
            by_password: None,
        };
        let about = entry.about(self.person);
        let fresh = self.subtle.fresh_key().await?;
        if let Some(share) = &shares[purpose.index()] {
            entry.by_share = Some(self.subtle.wrap(&fresh, share, &about).await?);
        }
        if let Some(public) = &public {
            entry.by_password = Some(self.subtle.wrap_to(&fresh, public, &about).await?);
        }
        // Opened as the next start will open it: what could be exported to be wrapped goes out of hand here.
        let key = self.open_key(&entry).await?;
        Ok(InUse { key, entry })
    }

    async fn key_named(&self, id: Uuid, purpose: Purpose) -> Result<CryptoKey, Unopened> {
        let known = self.opened.borrow().get(&id).cloned();
        if let Some(key) = known {
            return Ok(key);
        }
        let entries = self.disk.keys().await.map_err(|_| Unopened)?;
        let entry = entries
            .iter()
            .find(|entry| entry.id == id && entry.purpose == purpose);
        self.open_key(entry.ok_or(Unopened)?).await
    }

    async fn open_key(&self, entry: &RingKey) -> Result<CryptoKey, Unopened> {
        let Openers { shares, private, .. } = self.openers.borrow().clone();
        let about = entry.about(self.person);
        let mut opened = Err(Unopened);
        if let (Some(share), Some(wrapped)) = (&shares[entry.purpose.index()], &entry.by_share) {
            opened = self.subtle.unwrap(wrapped, share, &about, Grip::Firm).await;
        }
        if let (Err(Unopened), Some(private), Some(wrapped)) = (&opened, &private, &entry.by_password) {
            opened = self.subtle.unwrap_with(wrapped, private, &about).await;
        }
        let key = opened?;
        self.opened.borrow_mut().insert(entry.id, key.clone());
        Ok(key)
    }
}

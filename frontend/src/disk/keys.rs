//! The key ring where it lies: in the database of its person.

use std::collections::BTreeSet;

use indexed_db_futures::error::Error;
use uuid::Uuid;

use super::{Disk, KEYS, LyingNotes, LyingRecord, RECORDS, delete, put, read, texts};
use crate::vault::{Pair, Purpose, RingKey};

/// Where the pair of a personal device lies.
const PAIR: &str = "pair";

impl Disk {
    /// The keys that lie here.
    pub async fn keys(&self) -> Result<Vec<RingKey>, Error> {
        let reading = self.begin(KEYS)?;
        let keys = texts(&reading, KEYS).await?;
        reading.commit().await?;
        Ok(keys.into_iter().filter_map(read).collect())
    }

    /// Writes keys.
    pub async fn put_keys(&self, keys: &[RingKey]) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        for key in keys {
            put(&writing, KEYS, key.id.to_string(), key)?;
        }
        writing.commit().await
    }

    /// Drops the keys of the cache, but for some, and the notes of calls that the others seal.
    pub async fn drop_cache_keys(&self, but: &[Uuid]) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        let all = texts(&writing, KEYS).await?;
        let keys: Vec<RingKey> = all.iter().cloned().filter_map(read).collect();
        for key in keys {
            if key.purpose == Purpose::Cache && !but.contains(&key.id) {
                delete(&writing, KEYS, key.id.to_string())?;
            }
        }
        let notes: Vec<LyingNotes> = all.into_iter().filter_map(read).collect();
        for notes in notes {
            if !but.contains(&notes.sealed.key) {
                delete(&writing, KEYS, notes.name())?;
            }
        }
        writing.commit().await
    }

    /// Drops the keys for unsent work that no record bears the name of, but for the newest: they seal nothing. In one
    /// transaction, since another page may be keeping a record.
    pub async fn drop_unused_keys(&self) -> Result<(), Error> {
        let writing = self.begin_strict([RECORDS, KEYS])?;
        let records = texts(&writing, RECORDS).await?;
        // One that cannot be read may name any key.
        let mut named = BTreeSet::new();
        let mut is_whole = true;
        for text in records {
            match read(text) {
                Some(LyingRecord::Sealed(record)) => drop(named.insert(record.sealed.key)),
                Some(LyingRecord::Clear(_)) => {}
                None => is_whole = false,
            }
        }
        let keys = texts(&writing, KEYS).await?.into_iter().filter_map(read);
        let mut keys: Vec<RingKey> = keys
            .filter(|key: &RingKey| key.purpose == Purpose::Outbox)
            .collect();
        keys.sort_by_key(|key| (key.day, key.id));
        keys.pop();
        for key in keys
            .into_iter()
            .filter(|key| is_whole && !named.contains(&key.id))
        {
            delete(&writing, KEYS, key.id.to_string())?;
        }
        writing.commit().await
    }

    /// The pair of a personal device.
    pub async fn pair(&self) -> Result<Option<Pair>, Error> {
        let reading = self.begin(KEYS)?;
        let all = texts(&reading, KEYS).await?;
        reading.commit().await?;
        Ok(all.into_iter().find_map(read))
    }

    /// Writes the pair of a personal device, with keys that are wrapped to it.
    pub async fn put_pair(&self, pair: &Pair, keys: &[RingKey]) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        put(&writing, KEYS, PAIR.to_owned(), pair)?;
        for key in keys {
            put(&writing, KEYS, key.id.to_string(), key)?;
        }
        writing.commit().await
    }

    /// Drops the pair, and writes the keys that were wrapped to it.
    pub async fn drop_pair(&self, keys: &[RingKey]) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        delete(&writing, KEYS, PAIR.to_owned())?;
        for key in keys {
            put(&writing, KEYS, key.id.to_string(), key)?;
        }
        writing.commit().await
    }
}

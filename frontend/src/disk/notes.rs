//! Notes of calls where they lie: beside the keys, since they go with the one that seals them.

use indexed_db_futures::error::Error;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Disk, KEYS, delete, put, read, texts};
use crate::vault::{RingKey, Sealed};

/// What names them among the keys.
const PREFIX: &str = "notes/";

/// Notes as they lie. Even whose call they are of is sealed.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LyingNotes {
    /// Their name, which says nothing.
    pub notes: Uuid,
    /// What they say.
    pub sealed: Sealed,
}

impl LyingNotes {
    pub(super) fn name(&self) -> String {
        name(self.notes)
    }
}

fn name(notes: Uuid) -> String {
    format!("{PREFIX}{notes}")
}

impl Disk {
    /// The notes that lie here.
    pub async fn notes(&self) -> Result<Vec<LyingNotes>, Error> {
        let reading = self.begin(KEYS)?;
        let all = texts(&reading, KEYS).await?;
        reading.commit().await?;
        Ok(all.into_iter().filter_map(read).collect())
    }

    /// Writes notes with the key that seals them, in the place of those of the same name.
    pub async fn put_notes(&self, notes: &LyingNotes, key: &RingKey) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        put(&writing, KEYS, notes.name(), notes)?;
        put(&writing, KEYS, key.id.to_string(), key)?;
        writing.commit().await
    }

    /// Drops notes.
    pub async fn drop_notes(&self, notes: &[Uuid]) -> Result<(), Error> {
        let writing = self.begin_strict([KEYS])?;
        for notes in notes {
            delete(&writing, KEYS, name(*notes))?;
        }
        writing.commit().await
    }
}

//! The read cache: the last snapshot, sealed, in chunks of localStorage, so that the day opens without a network.
//!
//! A cache and no more: Chromium brings localStorage to the disk seconds later, and what is to be written as the page goes
//! may come too late, since encryption takes a moment. What must not be lost is in [`outbox`](crate::outbox). Each
//! chunk is bound to its number, its snapshot, its person and the version of the rows: whatever is torn, mixed with another
//! tab's, moved or changed reads as no cache.

use app_domain::id::MemberId;
use app_sync::wire::{SCHEMA, Snapshot};
use gloo_storage::{LocalStorage, Storage};
use gloo_timers::future::TimeoutFuture;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::vault::{Purpose, RingKey, Sealed, Unopened, Vault};
use crate::{clock, pack, storage};

const HEADER: &str = "richiamo.cache";
/// Where versions before wrote over what was there.
const FORMER: &str = "richiamo.cache.";
/// Bytes of a chunk before it is sealed, at most.
const CHUNK: usize = 60_000;
/// How often a cache that does not open is read again.
const READS: usize = 4;
/// Milliseconds between two reads. A browser gives a page that goes about half a second.
const PAUSE: u32 = 300;

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    person: MemberId,
    schema: u32,
    snapshot: Uuid,
    chunks: usize,
    form: Form,
    half: Half,
}

/// Where the chunks lie: a new snapshot is written beside the one that is there, which stays whole until the header names the
/// new one. A page that goes in the middle of it loses nothing but the new one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Half {
    /// The one.
    A,
    /// The other.
    B,
}

impl Half {
    const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::A => "richiamo.cache.a.",
            Self::B => "richiamo.cache.b.",
        }
    }
}

/// How the snapshot lies under the seal.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    /// As JSON.
    Plain,
    /// As JSON, gzipped.
    Packed,
}

/// Why the cache was not written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotWritten {
    /// This browser keeps nothing.
    Denied,
    /// There is no room for it.
    NoRoom,
}

/// A snapshot that is ready to be written.
pub struct Prepared {
    header: Header,
    chunks: Vec<Sealed>,
    /// What seals it: to be kept before it is written.
    pub key: RingKey,
}

/// Whether something rests here of a person, whole or not.
pub fn rests(person: MemberId) -> bool {
    header().is_some_and(|header| header.person == person && header.schema == SCHEMA)
}

/// What rests here of a person, if it is whole, of this version of the rows, and opens.
pub async fn read(vault: &Vault) -> Option<Box<Snapshot>> {
    let header = header()?;
    if header.person != vault.person() || header.schema != SCHEMA {
        return None;
    }
    // All at once, before anything is awaited: another page may be writing.
    let chunk = |index| LocalStorage::get(key(header.half.prefix(), index)).ok();
    let chunks: Vec<Sealed> = (0..header.chunks).map(chunk).collect::<Option<_>>()?;
    let mut text = Vec::with_capacity(chunks.len() * CHUNK);
    for (index, sealed) in chunks.iter().enumerate() {
        let place = place(&header, index);
        let plain = vault.unseal(Purpose::Cache, &place, sealed).await;
        text.extend(plain.ok()?);
    }
    if header.form == Form::Packed {
        text = pack::unpack(&text).await.ok()?;
    }
    serde_json::from_slice(&text).ok()
}

/// The same, for a page that has nothing else: the browser may still run the last script of the page before, and what that
/// writes arrives here piece by piece.
pub async fn read_at_rest(vault: &Vault) -> Option<Box<Snapshot>> {
    for _ in 0..READS {
        let cache = read(vault).await;
        if cache.is_some() {
            return cache;
        }
        TimeoutFuture::new(PAUSE).await;
    }
    read(vault).await
}

/// Name of the key that seals what rests here.
pub fn key_in_use() -> Option<Uuid> {
    let half = header()?.half;
    let first: Sealed = LocalStorage::get(key(half.prefix(), 0)).ok()?;
    Some(first.key)
}

/// Seals a snapshot.
pub async fn prepare(vault: &Vault, snapshot: &Snapshot, day: Date) -> Result<Prepared, Unopened> {
    let text = serde_json::to_vec(snapshot).map_err(|_| Unopened)?;
    let (form, text) = match pack::pack(&text).await {
        Ok(packed) => (Form::Packed, packed),
        Err(_) => (Form::Plain, text),
    };
    let header = Header {
        person: snapshot.viewer.member.id,
        schema: snapshot.schema,
        snapshot: clock::new_id(),
        chunks: text.len().div_ceil(CHUNK),
        form,
        half: Half::A,
    };
    let mut chunks = Vec::with_capacity(header.chunks);
    let mut used = None;
    for (index, chunk) in text.chunks(CHUNK).enumerate() {
        let place = place(&header, index);
        let (sealed, key) = vault.seal(Purpose::Cache, day, &place, chunk).await?;
        chunks.push(sealed);
        used = Some(key);
    }
    Ok(Prepared {
        header,
        chunks,
        key: used.ok_or(Unopened)?,
    })
}

/// Writes a snapshot in the place of what was there: beside it, where there is room for both. The header comes last.
pub fn write(prepared: &Prepared) -> Result<(), NotWritten> {
    if !storage::is_allowed() {
        return Err(NotWritten::Denied);
    }
    let before = header().map(|header| header.half);
    let half = before.map_or(Half::A, Half::other);
    if put(prepared, half).is_err() {
        clear();
        put(prepared, half).map_err(|_| {
            clear();
            NotWritten::NoRoom
        })?;
    }
    drop_from(half.other().prefix(), 0);
    Ok(())
}

fn put(prepared: &Prepared, half: Half) -> Result<(), gloo_storage::errors::StorageError> {
    for (index, chunk) in prepared.chunks.iter().enumerate() {
        LocalStorage::set(key(half.prefix(), index), chunk)?;
    }
    drop_from(half.prefix(), prepared.chunks.len());
    let header = Header {
        half,
        ..prepared.header
    };
    LocalStorage::set(HEADER, header)
}

/// Drops whatever is there, of whomever.
pub fn clear() {
    if storage::is_allowed() {
        LocalStorage::delete(HEADER);
        for prefix in [Half::A.prefix(), Half::B.prefix(), FORMER] {
            drop_from(prefix, 0);
        }
    }
}

/// Drops what no header speaks for: chunks of a write that was torn, and those of versions that did not encrypt.
pub fn tidy() {
    if header().is_none() {
        clear();
    }
}

fn header() -> Option<Header> {
    storage::is_allowed()
        .then(|| LocalStorage::get(HEADER).ok())
        .flatten()
}

/// Chunks stand in a row: the first that is missing ends them.
fn drop_from(prefix: &str, first: usize) {
    let raw = LocalStorage::raw();
    let mut index = first;
    while matches!(raw.get_item(&key(prefix, index)), Ok(Some(_))) {
        LocalStorage::delete(key(prefix, index));
        index += 1;
    }
}

fn key(prefix: &str, index: usize) -> String {
    format!("{prefix}{index}")
}

/// Bound into a chunk's encryption.
fn place(header: &Header, index: usize) -> String {
    format!(
        "schema {} snapshot {} chunk {index} of {}",
        header.schema, header.snapshot, header.chunks
    )
}

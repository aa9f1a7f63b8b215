//! The read cache: the last snapshot, in chunks of localStorage, so that the day opens without a network.
//!
//! A cache and no more: Chromium brings localStorage to the disk seconds later. What must not be lost is in
//! [`outbox`](crate::outbox). The header is taken away first and written last, with a checksum: whatever is torn or mixed with
//! another tab's reads as no cache.

use app_domain::id::MemberId;
use app_sync::wire::{SCHEMA, Snapshot};
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

use crate::storage;

const HEADER: &str = "richiamo.cache";
const PREFIX: &str = "richiamo.cache.";
/// Bytes of a chunk, at most.
const CHUNK: usize = 200_000;

#[derive(Serialize, Deserialize)]
struct Header {
    person: MemberId,
    schema: u32,
    chunks: usize,
    checksum: u64,
}

/// Why the cache was not written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotWritten {
    /// This browser keeps nothing.
    Denied,
    /// There is no room for it.
    NoRoom,
}

/// What rests here of a person, if it is whole and of this version of the rows.
pub fn read(person: MemberId) -> Option<Box<Snapshot>> {
    if !storage::is_allowed() {
        return None;
    }
    let header: Header = LocalStorage::get(HEADER).ok()?;
    if header.person != person || header.schema != SCHEMA {
        return None;
    }
    let raw = LocalStorage::raw();
    let mut text = String::with_capacity(header.chunks.saturating_mul(CHUNK));
    for index in 0..header.chunks {
        text.push_str(&raw.get_item(&key(index)).ok()??);
    }
    if checksum(&text) != header.checksum {
        return None;
    }
    serde_json::from_str(&text).ok()
}

/// Writes a snapshot in the place of what was there.
pub fn write(snapshot: &Snapshot) -> Result<(), NotWritten> {
    if !storage::is_allowed() {
        return Err(NotWritten::Denied);
    }
    let text = serde_json::to_string(snapshot).map_err(|_| NotWritten::NoRoom)?;
    LocalStorage::delete(HEADER);
    let chunks = write_chunks(&text).inspect_err(|_| clear())?;
    drop_from(chunks);
    let header = Header {
        person: snapshot.viewer.member.id,
        schema: snapshot.schema,
        chunks,
        checksum: checksum(&text),
    };
    LocalStorage::set(HEADER, header).map_err(|_| NotWritten::NoRoom)
}

/// Drops whatever is there, of whomever.
pub fn clear() {
    if storage::is_allowed() {
        LocalStorage::delete(HEADER);
        drop_from(0);
    }
}

fn write_chunks(text: &str) -> Result<usize, NotWritten> {
    let raw = LocalStorage::raw();
    let mut rest = text;
    let mut index = 0;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK));
        raw.set_item(&key(index), chunk).map_err(|_| NotWritten::NoRoom)?;
        rest = after;
        index += 1;
    }
    Ok(index)
}

/// Chunks stand in a row: the first that is missing ends them.
fn drop_from(first: usize) {
    let raw = LocalStorage::raw();
    let mut index = first;
    while matches!(raw.get_item(&key(index)), Ok(Some(_))) {
        LocalStorage::delete(key(index));
        index += 1;
    }
}

fn key(index: usize) -> String {
    format!("{PREFIX}{index}")
}

/// FNV-1a: against tearing, not against people.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

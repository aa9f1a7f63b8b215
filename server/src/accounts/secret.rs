//! Secrets that are only kept as hashes, and fresh identities.

use app_domain::time::Instant;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// A random text for a link: 256 bits, as 64 hexadecimal digits. Shown once, kept as a hash.
///
/// # Errors
/// When the machine gives no randomness.
pub fn fresh_token() -> anyhow::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex(&bytes))
}

/// A share of a key: 32 random bytes in base64.
///
/// # Errors
/// When the machine gives no randomness.
pub fn fresh_share() -> anyhow::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(BASE64_STANDARD.encode(bytes))
}

/// What is kept of a secret. Plain SHA-256 is enough: the secrets hashed by it are random and long.
pub fn hash_of(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// A new identity: a UUID of version 7.
///
/// # Errors
/// When the machine gives no randomness.
pub fn fresh_id(now: Instant) -> anyhow::Result<uuid::Uuid> {
    let mut random = [0; 10];
    getrandom::fill(&mut random)?;
    let millis = u64::try_from(now.0).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

/// A password for a person who will be told it: 100 random bits in characters that are not mistaken for one another.
///
/// # Errors
/// When the machine gives no randomness.
pub fn fresh_password() -> anyhow::Result<String> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes)?;
    let letters: Vec<char> = bytes
        .iter()
        .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

//! Passwords: which ones are taken, how they are hashed, and how they are checked in the same time whether or not there is an account.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::Login;

/// Passwords that everybody tries first, of twelve characters and more.
const COMMON: &str = include_str!("common_passwords.txt");

/// Hashing takes 19 MiB and tens of milliseconds: no more than this many at once.
const AT_ONCE: usize = 2;

/// A password that may be chosen. Says nothing of itself in a log.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPassword(String);

impl core::fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("NewPassword")
    }
}

/// Why a password may not be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than [`NewPassword::MIN`] characters.
    #[error("a password has at least 12 characters")]
    TooShort,
    /// More than [`NewPassword::MAX`] characters.
    #[error("a password has at most 256 characters")]
    TooLong,
    /// One that everybody tries first, the login name, or one piece over and over.
    #[error("this password is among the first that anybody would try: choose another")]
    Common,
}

impl NewPassword {
    /// Fewest characters.
    pub const MIN: usize = 12;
    /// Most characters: more would only cost time.
    pub const MAX: usize = 256;

    /// A password for an account, if it may be chosen. No rules of composition: length is what counts.
    ///
    /// # Errors
    /// When it is too short, too long, or guessed at once.
    pub fn parse(text: &str, login: &Login) -> Result<Self, PasswordError> {
        let length = text.chars().count();
        if length < Self::MIN {
            return Err(PasswordError::TooShort);
        }
        if length > Self::MAX {
            return Err(PasswordError::TooLong);
        }
        let lower = text.to_lowercase();
        let common = COMMON.lines().any(|line| line == lower);
        if common || lower.trim() == login.as_str() || repeats_itself(&lower) {
            return Err(PasswordError::Common);
        }
        Ok(Self(text.to_owned()))
    }
}

/// One piece of up to four characters over and over: `aaaaaaaaaaaa`, `123412341234`.
fn repeats_itself(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (1..=4).any(|piece| chars.iter().zip(chars.iter().skip(piece)).all(|(a, b)| a == b))
}

/// Hashes and checks passwords, off the threads that serve requests. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// What a password is checked against where there is no account, so that the answer takes as long.
    nobody: Arc<str>,
}

impl Passwords {
    /// Ready to hash.
    ///
    /// # Errors
    /// When the machine gives no randomness.
    pub fn new() -> anyhow::Result<Self> {
        Ok(Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            nobody: hash(b"nobody has this password")?.into(),
        })
    }

    /// The hash to keep, as a PHC string.
    ///
    /// # Errors
    /// When the machine gives no randomness.
    pub async fn hash(&self, password: NewPassword) -> anyhow::Result<String> {
        let _turn = self.turns.acquire().await?;
        tokio::task::spawn_blocking(move || hash(password.0.as_bytes())).await?
    }

    /// Whether a password is the one of the kept hash; never, but as slowly, where there is none.
    ///
    /// # Errors
    /// When the kept hash is damaged.
    pub async fn verify(&self, password: String, kept: Option<String>) -> anyhow::Result<Verdict> {
        let _turn = self.turns.acquire().await?;
        let nobody = Arc::clone(&self.nobody);
        tokio::task::spawn_blocking(move || {
            let right = matches(password.as_bytes(), kept.as_deref().unwrap_or(&nobody))?;
            Ok(if right && kept.is_some() {
                Verdict::Right
            } else {
                Verdict::Wrong
            })
        })
        .await?
    }
}

/// What came of checking a password.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is the account's password.
    Right,
    /// It is not, or there is no account.
    Wrong,
}

/// Argon2id with 19 MiB and two passes, the least that OWASP's password storage cheat sheet asks for.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("parameters within the limits of Argon2");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn hash(password: &[u8]) -> anyhow::Result<String> {
    let hash = argon2()
        .hash_password(password)
        .map_err(|error| anyhow::anyhow!("hashing a password: {error}"))?;
    Ok(hash.to_string())
}

fn matches(password: &[u8], kept: &str) -> anyhow::Result<bool> {
    let kept = PasswordHash::new(kept).map_err(|error| anyhow::anyhow!("a kept password hash: {error}"))?;
    Ok(argon2().verify_password(password, &kept).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Result<NewPassword, PasswordError> {
        NewPassword::parse(text, &"anna.rossi.1975".parse().unwrap())
    }

    #[test]
    fn twelve_characters_are_enough_whatever_they_are() {
        assert_eq!(chosen("undici caratt").map(|_| ()), Ok(()));
        assert_eq!(chosen("èèòùàìè§°çé"), Err(PasswordError::TooShort));
        assert_eq!(chosen("èàòùàìè§°çéx").map(|_| ()), Ok(()));
        assert_eq!(chosen(&"ab c".repeat(65)), Err(PasswordError::TooLong));
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for guess in [
            "123456789012",
            "Password1234",
            "aaaaaaaaaaaa",
            "Anna.Rossi.1975",
            "abcdabcdabcd",
        ] {
            assert_eq!(chosen(guess), Err(PasswordError::Common), "{guess}");
        }
    }

    #[test]
    fn every_common_password_is_long_enough_to_matter_and_in_lower_case() {
        for line in COMMON.lines() {
            assert!(line.chars().count() >= NewPassword::MIN, "{line}");
            assert_eq!(line, line.to_lowercase());
        }
    }

    #[test]
    fn a_kept_hash_says_argon2id_with_at_least_19_mib_and_two_passes() {
        let kept = hash(b"cavallo corretto").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    }

    #[tokio::test]
    async fn only_the_right_password_of_an_account_is_right() {
        let passwords = Passwords::new().unwrap();
        let kept = passwords.hash(chosen("cavallo corretto").unwrap()).await.unwrap();
        let verify = |text: &str, kept: Option<String>| passwords.verify(text.to_owned(), kept);
        assert_eq!(
            verify("cavallo corretto", Some(kept.clone())).await.unwrap(),
            Verdict::Right
        );
        assert_eq!(
            verify("cavallo scorretto", Some(kept)).await.unwrap(),
            Verdict::Wrong
        );
        assert_eq!(
            verify("nobody has this password", None).await.unwrap(),
            Verdict::Wrong
        );
        assert!(
            verify("cavallo corretto", Some("damaged".to_owned()))
                .await
                .is_err()
        );
    }
}

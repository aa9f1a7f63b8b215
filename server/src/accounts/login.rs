//! The name that a person signs in with.

use core::str::FromStr;

/// A login name: lower case, 2 to 64 letters, digits and `. _ - @`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Login(String);

/// Why a text is no login name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LoginError {
    /// Too short or too long.
    #[error("a login name has 2 to 64 characters")]
    Length,
    /// A character that has no place in it.
    #[error("a login name consists of letters, digits, and . _ - @")]
    Character,
}

impl Login {
    /// Stands for everything that is no login name. No account can have it.
    pub(super) fn nobody() -> Self {
        Self(String::new())
    }

    /// The name, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Login {
    type Err = LoginError;

    fn from_str(text: &str) -> Result<Self, LoginError> {
        let name = text.trim().to_lowercase();
        if !(2..=64).contains(&name.chars().count()) {
            return Err(LoginError::Length);
        }
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@');
        if !name.chars().all(fits) {
            return Err(LoginError::Character);
        }
        Ok(Self(name))
    }
}

impl core::fmt::Display for Login {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_blanks_around_do_not_tell_two_logins_apart() {
        assert_eq!(" Anna.Rossi ".parse::<Login>(), "anna.rossi".parse());
    }

    #[test]
    fn what_cannot_be_typed_into_an_address_is_no_login() {
        assert_eq!("a".parse::<Login>(), Err(LoginError::Length));
        assert_eq!("x".repeat(65).parse::<Login>(), Err(LoginError::Length));
        assert_eq!("anna rossi".parse::<Login>(), Err(LoginError::Character));
        assert_eq!("anna\u{202e}rossi".parse::<Login>(), Err(LoginError::Character));
        assert!("anna@studio.it".parse::<Login>().is_ok());
    }
}

//! Why a server function of this feature does not do what was asked.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why it was not done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Refused {
    /// The name or the password is wrong, or the account is disabled: which of these is not told.
    Wrong,
    /// Too many mistakes of late.
    Wait {
        /// Whole seconds to wait.
        seconds: u32,
    },
    /// Nobody is signed in.
    SignedOut,
    /// There is no such thing for this person.
    NotFound,
    /// The owner's form is not in order.
    Welcome {
        /// What is wrong.
        problem: WelcomeProblem,
    },
    /// Something is broken, here or on the way.
    Broken,
}

/// What is wrong with the owner's form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WelcomeProblem {
    /// The link is used, replaced, expired, or was never made.
    Link,
    /// The practice has no name.
    PracticeMissing,
    /// The owner has no name.
    NameMissing,
    /// Not a login name.
    Login,
    /// Somebody has that login name.
    LoginTaken,
    /// Fewer than twelve characters.
    PasswordShort,
    /// More than 256 characters.
    PasswordLong,
    /// A password that is guessed at once.
    PasswordCommon,
    /// Typed differently the second time.
    PasswordsDiffer,
}

impl FromServerFnError for Refused {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Broken
    }
}

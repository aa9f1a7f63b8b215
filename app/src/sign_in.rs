//! Signing in and out, the active role, and the first owner: public pages that work before any wasm arrives, and the server
//! functions behind them. Each page is a plain form; the functions answer forms and programs alike.

pub mod door;
mod form;
mod functions;
mod page;
mod refused;
mod welcome;
mod words;

pub use form::{SignInPage, SignInPageProps};
pub use functions::{
    CheckPassword, SignIn, SignOut, TakeRole, Welcome, check_password, sign_in, sign_out, take_role, welcome,
};
pub use refused::{Refused, WelcomeProblem};
pub use welcome::{LinkGonePage, LinkGonePageProps, WelcomePage, WelcomePageProps, WelcomeTyped};

/// Address of the sign-in page.
pub const SIGN_IN_PAGE: &str = "/accedi";
/// Where the signed-in app begins.
pub const HOME: &str = "/";

//! What a machine must plug in before the screens can run: storage, network, clock and randomness of the device.

use app_domain::language::Language;
use app_domain::time::Instant;
use app_sync::client::Effect;
use uuid::Uuid;

/// The device under the screens. The browser is the one that is shipped (`frontend`).
///
/// No method may call back into the [`Workspace`](crate::workspace::Workspace) before it returns: what comes of an
/// effect (`Kept`, `Message`, …) is told later, by [`Workspace::happen`](crate::workspace::Workspace::happen).
pub trait Device {
    /// Carries out what the client core asks of storage and network. Effects that only concern the screen do not come here.
    fn perform(&self, effect: Effect);

    /// The device's clock, not corrected.
    fn now(&self) -> Instant;

    /// A fresh identity (UUID version 7).
    fn new_id(&self) -> Uuid;

    /// Keeps a preference in this browser, for the next start.
    fn remember(&self, preference: Preference);

    /// Ends the session: drops what rests on the device of this person but the unsent work, and goes to the sign-in page.
    fn sign_out(&self);

    /// Loads the version of the program that waits. Called only when nothing is unsent.
    fn take_upgrade(&self);

    /// Tries again to get the first snapshot, after [`FirstLoad::Unreachable`](crate::workspace::FirstLoad).
    fn try_again(&self);
}

/// What a person has chosen for this browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Preferences {
    /// Language of the interface.
    pub language: Language,
    /// Whether patients' names are shown as initials.
    pub names: Names,
    /// Light or dark.
    pub theme: Theme,
}

/// Privacy at the counter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Names {
    /// Names in full.
    #[default]
    Shown,
    /// Initials only.
    Hidden,
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// One of the [`Preferences`], changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preference {
    /// Language of the interface.
    Language(Language),
    /// Whether patients' names are shown as initials.
    Names(Names),
    /// Light or dark.
    Theme(Theme),
}

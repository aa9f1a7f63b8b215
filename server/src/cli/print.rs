//! What the commands that print have in common: of which moment, and for whom.

use clap::ValueEnum;
use jiff::civil::DateTime;

/// How a command prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    /// For programs.
    Json,
    /// For people.
    Table,
}

/// A moment of the practice's wall clock, as it is typed.
///
/// # Errors
/// With what was expected.
pub(crate) fn moment(text: &str) -> Result<DateTime, String> {
    text.parse()
        .map_err(|_| "a day and an hour like 2026-11-23T09:30 are expected".to_owned())
}

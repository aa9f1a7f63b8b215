//! What a person sees while an import runs.

use std::io::{self, IsTerminal as _, Write as _};

use crate::import::report::TableCount;

/// Tells how far an import is, on standard error.
#[derive(Debug)]
pub enum Progress {
    /// Nobody watches.
    Silent,
    /// A line for each table.
    Lines,
    /// One line that is overwritten, on a terminal.
    Live,
}

impl Progress {
    /// For a person at a terminal, or for a log.
    pub fn on_standard_error() -> Self {
        if io::stderr().is_terminal() {
            Self::Live
        } else {
            Self::Lines
        }
    }

    /// A table was read.
    pub fn read(&mut self, table: &str, rows: usize) {
        self.tell(&format!("read     {table:<14}{rows:>8} rows"));
    }

    /// What differs in a table is known, and is written now.
    pub fn written(&mut self, table: &str, count: &TableCount) {
        self.tell(&format!(
            "write    {table:<14}{:>8} new {:>8} changed",
            count.new, count.changed
        ));
    }

    /// The import is over.
    pub fn end(&mut self) {
        if let Self::Live = self {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }

    fn tell(&mut self, line: &str) {
        let mut out = io::stderr();
        // A progress line that cannot be shown is no reason to stop.
        let _ = match self {
            Self::Silent => Ok(()),
            Self::Lines => writeln!(out, "{line}"),
            Self::Live => write!(out, "\r\x1b[2K{line}").and_then(|()| out.flush()),
        };
    }
}

//! What an error of the database means: a constraint that holds, or a disk that fails.

use sqlx::error::{DatabaseError, ErrorKind};

use super::StoreError;

/// A constraint that a row did not keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Constraint {
    /// Two visits on one chair, of one clinician or of one patient at a time.
    Overlap,
    /// There is such a row already.
    Unique,
    /// What the row points at is not there.
    Reference,
    /// A value that no row may have.
    Value,
}

/// What SQLite's triggers say, and how PostgreSQL's exclusion constraints begin.
const OVERLAP: &str = "appointment_overlap";

/// Primary result codes of SQLite after which nothing that it says can be trusted: the disk fails, or the file is damaged.
const BROKEN: [u32; 3] = [10, 11, 26];

impl StoreError {
    /// The constraint that a row did not keep, where that is what went wrong.
    pub fn constraint(&self) -> Option<Constraint> {
        let error = self.database_error()?;
        match error.kind() {
            ErrorKind::UniqueViolation => Some(Constraint::Unique),
            ErrorKind::ForeignKeyViolation => Some(Constraint::Reference),
            ErrorKind::ExclusionViolation => Some(Constraint::Overlap),
            ErrorKind::CheckViolation | ErrorKind::NotNullViolation => Some(Constraint::Value),
            _ if error.message().contains(OVERLAP) => Some(Constraint::Overlap),
            _ => None,
        }
    }

    /// Whether the disk under SQLite fails or its file is damaged. Whoever goes on then may lose what was promised.
    pub fn is_disk_failure(&self) -> bool {
        self.database_error().is_some_and(is_broken)
    }

    fn database_error(&self) -> Option<&dyn DatabaseError> {
        match self {
            Self::Sql(error) => error.as_database_error(),
            _ => None,
        }
    }
}

fn is_broken(error: &dyn DatabaseError) -> bool {
    let is_sqlite = error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some();
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    is_sqlite && code.is_some_and(|code| BROKEN.contains(&(code & 0xff)))
}

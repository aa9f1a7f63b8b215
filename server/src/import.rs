//! Taking a practice over from its former software: `richiamo import`.
//!
//! A mapping ([`mapping`]) says how another program's files are read; [`read`] turns them into [`facts`], writing each defect
//! into the [`report`]; [`plan`] compares the facts with the last import and writes what differs, in one transaction. A
//! broken export changes nothing.
//!
//! Rows that the export has no more stay where they are and are counted as missing: former programs drop old rows, and a
//! visit must not vanish in silence. Where a fifth of a table is missing the import is refused, unless that is said to be right.

mod amount;
mod cells;
mod checks;
pub mod date_format;
pub mod facts;
mod files;
pub mod mapping;
mod moved;
mod person_name;
mod phone;
mod plan;
mod progress;
mod read;
pub mod report;
mod rows;
mod tax_code;
mod text;

use std::path::PathBuf;

use anyhow::Context as _;
use app_domain::id::PracticeId;
use app_domain::time::Now;
use clap::Args;

use crate::accounts::{UNNAMED, fresh_id, new_practice};
use crate::clock::Clock;
use crate::store::log::{begin_epoch, lock_head};
use crate::store::practice::insert_practice;
use crate::store::{Store, StoreError, Tx};

pub use facts::Facts;
pub use files::Folder;
pub use mapping::{Mapping, MappingError};
pub(crate) use phone::read as read_phone;
pub use progress::Progress;
pub use read::ExportFiles;
pub use report::{Report, ReportFormat};

const EXAMPLES: &str = "\
Examples:
  richiamo import EXPORT --mapping aurora --dry-run --report defects.csv
  richiamo import EXPORT --mapping aurora
  richiamo import EXPORT --mapping my-program.toml --db postgres://richiamo@localhost/richiamo

A mapping is a TOML file that says how another program's export is read: its encoding, columns, words and codes. The
shipped one, `server/mappings/aurora.toml`, explains every key; copy it and change what differs.

Importing the same export again changes nothing; a corrected export changes what was corrected, and leaves alone what was
changed in Richiamo meanwhile. A broken export (a file or column that is missing, a file that is cut off) changes nothing
and says which line. Rows that the export has no more stay.";

/// What to import, and how.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ImportArgs {
    /// Folder with the files of the export
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// How the files are read: a mapping file, or the name of a shipped one
    #[arg(long, value_name = "FILE")]
    pub mapping: String,
    /// Read and compare everything, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Where to write every defect, one line each: a .csv or .json file
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Name of the practice, if this import begins it
    #[arg(long, value_name = "NAME", default_value = UNNAMED)]
    pub name: String,
    /// Import although the export has lost many rows since the last time
    #[arg(long)]
    pub accept_missing: bool,
}

/// What an import is made of.
pub struct Import<'a> {
    /// The files.
    pub files: &'a dyn ExportFiles,
    /// How they are read.
    pub mapping: &'a Mapping,
    /// Whether anything is written.
    pub mode: Mode,
    /// What to do where the export has lost many rows.
    pub missing: Missing,
    /// Name of the practice, if the import begins it.
    pub practice_name: &'a str,
    /// Weeks by which every date of the agenda, of care and of contacts is moved: 0 but for the demo.
    pub weeks_later: i64,
}

/// Whether anything is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// It is.
    Write,
    /// Everything is tried and undone.
    DryRun,
}

/// What to do where the export has lost many rows since the last import.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// Import nothing: a file may be cut off.
    Refused,
    /// Go on.
    Accepted,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The mapping cannot be used.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// A file is missing, broken, or not what the mapping says.
    #[error("{file}, line {line}: {problem}")]
    Broken {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// The export has lost many rows.
    #[error(
        "{missing} of {known} {table} of the last import are not in this export: it may be cut off. If it is right, \
         say --accept-missing; the rows stay in Richiamo"
    )]
    RowsMissing {
        /// Which table.
        table: &'static str,
        /// How many rows are not there.
        missing: usize,
        /// How many the last import had.
        known: usize,
    },
    /// The machine gives no randomness for identities.
    #[error("no randomness: {0:#}")]
    NoRandomness(anyhow::Error),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ImportError {
    /// A file that cannot be used, and where that shows.
    pub fn broken(file: &str, line: usize, problem: impl Into<String>) -> Self {
        Self::Broken {
            file: file.to_owned(),
            line,
            problem: problem.into(),
        }
    }
}

/// Does what the command line says: reads, writes, reports.
///
/// # Errors
/// With a sentence for the person at the terminal; nothing was imported then.
pub async fn run(args: ImportArgs, store: &Store, clock: &Clock) -> anyhow::Result<()> {
    let format = args.report.as_deref().map(|file| {
        ReportFormat::of(file)
            .with_context(|| format!("{}: a report is a .csv or a .json file", file.display()))
    });
    let format = format.transpose()?;
    let mapping = Mapping::load(&args.mapping)?;
    let folder = Folder::open(&args.folder)?;
    let import = Import {
        files: &folder,
        mapping: &mapping,
        mode: if args.dry_run { Mode::DryRun } else { Mode::Write },
        missing: if args.accept_missing {
            Missing::Accepted
        } else {
            Missing::Refused
        },
        practice_name: &args.name,
        weeks_later: 0,
    };
    let mut progress = Progress::on_standard_error();
    let report = import.run(store, clock.present(), &mut progress).await;
    progress.end();
    let report = report.context("nothing was imported")?;
    if let Some((file, format)) = args.report.as_deref().zip(format) {
        std::fs::write(file, report.to_bytes(format)?)
            .with_context(|| format!("the report {} cannot be written", file.display()))?;
    }
    print!("{}", report.summary());
    if args.dry_run {
        println!("Nothing was written: this was a dry run.");
    }
    Ok(())
}

impl Import<'_> {
    /// Reads the export, compares it, and writes what differs, all or nothing.
    ///
    /// # Errors
    /// When the export is broken or the database refuses; nothing has changed then.
    pub async fn run(&self, store: &Store, now: Now, progress: &mut Progress) -> Result<Report, ImportError> {
        let (facts, mut report) = self.facts(now, progress)?;
        let mut tx = store.begin().await?;
        let practice = self.practice(store, &mut tx, now).await?;
        // No server decides anything meanwhile on rows that are about to change.
        lock_head(&mut tx, practice).await?;
        let mut writing = plan::Writing {
            report: &mut report,
            progress,
            missing: self.missing,
            now: now.instant,
        };
        plan::write(&mut tx, practice, &facts, &mut writing).await?;
        report.sort();
        match self.mode {
            Mode::DryRun => tx.rollback().await.map_err(StoreError::from)?,
            Mode::Write => {
                if report.changes() > 0 {
                    let epoch = fresh_id(now.instant).map_err(ImportError::NoRandomness)?;
                    begin_epoch(&mut tx, practice, app_sync::server::LogEpoch(epoch)).await?;
                }
                tx.commit().await.map_err(StoreError::from)?;
            }
        }
        Ok(report)
    }

    /// Reads the export alone.
    ///
    /// # Errors
    /// When it is broken.
    pub fn facts(&self, now: Now, progress: &mut Progress) -> Result<(Facts, Report), ImportError> {
        let (mut facts, mut report) = read::read(self.files, self.mapping, now.today(), progress)?;
        checks::check(&mut facts, &mut report);
        facts.move_by(self.weeks_later);
        report.sort();
        Ok((facts, report))
    }

    /// The practice of the database; begun where there is none.
    async fn practice(&self, store: &Store, tx: &mut Tx, now: Now) -> Result<PracticeId, ImportError> {
        if let Some(practice) = store.practices().await?.first() {
            return Ok(*practice);
        }
        let new = new_practice(self.practice_name, now).map_err(ImportError::NoRandomness)?;
        insert_practice(tx, &new).await?;
        Ok(new.id)
    }
}

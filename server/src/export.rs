//! Everything that is recorded, as files: `richiamo export`.
//!
//! The files are those of an import, read by `mappings/richiamo.toml`: imported into an empty practice they give the same
//! agenda and the same call list. Columns say what columns can say; a row of which Richiamo knows more carries all of it in a
//! column of its own, in the words of the wire.

mod agenda;
mod care;
mod contacts;
mod gather;
mod people;
mod sheet;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use app_domain::id::PracticeId;
use clap::Args;

use crate::cli::the_practice;
use crate::demo::write_private;
use crate::store::{Store, StoreError};

pub use sheet::ExportFile;

const EXAMPLES: &str = "\
Examples:
  richiamo export COPY
  richiamo import COPY --mapping richiamo --data-dir ELSEWHERE

The folder is made; one that holds something is not touched. Its files are in the clear: they say everything about every
patient, and whoever reads them needs no password.

They are CSV in UTF-8, `;` between fields, days as 2026-11-23, amounts as 120.50. The column `Riga` holds, as JSON, what a
row has beyond its columns. Passwords and sessions are not exported: people sign in again after `richiamo member add`.";

/// Where to export to.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ExportArgs {
    /// Folder to make
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// Writes the folder.
///
/// # Errors
/// With a sentence for the person at the terminal.
pub async fn run(args: ExportArgs, store: &Store) -> anyhow::Result<()> {
    let practice = the_practice(store).await?;
    make(&args.folder)?;
    for file in files(store, practice).await? {
        let path = args.folder.join(file.name);
        write_private(&path, &file.text)?;
        println!("{:>8} rows  {}", file.rows, file.name);
    }
    Ok(())
}

/// The folder, which must be new or empty: an export never mixes with an older one.
fn make(folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    let mut entries =
        fs::read_dir(folder).with_context(|| format!("the folder {} cannot be read", folder.display()))?;
    if entries.next().is_some() {
        bail!(
            "the folder {} holds something already: name a new one",
            folder.display()
        );
    }
    Ok(())
}

/// The files of an export, all of one moment.
///
/// # Errors
/// When the database does not answer.
pub async fn files(store: &Store, practice: PracticeId) -> Result<Vec<ExportFile>, StoreError> {
    let mut tx = store.db().begin_read().await?;
    let known = gather::gather(&mut tx, practice).await?;
    let mut files = people::files(&mut tx, practice, &known).await?;
    files.extend(care::files(&mut tx, practice).await?);
    tx.rollback().await?;
    files.push(agenda::visits(&known));
    files.push(agenda::closures(&known));
    files.push(contacts::contacts(&known));
    files.push(agenda::others(&known));
    Ok(files)
}

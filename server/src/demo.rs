//! `richiamo demo`: a made-up practice to look around in.
//!
//! The practice is the export of the shipped mapping, imported like any other, with every date moved by whole weeks so that
//! its reference day falls on this week's Monday.

use std::borrow::Cow;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use app_domain::id::{ClinicianId, PracticeId};
use app_domain::role::Role;
use app_domain::time::Now;
use clap::Args;
use jiff::civil::{Date, Weekday, date};
use rust_embed::RustEmbed;

use crate::accounts::{Accounts, Login, NewMember, NewPassword, fresh_password};
use crate::cli::{DEMO_SIGN_INS, open_store, the_practice};
use crate::clock::Clock;
use crate::config::Config;
use crate::import::{ExportFiles, Import, Mapping, Missing, Mode, Progress};
use crate::store::Store;
use crate::store::clinician::clinicians;

/// The Monday around which the export was made.
pub const REFERENCE_DAY: Date = date(2026, 11, 23);

/// The made-up export: raw files in a release, read from the source tree in development.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/demo/aurora"]
struct Aurora;

impl ExportFiles for Aurora {
    fn content(&self, name: &str) -> io::Result<Option<Cow<'static, [u8]>>> {
        Ok(<Self as RustEmbed>::get(name).map(|file| file.data))
    }
}

/// Who works in the demo practice: role, name, code of the clinician.
const PEOPLE: [(Role, &str, Option<&str>); 8] = [
    (Role::FrontDesk, "Sara Bodini", None),
    (Role::FrontDesk, "Michela Poli", None),
    (Role::RemoteSecretary, "Giorgia Zen", None),
    (Role::CaseManager, "Irene Soldi", None),
    (Role::OfficeManager, "Paolo Manara", None),
    (Role::Dentist, "Teresa Dell'Acqua", Some("OP02")),
    (Role::Hygienist, "Gaia Fontana", Some("OP07")),
    (Role::Owner, "Alberto Bonfanti", Some("OP01")),
];

const EXAMPLES: &str = "\
Examples:
  richiamo demo
  richiamo demo --data-dir /tmp/practice --yes
  richiamo serve --data-dir /tmp/practice

3,000 made-up patients and two years of agenda, whose today is this week's Monday. The last lines say who can sign in; they
also stay in the data folder, and `richiamo serve` prints them again.";

/// Where the demo goes is said by the settings of every command.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct DemoArgs {
    /// Do not ask before using a folder that is there; a demo practice in it is begun anew
    #[arg(long)]
    pub yes: bool,
}

/// Makes the demo practice.
///
/// # Errors
/// With a sentence for the person at the terminal; a practice that is no demo is never touched.
pub async fn run(args: DemoArgs, config: &Config, clock: &Clock) -> anyhow::Result<()> {
    prepare_folder(&config.data_dir, |question| {
        if args.yes { Ok(true) } else { agreed(question) }
    })?;
    let store = open_store(config).await?;
    if !store.practices().await?.is_empty() {
        bail!("the database holds a practice already: a demo needs one of its own (--data-dir or --db)");
    }
    let mut progress = Progress::on_standard_error();
    let imported = import(&store, clock.present(), &mut progress).await;
    progress.end();
    imported.context("the demo practice cannot be made")?;
    let practice = the_practice(&store).await?;
    let lines = add_people(&store, clock, practice).await?;
    write_private(&config.data_dir.join(DEMO_SIGN_INS), &lines)?;
    store.close().await;
    println!(
        "A made-up practice is in {}. Who can sign in (role, name, login, password):\n",
        config.data_dir.display()
    );
    println!("{lines}");
    println!(
        "Serve it with: richiamo serve --data-dir {}",
        config.data_dir.display()
    );
    Ok(())
}

/// Imports the made-up export so that its reference day is the Monday of the present week.
///
/// # Errors
/// When the database refuses.
pub async fn import(store: &Store, now: Now, progress: &mut Progress) -> anyhow::Result<()> {
    let mapping = Mapping::load("aurora")?;
    let import = Import {
        files: &Aurora,
        mapping: &mapping,
        mode: Mode::Write,
        missing: Missing::Refused,
        practice_name: "Studio Aurora",
        weeks_later: weeks_later(now.today()),
    };
    import.run(store, now, progress).await?;
    Ok(())
}

/// Weeks from the reference day to the Monday of a day's week.
fn weeks_later(today: Date) -> i64 {
    let monday = today.nth_weekday(-1, Weekday::Monday).unwrap_or(today);
    let monday = if today.weekday() == Weekday::Monday {
        today
    } else {
        monday
    };
    monday.duration_since(REFERENCE_DAY).as_hours() / (24 * 7)
}

/// Makes sure that a folder may be used; asks where it is there already.
fn prepare_folder(folder: &Path, agreed: impl FnOnce(&str) -> anyhow::Result<bool>) -> anyhow::Result<()> {
    let Ok(mut entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    if entries.next().is_none() {
        return Ok(());
    }
    let is_demo = folder.join(DEMO_SIGN_INS).exists();
    let holds_practice = folder.join("richiamo.db").exists();
    if holds_practice && !is_demo {
        bail!(
            "{} holds a practice that is no demo: give the demo another folder (--data-dir)",
            folder.display()
        );
    }
    let question = if is_demo {
        format!(
            "There is a demo practice in {}. Begin it anew? What was done in it is lost.",
            folder.display()
        )
    } else {
        format!(
            "The folder {} is there and not empty. Put the demo practice into it?",
            folder.display()
        )
    };
    if !agreed(&question)? {
        bail!("nothing was done: {} stays as it is", folder.display());
    }
    if is_demo {
        remove_demo(folder)?;
    }
    Ok(())
}

fn agreed(question: &str) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() {
        bail!("{question} Nobody is here to answer: say --yes, or give another folder (--data-dir)");
    }
    eprint!("{question} [y/N] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(["y", "yes", "s", "sì", "si"].contains(&answer.trim().to_lowercase().as_str()))
}

fn remove_demo(folder: &Path) -> anyhow::Result<()> {
    for name in ["richiamo.db", "richiamo.db-wal", "richiamo.db-shm", DEMO_SIGN_INS] {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("{name} of the old demo cannot be removed"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Adds a person for each role, and gives the lines that say how they sign in.
async fn add_people(store: &Store, clock: &Clock, practice: PracticeId) -> anyhow::Result<String> {
    let accounts = Accounts::new(store.clone(), clock.clone())?;
    let mut tx = store.begin().await?;
    let known = clinicians(&mut tx, practice).await?;
    tx.rollback().await?;
    let of_code = |code: &str| -> Option<ClinicianId> {
        known
            .iter()
            .find(|clinician| clinician.code == code)
            .map(|clinician| clinician.id)
    };
    let mut lines = String::new();
    for (role, name, clinician) in PEOPLE {
        let login: Login = login_of(name).parse()?;
        let password = fresh_password()?;
        let new = NewMember {
            name: name.to_owned(),
            roles: vec![role],
            clinician: clinician.and_then(of_code),
            login: login.clone(),
            password: NewPassword::parse(&password, &login)?,
        };
        accounts.add_member(practice, new).await?;
        lines.push_str(&format!(
            "  {:<4} {name:<20} {:<22} {password}\n",
            role.code(),
            login.as_str()
        ));
    }
    Ok(lines)
}

/// `teresa.dellacqua`
fn login_of(name: &str) -> String {
    let letters = name.to_lowercase().replace('\'', "");
    letters.split_whitespace().collect::<Vec<_>>().join(".")
}

/// Writes a file that only its owner may read: it holds passwords, or what is known of patients.
pub(crate) fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = std::fs::OpenOptions::new();
    let file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_day_falls_on_the_monday_of_the_week() {
        assert_eq!(weeks_later(date(2026, 11, 23)), 0);
        assert_eq!(weeks_later(date(2026, 11, 29)), 0);
        assert_eq!(weeks_later(date(2026, 11, 30)), 1);
        assert_eq!(weeks_later(date(2026, 11, 22)), -1);
        assert_eq!(weeks_later(date(2025, 11, 24)), -52);
    }

    #[test]
    fn a_practice_that_is_no_demo_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("richiamo.db"), "precious").unwrap();
        assert!(prepare_folder(folder.path(), |_| Ok(true)).is_err());
        assert_eq!(
            std::fs::read_to_string(folder.path().join("richiamo.db")).unwrap(),
            "precious"
        );
    }

    #[test]
    fn a_demo_is_begun_anew_only_when_that_was_said() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["richiamo.db", DEMO_SIGN_INS] {
            std::fs::write(folder.path().join(name), "old").unwrap();
        }
        assert!(prepare_folder(folder.path(), |_| Ok(false)).is_err());
        assert!(folder.path().join("richiamo.db").exists());
        prepare_folder(folder.path(), |_| Ok(true)).unwrap();
        assert!(!folder.path().join("richiamo.db").exists());
    }
}

//! `richiamo calls`: the call list of a moment, computed from the whole history.

mod list;

use app_domain::calls::{Cause, Reason, ReasonKind};
use app_domain::time::Now;
use clap::Args;
use jiff::civil::DateTime;
use serde::Serialize;

use crate::cli::{Format, moment};
use crate::clock::Clock;
use crate::store::Store;

pub use list::list_at;

const EXAMPLES: &str = "\
Examples:
  richiamo calls --format table
  richiamo calls --at 2026-11-23T09:30 > calls.json
  richiamo calls --at 2026-11-23T09:30 --excluded

JSON is an array in the order of calling: {\"patient\", \"rank\", \"reasons\": [{\"kind\", \"since\", \"detail\"}], \"why\"}, the
reason that gives the place first. With --excluded it is {\"listed\": […], \"excluded\": [{\"patient\", \"kind\", \"cause\"}]}.
The list prints codes of patients, not their names.";

/// Which moment, and how to print it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct CallsArgs {
    /// Moment, wall clock of the practice [default: now]
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM", value_parser = moment)]
    pub at: Option<DateTime>,
    /// Also print the reasons that are held, each with its cause
    #[arg(long)]
    pub excluded: bool,
    /// JSON for programs, a table for people
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
}

/// The call list of a moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CallList {
    /// Patients on the list, in order.
    pub listed: Vec<ListedPatient>,
    /// Reasons that are held, by patient.
    pub excluded: Vec<ExcludedReason>,
}

/// A patient on the list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ListedPatient {
    /// Code in the former software.
    pub patient: String,
    /// Place on the list, from 1.
    pub rank: usize,
    /// Reasons, the one that gives the place first.
    pub reasons: Vec<Reason>,
    /// Why the patient is at this place, in Italian.
    pub why: String,
}

/// A reason that is held.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExcludedReason {
    /// Code of the patient.
    pub patient: String,
    /// The reason.
    pub kind: ReasonKind,
    /// The first cause that holds.
    pub cause: Cause,
}

/// Prints the list.
///
/// # Errors
/// With a sentence for the person at the terminal.
pub async fn run(args: CallsArgs, store: &Store, clock: &Clock) -> anyhow::Result<()> {
    let now = args.at.map_or_else(|| clock.present(), Now::at_civil);
    let practice = crate::cli::the_practice(store).await?;
    let list = list_at(store, practice, now).await?;
    match (args.format, args.excluded) {
        (Format::Json, false) => println!("{}", serde_json::to_string_pretty(&list.listed)?),
        (Format::Json, true) => println!("{}", serde_json::to_string_pretty(&list)?),
        (Format::Table, _) => print_table(&list, args.excluded.then_some(&list.excluded)),
    }
    Ok(())
}

fn print_table(list: &CallList, excluded: Option<&Vec<ExcludedReason>>) {
    for row in &list.listed {
        let others: Vec<&str> = row
            .reasons
            .iter()
            .skip(1)
            .map(|reason| reason.kind().name())
            .collect();
        let also = if others.is_empty() {
            String::new()
        } else {
            format!("  [{}]", others.join(", "))
        };
        println!("{:>5}  {:<10} {}{also}", row.rank, row.patient, row.why);
    }
    println!("{} patients on the list", list.listed.len());
    let Some(excluded) = excluded else { return };
    println!();
    for row in excluded {
        println!(
            "       {:<10} {:<18} {}",
            row.patient,
            row.kind.name(),
            row.cause.name()
        );
    }
    println!("{} reasons are held", excluded.len());
}

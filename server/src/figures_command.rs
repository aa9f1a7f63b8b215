//! `richiamo figures`: exposure with aging, and the indicators, computed from the whole history.

mod gather;
mod json;
mod table;

use app_domain::time::Now;
use clap::Args;
use jiff::civil::DateTime;

use crate::cli::{Format, moment};
use crate::clock::Clock;
use crate::store::Store;

pub use gather::{PracticeFigures, figures_at};

const EXAMPLES: &str = "\
Examples:
  richiamo figures
  richiamo figures --at 2026-11-23T09:30 --format json > figures.json

Exposure and aging are of the moment; indicators are of the last full month before it, and of the 12 full months that end
with it, together and one by one. Each has its formula, its numerator and denominator, and how many rows were left out and
why. An indicator for which facts are missing says which: it is not zero.

JSON is {\"at\", \"exposure\", \"last_month\", \"twelve_months\", \"months\": […]}; amounts are integer cents, and nothing is
divided.";

/// Which moment, and how to print it.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct FiguresArgs {
    /// Moment, wall clock of the practice [default: now]
    #[arg(long, value_name = "YYYY-MM-DDTHH:MM", value_parser = moment)]
    pub at: Option<DateTime>,
    /// JSON for programs, a table for people
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

/// Prints the figures.
///
/// # Errors
/// With a sentence for the person at the terminal.
pub async fn run(args: FiguresArgs, store: &Store, clock: &Clock) -> anyhow::Result<()> {
    let now = args.at.map_or_else(|| clock.present(), Now::at_civil);
    let practice = crate::cli::the_practice(store).await?;
    let figures = figures_at(store, practice, now).await?;
    match args.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&json::of(&figures, now))?),
        Format::Table => print!("{}", table::of(&figures, now)),
    }
    Ok(())
}

//! The command line: what may be said, and what happens then. One file a command.

mod member;
mod print;
mod rescued;
mod serve;

use std::path::PathBuf;

use anyhow::Context as _;
use app_domain::id::PracticeId;
use clap::{Args, Parser, Subcommand};

use crate::calls_command::{self, CallsArgs};
use crate::clock::Clock;
use crate::config::{Config, ConfigError, Settings};
use crate::demo::{self, DemoArgs};
use crate::export::{self, ExportArgs};
use crate::figures_command::{self, FiguresArgs};
use crate::import::{self, ImportArgs};
use crate::store::Store;

pub use member::MemberCommand;
pub use print::Format;
pub(crate) use print::moment;
pub use rescued::RescuedArgs;
pub use serve::{DEMO_SIGN_INS, ServeArgs};

const EXAMPLES: &str = "\
Begin:
  richiamo demo                      a made-up practice in the folder `data`, to look around
  richiamo                           serve it on http://127.0.0.1:3000

With your own data:
  richiamo import EXPORT --mapping MAPPING.toml --dry-run
  richiamo import EXPORT --mapping MAPPING.toml
  richiamo serve                     the first start prints a link that makes the owner

Settings come from flags, then from RICHIAMO_DB, RICHIAMO_DATA_DIR and RICHIAMO_LISTEN, then from a TOML file:
  db = \"postgres://richiamo@localhost/richiamo\"
  data-dir = \"/var/lib/richiamo\"
  listen = \"127.0.0.1:3000\"

RICHIAMO_LOG says how much is logged: error, warn, info (usual while serving), debug.";

/// The agenda of a dental practice, and its calls
#[derive(Debug, Parser)]
#[command(name = "richiamo", version, after_help = EXAMPLES, max_term_width = 110)]
pub struct Cli {
    #[command(flatten)]
    place: PlaceArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where the practice is kept; every command takes these.
#[derive(Debug, Default, Args)]
struct PlaceArgs {
    /// Database: `sqlite:FILE` or `postgres://USER@HOST/NAME` [default: richiamo.db in the data folder]
    #[arg(
        long,
        global = true,
        value_name = "URL",
        help_heading = "Where the practice is kept"
    )]
    db: Option<String>,
    /// Folder for the database and whatever else the server keeps [default: data]
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        help_heading = "Where the practice is kept"
    )]
    data_dir: Option<PathBuf>,
    /// Settings file [default: richiamo.toml, if it is there]
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help_heading = "Where the practice is kept"
    )]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the practice to browsers (also without any command)
    Serve(ServeArgs),
    /// Make a made-up practice to look around in
    Demo(DemoArgs),
    /// Take a practice over from the export of its former software
    Import(ImportArgs),
    /// Write everything that is recorded to a folder of CSV files
    Export(ExportArgs),
    /// Print the call list of a moment
    Calls(CallsArgs),
    /// Print exposure, aging and the indicators of the practice
    Figures(FiguresArgs),
    /// List the unsent work that programs too old for the server have handed over
    Rescued(RescuedArgs),
    /// Add and list the people who sign in, give them passwords, disable them
    #[command(subcommand)]
    Member(MemberCommand),
}

impl Cli {
    /// Whether this is a server that goes on, not a command that ends.
    pub const fn serves(&self) -> bool {
        matches!(self.command, None | Some(Command::Serve(_)))
    }
}

/// Does what the command line says.
///
/// # Errors
/// With a sentence for the person at the terminal.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    let Cli { place, command } = cli;
    match command.unwrap_or_else(|| Command::Serve(ServeArgs::default())) {
        Command::Serve(args) => serve::run(&configure(place, args.listen)?, args.pretend_now).await,
        Command::Demo(args) => demo::run(args, &configure(place, None)?, &Clock::system()).await,
        Command::Import(args) => {
            let store = open_store(&configure(place, None)?).await?;
            import::run(args, &store, &Clock::system()).await
        }
        Command::Export(args) => {
            let store = open_store(&configure(place, None)?).await?;
            export::run(args, &store).await
        }
        Command::Calls(args) => {
            let store = open_store(&configure(place, None)?).await?;
            calls_command::run(args, &store, &Clock::system()).await
        }
        Command::Figures(args) => {
            let store = open_store(&configure(place, None)?).await?;
            figures_command::run(args, &store, &Clock::system()).await
        }
        Command::Rescued(args) => rescued::run(&args, &configure(place, None)?).await,
        Command::Member(command) => member::run(command, &configure(place, None)?).await,
    }
}

fn configure(place: PlaceArgs, listen: Option<String>) -> Result<Config, ConfigError> {
    let PlaceArgs { db, data_dir, config } = place;
    let environment = Settings::of_environment(|name| std::env::var(name).ok());
    let file = Settings::of_file(config.as_deref())?;
    Settings { db, data_dir, listen }
        .or(environment)
        .or(file)
        .complete()
}

/// Opens the database; makes the data folder and the file where there are none.
///
/// # Errors
/// With a sentence for the person at the terminal.
pub async fn open_store(config: &Config) -> anyhow::Result<Store> {
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("the data folder {} cannot be made", config.data_dir.display()))?;
    Store::open(&config.db)
        .await
        .with_context(|| format!("the database {} cannot be opened", without_password(&config.db)))
}

/// The practice of a database that has one.
///
/// # Errors
/// With a sentence that says how to begin, where there is none.
pub async fn the_practice(store: &Store) -> anyhow::Result<PracticeId> {
    let practices = store.practices().await?;
    let none = "there is no practice in this database yet: `richiamo serve`, `richiamo import` or `richiamo demo` begins one";
    practices.first().copied().context(none)
}

/// A database address as it may be shown.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (user, host) = rest
        .rsplit_once('@')
        .map_or((None, rest), |(user, host)| (Some(user), host));
    let user = user.map(|user| user.split(':').next().unwrap_or_default());
    user.map_or_else(|| url.to_owned(), |user| format!("{scheme}://{user}@{host}"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn without_a_command_it_serves() {
        let cli = Cli::try_parse_from(["richiamo"]).unwrap();
        assert!(cli.command.is_none());
        let cli =
            Cli::try_parse_from(["richiamo", "serve", "--listen", "127.0.0.1:1", "--data-dir", "x"]).unwrap();
        assert_eq!(cli.place.data_dir, Some(PathBuf::from("x")));
    }

    #[test]
    fn every_command_teaches_with_an_example() {
        let command = Cli::command();
        for command in std::iter::once(&command).chain(command.get_subcommands()) {
            let help = command
                .get_after_help()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(
                help.contains("richiamo "),
                "{} shows no example",
                command.get_name()
            );
        }
    }

    #[test]
    fn the_password_of_a_database_is_not_shown() {
        assert_eq!(
            without_password("postgres://me:secret@host:5432/db"),
            "postgres://me@host:5432/db"
        );
        assert_eq!(without_password("postgres://host/db"), "postgres://host/db");
        assert_eq!(
            without_password("sqlite:data/richiamo.db"),
            "sqlite:data/richiamo.db"
        );
    }
}

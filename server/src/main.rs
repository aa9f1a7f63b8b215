//! The binary: reads the command line, and says in a sentence what went wrong.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use clap::Parser as _;
use server::cli::{self, Cli};
use server::config::ConfigError;
use tracing_subscriber::EnvFilter;

/// Something went wrong.
const FAILED: u8 = 1;
/// It was not said clearly what to do.
const MISUSED: u8 = 2;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    // Serving, the log is what one looks at; any other command says itself what it did.
    let usual = if cli.serves() {
        "info,tower_sessions_core=error"
    } else {
        "warn"
    };
    let filter = EnvFilter::try_from_env("RICHIAMO_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal());
    log.with_writer(std::io::stderr).init();
    match cli::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("richiamo: {error:#}");
            ExitCode::from(if error.is::<ConfigError>() {
                MISUSED
            } else {
                FAILED
            })
        }
    }
}

//! `richiamo serve`.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use app_domain::id::PracticeId;
use app_domain::time::Instant;
use axum::Router;
use clap::Args;
use jiff::civil::DateTime;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::open_store;
use crate::accounts::{UNNAMED, new_practice};
use crate::clock::Clock;
use crate::config::Config;
use crate::router::{AppState, router};
use crate::session::{Sessions, Transport};
use crate::store::Store;
use crate::store::practice::insert_practice;

/// File of the data folder in which `richiamo demo` leaves the sign-in lines of its made-up people. No other practice has it.
pub const DEMO_SIGN_INS: &str = "demo-sign-in.txt";

/// How often sessions that are over are swept away.
const SWEEP: Duration = Duration::from_secs(15 * 60);

const EXAMPLES: &str = "\
Examples:
  richiamo serve
  richiamo serve --listen 127.0.0.1:8080 --data-dir /var/lib/richiamo
  richiamo serve --db postgres://richiamo@localhost/richiamo
  RICHIAMO_LISTEN=127.0.0.1:8080 richiamo serve

While nobody can sign in, each start prints a link that makes the owner: once, within a day.
Browsers need https from any other machine, which a later version brings; until then only this machine is served.";

/// How to serve.
#[derive(Debug, Default, Args)]
#[command(after_help = EXAMPLES)]
pub struct ServeArgs {
    /// Address and port, of this machine [default: 127.0.0.1:3000]
    #[arg(long, value_name = "IP:PORT")]
    pub(super) listen: Option<String>,
    /// For trials: what the practice's wall clock shows at the start, as 2026-11-23T09:30; it goes on from there
    #[arg(long, value_name = "WHEN")]
    pub(super) pretend_now: Option<DateTime>,
}

/// Serves until it is told to stop.
pub(super) async fn run(config: &Config, pretend_now: Option<DateTime>) -> anyhow::Result<()> {
    let store = open_store(config).await?;
    let clock = pretend_now.map_or_else(Clock::system, |now| Clock::starting_at(Instant::from_civil(now)));
    let practice = practice(&store, &clock).await?;
    let state = AppState::start(store.clone(), clock, practice, Transport::Loopback).await?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!(
            "{} cannot be listened on: another program may be there",
            config.listen
        )
    })?;
    let address = listener.local_addr()?;
    announce(&state, address, &config.data_dir).await?;
    let sweeper = tokio::spawn(sweep(state.sessions.clone()));
    let sync = state.sync.clone();
    serve(listener, router(state)).await?;
    sweeper.abort();
    sync.stop().await;
    store.close().await;
    Ok(())
}

async fn serve(listener: TcpListener, router: Router) -> anyhow::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(told_to_stop())
        .await
        .context("serving")
}

/// The practice of the database; begun where there is none.
async fn practice(store: &Store, clock: &Clock) -> anyhow::Result<PracticeId> {
    if let Some(practice) = store.practices().await?.first() {
        return Ok(*practice);
    }
    let new = new_practice(UNNAMED, clock.present())?;
    let mut tx = store.begin().await?;
    insert_practice(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(new.id)
}

/// Tells the person at the terminal where to go and how to get in.
async fn announce(state: &AppState, address: SocketAddr, data_dir: &Path) -> anyhow::Result<()> {
    println!("Richiamo is served on http://{address}");
    if let Some(link) = state.accounts.owner_link(state.practice).await? {
        println!(
            "\nNobody can sign in yet. Open this link to become the owner; it works once, until {}:",
            link.expires.civil().strftime("%Y-%m-%d %H:%M")
        );
        println!("  http://{address}/benvenuto/{}", link.token);
    } else if let Ok(lines) = std::fs::read_to_string(data_dir.join(DEMO_SIGN_INS)) {
        println!(
            "\nThis is a made-up practice. Who can sign in:\n{}",
            lines.trim_end()
        );
    }
    if state.assets.css.is_none() {
        println!("\nThe site is not built: run scripts/site.sh, or `make run`, which does.");
    }
    println!("\nCtrl+C stops the server.");
    Ok(())
}

async fn sweep(sessions: Sessions) {
    let mut turns = tokio::time::interval(SWEEP);
    loop {
        turns.tick().await;
        match sessions.sweep().await {
            Ok(gone) => tracing::debug!(gone, "sessions swept"),
            Err(error) => tracing::warn!(error = format!("{error:#}"), "sessions not swept"),
        }
    }
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminated) => tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} },
        Err(_) => drop(interrupted.await),
    }
}

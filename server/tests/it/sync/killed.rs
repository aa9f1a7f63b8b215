//! The server is killed in the middle of its work: whatever was acknowledged is there, once.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::Stdio;

use app_domain::agenda::Mark;
use app_domain::command::Command;
use app_sync::wire::{MutationResult, ServerMessage};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command as Program};

use super::live::{Device, Live, mark};
use crate::app::Browser;
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::VISIT;

on_both_engines!(whatever_was_acknowledged_is_there_once);

const MUTATIONS: u64 = 200;

/// The program itself, in a process of its own.
struct Served {
    process: Child,
    address: SocketAddr,
    /// Held, so that the program can go on writing to it.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Served {
    async fn start(database: &Database) -> Self {
        let mut process = Program::new(env!("CARGO_BIN_EXE_richiamo"))
            .args([
                "serve",
                "--db",
                database.url(),
                "--listen",
                "127.0.0.1:0",
                "--pretend-now",
                "2026-11-23T09:30",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program runs");
        let mut output = BufReader::new(process.stdout.take().expect("its output")).lines();
        let line = output
            .next_line()
            .await
            .expect("it speaks")
            .expect("it says where it is");
        let address = line
            .rsplit('/')
            .next()
            .and_then(|address| address.parse().ok())
            .expect("an address");
        Self {
            process,
            address,
            _output: output,
        }
    }
}

async fn push_everything(address: SocketAddr, browser: Browser) -> Device {
    let mut device = Device::open(address, browser, 1).await;
    device.hello().await;
    for mid in 1..=MUTATIONS {
        let command = match mid % 2 {
            1 => mark(VISIT, Mark::Arrived),
            _ => Command::UndoMark {
                appointment: VISIT,
                mark: Mark::Arrived,
            },
        };
        device.push([(mid, command)]).await;
    }
    device
}

async fn whatever_was_acknowledged_is_there_once(database: Database) {
    let live = Live::over(&database).await;
    let browser = live.app.signed_in("sara").await;
    live.app.state.sync.stop().await;
    let before = database.number("SELECT head FROM practice").await;

    let mut first = Served::start(&database).await;
    let mut device = push_everything(first.address, browser.clone()).await;
    let mut acknowledged = BTreeSet::new();
    while let Some(message) = device.next_or_end().await {
        if let ServerMessage::Result {
            mid,
            result: MutationResult::Ok,
        } = message
        {
            acknowledged.insert(mid.0);
        }
        if acknowledged.len() == 20 {
            first.process.start_kill().expect("it is killed");
        }
    }
    first.process.wait().await.expect("it is gone");
    assert!(acknowledged.len() >= 20, "{acknowledged:?}");

    let second = Served::start(&database).await;
    let mut device = push_everything(second.address, browser).await;
    for (mid, result) in device.results(usize::try_from(MUTATIONS).expect("few")).await {
        let known = result == MutationResult::Dup { refusal: None };
        assert!(
            known || (result == MutationResult::Ok && !acknowledged.contains(&mid)),
            "{mid}: {result:?}"
        );
    }
    let after = before + i64::try_from(MUTATIONS).expect("few");
    assert_eq!(database.number("SELECT head FROM practice").await, after);
    assert_eq!(database.number("SELECT count(*) FROM change_log").await, after);
    assert_eq!(
        database.number("SELECT count(*) FROM client_mutation").await,
        after - before
    );
    assert_eq!(
        database
            .number("SELECT count(*) FROM appointment WHERE status = 'arrived'")
            .await,
        0
    );
}

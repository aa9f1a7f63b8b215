//! Devices, a network and a server driven by one seeded scheduler in virtual time, with faults. After the faults have
//! healed, everything that must always hold is checked; much of it is checked after every step as well.
//!
//! `make simulate SEEDS=10000` tries more, on every core; `SIMULATION_FIRST=7` begins elsewhere. A failure prints the seed
//! that shows it, with the smallest history of it that still does, its last steps, and what does not hold.

mod device;
mod history;
mod inputs;
mod network;
mod people;
mod random;
mod store;
mod verdicts;
mod world;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use history::History;
use world::{Plant, Violation, World};

/// Seeds tried by a plain `cargo test`.
const SEEDS: u64 = 200;

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

/// What many histories came to.
#[derive(Default)]
struct Tally {
    steps: AtomicU64,
    decided: AtomicU64,
    refused: AtomicU64,
}

impl Tally {
    /// Runs histories on every core; answers the first that breaks.
    fn run(&self, first: u64, seeds: u64) -> Option<u64> {
        let next = AtomicU64::new(first);
        let broken = AtomicU64::new(u64::MAX);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|threads| {
            for _ in 0..cores {
                threads.spawn(|| {
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= first + seeds || broken.load(Ordering::Relaxed) < seed {
                            break;
                        }
                        if self.run_one(seed).is_err() {
                            broken.fetch_min(seed, Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        Some(broken.into_inner()).filter(|seed| *seed < u64::MAX)
    }

    fn run_one(&self, seed: u64) -> Result<(), Violation> {
        let mut world = World::new(History::new(seed, None));
        let result = world.run();
        let decided = world.store.decided.values();
        let refused = decided.filter(|decided| decided.refusal.is_some()).count();
        self.steps.fetch_add(world.steps, Ordering::Relaxed);
        self.decided
            .fetch_add(world.store.decided.len() as u64, Ordering::Relaxed);
        self.refused.fetch_add(refused as u64, Ordering::Relaxed);
        result
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how fast histories run on this machine; nothing in them reads it"
)]
fn devices_and_server_agree_and_lose_nothing_whatever_fails() {
    let first = from_environment("SIMULATION_FIRST", 0);
    let seeds = from_environment("SIMULATION_SEEDS", SEEDS);
    let tally = Tally::default();
    let started = Instant::now();
    if let Some(seed) = tally.run(first, seeds) {
        panic!("{}", History::new(seed, None).report());
    }
    let (steps, decided) = (tally.steps.into_inner(), tally.decided.into_inner());
    let rate = steps as f64 / started.elapsed().as_secs_f64();
    println!("{seeds} histories, {steps} steps, {rate:.0} steps a second; {decided} mutations decided");
    // A simulation in which nothing happens proves nothing.
    assert!(
        decided / seeds >= 10,
        "only {} mutations a history",
        decided / seeds
    );
    assert!(
        seeds < 20 || tally.refused.into_inner() > 0,
        "no two devices ever wanted one place"
    );
}

/// The test of the test: a planted fault is noticed by some history.
fn is_caught(plant: Plant) {
    let caught = (0..SEEDS).find(|seed| World::new(History::new(*seed, Some(plant))).run().is_err());
    match caught {
        Some(seed) => println!("{plant:?} is noticed by history {}", seed + 1),
        None => panic!("no history notices {plant:?}"),
    }
}

#[test]
fn a_server_that_answers_before_the_commit_is_caught() {
    is_caught(Plant::AnswersBeforeCommit);
}

#[test]
fn a_store_that_forgets_what_it_decided_is_caught() {
    is_caught(Plant::ForgetsDecided);
}

#[test]
fn a_delta_that_does_not_say_what_it_settles_is_caught() {
    is_caught(Plant::StripsLastMids);
}

#[test]
fn a_device_that_says_kept_before_it_is_kept_is_caught() {
    is_caught(Plant::KeptTooEarly);
}

#[test]
fn half_a_transaction_in_a_delta_is_caught() {
    is_caught(Plant::HalvesDeltas);
}

#[test]
fn a_device_that_drops_what_is_pending_on_the_answer_is_caught() {
    is_caught(Plant::SettlesOnResult);
}

#[test]
fn a_refusal_that_does_not_use_its_number_up_is_caught() {
    is_caught(Plant::RefusalsDoNotAdvance);
}

#[test]
fn a_server_that_tells_others_before_the_commit_is_caught() {
    is_caught(Plant::TellsBeforeCommit);
}

#[test]
fn a_server_that_forgets_what_has_gone_is_caught() {
    is_caught(Plant::ForgetsRemovals);
}

#[test]
fn a_device_that_keeps_old_rows_under_a_new_cursor_is_caught() {
    is_caught(Plant::TearsTheSwap);
}

#[test]
fn a_lease_by_the_devices_clock_is_caught() {
    is_caught(Plant::LeasesByTheDevicesClock);
}

#[test]
fn a_socket_that_keeps_the_old_role_is_caught() {
    is_caught(Plant::KeepsTheOldRole);
}

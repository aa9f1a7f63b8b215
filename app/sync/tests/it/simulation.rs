//! Browsers with their tabs, a network and a server driven by one seeded scheduler in virtual time, with faults. After the
//! faults have healed, everything that must always hold is checked; most of it is checked after every step as well.
//!
//! `make simulate SEEDS=10000` tries more, on every core; `SIMULATION_FIRST=7` begins elsewhere. A failure prints the seed
//! that shows it, with the smallest history of it that still does, its last steps, and what does not hold.
//!
//! | what must hold | checked by | when |
//! |---|---|---|
//! | 1 converge | `check_converged`, against the rows of the store seen with `eyes` | a minute after healing, and at the end |
//! | 2 prefix | `check_prefix`, against the frozen sums of `oracle` | after every event of a page |
//! | 3 monotonic reads | `check_monotonic` in a page and between devices, `check_cache` over reloads and tabs | after every event; at every start |
//! | 4 read your writes | `check_shown`, `check_settled` | after every eighth event; when a record is dropped |
//! | 5 no acknowledged write lost | `check_durable`, `check_ended` | at every result; at the end |
//! | 6 exactly once | `Store::check_order`, `Store::write_decided`, `check_ended` | in every transaction; at the end |
//! | 7 client order, groups atomic | `Store::check_order`, `check_prefix` | in every transaction; after every event |
//! | 8 causal order | `check_causes`, `check_monotonic` | in every transaction; when a page gets live |
//! | 9 no leak | `check_frame`, `check_last_mids`, `check_snapshot`, `check_owner` | at every frame, snapshot and push |
//! | 10 purge | `check_prefix` (no base, no row), `check_purged`, `check_cache_owner` | after every event; when a page leaves |
//! | 11 no overlap | `Store::check_overlap` | in every transaction |
//! | 12 one valid claim | `check_leases` | in every transaction |
//! | 13 every input ends | `check_ended`, `judge` for questions | at the end |
//! | 14 same answer on both machines | `app/domain/tests/same_answers.rs`, not here | |
//! | 15 bounds | `check_in_flight`, `check_waiting`, `check_waiting_frames` | at every push and frame |
//! | an outbox moves within 10 s | `inspect_page` | every two seconds |
//! | a dead line is noticed within 20 s, never "live" without proof of life | `inspect_page`, `check_live` | every two seconds; after every event |
//! | converged within 60 s of healing | `check_convergence` | once |
//! | what closed tabs have left is sent | `drain` | at the end |
//! | a claim frees itself | `check_leases` | in every transaction |
//!
//! Not held against the program: what a browser throws away by itself (`Rest::Evicted`), what a backup that is put back does
//! not hold (`Rest::LostWithTheServer`), and what was never called kept when its page went (`Rest::Gone`).

mod acts;
mod browser;
mod disk;
mod drive;
mod eyes;
mod faults;
mod history;
mod inputs;
mod network;
mod oracle;
mod page;
mod people;
mod plant;
mod random;
mod reading;
mod server_life;
mod sessions;
mod store;
mod tabs;
mod tally;
mod wires;
mod world;
mod writing;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use history::History;
use plant::Plant;
use tally::Tally;
use world::{Violation, World};

/// Seeds tried by a plain `cargo test`.
const SEEDS: u64 = 200;
/// A planted bug must be noticed within so many.
const SEEDS_OF_A_PLANT: u64 = 1_000;

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

/// What many histories came to.
#[derive(Default)]
struct Run {
    steps: AtomicU64,
    tally: Mutex<Tally>,
}

impl Run {
    /// Runs histories on every core; answers the first that breaks.
    fn run(&self, first: u64, seeds: u64) -> Option<u64> {
        let next = AtomicU64::new(first);
        let broken = AtomicU64::new(u64::MAX);
        std::thread::scope(|threads| {
            for _ in 0..cores() {
                threads.spawn(|| {
                    let mut tally = Tally::default();
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= first + seeds || broken.load(Ordering::Relaxed) < seed {
                            break;
                        }
                        if self.run_one(seed, &mut tally).is_err() {
                            broken.fetch_min(seed, Ordering::Relaxed);
                        }
                    }
                    self.tally.lock().expect("no thread has panicked").take_in(tally);
                });
            }
        });
        Some(broken.into_inner()).filter(|seed| *seed < u64::MAX)
    }

    fn run_one(&self, seed: u64, tally: &mut Tally) -> Result<(), Violation> {
        let mut world = World::new(History::new(seed, None));
        let result = world.run();
        self.steps.fetch_add(world.steps, Ordering::Relaxed);
        tally.take_in(std::mem::take(&mut world.tally));
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
    let run = Run::default();
    let started = Instant::now();
    if let Some(seed) = run.run(first, seeds) {
        panic!("{}", History::new(seed, None).report());
    }
    let steps = run.steps.into_inner();
    let rate = steps as f64 / started.elapsed().as_secs_f64();
    let tally = run.tally.into_inner().expect("no thread has panicked");
    println!(
        "{seeds} histories, {steps} steps, {rate:.0} steps a second; what happened, and how often in a history:"
    );
    println!("{}", tally.report(seeds));
    // A simulation in which nothing happens proves nothing.
    let decided = tally.of("decided: carried out");
    assert!(
        decided / seeds >= 10,
        "only {} mutations a history",
        decided / seeds
    );
    let contested = tally.of("decided: place taken") + tally.of("decided: wrong state");
    assert!(seeds < 20 || contested > 0, "no two devices ever wanted the same");
}

/// The test of the test: every planted bug is noticed by some history.
#[test]
fn every_planted_bug_is_caught() {
    let next = AtomicUsize::new(0);
    let missed = Mutex::new(Vec::new());
    std::thread::scope(|threads| {
        for _ in 0..cores() {
            threads.spawn(|| {
                while let Some(plant) = Plant::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if !is_caught(*plant) {
                        missed.lock().expect("no thread has panicked").push(*plant);
                    }
                }
            });
        }
    });
    let missed = missed.into_inner().expect("no thread has panicked");
    assert!(missed.is_empty(), "no history notices {missed:?}");
}

fn is_caught(plant: Plant) -> bool {
    let violation = |seed| World::new(History::new(seed, Some(plant))).run().err();
    let caught = (0..SEEDS_OF_A_PLANT).find_map(|seed| Some((seed, violation(seed)?)));
    if let Some((seed, violation)) = &caught {
        println!("{plant:?} is noticed by history {}: {violation:.100}", seed + 1);
    }
    caught.is_some()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

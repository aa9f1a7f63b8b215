//! Devices, a network and a server driven by one seeded scheduler in virtual time, with faults. After the faults have
//! healed, everything that must always hold is checked; much of it is checked after every step as well.
//!
//! `SIMULATION_SEEDS=10000 cargo test -p app-sync simulation` tries more; `SIMULATION_FIRST=7` begins elsewhere. A failure
//! prints the seed that shows it.

mod device;
mod inputs;
mod network;
mod people;
mod random;
mod store;
mod verdicts;
mod world;

use world::{Plant, World};

/// Seeds tried by a plain `cargo test`.
const SEEDS: u64 = 200;

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

#[test]
fn devices_and_server_agree_and_lose_nothing_whatever_fails() {
    let first = from_environment("SIMULATION_FIRST", 0);
    let seeds = from_environment("SIMULATION_SEEDS", SEEDS);
    let (mut decided, mut refused) = (0, 0);
    for seed in first..first + seeds {
        let mut world = World::new(seed, None);
        if let Err(violation) = world.run() {
            panic!("seed {seed}: {violation}\n(SIMULATION_FIRST={seed} SIMULATION_SEEDS=1 shows it again)");
        }
        decided += world.store.decided.len();
        refused += world
            .store
            .decided
            .values()
            .filter(|decided| decided.refusal.is_some())
            .count();
    }
    // A simulation in which nothing happens proves nothing.
    let per_seed = decided as u64 / seeds;
    assert!(per_seed >= 10, "only {per_seed} mutations a seed");
    assert!(seeds < 20 || refused > 0, "no two devices ever wanted one place");
}

/// The test of the test: a planted fault is noticed by some seed.
fn is_caught(plant: Plant) {
    let caught = (0..SEEDS).find(|seed| World::new(*seed, Some(plant)).run().is_err());
    assert!(caught.is_some(), "no seed notices {plant:?}");
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

//! How long the call list of some 3,000 patients takes: from scratch, and after each change of one patient.
//!
//! The practice is made up by a seed, as dirty as practices are, and lies in the replica of a device. Nothing is asserted of
//! time; that the list which followed the changes is the list from scratch is. Natively
//!
//!     cargo bench -p app-sync --bench calls
//!
//! and in node, whose engine is that of Chromium,
//!
//!     CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CARGO_TARGET_DIR=target-web \
//!         cargo test --release -p app-sync --bench calls --target wasm32-unknown-unknown -- --nocapture

#[path = "../../domain/tests/calls"]
#[expect(
    clippy::unwrap_used,
    reason = "a fact of a made-up practice that is not there ends the run"
)]
mod calls {
    pub mod world;
}

use app_domain::calendar::Calendar;
use app_domain::calls::{Attempt, CallBoard, Outcome, OutcomeOf, Topic};
use app_domain::id::{AttemptId, PatientId};
use app_domain::patient::Channel;
use app_domain::rows::{Change, Row, Rows as _};
use app_domain::time::Now;
use app_sync::replica::Replica;
use calls::world::World;
use calls::world::dice::Dice;
use jiff::civil::date;

/// Of one to three people each.
const FAMILIES: usize = 1_500;
const ROUNDS: usize = 20;
const CHANGES: usize = 3_000;

#[cfg(not(target_arch = "wasm32"))]
mod machine {
    use std::time::Instant;

    pub use std::println as say;

    /// Milliseconds that some work takes.
    #[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock")]
    pub fn time<T>(work: impl FnOnce() -> T) -> (T, f64) {
        let start = Instant::now();
        let done = work();
        (done, start.elapsed().as_secs_f64() * 1_000.0)
    }
}

#[cfg(target_arch = "wasm32")]
mod machine {
    pub use wasm_bindgen_test::console_log as say;

    /// Milliseconds that some work takes. The clock shows whole ones: what is quick is timed many at a time.
    #[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock")]
    pub fn time<T>(work: impl FnOnce() -> T) -> (T, f64) {
        let start = js_sys::Date::now();
        let done = work();
        (done, js_sys::Date::now() - start)
    }
}

use machine::{say, time};

fn replica(world: &World) -> Replica {
    let patients = world.patients.values().cloned().map(Row::Patient);
    let cares = world.care.values().cloned().map(Row::Care);
    let visits = world.appointments.values().cloned().map(Row::Appointment);
    let attempts = world.attempts.values().cloned().map(Row::Attempt);
    let closures = world.closures.iter().cloned().map(Row::Closure);
    Replica::from_rows(
        patients
            .chain(cares)
            .chain(visits)
            .chain(attempts)
            .chain(closures),
    )
}

/// Another try to reach somebody.
fn a_call(dice: &mut Dice, patient: PatientId, now: Now) -> Change {
    let outcomes = [
        Outcome::NoAnswer,
        Outcome::AllWell,
        Outcome::Busy,
        Outcome::Voicemail,
    ];
    Change::Put {
        row: Row::Attempt(Attempt {
            id: AttemptId(dice.uuid()),
            patient,
            at: now.instant,
            channel: Channel::Phone,
            by: None,
            by_name: None,
            imported: true,
            double: false,
            outcomes: vec![OutcomeOf {
                topic: Topic::Other,
                outcome: dice.of(&outcomes),
            }],
            question: String::new(),
            answer: None,
            hand_offs: Vec::new(),
            delay: None,
            corrected: Vec::new(),
            settled: Vec::new(),
            opposed: Vec::new(),
        }),
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn measure() {
    let mut dice = Dice::new(7);
    let world = World::random(20_261_123, FAMILIES);
    let mut rows = replica(&world);
    let patients = world.ids();
    let now = Now::at_civil(date(2026, 11, 23).at(9, 30, 0, 0));
    let calendar = Calendar::new(rows.closures());
    let of = |rows: &Replica| CallBoard::of(rows, patients.iter().copied(), &calendar, now);

    let mut scratch: Vec<f64> = (0..ROUNDS).map(|_| time(|| of(&rows)).1).collect();
    scratch.sort_by(f64::total_cmp);
    let mut board = of(&rows);

    let changes: Vec<(PatientId, Change)> = (0..CHANGES)
        .map(|_| {
            let patient = dice.of(&patients);
            (patient, a_call(&mut dice, patient, now))
        })
        .collect();
    let ((), followed) = time(|| {
        for (patient, change) in &changes {
            rows.apply(change);
            board.refresh(&rows, &calendar, *patient, now);
        }
    });
    let again = of(&rows);
    assert!(board.ranked().eq(again.ranked()), "the list follows");
    for patient in &patients {
        assert_eq!(board.status(*patient), again.status(*patient));
    }
    say!(
        "{} patients, {} rows, {} on the list",
        patients.len(),
        rows.len(),
        board.patients_on_the_list()
    );
    say!(
        "from scratch: p50 {:.2} ms, most {:.2} ms ({ROUNDS} rounds)",
        scratch[ROUNDS / 2],
        scratch[ROUNDS - 1]
    );
    say!(
        "after a change: {:.4} ms a change, the change itself included ({CHANGES} changes)",
        followed / CHANGES as f64
    );
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    measure();
}

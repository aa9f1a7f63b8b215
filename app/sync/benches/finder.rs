//! How long the first ten free places take to find over sixty days of a busy practice of six chairs: as the screen asks at
//! first (where the clinicians work), at any chair, at chosen chairs; beside a look at every slot.
//!
//! Every way answers each question in the same run, one after the other; nothing is asserted of time. Natively
//!
//!     cargo bench -p app-sync --bench finder
//!
//! and in node, whose engine is that of Chromium,
//!
//!     CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CARGO_TARGET_DIR=target-web \
//!         cargo test --release -p app-sync --bench finder --target wasm32-unknown-unknown -- --nocapture

#[path = "../../domain/tests/agenda/model.rs"]
#[expect(dead_code, reason = "the tests of the rules use more of it")]
mod model;

use app_domain::agenda::{
    Chairs, DayPart, FreePlaceQuery, Place, PlaceLimits, PlaceTimes, Spread, Wanted, check_place, free_places,
};
use app_domain::id::ChairId;
use app_domain::practice::{Chair, Clinician, Profession};
use app_domain::rows::{Row, Rows as _};
use app_sync::replica::Replica;
use jiff::ToSpan;
use jiff::civil::{Time, time};
use model::*;

const DAYS: u16 = 60;
const CHAIRS: u128 = 6;
const ROUNDS: u128 = 200;
const SPANS: [(Time, Time); 2] = [
    (time(9, 0, 0, 0), time(13, 0, 0, 0)),
    (time(15, 0, 0, 0), time(19, 0, 0, 0)),
];

#[cfg(not(target_arch = "wasm32"))]
mod machine {
    use std::time::Instant;

    pub use std::println as say;

    /// Milliseconds that some work takes.
    #[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock")]
    pub fn clock<T>(work: impl FnOnce() -> T) -> (T, f64) {
        let start = Instant::now();
        let done = work();
        (done, start.elapsed().as_secs_f64() * 1_000.0)
    }

    /// How often a question is asked to be timed once.
    pub const TIMES: u32 = 1;
}

#[cfg(target_arch = "wasm32")]
mod machine {
    pub use wasm_bindgen_test::console_log as say;

    /// Milliseconds that some work takes.
    #[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock")]
    pub fn clock<T>(work: impl FnOnce() -> T) -> (T, f64) {
        let start = js_sys::Date::now();
        let done = work();
        (done, js_sys::Date::now() - start)
    }

    /// How often a question is asked to be timed once: the clock shows whole milliseconds.
    pub const TIMES: u32 = 20;
}

use machine::{TIMES, clock, say};

/// Always the same numbers (an xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % many
    }
}

/// Six columns full for sixty days but for a place here and there; the even ones are of hygienists.
fn busy(dice: &mut Dice) -> Replica {
    let mut practice = Model::new();
    let first = practice.chair(chair(1)).cloned().expect("the model has chairs");
    for number in 1..=CHAIRS {
        practice.put(Row::Chair(Chair {
            id: chair(number),
            position: u16::try_from(number).expect("a small number"),
            ..first.clone()
        }));
        practice.put(Row::Clinician(Clinician {
            id: clinician(number),
            code: format!("OP{number}"),
            surname: format!("Surname{number}"),
            name: format!("Name{number}"),
            profession: if number % 2 == 1 {
                Profession::Dentist
            } else {
                Profession::Hygienist
            },
        }));
    }
    let mut number = 0;
    for day in MONDAY.series(1.day()).take(usize::from(DAYS)) {
        for column in 1..=CHAIRS {
            for (from, to) in SPANS {
                let mut start = day.to_datetime(from);
                while start.time() < to {
                    let minutes = [15, 20, 30, 45][dice.below(4) as usize];
                    let place = Place {
                        start,
                        minutes,
                        chair: chair(column),
                        clinician: clinician(column),
                    };
                    start = place.end();
                    if dice.below(60) != 0 && start.time() <= to {
                        number += 1;
                        practice.book(number, u128::from(dice.below(3)) + 1, place);
                    }
                }
            }
        }
    }
    Replica::from_rows(practice.rows().values().cloned())
}

fn query(dice: &mut Dice) -> FreePlaceQuery {
    let parts = match dice.below(3) {
        0 => Vec::new(),
        1 => vec![DayPart::Morning],
        _ => vec![DayPart::Afternoon, DayPart::Evening],
    };
    // One clinician, or all of a profession.
    let clinicians = match dice.below(2) {
        0 => vec![clinician(u128::from(dice.below(6)) + 1)],
        _ => vec![clinician(1), clinician(3), clinician(5)],
    };
    FreePlaceQuery {
        patient: patient(9),
        minutes: [30, 45, 60, 90][dice.below(4) as usize],
        clinicians,
        not_before: MONDAY.at(9, 0, 0, 0),
        days: DAYS,
        spread: Spread::PerSpan,
        limits: PlaceLimits {
            chairs: Chairs::Usual,
            times: PlaceTimes {
                weekdays: Vec::new(),
                parts,
            },
        },
    }
}

fn all_chairs() -> Vec<ChairId> {
    (1..=CHAIRS).map(chair).collect()
}

/// Every slot of every day is asked for at every chair, until ten are found.
fn slowly(practice: &Replica, query: &FreePlaceQuery) -> usize {
    let mut found = 0;
    for day in query.not_before.date().series(1.day()).take(usize::from(DAYS)) {
        for (from, to) in SPANS {
            for clinician in &query.clinicians {
                for chair in all_chairs() {
                    let fits = |slot: i64| {
                        let place = Place {
                            start: day.to_datetime(from).saturating_add((slot * 5).minutes()),
                            minutes: query.minutes,
                            chair,
                            clinician: *clinician,
                        };
                        let wanted = Wanted {
                            place,
                            patient: query.patient,
                            moving: None,
                        };
                        place.end().time() <= to && check_place(practice, &wanted).is_ok()
                    };
                    found += usize::from((0..48).any(fits));
                }
            }
        }
        if found >= 10 {
            break;
        }
    }
    found
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn measure() {
    let mut dice = Dice(88_172_645_463_325_252);
    let practice = busy(&mut dice);
    let ways = [
        ("where they work", Some(Chairs::Usual)),
        ("any chair", Some(Chairs::Any)),
        ("chosen chairs", Some(Chairs::These(all_chairs()))),
        ("slot by slot", None),
    ];
    let questions: Vec<FreePlaceQuery> = (0..ROUNDS).map(|_| query(&mut dice)).collect();
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); ways.len()];
    let mut places = vec![0; ways.len()];
    for question in &questions {
        for (way, (_, chairs)) in ways.iter().enumerate() {
            let mut query = question.clone();
            query.limits.chairs = chairs.clone().unwrap_or_default();
            let ask = || match chairs {
                Some(_) => free_places(&practice, &query, 10).len(),
                None => slowly(&practice, &query).min(10),
            };
            let repeats = if chairs.is_some() { TIMES } else { 1 };
            let (found, took) = clock(|| (0..repeats).map(|_| ask()).max().unwrap_or_default());
            times[way].push(took / f64::from(repeats));
            places[way] += found;
        }
    }
    say!(
        "{} rows, {CHAIRS} chairs, {ROUNDS} questions for ten places in {DAYS} days",
        practice.len()
    );
    for ((name, _), (times, places)) in ways.iter().zip(times.iter_mut().zip(places)) {
        let (half, most) = (at(times, 50), at(times, 99));
        say!("{name:>16}: p50 {half:.3} ms, p99 {most:.3} ms, {places} places");
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    measure();
}

/// A percentile.
fn at(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percent / 100]
}

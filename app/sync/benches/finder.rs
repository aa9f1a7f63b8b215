//! How long the first ten free places take to find over sixty days of a busy practice, beside a look at every slot.
//!
//! Both ways answer each question in the same run, one after the other; nothing is asserted of time.

#[path = "../../domain/tests/agenda/model.rs"]
#[expect(dead_code, reason = "the tests of the rules use more of it")]
mod model;

use std::time::{Duration, Instant};

use app_domain::agenda::{
    DayPart, FreePlaceQuery, Place, PlaceLimits, PlaceTimes, Spread, Wanted, check_place, free_places,
};
use app_sync::replica::Replica;
use jiff::ToSpan;
use jiff::civil::{Time, time};
use model::*;

const DAYS: u16 = 60;
const ROUNDS: u128 = 200;
const SPANS: [(Time, Time); 2] = [
    (time(9, 0, 0, 0), time(13, 0, 0, 0)),
    (time(15, 0, 0, 0), time(19, 0, 0, 0)),
];

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

/// Both columns full for sixty days but for a place here and there.
fn busy(dice: &mut Dice) -> Replica {
    let mut practice = Model::new();
    let mut number = 0;
    for day in MONDAY.series(1.day()).take(usize::from(DAYS)) {
        for column in 1..=2 {
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
    FreePlaceQuery {
        patient: patient(9),
        minutes: [30, 45, 60, 90][dice.below(4) as usize],
        clinicians: vec![clinician(1), clinician(2)],
        not_before: MONDAY.at(9, 0, 0, 0),
        days: DAYS,
        spread: Spread::PerSpan,
        limits: PlaceLimits {
            chairs: vec![chair(1), chair(2)],
            times: PlaceTimes {
                weekdays: Vec::new(),
                parts,
            },
        },
    }
}

/// Every slot of every day is asked for, until ten are found.
fn slowly(practice: &Replica, query: &FreePlaceQuery) -> usize {
    let mut found = 0;
    for day in query.not_before.date().series(1.day()).take(usize::from(DAYS)) {
        for (from, to) in SPANS {
            for clinician in &query.clinicians {
                for chair in &query.limits.chairs {
                    let fits = |slot: i64| {
                        let place = Place {
                            start: day.to_datetime(from).saturating_add((slot * 5).minutes()),
                            minutes: query.minutes,
                            chair: *chair,
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

#[expect(clippy::disallowed_methods, reason = "a benchmark is about the clock")]
fn main() {
    let mut dice = Dice(88_172_645_463_325_252);
    let practice = busy(&mut dice);
    let (mut fast, mut slow, mut places) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let query = query(&mut dice);
        let start = Instant::now();
        places += free_places(&practice, &query, 10).len();
        fast.push(start.elapsed());
        let start = Instant::now();
        places += slowly(&practice, &query).min(10);
        slow.push(start.elapsed());
    }
    let visits = practice.len();
    println!("{visits} rows, {ROUNDS} questions over {DAYS} days, {places} places in all");
    for (name, times) in [("finder", &mut fast), ("slot by slot", &mut slow)] {
        let (half, most) = (at(times, 50), at(times, 99));
        println!("{name:>14}: p50 {half:?}, p99 {most:?}");
    }
}

/// A percentile.
fn at(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times[(times.len() - 1) * percent / 100]
}

//! Free places for one, for a series, for a family, and for who would come earlier.

use crate::model::*;
use app_domain::agenda::{
    Absence, Companion, DayPart, FreePlaceQuery, Place, PlaceLimits, PlaceTimes, Spread, Wanted, check_place,
    free_places, series, side_by_side, who_would_come,
};
use app_domain::calls::RiskCategory;
use app_domain::care::{Care, Episode, ExposureBand, HygieneCare, MoneyCare};
use app_domain::id::AbsenceId;
use app_domain::rows::{Row, Rows};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time, date, time};
use proptest::prelude::*;

const SPANS: [(Time, Time); 2] = [
    (time(9, 0, 0, 0), time(13, 0, 0, 0)),
    (time(15, 0, 0, 0), time(19, 0, 0, 0)),
];

fn any_times() -> impl Strategy<Value = PlaceTimes> {
    let weekdays = proptest::sample::subsequence(vec![1i8, 2, 3, 4, 5, 6, 7], 0..4);
    let parts = proptest::sample::subsequence(DayPart::ALL.to_vec(), 0..3);
    (weekdays, parts).prop_map(|(weekdays, parts)| PlaceTimes { weekdays, parts })
}

fn any_visits() -> impl Strategy<Value = Vec<(u128, Place)>> {
    let place =
        (0i64..4, 0i64..120, 1u16..18, 1u128..3, 1u128..3).prop_map(|(day, slot, slots, of_chair, by)| {
            Place {
                start: MONDAY
                    .saturating_add(day.days())
                    .at(9, 0, 0, 0)
                    .saturating_add((slot * 5).minutes()),
                minutes: slots * 5,
                chair: chair(of_chair),
                clinician: clinician(by),
            }
        });
    proptest::collection::vec((1u128..4, place), 0..30)
}

fn any_query() -> impl Strategy<Value = FreePlaceQuery> {
    let chairs = proptest::sample::subsequence(vec![chair(1), chair(2)], 1..3);
    let clinicians = proptest::sample::subsequence(vec![clinician(1), clinician(2)], 1..3);
    (chairs, clinicians, any_times(), 1u16..18, 0i64..200).prop_map(
        |(chairs, clinicians, times, slots, late)| FreePlaceQuery {
            patient: patient(1),
            minutes: slots * 5,
            clinicians,
            not_before: MONDAY.at(8, 0, 0, 0).saturating_add((late * 7).minutes()),
            days: 8,
            spread: Spread::PerSpan,
            limits: PlaceLimits { chairs, times },
        },
    )
}

/// Whether a visit may begin then, said once more without the rules' own words.
fn is_in(part: DayPart, at: DateTime) -> bool {
    match part {
        DayPart::Morning => at.hour() < 13,
        DayPart::Afternoon => (13..17).contains(&at.hour()),
        DayPart::Evening => at.hour() >= 17,
    }
}

/// Slot by slot, without any shortcut.
fn slowly(practice: &Model, query: &FreePlaceQuery) -> Vec<Place> {
    let mut found = Vec::new();
    for day in query.not_before.date().series(1.day()).take(8) {
        let PlaceTimes { weekdays, parts } = &query.limits.times;
        if !weekdays.is_empty() && !weekdays.contains(&day.weekday().to_monday_one_offset()) {
            continue;
        }
        let mut of_day = Vec::new();
        let parts: Vec<Option<DayPart>> = if parts.is_empty() {
            vec![None]
        } else {
            parts.iter().copied().map(Some).collect()
        };
        for (from, to) in SPANS {
            for part in &parts {
                for clinician in &query.clinicians {
                    for chair in &query.limits.chairs {
                        let slots = (0..48).map(|slot: i64| Place {
                            start: day.to_datetime(from).saturating_add((slot * 5).minutes()),
                            minutes: query.minutes,
                            chair: *chair,
                            clinician: *clinician,
                        });
                        let fits = |place: &Place| {
                            let wanted = Wanted {
                                place: *place,
                                patient: query.patient,
                                moving: None,
                            };
                            place.start >= query.not_before
                                && part.is_none_or(|part| is_in(part, place.start))
                                && place.end().time() <= to
                                && check_place(practice, &wanted).is_ok()
                        };
                        of_day.extend(slots.into_iter().find(fits));
                    }
                }
            }
        }
        of_day.sort_by_key(|place: &Place| (place.start, place.clinician, place.chair));
        of_day.dedup_by_key(|place| (place.start, place.clinician));
        found.extend(of_day);
    }
    found
}

proptest! {
    #[test]
    fn the_finder_finds_what_a_slow_look_at_every_slot_finds(
        visits in any_visits(),
        query in any_query(),
        away in proptest::option::of((0i64..60, 1i64..100, 1u128..3)),
    ) {
        let mut practice = Model::new();
        for (number, (of, place)) in (1..).zip(visits) {
            practice.book(number, of, place);
        }
        if let Some((from, length, of)) = away {
            let from = MONDAY.at(9, 0, 0, 0).saturating_add((from * 30).minutes());
            practice.put(Row::Absence(Absence {
                id: AbsenceId(id(1)),
                clinician: clinician(of),
                from,
                to: from.saturating_add((length * 30).minutes()),
                reason: String::new(),
            }));
        }
        let slow = slowly(&practice, &query);
        prop_assert_eq!(free_places(&practice, &query, 10), slow.into_iter().take(10).collect::<Vec<_>>());
    }

    #[test]
    fn a_family_is_never_in_its_own_way(
        visits in any_visits(),
        start in 0i64..40,
        lengths in proptest::collection::vec(1u16..12, 1..3),
    ) {
        let mut practice = Model::new();
        for (number, (of, place)) in (1..).zip(visits) {
            practice.book(number, of, place);
        }
        let first = place(MONDAY.at(9, 0, 0, 0).saturating_add((start * 5).minutes()), 30);
        let companions: Vec<Companion> = (2..).zip(lengths).map(|(of, slots)| Companion {
            patient: patient(of),
            minutes: slots * 5,
            clinicians: vec![clinician(1), clinician(2)],
        }).collect();
        let places: Vec<Place> = side_by_side(&practice, first, &companions).into_iter().flatten().collect();
        let all: Vec<Place> = std::iter::once(first).chain(places.iter().copied()).collect();
        for (index, place) in all.iter().enumerate() {
            for other in &all[index + 1..] {
                prop_assert!(!place.overlaps(other) || place.chair != other.chair && place.clinician != other.clinician);
            }
        }
    }
}

#[test]
fn a_series_keeps_the_wall_clock_over_a_change_of_the_clocks() {
    let first = place(date(2027, 3, 15).at(9, 0, 0, 0), 30);
    let starts: Vec<DateTime> = series(first, 2, 3).into_iter().map(|place| place.start).collect();
    let expected: [Date; 3] = [date(2027, 3, 15), date(2027, 3, 29), date(2027, 4, 12)];
    assert_eq!(starts, expected.map(|day| day.at(9, 0, 0, 0)));
}

#[test]
fn a_family_comes_at_the_same_time_where_it_can_and_as_near_as_can_be_else() {
    let mut practice = Model::new();
    let companion = Companion {
        patient: patient(2),
        minutes: 30,
        clinicians: vec![clinician(2)],
    };
    let first = place(MONDAY.at(10, 0, 0, 0), 30);
    let beside = |practice: &Model| side_by_side(practice, first, std::slice::from_ref(&companion))[0];
    let other = |hour, minute| Place {
        chair: chair(2),
        clinician: clinician(2),
        ..place(MONDAY.at(hour, minute, 0, 0), 30)
    };
    assert_eq!(beside(&practice), Some(other(10, 0)));
    practice.book(1, 3, other(10, 0));
    let near = beside(&practice).expect("a place near by");
    assert_eq!(
        near,
        other(10, 30),
        "at the chair where the hygienist works that day"
    );
}

fn care(of: u128, at_risk: bool, band: ExposureBand) -> Row {
    let episode = Episode {
        category: RiskCategory::ALL[0],
        tooth: String::new(),
        opened: MONDAY.saturating_sub(40.days()),
        clinician: None,
    };
    Row::Care(Care {
        patient: patient(of),
        episodes: if at_risk { vec![episode] } else { Vec::new() },
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        money: Some(MoneyCare {
            balance: None,
            instalment: None,
            band,
        }),
        missed: Vec::new(),
        last_visit_done: None,
    })
}

/// Three who would come earlier, on Wednesday, Thursday and Friday at ten with the dentist.
fn waiting() -> Model {
    let mut practice = Model::new();
    for number in 1..=3 {
        let day = MONDAY.saturating_add(i64::try_from(number + 1).expect("small").days());
        let mut visit = practice.book(number, number, place(day.at(10, 0, 0, 0), 30));
        visit.as_soon_as_possible = true;
        practice.put(Row::Appointment(visit));
    }
    practice
}

fn who(practice: &Model, place: &Place) -> Vec<u128> {
    let later: Vec<_> = (1..=3)
        .filter_map(|number| practice.appointment(visit(number)))
        .collect();
    who_would_come(practice, place, later.into_iter())
        .into_iter()
        .map(|visit| visit.id.0.as_u128())
        .collect()
}

#[test]
fn who_is_at_risk_comes_before_who_owes_much_and_then_who_gains_the_most_days() {
    let mut practice = waiting();
    let free = place(MONDAY.at(10, 0, 0, 0), 30);
    assert_eq!(who(&practice, &free), [3, 2, 1]);
    practice.put(care(1, false, ExposureBand::Large));
    assert_eq!(who(&practice, &free), [1, 3, 2]);
    practice.put(care(2, true, ExposureBand::Small));
    assert_eq!(who(&practice, &free), [2, 1, 3]);
}

#[test]
fn nobody_is_proposed_who_does_not_fit_or_cannot_come_then() {
    let mut practice = waiting();
    let short = place(MONDAY.at(10, 0, 0, 0), 25);
    assert_eq!(who(&practice, &short), []);
    let with_another = Place {
        clinician: clinician(2),
        ..place(MONDAY.at(10, 0, 0, 0), 30)
    };
    assert_eq!(who(&practice, &with_another), []);
    let mut evening = plain_patient(3);
    evening.times.parts = vec![DayPart::Evening];
    practice.put(Row::Patient(evening));
    let free = place(MONDAY.at(10, 0, 0, 0), 30);
    assert_eq!(who(&practice, &free), [2, 1]);
    let on_friday = place(MONDAY.saturating_add(4.days()).at(9, 0, 0, 0), 30);
    let none: [u128; 0] = [];
    assert_eq!(
        who(&practice, &on_friday),
        none,
        "the third comes in the evening only"
    );
}

//! Free places for one, for a series and for a family.

use crate::model::*;
use app_domain::agenda::{
    Absence, Chairs, Companion, DayPart, FreePlaceQuery, Place, PlaceLimits, PlaceTimes, Spread, Wanted,
    check_place, free_places, series, side_by_side,
};
use app_domain::id::{AbsenceId, ChairId, ClinicianId};
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
    let these = proptest::sample::subsequence(vec![chair(1), chair(2)], 1..3);
    let chairs = prop_oneof![
        Just(Chairs::Usual),
        Just(Chairs::Any),
        these.prop_map(Chairs::These)
    ];
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

/// Where a clinician works in a half day: where they are then, else where they are most on such days and nobody is.
fn works_at(
    practice: &Model,
    query: &FreePlaceQuery,
    by: ClinicianId,
    day: Date,
    span: (Time, Time),
) -> Option<ChairId> {
    let mut there: Vec<_> = practice
        .appointments_on(day)
        .filter(|visit| span.0 <= visit.start().time() && visit.start().time() < span.1)
        .collect();
    there.sort_by_key(|visit| (visit.start(), visit.id));
    if let Some(own) = there.iter().find(|visit| visit.place.clinician == by) {
        return Some(own.place.chair);
    }
    let from = query.not_before.date().saturating_sub(14.days());
    let such = |other: &Date| other.weekday() == day.weekday();
    let such_days = from.series(1.day()).take(22).filter(such);
    let used: Vec<ChairId> = such_days
        .flat_map(|other| practice.appointments_on(other).collect::<Vec<_>>())
        .filter(|visit| visit.place.clinician == by)
        .map(|visit| visit.place.chair)
        .collect();
    let times = |one: ChairId| used.iter().filter(|other| **other == one).count();
    let usual = if times(chair(2)) > times(chair(1)) {
        chair(2)
    } else {
        chair(1)
    };
    let is_taken = there.iter().any(|visit| visit.place.chair == usual);
    (!used.is_empty() && !is_taken).then_some(usual)
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
                    let usual = works_at(practice, query, *clinician, day, (from, to));
                    let chairs = match &query.limits.chairs {
                        Chairs::Usual => usual.into_iter().collect(),
                        Chairs::Any => vec![chair(1), chair(2)],
                        Chairs::These(chairs) => chairs.clone(),
                    };
                    for chair in &chairs {
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
                        let is_second = query.limits.chairs == Chairs::Any && usual != Some(*chair);
                        of_day.extend(slots.into_iter().find(fits).map(|place| (is_second, place)));
                    }
                }
            }
        }
        of_day.sort_by_key(|(second, place): &(bool, Place)| {
            (place.start, place.clinician, *second, place.chair)
        });
        of_day.dedup_by_key(|(_, place)| (place.start, place.clinician));
        found.extend(of_day.into_iter().map(|(_, place)| place));
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
fn any_chair_is_where_the_clinician_works_unless_another_is_free_earlier() {
    let mut practice = Model::new();
    practice.book(1, 1, place(MONDAY.at(9, 0, 0, 0), 60));
    let hygienist = Place {
        clinician: clinician(2),
        ..place(MONDAY.at(11, 0, 0, 0), 120)
    };
    practice.book(2, 2, hygienist);
    let mut query = FreePlaceQuery {
        patient: patient(3),
        minutes: 60,
        clinicians: vec![clinician(1)],
        not_before: MONDAY.at(8, 0, 0, 0),
        days: 1,
        spread: Spread::PerSpan,
        limits: PlaceLimits {
            chairs: Chairs::Any,
            times: PlaceTimes {
                weekdays: Vec::new(),
                parts: vec![DayPart::Morning],
            },
        },
    };
    let at = |hour, of_chair| Place {
        chair: chair(of_chair),
        ..place(MONDAY.at(hour, 0, 0, 0), 60)
    };
    assert_eq!(free_places(&practice, &query, 5), [at(10, 1)]);
    // The chair where the dentist works has nothing so long in the morning, the other one has.
    query.minutes = 120;
    let long = Place {
        minutes: 120,
        ..at(10, 2)
    };
    assert_eq!(free_places(&practice, &query, 5), [long]);
    query.limits.chairs = Chairs::Usual;
    assert_eq!(free_places(&practice, &query, 5), []);
    // What is hidden is not offered.
    let mut hidden = practice.chair(chair(2)).cloned().expect("a chair");
    hidden.hidden = true;
    practice.put(Row::Chair(hidden));
    query.limits.chairs = Chairs::Any;
    assert_eq!(free_places(&practice, &query, 5), []);
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

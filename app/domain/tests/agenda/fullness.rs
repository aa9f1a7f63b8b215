//! How full a day is, by the rule and by counting minute after minute.

use crate::model::*;
use app_domain::agenda::{Absence, CancelledBy, Fullness, Part, Status, first_free, fullness};
use app_domain::id::AbsenceId;
use app_domain::rows::Row;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date, time};

/// Two chairs of eight hours.
const OPEN: u32 = 2 * 8 * 60;

fn at(hour: i8, minute: i8) -> DateTime {
    MONDAY.at(hour, minute, 0, 0)
}

#[test]
fn an_empty_day_is_wholly_free() {
    let full = fullness(&Model::new(), MONDAY, Part::Whole);
    assert_eq!(
        (full.open, full.booked, full.visits, full.percent(), full.free()),
        (OPEN, 0, 0, 0, OPEN)
    );
}

#[test]
fn two_visits_on_one_place_fill_it_once() {
    let mut model = Model::new();
    model.book(1, 1, place(at(9, 0), 60));
    model.book(2, 2, place(at(9, 30), 60));
    let full = fullness(&model, MONDAY, Part::Chair(chair(1)));
    assert_eq!((full.open, full.booked, full.visits), (480, 90, 2));
}

#[test]
fn what_was_called_off_or_missed_fills_nothing() {
    let mut model = Model::new();
    let mut gone = model.book(1, 1, place(at(9, 0), 60));
    gone.status = Status::Cancelled {
        who: CancelledBy::Patient,
        reason: String::new(),
        at: None,
    };
    model.put(Row::Appointment(gone));
    let mut missed = model.book(2, 2, place(at(10, 0), 60));
    missed.status = Status::NoShow { at: None };
    model.put(Row::Appointment(missed));
    assert_eq!(
        fullness(&model, MONDAY, Part::Whole),
        Fullness {
            open: OPEN,
            booked: 0,
            visits: 0
        }
    );
}

#[test]
fn outside_the_hours_a_visit_counts_and_fills_nothing() {
    let mut model = Model::new();
    model.book(1, 1, place(at(12, 30), 60));
    model.book(2, 2, place(at(20, 0), 30));
    let full = fullness(&model, MONDAY, Part::Whole);
    assert_eq!((full.booked, full.visits), (30, 2));
}

#[test]
fn on_a_closed_day_nothing_is_open() {
    let mut model = Model::new();
    model.close(MONDAY, "Corso");
    model.book(1, 1, place(at(9, 0), 60));
    let full = fullness(&model, MONDAY, Part::Whole);
    assert_eq!((full.open, full.percent(), full.visits), (0, 0, 1));
    let christmas = fullness(&Model::new(), date(2026, 12, 25), Part::Whole);
    assert_eq!(christmas.open, 0);
}

#[test]
fn a_clinician_is_filled_at_whatever_chair() {
    let mut model = Model::new();
    model.book(1, 1, place(at(9, 0), 60));
    let mut elsewhere = place(at(10, 0), 30);
    elsewhere.chair = chair(2);
    model.book(2, 2, elsewhere);
    let full = fullness(&model, MONDAY, Part::Clinician(clinician(1)));
    assert_eq!((full.open, full.booked, full.visits), (480, 90, 2));
    assert_eq!(fullness(&model, MONDAY, Part::Clinician(clinician(2))).visits, 0);
}

#[test]
fn the_first_free_moment_is_after_the_present_and_long_enough() {
    let mut model = Model::new();
    model.book(1, 1, place(at(9, 15), 60));
    let first = |part, from, minutes| first_free(&model, MONDAY, part, from, minutes);
    let one = Part::Chair(chair(1));
    assert_eq!(first(one, at(0, 0), 15), Some(time(9, 0, 0, 0)));
    assert_eq!(first(one, at(0, 0), 30), Some(time(10, 15, 0, 0)));
    assert_eq!(first(Part::Whole, at(9, 20), 30), Some(time(9, 20, 0, 0)));
    assert_eq!(first(one, at(18, 45), 30), None);
    assert_eq!(
        first(one, MONDAY.saturating_add(1.day()).at(9, 0, 0, 0), 30),
        None
    );
    assert_eq!(first_free(&model, sunday(), one, at(9, 0), 15), None);
}

/// The dentist is away.
fn away(model: &mut Model, number: u128, from: DateTime, to: DateTime) {
    model.put(Row::Absence(Absence {
        id: AbsenceId(id(number)),
        clinician: clinician(1),
        from,
        to,
        reason: String::new(),
    }));
}

#[test]
fn to_a_clinician_who_is_away_all_day_nothing_is_open_and_nothing_is_free() {
    let mut model = Model::new();
    model.book(1, 1, place(at(9, 0), 60));
    let (before, after) = (
        MONDAY.saturating_sub(2.days()).at(0, 0, 0, 0),
        MONDAY.saturating_add(1.day()).at(0, 0, 0, 0),
    );
    away(&mut model, 1, before, after);
    let dentist = Part::Clinician(clinician(1));
    let full = fullness(&model, MONDAY, dentist);
    assert_eq!((full.open, full.booked, full.visits), (0, 0, 1));
    assert_eq!(first_free(&model, MONDAY, dentist, at(0, 0), 30), None);
    let tuesday = MONDAY.saturating_add(1.day());
    assert_eq!(fullness(&model, tuesday, dentist).open, 480);
    assert_eq!(
        first_free(&model, tuesday, dentist, at(0, 0), 30),
        Some(time(9, 0, 0, 0))
    );
}

#[test]
fn who_is_away_for_hours_is_free_before_and_after_them() {
    let mut model = Model::new();
    model.book(1, 1, place(at(9, 0), 30));
    model.book(2, 2, place(at(10, 30), 60));
    away(&mut model, 1, at(9, 45), at(11, 0));
    away(&mut model, 2, at(10, 30), at(15, 30));
    let dentist = Part::Clinician(clinician(1));
    let full = fullness(&model, MONDAY, dentist);
    // From 9:00 to 9:45 and from 15:30 to 19:00.
    assert_eq!((full.open, full.booked, full.visits), (45 + 210, 30, 2));
    let first = |minutes| first_free(&model, MONDAY, dentist, at(0, 0), minutes);
    assert_eq!(first(15), Some(time(9, 30, 0, 0)));
    assert_eq!(first(30), Some(time(15, 30, 0, 0)));
}

#[test]
fn an_absence_shuts_no_chair_and_is_of_nobody_else() {
    let mut model = Model::new();
    away(
        &mut model,
        1,
        at(0, 0),
        MONDAY.saturating_add(1.day()).at(0, 0, 0, 0),
    );
    assert_eq!(fullness(&model, MONDAY, Part::Whole).open, OPEN);
    for part in [Part::Chair(chair(1)), Part::Clinician(clinician(2))] {
        assert_eq!(fullness(&model, MONDAY, part).open, 480);
        assert_eq!(
            first_free(&model, MONDAY, part, at(0, 0), 30),
            Some(time(9, 0, 0, 0))
        );
    }
}

fn sunday() -> Date {
    MONDAY.saturating_add(6.days())
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use super::*;
    use app_domain::id::ClinicianId;
    use app_domain::practice::{Chair, Opening};
    use app_domain::rows::Rows;
    use jiff::civil::Time;
    use proptest::prelude::*;

    fn minute(time: Time) -> u32 {
        u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
    }

    fn of(minute: i8) -> Time {
        time(minute / 12, minute % 12 * 5, 0, 0)
    }

    /// Chairs with any hours, that overlap too, visits anywhere, and the dentist away at times.
    fn any_day() -> impl Strategy<Value = Model> {
        let openings = prop::collection::vec((0i8..120, 1i8..100), 0..4);
        let visits = prop::collection::vec((0i8..120, 1u16..30, 1u128..3, 1u128..3), 0..20);
        let absences = prop::collection::vec((0i8..120, 1i8..100), 0..3);
        (openings.clone(), openings, visits, absences).prop_map(|(one, two, visits, absences)| {
            let mut model = Model::new();
            for (number, (from, length)) in (1..).zip(absences) {
                let to = from.saturating_add(length);
                away(
                    &mut model,
                    number,
                    MONDAY.to_datetime(of(from)),
                    MONDAY.to_datetime(of(to)),
                );
            }
            for (number, spans) in [(1, one), (2, two)] {
                let opening = spans.into_iter().map(|(from, length)| Opening {
                    weekday: 1,
                    from: of(from),
                    to: of(from.saturating_add(length)),
                });
                let chair = Chair {
                    opening: opening.collect(),
                    ..model.chair(chair(number)).expect("a chair").clone()
                };
                model.put(Row::Chair(chair));
            }
            for (number, (from, slots, of_chair, by)) in (1..).zip(visits) {
                let mut place = place(MONDAY.to_datetime(of(from)), slots * 5);
                (place.chair, place.clinician) = (chair(of_chair), clinician(by));
                model.book(number, 1, place);
            }
            model
        })
    }

    /// Minute by minute.
    fn counted(model: &Model, part: Part) -> (u32, u32) {
        let is_open = |chair: &Chair, now: u32| {
            let mut spans = chair
                .opening
                .iter()
                .map(|span| (minute(span.from), minute(span.to)));
            spans.any(|(from, to)| from <= now && now < to)
        };
        let is_taken = |part: Part, now: u32| {
            model.appointments_on(MONDAY).any(|visit| {
                let from = minute(visit.start().time());
                part.holds(&visit.place) && from <= now && now < from + u32::from(visit.place.minutes)
            })
        };
        let is_away = |who: ClinicianId, now: u32| {
            model.absences().any(|absence| {
                let (from, to) = (minute(absence.from.time()), minute(absence.to.time()));
                absence.clinician == who && from <= now && now < to
            })
        };
        let mut counts = (0, 0);
        for now in 0..24 * 60 {
            let lines: Vec<(bool, Part)> = match part {
                Part::Clinician(who) => {
                    let is_open = model.chairs().any(|chair| is_open(chair, now));
                    vec![(is_open && !is_away(who, now), part)]
                }
                _ => model
                    .chairs()
                    .filter(|chair| part == Part::Whole || part == Part::Chair(chair.id))
                    .map(|chair| (is_open(chair, now), Part::Chair(chair.id)))
                    .collect(),
            };
            for (is_open, line) in lines {
                counts.0 += u32::from(is_open);
                counts.1 += u32::from(is_open && is_taken(line, now));
            }
        }
        counts
    }

    proptest! {
        #[test]
        fn a_day_is_never_fuller_than_full_and_as_full_as_its_minutes(model in any_day(), whose in 0u128..5) {
            let part = match whose {
                0 => Part::Whole,
                1 | 2 => Part::Chair(chair(whose)),
                _ => Part::Clinician(clinician(whose - 2)),
            };
            let full = fullness(&model, MONDAY, part);
            prop_assert!(full.percent() <= 100);
            prop_assert_eq!((full.open, full.booked), counted(&model, part));
            prop_assert_eq!(full.free(), full.open - full.booked);
        }

        #[test]
        fn nothing_stands_at_the_first_free_moment(model in any_day(), slots in 1u16..12) {
            let minutes = slots * 5;
            let part = Part::Chair(chair(1));
            if let Some(at) = first_free(&model, MONDAY, part, MONDAY.at(0, 0, 0, 0), minutes) {
                let span = place(MONDAY.to_datetime(at), minutes);
                let stands = model.appointments_on(MONDAY).any(|visit| visit.place.chair == chair(1) && visit.place.overlaps(&span));
                prop_assert!(!stands);
            }
        }
    }
}

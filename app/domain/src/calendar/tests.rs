use super::*;
use crate::id::ClosureId;

fn closure(from: Date, to: Date) -> Closure {
    Closure {
        id: ClosureId(uuid::Uuid::from_u128(1)),
        from,
        to,
        reason: "Ferie".to_owned(),
    }
}

#[test]
fn easter_falls_where_the_church_puts_it() {
    let known = [
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2035, 3, 25),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ];
    for day in known {
        assert_eq!(easter(day.year()), day);
    }
}

#[test]
fn the_fourth_of_october_is_a_holiday_from_2026() {
    assert_eq!(national_holiday(date(2024, 10, 4)), None);
    assert_eq!(national_holiday(date(2025, 10, 4)), None);
    assert_eq!(
        national_holiday(date(2026, 10, 4)),
        Some(NationalHoliday::SaintFrancis)
    );
    assert_eq!(
        national_holiday(date(2027, 10, 4)),
        Some(NationalHoliday::SaintFrancis)
    );
}

#[test]
fn every_national_holiday_of_2027_is_known() {
    let mut day = date(2027, 1, 1);
    let mut found = Vec::new();
    while day.year() == 2027 {
        if national_holiday(day).is_some() {
            found.push((day.month(), day.day()));
        }
        day = day.saturating_add(1.days());
    }
    let expected = [
        (1, 1),
        (1, 6),
        (3, 28),
        (3, 29),
        (4, 25),
        (5, 1),
        (6, 2),
        (8, 15),
        (10, 4),
        (11, 1),
        (12, 8),
        (12, 25),
        (12, 26),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_weekend_a_holiday_and_a_closure_are_no_working_days() {
    let closures = [closure(date(2026, 8, 10), date(2026, 8, 23))];
    let calendar = Calendar::new(&closures);
    assert!(!calendar.is_working_day(date(2026, 11, 21)));
    assert!(!calendar.is_working_day(date(2026, 11, 22)));
    assert!(calendar.is_working_day(date(2026, 11, 23)));
    assert!(!calendar.is_working_day(date(2026, 12, 8)));
    assert!(calendar.is_working_day(date(2026, 8, 7)));
    assert!(!calendar.is_working_day(date(2026, 8, 10)));
    assert!(!calendar.is_working_day(date(2026, 8, 21)));
    assert!(calendar.is_working_day(date(2026, 8, 24)));
    assert_eq!(calendar.closure_on(date(2026, 8, 23)), Some("Ferie"));
    assert_eq!(calendar.closure_on(date(2026, 8, 24)), None);
}

#[test]
fn working_days_are_counted_over_what_lies_between() {
    let closures = [closure(date(2026, 11, 25), date(2026, 11, 25))];
    let calendar = Calendar::new(&closures);
    let monday = date(2026, 11, 23);
    assert_eq!(calendar.plus_working_days(monday, 0), monday);
    assert_eq!(calendar.next_working_day(monday), date(2026, 11, 24));
    assert_eq!(calendar.plus_working_days(monday, 2), date(2026, 11, 26));
    assert_eq!(calendar.minus_working_days(date(2026, 11, 26), 2), monday);
    assert_eq!(calendar.minus_working_days(monday, 1), date(2026, 11, 20));
    assert_eq!(calendar.next_working_day(date(2026, 11, 20)), monday);
}

#[test]
fn a_practice_that_never_works_does_not_hang() {
    let closures = [closure(Date::MIN, Date::MAX)];
    let calendar = Calendar::new(&closures);
    assert!(calendar.next_working_day(date(2026, 11, 23)) > date(2035, 1, 1));
}

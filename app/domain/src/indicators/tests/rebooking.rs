use super::*;
use crate::agenda::CancelledBy;

fn rebooking(history: &History) -> (u64, u64) {
    let mut rebooking = HygieneRebooking::default();
    rebooking.add(history, october(), TODAY);
    share(&rebooking.indicator())
}

fn treated() -> History {
    nobody(1).with_hygiene(date(2026, 10, 14))
}

fn with_hygiene_at(start: DateTime, status: Status) -> History {
    treated().with_kind(AppointmentKind::Hygiene, start, status)
}

#[test]
fn a_patient_counts_once_however_many_hygienes_and_not_without_one_in_the_period() {
    assert_eq!(rebooking(&treated().with_hygiene(date(2026, 10, 28))), (0, 1));
    assert_eq!(rebooking(&nobody(1).with_hygiene(date(2026, 10, 1))), (0, 1));
    assert_eq!(rebooking(&nobody(1).with_hygiene(date(2026, 10, 31))), (0, 1));
    let outside = nobody(1)
        .with_hygiene(date(2026, 9, 30))
        .with_hygiene(date(2026, 11, 1));
    assert_eq!(rebooking(&outside), (0, 0));
    assert_eq!(rebooking(&nobody(1).with_single(date(2026, 10, 14), 100)), (0, 0));
}

#[test]
fn a_hygiene_to_come_is_booked_for_today_or_later() {
    let booked = |day: Date| rebooking(&with_hygiene_at(day.at(8, 0, 0, 0), Status::Booked));
    assert_eq!(booked(TODAY), (1, 1));
    assert_eq!(booked(date(2027, 4, 14)), (1, 1));
    assert_eq!(booked(date(2026, 11, 22)), (0, 1));
    let later = date(2027, 4, 14).at(8, 0, 0, 0);
    let called_off = Status::Cancelled {
        who: CancelledBy::Patient,
        reason: String::new(),
        at: None,
    };
    assert_eq!(rebooking(&with_hygiene_at(later, called_off)), (0, 1));
    let checkup = treated().with_kind(AppointmentKind::Checkup, later, Status::Booked);
    assert_eq!(rebooking(&checkup), (0, 1));
}

use app_domain::agenda::{AppointmentKind, Place, VisitTimes};
use app_domain::id::{AppointmentId, ChairId, ClinicianId, PatientId};
use jiff::civil::{date, time};
use uuid::Uuid;

use super::super::text::{EN, IT};
use super::*;

/// A visit of half an hour on Monday 23 November at ten.
pub(in crate::agenda) fn booked_at_ten() -> Appointment {
    Appointment {
        id: AppointmentId(Uuid::nil()),
        patient: PatientId(Uuid::nil()),
        place: Place {
            start: date(2026, 11, 23).at(10, 0, 0, 0),
            minutes: 30,
            chair: ChairId(Uuid::nil()),
            clinician: ClinicianId(Uuid::nil()),
        },
        kind: AppointmentKind::Hygiene,
        status: Status::Booked,
        confirmation: Confirmation::NotAsked,
        as_soon_as_possible: false,
        correction: None,
        booked: None,
        displaced: None,
        left_place: None,
        lab: app_domain::agenda::LabWork::None,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

fn at(day: i8, hour: i8, minute: i8) -> Now {
    Now::at_civil(date(2026, 11, day).at(hour, minute, 0, 0))
}

fn stage(confirmation: Confirmation, now: Now) -> Stage {
    Stage::of(
        &Appointment {
            confirmation,
            ..booked_at_ten()
        },
        now,
    )
}

#[test]
fn before_the_last_half_hour_the_card_says_what_the_patient_said() {
    assert_eq!(stage(Confirmation::NotAsked, at(23, 9, 29)), Stage::ToConfirm);
    assert_eq!(stage(Confirmation::Confirmed, at(23, 9, 29)), Stage::Confirmed);
    assert_eq!(
        stage(Confirmation::Confirmed, at(23, 9, 30)),
        Stage::Expected {
            at: time(10, 0, 0, 0)
        }
    );
    assert_eq!(stage(Confirmation::AskedToMove, at(23, 9, 30)), Stage::AsksToMove);
}

#[test]
fn who_is_not_there_five_minutes_after_the_start_is_overdue() {
    assert_eq!(
        stage(Confirmation::Confirmed, at(23, 10, 4)),
        Stage::Expected {
            at: time(10, 0, 0, 0)
        }
    );
    assert_eq!(
        stage(Confirmation::Confirmed, at(23, 10, 5)),
        Stage::Overdue { minutes: 5 }
    );
    assert_eq!(stage(Confirmation::Confirmed, at(24, 8, 0)), Stage::Unmarked);
}

#[test]
fn minutes_in_the_waiting_room_count_and_turn_red_at_ten() {
    let waiting = |minute| {
        let status = Status::Arrived {
            arrived: at(23, 9, 50).instant,
        };
        Stage::of(
            &Appointment {
                status,
                ..booked_at_ten()
            },
            at(23, 10, minute),
        )
    };
    assert_eq!(waiting(4), Stage::Waiting { minutes: 14 });
    assert!(waiting(0).is_too_long());
    assert!(!Stage::Waiting { minutes: 9 }.is_too_long());
    assert_eq!(waiting(4).words(&IT), "attende 14′");
    assert_eq!(waiting(4).spoken(&IT), "arrivato, attende 14′");
}

#[test]
fn a_clock_that_runs_behind_shows_no_negative_minutes() {
    let status = Status::Arrived {
        arrived: at(23, 9, 50).instant,
    };
    let stage = Stage::of(
        &Appointment {
            status,
            ..booked_at_ten()
        },
        at(23, 9, 49),
    );
    assert_eq!(stage, Stage::Waiting { minutes: 0 });
}

#[test]
fn an_imported_visit_has_no_hour_of_leaving() {
    let left = |times| {
        Stage::of(
            &Appointment {
                status: Status::Left { times },
                ..booked_at_ten()
            },
            at(23, 12, 0),
        )
    };
    assert_eq!(left(VisitTimes::default()).words(&EN), "left");
    let known = VisitTimes {
        left: Some(at(23, 9, 42).instant),
        ..VisitTimes::default()
    };
    assert_eq!(left(known).words(&IT), "uscita 9:42");
}

//! Absences and closures, what they displace and how that comes back (`product.md`, A3 and A4).

use crate::model::*;
use app_domain::agenda::{Absence, CancelledBy, Displacement, Place, Status};
use app_domain::command::{Booking, Command};
use app_domain::id::{AbsenceId, ClosureId};
use app_domain::practice::Closure;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::Date;

const MANAGER: Role = Role::OfficeManager;
const TUESDAY: Date = jiff::civil::date(2026, 11, 24);

fn absence(from: i8, to: i8) -> Absence {
    Absence {
        id: AbsenceId(id(1)),
        clinician: clinician(1),
        from: TUESDAY.at(from, 0, 0, 0),
        to: TUESDAY.at(to, 0, 0, 0),
        reason: "congresso".to_owned(),
    }
}

fn closure(day: Date) -> Closure {
    Closure {
        id: ClosureId(id(1)),
        from: day,
        to: day,
        reason: "guasto alla caldaia".to_owned(),
    }
}

fn tuesday(hour: i8) -> Place {
    place(TUESDAY.at(hour, 0, 0, 0), 30)
}

/// Three visits of the dentist on Tuesday at 9, 10 and 16, and one of the hygienist at 10.
fn practice() -> Model {
    let mut practice = Model::new();
    for (number, hour) in [(1, 9), (2, 10), (3, 16)] {
        practice.book(number, number, tuesday(hour));
    }
    let hygienist = Place {
        chair: chair(2),
        clinician: clinician(2),
        ..tuesday(10)
    };
    practice.book(4, 1, hygienist);
    practice
}

fn is_parked(practice: &Model, number: u128) -> bool {
    practice
        .appointment(visit(number))
        .expect("the visit")
        .is_parked()
}

fn parked(practice: &Model) -> Vec<u128> {
    (1..=4).filter(|number| is_parked(practice, *number)).collect()
}

#[test]
fn an_absence_displaces_what_the_clinician_had_in_its_hours_and_nothing_else() {
    let mut practice = practice();
    practice
        .act(MANAGER, monday_at(8, 0), &Command::MarkAbsence(absence(9, 13)))
        .expect("away");
    assert_eq!(parked(&practice), [1, 2]);
    let displaced = practice.appointment(visit(1)).expect("the visit");
    assert_eq!(displaced.displaced, Some(Displacement::Absence(AbsenceId(id(1)))));
    assert!(matches!(
        displaced.status,
        Status::Cancelled {
            who: CancelledBy::Practice,
            at: Some(_),
            ..
        }
    ));
}

#[test]
fn a_visit_that_only_touches_the_absence_stays() {
    let mut practice = Model::new();
    practice.book(1, 1, tuesday(9));
    let away = Absence {
        from: TUESDAY.at(9, 30, 0, 0),
        ..absence(9, 13)
    };
    practice
        .act(MANAGER, monday_at(8, 0), &Command::MarkAbsence(away))
        .expect("away");
    assert!(!is_parked(&practice, 1));
}

#[test]
fn who_has_come_is_not_displaced() {
    let mut practice = Model::new();
    practice.book(1, 1, place(MONDAY.at(9, 0, 0, 0), 30));
    let arrive = Command::MarkAppointment {
        appointment: visit(1),
        mark: app_domain::agenda::Mark::Arrived,
    };
    practice
        .act(Role::FrontDesk, monday_at(9, 0), &arrive)
        .expect("arrived");
    let away = Absence {
        from: MONDAY.at(9, 0, 0, 0),
        to: MONDAY.at(13, 0, 0, 0),
        ..absence(9, 13)
    };
    practice
        .act(MANAGER, monday_at(9, 5), &Command::MarkAbsence(away))
        .expect("away");
    assert!(!is_parked(&practice, 1));
}

#[test]
fn withdrawing_an_absence_puts_back_as_one_what_nobody_has_placed_or_taken() {
    let mut practice = practice();
    practice
        .act(MANAGER, monday_at(8, 0), &Command::MarkAbsence(absence(9, 17)))
        .expect("away");
    assert_eq!(parked(&practice), [1, 2, 3]);
    // One has been placed on Wednesday, and another one's chair is taken by the hygienist's patient.
    let elsewhere = place(TUESDAY.saturating_add(1.day()).at(9, 0, 0, 0), 30);
    let placed = Command::MoveAppointment {
        appointment: visit(1),
        from: tuesday(9),
        to: elsewhere,
        overbooking: None,
    };
    practice
        .act(Role::FrontDesk, monday_at(8, 1), &placed)
        .expect("placed again");
    let taken = Place {
        clinician: clinician(2),
        ..tuesday(16)
    };
    practice.book(5, 2, taken);
    practice
        .act(
            MANAGER,
            monday_at(8, 2),
            &Command::WithdrawAbsence {
                absence: AbsenceId(id(1)),
            },
        )
        .expect("there after all");
    assert_eq!(parked(&practice), [3]);
    assert_eq!(
        practice.appointment(visit(1)).expect("the visit").place,
        elsewhere
    );
    let back = practice.appointment(visit(2)).expect("the visit");
    assert_eq!((back.status.clone(), back.displaced), (Status::Booked, None));
    assert!(practice.absence(AbsenceId(id(1))).is_none());
}

#[test]
fn withdrawing_twice_is_fine() {
    let mut practice = practice();
    let withdraw = Command::WithdrawAbsence {
        absence: AbsenceId(id(1)),
    };
    assert_eq!(practice.act(MANAGER, monday_at(8, 0), &withdraw), Ok(Vec::new()));
}

#[test]
fn nothing_is_booked_with_who_is_away_but_on_purpose() {
    let mut practice = Model::new();
    practice
        .act(MANAGER, monday_at(8, 0), &Command::MarkAbsence(absence(9, 13)))
        .expect("away");
    let book = |overbooking| {
        Command::BookAppointment(Booking {
            appointment: visit(9),
            patient: patient(1),
            place: tuesday(10),
            kind: app_domain::agenda::AppointmentKind::Checkup,
            plan: None,
            overbooking,
            note: String::new(),
        })
    };
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(8, 1), &book(None)),
        Err(Refusal::Away {
            clinician: clinician(1),
            until: TUESDAY.at(13, 0, 0, 0),
        })
    );
    let on_purpose = Some(app_domain::agenda::Overbooking {
        by: None,
        reason: "torna per l'urgenza".to_owned(),
    });
    practice
        .act(MANAGER, monday_at(8, 2), &book(on_purpose))
        .expect("overridden");
}

#[test]
fn a_closure_displaces_the_whole_day_and_reopening_brings_it_back() {
    let mut practice = practice();
    let before = practice.clone();
    practice
        .act(MANAGER, monday_at(8, 0), &Command::CloseDays(closure(TUESDAY)))
        .expect("closed");
    assert_eq!(parked(&practice), [1, 2, 3, 4]);
    let reopen = Command::ReopenDays {
        closure: ClosureId(id(1)),
    };
    practice.act(MANAGER, monday_at(8, 1), &reopen).expect("open");
    for number in 1..=4 {
        assert_eq!(
            practice.appointment(visit(number)),
            before.appointment(visit(number))
        );
    }
    assert!(practice.closures().next().is_none());
}

#[test]
fn a_closure_needs_a_reason_an_order_and_a_future() {
    let mut practice = Model::new();
    let close = |closure: Closure| Command::CloseDays(closure);
    let blank = Closure {
        reason: " ".to_owned(),
        ..closure(TUESDAY)
    };
    let backwards = Closure {
        to: MONDAY,
        ..closure(TUESDAY)
    };
    let past = closure(MONDAY.saturating_sub(1.day()));
    for (wrong, refusal) in [
        (blank, Refusal::ReasonMissing),
        (backwards, Refusal::NotAPlace),
        (
            past.clone(),
            Refusal::Past {
                start: past.from.at(0, 0, 0, 0),
            },
        ),
    ] {
        assert_eq!(
            practice.act(MANAGER, monday_at(8, 0), &close(wrong)),
            Err(refusal)
        );
    }
}

#[test]
fn the_manager_and_the_owner_say_who_is_away_and_clinicians_say_it_of_themselves() {
    for role in Role::ALL {
        let own = match role {
            Role::Hygienist => 2,
            _ => 1,
        };
        let away = Absence {
            clinician: clinician(own),
            ..absence(9, 13)
        };
        let mut practice = Model::new();
        let said = practice.act(role, monday_at(8, 0), &Command::MarkAbsence(away));
        let may = matches!(
            role,
            Role::OfficeManager | Role::Owner | Role::Dentist | Role::Hygienist
        );
        assert_eq!(said.is_ok(), may, "{role:?}: {said:?}");
    }
    let mut practice = Model::new();
    let of_another = practice.act(
        Role::Hygienist,
        monday_at(8, 0),
        &Command::MarkAbsence(absence(9, 13)),
    );
    assert_eq!(of_another, Err(Refusal::NotAllowed));
}

#[test]
fn only_who_keeps_the_settings_closes_days() {
    for role in Role::ALL {
        let mut practice = practice();
        let closed = practice.act(role, monday_at(8, 0), &Command::CloseDays(closure(TUESDAY)));
        let may = matches!(role, Role::OfficeManager | Role::Owner);
        assert_eq!(closed.is_ok(), may, "{role:?}");
        assert_eq!(parked(&practice).is_empty(), !may, "{role:?}");
        let reopened = practice.act(
            role,
            monday_at(8, 1),
            &Command::ReopenDays {
                closure: ClosureId(id(1)),
            },
        );
        assert_eq!(reopened.is_ok(), may, "{role:?}");
    }
}

#[test]
fn a_repeated_absence_is_fine_and_another_one_of_the_same_name_is_not() {
    let mut practice = practice();
    let mark = Command::MarkAbsence(absence(9, 13));
    practice.act(MANAGER, monday_at(8, 0), &mark).expect("away");
    assert_eq!(practice.act(MANAGER, monday_at(8, 1), &mark), Ok(Vec::new()));
    let other = Command::MarkAbsence(absence(9, 17));
    assert_eq!(
        practice.act(MANAGER, monday_at(8, 2), &other),
        Err(Refusal::AlreadyRecorded)
    );
    assert_eq!(practice.absence(AbsenceId(id(1))), Some(&absence(9, 13)));
}

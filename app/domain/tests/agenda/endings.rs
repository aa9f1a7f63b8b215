//! Visits that are called off, parked, placed again, and corrected (`domain.md`, glossary and "Appointments").

use crate::model::*;
use app_domain::agenda::{Appointment, CancelledBy, Confirmation, Ending, Mark, Place, Status};
use app_domain::command::{Booking, Command};
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::Rows;

const DESK: Role = Role::FrontDesk;

fn cancel(number: u128, who: CancelledBy, reason: &str) -> Command {
    Command::CancelAppointment {
        appointment: visit(number),
        who,
        reason: reason.to_owned(),
    }
}

fn correct(number: u128, was: Ending, becomes: Option<Ending>, reason: &str) -> Command {
    Command::CorrectAppointment {
        appointment: visit(number),
        was,
        becomes,
        reason: reason.to_owned(),
    }
}

fn moving(number: u128, from: Place, to: Place) -> Command {
    Command::MoveAppointment {
        appointment: visit(number),
        from,
        to,
        overbooking: None,
    }
}

fn mark(number: u128, mark: Mark) -> Command {
    Command::MarkAppointment {
        appointment: visit(number),
        mark,
    }
}

fn at(hour: i8) -> Place {
    place(MONDAY.at(hour, 0, 0, 0), 30)
}

fn of(practice: &Model) -> &Appointment {
    practice.appointment(visit(1)).expect("the visit")
}

const BY_PATIENT: Ending = Ending::Cancelled {
    who: CancelledBy::Patient,
};

#[test]
fn a_cancelled_visit_says_who_why_and_when_and_frees_its_place() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(
            DESK,
            monday_at(9, 0),
            &cancel(1, CancelledBy::Patient, " febbre "),
        )
        .expect("cancelled");
    assert_eq!(
        of(&practice).status,
        Status::Cancelled {
            who: CancelledBy::Patient,
            reason: "febbre".to_owned(),
            at: Some(monday_at(9, 0)),
        }
    );
    let other = Command::BookAppointment(Booking {
        appointment: visit(2),
        patient: patient(2),
        place: at(10),
        kind: of(&practice).kind,
        plan: None,
        overbooking: None,
        note: String::new(),
    });
    practice
        .act(DESK, monday_at(9, 1), &other)
        .expect("the place is free");
}

#[test]
fn a_visit_is_called_off_with_a_reason_and_only_before_the_chair() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    let no_reason = practice.act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Patient, "  "));
    assert_eq!(no_reason, Err(Refusal::ReasonMissing));
    for step in [Mark::Arrived, Mark::InChair] {
        practice
            .act(DESK, monday_at(10, 0), &mark(1, step))
            .expect("a step");
    }
    let seated = practice.act(
        DESK,
        monday_at(10, 5),
        &cancel(1, CancelledBy::Patient, "urgenza"),
    );
    assert!(matches!(seated, Err(Refusal::WrongState { .. })), "{seated:?}");
}

#[test]
fn calling_off_twice_is_fine_and_by_somebody_else_is_told() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    let by_practice = cancel(1, CancelledBy::Practice, "guasto");
    practice
        .act(DESK, monday_at(9, 0), &by_practice)
        .expect("cancelled");
    assert_eq!(practice.act(DESK, monday_at(9, 1), &by_practice), Ok(Vec::new()));
    let by_patient = practice.act(DESK, monday_at(9, 1), &cancel(1, CancelledBy::Patient, "febbre"));
    assert_eq!(
        by_patient,
        Err(Refusal::Cancelled {
            who: CancelledBy::Practice
        })
    );
}

#[test]
fn what_the_practice_called_off_can_be_placed_again_and_what_the_patient_did_cannot() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Practice, "guasto"))
        .expect("parked");
    for to in [at(10), at(11)] {
        let mut placed = practice.clone();
        placed
            .act(DESK, monday_at(9, 1), &moving(1, at(10), to))
            .expect("placed again");
        assert_eq!(
            (of(&placed).status.clone(), of(&placed).place),
            (Status::Booked, to)
        );
        assert_eq!(of(&placed).confirmation, Confirmation::NotAsked);
    }
    let mut other = Model::new();
    other.book(1, 1, at(10));
    other
        .act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Patient, "febbre"))
        .expect("cancelled");
    assert_eq!(
        other.act(DESK, monday_at(9, 1), &moving(1, at(10), at(11))),
        Err(Refusal::Cancelled {
            who: CancelledBy::Patient
        })
    );
}

#[test]
fn a_slip_is_taken_back_within_a_minute_without_a_reason_and_leaves_no_trace() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Patient, "febbre"))
        .expect("cancelled");
    let late = practice
        .clone()
        .act(DESK, monday_at(9, 2), &correct(1, BY_PATIENT, None, ""));
    assert_eq!(late, Err(Refusal::ReasonMissing));
    practice
        .act(DESK, monday_at(9, 1), &correct(1, BY_PATIENT, None, ""))
        .expect("taken back");
    assert_eq!(
        (of(&practice).status.clone(), of(&practice).correction.clone()),
        (Status::Booked, None)
    );
}

#[test]
fn an_end_of_long_ago_is_corrected_with_a_reason_that_is_kept() {
    for was in [Mark::NoShow, Mark::Left] {
        let mut practice = Model::new();
        practice.book(1, 1, at(10));
        let steps = match was {
            Mark::NoShow => vec![Mark::NoShow],
            _ => vec![Mark::Arrived, Mark::InChair, Mark::Done, Mark::Left],
        };
        for step in steps {
            practice
                .act(DESK, monday_at(10, 10), &mark(1, step))
                .expect("a step");
        }
        let undo = Command::UndoMark {
            appointment: visit(1),
            mark: was,
        };
        assert_eq!(
            practice.act(DESK, monday_at(12, 0), &undo),
            Err(Refusal::ReasonMissing),
            "{was:?}"
        );
        let before = of(&practice).status.clone();
        let ended = Ending::of(&before).expect("it has ended");
        practice
            .act(
                DESK,
                monday_at(12, 0),
                &correct(1, ended, Some(BY_PATIENT), "aveva telefonato"),
            )
            .expect("corrected");
        let correction = of(&practice).correction.clone().expect("kept");
        assert_eq!(
            (correction.was, correction.reason.as_str()),
            (before, "aveva telefonato")
        );
        assert_eq!(correction.by, member(DESK));
        assert_eq!(Ending::of(&of(&practice).status), Some(BY_PATIENT));
    }
}

#[test]
fn what_was_corrected_meanwhile_is_not_corrected_blindly() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(DESK, monday_at(10, 10), &mark(1, Mark::NoShow))
        .expect("missed");
    let came = correct(1, Ending::NoShow, Some(Ending::Left), "era in sala");
    practice.act(DESK, monday_at(12, 0), &came).expect("corrected");
    let twice = practice.act(DESK, monday_at(12, 1), &came);
    assert_eq!(twice, Ok(Vec::new()), "the same once more");
    let other = correct(1, Ending::NoShow, Some(BY_PATIENT), "aveva telefonato");
    let blind = practice.act(DESK, monday_at(12, 1), &other);
    assert!(matches!(blind, Err(Refusal::WrongState { .. })), "{blind:?}");
}

#[test]
fn nobody_has_missed_or_left_a_visit_that_is_still_to_come() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Patient, "febbre"))
        .expect("cancelled");
    let missed = practice.act(
        DESK,
        monday_at(9, 30),
        &correct(1, BY_PATIENT, Some(Ending::NoShow), "non ha chiamato"),
    );
    assert!(matches!(missed, Err(Refusal::TooEarly { .. })), "{missed:?}");
}

#[test]
fn a_visit_that_returns_needs_its_place_free() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    practice
        .act(DESK, monday_at(9, 0), &cancel(1, CancelledBy::Patient, "febbre"))
        .expect("cancelled");
    practice.book(2, 2, at(10));
    let back = practice.act(DESK, monday_at(9, 0), &correct(1, BY_PATIENT, None, ""));
    assert!(matches!(back, Err(Refusal::PlaceTaken { .. })), "{back:?}");
}

#[test]
fn who_would_come_earlier_is_written_on_a_visit_to_come() {
    let mut practice = Model::new();
    practice.book(1, 1, at(10));
    let earlier = Command::SetAsSoonAsPossible {
        appointment: visit(1),
        as_soon_as_possible: true,
    };
    practice.act(DESK, monday_at(9, 0), &earlier).expect("written");
    assert!(of(&practice).as_soon_as_possible);
    assert_eq!(practice.act(DESK, monday_at(9, 0), &earlier), Ok(Vec::new()));
    practice
        .act(DESK, monday_at(10, 10), &mark(1, Mark::NoShow))
        .expect("missed");
    assert!(practice.act(DESK, monday_at(10, 11), &earlier).is_err());
}

#[test]
fn the_laboratory_is_written_down_on_a_visit_to_come_and_not_blindly() {
    use app_domain::agenda::LabWork;
    let mut practice = Model::new();
    practice.book(1, 1, place(MONDAY.at(10, 0, 0, 0), 30));
    let set = |was, becomes| Command::SetLabWork {
        appointment: visit(1),
        was,
        becomes,
    };
    let awaits = set(LabWork::None, LabWork::Awaited);
    assert_eq!(
        practice.act(Role::Owner, monday_at(8, 0), &awaits),
        Err(Refusal::NotAllowed)
    );
    practice
        .act(Role::FrontDesk, monday_at(8, 0), &awaits)
        .expect("awaited");
    assert_eq!(
        practice.act(Role::FrontDesk, monday_at(8, 1), &awaits),
        Ok(Vec::new())
    );
    // Who still saw that none was needed does not overwrite what a colleague has written.
    let blind = set(LabWork::None, LabWork::Arrived);
    assert_eq!(
        practice.act(Role::RemoteSecretary, monday_at(8, 2), &blind),
        Err(Refusal::SetMeanwhile)
    );
    practice
        .act(
            Role::FrontDesk,
            monday_at(8, 3),
            &set(LabWork::Awaited, LabWork::Arrived),
        )
        .expect("arrived");
    let lab = practice.appointment(visit(1)).map(|visit| visit.lab);
    assert_eq!(lab, Some(LabWork::Arrived));
    let cancelled = Command::CancelAppointment {
        appointment: visit(1),
        who: CancelledBy::Patient,
        reason: "febbre".to_owned(),
    };
    practice
        .act(Role::FrontDesk, monday_at(8, 4), &cancelled)
        .expect("called off");
    let late = practice.act(
        Role::FrontDesk,
        monday_at(8, 5),
        &set(LabWork::Arrived, LabWork::None),
    );
    assert!(matches!(late, Err(Refusal::Cancelled { .. })));
}

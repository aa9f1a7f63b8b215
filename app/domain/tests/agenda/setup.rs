//! How the practice is set up, notes of a day, and bookings that were a slip.

use crate::model::*;
use app_domain::agenda::{AppointmentKind, Colour, LONGEST_DAY_NOTE, Offer, Place, UNDO_MS, VisitType};
use app_domain::calls::{CallsShown, LONGEST_VIEW_NAME, Outcome, OutcomeOf, ReasonKind, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::{AttemptId, DayNoteId, SharedViewId};
use app_domain::patient::{Channel, SpokenLanguage};
use app_domain::practice::{Chair, Opening};
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::civil::time;

const MANAGER: Role = Role::OfficeManager;
const DESK: Role = Role::FrontDesk;

fn set_up(was: Option<&Chair>, becomes: Chair) -> Command {
    Command::SetUpChair {
        was: was.cloned(),
        becomes,
    }
}

fn span(weekday: i8, from: i8, to: i8) -> Opening {
    Opening {
        weekday,
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    }
}

#[test]
fn a_chair_is_renamed_moved_hidden_and_added() {
    let mut practice = Model::new();
    let before = practice.chair(chair(1)).cloned().expect("the chair");
    let renamed = Chair {
        name: "Verde".to_owned(),
        hidden: true,
        position: 7,
        opening: vec![span(1, 8, 12), span(1, 14, 18), span(3, 8, 12)],
        ..before.clone()
    };
    practice
        .act(MANAGER, monday_at(8, 0), &set_up(Some(&before), renamed.clone()))
        .expect("set up");
    assert_eq!(practice.chair(chair(1)), Some(&renamed));
    let new = Chair {
        id: chair(9),
        code: "P9".to_owned(),
        ..renamed
    };
    practice
        .act(MANAGER, monday_at(8, 1), &set_up(None, new.clone()))
        .expect("a new chair");
    assert_eq!(practice.chair(chair(9)), Some(&new));
}

#[test]
fn what_somebody_else_has_set_meanwhile_is_not_set_blindly() {
    let mut practice = Model::new();
    let before = practice.chair(chair(1)).cloned().expect("the chair");
    let named = |name: &str| Chair {
        name: name.to_owned(),
        ..before.clone()
    };
    practice
        .act(MANAGER, monday_at(8, 0), &set_up(Some(&before), named("Verde")))
        .expect("set up");
    assert_eq!(
        practice.act(MANAGER, monday_at(8, 1), &set_up(Some(&before), named("Blu"))),
        Err(Refusal::SetMeanwhile)
    );
    let repeated = practice.act(MANAGER, monday_at(8, 1), &set_up(Some(&before), named("Verde")));
    assert_eq!(repeated, Ok(Vec::new()));
}

#[test]
fn a_chair_has_a_name_a_code_of_its_own_and_hours_in_order() {
    let mut practice = Model::new();
    let before = practice.chair(chair(1)).cloned().expect("the chair");
    let wrong = [
        Chair {
            name: "  ".to_owned(),
            ..before.clone()
        },
        Chair {
            name: "x".repeat(41),
            ..before.clone()
        },
        Chair {
            code: practice.chair(chair(2)).expect("the other").code.clone(),
            ..before.clone()
        },
        Chair {
            opening: vec![span(1, 12, 9)],
            ..before.clone()
        },
        Chair {
            opening: vec![span(1, 9, 13), span(1, 12, 15)],
            ..before.clone()
        },
        Chair {
            opening: vec![span(8, 9, 13)],
            ..before.clone()
        },
    ];
    for wrong in wrong {
        assert_eq!(
            practice.act(MANAGER, monday_at(8, 0), &set_up(Some(&before), wrong.clone())),
            Err(Refusal::UnfitValue),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_type_of_visit_has_its_length_and_colour() {
    let mut practice = Model::new();
    let usual = VisitType::usual(AppointmentKind::Hygiene);
    let set = VisitType {
        minutes: 30,
        colour: Colour::Violet,
        offer: Offer::Withdrawn,
        ..usual
    };
    let command = |was, becomes| Command::SetUpVisitType { was, becomes };
    practice
        .act(MANAGER, monday_at(8, 0), &command(None, set))
        .expect("set up");
    assert_eq!(practice.visit_type(AppointmentKind::Hygiene), Some(&set));
    assert_eq!(
        practice.act(MANAGER, monday_at(8, 1), &command(None, usual)),
        Err(Refusal::SetMeanwhile)
    );
    for minutes in [0, 7, 485] {
        let wrong = VisitType { minutes, ..set };
        assert_eq!(
            practice.act(MANAGER, monday_at(8, 1), &command(Some(set), wrong)),
            Err(Refusal::UnfitValue),
            "{minutes}"
        );
    }
}

#[test]
fn only_the_manager_and_the_owner_set_the_practice_up() {
    for role in Role::ALL {
        let mut practice = Model::new();
        let may = matches!(role, Role::OfficeManager | Role::Owner);
        let before = practice.chair(chair(1)).cloned().expect("the chair");
        let hidden = Chair {
            hidden: true,
            ..before.clone()
        };
        let chair = practice.act(role, monday_at(8, 0), &set_up(Some(&before), hidden));
        let kind = Command::SetUpVisitType {
            was: None,
            becomes: VisitType::usual(AppointmentKind::Surgery),
        };
        let kind = practice.act(role, monday_at(8, 0), &kind);
        assert_eq!((chair.is_ok(), kind.is_ok()), (may, may), "{role:?}");
    }
}

fn note(text: &str) -> Command {
    Command::AddDayNote {
        note: DayNoteId(id(1)),
        day: MONDAY,
        text: text.to_owned(),
    }
}

#[test]
fn a_note_of_the_day_says_who_wrote_it_and_who_struck_it_out() {
    let mut practice = Model::new();
    practice
        .act(DESK, monday_at(8, 0), &note(" Tecnico alle 15 "))
        .expect("a note");
    assert_eq!(
        practice.act(DESK, monday_at(8, 1), &note("Tecnico alle 15")),
        Ok(Vec::new()),
        "a note that is sent twice is one"
    );
    let strike = Command::StrikeDayNote {
        note: DayNoteId(id(1)),
    };
    practice
        .act(Role::Dentist, monday_at(9, 0), &strike)
        .expect("struck out");
    let written = practice.day_note(DayNoteId(id(1))).expect("the note");
    assert_eq!(
        (written.text.as_str(), written.by),
        ("Tecnico alle 15", member(DESK))
    );
    let struck = written.struck.expect("struck");
    assert_eq!((struck.by, struck.at), (member(Role::Dentist), monday_at(9, 0)));
}

#[test]
fn a_note_is_neither_empty_nor_a_letter() {
    let mut practice = Model::new();
    for text in ["  ".to_owned(), "x".repeat(LONGEST_DAY_NOTE + 1)] {
        assert_eq!(
            practice.act(DESK, monday_at(8, 0), &note(&text)),
            Err(Refusal::UnfitValue)
        );
    }
    let by_owner = practice.act(Role::Owner, monday_at(8, 0), &note("x"));
    assert_eq!(by_owner, Err(Refusal::NotAllowed));
}

fn booking() -> Booking {
    Booking {
        appointment: visit(1),
        patient: patient(1),
        place: Place {
            ..place(MONDAY.at(16, 0, 0, 0), 30)
        },
        kind: AppointmentKind::Checkup,
        plan: None,
        overbooking: None,
        note: String::new(),
    }
}

fn unbook() -> Command {
    Command::UnbookAppointment {
        appointment: visit(1),
    }
}

#[test]
fn a_booking_that_was_a_slip_is_taken_back_and_leaves_nothing() {
    let mut practice = Model::new();
    practice
        .act(DESK, monday_at(9, 0), &Command::BookAppointment(booking()))
        .expect("booked");
    let last = Instant(monday_at(9, 0).0 + UNDO_MS);
    let by_another = practice.act(Role::RemoteSecretary, last, &unbook());
    assert_eq!(by_another, Err(Refusal::ReasonMissing));
    let too_late = practice.act(DESK, Instant(last.0 + 1), &unbook());
    assert_eq!(too_late, Err(Refusal::ReasonMissing));
    practice.act(DESK, last, &unbook()).expect("taken back");
    assert!(practice.appointment(visit(1)).is_none());
}

#[test]
fn what_was_booked_in_a_call_or_has_begun_is_not_forgotten() {
    let mut practice = Model::new();
    let call = Command::RecordAttempt {
        attempt: AttemptId(id(1)),
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::HygieneRecall),
            outcome: Outcome::Booked {
                appointment: Some(visit(1)),
            },
        }],
        booking: Some(booking()),
        asks: None,
        latest: None,
        question: String::new(),
    };
    practice.act(DESK, monday_at(9, 0), &call).expect("called");
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &unbook()),
        Err(Refusal::ReasonMissing)
    );
}

fn view(number: u128, name: &str, part: &str) -> Command {
    Command::ShareView {
        view: SharedViewId(id(number)),
        name: name.to_owned(),
        shows: CallsShown {
            part: part.to_owned(),
            reason: "igiene".to_owned(),
            clinician: None,
            language: Some(SpokenLanguage::Romanian),
            never_reached: true,
            my_promises: false,
        },
    }
}

#[test]
fn a_view_is_shared_by_who_calls_and_taken_back_by_who_shared_it_or_the_office_manager() {
    let mut practice = Model::new();
    for (number, role) in [(1, DESK), (2, Role::RemoteSecretary), (3, Role::CaseManager)] {
        let shared = practice.act(role, monday_at(8, 0), &view(number, " Mai sentiti ", "chiamare"));
        assert!(shared.is_ok(), "{role:?}");
    }
    for role in [Role::Dentist, Role::Hygienist, Role::Owner] {
        let shared = practice.act(role, monday_at(8, 0), &view(4, "x", "chiamare"));
        assert_eq!(shared, Err(Refusal::NotAllowed), "{role:?}");
    }
    assert_eq!(
        practice.act(DESK, monday_at(8, 1), &view(1, "Mai sentiti", "chiamare")),
        Ok(Vec::new()),
        "one that is sent twice is one"
    );
    assert_eq!(
        practice.act(DESK, monday_at(8, 1), &view(1, "Altro", "chiamare")),
        Err(Refusal::AlreadyRecorded)
    );
    let strike = |number| Command::StrikeView {
        view: SharedViewId(id(number)),
    };
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &strike(2)),
        Err(Refusal::NotAllowed)
    );
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &strike(7)),
        Err(Refusal::NotFound)
    );
    for (number, role) in [(1, DESK), (2, Role::OfficeManager)] {
        practice
            .act(role, monday_at(9, 0), &strike(number))
            .expect("struck");
        let view = practice.shared_view(SharedViewId(id(number))).expect("the view");
        assert_eq!(view.struck.map(|struck| struck.by), Some(member(role)));
    }
    assert_eq!(practice.act(DESK, monday_at(9, 1), &strike(1)), Ok(Vec::new()));
}

#[test]
fn a_view_has_a_name_and_shows_words_of_the_screen() {
    let mut practice = Model::new();
    let long = "x".repeat(LONGEST_VIEW_NAME + 1);
    for (name, part) in [
        ("  ", "chiamare"),
        (&long, "chiamare"),
        ("x", ""),
        ("x", "Rossi Anna"),
    ] {
        assert_eq!(
            practice.act(DESK, monday_at(8, 0), &view(1, name, part)),
            Err(Refusal::UnfitValue),
            "{name} {part}"
        );
    }
}

//! Frozen samples of who is away, how the practice is set up, and notes of a day.

use app_domain::agenda::{
    Absence, AppointmentKind, Booked, Colour, DayNote, Displacement, Offer, Struck, VisitType,
};
use app_domain::care::PlanCare;
use app_domain::command::Command;
use app_domain::id::{AbsenceId, ClosureId, DayNoteId, PlanId};
use app_domain::practice::{Chair, Closure, Opening};
use app_domain::refusal::Refusal;
use app_domain::rows::{Key, Row};
use app_domain::time::Instant;
use jiff::civil::{date, time};
use uuid::Uuid;

use crate::practice::{MONDAY, chair_id, clinician_id, member_id, place, visit, visit_id};
use crate::wire::is;

fn absence() -> Absence {
    Absence {
        id: AbsenceId(Uuid::from_u128(1)),
        clinician: clinician_id(1),
        from: MONDAY.at(9, 0, 0, 0),
        to: MONDAY.at(13, 0, 0, 0),
        reason: "congresso".to_owned(),
    }
}

#[test]
fn absences_and_closures_stay_as_they_were() {
    is(
        r#"{"name":"mark_absence","args":{"id":"00000000-0000-0000-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001","from":"2026-11-23T09:00:00","to":"2026-11-23T13:00:00","reason":"congresso"}}"#,
        Command::MarkAbsence(absence()),
    );
    is(
        r#"{"table":"absence","row":{"id":"00000000-0000-0000-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001","from":"2026-11-23T09:00:00","to":"2026-11-23T13:00:00"}}"#,
        Row::Absence(Absence {
            reason: String::new(),
            ..absence()
        }),
    );
    is(
        r#"{"name":"withdraw_absence","args":{"absence":"00000000-0000-0000-0000-000000000001"}}"#,
        Command::WithdrawAbsence {
            absence: absence().id,
        },
    );
    is(
        r#"{"name":"close_days","args":{"id":"00000000-0000-0000-0000-000000000001","from":"2026-12-24","to":"2026-12-31","reason":"ferie"}}"#,
        Command::CloseDays(Closure {
            id: ClosureId(Uuid::from_u128(1)),
            from: date(2026, 12, 24),
            to: date(2026, 12, 31),
            reason: "ferie".to_owned(),
        }),
    );
    is(
        r#"{"name":"reopen_days","args":{"closure":"00000000-0000-0000-0000-000000000001"}}"#,
        Command::ReopenDays {
            closure: ClosureId(Uuid::from_u128(1)),
        },
    );
    is(
        r#"{"why":"away","clinician":"00000000-0000-0002-0000-000000000001","until":"2026-11-23T13:00:00"}"#,
        Refusal::Away {
            clinician: clinician_id(1),
            until: MONDAY.at(13, 0, 0, 0),
        },
    );
    is(
        r#"{"by":"closure","id":"00000000-0000-0000-0000-000000000001"}"#,
        Displacement::Closure(ClosureId(Uuid::from_u128(1))),
    );
}

#[test]
fn how_the_practice_is_set_up_stays_as_it_was() {
    let chair = Chair {
        id: chair_id(1),
        code: "P1".to_owned(),
        name: "Blu".to_owned(),
        position: 0,
        hidden: false,
        opening: vec![Opening {
            weekday: 1,
            from: time(9, 0, 0, 0),
            to: time(13, 0, 0, 0),
        }],
    };
    is(
        r#"{"name":"set_up_chair","args":{"becomes":{"id":"00000000-0000-0001-0000-000000000001","code":"P1","name":"Blu","position":0,"hidden":false,"opening":[{"weekday":1,"from":"09:00:00","to":"13:00:00"}]}}}"#,
        Command::SetUpChair {
            was: None,
            becomes: chair,
        },
    );
    let visit_type = VisitType {
        kind: AppointmentKind::Hygiene,
        minutes: 45,
        colour: Colour::Green,
        offer: Offer::Offered,
    };
    is(
        r#"{"name":"set_up_visit_type","args":{"was":{"kind":"hygiene","minutes":45,"colour":"green","offer":"offered"},"becomes":{"kind":"hygiene","minutes":45,"colour":"green","offer":"withdrawn"}}}"#,
        Command::SetUpVisitType {
            was: Some(visit_type),
            becomes: VisitType {
                offer: Offer::Withdrawn,
                ..visit_type
            },
        },
    );
    is(
        r#"{"table":"visit_type","id":"hygiene"}"#,
        Key::VisitType(AppointmentKind::Hygiene),
    );
}

#[test]
fn notes_of_a_day_and_who_booked_stay_as_they_were() {
    let note = DayNoteId(Uuid::from_u128(1));
    is(
        r#"{"name":"add_day_note","args":{"note":"00000000-0000-0000-0000-000000000001","day":"2026-11-23","text":"Tecnico dell'autoclave alle 15"}}"#,
        Command::AddDayNote {
            note,
            day: MONDAY,
            text: "Tecnico dell'autoclave alle 15".to_owned(),
        },
    );
    is(
        r#"{"name":"strike_day_note","args":{"note":"00000000-0000-0000-0000-000000000001"}}"#,
        Command::StrikeDayNote { note },
    );
    is(
        r#"{"table":"day_note","row":{"id":"00000000-0000-0000-0000-000000000001","day":"2026-11-23","by":"00000000-0000-0005-0000-000000000001","at":5,"text":"x","struck":{"by":"00000000-0000-0005-0000-000000000001","at":6}}}"#,
        Row::DayNote(DayNote {
            id: note,
            day: MONDAY,
            by: member_id(1),
            at: Instant(5),
            text: "x".to_owned(),
            struck: Some(Struck {
                by: member_id(1),
                at: Instant(6),
            }),
        }),
    );
    is(
        r#"{"name":"unbook_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001"}}"#,
        Command::UnbookAppointment {
            appointment: visit_id(1),
        },
    );
    is(
        r#"{"by":"00000000-0000-0005-0000-000000000001","at":5}"#,
        Booked {
            by: member_id(1),
            at: Instant(5),
        },
    );
}

#[test]
fn the_place_that_a_visit_has_left_and_the_wait_before_a_step_stay_as_they_were() {
    let mut moved = visit(1, 1, place(9, 0, 1, 1));
    moved.left_place = Some(moved.place);
    is(
        r#"{"table":"appointment","row":{"id":"00000000-0000-0004-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","place":{"start":"2026-11-23T09:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"},"kind":"checkup","status":{"is":"booked"},"confirmation":{"is":"not_asked"},"left_place":{"start":"2026-11-23T09:00:00","minutes":30,"chair":"00000000-0000-0001-0000-000000000001","clinician":"00000000-0000-0002-0000-000000000001"}}}"#,
        Row::Appointment(moved),
    );
    is(
        r#"{"plan":"00000000-0000-0000-0000-000000000007","title":"","steps_open":2,"steps_accepted":3,"steps_unanswered":0,"next_gap_days":14}"#,
        PlanCare {
            plan: PlanId(Uuid::from_u128(7)),
            title: String::new(),
            presented: None,
            last_done: None,
            steps_open: 2,
            steps_accepted: 3,
            steps_unanswered: 0,
            next_gap_days: Some(14),
            steps: Vec::new(),
        },
    );
}

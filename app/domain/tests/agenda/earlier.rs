//! Places that have become free, and who would come earlier.

use crate::model::*;
use app_domain::agenda::{
    Absence, Appointment, CancelledBy, DayPart, Mark, Place, Status, freed_places, who_would_come,
};
use app_domain::calls::{Attempt, Outcome, OutcomeOf, ReasonKind, RiskCategory, Topic};
use app_domain::care::{Care, Due, Episode, ExposureBand, HygieneCare, MoneyCare};
use app_domain::command::Command;
use app_domain::id::{AbsenceId, AttemptId};
use app_domain::patient::Channel;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Now;
use jiff::ToSpan;
use jiff::civil::Date;

fn day(after_monday: i64) -> Date {
    MONDAY.saturating_add(after_monday.days())
}

fn now(hour: i8, minute: i8) -> Now {
    Now::at(monday_at(hour, minute))
}

fn care(of: u128) -> Care {
    Care {
        patient: patient(of),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 0,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }
}

/// A provisional crown since so many days before Monday: after thirty it is to be looked at.
fn at_risk(of: u128, days: i64) -> Row {
    let episode = Episode {
        id: None,
        category: RiskCategory::ALL[0],
        tooth: String::new(),
        opened: day(-days),
        clinician: None,
    };
    Row::Care(Care {
        episodes: vec![episode],
        ..care(of)
    })
}

fn owes(of: u128, band: ExposureBand) -> Row {
    let balance = Due {
        amount: None,
        day: day(-60),
    };
    Row::Care(Care {
        money: Some(MoneyCare {
            balance: Some(balance),
            instalment: None,
            band,
            plans: Vec::new(),
        }),
        ..care(of)
    })
}

/// Three who would come earlier, on Tuesday, Wednesday and Thursday of next week at ten with the dentist.
fn waiting() -> Model {
    let mut practice = Model::new();
    for number in 1..=3 {
        let on = day(7 + i64::try_from(number).expect("small"));
        let mut visit = practice.book(number, number, place(on.at(10, 0, 0, 0), 30));
        visit.as_soon_as_possible = true;
        practice.put(Row::Appointment(visit));
    }
    practice
}

fn visits(practice: &Model) -> Vec<&Appointment> {
    let rows = practice.rows().values();
    rows.filter_map(|row| match row {
        Row::Appointment(visit) => Some(visit),
        _ => None,
    })
    .collect()
}

fn who(practice: &Model, place: &Place) -> Vec<u128> {
    who_would_come(practice, now(8, 0), place, visits(practice).into_iter())
        .into_iter()
        .map(|visit| visit.id.0.as_u128())
        .collect()
}

fn freed(practice: &Model, now: Now) -> Vec<Place> {
    freed_places(practice, now, visits(practice).into_iter())
}

#[test]
fn who_is_at_risk_comes_before_who_owes_much_and_then_who_gains_the_most_days() {
    let mut practice = waiting();
    let free = place(MONDAY.at(10, 0, 0, 0), 30);
    assert_eq!(who(&practice, &free), [3, 2, 1]);
    practice.put(owes(2, ExposureBand::Medium));
    assert_eq!(who(&practice, &free), [2, 3, 1]);
    practice.put(owes(1, ExposureBand::Large));
    assert_eq!(who(&practice, &free), [1, 2, 3]);
    practice.put(at_risk(3, 31));
    assert_eq!(who(&practice, &free), [3, 1, 2]);
    practice.put(at_risk(2, 45));
    assert_eq!(who(&practice, &free), [2, 3, 1], "the one most days past first");
}

#[test]
fn only_what_the_call_list_would_call_about_makes_somebody_urgent() {
    let mut practice = waiting();
    let free = place(MONDAY.at(10, 0, 0, 0), 30);
    practice.put(at_risk(1, 20));
    assert_eq!(who(&practice, &free), [3, 2, 1], "not to be looked at yet");
    practice.put(at_risk(1, 40));
    assert_eq!(who(&practice, &free), [1, 3, 2]);
    // Nobody answers, and today nobody calls again: it is open all the same.
    practice.put(Row::Attempt(Attempt {
        id: AttemptId(id(1)),
        patient: patient(1),
        at: monday_at(7, 50),
        channel: Channel::Phone,
        by: None,
        by_name: None,
        imported: false,
        double: false,
        outcomes: vec![OutcomeOf {
            topic: Topic::Reason(ReasonKind::ClinicalRisk),
            outcome: Outcome::NoAnswer,
        }],
        question: String::new(),
        answer: None,
        hand_offs: Vec::new(),
        delay: None,
        corrected: Vec::new(),
        settled: Vec::new(),
        opposed: Vec::new(),
    }));
    assert_eq!(who(&practice, &free), [1, 3, 2]);
    // A visit within three days is check enough.
    practice.book(4, 1, place(day(2).at(12, 0, 0, 0), 30));
    assert_eq!(who(&practice, &free), [3, 2, 1]);
}

#[test]
fn nobody_is_proposed_who_does_not_fit_or_cannot_come_then() {
    let mut practice = waiting();
    let none: [u128; 0] = [];
    let short = place(MONDAY.at(10, 0, 0, 0), 25);
    assert_eq!(who(&practice, &short), none);
    let with_another = Place {
        clinician: clinician(2),
        ..place(MONDAY.at(10, 0, 0, 0), 30)
    };
    assert_eq!(who(&practice, &with_another), none);
    let mut evening = plain_patient(3);
    evening.times.parts = vec![DayPart::Evening];
    practice.put(Row::Patient(evening));
    let free = place(MONDAY.at(10, 0, 0, 0), 30);
    assert_eq!(who(&practice, &free), [2, 1]);
    let before_the_third = place(day(10).at(9, 0, 0, 0), 30);
    assert_eq!(
        who(&practice, &before_the_third),
        none,
        "the third comes in the evening only"
    );
}

#[test]
fn what_is_called_off_missed_or_moved_away_is_free_until_it_is_over() {
    let mut practice = Model::new();
    let at = |after, hour| place(day(after).at(hour, 0, 0, 0), 60);
    for (number, taken) in (1..).zip([at(0, 9), at(1, 10), at(2, 11), at(8, 9)]) {
        practice.book(number, u128::from(number % 3 == 0) + 1, taken);
    }
    assert_eq!(freed(&practice, now(8, 0)), []);
    let call_off = |number, who| Command::CancelAppointment {
        appointment: visit(number),
        who,
        reason: "Malattia".to_owned(),
    };
    let missed = Command::MarkAppointment {
        appointment: visit(1),
        mark: Mark::NoShow,
    };
    let away = Command::MoveAppointment {
        appointment: visit(3),
        from: at(2, 11),
        to: at(60, 9),
        overbooking: None,
    };
    let mut act = |command| {
        practice
            .act(Role::FrontDesk, monday_at(9, 10), &command)
            .expect("it may be done");
    };
    act(missed);
    act(call_off(2, CancelledBy::Practice));
    act(away);
    act(call_off(4, CancelledBy::Patient));
    let rest = Place {
        start: MONDAY.at(9, 15, 0, 0),
        minutes: 45,
        ..at(0, 9)
    };
    // Next Tuesday is not soon.
    assert_eq!(freed(&practice, now(9, 12)), [rest, at(1, 10), at(2, 11)]);
    assert_eq!(freed(&practice, now(10, 0)), [at(1, 10), at(2, 11)]);
    // Taken again, or nobody is there.
    practice.book(9, 3, place(day(1).at(10, 30, 0, 0), 15));
    assert_eq!(freed(&practice, now(10, 0)), [at(2, 11)]);
    practice.put(Row::Absence(Absence {
        id: AbsenceId(id(1)),
        clinician: clinician(1),
        from: day(2).at(8, 0, 0, 0),
        to: day(2).at(12, 0, 0, 0),
        reason: String::new(),
    }));
    assert_eq!(freed(&practice, now(10, 0)), []);
}

#[test]
fn who_goes_back_leaves_nothing_and_is_not_asked_back_to_what_they_left() {
    let mut practice = waiting();
    let (first, other) = (
        place(day(1).at(10, 0, 0, 0), 30),
        place(day(14).at(9, 0, 0, 0), 30),
    );
    let mut early = practice.book(4, 1, first);
    early.as_soon_as_possible = true;
    practice.put(Row::Appointment(early));
    let go = |from, to| Command::MoveAppointment {
        appointment: visit(4),
        from,
        to,
        overbooking: None,
    };
    practice
        .act(Role::FrontDesk, monday_at(9, 0), &go(first, other))
        .expect("the place is free");
    assert_eq!(freed(&practice, now(9, 0)), [first]);
    assert_eq!(who(&practice, &first), [3, 2, 1], "the fourth has just left it");
    // Longer or shorter in its place, it has left nothing more.
    let longer = Place { minutes: 45, ..other };
    practice
        .act(Role::FrontDesk, monday_at(9, 1), &go(other, longer))
        .expect("the place is free");
    assert_eq!(freed(&practice, now(9, 1)), [first]);
    practice
        .act(Role::FrontDesk, monday_at(9, 2), &go(longer, first))
        .expect("the place is free");
    let back = practice.appointment(visit(4)).expect("a visit");
    assert_eq!((back.left_place, &back.status), (None, &Status::Booked));
    assert_eq!(freed(&practice, now(9, 2)), []);
}

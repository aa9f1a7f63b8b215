//! New places for displaced visits: whose turn it is, and that nobody is offered the place of another.

use crate::model::*;
use app_domain::agenda::{
    Absence, Appointment, DayPart, Place, Wanted, as_placed, check_place, in_order_of_need, new_place,
};
use app_domain::calls::RiskCategory;
use app_domain::care::{Care, Due, Episode, ExposureBand, HygieneCare, MoneyCare};
use app_domain::command::Command;
use app_domain::id::AbsenceId;
use app_domain::practice::{Clinician, Profession};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Now;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

const TUESDAY: Date = date(2026, 11, 24);
const WEDNESDAY: Date = date(2026, 11, 25);
const NOW: DateTime = MONDAY.at(8, 0, 0, 0);

fn care(of: u128, at_risk: bool, band: ExposureBand) -> Row {
    let episode = Episode {
        id: None,
        category: RiskCategory::ALL[0],
        tooth: String::new(),
        opened: MONDAY.saturating_sub(40.days()),
        clinician: None,
    };
    Row::Care(Care {
        patient: patient(of),
        episodes: if at_risk { vec![episode] } else { Vec::new() },
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: Some(MoneyCare {
            balance: (band != ExposureBand::Small).then_some(Due {
                amount: None,
                day: MONDAY.saturating_sub(40.days()),
            }),
            instalment: None,
            band,
            plans: Vec::new(),
        }),
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    })
}

/// The dentist is away on Tuesday, on which three patients had a visit: of thirty minutes, of an hour, of thirty minutes.
fn away_on_tuesday() -> Model {
    let mut practice = Model::new();
    for (number, hour, minutes) in [(1, 9, 30), (2, 10, 60), (3, 11, 30)] {
        practice.book(number, number, place(TUESDAY.at(hour, 0, 0, 0), minutes));
    }
    // The dentist works on other days too: where, the rows tell.
    for (number, day) in [(21, date(2026, 11, 17)), (22, date(2026, 11, 18))] {
        practice.book(number, 1, place(day.at(9, 0, 0, 0), 30));
    }
    let absence = Absence {
        id: AbsenceId(id(1)),
        clinician: clinician(1),
        from: TUESDAY.at(0, 0, 0, 0),
        to: WEDNESDAY.at(0, 0, 0, 0),
        reason: String::new(),
    };
    practice
        .act(
            Role::OfficeManager,
            monday_at(8, 0),
            &Command::MarkAbsence(absence),
        )
        .expect("away");
    practice
}

fn displaced(practice: &Model) -> Vec<Appointment> {
    let all = (1..=3).filter_map(|number| practice.appointment(visit(number)).cloned());
    let visits = all.filter(Appointment::is_parked).collect();
    in_order_of_need(practice, Now::at(monday_at(8, 0)), visits)
}

/// Each visit with its proposal, in the order in which they were served.
fn proposals(practice: &Model) -> Vec<(u128, Option<Place>)> {
    let mut supposed = practice.clone();
    let mut found = Vec::new();
    for visit in displaced(practice) {
        let place = new_place(&supposed, &visit, NOW);
        if let Some(place) = place {
            let wanted = Wanted {
                place,
                patient: visit.patient,
                moving: None,
            };
            assert_eq!(check_place(&supposed, &wanted), Ok(()));
            supposed.put(Row::Appointment(as_placed(&visit, place)));
        }
        found.push((visit.id.0.as_u128(), place));
    }
    found
}

fn order(practice: &Model) -> Vec<u128> {
    proposals(practice)
        .into_iter()
        .map(|(number, _)| number)
        .collect()
}

#[test]
fn who_is_at_risk_is_served_first_then_who_owes_more_then_who_was_to_come_first() {
    let mut practice = away_on_tuesday();
    assert_eq!(order(&practice), [1, 2, 3]);
    practice.put(care(2, false, ExposureBand::Large));
    assert_eq!(order(&practice), [2, 1, 3]);
    practice.put(care(3, true, ExposureBand::Small));
    assert_eq!(order(&practice), [3, 2, 1]);
}

#[test]
fn whoever_is_served_first_has_the_first_place_and_nobody_is_offered_it_again() {
    let mut practice = away_on_tuesday();
    practice.put(care(3, true, ExposureBand::Small));
    let at = |hour, minute, minutes| Some(place(WEDNESDAY.at(hour, minute, 0, 0), minutes));
    assert_eq!(
        proposals(&practice),
        [(3, at(9, 0, 30)), (1, at(9, 30, 30)), (2, at(10, 0, 60))]
    );
}

#[test]
fn a_short_visit_fills_the_gap_that_a_long_one_left() {
    let mut practice = away_on_tuesday();
    practice.put(care(2, true, ExposureBand::Small));
    practice.book(9, 3, place(WEDNESDAY.at(9, 30, 0, 0), 30));
    let proposed = proposals(&practice);
    let at = |hour, minute, minutes| Some(place(WEDNESDAY.at(hour, minute, 0, 0), minutes));
    assert_eq!(proposed[0], (2, at(10, 0, 60)), "an hour fits from ten on");
    assert_eq!(proposed[1], (1, at(9, 0, 30)), "half an hour fits before");
}

#[test]
fn a_patient_who_said_when_they_can_come_is_offered_such_a_time() {
    let mut practice = away_on_tuesday();
    let mut evening = plain_patient(1);
    evening.times.parts = vec![DayPart::Evening];
    practice.put(Row::Patient(evening));
    let (_, first) = proposals(&practice)[0];
    assert_eq!(first.expect("a place").start, WEDNESDAY.at(17, 0, 0, 0));
}

#[test]
fn where_the_own_clinician_has_no_place_a_colleague_of_the_same_profession_has() {
    let mut practice = away_on_tuesday();
    let months = Absence {
        id: AbsenceId(id(2)),
        clinician: clinician(1),
        from: MONDAY.at(0, 0, 0, 0),
        to: date(2027, 3, 1).at(0, 0, 0, 0),
        reason: String::new(),
    };
    practice.put(Row::Absence(months));
    assert_eq!(proposals(&practice)[0].1, None, "the hygienist is no dentist");
    practice.put(Row::Clinician(Clinician {
        id: clinician(3),
        code: "OP3".to_owned(),
        surname: "Surname3".to_owned(),
        name: "Name3".to_owned(),
        profession: Profession::Dentist,
    }));
    let works = Place {
        clinician: clinician(3),
        chair: chair(2),
        ..place(TUESDAY.at(15, 0, 0, 0), 30)
    };
    practice.book(8, 3, works);
    let (_, first) = proposals(&practice)[0];
    let first = first.expect("a place with the colleague");
    assert_eq!(first.clinician, clinician(3));
    assert_eq!(
        first.start,
        TUESDAY.at(9, 0, 0, 0),
        "at the hour that the visit had"
    );
}

#[test]
fn nothing_is_proposed_in_the_past() {
    let practice = away_on_tuesday();
    let late = WEDNESDAY.at(10, 2, 0, 0);
    let place = new_place(&practice, &displaced(&practice)[0], late).expect("a place");
    assert_eq!(place.start, WEDNESDAY.at(10, 5, 0, 0));
}

//! What holds after any sequence of commands, by anybody, at any time.

use crate::model::*;
use app_domain::agenda::{AppointmentKind, Mark, Place};
use app_domain::command::{Booking, Command};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use jiff::ToSpan;
use proptest::prelude::*;

fn any_place() -> impl Strategy<Value = Place> {
    (0i64..3, 0i64..132, 1u16..12, 1u128..3, 1u128..3).prop_map(|(day, slot, slots, of_chair, by)| Place {
        start: MONDAY
            .saturating_add(day.days())
            .at(8, 0, 0, 0)
            .saturating_add((slot * 5).minutes()),
        minutes: slots * 5,
        chair: chair(of_chair),
        clinician: clinician(by),
    })
}

fn any_mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        Just(Mark::Arrived),
        Just(Mark::InChair),
        Just(Mark::Done),
        Just(Mark::Left),
        Just(Mark::NoShow)
    ]
}

fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (1u128..12, 1u128..4, any_place()).prop_map(|(number, of, place)| {
            Command::BookAppointment(Booking {
                appointment: visit(number),
                patient: patient(of),
                place,
                kind: AppointmentKind::Checkup,
                plan: None,
                overbooking: None,
                note: String::new(),
            })
        }),
        (1u128..12, any_place(), any_place()).prop_map(|(number, from, to)| Command::MoveAppointment {
            appointment: visit(number),
            from,
            to,
            overbooking: None
        }),
        (1u128..12, any_mark()).prop_map(|(number, mark)| Command::MarkAppointment {
            appointment: visit(number),
            mark
        }),
        (1u128..12, any_mark()).prop_map(|(number, mark)| Command::UndoMark {
            appointment: visit(number),
            mark
        }),
    ]
}

/// Moves start from where the visit is, half of the time: otherwise nearly all would be refused.
fn grounded(command: Command, practice: &Model) -> Command {
    match command {
        Command::MoveAppointment {
            appointment,
            from,
            to,
            overbooking,
        } => {
            let is_at = practice.appointment(appointment).map(|visit| visit.place);
            Command::MoveAppointment {
                appointment,
                from: is_at.unwrap_or(from),
                to,
                overbooking,
            }
        }
        other => other,
    }
}

proptest! {
    #[test]
    fn no_two_visits_ever_overlap(
        commands in prop::collection::vec((any_command(), any::<bool>(), 0i64..4000), 1..60),
    ) {
        let mut practice = Model::new();
        for (command, ground, minutes) in commands {
            let command = if ground { grounded(command, &practice) } else { command };
            let at = Instant::from_civil(MONDAY.at(7, 0, 0, 0)).plus_minutes(minutes);
            let before = practice.rows().clone();
            if practice.act(Role::FrontDesk, at, &command).is_err() {
                prop_assert_eq!(practice.rows(), &before, "a refusal changes nothing");
            }
            let visits: Vec<_> = practice.rows().values().filter_map(|row| match row {
                Row::Appointment(visit) if visit.takes_place() => Some(visit),
                _ => None,
            }).collect();
            for (number, one) in visits.iter().enumerate() {
                for other in &visits[number + 1..] {
                    let meet = one.place.chair == other.place.chair
                        || one.place.clinician == other.place.clinician
                        || one.patient == other.patient;
                    prop_assert!(!(meet && one.place.overlaps(&other.place)), "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn a_command_given_twice_at_once_changes_things_once(
        first in any_command(), command in any_command(), minutes in 0i64..4000,
    ) {
        let mut practice = Model::new();
        let at = Instant::from_civil(MONDAY.at(7, 0, 0, 0)).plus_minutes(minutes);
        let _ = practice.act(Role::FrontDesk, at, &first);
        let command = grounded(command, &practice);
        if practice.act(Role::FrontDesk, at, &command).is_ok() {
            let once = practice.rows().clone();
            let _ = practice.act(Role::FrontDesk, at, &command);
            prop_assert_eq!(practice.rows(), &once);
        }
    }
}

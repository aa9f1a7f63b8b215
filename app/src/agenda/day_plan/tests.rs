use app_domain::agenda::{AppointmentKind, Confirmation, Place, Status};
use app_domain::id::PatientId;
use jiff::civil::{date, time};
use uuid::Uuid;

use super::*;

const MONDAY: Date = date(2026, 11, 23);

fn chair(number: u128, opening: &[(i8, i8)]) -> Head {
    let opening = opening.iter().map(|(from, to)| Opening {
        weekday: 1,
        from: time(*from, 0, 0, 0),
        to: time(*to, 0, 0, 0),
    });
    Head {
        of: ColumnOf::Chair(ChairId(Uuid::from_u128(number))),
        name: format!("Poltrona {number}"),
        open: open_spans(&opening.collect::<Vec<_>>(), MONDAY, DayKind::Working),
    }
}

fn appointment(number: u128, chair: u128, hour: i8, minute: i8, minutes: u16) -> Appointment {
    Appointment {
        id: AppointmentId(Uuid::from_u128(number)),
        patient: PatientId(Uuid::from_u128(number)),
        place: Place {
            start: MONDAY.at(hour, minute, 0, 0),
            minutes,
            chair: ChairId(Uuid::from_u128(chair)),
            clinician: ClinicianId(Uuid::from_u128(chair)),
        },
        kind: AppointmentKind::Checkup,
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

fn plan(kind: DayKind, heads: &[Head], visits: &[Appointment], ghosts: &[Ghost]) -> DayPlan {
    let chairs: Vec<ChairId> = (1..=3).map(|number| ChairId(Uuid::from_u128(number))).collect();
    let heads: Vec<Head> = heads
        .iter()
        .map(|head| Head {
            open: match kind {
                DayKind::Working => head.open.clone(),
                DayKind::Closed => Vec::new(),
            },
            ..head.clone()
        })
        .collect();
    let frame = Frame {
        heads: &heads,
        chairs: &chairs,
    };
    DayPlan::of(frame, visits, ghosts)
}

fn lane_of(plan: &DayPlan, number: u128) -> (u16, u16) {
    let planned = plan
        .planned(Standing::Visit(AppointmentId(Uuid::from_u128(number))))
        .expect("planned");
    (planned.lane, planned.lanes)
}

#[test]
fn the_hours_reach_from_the_first_opening_to_the_last_end() {
    let plan = plan(
        DayKind::Working,
        &[chair(1, &[(9, 13), (15, 19)])],
        &[appointment(1, 1, 8, 40, 30)],
        &[],
    );
    assert_eq!(
        plan.hours,
        Span {
            from: 8 * 60,
            to: 19 * 60
        }
    );
}

#[test]
fn what_is_not_open_is_shut() {
    let plan = plan(
        DayKind::Working,
        &[chair(1, &[(15, 19), (9, 13)]), chair(2, &[])],
        &[],
        &[],
    );
    assert_eq!(
        plan.columns[0].shut,
        [Span {
            from: 13 * 60,
            to: 15 * 60
        }]
    );
    assert_eq!(plan.columns[1].shut, [plan.hours]);
    assert!(plan.has_open_chair());
}

#[test]
fn on_a_closed_day_no_chair_is_open() {
    let plan = plan(DayKind::Closed, &[chair(1, &[(9, 13)])], &[], &[]);
    assert!(!plan.has_open_chair());
    assert_eq!(plan.hours, DayPlan::USUAL);
}

#[test]
fn appointments_that_overlap_stand_side_by_side() {
    let visits = [
        appointment(1, 1, 9, 0, 60),
        appointment(2, 1, 9, 30, 60),
        appointment(3, 1, 10, 0, 30),
        appointment(4, 1, 10, 30, 30),
    ];
    let plan = plan(DayKind::Working, &[chair(1, &[(9, 13)])], &visits, &[]);
    assert_eq!(lane_of(&plan, 1), (0, 2));
    assert_eq!(lane_of(&plan, 2), (1, 2));
    assert_eq!(lane_of(&plan, 3), (0, 2), "the first lane is free again at ten");
    assert_eq!(lane_of(&plan, 4), (0, 1), "what only touches does not overlap");
}

#[test]
fn appointments_go_by_start_then_by_column() {
    let visits = [
        appointment(1, 2, 9, 0, 30),
        appointment(2, 1, 9, 0, 30),
        appointment(3, 1, 8, 0, 30),
    ];
    let plan = plan(
        DayKind::Working,
        &[chair(1, &[(9, 13)]), chair(2, &[(9, 13)])],
        &visits,
        &[],
    );
    let order: Vec<_> = plan
        .planned
        .iter()
        .map(|planned| match planned.id {
            Standing::Visit(id) => id.0.as_u128(),
            Standing::Ghost(id) => panic!("no ghost: {id}"),
        })
        .collect();
    assert_eq!(order, [3, 2, 1]);
}

#[test]
fn an_appointment_late_at_night_ends_with_the_day() {
    let plan = plan(
        DayKind::Working,
        &[chair(1, &[])],
        &[appointment(1, 1, 23, 30, 90)],
        &[],
    );
    assert_eq!(plan.hours.to, 24 * 60);
}

#[test]
fn a_ghost_stands_beside_the_visit_that_has_its_place() {
    let holder = appointment(1, 1, 9, 0, 30);
    let ghost = Ghost {
        review: ReviewId(Uuid::from_u128(7)),
        place: holder.place,
    };
    let plan = plan(DayKind::Working, &[chair(1, &[(9, 13)])], &[holder], &[ghost]);
    assert_eq!(lane_of(&plan, 1), (0, 2));
    let planned = plan.planned(Standing::Ghost(ghost.review)).expect("planned");
    assert_eq!((planned.lane, planned.lanes), (1, 2));
}

#[test]
fn by_clinician_what_stands_at_two_chairs_at_once_stands_side_by_side_and_keeps_its_chair() {
    let dentist = ClinicianId(Uuid::from_u128(1));
    let head = Head {
        of: ColumnOf::Clinician(dentist),
        ..chair(9, &[(9, 13)])
    };
    let mut elsewhere = appointment(2, 2, 9, 15, 30);
    elsewhere.place.clinician = dentist;
    let of_another = appointment(3, 3, 9, 0, 30);
    let visits = [appointment(1, 1, 9, 0, 30), elsewhere, of_another];
    let plan = plan(DayKind::Working, &[head], &visits, &[]);
    assert_eq!((lane_of(&plan, 1), lane_of(&plan, 2)), ((0, 2), (1, 2)));
    let at = |number| ChairId(Uuid::from_u128(number));
    let hues: Vec<_> = plan.planned.iter().map(|planned| planned.hue).collect();
    assert_eq!(hues, [0, 1]);
    assert_eq!(
        plan.columns[0].met,
        [ColumnOf::Chair(at(1)), ColumnOf::Chair(at(2))]
    );
}

fn day_head(day: Date, open: &[(u16, u16)]) -> Head {
    Head {
        of: ColumnOf::Day(day),
        name: String::new(),
        open: open
            .iter()
            .map(|(from, to)| Span { from: *from, to: *to })
            .collect(),
    }
}

fn week(heads: &[Head], visits: &[Appointment]) -> DayPlan {
    let chairs: Vec<ChairId> = (1..=3).map(|number| ChairId(Uuid::from_u128(number))).collect();
    let frame = Frame {
        heads,
        chairs: &chairs,
    };
    DayPlan::of(frame, visits, &[])
}

#[test]
fn on_a_week_what_stands_at_any_chair_stands_on_its_day() {
    const TUESDAY: Date = date(2026, 11, 24);
    let mut tuesday = appointment(2, 2, 9, 0, 30);
    tuesday.place.start = TUESDAY.at(9, 0, 0, 0);
    let visits = [appointment(1, 1, 9, 0, 30), tuesday, appointment(3, 3, 9, 10, 30)];
    let plan = week(
        &[day_head(MONDAY, &[(540, 780)]), day_head(TUESDAY, &[])],
        &visits,
    );
    let column = |number: u128| {
        let id = Standing::Visit(AppointmentId(Uuid::from_u128(number)));
        plan.planned(id).expect("planned").column
    };
    assert_eq!([column(1), column(2), column(3)], [0, 1, 0]);
    assert_eq!(
        (lane_of(&plan, 1), lane_of(&plan, 3), lane_of(&plan, 2)),
        ((0, 2), (1, 2), (0, 1))
    );
    assert_eq!(plan.columns[1].shut, [plan.hours]);
}

#[test]
fn a_visit_fills_the_lanes_beside_it_where_nothing_stands_meanwhile() {
    // Three at nine o'clock, of which the first goes on; then one beside it alone.
    let visits = [
        appointment(1, 1, 9, 0, 90),
        appointment(2, 2, 9, 0, 30),
        appointment(3, 3, 9, 0, 30),
        appointment(4, 2, 9, 30, 30),
    ];
    let plan = week(&[day_head(MONDAY, &[])], &visits);
    let wide = |number: u128| {
        let id = Standing::Visit(AppointmentId(Uuid::from_u128(number)));
        plan.planned(id).map(|planned| (planned.lane, planned.wide))
    };
    assert_eq!(wide(1), Some((0, 1)));
    assert_eq!(wide(4), Some((1, 2)));
}

#[test]
fn what_is_not_planned_is_not_found() {
    let plan = week(&[day_head(MONDAY, &[])], &[appointment(7, 1, 9, 0, 30)]);
    let of = |number: u128| plan.planned(Standing::Visit(AppointmentId(Uuid::from_u128(number))));
    assert_eq!(of(7).map(|planned| planned.span.from), Some(540));
    assert_eq!(of(6), None);
    assert_eq!(of(8), None);
}

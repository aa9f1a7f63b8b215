//! Cycles that an absence or a closure has stopped: whose, and in which order they resume.

use app_domain::agenda::{Absence, AppointmentKind, CancelledBy, Cause, Displacement, Status};
use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, Outcome, ReasonKind, RiskCategory, Stopped, cycles_to_resume};
use app_domain::id::{AbsenceId, AppointmentId, ClinicianId, ClosureId, PatientId, PlanId};
use app_domain::practice::Closure;
use uuid::Uuid;

use super::case::{Case, NOW, Steps, day, moment, now};
use super::world::World;

const OPEN: Steps = Steps {
    open: 2,
    accepted: 2,
    unanswered: 0,
};
const DENTIST: ClinicianId = ClinicianId(Uuid::from_u128(1));

fn closure() -> Closure {
    Closure {
        id: ClosureId(Uuid::from_u128(70)),
        from: day("2026-11-16"),
        to: day("2026-11-20"),
        reason: "Lavori".to_owned(),
    }
}

fn absence(clinician: ClinicianId) -> Absence {
    Absence {
        id: AbsenceId(Uuid::from_u128(71)),
        clinician,
        from: moment("2026-11-16T00:00"),
        to: moment("2026-11-21T00:00"),
        reason: String::new(),
    }
}

/// Cases as the patients of one practice, by number from 1.
fn world(cases: Vec<Case>) -> World {
    let mut world = World::default();
    for (number, case) in (1..).zip(cases) {
        let id = PatientId(Uuid::from_u128(number));
        let (mut patient, mut care) = (case.patient, case.care);
        (patient.id, care.patient) = (id, id);
        patient.code = format!("P{number:05}");
        world.patients.insert(id, patient);
        world.care.insert(id, care);
        for (index, mut visit) in (0..).zip(case.appointments) {
            visit.id = AppointmentId(Uuid::from_u128(number * 100 + index));
            visit.patient = id;
            world.appointments.insert(visit.id, visit);
        }
        for (index, mut attempt) in (0..).zip(case.attempts) {
            attempt.id = app_domain::id::AttemptId(Uuid::from_u128(number * 100 + index));
            attempt.patient = id;
            world.attempts.insert(attempt.id, attempt);
        }
    }
    world
}

/// Whose cycles resume, in order, and how each was stopped.
fn resumed(world: &World, cause: Cause<'_>) -> Vec<(u128, Stopped)> {
    let calendar = Calendar::new(&world.closures);
    let board = CallBoard::of(world, world.ids(), &calendar, now(NOW));
    let cycles = cycles_to_resume(world, &board, cause, day("2026-11-23"));
    cycles
        .into_iter()
        .map(|cycle| (cycle.patient.0.as_u128(), cycle.how))
        .collect()
}

/// Somebody with an active plan whose visit the closure displaced.
fn displaced(start: &str, kind: AppointmentKind) -> Case {
    let called_off = Status::Cancelled {
        who: CancelledBy::Practice,
        reason: "Lavori".to_owned(),
        at: Some(now("2026-11-10T09:00").instant),
    };
    let mut case = Case::quiet()
        .plan("Ponte", Some("2026-10-01"), Some("2026-11-02"), OPEN)
        .visit(start, kind, called_off);
    case.appointments.last_mut().unwrap().displaced = Some(Displacement::Closure(closure().id));
    case
}

/// Somebody whose last session was on a day, with nothing booked.
fn still_since(last_done: &str) -> Case {
    Case::quiet().plan("Impianto", Some("2026-08-01"), Some(last_done), OPEN)
}

fn lost(start: &str) -> Stopped {
    Stopped::Displaced { start: moment(start) }
}

#[test]
fn a_cycle_whose_visit_was_displaced_resumes_until_it_has_a_visit_again() {
    let case = || displaced("2026-11-17T10:00", AppointmentKind::Prosthetics);
    let closure = closure();
    let cause = Cause::Closure(&closure);
    assert_eq!(
        resumed(&world(vec![case()]), cause),
        [(1, lost("2026-11-17T10:00"))]
    );
    let booked = case().visit("2026-11-30T10:00", AppointmentKind::Prosthetics, Status::Booked);
    assert_eq!(resumed(&world(vec![booked]), cause), []);
    // Hygiene goes on with no plan of care.
    let hygiene = case().visit("2026-11-30T10:00", AppointmentKind::Hygiene, Status::Booked);
    assert_eq!(resumed(&world(vec![hygiene]), cause).len(), 1);
}

#[test]
fn a_visit_of_no_plan_or_of_another_cause_stops_no_cycle() {
    let closure = closure();
    let cause = Cause::Closure(&closure);
    let hygiene = displaced("2026-11-17T10:00", AppointmentKind::Hygiene);
    assert_eq!(resumed(&world(vec![hygiene]), cause), []);
    let mut of_another_plan = displaced("2026-11-17T10:00", AppointmentKind::Prosthetics);
    of_another_plan.appointments[0].plan = Some(PlanId(Uuid::from_u128(9)));
    assert_eq!(resumed(&world(vec![of_another_plan]), cause), []);
    let mut finished = displaced("2026-11-17T10:00", AppointmentKind::Prosthetics);
    finished.care.plans[0].steps_open = 0;
    assert_eq!(resumed(&world(vec![finished]), cause), []);
    let mut by_another = displaced("2026-11-17T10:00", AppointmentKind::Prosthetics);
    by_another.appointments[0].displaced = Some(Displacement::Closure(ClosureId(Uuid::from_u128(72))));
    assert_eq!(resumed(&world(vec![by_another]), cause), []);
}

#[test]
fn a_cycle_that_became_suspended_in_those_days_resumes_and_others_do_not() {
    let closure = closure();
    // 45 days after these: the day before the closure, its first, its last, the day after.
    let ends = ["2026-10-01", "2026-10-02", "2026-10-06", "2026-10-07"];
    let world = world(ends.map(still_since).to_vec());
    let since = |text| Stopped::Suspended { since: day(text) };
    assert_eq!(
        resumed(&world, Cause::Closure(&closure)),
        [(2, since("2026-11-16")), (3, since("2026-11-20"))]
    );
}

#[test]
fn an_absence_stops_the_suspended_cycles_of_the_clinicians_own_patients() {
    let mut own = still_since("2026-10-04");
    own.patient.dentist = Some(DENTIST);
    let world = world(vec![still_since("2026-10-04"), own]);
    let away = |who| resumed(&world, Cause::Absence(&absence(who)));
    assert_eq!(away(DENTIST).len(), 1);
    assert_eq!(away(DENTIST)[0].0, 2);
    assert_eq!(away(ClinicianId(Uuid::from_u128(2))), []);
}

#[test]
fn they_resume_in_the_order_of_the_call_list_and_who_is_not_on_it_comes_last() {
    let closure = closure();
    let later = displaced("2026-11-18T10:00", AppointmentKind::Prosthetics);
    let sooner = displaced("2026-11-17T10:00", AppointmentKind::Prosthetics);
    let spoken_to =
        still_since("2026-10-02").call("2026-11-23T09:00", ReasonKind::SuspendedCycle, Outcome::AllWell);
    let suspended = still_since("2026-10-02");
    let at_risk = displaced("2026-11-19T10:00", AppointmentKind::Prosthetics)
        .episode(RiskCategory::ExtendedProvisional, "2026-09-01");
    let world = world(vec![spoken_to, suspended, later, sooner, at_risk]);
    let order: Vec<u128> = resumed(&world, Cause::Closure(&closure))
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    assert_eq!(order, [5, 4, 3, 2, 1]);
}

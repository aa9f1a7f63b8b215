//! Consent to treatment: attested by a clinician, withdrawn at once, and the visits that miss it.

use app_domain::agenda::{Appointment, AppointmentKind, Mark, UNDO_MS};
use app_domain::care::{Care, HygieneCare, PlanCare};
use app_domain::command::Command;
use app_domain::id::PlanId;
use app_domain::policy::may_attest;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use app_domain::treatment_consent::{ConsentStanding, TreatmentConsent, WithdrawalWish, misses_consent};
use jiff::civil::{Date, date};

use super::model::{MONDAY, Model, actor, clinician, id, member, monday_at, patient, place};

const PLAN: PlanId = PlanId(id(900));
const UNDER_WAY: PlanId = PlanId(id(901));
const FRIDAY: Date = date(2026, 11, 20);

fn plan(plan: PlanId, last_done: Option<Date>) -> PlanCare {
    PlanCare {
        plan,
        title: "Protesi fissa".to_owned(),
        presented: Some(date(2026, 11, 10)),
        last_done,
        steps_open: 2,
        steps_accepted: 2,
        steps_unanswered: 0,
        next_gap_days: None,
        steps: Vec::new(),
    }
}

/// The first patient has a plan that has not begun, and one that is under way.
fn practice() -> Model {
    let mut practice = Model::new();
    practice.put(Row::Care(Care {
        patient: patient(1),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        finished: None,
        checks: Vec::new(),
        plans: vec![plan(PLAN, None), plan(UNDER_WAY, Some(date(2026, 11, 2)))],
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }));
    practice
}

/// A visit of the first patient at 11:00 on a day, which treats a plan.
fn treats(practice: &mut Model, plan: Option<PlanId>, kind: AppointmentKind, day: Date) -> Appointment {
    let visit = practice.book(11, 1, place(day.at(11, 0, 0, 0), 30));
    let visit = Appointment { plan, kind, ..visit };
    practice.put(Row::Appointment(visit.clone()));
    visit
}

fn attests(signed: Date) -> Command {
    Command::AttestConsent {
        plan: PLAN,
        patient: patient(1),
        signed,
    }
}

fn withdraws(wish: WithdrawalWish, reason: &str) -> Command {
    Command::WithdrawConsent {
        plan: PLAN,
        patient: patient(1),
        wish,
        reason: reason.to_owned(),
    }
}

fn attested() -> Model {
    let mut practice = practice();
    practice
        .act(Role::Dentist, monday_at(9, 0), &attests(FRIDAY))
        .expect("attested");
    practice
}

fn consent(practice: &Model) -> &TreatmentConsent {
    practice.treatment_consent(PLAN).expect("a consent")
}

#[test]
fn a_dentist_attests_with_the_day_of_the_signature_and_repeating_it_is_fine() {
    let mut practice = attested();
    let given = consent(&practice).in_force().expect("in force");
    assert_eq!(
        (given.by, given.at, given.signed),
        (member(Role::Dentist), monday_at(9, 0), FRIDAY)
    );
    let again = practice.act(Role::Dentist, monday_at(9, 5), &attests(FRIDAY));
    assert_eq!(again, Ok(Vec::new()));
    let otherwise = practice.act(Role::Dentist, monday_at(9, 5), &attests(MONDAY));
    assert_eq!(
        otherwise,
        Err(Refusal::Settled {
            by: member(Role::Dentist),
            at: monday_at(9, 0)
        })
    );
}

#[test]
fn nobody_signs_in_the_future_nor_a_plan_of_somebody_else() {
    let mut practice = practice();
    let tomorrow = practice.act(Role::Dentist, monday_at(9, 0), &attests(date(2026, 11, 24)));
    assert_eq!(tomorrow, Err(Refusal::UnfitValue));
    let other = Command::AttestConsent {
        plan: PLAN,
        patient: patient(2),
        signed: FRIDAY,
    };
    assert_eq!(
        practice.act(Role::Dentist, monday_at(9, 0), &other),
        Err(Refusal::NotFound)
    );
}

#[test]
fn only_clinicians_attest_and_a_hygienist_only_where_a_visit_of_the_plan_is_hers() {
    for role in Role::ALL {
        let mut practice = practice();
        let done = practice.act(role, monday_at(9, 0), &attests(FRIDAY));
        match role {
            Role::Dentist => assert!(done.is_ok()),
            // They see sums: no single consent is known to them.
            Role::OfficeManager | Role::Owner => assert_eq!(done, Err(Refusal::NotFound), "{role:?}"),
            _ => assert_eq!(done, Err(Refusal::NotAllowed), "{role:?}"),
        }
    }
    let mut practice = practice();
    let visit = treats(&mut practice, Some(PLAN), AppointmentKind::Hygiene, MONDAY);
    let mut hers = visit.clone();
    hers.place.clinician = clinician(2);
    practice.put(Row::Appointment(hers));
    assert!(may_attest(&actor(Role::Hygienist), PLAN, patient(1), &practice));
    assert!(!may_attest(
        &actor(Role::Hygienist),
        UNDER_WAY,
        patient(1),
        &practice
    ));
    let done = practice.act(Role::Hygienist, monday_at(9, 0), &attests(FRIDAY));
    assert!(done.is_ok());
}

#[test]
fn who_sees_only_sums_does_not_learn_from_a_withdrawal_whether_there_is_a_consent() {
    let withdrawal = withdraws(WithdrawalWish::Patient, "ha cambiato idea");
    for mut practice in [practice(), attested()] {
        for role in [Role::OfficeManager, Role::Owner] {
            let refused = practice.act(role, monday_at(10, 0), &withdrawal);
            assert_eq!(refused, Err(Refusal::NotFound), "{role:?}");
        }
    }
}

#[test]
fn a_withdrawal_needs_a_reason_holds_at_once_and_what_was_given_stays_in_sight() {
    let mut practice = attested();
    let blank = practice.act(
        Role::Dentist,
        monday_at(10, 0),
        &withdraws(WithdrawalWish::Patient, " "),
    );
    assert_eq!(blank, Err(Refusal::ReasonMissing));
    let withdrawal = withdraws(WithdrawalWish::Patient, " ha cambiato idea ");
    practice
        .act(Role::Dentist, monday_at(10, 0), &withdrawal)
        .expect("withdrawn");
    assert_eq!(consent(&practice).standing, ConsentStanding::Withdrawn);
    let withdrawn = consent(&practice).last_withdrawal().expect("withdrawn");
    assert_eq!(
        (withdrawn.at, withdrawn.reason.as_str()),
        (monday_at(10, 0), "ha cambiato idea")
    );
    assert_eq!(consent(&practice).given.len(), 1);
    assert_eq!(
        practice.act(Role::Dentist, monday_at(10, 5), &withdrawal),
        Ok(Vec::new())
    );
    // A new paper, and both are there.
    practice
        .act(Role::Dentist, monday_at(11, 0), &attests(MONDAY))
        .expect("attested anew");
    assert_eq!(consent(&practice).standing, ConsentStanding::InForce);
    assert_eq!(consent(&practice).given.len(), 2);
}

#[test]
fn a_withdrawal_wins_over_what_was_attested_before_it_however_late_that_arrives() {
    let mut practice = attested();
    practice
        .act(
            Role::Dentist,
            monday_at(10, 0),
            &withdraws(WithdrawalWish::Clinician, "altro foglio"),
        )
        .expect("withdrawn");
    let late = practice.act(Role::Dentist, monday_at(9, 30), &attests(FRIDAY));
    assert_eq!(
        late,
        Err(Refusal::Settled {
            by: member(Role::Dentist),
            at: monday_at(10, 0)
        })
    );
}

#[test]
fn who_no_longer_consents_is_not_brought_back_by_an_older_paper() {
    for (wish, expected) in [
        (WithdrawalWish::Patient, Err(Refusal::UnfitValue)),
        (WithdrawalWish::Clinician, Ok(())),
    ] {
        let mut practice = attested();
        practice
            .act(Role::Dentist, monday_at(10, 0), &withdraws(wish, "altro"))
            .expect("withdrawn");
        let older = practice.act(Role::Dentist, monday_at(11, 0), &attests(date(2026, 11, 19)));
        assert_eq!(older.map(|_| ()), expected, "{wish:?}");
    }
}

#[test]
fn a_slip_of_the_same_minute_leaves_no_trace_either_way() {
    let Instant(nine) = monday_at(9, 0);
    let blank = withdraws(WithdrawalWish::Clinician, "");
    let mut practice = attested();
    let late = practice.act(Role::Dentist, Instant(nine + UNDO_MS + 1), &blank);
    assert_eq!(late, Err(Refusal::ReasonMissing));
    practice
        .act(Role::Dentist, Instant(nine + UNDO_MS), &blank)
        .expect("taken back");
    assert_eq!(practice.treatment_consent(PLAN), None);

    let mut practice = attested();
    let before = consent(&practice).clone();
    practice
        .act(
            Role::Dentist,
            monday_at(10, 0),
            &withdraws(WithdrawalWish::Patient, "no"),
        )
        .expect("withdrawn");
    practice
        .act(Role::Dentist, monday_at(10, 1), &attests(FRIDAY))
        .expect("taken back");
    assert_eq!(consent(&practice), &before);
}

#[test]
fn a_visit_that_treats_a_plan_which_has_not_begun_misses_the_consent_until_it_is_attested() {
    let mut practice = practice();
    for (plan, kind, day, expected) in [
        (Some(PLAN), AppointmentKind::Prosthetics, MONDAY, true),
        (Some(PLAN), AppointmentKind::Hygiene, date(2026, 12, 9), true),
        // It treats nothing yet.
        (Some(PLAN), AppointmentKind::Examination, MONDAY, false),
        (Some(PLAN), AppointmentKind::Checkup, MONDAY, false),
        // Its paper is from before.
        (Some(UNDER_WAY), AppointmentKind::Prosthetics, MONDAY, false),
        (None, AppointmentKind::Prosthetics, MONDAY, false),
        // No active plan of the patient's.
        (Some(PlanId(id(902))), AppointmentKind::Prosthetics, MONDAY, false),
        (Some(PLAN), AppointmentKind::Prosthetics, FRIDAY, false),
    ] {
        let visit = treats(&mut practice, plan, kind, day);
        assert_eq!(
            misses_consent(&visit, &practice, MONDAY),
            expected,
            "{plan:?} {kind:?} {day}"
        );
    }
    let visit = treats(&mut practice, Some(PLAN), AppointmentKind::Prosthetics, MONDAY);
    practice
        .act(Role::Dentist, monday_at(9, 0), &attests(MONDAY))
        .expect("attested");
    assert!(!misses_consent(&visit, &practice, MONDAY));
    practice
        .act(
            Role::Dentist,
            monday_at(10, 0),
            &withdraws(WithdrawalWish::Patient, "no"),
        )
        .expect("withdrawn");
    assert!(misses_consent(&visit, &practice, MONDAY));
}

#[test]
fn a_consent_withdrawn_is_missed_under_way_too_and_a_visit_done_or_called_off_misses_nothing() {
    let mut practice = practice();
    let visit = treats(
        &mut practice,
        Some(UNDER_WAY),
        AppointmentKind::Prosthetics,
        MONDAY,
    );
    let attests = Command::AttestConsent {
        plan: UNDER_WAY,
        patient: patient(1),
        signed: FRIDAY,
    };
    let withdraws = Command::WithdrawConsent {
        plan: UNDER_WAY,
        patient: patient(1),
        wish: WithdrawalWish::Patient,
        reason: "no".to_owned(),
    };
    practice
        .act(Role::Dentist, monday_at(9, 0), &attests)
        .expect("attested");
    assert!(!misses_consent(&visit, &practice, MONDAY));
    practice
        .act(Role::Dentist, monday_at(9, 5), &withdraws)
        .expect("withdrawn");
    assert!(misses_consent(&visit, &practice, MONDAY));
    for mark in [Mark::Arrived, Mark::InChair, Mark::Done] {
        let marked = Command::MarkAppointment {
            appointment: visit.id,
            mark,
        };
        practice
            .act(Role::FrontDesk, monday_at(11, 0), &marked)
            .expect("marked");
        let now = practice.appointment(visit.id).expect("the visit").clone();
        assert_eq!(
            misses_consent(&now, &practice, MONDAY),
            mark != Mark::Done,
            "{mark:?}"
        );
    }
}

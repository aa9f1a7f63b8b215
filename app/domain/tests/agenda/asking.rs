//! What is beyond one's own budget, a place outside hours or a waiver, is asked for, and waits for who may grant it.

use app_domain::agenda::{Overbooking, Place, Status};
use app_domain::autonomy::Budget;
use app_domain::calls::LONGEST_WORDS;
use app_domain::care::{Care, Due, ExposureBand, HygieneCare, MoneyCare, PayablePlan};
use app_domain::command::{Booking, Command};
use app_domain::id::{PaymentId, PlanId, ReviewId};
use app_domain::money::Cents;
use app_domain::payments::{NewPayment, PaymentEntry};
use app_domain::refusal::Refusal;
use app_domain::review::{Cause, Decision};
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Instant;
use jiff::ToSpan;

use crate::model::{MONDAY, Model, id, member, monday_at, patient, place, visit};

const PLAN: PlanId = PlanId(id(900));
const REVIEW: ReviewId = ReviewId(uuid::Uuid::from_u128(700));

/// The practice opens at nine.
fn early() -> Place {
    place(MONDAY.at(8, 0, 0, 0), 30)
}

fn noon() -> Place {
    place(MONDAY.at(12, 0, 0, 0), 30)
}

fn moves(reason: &str) -> Command {
    Command::MoveAppointment {
        appointment: visit(1),
        from: noon(),
        to: early(),
        overbooking: Some(Overbooking {
            by: None,
            reason: reason.to_owned(),
        }),
    }
}

fn asks(wish: Command) -> Command {
    Command::Ask {
        review: REVIEW,
        wish: Box::new(wish),
    }
}

fn settle(decision: Decision) -> Command {
    Command::SettleReview {
        review: REVIEW,
        decision,
        words: String::new(),
    }
}

/// Patient 1 comes at noon.
fn practice() -> Model {
    let mut model = Model::new();
    model.book(1, 1, noon());
    model
}

/// The secretary has asked for eight o'clock.
fn asked() -> Model {
    let mut model = practice();
    model
        .act(
            Role::RemoteSecretary,
            monday_at(7, 0),
            &asks(moves(" comes from afar ")),
        )
        .expect("it may be asked for");
    model
}

#[test]
fn what_is_asked_for_waits_and_the_agenda_stays_as_it_is() {
    let practice = asked();
    assert_eq!(practice.appointment(visit(1)).expect("it is there").place, noon());
    let review = practice.review(REVIEW).expect("it waits");
    assert_eq!(
        (review.cause, review.by),
        (Cause::BeyondBudget, member(Role::RemoteSecretary))
    );
    let about = review.about.as_ref().expect("the proposal is ready");
    assert_eq!(about.refusal, Some(Refusal::OutsideHours));
    let Command::MoveAppointment { to, overbooking, .. } = &about.command else {
        panic!("{:?}", about.command);
    };
    assert_eq!(*to, early());
    assert_eq!(
        overbooking.as_ref().map(|over| over.reason.as_str()),
        Some("comes from afar")
    );
}

#[test]
fn who_may_open_the_hour_grants_it_with_the_reason_that_was_given() {
    for role in [Role::OfficeManager, Role::Dentist] {
        let mut practice = asked();
        practice
            .act(role, monday_at(7, 5), &settle(Decision::Do))
            .unwrap_or_else(|refusal| panic!("{role:?}: {refusal}"));
        let visit = practice.appointment(visit(1)).expect("it is there");
        assert_eq!((visit.place, &visit.status), (early(), &Status::Booked));
        let overbooking = visit.overbooking.as_ref().expect("it says why");
        assert_eq!(
            (overbooking.by, overbooking.reason.as_str()),
            (Some(member(role)), "comes from afar")
        );
        assert!(!practice.review(REVIEW).expect("it stays").is_open());
    }
}

#[test]
fn nobody_else_grants_it_and_its_author_gives_it_up() {
    let wrong = [Role::FrontDesk, Role::RemoteSecretary, Role::Owner];
    let elsewhere = settle(Decision::PlaceAt {
        place: place(MONDAY.at(11, 0, 0, 0), 30),
        overbooking: None,
    });
    for role in wrong {
        for decision in [settle(Decision::Do), elsewhere.clone()] {
            let refused = asked().act(role, monday_at(7, 5), &decision);
            assert_eq!(refused, Err(Refusal::NotAllowed), "{role:?}");
        }
    }
    let others = asked().act(Role::FrontDesk, monday_at(7, 5), &settle(Decision::Drop));
    assert_eq!(others, Err(Refusal::NotAllowed));
    let mut practice = asked();
    practice
        .act(Role::RemoteSecretary, monday_at(7, 5), &settle(Decision::Drop))
        .expect("it is theirs");
    assert_eq!(practice.appointment(visit(1)).expect("it is there").place, noon());
}

#[test]
fn a_reason_for_an_hour_is_none_for_somebody_elses_place() {
    let mut practice = practice();
    practice.book(2, 2, early());
    let refused = practice.act(
        Role::RemoteSecretary,
        monday_at(7, 0),
        &asks(moves("comes from afar")),
    );
    assert!(matches!(refused, Err(Refusal::PlaceTaken { .. })));
    // Nor is it, where the other came while it waited.
    let mut practice = asked();
    practice.book(2, 2, early());
    let refused = practice.act(Role::OfficeManager, monday_at(7, 5), &settle(Decision::Do));
    assert!(matches!(refused, Err(Refusal::PlaceTaken { .. })));
    assert!(practice.review(REVIEW).expect("it waits").is_open());
}

#[test]
fn it_wants_a_reason_and_a_place_and_is_asked_once() {
    let at = monday_at(7, 0);
    let ask = |wish| practice().act(Role::RemoteSecretary, at, &asks(wish));
    assert_eq!(ask(moves(" ")), Err(Refusal::ReasonMissing));
    assert_eq!(ask(moves(&"x".repeat(2_000))), Err(Refusal::UnfitValue));
    let plain = Command::MoveAppointment {
        appointment: visit(1),
        from: noon(),
        to: early(),
        overbooking: None,
    };
    assert_eq!(ask(plain), Err(Refusal::NotAPlace));
    assert_eq!(ask(asks(moves("twice"))), Err(Refusal::NotAPlace));
    let late = place(MONDAY.at(8, 3, 0, 0), 30);
    let Command::MoveAppointment {
        appointment,
        from,
        overbooking,
        ..
    } = moves("off the grid")
    else {
        unreachable!()
    };
    let off_the_grid = Command::MoveAppointment {
        appointment,
        from,
        to: late,
        overbooking,
    };
    assert_eq!(ask(off_the_grid), Err(Refusal::NotAPlace));
    let again = asked().act(Role::RemoteSecretary, at, &asks(moves("again")));
    assert_eq!(again, Err(Refusal::AlreadyRecorded));
    // Who only reads the agenda asks for nothing.
    let owner = practice().act(Role::Owner, at, &asks(moves("mine")));
    assert_eq!(owner, Err(Refusal::NotAllowed));
}

#[test]
fn a_place_that_is_open_is_taken_at_once() {
    let mut practice = practice();
    let open = place(MONDAY.at(11, 0, 0, 0), 30);
    let Command::MoveAppointment {
        appointment,
        from,
        overbooking,
        ..
    } = moves("comes from afar")
    else {
        unreachable!()
    };
    let wish = Command::MoveAppointment {
        appointment,
        from,
        to: open,
        overbooking,
    };
    practice
        .act(Role::RemoteSecretary, monday_at(7, 0), &asks(wish))
        .expect("nothing is in the way");
    let visit = practice.appointment(visit(1)).expect("it is there");
    assert_eq!((visit.place, &visit.overbooking), (open, &None));
    assert!(practice.review(REVIEW).is_none());
}

#[test]
fn a_booking_is_asked_for_too_and_within_the_budget_nobody_has_to_ask() {
    let booking = Booking {
        appointment: app_domain::id::AppointmentId(id(70)),
        patient: patient(2),
        place: early(),
        kind: app_domain::agenda::AppointmentKind::Checkup,
        plan: None,
        overbooking: Some(Overbooking {
            by: None,
            reason: "works all day".to_owned(),
        }),
        note: String::new(),
    };
    let mut practice = practice();
    practice
        .act(
            Role::FrontDesk,
            monday_at(7, 0),
            &asks(Command::BookAppointment(booking.clone())),
        )
        .expect("it may be asked for");
    assert!(practice.appointment(booking.appointment).is_none());
    practice
        .act(Role::OfficeManager, monday_at(7, 5), &settle(Decision::Do))
        .expect("granted");
    let visit = practice.appointment(booking.appointment).expect("it is booked");
    assert_eq!(visit.place, early());
    let mut free = Model::new();
    free.put(Row::Budget(Budget {
        outside_hours: true,
        ..Budget::usual(Role::FrontDesk)
    }));
    free.act(
        Role::FrontDesk,
        monday_at(7, 0),
        &Command::BookAppointment(booking),
    )
    .expect("it is within their budget");
}

/// So many cents are waived.
fn waives(cents: i64, reason: &str) -> Command {
    Command::RecordPayment(NewPayment {
        payment: PaymentId(id(800)),
        patient: patient(1),
        plan: None,
        day: MONDAY,
        amount: Cents(cents),
        entry: PaymentEntry::Waiver {
            reason: reason.to_owned(),
        },
    })
}

#[test]
fn a_waiver_within_the_budget_is_recorded_with_its_reason_and_beyond_it_is_not() {
    let nine = monday_at(9, 0);
    let mut practice = practice();
    let refused = practice.act(Role::FrontDesk, nine, &waives(501, "promised"));
    assert_eq!(refused, Err(Refusal::BeyondBudget { most: Cents(500) }));
    let refused = practice.act(Role::FrontDesk, nine, &waives(500, " "));
    assert_eq!(refused, Err(Refusal::ReasonMissing));
    practice
        .act(Role::FrontDesk, nine, &waives(500, " promised "))
        .expect("within the budget");
    let entry = practice.payment(PaymentId(id(800))).expect("an entry");
    assert_eq!(
        (entry.amount, entry.entry.reason()),
        (Cents(500), Some("promised"))
    );
    assert_eq!(entry.by, member(Role::FrontDesk));
    // Who sees no payments waives none, and asks for none.
    for role in [
        Role::RemoteSecretary,
        Role::CaseManager,
        Role::Dentist,
        Role::Hygienist,
        Role::Owner,
    ] {
        for command in [waives(1, "promised"), asks(waives(1, "promised"))] {
            let refused = practice.act(role, nine, &command);
            assert!(
                matches!(refused, Err(Refusal::NotAllowed | Refusal::NotFound)),
                "{role:?}: {refused:?}"
            );
        }
    }
}

/// What the first patient owes, as the digest says: for a plan, and in all for what is finished.
fn owing(practice: &mut Model, plan_left: i64, balance: Option<i64>) {
    let money = MoneyCare {
        balance: balance.map(|cents| Due {
            amount: Some(Cents(cents)),
            day: MONDAY,
        }),
        instalment: None,
        band: ExposureBand::Small,
        plans: vec![PayablePlan {
            plan: PLAN,
            presented: None,
            left: Cents(plan_left),
        }],
    };
    practice.put(Row::Care(Care {
        patient: patient(1),
        episodes: Vec::new(),
        closed_episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        checks: Vec::new(),
        plans: Vec::new(),
        finished: None,
        money: Some(money),
        missed: Vec::new(),
        last_visit_done: None,
    }));
}

fn numbered(number: u128, cents: i64, plan: Option<PlanId>) -> Command {
    let Command::RecordPayment(wanted) = waives(cents, "promised") else {
        unreachable!()
    };
    Command::RecordPayment(NewPayment {
        payment: PaymentId(id(number)),
        plan,
        ..wanted
    })
}

#[test]
fn nobody_is_let_off_more_than_they_owe_neither_at_once_nor_when_it_is_granted() {
    let nine = monday_at(9, 0);
    let mut practice = practice();
    owing(&mut practice, 300, Some(400));
    let mut refused = |command| practice.act(Role::FrontDesk, nine, &command);
    let more = |owed| Err(Refusal::MoreThanOwed { owed: Cents(owed) });
    assert_eq!(refused(numbered(810, 301, Some(PLAN))), more(300));
    assert_eq!(refused(numbered(811, 401, None)), more(400));
    assert_eq!(refused(asks(numbered(812, 40_000, None))), more(400));
    let unknown = Some(PlanId(id(999)));
    assert_eq!(refused(numbered(813, 101, unknown)), more(0));
    assert!(refused(numbered(814, 300, Some(PLAN))).is_ok());
    // What was asked for is not granted once it was paid.
    let mut practice = self::practice();
    owing(&mut practice, 0, Some(40_000));
    practice
        .act(Role::FrontDesk, nine, &asks(waives(40_000, "promised")))
        .expect("it is owed");
    owing(&mut practice, 0, None);
    let refused = practice.act(Role::OfficeManager, monday_at(9, 5), &settle(Decision::Do));
    assert_eq!(refused, more(0));
}

#[test]
fn many_small_waivers_are_a_large_one_unless_they_were_taken_back() {
    let nine = monday_at(9, 0);
    let mut practice = practice();
    let beyond = |most| Err(Refusal::BeyondBudget { most: Cents(most) });
    practice
        .act(Role::FrontDesk, nine, &numbered(820, 300, None))
        .expect("within the budget");
    let refused = practice.act(Role::FrontDesk, nine, &numbered(821, 201, None));
    assert_eq!(refused, beyond(200));
    practice
        .act(
            Role::FrontDesk,
            nine,
            &Command::RecordPayment(NewPayment {
                payment: PaymentId(id(822)),
                patient: patient(1),
                plan: None,
                day: MONDAY,
                amount: Cents(300),
                entry: PaymentEntry::Correction {
                    of: PaymentId(id(820)),
                    reason: "wrong patient".to_owned(),
                },
            }),
        )
        .expect("taken back");
    practice
        .act(Role::FrontDesk, nine, &numbered(823, 500, None))
        .expect("nothing was waived");
    // After thirty days it is long ago.
    let later = |days: i64| {
        let at = Instant::from_civil(MONDAY.saturating_add(days.days()).at(9, 0, 0, 0));
        let Command::RecordPayment(wanted) = numbered(824, 1, None) else {
            unreachable!()
        };
        let day = MONDAY.saturating_add(days.days());
        (at, Command::RecordPayment(NewPayment { day, ..wanted }))
    };
    let (at, command) = later(29);
    assert_eq!(practice.act(Role::FrontDesk, at, &command), beyond(0));
    let (at, command) = later(30);
    practice.act(Role::FrontDesk, at, &command).expect("long ago");
}

#[test]
fn a_waiver_beyond_the_budget_is_granted_in_the_name_of_who_grants_it() {
    let mut practice = practice();
    practice
        .act(
            Role::FrontDesk,
            monday_at(9, 0),
            &asks(waives(4_000, "a crown that was made twice")),
        )
        .expect("it may be asked for");
    assert!(practice.payment(PaymentId(id(800))).is_none());
    let others = practice.act(Role::FrontDesk, monday_at(9, 5), &settle(Decision::Do));
    assert_eq!(others, Err(Refusal::NotAllowed));
    practice
        .act(Role::OfficeManager, monday_at(9, 5), &settle(Decision::Do))
        .expect("granted");
    let entry = practice.payment(PaymentId(id(800))).expect("an entry");
    assert_eq!(
        (entry.amount, entry.by),
        (Cents(4_000), member(Role::OfficeManager))
    );
    assert_eq!(entry.entry.reason(), Some("a crown that was made twice"));
    assert!(!practice.review(REVIEW).expect("it stays").is_open());
}

#[test]
fn a_waiver_that_is_within_the_budget_needs_no_asking() {
    let mut practice = practice();
    practice
        .act(Role::FrontDesk, monday_at(9, 0), &asks(waives(500, "promised")))
        .expect("recorded");
    assert!(practice.payment(PaymentId(id(800))).is_some());
    assert!(practice.review(REVIEW).is_none());
}

#[test]
fn the_practice_sets_what_may_be_waived() {
    let set = |waive| Command::SetUpBudget {
        was: None,
        becomes: Budget {
            waive: Cents(waive),
            ..Budget::usual(Role::FrontDesk)
        },
    };
    let mut practice = practice();
    for wrong in [-1, 100_001] {
        let refused = practice.act(Role::OfficeManager, monday_at(9, 0), &set(wrong));
        assert_eq!(refused, Err(Refusal::UnfitValue));
    }
    practice
        .act(Role::OfficeManager, monday_at(9, 0), &set(2_000))
        .expect("it is set");
    practice
        .act(Role::FrontDesk, monday_at(9, 5), &waives(2_000, "promised"))
        .expect("within the budget");
}

#[test]
fn who_decides_says_why_and_it_stays_with_what_was_decided() {
    let mut model = asked();
    let with = |words: &str| Command::SettleReview {
        review: REVIEW,
        decision: Decision::Drop,
        words: words.to_owned(),
    };
    let too_long = "x".repeat(LONGEST_WORDS + 1);
    let refused = model.act(Role::OfficeManager, monday_at(9, 30), &with(&too_long));
    assert_eq!(refused, Err(Refusal::UnfitValue));
    model
        .act(
            Role::OfficeManager,
            monday_at(9, 30),
            &with("  quel giorno siamo chiusi "),
        )
        .expect("decided");
    let settled = model.review(REVIEW).and_then(|review| review.settled.clone());
    assert_eq!(settled.expect("decided").words, "quel giorno siamo chiusi");
}

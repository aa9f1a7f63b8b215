//! Payments: recorded once, corrected by an entry of their own, never edited.

use app_domain::command::Command;
use app_domain::id::{PaymentId, PlanId};
use app_domain::money::Cents;
use app_domain::payments::{
    LARGEST, NewPayment, OLDEST_DAYS, PaymentEntry, RecordedPayment, can_be_corrected, correction_of,
};
use app_domain::policy::{may_record_payments, sees_payments};
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::model::{MONDAY, Model, id, member, monday_at, patient};

const PLAN: PlanId = PlanId(id(900));
const TUESDAY: Date = date(2026, 11, 24);

fn payment(number: u128) -> PaymentId {
    PaymentId(id(number))
}

/// The first patient pays €120.50 for a plan on Monday.
fn pays(number: u128) -> NewPayment {
    NewPayment {
        payment: payment(number),
        patient: patient(1),
        plan: Some(PLAN),
        day: MONDAY,
        amount: Cents(12_050),
        entry: PaymentEntry::Payment,
    }
}

fn refund(number: u128, reason: &str) -> NewPayment {
    NewPayment {
        entry: PaymentEntry::Refund {
            reason: reason.to_owned(),
        },
        ..pays(number)
    }
}

/// Takes an entry back.
fn corrects(number: u128, of: u128) -> NewPayment {
    NewPayment {
        entry: PaymentEntry::Correction {
            of: payment(of),
            reason: "importo sbagliato".to_owned(),
        },
        ..pays(number)
    }
}

/// The front desk records an entry on Monday at nine.
fn record(practice: &mut Model, wanted: NewPayment) -> Result<Option<RecordedPayment>, Refusal> {
    let number = wanted.payment;
    let command = Command::RecordPayment(wanted);
    let changes = practice.act(Role::FrontDesk, monday_at(9, 0), &command)?;
    Ok((!changes.is_empty()).then(|| practice.payment(number).expect("an entry").clone()))
}

fn sum(practice: &Model) -> Cents {
    practice
        .payments_of(patient(1))
        .map(|payment| payment.amount)
        .sum()
}

#[test]
fn a_payment_says_who_recorded_it_and_a_double_tap_is_one_payment() {
    let mut practice = Model::new();
    let recorded = record(&mut practice, pays(1))
        .expect("recorded")
        .expect("an entry");
    assert_eq!(
        (recorded.amount, recorded.by, recorded.at),
        (Cents(12_050), member(Role::FrontDesk), monday_at(9, 0))
    );
    assert_eq!(record(&mut practice, pays(1)), Ok(None));
    assert_eq!(sum(&practice), Cents(12_050));
}

#[test]
fn another_entry_under_the_same_number_is_refused_whatever_differs() {
    let mut practice = Model::new();
    record(&mut practice, pays(1)).expect("recorded");
    for other in [
        NewPayment {
            amount: Cents(12_051),
            ..pays(1)
        },
        NewPayment {
            day: date(2026, 11, 20),
            ..pays(1)
        },
        NewPayment {
            patient: patient(2),
            ..pays(1)
        },
        NewPayment {
            plan: None,
            ..pays(1)
        },
        refund(1, "pagato due volte"),
    ] {
        assert_eq!(
            record(&mut practice, other.clone()),
            Err(Refusal::AlreadyRecorded),
            "{other:?}"
        );
    }
    let of_another = practice.act(
        Role::OfficeManager,
        monday_at(9, 0),
        &Command::RecordPayment(pays(1)),
    );
    assert_eq!(of_another, Err(Refusal::AlreadyRecorded));
}

#[test]
fn an_amount_is_above_nothing_and_within_reason_and_a_day_is_neither_to_come_nor_long_past() {
    let oldest = MONDAY.saturating_sub(OLDEST_DAYS.days());
    let mut number = 0;
    let mut tried = |amount: i64, day: Date| {
        number += 1;
        let wanted = NewPayment {
            amount: Cents(amount),
            day,
            ..pays(number)
        };
        record(&mut Model::new(), wanted).map(drop)
    };
    assert_eq!(tried(1, MONDAY), Ok(()));
    assert_eq!(tried(LARGEST.0, oldest), Ok(()));
    for (amount, day) in [
        (0, MONDAY),
        (-1, MONDAY),
        (i64::MIN, MONDAY),
        (LARGEST.0 + 1, MONDAY),
        (1, TUESDAY),
        (1, oldest.yesterday().expect("a day")),
    ] {
        assert_eq!(tried(amount, day), Err(Refusal::UnfitValue), "{amount} {day}");
    }
}

#[test]
fn what_was_recorded_offline_is_judged_by_the_day_on_which_it_was_recorded() {
    let mut practice = Model::new();
    let late = Instant::from_civil(date(2026, 11, 23).at(0, 10, 0, 0));
    let wanted = Command::RecordPayment(NewPayment {
        day: TUESDAY,
        ..pays(1)
    });
    let refused = practice.act(Role::FrontDesk, late, &wanted);
    assert_eq!(refused, Err(Refusal::UnfitValue));
    let next_day = Instant::from_civil(TUESDAY.at(0, 10, 0, 0));
    assert!(practice.act(Role::FrontDesk, next_day, &wanted).is_ok());
}

#[test]
fn a_refund_is_below_nothing_and_says_why() {
    let mut practice = Model::new();
    assert_eq!(
        record(&mut practice, refund(1, " \t")),
        Err(Refusal::ReasonMissing)
    );
    let recorded = record(&mut practice, refund(1, " pagato due volte "));
    let recorded = recorded.expect("recorded").expect("an entry");
    assert_eq!(recorded.amount, Cents(-12_050));
    assert_eq!(recorded.entry.reason(), Some("pagato due volte"));
    // The blanks around a reason make no other refund.
    assert_eq!(record(&mut practice, refund(1, " pagato due volte ")), Ok(None));
    let long = "x".repeat(app_domain::calls::LONGEST_WORDS + 1);
    assert_eq!(record(&mut practice, refund(2, &long)), Err(Refusal::UnfitValue));
}

#[test]
fn a_correction_takes_an_entry_back_whole_and_once() {
    let mut practice = Model::new();
    record(&mut practice, pays(1)).expect("recorded");
    record(&mut practice, refund(2, "pagato due volte")).expect("recorded");
    let of_payment = record(&mut practice, corrects(3, 1)).expect("corrected");
    assert_eq!(of_payment.expect("an entry").amount, Cents(-12_050));
    let of_refund = record(&mut practice, corrects(4, 2)).expect("corrected");
    assert_eq!(of_refund.expect("an entry").amount, Cents(12_050));
    assert_eq!(sum(&practice), Cents(0));
    let first = practice.payment(payment(1)).expect("what was corrected stays");
    assert_eq!(correction_of(first, &practice).map(|by| by.id), Some(payment(3)));
    assert_eq!(
        record(&mut practice, corrects(5, 1)),
        Err(Refusal::Settled {
            by: member(Role::FrontDesk),
            at: monday_at(9, 0)
        })
    );
    assert_eq!(record(&mut practice, corrects(3, 1)), Ok(None));
    assert_eq!(sum(&practice), Cents(0));
}

#[test]
fn a_correction_is_not_corrected_and_takes_back_what_the_person_saw() {
    let mut practice = Model::new();
    record(&mut practice, pays(1)).expect("recorded");
    for unfit in [
        NewPayment {
            amount: Cents(12_000),
            ..corrects(2, 1)
        },
        NewPayment {
            plan: None,
            ..corrects(2, 1)
        },
        NewPayment {
            day: date(2026, 11, 20),
            ..corrects(2, 1)
        },
    ] {
        assert_eq!(
            record(&mut practice, unfit.clone()),
            Err(Refusal::UnfitValue),
            "{unfit:?}"
        );
    }
    let of_somebody_else = NewPayment {
        patient: patient(2),
        ..corrects(2, 1)
    };
    assert_eq!(record(&mut practice, of_somebody_else), Err(Refusal::NotFound));
    assert_eq!(record(&mut practice, corrects(2, 7)), Err(Refusal::NotFound));
    let no_reason = NewPayment {
        entry: PaymentEntry::Correction {
            of: payment(1),
            reason: "  ".to_owned(),
        },
        ..corrects(2, 1)
    };
    assert_eq!(record(&mut practice, no_reason), Err(Refusal::ReasonMissing));
    let open = |practice: &Model, number| {
        let entry = practice.payment(payment(number)).expect("an entry");
        can_be_corrected(entry, practice)
    };
    assert!(open(&practice, 1));
    record(&mut practice, corrects(2, 1)).expect("corrected");
    assert!(!open(&practice, 1) && !open(&practice, 2));
    assert_eq!(record(&mut practice, corrects(3, 2)), Err(Refusal::UnfitValue));
}

#[test]
fn the_front_desk_and_the_manager_record_the_owner_reads_and_the_others_do_not() {
    for role in Role::ALL {
        let mut practice = Model::new();
        let done = practice
            .act(role, monday_at(9, 0), &Command::RecordPayment(pays(1)))
            .map(drop);
        let expected = match role {
            Role::FrontDesk | Role::OfficeManager => Ok(()),
            Role::Owner | Role::RemoteSecretary | Role::CaseManager => Err(Refusal::NotAllowed),
            Role::Dentist | Role::Hygienist => Err(Refusal::NotFound),
        };
        assert_eq!(done, expected, "{role:?}");
        assert_eq!(may_record_payments(role), expected.is_ok(), "{role:?}");
        let sees = matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner);
        assert_eq!(sees_payments(role), sees, "{role:?}");
    }
    let nobody = NewPayment {
        patient: patient(9),
        ..pays(1)
    };
    assert_eq!(record(&mut Model::new(), nobody), Err(Refusal::NotFound));
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::*;

    /// Any entry under one of a few numbers, so that taps are double and corrections meet.
    fn any_entry() -> impl Strategy<Value = NewPayment> {
        let entry = prop_oneof![
            Just(PaymentEntry::Payment),
            Just(PaymentEntry::Refund {
                reason: "pagato due volte".to_owned()
            }),
            (1u128..6).prop_map(|of| PaymentEntry::Correction {
                of: payment(of),
                reason: "importo sbagliato".to_owned(),
            }),
        ];
        (1u128..6, 1u128..3, 0i64..3, entry).prop_map(|(number, of, amount, entry)| NewPayment {
            patient: patient(of),
            amount: Cents(amount),
            entry,
            ..pays(number)
        })
    }

    proptest! {
        #[test]
        fn after_any_taps_an_entry_stands_as_it_was_made_and_is_taken_back_at_most_once(
            taps in prop::collection::vec(any_entry(), 1..40)
        ) {
            let mut practice = Model::new();
            let mut made: Vec<RecordedPayment> = Vec::new();
            for wanted in taps {
                let before = practice.rows().clone();
                if let Ok(Some(recorded)) = record(&mut practice, wanted.clone()) {
                    prop_assert!(recorded.is_what(&wanted));
                    made.push(recorded);
                } else {
                    prop_assert_eq!(practice.rows(), &before);
                }
            }
            for entry in &made {
                prop_assert_eq!(practice.payment(entry.id), Some(entry));
                let by: Vec<_> = made.iter().filter(|by| by.entry.corrects() == Some(entry.id)).collect();
                prop_assert!(by.len() <= 1);
                for by in by {
                    prop_assert_eq!((by.amount + entry.amount, by.patient), (Cents(0), entry.patient));
                    prop_assert!(entry.entry.corrects().is_none());
                }
            }
            let of_both: Cents = [1, 2]
                .into_iter()
                .flat_map(|of| practice.payments_of(patient(of)))
                .map(|entry| entry.amount)
                .sum();
            prop_assert_eq!(of_both, made.iter().map(|entry| entry.amount).sum::<Cents>());
        }
    }
}

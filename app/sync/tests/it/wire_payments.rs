//! Frozen samples of payments.

use app_domain::care::{Due, ExposureBand, MoneyCare, PayablePlan};
use app_domain::command::Command;
use app_domain::id::{PaymentId, PlanId};
use app_domain::money::Cents;
use app_domain::payments::{NewPayment, PaymentEntry, RecordedPayment};
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Instant;
use jiff::civil::date;
use uuid::Uuid;

use crate::practice::{MONDAY, member_id, patient_id};
use crate::wire::is;

const PAYMENT: PaymentId = PaymentId(Uuid::from_u128(1));
const OTHER: PaymentId = PaymentId(Uuid::from_u128(2));
const PLAN: PlanId = PlanId(Uuid::from_u128(3));

fn wanted(entry: PaymentEntry) -> Command {
    Command::RecordPayment(NewPayment {
        payment: PAYMENT,
        patient: patient_id(1),
        plan: None,
        day: MONDAY,
        amount: Cents(12_050),
        entry,
    })
}

#[test]
fn what_is_recorded_stays_as_it_was() {
    is(
        r#"{"name":"record_payment","args":{"payment":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","day":"2026-11-23","amount":12050,"entry":{"is":"payment"}}}"#,
        wanted(PaymentEntry::Payment),
    );
    is(
        r#"{"name":"record_payment","args":{"payment":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","day":"2026-11-23","amount":12050,"entry":{"is":"refund","reason":"pagato due volte"}}}"#,
        wanted(PaymentEntry::Refund {
            reason: "pagato due volte".to_owned(),
        }),
    );
    is(
        r#"{"name":"record_payment","args":{"payment":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","day":"2026-11-23","amount":12050,"entry":{"is":"waiver","reason":"sconto promesso"}}}"#,
        wanted(PaymentEntry::Waiver {
            reason: "sconto promesso".to_owned(),
        }),
    );
    is(
        r#"{"name":"record_payment","args":{"payment":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","day":"2026-11-23","amount":12050,"entry":{"is":"correction","of":"00000000-0000-0000-0000-000000000002","reason":"importo sbagliato"}}}"#,
        wanted(PaymentEntry::Correction {
            of: OTHER,
            reason: "importo sbagliato".to_owned(),
        }),
    );
}

#[test]
fn an_entry_of_the_books_stays_as_it_was() {
    let payment = RecordedPayment {
        id: PAYMENT,
        patient: patient_id(1),
        plan: Some(PLAN),
        day: MONDAY,
        amount: Cents(-12_050),
        entry: PaymentEntry::Correction {
            of: OTHER,
            reason: "importo sbagliato".to_owned(),
        },
        by: member_id(1),
        at: Instant(5),
    };
    is(
        r#"{"table":"payment","row":{"id":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","plan":"00000000-0000-0000-0000-000000000003","day":"2026-11-23","amount":-12050,"entry":{"is":"correction","of":"00000000-0000-0000-0000-000000000002","reason":"importo sbagliato"},"by":"00000000-0000-0005-0000-000000000001","at":5}}"#,
        Row::Payment(payment),
    );
    is(
        r#"{"op":"remove","table":"payment","id":"00000000-0000-0000-0000-000000000001"}"#,
        Change::Remove {
            key: Key::Payment(PAYMENT),
        },
    );
}

#[test]
fn what_a_patient_owes_stays_as_it_was() {
    is(
        r#"{"balance":{"amount":30000,"day":"2026-08-01"},"band":"medium","plans":[{"plan":"00000000-0000-0000-0000-000000000003","presented":"2026-02-01","left":30000}]}"#,
        MoneyCare {
            balance: Some(Due {
                amount: Some(Cents(30_000)),
                day: date(2026, 8, 1),
            }),
            instalment: None,
            band: ExposureBand::Medium,
            plans: vec![PayablePlan {
                plan: PLAN,
                presented: Some(date(2026, 2, 1)),
                left: Cents(30_000),
            }],
        },
    );
}

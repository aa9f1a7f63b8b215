//! A frozen sample of what the server answers about the books: a device of yesterday's program reads it.

use app_domain::care::Due;
use app_domain::id::PlanId;
use app_domain::money::Cents;
use app_domain::money::aging::Aging;
use app_domain::money::ledger::CycleState;
use app_domain::money::statement::{
    ActRow, CycleStatement, InstalmentRow, OwedFor, PayerStatement, PaymentRow, Source, Statement,
};
use app_sync::statement::{StatementAnswer, StatementRequest};
use jiff::civil::date;
use uuid::Uuid;

use crate::practice::{MONDAY, patient_id};
use crate::wire::is;

#[test]
fn what_is_asked_and_answered_stays_as_it_was() {
    is(
        r#"{"patient":"00000000-0000-0003-0000-000000000001"}"#,
        StatementRequest {
            patient: patient_id(1),
        },
    );
    let due = |cents| {
        Some(Due {
            amount: Some(Cents(cents)),
            day: date(2026, 10, 1),
        })
    };
    let cycle = CycleStatement {
        plan: Some(PlanId(Uuid::from_u128(3))),
        presented: Some(date(2026, 9, 12)),
        state: CycleState::Finished,
        done: vec![ActRow {
            day: date(2026, 10, 1),
            price: Cents(50_000),
            discount: Cents(1_000),
        }],
        cost: Cents(49_000),
        payments: vec![PaymentRow {
            day: date(2026, 10, 20),
            amount: Cents(9_000),
            source: Source::Here,
        }],
        paid: Cents(9_000),
        instalments: vec![InstalmentRow {
            number: 1,
            due: date(2026, 10, 1),
            amount: Cents(10_000),
            paid: Cents(9_000),
            days_late: Some(53),
            put_off_from: None,
        }],
        agreed: Cents(10_000),
        owed: Cents(40_000),
        remaining: Cents(1_000),
        uncovered: Cents(39_000),
        overdue: due(1_000),
    };
    let statement = Statement {
        patient: patient_id(1),
        as_of: MONDAY,
        cycles: vec![cycle],
        uncovered: Cents(39_000),
        balance: due(39_000),
        overdue: due(1_000),
        payer: PayerStatement {
            payer: patient_id(1),
            people: vec![OwedFor {
                patient: patient_id(1),
                owed: Cents(40_000),
            }],
            owed: Cents(40_000),
            aging: Aging {
                buckets: [Cents(0), Cents(40_000), Cents(0), Cents(0)],
                not_yet_due: Cents(0),
                credit: Cents(0),
            },
        },
    };
    is(
        r#"{"statement":{"patient":"00000000-0000-0003-0000-000000000001","as_of":"2026-11-23","cycles":[{"plan":"00000000-0000-0000-0000-000000000003","presented":"2026-09-12","state":"finished","done":[{"day":"2026-10-01","price":50000,"discount":1000}],"cost":49000,"payments":[{"day":"2026-10-20","amount":9000,"source":"here"}],"paid":9000,"instalments":[{"number":1,"due":"2026-10-01","amount":10000,"paid":9000,"days_late":53}],"agreed":10000,"owed":40000,"remaining":1000,"uncovered":39000,"overdue":{"amount":1000,"day":"2026-10-01"}}],"uncovered":39000,"balance":{"amount":39000,"day":"2026-10-01"},"overdue":{"amount":1000,"day":"2026-10-01"},"payer":{"payer":"00000000-0000-0003-0000-000000000001","people":[{"patient":"00000000-0000-0003-0000-000000000001","owed":40000}],"owed":40000,"aging":{"buckets":[0,40000,0,0],"not_yet_due":0,"credit":0}}},"people":[]}"#,
        StatementAnswer {
            statement,
            people: Vec::new(),
        },
    );
}

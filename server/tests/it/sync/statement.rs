//! The rows behind a patient's figures of money: for who sees payments, and the same as the list.

use app_domain::id::PatientId;
use app_domain::money::Cents;
use app_domain::money::ledger::CycleState;
use app_domain::money::statement::{Source, Statement};
use app_domain::role::Role;
use app_domain::rows::Rows as _;
use app_sync::statement::{StatementAnswer, StatementRequest};
use app_sync::wire::MutationResult;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use jiff::civil::date;
use uuid::Uuid;

use super::live::Live;
use super::payments::{LEDGER, PLAN, balance, pays, record, served};
use crate::app::{Answer, Browser, HOST};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{ANNA, BRUNO, CARLA, TODAY};

on_both_engines!(
    rows_are_for_who_sees_payments_and_nobody_else_learns_that_there_are_any,
    the_rows_say_what_the_list_says_and_follow_a_payment,
);

async fn post(browser: &mut Browser, body: String) -> Answer {
    let request = Request::post("/sync/statement")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "application/json");
    browser
        .send(request.body(Body::from(body)).expect("a request"))
        .await
}

fn about(patient: PatientId) -> String {
    serde_json::to_string(&StatementRequest { patient }).expect("a question")
}

pub(super) async fn ask(browser: &mut Browser, patient: PatientId) -> StatementAnswer {
    let answer = post(browser, about(patient)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    for clinical in ["OTT", "Otturazion", "\"14\"", "VIS"] {
        assert!(!answer.body.contains(clinical), "{clinical}: {}", answer.body);
    }
    serde_json::from_str(&answer.body).expect("an answer")
}

async fn rows_are_for_who_sees_payments_and_nobody_else_learns_that_there_are_any(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let nobody = PatientId(Uuid::from_u128(9));
    for role in Role::ALL {
        let login = format!("r-{}", role.code().to_lowercase());
        live.app.add(&login, &[role]).await;
        let mut browser = live.app.signed_in(&login).await;
        let sees = matches!(role, Role::FrontDesk | Role::OfficeManager | Role::Owner);
        let expected = if sees {
            StatusCode::OK
        } else {
            StatusCode::NOT_FOUND
        };
        for patient in [ANNA, BRUNO, CARLA] {
            let answer = post(&mut browser, about(patient)).await;
            assert_eq!(answer.status, expected, "{role:?}: {}", answer.body);
        }
        let unknown = post(&mut browser, about(nobody)).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{role:?}");
        let junk = post(&mut browser, r#"{"patient":"anna"}"#.to_owned()).await;
        let expected = if sees {
            StatusCode::BAD_REQUEST
        } else {
            StatusCode::NOT_FOUND
        };
        assert_eq!(junk.status, expected, "{role:?}");
        if sees {
            // What the role does not see of a patient is not told beside the amounts either.
            let answer = ask(&mut browser, ANNA).await;
            let is_owner = role == Role::Owner;
            let without = answer.people.iter().all(|patient| patient.contacts.is_none());
            assert_eq!(without, is_owner, "{role:?}");
        }
    }
}

/// What the list is told of a patient.
fn amounts(statement: &Statement) -> (Option<Cents>, Option<Cents>) {
    let amount = |due: Option<app_domain::care::Due>| due.and_then(|due| due.amount);
    (amount(statement.balance), amount(statement.overdue))
}

async fn the_rows_say_what_the_list_says_and_follow_a_payment(database: Database) {
    let live: Live = served(&database, &[LEDGER]).await;
    let mut sara = live.device("sara", 1).await;
    for patient in [ANNA, BRUNO, CARLA] {
        let statement = ask(&mut sara.browser, patient).await.statement;
        assert_eq!(statement.as_of, TODAY);
        assert_eq!(amounts(&statement), (balance(sara.rows.care(patient)), None));
        let sum: Cents = statement.cycles.iter().map(|cycle| cycle.owed).sum();
        assert_eq!(statement.balance.and_then(|due| due.amount), Some(sum));
        // Anna pays for all three.
        assert_eq!(statement.payer.payer, ANNA);
        assert_eq!(statement.payer.owed, Cents(65_000));
        assert_eq!(statement.payer.aging.buckets, [0, 65_000, 0, 0].map(Cents));
        let people: Vec<_> = statement.payer.people.iter().map(|one| one.patient).collect();
        assert_eq!(people, [ANNA, BRUNO, CARLA]);
    }

    let mut part = pays(1);
    part.amount = Cents(20_000);
    sara.push([(1, record(part))]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    let StatementAnswer { statement, people } = ask(&mut sara.browser, ANNA).await;
    assert_eq!(people.len(), 3);
    let [cycle] = &statement.cycles[..] else {
        panic!("one plan and nothing else: {statement:?}")
    };
    assert_eq!((cycle.plan, cycle.state), (Some(PLAN), CycleState::Finished));
    assert_eq!(cycle.presented, Some(date(2026, 9, 12)));
    let done: Vec<_> = cycle.done.iter().map(|act| (act.day, act.price)).collect();
    assert_eq!(done, [(date(2026, 10, 1), Cents(50_000))]);
    let paid: Vec<_> = cycle
        .payments
        .iter()
        .map(|row| (row.day, row.amount, row.source))
        .collect();
    assert_eq!(paid, [(date(2026, 10, 20), Cents(20_000), Source::Here)]);
    assert_eq!(amounts(&statement), (Some(Cents(30_000)), None));
    assert_eq!(statement.payer.owed, Cents(45_000));
}

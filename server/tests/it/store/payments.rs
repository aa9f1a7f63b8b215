//! Entries of the books come back as they were made, and none of them is ever edited.

use std::collections::BTreeMap;

use app_domain::care::{Care, HygieneCare};
use app_domain::id::{PatientId, PaymentId, PlanId};
use app_domain::money::Cents;
use app_domain::payments::{PaymentEntry, RecordedPayment, SHOWN_DAYS};
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Instant;
use jiff::ToSpan as _;
use jiff::civil::date;
use server::store::StoreError;
use server::store::care::replace_cares;
use server::store::change::{write_change, write_changes};
use server::store::payment::{recorded_payments, recorded_payments_of};
use server::store::refused::Constraint;
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{ANNA, BRUNO, CARLA, PRACTICE, SARA, TODAY, WINDOW_FROM, at, fill, put};

super::on_both_engines!(
    every_entry_comes_back_to_the_devices_that_know_its_patient,
    an_entry_is_there_once_and_is_never_edited,
    an_entry_is_taken_back_once,
    a_plan_is_the_patients_own,
    what_takes_back_is_written_after_what_it_takes_back,
    entries_of_long_ago_stay_at_home,
);

/// Bruno's.
const PLAN: PlanId = PlanId(Uuid::from_u128(0x71));

const LEDGER: &str = "
    INSERT INTO plan (practice_id, id, code, patient_id, clinician_id, title, signed, presented, state) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000071', 'PC1',
         '00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000021', 'Protesi fissa',
         '2026-11-10', '2026-11-12', 'active');";

fn id(number: u128) -> PaymentId {
    PaymentId(Uuid::from_u128(number))
}

/// Bruno pays for his plan.
fn payment(number: u128) -> RecordedPayment {
    RecordedPayment {
        id: id(number),
        patient: BRUNO,
        plan: Some(PLAN),
        day: date(2026, 11, 20),
        amount: Cents(12_050),
        entry: PaymentEntry::Payment,
        by: SARA,
        at: at(9, 0),
    }
}

fn refund(number: u128) -> RecordedPayment {
    RecordedPayment {
        plan: None,
        amount: Cents(-2_000),
        entry: PaymentEntry::Refund {
            reason: "pagato due volte".into(),
        },
        at: at(9, 1),
        ..payment(number)
    }
}

fn correction(number: u128, of: u128) -> RecordedPayment {
    RecordedPayment {
        day: TODAY,
        amount: Cents(-12_050),
        entry: PaymentEntry::Correction {
            of: id(of),
            reason: "importo sbagliato".into(),
        },
        at: at(9, 2),
        ..payment(number)
    }
}

async fn filled(database: &Database, patients: &[PatientId]) {
    fill(&database.store).await;
    database.run(LEDGER).await.expect("a plan");
    let care = |patient| Care {
        patient,
        episodes: Vec::new(),
        closed_episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: None,
        missed: Vec::new(),
        last_visit_done: None,
    };
    let cares: BTreeMap<PatientId, Care> = patients.iter().map(|id| (*id, care(*id))).collect();
    let mut tx = database.store.begin().await.expect("a transaction");
    replace_cares(&mut tx, PRACTICE, TODAY, WINDOW_FROM, &cares)
        .await
        .expect("digests");
    tx.commit().await.expect("a commit");
}

/// The entries that the devices know.
async fn on_devices(database: &Database) -> Vec<RecordedPayment> {
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    truth.rows().payments().cloned().collect()
}

/// What the database says to one more entry.
async fn constraint(database: &Database, payment: RecordedPayment) -> Option<Constraint> {
    let mut tx = database.store.begin().await.expect("a transaction");
    let change = Change::Put {
        row: Row::Payment(payment),
    };
    let error: StoreError = write_change(&mut tx, PRACTICE, &change)
        .await
        .expect_err("it is not taken");
    error.constraint()
}

async fn every_entry_comes_back_to_the_devices_that_know_its_patient(database: Database) {
    filled(&database, &[ANNA, BRUNO]).await;
    let of_carla = RecordedPayment {
        patient: CARLA,
        plan: None,
        ..payment(4)
    };
    let waiver = RecordedPayment {
        amount: Cents(500),
        entry: PaymentEntry::Waiver {
            reason: "sconto promesso".into(),
        },
        ..payment(5)
    };
    let takes_it_back = RecordedPayment {
        amount: Cents(-500),
        ..correction(6, 5)
    };
    let made = [payment(1), refund(2), correction(3, 1), waiver, takes_it_back];
    put(&database.store, made.clone().map(Row::Payment)).await;
    put(&database.store, [Row::Payment(of_carla.clone())]).await;
    assert_eq!(on_devices(&database).await, made);
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let of_bruno = recorded_payments_of(&mut tx, PRACTICE, BRUNO, at(0, 0)).await;
    assert_eq!(of_bruno.expect("entries"), made);
    let all = recorded_payments(&mut tx, PRACTICE).await.expect("entries");
    assert_eq!(all.len(), 6);
    assert!(all.contains(&of_carla));
    // What takes a waiver back is no more money than the waiver was.
    let waived = "SELECT count(*) FROM recorded_payment WHERE is_waiver";
    assert_eq!(database.number(waived).await, 2);
}

async fn an_entry_is_there_once_and_is_never_edited(database: Database) {
    filled(&database, &[BRUNO]).await;
    put(&database.store, [Row::Payment(payment(1))]).await;
    put(&database.store, [Row::Payment(payment(1))]).await;
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 1);
    let other = RecordedPayment {
        amount: Cents(12_000),
        ..payment(1)
    };
    assert_eq!(constraint(&database, other).await, Some(Constraint::Unique));
    assert_eq!(on_devices(&database).await, [payment(1)]);
    let mut tx = database.store.begin().await.expect("a transaction");
    let gone = Change::Remove {
        key: Key::Payment(id(1)),
    };
    let kept = write_change(&mut tx, PRACTICE, &gone).await;
    assert!(matches!(kept, Err(StoreError::Kept(_))), "{kept:?}");
}

async fn an_entry_is_taken_back_once(database: Database) {
    filled(&database, &[BRUNO]).await;
    put(&database.store, [payment(1), correction(2, 1)].map(Row::Payment)).await;
    let again = constraint(&database, correction(3, 1)).await;
    assert_eq!(again, Some(Constraint::Unique));
    let of_nothing = constraint(&database, correction(3, 9)).await;
    assert_eq!(of_nothing, Some(Constraint::Reference));
}

async fn a_plan_is_the_patients_own(database: Database) {
    filled(&database, &[ANNA, BRUNO]).await;
    let of_anna = RecordedPayment {
        patient: ANNA,
        ..payment(1)
    };
    assert_eq!(constraint(&database, of_anna).await, Some(Constraint::Reference));
    let of_nobody = RecordedPayment {
        plan: Some(PlanId(Uuid::from_u128(0x79))),
        ..payment(1)
    };
    assert_eq!(
        constraint(&database, of_nobody).await,
        Some(Constraint::Reference)
    );
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 0);
}

async fn what_takes_back_is_written_after_what_it_takes_back(database: Database) {
    filled(&database, &[BRUNO]).await;
    let changes = [correction(1, 2), payment(2)].map(|payment| Change::Put {
        row: Row::Payment(payment),
    });
    let mut tx = database.store.begin().await.expect("a transaction");
    write_changes(&mut tx, PRACTICE, &changes).await.expect("both");
    tx.commit().await.expect("a commit");
    assert_eq!(on_devices(&database).await, [correction(1, 2), payment(2)]);
}

async fn entries_of_long_ago_stay_at_home(database: Database) {
    filled(&database, &[BRUNO]).await;
    let first = WINDOW_FROM.saturating_sub(SHOWN_DAYS.days());
    let shown = RecordedPayment {
        at: Instant::from_civil(first.at(0, 0, 0, 0)),
        ..payment(1)
    };
    let older = RecordedPayment {
        at: Instant(shown.at.0 - 1),
        ..payment(2)
    };
    put(&database.store, [shown.clone(), older].map(Row::Payment)).await;
    assert_eq!(on_devices(&database).await, [shown]);
}

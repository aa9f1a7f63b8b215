//! A payment is recorded once, and closes a reason to call about money on every screen in one step; figures and exports
//! count it.

use app_domain::agenda::Mark;
use app_domain::care::Care;
use app_domain::command::Command;
use app_domain::id::{PaymentId, PlanId};
use app_domain::indicators::{Formula, Value};
use app_domain::money::Cents;
use app_domain::payments::{NewPayment, PaymentEntry};
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row, Rows as _};
use app_sync::wire::MutationResult;
use jiff::civil::{Date, date};
use server::calls_command::list_at;
use server::export::files;
use server::figures_command::figures_at;
use server::store::Store;
use server::store::payment::recorded_payments;
use server::sync::day;
use uuid::Uuid;

use super::live::{Live, mark};
use crate::app::TestApp;
use crate::export::{take_over, the_practice};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{ANNA, BRUNO, CARLA, PRACTICE, TODAY, VISIT, at, fill, now};

on_both_engines!(
    a_payment_closes_the_reason_on_every_screen_in_one_step,
    a_payment_given_twice_is_one_payment,
    a_correction_opens_the_reason_again_and_is_made_once,
    who_comes_to_owe_is_brought_to_the_devices,
    what_follows_a_payment_in_a_batch_is_written_too,
    a_plan_of_somebody_else_is_refused_and_nothing_is_written,
    figures_and_exports_count_what_was_recorded,
);

/// Anna's, finished.
pub(super) const PLAN: PlanId = PlanId(Uuid::from_u128(0x71));

/// Anna pays for all three, and owes €500.00 for her plan, €100.00 for Bruno and €50.00 for Carla, all of October.
pub(super) const LEDGER: &str = "
    UPDATE patient SET payer_id = '00000000-0000-0000-0000-000000000051'
        WHERE id = '00000000-0000-0000-0000-000000000053';
    INSERT INTO plan (practice_id, id, code, patient_id, clinician_id, title, signed, presented, state) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000071', 'PC1',
         '00000000-0000-0000-0000-000000000051', '00000000-0000-0000-0000-000000000021', 'Otturazioni',
         '2026-09-10', '2026-09-12', 'finished');
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000081', 'A1',
         '00000000-0000-0000-0000-000000000051', '00000000-0000-0000-0000-000000000071', 1, 'OTT', 'Otturazione', '14',
         '00000000-0000-0000-0000-000000000021', '2026-10-01', 50000, 0, 'accepted'),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', 'A2',
         '00000000-0000-0000-0000-000000000052', NULL, NULL, 'VIS', '', '', NULL, '2026-10-06', 10000, 0, NULL),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000083', 'A3',
         '00000000-0000-0000-0000-000000000053', NULL, NULL, 'VIS', '', '', NULL, '2026-10-06', 5000, 0, NULL);";

/// All of it is paid already, as the former program said.
const PAID: &str = "
    INSERT INTO payment (practice_id, id, code, patient_id, plan_id, day, amount_cents, method) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000091', 'Q1',
         '00000000-0000-0000-0000-000000000051', NULL, '2026-10-07', 65000, 'Carta');";

const OCTOBER: Date = date(2026, 10, 20);

pub(super) fn id(number: u128) -> PaymentId {
    PaymentId(Uuid::from_u128(number))
}

/// Anna pays everything that she owes.
pub(super) fn pays(number: u128) -> NewPayment {
    NewPayment {
        payment: id(number),
        patient: ANNA,
        plan: Some(PLAN),
        day: OCTOBER,
        amount: Cents(65_000),
        entry: PaymentEntry::Payment,
    }
}

/// Anna is let off so many cents.
pub(super) fn waives(number: u128, cents: i64) -> NewPayment {
    NewPayment {
        amount: Cents(cents),
        entry: PaymentEntry::Waiver {
            reason: "sconto promesso".into(),
        },
        ..pays(number)
    }
}

pub(super) fn record(wanted: NewPayment) -> Command {
    Command::RecordPayment(wanted)
}

fn corrects(number: u128, of: u128) -> Command {
    record(NewPayment {
        day: TODAY,
        entry: PaymentEntry::Correction {
            of: id(of),
            reason: "importo sbagliato".into(),
        },
        ..pays(number)
    })
}

/// The practice with its books, served, with the day turned.
pub(super) async fn served(database: &Database, books: &[&'static str]) -> Live {
    fill(&database.store).await;
    for sql in books {
        database.run(sql).await.expect("books");
    }
    day::turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let before = TestApp::over(database.store.clone()).await;
    before.add("sara", &[Role::FrontDesk]).await;
    before.add("marta", &[Role::FrontDesk]).await;
    before.add("teresa", &[Role::Dentist]).await;
    before.add("rita", &[Role::RemoteSecretary]).await;
    before.add("olga", &[Role::OfficeManager]).await;
    before.state.sync.stop().await;
    Live::again(database.store.clone()).await
}

/// What the patient owes of finished care, as a device knows it.
pub(super) fn balance(care: Option<&Care>) -> Option<Cents> {
    care?.money.as_ref()?.balance?.amount
}

/// Codes of the patients who are to be called about money, from the whole history.
async fn called_about_money(store: &Store) -> Vec<String> {
    let practice = the_practice(store).await;
    let list = list_at(store, practice, now()).await.expect("a list");
    let is_money = |name: &str| matches!(name, "balance" | "instalment");
    let listed = list
        .listed
        .iter()
        .filter(|row| row.reasons.iter().any(|reason| is_money(reason.kind().name())));
    let mut codes: Vec<String> = listed.map(|row| row.patient.clone()).collect();
    codes.sort();
    codes
}

async fn a_payment_closes_the_reason_on_every_screen_in_one_step(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    let (mut teresa, mut rita) = (live.device("teresa", 3).await, live.device("rita", 4).await);
    assert_eq!(balance(marta.rows.care(ANNA)), Some(Cents(50_000)));
    assert_eq!(balance(marta.rows.care(BRUNO)), Some(Cents(10_000)));
    let of_anna = marta.rows.care(ANNA).expect("a digest").money.as_ref();
    assert_eq!(of_anna.expect("what is due").plans[0].left, Cents(50_000));
    assert_eq!(called_about_money(&database.store).await, ["P1", "P3"]);
    let head = database.store.head(PRACTICE).await.expect("a head").seq;

    sara.push([(1, record(pays(1)))]).await;
    let changes = marta.changes().await;
    let keys: Vec<Key> = changes.iter().map(Change::key).collect();
    assert_eq!(keys[0], Key::Payment(id(1)));
    for patient in [ANNA, BRUNO, CARLA] {
        assert!(keys.contains(&Key::Care(patient)), "{keys:?}");
        assert_eq!(balance(marta.rows.care(patient)), None);
    }
    assert_eq!(
        database.store.head(PRACTICE).await.expect("a head").seq,
        head + 1,
        "one step"
    );
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    sara.delta().await;
    assert_eq!(sara.rows, marta.rows);
    assert_eq!(called_about_money(&database.store).await, Vec::<String>::new());

    // Who knows only whether something is due is told that nothing is; and no one of them sees the entry.
    let seen: Vec<Key> = rita.changes().await.iter().map(Change::key).collect();
    assert!(seen.iter().all(|key| matches!(key, Key::Care(_))), "{seen:?}");
    let money = rita.rows.care(ANNA).expect("a digest").money.as_ref();
    assert_eq!(money.expect("yes or no").balance, None);
    let seen: Vec<Key> = teresa.changes().await.iter().map(Change::key).collect();
    assert!(seen.iter().all(|key| matches!(key, Key::Care(_))), "{seen:?}");
    assert_eq!(teresa.rows.care(ANNA).expect("a digest").money, None);

    // What the database holds is what the devices were told: a device that comes now sees the same.
    let late = live.device("marta", 5).await;
    assert_eq!(late.rows, marta.rows);
}

async fn a_payment_given_twice_is_one_payment(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    sara.push([(1, record(pays(1))), (2, record(pays(1)))]).await;
    let expected = [(1, MutationResult::Ok), (2, MutationResult::Ok)];
    assert_eq!(sara.results(2).await, expected);
    sara.push([(3, record(pays(1)))]).await;
    assert_eq!(sara.result().await, (3, MutationResult::Ok));
    let refused = MutationResult::Refused {
        refusal: Refusal::AlreadyRecorded,
    };
    marta.push([(1, record(pays(1)))]).await;
    assert_eq!(marta.result().await, (1, refused));
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 1);
}

async fn a_correction_opens_the_reason_again_and_is_made_once(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    sara.push([(1, record(pays(1)))]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    marta.changes().await;
    tokio::join!(
        sara.push([(2, corrects(2, 1))]),
        marta.push([(1, corrects(3, 1))])
    );
    let (of_sara, of_marta) = tokio::join!(sara.result(), marta.result());
    let refused = [of_sara.1, of_marta.1]
        .into_iter()
        .filter(|result| {
            matches!(
                result,
                MutationResult::Refused {
                    refusal: Refusal::Settled { .. }
                }
            )
        })
        .count();
    assert_eq!(refused, 1, "of two the second is told who was first");
    while balance(marta.rows.care(ANNA)).is_none() {
        marta.delta().await;
    }
    assert_eq!(balance(marta.rows.care(ANNA)), Some(Cents(50_000)));
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 2);
    let taken_back = "SELECT count(*) FROM payment WHERE amount_cents = -65000";
    assert_eq!(database.number(taken_back).await, 1);
    assert_eq!(called_about_money(&database.store).await, ["P1", "P3"]);
}

async fn who_comes_to_owe_is_brought_to_the_devices(database: Database) {
    let live = served(&database, &[LEDGER, PAID]).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    assert!(marta.rows.patient(CARLA).is_none() && marta.rows.care(CARLA).is_none());
    let refund = NewPayment {
        plan: None,
        day: TODAY,
        entry: PaymentEntry::Refund {
            reason: "bonifico tornato indietro".into(),
        },
        ..pays(1)
    };
    sara.push([(1, record(refund))]).await;
    let changes = marta.changes().await;
    assert!(
        changes
            .iter()
            .any(|change| matches!(change, Change::Put { row: Row::Patient(carla) } if carla.id == CARLA)),
        "{changes:?}"
    );
    assert_eq!(balance(marta.rows.care(CARLA)), Some(Cents(5_000)));
    let late = live.device("marta", 3).await;
    assert_eq!(late.rows, marta.rows);
}

async fn what_follows_a_payment_in_a_batch_is_written_too(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let mut sara = live.device("sara", 1).await;
    let head = database.store.head(PRACTICE).await.expect("a head").seq;
    sara.push([
        (1, record(pays(1))),
        (2, mark(VISIT, Mark::Arrived)),
        (3, corrects(2, 1)),
        (4, corrects(3, 1)),
    ])
    .await;
    let results = sara.results(4).await;
    let twice = Refusal::Settled {
        by: sara
            .rows
            .members()
            .find(|one| one.name.ends_with("sara"))
            .expect("herself")
            .id,
        at: at(9, 30),
    };
    assert_eq!(
        results,
        [
            (1, MutationResult::Ok),
            (2, MutationResult::Ok),
            (3, MutationResult::Ok),
            (4, MutationResult::Refused { refusal: twice }),
        ]
    );
    assert_eq!(database.store.head(PRACTICE).await.expect("a head").seq, head + 3);
}

async fn a_plan_of_somebody_else_is_refused_and_nothing_is_written(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let mut sara = live.device("sara", 1).await;
    let wanted = NewPayment {
        patient: BRUNO,
        ..pays(1)
    };
    sara.push([(1, record(wanted)), (2, mark(VISIT, Mark::Arrived))])
        .await;
    let refused = MutationResult::Refused {
        refusal: Refusal::NotFound,
    };
    assert_eq!(
        sara.results(2).await,
        [(1, refused), (2, MutationResult::Ok)],
        "what follows is done all the same"
    );
    assert_eq!(database.number("SELECT count(*) FROM payment").await, 0);
}

/// Collected in October, and the exposure of now.
async fn money(store: &Store) -> (Value, Cents) {
    let practice = the_practice(store).await;
    let figures = figures_at(store, practice, now()).await.expect("figures").figures;
    let october = figures.months.last().expect("twelve months");
    assert_eq!(october.period.from, date(2026, 10, 1));
    let collected = october.indicator(Formula::Collected).expect("an indicator");
    (collected.value, figures.exposure.total)
}

async fn figures_and_exports_count_what_was_recorded(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let mut sara = live.device("sara", 1).await;
    let nothing = Value::Amount {
        cents: Cents(0),
        rows: 0,
    };
    assert_eq!(money(&database.store).await, (nothing, Cents(65_000)));
    let part = |number, amount| {
        record(NewPayment {
            amount: Cents(amount),
            ..pays(number)
        })
    };
    sara.push([
        (1, part(1, 40_000)),
        (2, part(2, 65_000)),
        (3, corrects(3, 2)),
        (
            4,
            record(NewPayment {
                amount: Cents(1_000),
                entry: PaymentEntry::Refund {
                    reason: "resto sbagliato".into(),
                },
                ..pays(4)
            }),
        ),
        (5, record(waives(5, 500))),
    ])
    .await;
    let results = sara.results(5).await;
    assert!(
        results.iter().all(|(_, result)| *result == MutationResult::Ok),
        "{results:?}"
    );
    let counted = money(&database.store).await;
    let collected = Value::Amount {
        cents: Cents(104_000),
        rows: 3,
    };
    // The correction is of today: October stays as it was counted, the exposure does not. What was waived came in from nobody.
    assert_eq!(counted, (collected, Cents(25_500)));

    let exported = files(&database.store, PRACTICE).await.expect("an export");
    let copy = Database::sqlite().await;
    let report = take_over(&copy.store, &exported).await;
    let skipped: usize = report.tables.iter().map(|table| table.skipped).sum();
    assert_eq!(skipped, 0, "{}", report.summary());
    assert_eq!(
        take_over(&copy.store, &exported).await.changes(),
        0,
        "twice is once"
    );
    assert_eq!(money(&copy.store).await, counted);
    assert_eq!(
        called_about_money(&copy.store).await,
        called_about_money(&database.store).await
    );
    let entries = async |store: &Store| {
        let practice = the_practice(store).await;
        let mut tx = store.db().begin_read().await.expect("a transaction");
        recorded_payments(&mut tx, practice).await.expect("entries")
    };
    let is = entries(&copy.store).await;
    assert_eq!(is, entries(&database.store).await);
    assert_eq!(is.len(), 5);
}

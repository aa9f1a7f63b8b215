//! Search over everybody: what each role finds, and what is found after a change.

use app_domain::agenda::AppointmentKind;
use app_domain::command::{Booking, Command};
use app_domain::id::{AppointmentId, PatientId};
use app_domain::patient::{Patient, PatientField};
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_sync::search::{SearchAnswer, SearchRequest};
use app_sync::wire::MutationResult;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use server::store::change::write_change;
use server::store::log::{append_system, begin_epoch, fresh_epoch, lock_head};
use uuid::Uuid;

use super::live::Live;
use crate::app::{Answer, Browser, HOST};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{ANNA, BLUE, BRUNO, CARLA, DENTIST, PRACTICE, TODAY, at, patient, place};

on_both_engines!(
    patients_whom_no_device_holds_are_found_and_only_by_what_the_role_sees,
    a_change_is_found_as_soon_as_it_is_answered,
    what_another_process_writes_is_found,
    an_import_is_found_and_what_it_has_replaced_is_not,
    who_is_brought_is_known_to_every_device_and_can_be_booked,
    the_owner_brings_nobody,
);

async fn post(browser: &mut Browser, body: String) -> Answer {
    let request = Request::post("/sync/search")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "application/json");
    browser
        .send(request.body(Body::from(body)).expect("a request"))
        .await
}

/// The answer, once the index is there.
async fn ask(browser: &mut Browser, asked: &SearchRequest) -> SearchAnswer {
    loop {
        let answer = post(browser, serde_json::to_string(asked).expect("a question")).await;
        if answer.status != StatusCode::SERVICE_UNAVAILABLE {
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            assert_eq!(answer.header("cache-control"), "no-store");
            return serde_json::from_str(&answer.body).expect("an answer");
        }
        tokio::task::yield_now().await;
    }
}

async fn found(browser: &mut Browser, typed: &str) -> Vec<PatientId> {
    let answer = ask(browser, &SearchRequest::Query(typed.into())).await;
    answer.patients.into_iter().map(|patient| patient.id).collect()
}

async fn patients_whom_no_device_holds_are_found_and_only_by_what_the_role_sees(database: Database) {
    let live = Live::over(&database).await;
    database
        .run("UPDATE patient SET tax_code = 'BNCCRL80B69D150X' WHERE name = 'Carla'")
        .await
        .expect("a tax code");
    let live = Live::again(live.app.state.store.clone()).await;
    for role in Role::ALL {
        let login = format!("r-{}", role.code().to_lowercase());
        live.app.add(&login, &[role]).await;
        let mut browser = live.app.signed_in(&login).await;
        assert_eq!(
            found(&mut browser, "bianchi").await,
            [ANNA, BRUNO, CARLA],
            "{role:?}"
        );
        assert_eq!(found(&mut browser, "carla bia").await, [CARLA], "{role:?}");
        let narrow = matches!(role, Role::OfficeManager | Role::Owner);
        let whole = |ids: &[PatientId]| if narrow { Vec::new() } else { ids.to_vec() };
        let all = whole(&[ANNA, BRUNO, CARLA]);
        assert_eq!(found(&mut browser, "29/02/1980").await, all, "{role:?}");
        assert_eq!(found(&mut browser, "29 febbraio 80").await, all, "{role:?}");
        assert_eq!(found(&mut browser, "bnccrl80").await, whole(&[CARLA]), "{role:?}");
        let by_number = found(&mut browser, "carla 333 123").await;
        let numbers = if role == Role::Owner { vec![] } else { vec![CARLA] };
        assert_eq!(by_number, numbers, "{role:?}");
        let asked = SearchRequest::Patient(CARLA);
        let [ref carla] = ask(&mut browser, &asked).await.patients[..] else {
            panic!("{role:?} may know of everybody")
        };
        assert_eq!(carla.born.is_none(), narrow, "{role:?}");
        assert_eq!(carla.contacts.is_none(), role == Role::Owner, "{role:?}");
    }
}

async fn a_change_is_found_as_soon_as_it_is_answered(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    assert_eq!(found(&mut sara.browser, "anna 3331234567").await, [ANNA]);
    let edit = Command::EditPatient {
        patient: ANNA,
        was: PatientField::Mobile(Some("+393331234567".into())),
        becomes: PatientField::Mobile(Some("+393475550128".into())),
    };
    sara.push([(1, edit)]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    assert_eq!(found(&mut sara.browser, "347 555").await, [ANNA]);
    assert_eq!(found(&mut sara.browser, "anna 3331234567").await, []);
}

fn renamed(name: &str) -> Change {
    let row = Row::Patient(Patient {
        surname: name.into(),
        ..patient(ANNA, "P1", "Anna")
    });
    Change::Put { row }
}

async fn what_another_process_writes_is_found(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    assert_eq!(found(&mut sara.browser, "verdi").await, []);
    let elsewhere = database.again().await;
    let mut tx = elsewhere.begin().await.expect("a transaction");
    write_change(&mut tx, PRACTICE, &renamed("Verdi"))
        .await
        .expect("a row");
    append_system(&mut tx, PRACTICE, at(9, 30), vec![renamed("Verdi")])
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
    live.app.state.sync.poke();
    sara.changes().await;
    assert_eq!(found(&mut sara.browser, "verdi").await, [ANNA]);
    assert_eq!(found(&mut sara.browser, "anna bianchi").await, []);
}

async fn an_import_is_found_and_what_it_has_replaced_is_not(database: Database) {
    const DARIO: PatientId = PatientId(Uuid::from_u128(0x54));
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    assert_eq!(found(&mut sara.browser, "anna").await, [ANNA]);
    let import = database.again().await;
    let mut tx = import.begin().await.expect("a transaction");
    lock_head(&mut tx, PRACTICE).await.expect("a head");
    for change in [
        renamed("Verdi"),
        Change::Put {
            row: Row::Patient(patient(DARIO, "P4", "Dario")),
        },
    ] {
        write_change(&mut tx, PRACTICE, &change)
            .await
            .expect("a row that no entry tells of");
    }
    begin_epoch(&mut tx, PRACTICE, fresh_epoch().expect("randomness"))
        .await
        .expect("another log");
    tx.commit().await.expect("a commit");
    live.app.state.sync.poke();
    assert_eq!(sara.next_or_end().await, None, "every socket is closed");
    assert_eq!(found(&mut sara.browser, "dario").await, [DARIO]);
    assert_eq!(found(&mut sara.browser, "verdi").await, [ANNA]);
    assert_eq!(found(&mut sara.browser, "anna bianchi").await, []);
}

#[tokio::test]
async fn what_cannot_be_searched_is_refused_and_nobody_searches_without_a_session() {
    // Its folder goes with it: it has to outlive the server.
    let database = Database::sqlite().await;
    let live = Live::over(&database).await;
    let mut sara = live.app.signed_in("sara").await;
    let long = format!(r#"{{"query":"{}"}}"#, "a".repeat(101));
    for body in [long.as_str(), "", "{}", r#"{"query":1}"#, r#"{"patient":"anna"}"#] {
        assert_eq!(
            post(&mut sara, body.to_owned()).await.status,
            StatusCode::BAD_REQUEST,
            "{body}"
        );
    }
    let mut nobody = live.app.browser();
    let answer = post(&mut nobody, r#"{"query":"anna"}"#.to_owned()).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

async fn who_is_brought_is_known_to_every_device_and_can_be_booked(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    let mut tablet = live.device("sara", 2).await;
    for _ in 0..2 {
        let answer = ask(&mut sara.browser, &SearchRequest::Bring(CARLA)).await;
        assert_eq!(answer.patients.len(), 1);
    }
    for device in [&mut sara, &mut tablet] {
        let keys: Vec<Key> = device.changes().await.iter().map(Change::key).collect();
        assert_eq!(keys, [Key::Patient(CARLA), Key::Care(CARLA)], "told once");
    }
    let booking = Booking {
        appointment: AppointmentId(Uuid::from_u128(0x77)),
        patient: CARLA,
        place: place(TODAY.at(15, 0, 0, 0), BLUE, DENTIST),
        kind: AppointmentKind::Examination,
        plan: None,
        overbooking: None,
        note: String::new(),
    };
    sara.push([(1, Command::BookAppointment(booking))]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
}

async fn the_owner_brings_nobody(database: Database) {
    let live = Live::over(&database).await;
    live.app.add("olga", &[Role::Owner]).await;
    let mut olga = live.app.signed_in("olga").await;
    let body = serde_json::to_string(&SearchRequest::Bring(CARLA)).expect("a question");
    assert_eq!(post(&mut olga, body).await.status, StatusCode::FORBIDDEN);
    let mut sara = live.app.signed_in("sara").await;
    let nobody = SearchRequest::Bring(PatientId(Uuid::from_u128(9)));
    let body = serde_json::to_string(&nobody).expect("a question");
    assert_eq!(post(&mut sara, body).await.status, StatusCode::NOT_FOUND);
}

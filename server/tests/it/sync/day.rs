//! The turn of the day.

use std::collections::BTreeSet;

use app_domain::calls::{Claim, Reason, ReasonKind, Recall, RecallRule};
use app_domain::id::PatientId;
use app_domain::practice::Member;
use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row, Rows as _};
use app_domain::time::{Instant, Now};
use app_sync::wire::Viewer;
use jiff::ToSpan as _;
use server::calls_command::list_at;
use server::clock::Clock;
use server::store::log::{begin_epoch, fresh_epoch};
use server::sync::SyncServer;
use server::sync::day::{Turn, turn};

use super::live::Live;
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{
    ANNA, BRUNO, CARLA, PAST, PRACTICE, SARA, SECOND, TODAY, VISIT, at, fill, now, put,
};

on_both_engines!(
    the_devices_know_those_who_have_a_visit_or_a_reason,
    a_day_is_turned_once,
    what_a_turn_changes_is_one_entry_of_the_log,
    after_an_import_a_turn_begins_another_log,
    devices_follow_the_turn,
    nobody_is_served_before_the_first_day_is_made,
    a_lease_that_holds_no_longer_goes_with_the_day,
    a_recall_set_by_hand_brings_its_patient_to_the_devices_when_it_is_due,
);

fn days_later(days: i32) -> Now {
    Now::at_civil(TODAY.saturating_add(days.days()).at(0, 0, 5, 0))
}

async fn known(database: &Database) -> BTreeSet<PatientId> {
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    let patient = |row: &Row| match row {
        Row::Patient(patient) => Some(patient.id),
        _ => None,
    };
    truth.rows().rows().filter_map(patient).collect()
}

async fn the_devices_know_those_who_have_a_visit_or_a_reason(database: Database) {
    fill(&database.store).await;
    assert_eq!(
        turn(&database.store, PRACTICE, now()).await.expect("a turn"),
        Turn::Done
    );
    assert_eq!(known(&database).await, [ANNA, BRUNO].into());
    // A visit that nobody closed is neither future nor missed: two weeks on nothing keeps the two on the devices.
    turn(&database.store, PRACTICE, days_later(14))
        .await
        .expect("a turn");
    assert_eq!(known(&database).await, BTreeSet::new());
}

async fn a_day_is_turned_once(database: Database) {
    fill(&database.store).await;
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let head = database.store.head(PRACTICE).await.expect("a head");
    let evening = Now::at_civil(TODAY.at(23, 59, 59, 0));
    assert_eq!(
        turn(&database.store, PRACTICE, evening).await.expect("a turn"),
        Turn::NotDue
    );
    assert_eq!(database.store.head(PRACTICE).await.expect("a head"), head);
}

async fn what_a_turn_changes_is_one_entry_of_the_log(database: Database) {
    fill(&database.store).await;
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let mut truth = database.store.truth(PRACTICE).await.expect("rows");
    assert_eq!(
        turn(&database.store, PRACTICE, days_later(8))
            .await
            .expect("a turn"),
        Turn::Done
    );
    let entries = database
        .store
        .log_after(PRACTICE, truth.head(), 9)
        .await
        .expect("entries");
    let [entry] = &entries[..] else {
        panic!("{entries:?}")
    };
    for gone in [
        Key::Appointment(VISIT),
        Key::Appointment(SECOND),
        Key::Patient(ANNA),
        Key::Care(BRUNO),
    ] {
        assert!(entry.changes.contains(&Change::Remove { key: gone }), "{gone:?}");
    }
    truth.commit(entry);
    let after = database.store.truth(PRACTICE).await.expect("rows");
    assert_eq!(
        truth.rows(),
        after.rows(),
        "whoever reads the entry knows what the database knows"
    );
    assert_eq!(truth.head(), after.head());
    assert_eq!(
        database.number("SELECT count(*) FROM appointment").await,
        3,
        "nothing is deleted"
    );
}

async fn after_an_import_a_turn_begins_another_log(database: Database) {
    fill(&database.store).await;
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let imported = fresh_epoch().expect("randomness");
    let mut tx = database.store.begin().await.expect("a transaction");
    begin_epoch(&mut tx, PRACTICE, imported)
        .await
        .expect("another log");
    tx.commit().await.expect("a commit");
    let before = database.store.head(PRACTICE).await.expect("a head");
    assert_eq!(
        turn(&database.store, PRACTICE, now()).await.expect("a turn"),
        Turn::Done
    );
    let after = database.store.head(PRACTICE).await.expect("a head");
    assert_ne!(
        before.epoch, after.epoch,
        "who has loaded the rows between loads them again"
    );
    assert_eq!(before.seq, after.seq);
}

async fn devices_follow_the_turn(database: Database) {
    let live = Live::over(&database).await;
    let mut sara = live.device("sara", 1).await;
    assert!(!sara.rows.rows().any(|row| row.key() == Key::Appointment(PAST)));
    live.app
        .hand
        .set(Instant::from_civil(TODAY.saturating_add(1.day()).at(0, 0, 1, 0)));
    live.app.state.sync.poke();
    let moved = |row: &Row| matches!(row, Row::Practice(row) if row.window_from.day() == 17);
    while !sara.rows.rows().any(moved) {
        sara.delta().await;
    }
}

async fn nobody_is_served_before_the_first_day_is_made(database: Database) {
    fill(&database.store).await;
    let (clock, _hand) = Clock::fixed(now().instant);
    let server = SyncServer::start(database.store.clone(), PRACTICE, clock)
        .await
        .expect("a server");
    let viewer = Viewer {
        practice: PRACTICE,
        member: Member {
            id: SARA,
            name: "Sara Bodini".to_owned(),
            roles: vec![Role::FrontDesk],
            clinician: None,
        },
        role: Role::FrontDesk,
    };
    let rows = server.snapshot(&viewer).rows;
    let known = rows.iter().filter(|row| matches!(row, Row::Patient(_))).count();
    assert_eq!(known, 2, "a visit is never shown without its patient");
    server.stop().await;
}

async fn a_lease_that_holds_no_longer_goes_with_the_day(database: Database) {
    fill(&database.store).await;
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let midnight = days_later(1).instant;
    let claim = |patient, until| Claim {
        patient,
        by: SARA,
        since: at(9, 0),
        until,
        taken: None,
    };
    let (over, held) = (claim(ANNA, at(9, 10)), claim(BRUNO, midnight.plus_minutes(5)));
    put(&database.store, [Row::Claim(over), Row::Claim(held.clone())]).await;
    turn(&database.store, PRACTICE, days_later(1))
        .await
        .expect("a turn");
    let entries = database.store.log_after(PRACTICE, 0, 9).await.expect("entries");
    let gone = Change::Remove {
        key: Key::Claim(ANNA),
    };
    assert!(
        entries.iter().any(|entry| entry.changes.contains(&gone)),
        "{entries:?}"
    );
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    assert_eq!(truth.rows().claim(BRUNO), Some(&held));
    assert_eq!(truth.rows().claim(ANNA), None);
}

async fn a_recall_set_by_hand_brings_its_patient_to_the_devices_when_it_is_due(database: Database) {
    fill(&database.store).await;
    let set = Recall {
        patient: CARLA,
        check: None,
        rule: RecallRule {
            interval_months: 6,
            fixed: Some(TODAY.saturating_add(21.days())),
            disabled_until: None,
        },
        by: SARA,
        at: at(8, 0),
    };
    put(&database.store, [Row::Recall(set)]).await;
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    assert_eq!(known(&database).await, [ANNA, BRUNO].into());
    let row = async |database: &Database| {
        let truth = database.store.truth(PRACTICE).await.expect("rows");
        truth.rows().recall(CARLA, None).copied()
    };
    assert_eq!(row(&database).await, None, "nothing of whom no device knows");
    // Fourteen days before it is due it is a reason to call, and its row goes with its patient.
    turn(&database.store, PRACTICE, days_later(7))
        .await
        .expect("a turn");
    assert!(known(&database).await.contains(&CARLA));
    assert_eq!(row(&database).await, Some(set));
    let list = list_at(&database.store, PRACTICE, days_later(7))
        .await
        .expect("a list");
    let reasons = list.listed.iter().filter(|row| row.patient == "P3");
    let kinds: Vec<_> = reasons.flat_map(|row| &row.reasons).map(Reason::kind).collect();
    assert_eq!(kinds, [ReasonKind::HygieneRecall]);
}

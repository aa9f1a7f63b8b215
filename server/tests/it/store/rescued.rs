//! Unsent work of programs that were too old is stored once, as it came.

use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_sync::server::Decided;
use app_sync::wire::{ClientId, Mid};
use server::store::mutation::insert_decided;
use server::store::rescued::{RescuedMutation, count_rescued, insert_rescued, rescued_mutations};
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{PRACTICE, SARA, at, fill};

super::on_both_engines!(
    it_comes_back_as_it_came,
    what_comes_again_changes_nothing,
    what_was_decided_is_not_kept_for_a_person,
);

const TABLET: ClientId = ClientId(Uuid::from_u128(0x91));

fn rescued(mid: u64, record: &str) -> RescuedMutation {
    RescuedMutation {
        member: SARA,
        role: Role::FrontDesk,
        client: TABLET,
        mid: Mid(mid),
        schema: 7,
        record: record.to_owned(),
        at: at(9, 30),
    }
}

async fn store(database: &Database, all: &[RescuedMutation]) {
    let mut tx = database.store.begin().await.expect("a transaction");
    for one in all {
        insert_rescued(&mut tx, PRACTICE, one).await.expect("stored");
    }
    tx.commit().await.expect("a commit");
}

async fn stored(database: &Database) -> Vec<RescuedMutation> {
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let all = rescued_mutations(&mut tx, PRACTICE).await.expect("records");
    assert_eq!(
        count_rescued(&mut tx, PRACTICE, SARA).await.expect("a count"),
        all.len()
    );
    all
}

async fn it_comes_back_as_it_came(database: Database) {
    fill(&database.store).await;
    let all = [rescued(2, r#"{"b": 1,  "a":"è"}"#), rescued(10, "no JSON at all")];
    store(&database, &all).await;
    assert_eq!(stored(&database).await, all);
}

async fn what_comes_again_changes_nothing(database: Database) {
    fill(&database.store).await;
    store(&database, &[rescued(1, "first")]).await;
    let later = RescuedMutation {
        at: at(10, 0),
        ..rescued(1, "second")
    };
    store(&database, &[later, rescued(2, "new")]).await;
    assert_eq!(stored(&database).await, [rescued(1, "first"), rescued(2, "new")]);
}

async fn what_was_decided_is_not_kept_for_a_person(database: Database) {
    fill(&database.store).await;
    let mut tx = database.store.begin().await.expect("a transaction");
    let decided = Decided {
        fingerprint: 1,
        refusal: Some(Refusal::NotFound),
    };
    insert_decided(&mut tx, PRACTICE, SARA, (TABLET, Mid(1)), &decided)
        .await
        .expect("decided");
    tx.commit().await.expect("a commit");
    store(&database, &[rescued(1, "decided"), rescued(2, "undecided")]).await;
    assert_eq!(stored(&database).await, [rescued(2, "undecided")]);
}

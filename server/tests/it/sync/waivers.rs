//! What is waived is owed no more, on every screen in one step; beyond the budget it waits for who may grant it.

use app_domain::command::Command;
use app_domain::id::ReviewId;
use app_domain::money::Cents;
use app_domain::refusal::Refusal;
use app_domain::review::{Decision, Device};
use app_domain::rows::Rows as _;
use app_sync::wire::MutationResult;
use uuid::Uuid;

use super::payments::{LEDGER, balance, id, record, served, waives};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::ANNA;

on_both_engines!(
    a_waiver_within_the_budget_lowers_what_is_owed_at_once,
    a_waiver_beyond_the_budget_waits_and_is_granted_with_its_digests,
);

const REVIEW: ReviewId = ReviewId(Uuid::from_u128(0x700));

async fn a_waiver_within_the_budget_lowers_what_is_owed_at_once(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let (mut sara, mut marta) = (live.device("sara", 1).await, live.device("marta", 2).await);
    assert_eq!(balance(marta.rows.care(ANNA)), Some(Cents(50_000)));
    sara.push([(1, record(waives(1, 500))), (2, record(waives(2, 1)))])
        .await;
    let beyond = MutationResult::Refused {
        // All of it is used up by the first.
        refusal: Refusal::BeyondBudget { most: Cents(0) },
    };
    assert_eq!(sara.results(2).await, [(1, MutationResult::Ok), (2, beyond)]);
    marta.changes().await;
    assert_eq!(balance(marta.rows.care(ANNA)), Some(Cents(49_500)));
}

async fn a_waiver_beyond_the_budget_waits_and_is_granted_with_its_digests(database: Database) {
    let live = served(&database, &[LEDGER]).await;
    let (mut sara, mut rita) = (live.device("sara", 1).await, live.device("rita", 2).await);
    let mut olga = live.device("olga", 3).await;
    let asks = Command::Ask {
        review: REVIEW,
        wish: Box::new(record(waives(1, 50_000))),
    };
    sara.push([(1, asks)]).await;
    assert_eq!(sara.result().await, (1, MutationResult::Ok));
    olga.changes().await;
    let review = olga.rows.review(REVIEW).expect("it waits");
    assert!(review.about.is_some() && review.is_open());
    assert_eq!(review.device, Device::Computer);
    assert_eq!(balance(olga.rows.care(ANNA)), Some(Cents(50_000)));
    // Who sees no amounts is told that something waits, and not what.
    rita.changes().await;
    assert_eq!(rita.rows.review(REVIEW).expect("it waits").about, None);

    let grants = Command::SettleReview {
        review: REVIEW,
        decision: Decision::Do,
        words: String::new(),
    };
    olga.push([(1, grants)]).await;
    assert_eq!(olga.result().await, (1, MutationResult::Ok));
    while balance(sara.rows.care(ANNA)).is_some() {
        sara.delta().await;
    }
    let entry = sara.rows.payment(id(1)).expect("an entry");
    assert_eq!(entry.amount, Cents(50_000));
    assert!(!sara.rows.review(REVIEW).expect("it stays").is_open());
}

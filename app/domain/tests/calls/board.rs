//! The board of a whole practice.

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, Reason, ReasonKind};
use app_domain::patient::Standing;
use app_domain::time::Now;

use super::case::{Case, NOW, moment, now};
use super::world::World;

fn board(world: &World, at: Now) -> CallBoard {
    CallBoard::of(world, world.ids(), &Calendar::new(&world.closures), at)
}

#[test]
fn the_list_is_in_the_order_of_the_ranks_and_counts_itself() {
    let world = World::random(7, 120);
    let board = board(&world, now("2026-11-23T09:30"));
    let ranks: Vec<_> = board
        .ranked()
        .map(|patient| board.status(patient).unwrap().rank.clone().unwrap())
        .collect();
    assert!(ranks.is_sorted());
    assert_eq!(ranks.len(), board.patients_on_the_list());
    let listed: usize = board.statuses().map(|(_, status)| status.listed.len()).sum();
    let excluded: usize = board.statuses().map(|(_, status)| status.excluded.len()).sum();
    assert_eq!(
        ReasonKind::ALL
            .into_iter()
            .map(|kind| board.count(kind))
            .sum::<usize>(),
        listed
    );
    assert_eq!(board.excluded_counts().values().sum::<usize>(), excluded);
    assert!(listed > 100 && excluded > 100, "{listed} {excluded}");
}

#[test]
fn a_reason_is_either_listed_or_held_and_once() {
    let world = World::random(8, 120);
    let board = board(&world, now("2026-11-23T09:30"));
    for (_, status) in board.statuses() {
        let held = status.excluded.iter().map(|held| held.reason.kind());
        let mut kinds: Vec<_> = status
            .listed
            .iter()
            .map(|reason| reason.kind())
            .chain(held)
            .collect();
        let all = kinds.len();
        kinds.sort();
        kinds.dedup();
        assert_eq!(kinds.len(), all);
        assert_eq!(status.rank.is_some(), !status.listed.is_empty());
    }
}

#[test]
fn every_kind_and_most_causes_occur_in_a_made_up_practice() {
    let world = World::random(9, 400);
    let board = board(&world, now("2026-11-23T09:30"));
    for kind in ReasonKind::ALL {
        assert!(board.count(kind) > 0, "{kind:?}");
    }
    let mut causes: Vec<_> = board.excluded_counts().keys().map(|(_, cause)| *cause).collect();
    causes.sort();
    causes.dedup();
    assert!(causes.len() >= 17, "{causes:?}");
}

#[test]
fn a_patient_who_is_taken_away_leaves_the_board() {
    let mut world = World::random(10, 30);
    let mut board = board(&world, now("2026-11-23T09:30"));
    let first = board.ranked().next().unwrap();
    let before = board.patients_on_the_list();
    world.patients.remove(&first);
    board.refresh(
        &world,
        &Calendar::new(&world.closures),
        first,
        now("2026-11-23T09:30"),
    );
    assert_eq!(board.status(first), None);
    assert_eq!(board.patients_on_the_list(), before - 1);
}

#[test]
fn midnight_changes_everybody_and_the_next_minute_only_a_few() {
    let world = World::random(11, 200);
    let mut board = board(&world, now("2026-11-23T09:30"));
    let calendar = Calendar::new(&world.closures);
    let few = board.advance(&world, &calendar, now("2026-11-23T09:35"));
    assert!(few.len() < world.patients.len() / 4, "{}", few.len());
    let all = board.advance(&world, &calendar, now("2026-11-24T00:00"));
    assert_eq!(all.len(), world.patients.len());
    assert!(board.next_change().unwrap().civil() > moment("2026-11-24T00:00"));
}

#[test]
fn a_reason_is_written_with_its_kind_its_day_and_its_detail() {
    let case = Case::quiet().hygiene_done("2026-01-10");
    let status = case.status(NOW);
    let written = serde_json::to_value(&status.listed[0]).unwrap();
    let expected = serde_json::json!({
        "kind": "hygiene_recall",
        "since": "2026-06-26",
        "detail": { "due": "2026-07-10", "from": "interval", "last_done": "2026-01-10" },
    });
    assert_eq!(written, expected);
    assert_eq!(
        serde_json::from_value::<Reason>(written).unwrap(),
        status.listed[0]
    );
    let mut moved = case;
    moved.patient.standing = Standing::MovedAway;
    let written = serde_json::to_value(moved.status(NOW).held(ReasonKind::HygieneRecall)).unwrap();
    assert_eq!(written["kind"], "hygiene_recall");
    assert_eq!(written["cause"], "moved_away");
}

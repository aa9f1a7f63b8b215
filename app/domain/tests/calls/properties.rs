//! What holds for every practice and every sequence of edits.

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, Rank, Recall, RecallRule};
use app_domain::id::{MemberId, PatientId};
use app_domain::patient::Standing;
use app_domain::time::{Instant, Now};
use proptest::prelude::*;

use super::case::now;
use super::world::World;
use super::world::attempts::an_attempt;
use super::world::dice::Dice;
use super::world::history::an_appointment;

/// What may happen between two looks at the board.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Attempt,
    Visit,
    VisitGone,
    Standing,
    Care,
    Recall,
    Minutes(i64),
}

fn edits() -> impl Strategy<Value = Vec<(Edit, u64)>> {
    let edit = prop_oneof![
        Just(Edit::Attempt),
        Just(Edit::Visit),
        Just(Edit::VisitGone),
        Just(Edit::Standing),
        Just(Edit::Care),
        Just(Edit::Recall),
        (1..2_000_i64).prop_map(Edit::Minutes),
        (1..20_i64).prop_map(Edit::Minutes),
    ];
    prop::collection::vec((edit, any::<u64>()), 1..25)
}

/// Edits one patient of the world.
fn edit(world: &mut World, edit: Edit, patient: PatientId, dice: &mut Dice) {
    match edit {
        Edit::Attempt => {
            let attempt = an_attempt(dice, patient);
            world.attempts.insert(attempt.id, attempt);
        }
        Edit::Visit => {
            let visit = an_appointment(dice, patient);
            world.appointments.insert(visit.id, visit);
        }
        Edit::VisitGone => {
            let own = world
                .appointments
                .values()
                .find(|visit| visit.patient == patient)
                .map(|visit| visit.id);
            own.map(|id| world.appointments.remove(&id));
        }
        Edit::Standing => {
            let standing = dice.of(&[Standing::Active, Standing::Inactive, Standing::MovedAway]);
            world.patients.get_mut(&patient).unwrap().standing = standing;
        }
        Edit::Care => {
            let last_done = dice.below(2).checked_sub(1).map(|_| dice.day(300, 0));
            world.care.get_mut(&patient).unwrap().hygiene.last_done = last_done;
        }
        Edit::Recall => {
            let rule = RecallRule {
                interval_months: dice.of(&[0, 3, 6, 12]),
                fixed: (dice.below(2) > 0).then(|| dice.day(60, 60)),
                disabled_until: (dice.below(3) == 0).then(|| dice.day(10, 40)),
            };
            let set = Recall {
                patient,
                check: None,
                rule,
                by: MemberId(dice.uuid()),
                at: Instant::from_civil(dice.day(20, 0).at(9, 0, 0, 0)),
            };
            world.recalls.insert(patient, set);
        }
        Edit::Minutes(_) => {}
    }
}

fn scratch(world: &World, at: Now) -> CallBoard {
    CallBoard::of(world, world.ids(), &Calendar::new(&world.closures), at)
}

/// The answers, without the hint when to look again: that is an instant at which something may change, not must.
fn answers(board: &CallBoard) -> Vec<(PatientId, String)> {
    let mut all: Vec<_> = board
        .statuses()
        .map(|(patient, status)| {
            (
                patient,
                format!("{:?} {:?} {:?}", status.listed, status.excluded, status.rank),
            )
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn incremental_is_the_same_as_from_scratch(seed in any::<u64>(), edits in edits()) {
        let mut world = World::random(seed, 12);
        let calendar = Calendar::new(&world.closures);
        let mut at = now("2026-11-23T09:30");
        let mut board = scratch(&world, at);
        for (what, throw) in edits {
            let mut dice = Dice::new(throw);
            let ids = world.ids();
            let patient = dice.of(&ids);
            edit(&mut world, what, patient, &mut dice);
            if let Edit::Minutes(minutes) = what {
                at = Now::at(at.instant.plus_minutes(minutes));
                board.advance(&world, &calendar, at);
            } else {
                board.refresh(&world, &calendar, patient, at);
            }
            let fresh = scratch(&world, at);
            prop_assert_eq!(answers(&board), answers(&fresh));
            prop_assert_eq!(board.ranked().collect::<Vec<_>>(), fresh.ranked().collect::<Vec<_>>());
            prop_assert_eq!(board.excluded_counts(), fresh.excluded_counts());
        }
    }

    #[test]
    fn nothing_changes_before_the_next_change(seed in any::<u64>(), share in 0_i64..1000) {
        let world = World::random(seed, 10);
        let at = now("2026-11-23T09:30");
        let board = scratch(&world, at);
        let next = board.next_change().unwrap();
        let between = Instant(at.instant.0 + (next.0 - 1 - at.instant.0) * share / 1000);
        prop_assert_eq!(answers(&board), answers(&scratch(&world, Now::at(between))));
    }

    #[test]
    fn the_order_of_the_rows_does_not_count(seed in any::<u64>()) {
        let world = World::random(seed, 10);
        let mut turned = world.ids();
        turned.reverse();
        let at = now("2026-11-23T09:30");
        let backwards = CallBoard::of(&world, turned, &Calendar::new(&world.closures), at);
        prop_assert_eq!(answers(&scratch(&world, at)), answers(&backwards));
    }

    #[test]
    fn money_never_lifts_a_patient_above_a_clinical_need(seed in any::<u64>()) {
        let mut world = World::random(seed, 10);
        let at = now("2026-11-23T09:30");
        let clinical = |board: &CallBoard| -> Vec<Rank> {
            let ranks = board.statuses().filter_map(|(_, status)| status.rank.clone());
            let mut needs: Vec<Rank> = ranks.filter(|rank| rank.class() <= 6).collect();
            needs.sort();
            needs
        };
        let classes = |board: &CallBoard| clinical(board).iter().map(|rank| (rank.place, rank.code.clone())).collect::<Vec<_>>();
        let mut with = classes(&scratch(&world, at));
        world.care.values_mut().for_each(|care| care.money = None);
        let mut without = classes(&scratch(&world, at));
        with.sort();
        without.sort();
        prop_assert_eq!(with, without);
    }
}

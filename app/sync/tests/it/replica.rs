//! The replica keeps its indexes and its checksum whatever comes, in whatever order.

use app_domain::rows::{Change, Key, Row, Rows};
use app_sync::replica::{Replica, row_checksum};
use proptest::prelude::*;

use crate::practice::{MONDAY, nth_place, patient_id, place, rows, visit, visit_id};

fn put(number: u128, patient: u128, step: u64) -> Change {
    Change::Put {
        row: Row::Appointment(visit(number, patient, nth_place(step, 1, 1))),
    }
}

#[test]
fn a_moved_visit_leaves_its_old_day_and_patient() {
    let mut replica = Replica::from_rows(rows());
    let mut elsewhere = visit(1, 2, place(9, 0, 1, 1));
    elsewhere.place.start = MONDAY.tomorrow().expect("there is a tomorrow").at(9, 0, 0, 0);
    replica.apply(&Change::Put {
        row: Row::Appointment(elsewhere.clone()),
    });
    assert!(
        replica
            .appointments_on(MONDAY)
            .all(|visit| visit.id != visit_id(1))
    );
    assert_eq!(replica.appointments_on(elsewhere.start().date()).count(), 1);
    assert_eq!(replica.appointments_of(patient_id(1)).count(), 0);
    assert_eq!(replica.appointments_of(patient_id(2)).count(), 2);
}

#[test]
fn every_table_is_found_by_its_key_and_as_a_whole() {
    let replica = Replica::from_rows(rows());
    assert_eq!(replica.patients().count(), 6);
    assert_eq!(replica.chairs().count(), 2);
    assert_eq!(replica.members().count(), 2);
    assert_eq!(replica.len(), rows().len());
    for row in rows() {
        assert_eq!(replica.get(row.key()), Some(&row));
    }
    assert_eq!(replica.get(Key::Claim(patient_id(1))), None);
}

#[test]
fn the_checksum_of_a_row_is_the_same_on_every_machine() {
    let row = Row::Appointment(visit(1, 1, place(9, 0, 1, 1)));
    assert_eq!(row_checksum(&row), CHECKSUM_OF_A_VISIT);
}

const CHECKSUM_OF_A_VISIT: u64 = 10_957_775_476_804_414_387;

proptest! {
    /// Kept up to date step by step = computed from scratch, whether or not it was asked for before.
    #[test]
    fn the_checksum_and_the_indexes_follow_every_change(
        steps in prop::collection::vec((0_u128..8, 1_u128..4, 0_u64..20, any::<bool>()), 0..60),
        asked_first in any::<bool>(),
    ) {
        let mut replica = Replica::from_rows(rows());
        if asked_first {
            replica.checksum();
        }
        for (number, patient, step, removes) in steps {
            let change = if removes {
                Change::Remove { key: Key::Appointment(visit_id(number)) }
            } else {
                put(number, patient, step)
            };
            replica.apply(&change);
        }
        let reversed: Vec<Row> = replica.rows().cloned().collect::<Vec<_>>().into_iter().rev().collect();
        let fresh = Replica::from_rows(reversed);
        prop_assert_eq!(replica.checksum(), fresh.checksum());
        for number in 1..=6 {
            let of = |replica: &Replica| replica.appointments_of(patient_id(number)).cloned().collect::<Vec<_>>();
            prop_assert_eq!(of(&replica), of(&fresh));
        }
        prop_assert_eq!(replica.appointments_on(MONDAY).count(), fresh.appointments().count());
    }
}

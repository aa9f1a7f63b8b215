use app_domain::id::PatientId;
use uuid::Uuid;

use super::*;

fn people(range: Range<u128>) -> Vec<PatientId> {
    range.map(|number| PatientId(Uuid::from_u128(number))).collect()
}

fn rows_of(pieces: &[Piece]) -> Vec<PatientId> {
    let row = |piece: &Piece| match piece {
        Piece::Row(patient) => Some(*patient),
        Piece::Gap { .. } => None,
    };
    pieces.iter().filter_map(row).collect()
}

fn height_of(pieces: &[Piece], heights: &Heights) -> f64 {
    let height = |piece: &Piece| match piece {
        Piece::Row(patient) => heights.known.get(patient).copied().unwrap_or(heights.usual),
        Piece::Gap { height, .. } => *height,
    };
    pieces.iter().map(height).sum()
}

#[test]
fn ten_thousand_rows_are_a_few_dozen_in_the_page_and_as_high_as_all() {
    let everybody = people(0..10_000);
    let mut heights = Heights::default();
    heights.learn(&[
        (everybody[0], 120.0),
        (everybody[1], 80.0),
        (everybody[5_000], 140.0),
    ]);
    let tops = heights.tops(&everybody);
    for first in [0, 1, 4_990, 9_992] {
        let sight = first..(first + 8);
        let pieces = pieces(&everybody, &tops, &sight, None);
        let rows = rows_of(&pieces);
        assert!(rows.len() <= 8 + 2 * (MARGIN + STEP), "{} rows", rows.len());
        assert!(everybody[sight].iter().all(|patient| rows.contains(patient)));
        assert!((height_of(&pieces, &heights) - tops[10_000]).abs() < 0.01);
    }
}

#[test]
fn rows_begin_where_the_ones_above_end() {
    let three = people(0..3);
    let mut heights = Heights::default();
    let measured = [(three[0], 90.0), (three[1], 110.0)];
    assert!(!heights.knows(&measured));
    heights.learn(&measured);
    assert!(heights.knows(&measured));
    assert_eq!(heights.tops(&three), [0.0, 90.0, 200.0, 300.0]);
    assert_eq!(
        Sight::between(&three, &heights.tops(&three), 95.0, 205.0).first,
        1
    );
    assert_eq!(
        Sight::between(&three, &heights.tops(&three), -50.0, 40.0).rows,
        three[..1]
    );
    assert_eq!(Sight::between(&[], &[0.0], 0.0, 500.0), Sight::default());
}

#[test]
fn the_row_of_the_keyboard_and_its_neighbours_are_always_in_the_page() {
    let everybody = people(0..1_000);
    let tops = Heights::default().tops(&everybody);
    let pieces = pieces(&everybody, &tops, &(500..508), Some(20));
    let rows = rows_of(&pieces);
    assert_eq!(rows[..3], everybody[19..22]);
    assert_eq!(
        pieces[0],
        Piece::Gap {
            order: 0,
            height: 1_900.0
        }
    );
    assert!(matches!(pieces[4], Piece::Gap { order: 1, .. }));
}

#[test]
fn people_who_come_in_above_do_not_move_the_sight() {
    let before = people(100..300);
    let sight = Sight {
        first: 50,
        rows: before[50..58].to_vec(),
    };
    let after: Vec<PatientId> = people(0..7).into_iter().chain(before.clone()).collect();
    assert_eq!(sight.among(&after).start, 57);
    // One of those in sight becomes the most urgent: the others stay where they are.
    let mut risen = before.clone();
    let first = risen.remove(50);
    risen.insert(0, first);
    assert_eq!(sight.among(&risen).start, 50);
    // Everybody in sight has gone.
    let gone = [&before[..50], &before[58..60]].concat();
    assert_eq!(sight.among(&gone).start, 50);
    assert_eq!(sight.among(&[]), 0..0);
}

#[test]
fn what_moves_with_others_counts_and_what_moves_alone_does_not() {
    assert_eq!(drift(&[]), 0.0);
    assert_eq!(drift(&[0.3, 0.2]), 0.0);
    assert_eq!(drift(&[-5_000.0, 100.0, 100.2]), 100.0);
    // A row grows: what stands above it stays, what stands below makes room.
    assert_eq!(drift(&[0.0, 0.0, 18.0, 18.0, 18.0]), 0.0);
    assert_eq!(drift(&[40.0]), 40.0);
}

use app_domain::calls::{Cause, Excluded};
use uuid::Uuid;

use super::samples::{balance, held, hygiene, status};
use super::*;

fn patient(number: u128) -> PatientId {
    PatientId(Uuid::from_u128(number))
}

/// Six patients: on the list, put off, both, excluded, to review, and nowhere.
fn board() -> Vec<(PatientId, CallStatus)> {
    let promised = Excluded {
        reason: balance(),
        cause: Cause::PromisedToPay,
        until: Some(Instant(50)),
    };
    vec![
        (patient(1), status(vec![hygiene(), balance()], Vec::new())),
        (
            patient(2),
            status(Vec::new(), vec![held(Cause::Thinking, Some(Instant(90)))]),
        ),
        (patient(3), status(vec![hygiene()], vec![promised])),
        (patient(4), status(Vec::new(), vec![held(Cause::Disabled, None)])),
        (
            patient(5),
            status(Vec::new(), vec![held(Cause::FiveAttempts, None)]),
        ),
        (patient(6), status(Vec::new(), Vec::new())),
    ]
}

fn view(board: &[(PatientId, CallStatus)]) -> BoardView {
    let all = || board.iter().map(|(patient, status)| (*patient, status));
    let ranked = all().filter(|(_, status)| !status.listed.is_empty());
    let name = |patient: PatientId| format!("{:09}", 99 - patient.0.as_u128());
    BoardView::sorted(ranked, all(), name, |_| None)
}

fn rows(view: &BoardView, segment: Segment, filter: Filter) -> Vec<PatientId> {
    view.shown(segment, filter, |_| true).patients
}

#[test]
fn the_counts_agree_with_the_rows() {
    let view = view(&board());
    for (segment, count) in Segment::ALL.into_iter().zip(view.counts(|_| true)) {
        assert_eq!(count, rows(&view, segment, Filter::All).len(), "{segment:?}");
        for filter in Filter::ALL {
            let shown = view.shown(segment, Filter::Hygiene, |_| true);
            assert_eq!(
                shown.count(filter),
                rows(&view, segment, filter).len(),
                "{segment:?} {filter:?}"
            );
        }
    }
    assert_eq!(view.counts(|_| true), [2, 1, 2, 1]);
    assert_eq!(rows(&view, Segment::ToCall, Filter::Money), [patient(1)]);
    assert_eq!(rows(&view, Segment::PutOff, Filter::Money), [patient(3)]);
}

#[test]
fn what_narrows_the_list_narrows_rows_and_counts_alike() {
    let shown = view(&board()).shown(Segment::ToCall, Filter::Money, |entry| {
        entry.patient == patient(1)
    });
    assert_eq!(shown.patients, [patient(1)]);
    assert_eq!((shown.count(Filter::All), shown.count(Filter::Hygiene)), (1, 1));
}

#[test]
fn what_narrows_the_list_narrows_the_count_of_every_part_alike() {
    let view = view(&board());
    for narrowed_to in [&[1, 2][..], &[3], &[4, 5], &[6]] {
        let passes = |entry: &Entry| narrowed_to.contains(&entry.patient.0.as_u128());
        let shown = Segment::ALL.map(|segment| view.shown(segment, Filter::All, passes).patients.len());
        assert_eq!(view.counts(passes), shown, "{narrowed_to:?}");
    }
    let only_third = view.counts(|entry| entry.patient == patient(3));
    assert_eq!(only_third, [1, 0, 1, 0]);
}

#[test]
fn who_comes_back_first_is_first_of_those_put_off() {
    assert_eq!(
        rows(&view(&board()), Segment::PutOff, Filter::All),
        [patient(3), patient(2)]
    );
}

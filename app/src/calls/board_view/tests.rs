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
    BoardView::sorted(ranked, all(), |patient| {
        format!("{:09}", 99 - patient.0.as_u128())
    })
}

#[test]
fn the_counts_agree_with_the_rows() {
    let view = view(&board());
    for segment in Segment::ALL {
        assert_eq!(
            view.len(segment),
            view.patients(segment, Filter::All).len(),
            "{segment:?}"
        );
        for filter in Filter::ALL {
            let rows = view.patients(segment, filter).len();
            assert_eq!(view.count(segment, filter), rows, "{segment:?} {filter:?}");
        }
    }
    assert_eq!(Segment::ALL.map(|segment| view.len(segment)), [2, 1, 2, 1]);
    assert_eq!(view.count(Segment::ToCall, Filter::Money), 1);
    assert_eq!(view.count(Segment::PutOff, Filter::Money), 1);
}

#[test]
fn who_comes_back_first_is_first_of_those_put_off() {
    assert_eq!(
        view(&board()).patients(Segment::PutOff, Filter::All),
        [patient(3), patient(2)]
    );
}

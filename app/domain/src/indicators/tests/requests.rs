use super::*;
use crate::calls::HandOff;
use crate::id::{MemberId, RequestId};
use crate::requests::{HourWas, Reopened, Request, Solved};

const SARA: MemberId = MemberId(Uuid::from_u128(1));
const MARTA: MemberId = MemberId(Uuid::from_u128(2));

fn october_14(hour: i8) -> DateTime {
    date(2026, 10, 14).at(hour, 0, 0, 0)
}

fn at(hour: i8) -> Instant {
    Instant::from_civil(october_14(hour))
}

/// Written down by Sara at nine, promised for noon.
fn asked() -> Request {
    Request {
        id: RequestId(Uuid::from_u128(1)),
        patient: PatientId(Uuid::from_u128(1)),
        by: SARA,
        at: at(9),
        channel: None,
        answer_by: Channel::Phone,
        words: "la fattura".to_owned(),
        due: october_14(12),
        put_off: Vec::new(),
        hand_offs: Vec::new(),
        solved: None,
        reopened: Vec::new(),
    }
}

fn solved(by: MemberId, hour: i8) -> Request {
    Request {
        solved: Some(Solved {
            by,
            at: at(hour),
            words: String::new(),
        }),
        ..asked()
    }
}

fn handed(mut request: Request, from: Option<MemberId>, to: MemberId) -> Request {
    request.hand_offs.push(HandOff {
        from,
        to,
        at: at(10),
        word: String::new(),
    });
    request
}

fn month(requests: &[Request]) -> PeriodFigures {
    let mut tally = Tally::new(now(), RiskTable::usual());
    requests.iter().for_each(|request| tally.add_request(request));
    tally.finish(|_| Saturation::default()).months.remove(11)
}

fn of(requests: &[Request], formula: Formula) -> (u64, u64) {
    share(&month(requests).indicator(formula).expect("of a period"))
}

#[test]
fn taking_in_charge_is_no_change_of_owner() {
    let taken = handed(asked(), None, SARA);
    let passed = handed(taken.clone(), Some(SARA), MARTA);
    let back = handed(passed.clone(), Some(MARTA), SARA);
    assert_eq!(of(&[taken, passed, back], Formula::HandOffs), (3, 3));
}

#[test]
fn at_first_contact_is_by_who_wrote_it_down_alone_and_for_good() {
    let alone = handed(solved(SARA, 11), None, SARA);
    let by_other = handed(solved(MARTA, 11), None, MARTA);
    let passed_back = handed(handed(solved(SARA, 11), None, MARTA), Some(MARTA), SARA);
    let reopened = Request {
        reopened: vec![Reopened {
            by: MARTA,
            at: at(12),
            reason: "no".to_owned(),
            was: Solved {
                by: SARA,
                at: at(11),
                words: String::new(),
            },
        }],
        ..solved(SARA, 13)
    };
    let formula = Formula::SolvedAtFirstContact;
    assert_eq!(of(std::slice::from_ref(&alone), formula), (1, 1));
    for other in [asked(), by_other, passed_back, reopened] {
        assert_eq!(of(&[alone.clone(), other], formula), (1, 2));
    }
}

#[test]
fn the_first_promised_hour_is_kept_or_broken_and_decides_the_month() {
    let put_off = |request: Request| Request {
        due: date(2026, 11, 2).at(9, 0, 0, 0),
        put_off: vec![HourWas {
            by: SARA,
            at: at(11),
            due: october_14(12),
        }],
        ..request
    };
    let kept = Formula::PromisesKept;
    assert_eq!(of(&[solved(SARA, 12)], kept), (1, 1));
    assert_eq!(
        of(&[solved(SARA, 13), asked(), put_off(solved(SARA, 13))], kept),
        (0, 3)
    );
    assert_eq!(of(&[put_off(solved(SARA, 12))], kept), (1, 1));
    let november = Request {
        due: date(2026, 11, 2).at(9, 0, 0, 0),
        ..solved(SARA, 12)
    };
    assert_eq!(of(&[november], kept), (0, 0));
}

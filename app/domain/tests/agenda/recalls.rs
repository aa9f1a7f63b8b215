//! Recalls are set by hand: by whom, over what, and to which dates.

use app_domain::calls::{
    CallSettings, CheckRule, DueFrom, LONGEST_RECALL_MONTHS, NewRecall, Outcome, OutcomeOf, ReasonKind,
    Recall, RecallRule, RecallStanding, RecallType, Topic,
};
use app_domain::care::{Care, CheckCare, HygieneCare};
use app_domain::command::Command;
use app_domain::id::AttemptId;
use app_domain::patient::Channel;
use app_domain::policy::may_set_recall;
use app_domain::refusal::Refusal;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows};
use app_domain::time::Now;
use jiff::civil::{Date, date};

use super::model::{MONDAY, Model, actor, id, monday_at, patient};

const DESK: Role = Role::FrontDesk;

/// The last hygiene of the first patient was done on a day.
fn practice(last_done: Option<Date>) -> Model {
    let mut practice = Model::new();
    practice.put(Row::Care(Care {
        patient: patient(1),
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done,
            fixed: None,
        },
        finished: None,
        checks: Vec::new(),
        plans: Vec::new(),
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    }));
    practice
}

const fn every(interval_months: u8) -> RecallRule {
    RecallRule {
        interval_months,
        fixed: None,
        disabled_until: None,
    }
}

fn on(day: Date) -> RecallRule {
    RecallRule {
        fixed: Some(day),
        ..every(6)
    }
}

fn not_before(day: Date) -> RecallRule {
    RecallRule {
        disabled_until: Some(day),
        ..every(6)
    }
}

fn set(was: Option<RecallRule>, becomes: RecallRule) -> Command {
    Command::SetRecall(NewRecall {
        patient: patient(1),
        check: None,
        was,
        becomes,
    })
}

#[test]
fn a_recall_is_set_with_who_and_when_and_set_again_by_who_has_seen_it() {
    let mut practice = practice(Some(date(2026, 6, 1)));
    practice
        .act(DESK, monday_at(9, 0), &set(None, every(4)))
        .expect("set");
    assert_eq!(
        practice.recall(patient(1), None),
        Some(&Recall {
            patient: patient(1),
            check: None,
            rule: every(4),
            by: actor(DESK).member,
            at: monday_at(9, 0),
        })
    );
    let other = on(date(2026, 12, 14));
    practice
        .act(DESK, monday_at(9, 5), &set(Some(every(4)), other))
        .expect("set again");
    assert_eq!(practice.recall(patient(1), None).map(|set| set.rule), Some(other));
    // Repeated, it changes nothing; by who has not seen it, it is refused.
    assert_eq!(
        practice.act(DESK, monday_at(9, 6), &set(Some(every(4)), other)),
        Ok(Vec::new())
    );
    for was in [None, Some(every(4))] {
        assert_eq!(
            practice.act(DESK, monday_at(9, 6), &set(was, every(3))),
            Err(Refusal::SetMeanwhile)
        );
    }
}

#[test]
fn dates_are_to_come_and_no_hygiene_serves_them_and_intervals_are_not_years() {
    let allowed = |last_done: Option<Date>, rule: RecallRule| {
        practice(last_done)
            .act(DESK, monday_at(9, 0), &set(None, rule))
            .map(|_| ())
    };
    let unfit = Err(Refusal::UnfitValue);
    assert_eq!(allowed(None, on(MONDAY)), Ok(()));
    assert_eq!(allowed(None, on(date(2026, 11, 22))), unfit);
    // Done on the Friday before: it serves what is due until fourteen days later.
    let friday = Some(date(2026, 11, 20));
    assert_eq!(allowed(friday, on(date(2026, 12, 4))), unfit);
    assert_eq!(allowed(friday, on(date(2026, 12, 5))), Ok(()));
    assert_eq!(allowed(None, not_before(MONDAY)), unfit);
    assert_eq!(allowed(None, not_before(date(2026, 11, 24))), Ok(()));
    assert_eq!(allowed(None, every(0)), Ok(()));
    assert_eq!(allowed(None, every(LONGEST_RECALL_MONTHS)), Ok(()));
    assert_eq!(allowed(None, every(LONGEST_RECALL_MONTHS + 1)), unfit);
}

#[test]
fn what_the_former_software_said_may_stay_as_it_was() {
    let mut practice = practice(Some(date(2026, 1, 10)));
    let mut care = practice.care(patient(1)).cloned().expect("a digest");
    care.hygiene.interval_months = 120;
    care.hygiene.fixed = Some(date(2026, 11, 2));
    practice.put(Row::Care(care));
    let now = Now::at(monday_at(9, 0));
    let before = RecallStanding::of(&practice, patient(1), None, now).expect("a standing");
    assert_eq!(
        (before.rule.interval_months, before.rule.fixed, before.set),
        (120, Some(date(2026, 11, 2)), None)
    );
    let paused = RecallRule {
        disabled_until: Some(date(2027, 1, 7)),
        ..before.rule
    };
    practice
        .act(DESK, monday_at(9, 0), &set(None, paused))
        .expect("set");
    let after = RecallStanding::of(&practice, patient(1), None, now).expect("a standing");
    assert_eq!((after.rule, after.due), (paused, before.due));
}

#[test]
fn a_form_begins_with_the_last_word_on_the_day_until_which_it_is_disabled() {
    let mut practice = practice(Some(date(2026, 1, 10)));
    let until = |practice: &Model, hour: i8| {
        let standing = RecallStanding::of(practice, patient(1), None, Now::at(monday_at(hour, 0)));
        standing.expect("a standing").rule.disabled_until
    };
    let later = OutcomeOf {
        topic: Topic::Reason(ReasonKind::HygieneRecall),
        outcome: Outcome::Later {
            until: date(2027, 2, 1),
        },
    };
    let call = Command::RecordAttempt {
        attempt: AttemptId(id(70)),
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![later],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    };
    assert_eq!(until(&practice, 12), None);
    practice.act(DESK, monday_at(9, 0), &call).expect("written down");
    assert_eq!(until(&practice, 12), Some(date(2027, 2, 1)));
    practice
        .act(DESK, monday_at(10, 0), &set(None, not_before(date(2026, 12, 9))))
        .expect("set");
    assert_eq!(until(&practice, 12), Some(date(2026, 12, 9)));
    let back = Now::at_civil(date(2026, 12, 9).at(0, 0, 0, 0));
    let standing = RecallStanding::of(&practice, patient(1), None, back).expect("a standing");
    assert_eq!(standing.rule, every(6), "the day has come");
}

#[test]
fn who_writes_calls_sets_recalls_and_a_case_manager_those_of_patients_whom_they_called() {
    let mut practice = practice(None);
    let asked = set(None, every(4));
    let attempt = |practice: &mut Model, role| practice.act(role, monday_at(9, 0), &asked).map(|_| ());
    for (role, expected) in [
        (Role::Owner, Err(Refusal::NotFound)),
        (Role::Dentist, Err(Refusal::NotAllowed)),
        (Role::Hygienist, Err(Refusal::NotAllowed)),
        (Role::CaseManager, Err(Refusal::NotAllowed)),
        (Role::FrontDesk, Ok(())),
        (Role::RemoteSecretary, Ok(())),
        (Role::OfficeManager, Ok(())),
    ] {
        let mut copy = practice.clone();
        assert_eq!(
            may_set_recall(&actor(role), patient(1), &copy),
            expected.is_ok(),
            "{role:?}"
        );
        assert_eq!(attempt(&mut copy, role), expected, "{role:?}");
    }
    let call = Command::RecordAttempt {
        attempt: AttemptId(id(71)),
        patient: patient(1),
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Other,
            outcome: Outcome::NoAnswer,
        }],
        booking: None,
        asks: None,
        latest: None,
        question: String::new(),
    };
    practice
        .act(Role::CaseManager, monday_at(8, 0), &call)
        .expect("called");
    assert_eq!(attempt(&mut practice, Role::CaseManager), Ok(()));
    let stranger = Command::SetRecall(NewRecall {
        patient: patient(99),
        check: None,
        was: None,
        becomes: every(4),
    });
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &stranger),
        Err(Refusal::NotFound)
    );
}

const IMPLANTS: RecallType = RecallType::ImplantCheck;

fn set_check(was: Option<RecallRule>, becomes: RecallRule) -> Command {
    Command::SetRecall(NewRecall {
        patient: patient(1),
        check: Some(IMPLANTS),
        was,
        becomes,
    })
}

/// The same, in a practice that recalls for implants every twelve months.
fn with_implants(done: Option<Date>) -> Model {
    let mut practice = practice(Some(date(2026, 6, 1)));
    let mut settings = CallSettings::usual();
    settings.checks.push(CheckRule {
        recall: IMPLANTS,
        codes: vec!["IMPIANTO".to_owned()],
        every_months: 12,
    });
    practice.put(Row::CallSettings(settings));
    let mut care = practice.care(patient(1)).expect("a digest").clone();
    care.checks.extend(done.map(|last_done| CheckCare {
        recall: IMPLANTS,
        last_done,
    }));
    practice.put(Row::Care(care));
    practice
}

#[test]
fn a_check_is_set_beside_hygiene_and_each_stands_for_itself() {
    let mut practice = with_implants(Some(date(2026, 1, 31)));
    let now = Now::at(monday_at(9, 0));
    let standing = |practice: &Model, check| RecallStanding::of(practice, patient(1), check, now);
    let before = standing(&practice, Some(IMPLANTS)).expect("on");
    assert_eq!(before.due, Some((date(2027, 1, 31), DueFrom::Interval)));
    assert_eq!(standing(&practice, Some(RecallType::DentureCheck)), None, "off");
    practice
        .act(DESK, monday_at(9, 0), &set(None, every(4)))
        .expect("hygiene");
    practice
        .act(DESK, monday_at(9, 0), &set_check(None, on(date(2027, 5, 3))))
        .expect("implants");
    let check = standing(&practice, Some(IMPLANTS)).expect("on");
    assert_eq!(check.due, Some((date(2027, 5, 3), DueFrom::Hand)));
    let hygiene = standing(&practice, None).expect("a recall");
    assert_eq!(
        (hygiene.rule, hygiene.due),
        (every(4), Some((date(2026, 10, 1), DueFrom::Interval)))
    );
    // Who has seen neither overwrites neither.
    for blind in [set(None, every(3)), set_check(None, every(3))] {
        let done = practice.act(DESK, monday_at(10, 0), &blind);
        assert_eq!(done, Err(Refusal::SetMeanwhile));
    }
}

#[test]
fn nothing_is_set_of_a_check_for_which_the_practice_does_not_recall_nor_a_date_that_is_served() {
    let done = practice(None).act(DESK, monday_at(9, 0), &set_check(None, every(6)));
    assert_eq!(done, Err(Refusal::UnfitValue));
    let mut practice = with_implants(Some(MONDAY));
    let served = set_check(None, on(MONDAY.tomorrow().expect("a day")));
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &served),
        Err(Refusal::UnfitValue)
    );
    let months = set_check(None, every(LONGEST_RECALL_MONTHS + 1));
    assert_eq!(
        practice.act(DESK, monday_at(9, 0), &months),
        Err(Refusal::UnfitValue)
    );
}

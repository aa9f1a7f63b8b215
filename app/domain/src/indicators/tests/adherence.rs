use jiff::ToSpan as _;

use super::*;
use crate::calls::{Cause, Recall, RecallRule};
use crate::id::MemberId;
use crate::patient::{Consent, Opposition, Purpose, Standing};

/// A day that makes 30 June due.
const SIX_MONTHS_BEFORE: Date = date(2025, 12, 30);
const DUE: Date = date(2026, 6, 30);

fn june() -> Period {
    Period {
        from: date(2026, 6, 1),
        to: date(2026, 6, 30),
    }
}

fn adherence_in(period: Period, history: &History, attempts: &[&Attempt], today: Date) -> RecallAdherence {
    let mut adherence = RecallAdherence::default();
    let record = PatientRecord { history, attempts };
    adherence.add(&record, period, Now::at_civil(today.at(9, 30, 0, 0)));
    adherence
}

fn adherence(history: &History) -> RecallAdherence {
    adherence_in(june(), history, &[], TODAY)
}

fn with_next(days_from_due: i64) -> History {
    nobody(1)
        .with_hygiene(SIX_MONTHS_BEFORE)
        .with_hygiene(DUE.saturating_add(days_from_due.days()))
}

#[test]
fn a_hygiene_within_sixty_days_keeps_the_date_ends_included() {
    for (days, kept, not_kept, dropped) in [
        (-61, 0, 0, 1),
        (-60, 1, 0, 0),
        (0, 1, 0, 0),
        (60, 1, 0, 0),
        (61, 0, 1, 0),
    ] {
        let adherence = adherence(&with_next(days));
        assert_eq!(
            (adherence.kept, adherence.not_kept, adherence.dropped),
            (kept, not_kept, dropped),
            "{days} days"
        );
    }
}

#[test]
fn a_date_that_an_earlier_hygiene_has_replaced_is_dropped_and_told_even_if_another_comes_in_time() {
    let indicator = adherence(&with_next(-61).with_hygiene(DUE)).indicator();
    assert_eq!(share(&indicator), (0, 0));
    assert_eq!(left_out(&indicator), [(Because::EarlierHygiene, 1)]);
}

#[test]
fn each_hygiene_makes_one_date_and_two_of_one_day_make_one() {
    let history = nobody(1)
        .with_interval(1)
        .with_hygiene(date(2026, 5, 1))
        .with_hygiene(date(2026, 5, 1))
        .with_hygiene(date(2026, 5, 15));
    let adherence = adherence(&history);
    assert_eq!((adherence.kept, adherence.not_kept), (1, 1));
}

#[test]
fn months_stop_at_the_end_of_the_month() {
    let due = |done: Date, months: u8, period: Period| {
        let history = nobody(1).with_interval(months).with_hygiene(done);
        let adherence = adherence_in(period, &history, &[], TODAY);
        adherence.kept + adherence.not_kept
    };
    // 31 December and six months is 30 June.
    assert_eq!(due(date(2025, 12, 31), 6, june()), 1);
    assert_eq!(due(date(2025, 12, 1), 6, june()), 1);
    assert_eq!(due(date(2025, 11, 30), 6, june()), 0);
    let february = Period {
        from: date(2026, 2, 1),
        to: date(2026, 2, 28),
    };
    assert_eq!(due(date(2025, 8, 31), 6, february), 1);
}

#[test]
fn dues_younger_than_sixty_days_count_as_not_kept_and_the_figure_is_provisional() {
    let after = |days: i64| {
        let history = nobody(1).with_hygiene(SIX_MONTHS_BEFORE);
        adherence_in(june(), &history, &[], DUE.saturating_add(days.days())).indicator()
    };
    let young = after(59);
    assert_eq!(share(&young), (0, 1));
    assert_eq!(young.certainty, Certainty::Provisional { undecided: 1 });
    let decided = after(60);
    assert_eq!(share(&decided), (0, 1));
    assert_eq!(decided.certainty, Certainty::Final);
}

#[test]
fn a_young_due_that_is_kept_already_makes_nothing_provisional() {
    let today = DUE.saturating_add(10.days());
    let indicator = adherence_in(june(), &with_next(5), &[], today).indicator();
    assert_eq!(
        (share(&indicator), indicator.certainty),
        ((1, 1), Certainty::Final)
    );
    // One that is dated after today is not done.
    let not_done = adherence_in(june(), &with_next(11), &[], today).indicator();
    assert_eq!(not_done.certainty, Certainty::Provisional { undecided: 1 });
}

#[test]
fn patients_who_are_not_recalled_today_are_left_out_by_their_cause() {
    let cause_of = |change: &dyn Fn(&mut History)| {
        let mut history = with_next(0);
        change(&mut history);
        let indicator = adherence(&history).indicator();
        assert_eq!(share(&indicator), (0, 0));
        left_out(&indicator)
    };
    let held = |cause| vec![(Because::Excluded(cause), 1)];
    assert_eq!(
        cause_of(&|history| history.patient.standing = Standing::Deceased),
        held(Cause::Deceased)
    );
    assert_eq!(
        cause_of(&|history| history.patient.standing = Standing::MovedAway),
        held(Cause::MovedAway)
    );
    assert_eq!(
        cause_of(&|history| history.patient.standing = Standing::Inactive),
        held(Cause::Inactive)
    );
    assert_eq!(
        cause_of(&|history| history.patient.recall_consent = Consent::Denied),
        held(Cause::ConsentDenied)
    );
    assert_eq!(
        cause_of(&|history| history.hygiene_interval_months = 0),
        held(Cause::Disabled)
    );
    let set_here = |interval_months, disabled_until| Recall {
        patient: PatientId(Uuid::from_u128(1)),
        check: None,
        rule: RecallRule {
            interval_months,
            fixed: None,
            disabled_until,
        },
        by: MemberId(Uuid::from_u128(9)),
        at: Instant(0),
    };
    for (months, until) in [(0, None), (6, Some(date(2099, 1, 1)))] {
        assert_eq!(
            cause_of(&|history| history.recall = Some(set_here(months, until))),
            held(Cause::Disabled)
        );
    }
    let recalls = Opposition {
        purpose: Some(Purpose::Recalls),
        channel: None,
    };
    assert_eq!(
        cause_of(&|history| history.patient.oppositions = vec![recalls]),
        held(Cause::Opposed)
    );
}

#[test]
fn one_opposed_channel_or_another_purpose_leaves_nobody_out() {
    for (purpose, channel) in [
        (Some(Purpose::Recalls), Some(Channel::Phone)),
        (Some(Purpose::Administration), None),
    ] {
        let mut history = with_next(0);
        history.patient.oppositions = vec![Opposition { purpose, channel }];
        assert_eq!(adherence(&history).kept, 1);
    }
}

#[test]
fn what_was_said_in_a_call_leaves_out_too() {
    let history = with_next(0);
    let at = date(2026, 11, 20).at(10, 0, 0, 0);
    let cause_after = |outcome: Outcome| {
        let call = call(1, at, &[(ReasonKind::HygieneRecall, outcome)]);
        left_out(&adherence_in(june(), &history, &[&call], TODAY).indicator())
    };
    let no_more = Outcome::DoNotContact {
        purpose: None,
        channel: None,
    };
    assert_eq!(cause_after(no_more), [(Because::Excluded(Cause::Opposed), 1)]);
    let later = |until| Outcome::Later { until };
    assert_eq!(
        cause_after(later(date(2026, 11, 24))),
        [(Because::Excluded(Cause::Disabled), 1)]
    );
    assert_eq!(cause_after(later(TODAY)), []);
    // Something that holds only this occurrence does not.
    assert_eq!(cause_after(Outcome::DeclinesToGoOn), []);
}

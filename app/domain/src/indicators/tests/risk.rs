use super::*;
use crate::calls::{Cause, RiskCategory, RiskRule};
use crate::care::Episode;
use crate::id::{EpisodeId, MemberId};
use crate::patient::{Opposition, Purpose, Standing};
use crate::risk_marks::{RiskMark, RiskMarks, RiskSaid, RiskStanding};

fn coverage(history: &History, attempts: &[&Attempt]) -> Indicator {
    coverage_under(&RiskTable::usual(), history, attempts)
}

fn coverage_under(table: &RiskTable, history: &History, attempts: &[&Attempt]) -> Indicator {
    let mut coverage = RiskCoverage::default();
    coverage.add(&PatientRecord { history, attempts }, table, october(), now());
    coverage.indicator()
}

fn covered(history: &History) -> (u64, u64) {
    share(&coverage(history, &[]))
}

/// Checked every thirty days.
fn provisional_of(opened: Date) -> History {
    nobody(1).with_coded("PROV-EST", opened)
}

#[test]
fn a_check_on_the_last_day_of_the_period_is_reached() {
    assert_eq!(covered(&provisional_of(date(2026, 10, 1))), (0, 1));
    assert_eq!(covered(&provisional_of(date(2026, 10, 2))), (1, 1));
}

#[test]
fn what_opens_and_when_it_is_checked_is_as_the_practice_has_set_it() {
    let table = RiskTable::set([RiskRule {
        opens: vec!["PROV-LUNGO".to_owned()],
        check_every_days: 60,
        ..RiskRule::usual(RiskCategory::ExtendedProvisional)
    }]);
    let covered = |history: &History| share(&coverage_under(&table, history, &[]));
    let coded = |day| nobody(1).with_coded("PROV-LUNGO", day);
    assert_eq!(covered(&coded(date(2026, 9, 1))), (0, 1));
    assert_eq!(covered(&coded(date(2026, 9, 2))), (1, 1));
    assert_eq!(covered(&provisional_of(date(2026, 9, 1))), (0, 0));
}

#[test]
fn one_episode_past_its_check_is_enough_and_the_patient_counts_once() {
    let history = provisional_of(date(2026, 10, 2)).with_coded("ORTO-BOND", date(2026, 9, 1));
    assert_eq!(covered(&history), (0, 1));
    let history = provisional_of(date(2026, 10, 2)).with_coded("ORTO-BOND", date(2026, 10, 1));
    assert_eq!(covered(&history), (1, 1));
}

#[test]
fn what_is_open_is_so_at_the_end_of_the_period_whatever_came_after() {
    let opened = || provisional_of(date(2026, 9, 1));
    assert_eq!(
        covered(&opened().with_coded("CORONA-DEF", date(2026, 10, 31))),
        (0, 0)
    );
    assert_eq!(
        covered(&opened().with_coded("CORONA-DEF", date(2026, 11, 1))),
        (0, 1)
    );
    assert_eq!(covered(&provisional_of(date(2026, 11, 1))), (0, 0));
    assert_eq!(covered(&nobody(1)), (0, 0));
}

#[test]
fn a_visit_done_by_the_end_of_the_period_is_a_check() {
    let visited = |day: Date, status| {
        covered(&provisional_of(date(2026, 9, 1)).with_visit(day.at(10, 0, 0, 0), status))
    };
    assert_eq!(visited(date(2026, 10, 2), done()), (1, 1));
    assert_eq!(visited(date(2026, 10, 1), done()), (0, 1));
    assert_eq!(visited(date(2026, 10, 31), done()), (1, 1));
    assert_eq!(visited(date(2026, 11, 1), done()), (0, 1));
    assert_eq!(visited(date(2026, 10, 2), Status::NoShow { at: None }), (0, 1));
    assert_eq!(visited(date(2026, 10, 2), Status::Booked), (0, 1));
}

#[test]
fn a_successful_call_about_risk_by_the_end_of_the_period_is_a_check() {
    let history = provisional_of(date(2026, 9, 1));
    let called = |at: DateTime, kind, outcome| {
        let call = call(1, at, &[(kind, outcome)]);
        share(&coverage(&history, &[&call]))
    };
    let risk = ReasonKind::ClinicalRisk;
    let last_minute = date(2026, 10, 31).at(23, 59, 0, 0);
    assert_eq!(called(last_minute, risk, Outcome::AllWell), (1, 1));
    assert_eq!(
        called(date(2026, 11, 1).at(0, 0, 0, 0), risk, Outcome::AllWell),
        (0, 1)
    );
    assert_eq!(called(last_minute, risk, Outcome::NoAnswer), (0, 1));
    assert_eq!(called(last_minute, ReasonKind::Balance, Outcome::AllWell), (0, 1));
}

#[test]
fn who_died_moved_away_or_opposes_is_left_out_and_told_and_who_rests_is_not() {
    let of = |standing| {
        let mut history = provisional_of(date(2026, 9, 1));
        history.patient.standing = standing;
        coverage(&history, &[])
    };
    for (standing, cause) in [
        (Standing::Deceased, Cause::Deceased),
        (Standing::MovedAway, Cause::MovedAway),
    ] {
        assert_eq!(left_out(&of(standing)), [(Because::Excluded(cause), 1)]);
        assert_eq!(share(&of(standing)), (0, 0));
    }
    assert_eq!(share(&of(Standing::Inactive)), (0, 1));
    let opposed = |purpose| {
        let mut history = provisional_of(date(2026, 9, 1));
        history.patient.oppositions = vec![Opposition {
            purpose,
            channel: None,
        }];
        share(&coverage(&history, &[]))
    };
    assert_eq!(opposed(Some(Purpose::Care)), (0, 0));
    assert_eq!(opposed(None), (0, 0));
    assert_eq!(opposed(Some(Purpose::Recalls)), (0, 1));
}

/// What clinicians have said by hand of an episode, each time at nine of a day.
fn mark(episode: EpisodeId, by_hand: Option<Episode>, said: &[(RiskStanding, Date)]) -> RiskMarks {
    let said = said.iter().map(|(stands, day)| RiskSaid {
        by: MemberId(Uuid::from_u128(9)),
        at: Instant::from_civil(day.at(9, 0, 0, 0)),
        stands: *stands,
        reason: "detto".to_owned(),
    });
    let said: Vec<RiskSaid> = said.collect();
    RiskMarks {
        patient: PatientId(Uuid::from_u128(1)),
        marks: vec![RiskMark {
            episode,
            by_hand,
            stands: said.last().expect("a word").stands,
            said,
        }],
    }
}

#[test]
fn what_was_closed_and_opened_by_hand_by_the_end_of_the_period_counts() {
    let closed = |day| {
        let mut history = provisional_of(date(2026, 9, 1));
        let episode = EpisodeId(history.acts.last().expect("an act").id.0);
        history.risk_marks = Some(mark(episode, None, &[(RiskStanding::Closed, day)]));
        covered(&history)
    };
    assert_eq!(closed(date(2026, 10, 31)), (0, 0));
    assert_eq!(closed(date(2026, 11, 1)), (0, 1));
    let opened = |opened, said: &[(RiskStanding, Date)]| {
        let episode = EpisodeId(Uuid::from_u128(80));
        let by_hand = Episode {
            id: Some(episode),
            category: RiskCategory::ExtendedProvisional,
            opened,
            tooth: String::new(),
            clinician: None,
        };
        let mut history = nobody(1);
        history.risk_marks = Some(mark(episode, Some(by_hand), said));
        covered(&history)
    };
    let october = date(2026, 10, 20);
    assert_eq!(
        opened(date(2026, 10, 1), &[(RiskStanding::Open, october)]),
        (0, 1)
    );
    assert_eq!(
        opened(date(2026, 10, 2), &[(RiskStanding::Open, october)]),
        (1, 1)
    );
    assert_eq!(
        opened(date(2026, 10, 2), &[(RiskStanding::Open, date(2026, 11, 2))]),
        (0, 0)
    );
    let both = [
        (RiskStanding::Open, october),
        (RiskStanding::Closed, date(2026, 11, 2)),
    ];
    assert_eq!(opened(date(2026, 10, 1), &both), (0, 1));
}

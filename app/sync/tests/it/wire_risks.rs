//! Frozen samples of what clinicians say by hand of episodes of risk.

use app_domain::calls::{RiskCategory, RiskRule};
use app_domain::care::Episode;
use app_domain::command::Command;
use app_domain::id::EpisodeId;
use app_domain::risk_marks::{NewRisk, RiskMark, RiskMarks, RiskSaid, RiskStanding};
use app_domain::rows::{Key, Row};
use app_domain::time::Instant;
use uuid::Uuid;

use crate::practice::{MONDAY, clinician_id, member_id, patient_id};
use crate::wire::is;

const EPISODE: EpisodeId = EpisodeId(Uuid::from_u128(1));

#[test]
fn what_is_said_of_an_episode_stays_as_it_was() {
    is(
        r#"{"name":"open_risk","args":{"episode":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","category":"extended_provisional","opened":"2026-11-23","tooth":"16","reason":"si muove"}}"#,
        Command::OpenRisk(NewRisk {
            episode: EPISODE,
            patient: patient_id(1),
            category: RiskCategory::ExtendedProvisional,
            opened: MONDAY,
            tooth: "16".to_owned(),
            reason: "si muove".to_owned(),
        }),
    );
    is(
        r#"{"name":"close_risk","args":{"patient":"00000000-0000-0003-0000-000000000001","episode":"00000000-0000-0000-0000-000000000001","reason":"fissata"}}"#,
        Command::CloseRisk {
            patient: patient_id(1),
            episode: EPISODE,
            reason: "fissata".to_owned(),
        },
    );
}

#[test]
fn marks_stay_as_they_were_whole_and_for_those_who_know_only_of_the_category() {
    let episode = |tooth: &str| Episode {
        id: Some(EPISODE),
        category: RiskCategory::ExtendedProvisional,
        opened: MONDAY,
        tooth: tooth.to_owned(),
        clinician: Some(clinician_id(1)),
    };
    let row = |tooth: &str, said| {
        Row::RiskMarks(RiskMarks {
            patient: patient_id(1),
            marks: vec![RiskMark {
                episode: EPISODE,
                by_hand: Some(episode(tooth)),
                stands: RiskStanding::Open,
                said,
            }],
        })
    };
    let said = RiskSaid {
        by: member_id(1),
        at: Instant(5),
        stands: RiskStanding::Open,
        reason: "si muove".to_owned(),
    };
    is(
        r#"{"table":"risk_marks","row":{"patient":"00000000-0000-0003-0000-000000000001","marks":[{"episode":"00000000-0000-0000-0000-000000000001","by_hand":{"id":"00000000-0000-0000-0000-000000000001","category":"extended_provisional","opened":"2026-11-23","tooth":"16","clinician":"00000000-0000-0002-0000-000000000001"},"stands":"open","said":[{"by":"00000000-0000-0005-0000-000000000001","at":5,"stands":"open","reason":"si muove"}]}]}}"#,
        row("16", vec![said]),
    );
    is(
        r#"{"table":"risk_marks","row":{"patient":"00000000-0000-0003-0000-000000000001","marks":[{"episode":"00000000-0000-0000-0000-000000000001","by_hand":{"id":"00000000-0000-0000-0000-000000000001","category":"extended_provisional","opened":"2026-11-23","clinician":"00000000-0000-0002-0000-000000000001"},"stands":"open"}]}}"#,
        row("", Vec::new()),
    );
}

#[test]
fn a_line_of_the_table_of_risk_stays_as_it_was() {
    let rule = RiskRule {
        category: RiskCategory::FixedOrthodontics,
        opens: vec!["ORTO-BOND".to_owned(), "ALLINEATORI".to_owned()],
        closes: vec!["ORTO-DEBOND".to_owned()],
        check_every_days: 60,
    };
    is(
        r#"{"name":"set_up_risk","args":{"becomes":{"category":"fixed_orthodontics","opens":["ORTO-BOND"],"closes":["ORTO-DEBOND"],"check_every_days":42}}}"#,
        Command::SetUpRisk {
            was: None,
            becomes: RiskRule::usual(RiskCategory::FixedOrthodontics),
        },
    );
    is(
        r#"{"name":"set_up_risk","args":{"was":{"category":"fixed_orthodontics","opens":["ORTO-BOND"],"closes":["ORTO-DEBOND"],"check_every_days":42},"becomes":{"category":"fixed_orthodontics","opens":["ORTO-BOND","ALLINEATORI"],"closes":["ORTO-DEBOND"],"check_every_days":60}}}"#,
        Command::SetUpRisk {
            was: Some(RiskRule::usual(RiskCategory::FixedOrthodontics)),
            becomes: rule.clone(),
        },
    );
    is(
        r#"{"table":"risk_rule","row":{"category":"fixed_orthodontics","opens":["ORTO-BOND","ALLINEATORI"],"closes":["ORTO-DEBOND"],"check_every_days":60}}"#,
        Row::RiskRule(rule),
    );
    is(
        r#"{"table":"risk_rule","id":"fixed_orthodontics"}"#,
        Key::RiskRule(RiskCategory::FixedOrthodontics),
    );
}

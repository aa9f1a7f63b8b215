//! The practice edits the table of clinical risk.

use app_domain::calls::{RiskCategory, RiskRule};
use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::role::Role;

use super::model::{Model, monday_at};

const CATEGORY: RiskCategory = RiskCategory::FixedOrthodontics;
const MANAGER: Role = Role::OfficeManager;

fn set(was: Option<&RiskRule>, becomes: &RiskRule) -> Command {
    Command::SetUpRisk {
        was: was.cloned(),
        becomes: becomes.clone(),
    }
}

fn opened_by(codes: &[&str]) -> RiskRule {
    RiskRule {
        opens: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..RiskRule::usual(CATEGORY)
    }
}

#[test]
fn who_writes_settings_edits_the_table_and_a_dentist_does_not() {
    let mut practice = Model::new();
    let wanted = opened_by(&["ORTO-BOND", "ALLINEATORI"]);
    for role in [
        Role::FrontDesk,
        Role::RemoteSecretary,
        Role::CaseManager,
        Role::Dentist,
        Role::Hygienist,
    ] {
        let refused = practice.act(role, monday_at(9, 0), &set(None, &wanted));
        assert_eq!(refused, Err(Refusal::NotAllowed), "{role:?}");
    }
    practice
        .act(MANAGER, monday_at(9, 0), &set(None, &wanted))
        .expect("set");
    assert_eq!(RiskRule::of(&practice, CATEGORY), wanted);
    practice
        .act(
            Role::Owner,
            monday_at(9, 1),
            &set(Some(&wanted), &opened_by(&["ORTO"])),
        )
        .expect("set otherwise");
    assert_eq!(RiskRule::of(&practice, CATEGORY), opened_by(&["ORTO"]));
}

#[test]
fn what_was_set_meanwhile_is_not_overwritten_and_the_same_again_is_done_already() {
    let mut practice = Model::new();
    let wanted = opened_by(&["ALLINEATORI"]);
    practice
        .act(MANAGER, monday_at(9, 0), &set(None, &wanted))
        .expect("set");
    let blind = set(None, &opened_by(&["ALTRO"]));
    let refused = practice.act(Role::Owner, monday_at(9, 1), &blind);
    assert_eq!(refused, Err(Refusal::SetMeanwhile));
    practice
        .act(Role::Owner, monday_at(9, 1), &set(None, &wanted))
        .expect("nothing to do");
}

#[test]
fn an_unfit_line_is_refused_and_so_is_a_code_that_has_another_place() {
    let mut practice = Model::new();
    let never = RiskRule {
        check_every_days: 0,
        ..RiskRule::usual(CATEGORY)
    };
    for unfit in [
        never,
        opened_by(&[]),
        opened_by(&["orto"]),
        opened_by(&["ESTRAZ"]),
        opened_by(&["ORTO-DEBOND"]),
        opened_by(&["PROV-EST"]),
        opened_by(&["PM-CONTROLLO"]),
    ] {
        let refused = practice.act(MANAGER, monday_at(9, 0), &set(None, &unfit));
        assert_eq!(refused, Err(Refusal::UnfitValue), "{unfit:?}");
    }
    // A code is free for another place once it is taken from its own.
    let denture = RiskRule {
        closes: vec!["PM-RITOCCO".to_owned()],
        ..RiskRule::usual(RiskCategory::DentureJustDelivered)
    };
    practice
        .act(MANAGER, monday_at(9, 1), &set(None, &denture))
        .expect("set");
    practice
        .act(
            MANAGER,
            monday_at(9, 2),
            &set(None, &opened_by(&["PM-CONTROLLO"])),
        )
        .expect("the code is free");
    let taken = practice.act(
        MANAGER,
        monday_at(9, 3),
        &set(
            None,
            &RiskRule {
                closes: vec!["PM-RITOCCO".to_owned()],
                ..RiskRule::usual(RiskCategory::ExtendedProvisional)
            },
        ),
    );
    assert_eq!(taken, Err(Refusal::UnfitValue));
}

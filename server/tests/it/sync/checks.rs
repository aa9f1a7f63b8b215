//! The practice turns the recalls beside hygiene on: the digests are made anew with the acts that count, and off again.

use app_domain::calls::{CallSettings, CheckRule, NewRecall, Reason, ReasonKind, RecallRule, RecallType};
use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::rows::Rows as _;
use app_sync::wire::MutationResult;
use jiff::civil::date;
use server::calls_command::list_at;
use server::export::files;
use server::sync::day::turn;

use super::risk_table::{is_listed_for, served, until};
use crate::export::{take_over, the_practice};
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{CARLA, PRACTICE, now};

on_both_engines!(
    a_recall_that_is_turned_on_brings_who_is_due_and_off_again_nobody,
    what_is_turned_on_is_exported_and_imported,
);

const KIND: ReasonKind = ReasonKind::CheckRecall;

/// Carla, who has no visit, had an implant more than a year ago.
const ACTS: &str = "
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', 'A2',
         '00000000-0000-0000-0000-000000000053', NULL, NULL, 'IMPIANTO', '', '16', NULL, '2025-06-01', 0, 0, NULL);";

fn implants(every_months: u8) -> CallSettings {
    CallSettings {
        checks: vec![CheckRule {
            recall: RecallType::ImplantCheck,
            codes: vec!["IMPIANTO".to_owned()],
            every_months,
        }],
        ..CallSettings::usual()
    }
}

fn set(was: Option<CallSettings>, becomes: CallSettings) -> Command {
    Command::SetUpCalls { was, becomes }
}

async fn a_recall_that_is_turned_on_brings_who_is_due_and_off_again_nobody(database: Database) {
    let live = served(&database, &[ACTS]).await;
    let (mut olga, mut sara) = (live.device("olga", 1).await, live.device("sara", 2).await);
    assert!(sara.rows.patient(CARLA).is_none());
    let before = olga.rows.call_settings().cloned();
    olga.push([(1, set(before, implants(36)))]).await;
    assert_eq!(olga.result().await, (1, MutationResult::Ok));
    until(&mut sara, |sara| sara.rows.call_settings() == Some(&implants(36))).await;
    olga.push([(2, set(Some(implants(36)), implants(12)))]).await;
    until(&mut sara, |sara| is_listed_for(sara, CARLA, KIND)).await;
    // What the database holds is what the devices were told, and the list from the whole history says the same.
    let late = live.device("sara", 3).await;
    assert_eq!(late.rows, sara.rows);
    let practice = the_practice(&database.store).await;
    let list = list_at(&database.store, practice, now()).await.expect("a list");
    let due = list
        .listed
        .iter()
        .filter(|row| row.reasons.iter().map(Reason::kind).any(|kind| kind == KIND));
    let codes: Vec<&str> = due.map(|row| row.patient.as_str()).collect();
    assert_eq!(codes, ["P3"]);

    olga.push([(3, set(Some(implants(12)), CallSettings::usual()))])
        .await;
    until(&mut sara, |sara| !is_listed_for(sara, CARLA, KIND)).await;
    until(&mut sara, |sara| {
        sara.rows.care(CARLA).is_some_and(|care| care.checks.is_empty())
    })
    .await;
}

async fn what_is_turned_on_is_exported_and_imported(database: Database) {
    let live = served(&database, &[ACTS]).await;
    let mut olga = live.device("olga", 1).await;
    let before = olga.rows.call_settings().cloned();
    olga.push([(1, set(before, implants(12)))]).await;
    assert_eq!(olga.result().await, (1, MutationResult::Ok));
    let mut sara = live.device("sara", 2).await;
    let rule = RecallRule {
        interval_months: 6,
        fixed: Some(date(2026, 12, 1)),
        disabled_until: Some(date(2027, 1, 11)),
    };
    let by_hand = |check, was| {
        Command::SetRecall(NewRecall {
            patient: CARLA,
            check,
            was,
            becomes: rule,
        })
    };
    let kinds = [
        Some(RecallType::ImplantCheck),
        None,
        Some(RecallType::DentureCheck),
    ];
    sara.push((1..).zip(kinds.map(|check| by_hand(check, None))))
        .await;
    let off = MutationResult::Refused {
        refusal: Refusal::UnfitValue,
    };
    let expected = [(1, MutationResult::Ok), (2, MutationResult::Ok), (3, off)];
    assert_eq!(sara.results(3).await, expected);
    let exported = files(&database.store, PRACTICE).await.expect("an export");
    let copy = Database::sqlite().await;
    take_over(&copy.store, &exported).await;
    assert_eq!(take_over(&copy.store, &exported).await.changes(), 0);
    let practice = the_practice(&copy.store).await;
    turn(&copy.store, practice, now()).await.expect("a turn");
    let truth = copy.store.truth(practice).await.expect("rows");
    assert_eq!(truth.rows().call_settings(), Some(&implants(12)));
    for check in [None, Some(RecallType::ImplantCheck)] {
        let set = truth.rows().recall(CARLA, check).map(|set| set.rule);
        assert_eq!(set, Some(rule), "{check:?}");
    }
}

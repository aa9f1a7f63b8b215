//! The practice edits the table of clinical risk: intervals hold on the devices at once, and the digests are made anew with
//! the codes.

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, Reason, ReasonKind, RiskCategory, RiskRule};
use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::role::Role;
use app_domain::rows::{Row, Rows as _};
use app_sync::wire::MutationResult;
use server::calls_command::list_at;
use server::sync::day::{Turn, turn};

use super::live::{Device, Live};
use crate::app::TestApp;
use crate::export::the_practice;
use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{BRUNO, CARLA, PRACTICE, fill, now, put};

on_both_engines!(
    other_codes_make_the_digests_anew_and_bring_who_is_at_risk_now,
    another_interval_holds_on_a_device_at_once_and_back_again,
    a_line_that_was_set_is_looked_at_once_even_after_a_restart,
);

const CATEGORY: RiskCategory = RiskCategory::ExtendedProvisional;

/// Bruno has a provisional as the usual table knows it; Carla, who has no visit, one under a code of the practice.
const ACTS: &str = "
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000081', 'A1',
         '00000000-0000-0000-0000-000000000052', NULL, NULL, 'PROV-EST', '', '14', NULL, '2026-10-01', 0, 0, NULL),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', 'A2',
         '00000000-0000-0000-0000-000000000053', NULL, NULL, 'PROV-LUNGO', '', '16', NULL, '2026-10-01', 0, 0, NULL);";

/// Carla's is one that the usual table knows.
const USUAL: &str = "UPDATE act SET act_code = 'PROV-EST' WHERE code = 'A2';";

/// The practice with these acts, served, with the day turned.
pub(super) async fn served(database: &Database, acts: &[&'static str]) -> Live {
    fill(&database.store).await;
    for sql in acts {
        database.run(sql).await.expect("acts");
    }
    turn(&database.store, PRACTICE, now()).await.expect("a turn");
    let before = TestApp::over(database.store.clone()).await;
    before.add("sara", &[Role::FrontDesk]).await;
    before.add("olga", &[Role::OfficeManager]).await;
    before.state.sync.stop().await;
    Live::again(database.store.clone()).await
}

/// Opened by a code of the practice. Carla was there a fortnight ago: within a week of that somebody should have called.
fn opened_by(code: &str) -> RiskRule {
    RiskRule {
        opens: vec![code.to_owned()],
        check_every_days: 7,
        ..RiskRule::usual(CATEGORY)
    }
}

fn every(check_every_days: u16) -> RiskRule {
    RiskRule {
        check_every_days,
        ..RiskRule::usual(CATEGORY)
    }
}

fn set(was: Option<RiskRule>, becomes: RiskRule) -> Command {
    Command::SetUpRisk { was, becomes }
}

fn episodes(device: &Device, patient: PatientId) -> Option<usize> {
    Some(device.rows.care(patient)?.episodes.len())
}

/// Whether the list of a device has the patient for a risk.
fn is_listed(device: &Device, patient: PatientId) -> bool {
    is_listed_for(device, patient, ReasonKind::ClinicalRisk)
}

/// Whether it has the patient for a reason of a kind.
pub(super) fn is_listed_for(device: &Device, patient: PatientId, wanted: ReasonKind) -> bool {
    let board = CallBoard::of(&device.rows, [patient], &Calendar::default(), now());
    let status = board.status(patient);
    status.is_some_and(|status| {
        let mut kinds = status.listed.iter().map(Reason::kind);
        kinds.any(|kind| kind == wanted)
    })
}

/// Reads on until it holds.
pub(super) async fn until(device: &mut Device, holds: impl Fn(&Device) -> bool) {
    let reading = async {
        while !holds(device) {
            device.delta().await;
        }
    };
    let within = tokio::time::timeout(std::time::Duration::from_secs(30), reading);
    within.await.expect("told in time");
}

async fn other_codes_make_the_digests_anew_and_bring_who_is_at_risk_now(database: Database) {
    let live = served(&database, &[ACTS]).await;
    let (mut olga, mut sara) = (live.device("olga", 1).await, live.device("sara", 2).await);
    assert_eq!(episodes(&sara, BRUNO), Some(1));
    assert!(sara.rows.patient(CARLA).is_none());

    olga.push([(1, set(None, opened_by("PROV-LUNGO")))]).await;
    assert_eq!(olga.result().await, (1, MutationResult::Ok));
    until(&mut sara, |sara| is_listed(sara, CARLA)).await;
    assert_eq!(
        episodes(&sara, BRUNO),
        Some(0),
        "the usual code opens nothing any more"
    );
    assert_eq!(sara.rows.risk_rule(CATEGORY), Some(&opened_by("PROV-LUNGO")));
    // What the database holds is what the devices were told, and the list from the whole history says the same.
    let late = live.device("sara", 3).await;
    assert_eq!(late.rows, sara.rows);
    let practice = the_practice(&database.store).await;
    let list = list_at(&database.store, practice, now()).await.expect("a list");
    let at_risk = list.listed.iter().filter(|row| {
        let mut kinds = row.reasons.iter().map(Reason::kind);
        kinds.any(|kind| kind == ReasonKind::ClinicalRisk)
    });
    let codes: Vec<&str> = at_risk.map(|row| row.patient.as_str()).collect();
    assert_eq!(codes, ["P3"]);

    // Back again: whom the devices know they know for the day.
    let usual = RiskRule::usual(CATEGORY);
    olga.push([(2, set(Some(opened_by("PROV-LUNGO")), usual))]).await;
    until(&mut sara, |sara| episodes(sara, BRUNO) == Some(1)).await;
    assert_eq!(episodes(&sara, CARLA), Some(0));
}

async fn another_interval_holds_on_a_device_at_once_and_back_again(database: Database) {
    let live = served(&database, &[ACTS, USUAL]).await;
    let (mut olga, mut sara) = (live.device("olga", 1).await, live.device("sara", 2).await);
    assert!(
        sara.rows.patient(CARLA).is_none(),
        "not due, and without a visit at hand"
    );

    // A shorter one brings who is due now; a longer one takes them off the list, a shorter one back, where they are known.
    olga.push([(1, set(None, every(10)))]).await;
    until(&mut sara, |sara| is_listed(sara, CARLA)).await;
    for (number, was, becomes) in [(2, 10, 90), (3, 90, 10)] {
        olga.push([(number, set(Some(every(was)), every(becomes)))]).await;
        until(&mut sara, |sara| {
            sara.rows.risk_rule(CATEGORY) == Some(&every(becomes))
        })
        .await;
        assert_eq!(is_listed(&sara, CARLA), becomes == 10);
    }
}

async fn a_line_that_was_set_is_looked_at_once_even_after_a_restart(database: Database) {
    fill(&database.store).await;
    database.run(ACTS).await.expect("acts");
    let turned = async || turn(&database.store, PRACTICE, now()).await.expect("a turn");
    assert_eq!(turned().await, Turn::Done);
    assert_eq!(turned().await, Turn::NotDue);
    // As a server that was killed after it had written the line, and before it had made the digests anew.
    put(&database.store, [Row::RiskRule(opened_by("PROV-LUNGO"))]).await;
    assert_eq!(turned().await, Turn::Done);
    assert_eq!(turned().await, Turn::NotDue);
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    let open = |patient| truth.rows().care(patient).map(|care| care.episodes.len());
    assert_eq!((open(BRUNO), open(CARLA)), (Some(0), Some(1)));
}

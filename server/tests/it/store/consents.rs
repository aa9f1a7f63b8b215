//! Consents to treatment come back as they were given, and an attestation that was a slip goes.

use std::collections::BTreeMap;

use app_domain::care::{Care, HygieneCare};
use app_domain::id::{PatientId, PlanId};
use app_domain::rows::{Change, Key, Row};
use app_domain::treatment_consent::{GivenConsent, TreatmentConsent, WithdrawalWish, WithdrawnConsent};
use jiff::civil::date;
use server::store::care::replace_cares;
use server::store::change::write_change;
use server::store::treatment_consent::{treatment_consents, treatment_consents_of};
use uuid::Uuid;

use super::database::Database;
use super::small_practice::{ANNA, BRUNO, PRACTICE, SARA, TODAY, WINDOW_FROM, at, fill, put};

super::on_both_engines!(
    what_is_recorded_of_a_consent_comes_back_to_the_devices_that_know_its_patient,
    an_attestation_that_was_a_slip_goes_without_a_trace,
    a_consent_is_to_a_plan_of_the_practice,
);

const PLAN: PlanId = PlanId(Uuid::from_u128(0x71));

const LEDGER: &str = "
    INSERT INTO plan (practice_id, id, code, patient_id, clinician_id, title, signed, presented, state) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000071', 'PC1',
         '00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000021', 'Protesi fissa',
         '2026-11-10', '2026-11-12', 'active');";

fn given(withdrawn: Option<WithdrawnConsent>) -> GivenConsent {
    GivenConsent {
        by: SARA,
        at: at(9, 0),
        signed: date(2026, 11, 20),
        withdrawn,
    }
}

fn consent(given: Vec<GivenConsent>) -> TreatmentConsent {
    TreatmentConsent::of(PLAN, BRUNO, given).expect("a consent")
}

async fn filled(database: &Database, patients: &[PatientId]) {
    fill(&database.store).await;
    database.run(LEDGER).await.expect("a plan");
    let care = |patient| Care {
        patient,
        episodes: Vec::new(),
        hygiene: HygieneCare {
            interval_months: 6,
            last_done: None,
            fixed: None,
        },
        plans: Vec::new(),
        finished: None,
        checks: Vec::new(),
        money: None,
        missed: Vec::new(),
        closed_episodes: Vec::new(),
        last_visit_done: None,
    };
    let cares: BTreeMap<PatientId, Care> = patients.iter().map(|id| (*id, care(*id))).collect();
    let mut tx = database.store.begin().await.expect("a transaction");
    replace_cares(&mut tx, PRACTICE, TODAY, WINDOW_FROM, &cares)
        .await
        .expect("digests");
    tx.commit().await.expect("a commit");
}

/// What the devices know, and what is recorded of the patient and at all.
async fn known(database: &Database) -> (Option<Row>, Vec<TreatmentConsent>, Vec<TreatmentConsent>) {
    let truth = database.store.truth(PRACTICE).await.expect("rows");
    let row = truth.rows().get(Key::TreatmentConsent(PLAN)).cloned();
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let of_patient = treatment_consents_of(&mut tx, PRACTICE, BRUNO)
        .await
        .expect("consents");
    let all = treatment_consents(&mut tx, PRACTICE).await.expect("consents");
    (row, of_patient, all)
}

async fn what_is_recorded_of_a_consent_comes_back_to_the_devices_that_know_its_patient(database: Database) {
    filled(&database, &[ANNA, BRUNO]).await;
    let withdrawn = WithdrawnConsent {
        by: SARA,
        at: at(9, 30),
        wish: WithdrawalWish::Patient,
        reason: "ha cambiato idea".into(),
    };
    for consent in [
        consent(vec![given(None)]),
        consent(vec![given(Some(withdrawn.clone()))]),
        consent(vec![given(Some(withdrawn)), given(None)]),
    ] {
        put(&database.store, [Row::TreatmentConsent(consent.clone())]).await;
        let expected = Some(Row::TreatmentConsent(consent.clone()));
        assert_eq!(
            known(&database).await,
            (expected, vec![consent.clone()], vec![consent])
        );
    }
    let mut tx = database.store.begin().await.expect("a transaction");
    replace_cares(&mut tx, PRACTICE, TODAY, WINDOW_FROM, &BTreeMap::new())
        .await
        .expect("digests");
    tx.commit().await.expect("a commit");
    let (row, of_patient, all) = known(&database).await;
    assert_eq!((row, of_patient.len(), all.len()), (None, 1, 1));
}

async fn an_attestation_that_was_a_slip_goes_without_a_trace(database: Database) {
    filled(&database, &[BRUNO]).await;
    put(
        &database.store,
        [Row::TreatmentConsent(consent(vec![given(None)]))],
    )
    .await;
    let mut tx = database.store.begin().await.expect("a transaction");
    let gone = Change::Remove {
        key: Key::TreatmentConsent(PLAN),
    };
    write_change(&mut tx, PRACTICE, &gone).await.expect("removed");
    tx.commit().await.expect("a commit");
    assert_eq!(known(&database).await, (None, Vec::new(), Vec::new()));
}

async fn a_consent_is_to_a_plan_of_the_practice(database: Database) {
    filled(&database, &[BRUNO]).await;
    let unknown = TreatmentConsent {
        plan: PlanId(Uuid::from_u128(0x72)),
        ..consent(vec![given(None)])
    };
    let mut tx = database.store.begin().await.expect("a transaction");
    let change = Change::Put {
        row: Row::TreatmentConsent(unknown),
    };
    assert!(write_change(&mut tx, PRACTICE, &change).await.is_err());
}

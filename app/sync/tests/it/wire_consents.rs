//! Frozen samples of consents to treatment.

use app_domain::command::Command;
use app_domain::id::PlanId;
use app_domain::rows::{Change, Key, Row};
use app_domain::time::Instant;
use app_domain::treatment_consent::{
    ConsentStanding, GivenConsent, TreatmentConsent, WithdrawalWish, WithdrawnConsent,
};
use uuid::Uuid;

use crate::practice::{MONDAY, member_id, patient_id};
use crate::wire::is;

const PLAN: PlanId = PlanId(Uuid::from_u128(1));

#[test]
fn what_is_done_with_a_consent_stays_as_it_was() {
    is(
        r#"{"name":"attest_consent","args":{"plan":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","signed":"2026-11-23"}}"#,
        Command::AttestConsent {
            plan: PLAN,
            patient: patient_id(1),
            signed: MONDAY,
        },
    );
    is(
        r#"{"name":"withdraw_consent","args":{"plan":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","wish":"patient","reason":"ha cambiato idea"}}"#,
        Command::WithdrawConsent {
            plan: PLAN,
            patient: patient_id(1),
            wish: WithdrawalWish::Patient,
            reason: "ha cambiato idea".to_owned(),
        },
    );
}

#[test]
fn a_consent_stays_as_it_was_whole_and_for_those_who_know_only_whether_there_is_one() {
    let given = |at, withdrawn| GivenConsent {
        by: member_id(1),
        at: Instant(at),
        signed: MONDAY,
        withdrawn,
    };
    let withdrawn = WithdrawnConsent {
        by: member_id(2),
        at: Instant(6),
        wish: WithdrawalWish::Clinician,
        reason: "altro foglio".to_owned(),
    };
    let whole = TreatmentConsent::of(
        PLAN,
        patient_id(1),
        vec![given(5, Some(withdrawn)), given(7, None)],
    );
    is(
        r#"{"table":"treatment_consent","row":{"plan":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","standing":"in_force","given":[{"by":"00000000-0000-0005-0000-000000000001","at":5,"signed":"2026-11-23","withdrawn":{"by":"00000000-0000-0005-0000-000000000002","at":6,"wish":"clinician","reason":"altro foglio"}},{"by":"00000000-0000-0005-0000-000000000001","at":7,"signed":"2026-11-23"}]}}"#,
        Row::TreatmentConsent(whole.expect("a consent")),
    );
    is(
        r#"{"table":"treatment_consent","row":{"plan":"00000000-0000-0000-0000-000000000001","patient":"00000000-0000-0003-0000-000000000001","standing":"withdrawn"}}"#,
        Row::TreatmentConsent(TreatmentConsent {
            plan: PLAN,
            patient: patient_id(1),
            standing: ConsentStanding::Withdrawn,
            given: Vec::new(),
        }),
    );
    is(
        r#"{"op":"remove","table":"treatment_consent","id":"00000000-0000-0000-0000-000000000001"}"#,
        Change::Remove {
            key: Key::TreatmentConsent(PLAN),
        },
    );
}

//! The history of a family comes whole.

use app_domain::care::{PlanAnswer, PlanState};
use app_domain::id::PatientId;
use app_domain::money::Cents;
use jiff::civil::date;
use server::store::Families;
use server::store::history::{all_families, histories};

use super::database::Database;
use super::small_practice::{ANNA, BRUNO, CARLA, PAST, PRACTICE, fill};

super::on_both_engines!(
    families_are_those_for_whom_one_pays,
    one_family_can_be_asked_for,
    plans_acts_payments_and_instalments_come_with_their_patient,
);

const LEDGER: &str = "
    INSERT INTO plan (practice_id, id, code, patient_id, clinician_id, title, signed, presented, state) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000071', 'PC1',
         '00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000021', 'Protesi fissa',
         '2026-01-10', '2026-01-12', 'stopped');
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer, gap_days) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000081', 'A1',
         '00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000071', 2, 'PROV-EST', 'Provvisorio',
         '14', '00000000-0000-0000-0000-000000000021', '2026-02-01', 50000, 2500, 'accepted', 14),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', NULL,
         '00000000-0000-0000-0000-000000000052', NULL, NULL, 'IGIENE', '', '', NULL, NULL, 8500, 0, NULL, NULL);
    INSERT INTO payment (practice_id, id, code, patient_id, plan_id, day, amount_cents, method) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000091', 'Q1',
         '00000000-0000-0000-0000-000000000052', '00000000-0000-0000-0000-000000000071', '2026-02-02', -4000, 'Carta');
    INSERT INTO instalment (practice_id, id, plan_id, number, due, amount_cents) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-0000000000a1',
         '00000000-0000-0000-0000-000000000071', 1, '2026-03-01', 47500);
    UPDATE patient SET hygiene_interval_months = 0, hygiene_fixed = '2027-01-15'
        WHERE id = '00000000-0000-0000-0000-000000000052';";

async fn families(database: &Database, families: &Families) -> Vec<Vec<PatientId>> {
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let families = histories(&mut tx, PRACTICE, families).await.expect("histories");
    families
        .iter()
        .map(|family| family.iter().map(|history| history.patient.id).collect())
        .collect()
}

async fn families_are_those_for_whom_one_pays(database: Database) {
    fill(&database.store).await;
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let all = all_families(&mut tx, PRACTICE).await.expect("families");
    drop(tx);
    assert_eq!(
        all,
        [Families {
            first: ANNA,
            last: CARLA
        }]
    );
    assert_eq!(
        families(&database, &all[0]).await,
        [vec![ANNA, BRUNO], vec![CARLA]]
    );
}

async fn one_family_can_be_asked_for(database: Database) {
    fill(&database.store).await;
    let of = |payer| Families {
        first: payer,
        last: payer,
    };
    assert_eq!(families(&database, &of(ANNA)).await, [[ANNA, BRUNO]]);
    assert_eq!(
        families(&database, &of(BRUNO)).await,
        Vec::<Vec<PatientId>>::new()
    );
    assert_eq!(families(&database, &of(CARLA)).await, [[CARLA]]);
}

async fn plans_acts_payments_and_instalments_come_with_their_patient(database: Database) {
    fill(&database.store).await;
    database.run(LEDGER).await.expect("a ledger");
    let mut tx = database.store.db().begin_read().await.expect("a transaction");
    let all = Families {
        first: ANNA,
        last: CARLA,
    };
    let found = histories(&mut tx, PRACTICE, &all).await.expect("histories");
    let [anna, bruno, carla] = [&found[0][0], &found[0][1], &found[1][0]];
    assert_eq!((anna.hygiene_interval_months, anna.hygiene_fixed), (6, None));
    assert_eq!(
        (bruno.hygiene_interval_months, bruno.hygiene_fixed),
        (0, Some(date(2027, 1, 15)))
    );
    assert!(anna.acts.is_empty() && anna.plans.is_empty() && anna.payments.is_empty());
    assert_eq!(
        carla
            .appointments
            .iter()
            .map(|visit| visit.id)
            .collect::<Vec<_>>(),
        [PAST]
    );

    let [plan] = &bruno.plans[..] else {
        panic!("one plan")
    };
    assert_eq!(
        (plan.code.as_str(), plan.presented, plan.state),
        ("PC1", Some(date(2026, 1, 12)), PlanState::Stopped)
    );
    let step = bruno
        .acts
        .iter()
        .find(|act| act.plan == Some(plan.id))
        .expect("a step");
    assert_eq!(
        (step.code.as_str(), step.position, step.tooth.as_str()),
        ("A1", Some(2), "14")
    );
    assert_eq!(
        (step.done, step.net(), step.answer),
        (Some(date(2026, 2, 1)), Cents(47_500), Some(PlanAnswer::Accepted))
    );
    assert_eq!(step.gap_days, Some(14));
    let single = bruno
        .acts
        .iter()
        .find(|act| act.plan.is_none())
        .expect("a single act");
    assert_eq!(
        (single.code.as_str(), single.done),
        ("00000000-0000-0000-0000-000000000082", None)
    );
    assert_eq!(single.gap_days, None);
    let [payment] = &bruno.payments[..] else {
        panic!("one payment")
    };
    assert_eq!(
        (payment.plan, payment.day, payment.amount),
        (Some(plan.id), date(2026, 2, 2), Cents(-4_000))
    );
    let [instalment] = &bruno.instalments[..] else {
        panic!("one instalment")
    };
    assert_eq!(
        (instalment.number, instalment.due, instalment.amount),
        (1, date(2026, 3, 1), Cents(47_500))
    );
}

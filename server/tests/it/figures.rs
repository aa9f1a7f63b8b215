//! The figures of a small practice, on both engines and as the command prints them.

use app_domain::indicators::{Formula, Share, Value};
use app_domain::money::Cents;
use jiff::civil::date;
use server::figures_command::figures_at;

use crate::store::database::Database;
use crate::store::on_both_engines;
use crate::store::small_practice::{PRACTICE, fill, now};

on_both_engines!(every_engine_gives_the_same_figures);

const CARE: &str = "
    INSERT INTO act (practice_id, id, code, patient_id, plan_id, position, act_code, description, tooth,
        clinician_id, done, price_cents, discount_cents, answer) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000081', 'A1',
         '00000000-0000-0000-0000-000000000052', NULL, NULL, 'PROV-EST', 'Provvisorio', '14',
         '00000000-0000-0000-0000-000000000021', '2026-09-25', 50000, 2500, NULL),
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000082', 'A2',
         '00000000-0000-0000-0000-000000000052', NULL, NULL, 'IGIENE', '', '', NULL, '2026-10-06', 8500, 0, NULL);
    INSERT INTO payment (practice_id, id, code, patient_id, plan_id, day, amount_cents, method) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000091', 'Q1',
         '00000000-0000-0000-0000-000000000052', NULL, '2026-10-07', 6000, 'Carta');
    INSERT INTO attempt (practice_id, id, patient_id, at, channel, member_id, by_name, imported, double) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-0000000000b1',
         '00000000-0000-0000-0000-000000000052', 1793180000000, 'phone', NULL, 'Sara', TRUE, FALSE);
    INSERT INTO attempt_outcome (practice_id, attempt_id, position, topic, outcome) VALUES
        ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-0000000000b1', 0, 'clinical_risk',
         'all_well');";

async fn every_engine_gives_the_same_figures(database: Database) {
    fill(&database.store).await;
    database.run(CARE).await.expect("care");
    let practice = figures_at(&database.store, PRACTICE, now())
        .await
        .expect("figures");
    let figures = practice.figures;
    assert_eq!(figures.exposure.total, Cents(50_000));
    assert_eq!(figures.exposure.aging.buckets[1], Cents(50_000));
    let october = figures.months.last().expect("twelve months");
    assert_eq!(october.period.from, date(2026, 10, 1));
    let value = |formula| october.indicator(formula).map(|indicator| indicator.value);
    let amount = |cents, rows| {
        Some(Value::Amount {
            cents: Cents(cents),
            rows,
        })
    };
    let share = |numerator, denominator| {
        Some(Value::Share(Share {
            numerator,
            denominator,
        }))
    };
    assert_eq!(value(Formula::Production), amount(8_500, 1));
    assert_eq!(value(Formula::Collected), amount(6_000, 1));
    // One chair of eight hours on twenty-two working days; the other one is hidden.
    assert_eq!(value(Formula::AgendaSaturation), share(0, 22 * 480));
    assert_eq!(value(Formula::HygieneRebooking), share(0, 1));
    // Past its check since the 25th, but for the call of the 28th.
    assert_eq!(value(Formula::RiskCoverage), share(1, 1));
}

//! The table of clinical risk, as far as the practice has set it.

use app_domain::calls::{RiskRule, RiskTable};
use app_domain::id::PracticeId;

use super::column::{from_json, from_word, narrow, to_json, to_word};
use super::{StoreError, Tx, sql};

/// Every line that the practice has set.
pub async fn risk_rules(tx: &mut Tx, practice: PracticeId) -> Result<Vec<RiskRule>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, String, i64)>,
        "SELECT category, opens, closes, check_every_days FROM risk_rule WHERE practice_id = $1 ORDER BY category",
        practice.to_string(),
    )?;
    let rule = |(category, opens, closes, check_every_days): (String, String, String, i64)| {
        Ok(RiskRule {
            category: from_word("risk_rule.category", &category)?,
            opens: from_json("risk_rule.opens", &opens)?,
            closes: from_json("risk_rule.closes", &closes)?,
            check_every_days: narrow("risk_rule.check_every_days", check_every_days)?,
        })
    };
    rows.into_iter().map(rule).collect()
}

/// The whole table: what is set, and what is usual for the rest.
pub async fn risk_table(tx: &mut Tx, practice: PracticeId) -> Result<RiskTable, StoreError> {
    Ok(RiskTable::set(risk_rules(tx, practice).await?))
}

/// A line, set or set otherwise. The digests are to be made anew since.
pub async fn put_risk_rule(tx: &mut Tx, practice: PracticeId, rule: &RiskRule) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO risk_rule (practice_id, category, opens, closes, check_every_days, is_new)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (practice_id, category) DO UPDATE SET opens = excluded.opens, closes = excluded.closes,
             check_every_days = excluded.check_every_days, is_new = excluded.is_new",
        practice.to_string(),
        to_word(rule.category),
        to_json(&rule.opens),
        to_json(&rule.closes),
        i64::from(rule.check_every_days),
        true,
    )?;
    Ok(())
}

/// Whether a line was set since the digests were made.
pub async fn is_risk_table_new(tx: &mut Tx, practice: PracticeId) -> Result<bool, StoreError> {
    let (new,) = sql!(
        tx,
        one::<(i64,)>,
        "SELECT count(*) FROM risk_rule WHERE practice_id = $1 AND is_new = $2",
        practice.to_string(),
        true,
    )?;
    Ok(new > 0)
}

/// The digests are made under the table as it is.
pub async fn risk_table_is_known(tx: &mut Tx, practice: PracticeId) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE risk_rule SET is_new = $2 WHERE practice_id = $1",
        practice.to_string(),
        false,
    )?;
    Ok(())
}

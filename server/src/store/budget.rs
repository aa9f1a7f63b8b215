//! What each role may grant without asking.

use app_domain::autonomy::Budget;
use app_domain::id::PracticeId;
use app_domain::money::Cents;

use super::column::{from_word, narrow};
use super::{StoreError, Tx, sql};

/// Every budget that the practice has set.
pub async fn budgets(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Budget>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, i64, bool, i64)>,
        "SELECT role, delay_days, outside_hours, waive_cents FROM budget WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let budget = |(role, delay_days, outside_hours, waive): (String, i64, bool, i64)| {
        Ok(Budget {
            role: from_word("budget.role", &role)?,
            delay_days: narrow("budget.delay_days", delay_days)?,
            outside_hours,
            waive: Cents(waive),
        })
    };
    rows.into_iter().map(budget).collect()
}

/// A budget, set or set otherwise.
pub async fn put_budget(tx: &mut Tx, practice: PracticeId, budget: &Budget) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO budget (practice_id, role, delay_days, outside_hours, waive_cents) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (practice_id, role) DO UPDATE
         SET delay_days = excluded.delay_days, outside_hours = excluded.outside_hours,
             waive_cents = excluded.waive_cents",
        practice.to_string(),
        budget.role.code(),
        i64::from(budget.delay_days),
        budget.outside_hours,
        budget.waive.0,
    )?;
    Ok(())
}

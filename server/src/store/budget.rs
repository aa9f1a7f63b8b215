//! What each role may grant without asking.

use app_domain::autonomy::Budget;
use app_domain::id::PracticeId;

use super::column::{from_word, narrow};
use super::{StoreError, Tx, sql};

/// Every budget that the practice has set.
pub async fn budgets(tx: &mut Tx, practice: PracticeId) -> Result<Vec<Budget>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, i64, bool)>,
        "SELECT role, delay_days, outside_hours FROM budget WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let budget = |(role, delay_days, outside_hours): (String, i64, bool)| {
        Ok(Budget {
            role: from_word("budget.role", &role)?,
            delay_days: narrow("budget.delay_days", delay_days)?,
            outside_hours,
        })
    };
    rows.into_iter().map(budget).collect()
}

/// A budget, set or set otherwise.
pub async fn put_budget(tx: &mut Tx, practice: PracticeId, budget: &Budget) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO budget (practice_id, role, delay_days, outside_hours) VALUES ($1, $2, $3, $4)
         ON CONFLICT (practice_id, role) DO UPDATE
         SET delay_days = excluded.delay_days, outside_hours = excluded.outside_hours",
        practice.to_string(),
        budget.role.code(),
        i64::from(budget.delay_days),
        budget.outside_hours,
    )?;
    Ok(())
}

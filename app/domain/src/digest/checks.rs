//! What the recalls beside hygiene are computed from.

use jiff::civil::Date;

use crate::calls::CheckRule;
use crate::care::{CheckCare, History};

/// The last act of each type of recall that is on; none where there never was one.
pub(super) fn condense(history: &History, rules: &[CheckRule], today: Date) -> Vec<CheckCare> {
    let last_done = |rule: &CheckRule| {
        let acts = history.acts.iter().filter(|act| rule.counts(&act.act_code));
        acts.filter_map(|act| act.done).filter(|day| *day <= today).max()
    };
    let check = |rule: &CheckRule| {
        Some(CheckCare {
            recall: rule.recall,
            last_done: last_done(rule)?,
        })
    };
    rules.iter().filter_map(check).collect()
}

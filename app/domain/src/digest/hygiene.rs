//! What the hygiene recall is computed from.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::care::{History, HygieneCare};

/// Code of a hygiene done.
pub(crate) const HYGIENE: &str = "IGIENE";

/// How many days before a date set by hand a hygiene serves it already.
const SERVES_FROM_DAYS: i64 = 14;

pub(super) fn condense(history: &History, today: Date) -> HygieneCare {
    let done = history
        .acts
        .iter()
        .filter(|act| act.act_code == HYGIENE)
        .filter_map(|act| act.done);
    let last_done = done.filter(|day| *day <= today).max();
    let is_served =
        |fixed: Date| last_done.is_some_and(|done| done >= fixed.saturating_sub(SERVES_FROM_DAYS.days()));
    HygieneCare {
        interval_months: history.hygiene_interval_months,
        last_done,
        fixed: history.hygiene_fixed.filter(|fixed| !is_served(*fixed)),
    }
}

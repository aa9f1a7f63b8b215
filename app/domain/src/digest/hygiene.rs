//! What the hygiene recall is computed from.

use jiff::civil::Date;

use crate::care::{History, HygieneCare};

/// Code of a hygiene done.
pub(crate) const HYGIENE: &str = "IGIENE";

pub(super) fn condense(history: &History, today: Date) -> HygieneCare {
    let done = history
        .acts
        .iter()
        .filter(|act| act.act_code == HYGIENE)
        .filter_map(|act| act.done);
    let last_done = done.filter(|day| *day <= today).max();
    let hygiene = HygieneCare {
        interval_months: history.hygiene_interval_months,
        last_done,
        fixed: None,
    };
    HygieneCare {
        fixed: history.hygiene_fixed.filter(|fixed| !hygiene.serves(*fixed)),
        ..hygiene
    }
}

//! Reasons and statuses for tests.

use app_domain::calls::{
    CallStatus, Cause, DueDetail, DueFrom, Excluded, HygieneDetail, Reason, ReasonDetail,
};
use app_domain::time::Instant;
use jiff::civil::date;

fn reason(detail: ReasonDetail) -> Reason {
    Reason {
        detail,
        since: date(2026, 11, 2),
    }
}

/// A hygiene recall.
pub fn hygiene() -> Reason {
    reason(ReasonDetail::HygieneRecall(HygieneDetail {
        due: date(2026, 11, 16),
        from: DueFrom::Interval,
        last_done: None,
    }))
}

/// A balance.
pub fn balance() -> Reason {
    reason(ReasonDetail::Balance(DueDetail {
        amount: None,
        day: date(2026, 10, 26),
        broken_promise: None,
    }))
}

/// A hygiene recall that is held.
pub fn held(cause: Cause, until: Option<Instant>) -> Excluded {
    Excluded {
        reason: hygiene(),
        cause,
        until,
    }
}

/// How a patient stands.
pub fn status(listed: Vec<Reason>, excluded: Vec<Excluded>) -> CallStatus {
    CallStatus {
        listed,
        excluded,
        rank: None,
        next_change: None,
    }
}

//! Frozen samples of recalls that are set by hand.

use app_domain::calls::{NewRecall, Recall, RecallRule};
use app_domain::command::Command;
use app_domain::rows::Row;
use app_domain::time::Instant;
use jiff::civil::date;

use crate::practice::{member_id, patient_id};
use crate::wire::is;

const WHOLE: RecallRule = RecallRule {
    interval_months: 4,
    fixed: Some(date(2026, 12, 14)),
    disabled_until: Some(date(2027, 1, 7)),
};

const PLAIN: RecallRule = RecallRule {
    interval_months: 0,
    fixed: None,
    disabled_until: None,
};

#[test]
fn a_recall_that_is_set_stays_as_it_was() {
    is(
        r#"{"name":"set_recall","args":{"patient":"00000000-0000-0003-0000-000000000001","becomes":{"interval_months":0}}}"#,
        Command::SetRecall(NewRecall {
            patient: patient_id(1),
            check: None,
            was: None,
            becomes: PLAIN,
        }),
    );
    is(
        r#"{"name":"set_recall","args":{"patient":"00000000-0000-0003-0000-000000000001","was":{"interval_months":0},"becomes":{"interval_months":4,"fixed":"2026-12-14","disabled_until":"2027-01-07"}}}"#,
        Command::SetRecall(NewRecall {
            patient: patient_id(1),
            check: None,
            was: Some(PLAIN),
            becomes: WHOLE,
        }),
    );
    is(
        r#"{"table":"recall","row":{"patient":"00000000-0000-0003-0000-000000000001","rule":{"interval_months":4,"fixed":"2026-12-14","disabled_until":"2027-01-07"},"by":"00000000-0000-0005-0000-000000000001","at":5}}"#,
        Row::Recall(Recall {
            patient: patient_id(1),
            check: None,
            rule: WHOLE,
            by: member_id(1),
            at: Instant(5),
        }),
    );
}

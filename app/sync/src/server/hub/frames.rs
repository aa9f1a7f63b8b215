//! The text of messages. A delta's changes are the costly part: they are written once and put into each frame.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::rows::Change;
use serde::Serialize;
use uuid::Uuid;

use super::Frame;
use crate::wire::{Cursor, Mid, ServerMessage};

pub(super) fn frame(message: &ServerMessage) -> Frame {
    json(message).into()
}

pub(super) fn changes_json(changes: &[Change]) -> String {
    json(&changes)
}

/// The same text as of `ServerMessage::Delta`, around changes that are written already.
pub(super) fn delta_frame(cursor: &Cursor, changes: &str, last_mids: &BTreeMap<Uuid, Mid>) -> Frame {
    let (cursor, last_mids) = (json(cursor), json(last_mids));
    format!(r#"{{"type":"delta","cursor":{cursor},"changes":{changes},"last_mids":{last_mids}}}"#).into()
}

/// The last change of each row, for who reads many steps at once.
pub(super) fn coalesce(changes: Vec<Change>) -> Vec<Change> {
    let mut seen = BTreeSet::new();
    let mut last: Vec<Change> = changes
        .into_iter()
        .rev()
        .filter(|change| seen.insert(change.key()))
        .collect();
    last.reverse();
    last
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("messages are plain data and always have a JSON form")
}

#[cfg(test)]
mod tests {
    use app_domain::id::PatientId;
    use app_domain::rows::Key;

    use super::*;
    use crate::wire::Delta;

    fn gone(number: u128) -> Change {
        Change::Remove {
            key: Key::Care(PatientId(Uuid::from_u128(number))),
        }
    }

    #[test]
    fn a_frame_put_together_is_the_message_that_it_stands_for() {
        let delta = Delta {
            cursor: Cursor("a \"cursor\" \\ with signs".into()),
            changes: vec![gone(1), gone(2)],
            last_mids: [(Uuid::from_u128(9), Mid(4))].into(),
        };
        let put_together = delta_frame(&delta.cursor, &changes_json(&delta.changes), &delta.last_mids);
        assert_eq!(put_together, frame(&ServerMessage::Delta(delta)));
    }

    #[test]
    fn of_many_changes_of_a_row_the_last_stays() {
        assert_eq!(coalesce(vec![gone(1), gone(2), gone(1)]), vec![gone(2), gone(1)]);
    }
}

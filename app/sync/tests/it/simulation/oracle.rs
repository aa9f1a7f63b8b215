//! The frozen history of what each role may see: at every step of every log that there was.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use app_domain::role::Role;
use app_domain::rows::{Change, Key, Row};
use app_sync::replica::{Replica, row_checksum};
use app_sync::server::LogEpoch;

use super::eyes::seen_by;
use crate::practice::rows;

/// A checksum for each role, in the order of [`Role::ALL`].
type Sums = [u64; Role::ALL.len()];

/// Of each log: its first step, and the sums from there on.
pub struct Oracle {
    logs: BTreeMap<LogEpoch, (u64, Vec<Sums>)>,
}

impl Oracle {
    /// The practice of the tests, before the first step.
    pub fn new(epoch: LogEpoch) -> Self {
        static FIRST: OnceLock<Sums> = OnceLock::new();
        let first = FIRST.get_or_init(|| whole(&rows()));
        Self {
            logs: [(epoch, (0, vec![*first]))].into(),
        }
    }

    /// Another log begins with these rows.
    pub fn begin(&mut self, epoch: LogEpoch, seq: u64, rows: &Replica) {
        let rows: Vec<Row> = rows.rows().cloned().collect();
        self.logs.insert(epoch, (seq, vec![whole(&rows)]));
    }

    /// A change of the next step, with the row that was there before it. To be told before the rows move on.
    pub fn next(&mut self, epoch: LogEpoch, changes: &[Change], rows: &Replica) {
        let (_, steps) = self.logs.get_mut(&epoch).expect("a log that has begun");
        let mut sums = *steps.last().expect("every log has a first step");
        let mut now: BTreeMap<Key, Option<&Row>> = BTreeMap::new();
        for change in changes {
            let key = change.key();
            let before = now.get(&key).copied().unwrap_or_else(|| rows.get(key));
            let after = match change {
                Change::Put { row } => Some(row),
                Change::Remove { .. } => None,
            };
            let (before, after_sums) = (parts(before), parts(after));
            for (index, sum) in sums.iter_mut().enumerate() {
                *sum = sum.wrapping_sub(before[index]).wrapping_add(after_sums[index]);
            }
            now.insert(key, after);
        }
        steps.push(sums);
    }

    /// What the rows that a role may see sum up to at a step; `None` for a step that never was durable.
    pub fn sum(&self, epoch: LogEpoch, role: Role, seq: u64) -> Option<u64> {
        let (first, steps) = self.logs.get(&epoch)?;
        let sums = steps.get(usize::try_from(seq.checked_sub(*first)?).ok()?)?;
        let index = Role::ALL.into_iter().position(|one| one == role)?;
        sums.get(index).copied()
    }
}

fn whole(rows: &[Row]) -> Sums {
    let mut sums = Sums::default();
    for row in rows {
        for (sum, part) in sums.iter_mut().zip(parts(Some(row))) {
            *sum = sum.wrapping_add(part);
        }
    }
    sums
}

/// The part of a row in the sum of each role. Most roles see most rows alike: each look is summed up once.
fn parts(row: Option<&Row>) -> Sums {
    let mut looks: Vec<(Row, u64)> = Vec::new();
    Role::ALL.map(|role| {
        let Some(look) = row.and_then(|row| seen_by(role, row)) else {
            return 0;
        };
        if let Some((_, sum)) = looks.iter().find(|(known, _)| *known == look) {
            return *sum;
        }
        let sum = row_checksum(&look);
        looks.push((look, sum));
        sum
    })
}

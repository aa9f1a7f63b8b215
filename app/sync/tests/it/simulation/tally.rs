//! How often things really happened: a fault that never strikes proves nothing.

use std::collections::BTreeMap;

/// Names of what happened, and how often.
#[derive(Clone, Default)]
pub struct Tally(BTreeMap<&'static str, u64>);

impl Tally {
    pub fn count(&mut self, what: &'static str) {
        self.add(what, 1);
    }

    pub fn add(&mut self, what: &'static str, times: u64) {
        *self.0.entry(what).or_default() += times;
    }

    pub fn of(&self, what: &str) -> u64 {
        self.0.get(what).copied().unwrap_or_default()
    }

    pub fn take_in(&mut self, other: Self) {
        for (what, times) in other.0 {
            self.add(what, times);
        }
    }

    /// One line for each, as `times a history  what`.
    pub fn report(&self, histories: u64) -> String {
        let line = |(what, times): (&&str, &u64)| {
            let rate = *times as f64 / histories.max(1) as f64;
            format!("{times:>12} {rate:>9.3}  {what}")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

//! What differs from the last import.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::Ids;
use crate::import::rows::Fact;
use crate::store::import::{Known, NewRow, Shape, Value};

/// Digits of the fingerprint of one group.
const DIGITS: usize = 8;

/// What differs from the last import.
#[derive(Debug, Default)]
pub(super) struct Delta {
    /// Rows that were not there.
    pub new: Vec<New>,
    /// Rows of which the export says something else.
    pub changed: Vec<Changed>,
    /// How many rows are as before.
    pub unchanged: usize,
    /// How many rows the export has no more.
    pub missing: usize,
}

/// A row that was not there.
#[derive(Debug)]
pub(super) struct New {
    /// The row.
    pub row: NewRow,
    /// What the export calls it.
    pub external: String,
    /// What the export says.
    pub fingerprint: String,
}

/// A row of which the export says something else.
#[derive(Debug)]
pub(super) struct Changed {
    /// The row as the export has it.
    pub row: NewRow,
    /// The columns that differ, with those that change with them.
    pub columns: Vec<(&'static str, Value)>,
    /// Whether its parts differ.
    pub parts_differ: bool,
    /// What the export calls it.
    pub external: String,
    /// What the export says.
    pub fingerprint: String,
}

/// Compares facts with what is known of them. Of two facts with one external id the first counts.
pub(super) fn delta<F: Fact>(facts: &[F], known: &HashMap<String, Known>, ids: &Ids) -> Delta {
    let mut delta = Delta::default();
    let mut seen = HashSet::with_capacity(facts.len());
    for fact in facts {
        let external = fact.external();
        if !seen.insert(external.clone()) {
            continue;
        }
        let row = fact.row(ids.of::<F>(&external), ids);
        let fingerprint = fingerprint(&F::SHAPE, &row);
        match known.get(&external) {
            None => delta.new.push(New {
                row,
                external,
                fingerprint,
            }),
            Some(before) if before.fingerprint == fingerprint => delta.unchanged += 1,
            Some(before) => delta.changed.push(changed(
                &F::SHAPE,
                row,
                external,
                &before.fingerprint,
                fingerprint,
            )),
        }
    }
    delta.missing = known.keys().filter(|external| !seen.contains(*external)).count();
    delta
}

fn changed(shape: &Shape, row: NewRow, external: String, before: &str, fingerprint: String) -> Changed {
    let digits = |text: &str, group: usize| text.get(group * DIGITS..(group + 1) * DIGITS).map(str::to_owned);
    let differs = |group: usize| digits(before, group) != digits(&fingerprint, group);
    let mut columns = Vec::new();
    let mut values = row.values.iter();
    for (place, group) in shape.groups.iter().enumerate() {
        let of_group = group
            .iter()
            .copied()
            .zip(values.by_ref().take(group.len()).cloned());
        if differs(place) {
            columns.extend(of_group);
        } else {
            of_group.for_each(drop);
        }
    }
    let parts_differ = shape.parts.is_some() && differs(shape.groups.len());
    Changed {
        row,
        columns,
        parts_differ,
        external,
        fingerprint,
    }
}

/// Eight digits for a text.
pub(super) fn fingerprint_of(text: &str) -> String {
    let mut digits = String::with_capacity(DIGITS);
    push(&mut digits, std::iter::once(&Value::Text(Some(text.to_owned()))));
    digits
}

/// Eight digits for each group of columns, and for the parts.
fn fingerprint(shape: &Shape, row: &NewRow) -> String {
    let mut text = String::with_capacity((shape.groups.len() + 1) * DIGITS);
    let mut values = row.values.iter();
    for group in shape.groups {
        push(&mut text, values.by_ref().take(group.len()));
    }
    if shape.parts.is_some() {
        push(&mut text, row.parts.iter().flatten());
    }
    text
}

fn push<'v>(text: &mut String, values: impl Iterator<Item = &'v Value>) {
    let mut hash = Fnv::default();
    values.for_each(|value| hash.value(value));
    let _ = write!(text, "{:08x}", hash.folded());
}

/// FNV-1a, 64 bits: small, and the same on every machine and in every version, which the standard hashers do not promise.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(None) | Value::Int(None) => self.bytes(&[0]),
            Value::Text(Some(text)) => {
                self.bytes(&[1]);
                self.bytes(text.as_bytes());
            }
            Value::Int(Some(number)) => {
                self.bytes(&[2]);
                self.bytes(&number.to_le_bytes());
            }
            Value::Bool(truth) => self.bytes(&[3, u8::from(*truth)]),
        }
        self.bytes(&[0xff]);
    }

    const fn folded(&self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32
    }
}

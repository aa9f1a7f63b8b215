//! A set of rows with the indexes that rules look them up by: the device's base and view, and the server's memory.

mod checksum;
mod find;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use app_domain::id::{AppointmentId, AttemptId, PatientId, PaymentId};
use app_domain::rows::{Change, Key, Row};
use jiff::civil::Date;

pub(crate) use checksum::Fnv;
pub use checksum::row_checksum;

/// Rows by key. A clone shares the rows and costs only the maps, so a device's base and view lie in memory once.
#[derive(Clone, Debug, Default)]
pub struct Replica {
    rows: BTreeMap<Key, Arc<Row>>,
    appointments_by_day: BTreeMap<Date, BTreeSet<AppointmentId>>,
    appointments_by_patient: BTreeMap<PatientId, BTreeSet<AppointmentId>>,
    attempts_by_patient: BTreeMap<PatientId, BTreeSet<AttemptId>>,
    payments_by_patient: BTreeMap<PatientId, BTreeSet<PaymentId>>,
    /// Computed when first asked for, kept up to date from then on.
    checksum: OnceLock<u64>,
}

impl Replica {
    /// The rows of a snapshot; of two rows with one key the last counts.
    pub fn from_rows(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut replica = Self::default();
        for row in rows {
            replica.put(Arc::new(row));
        }
        replica
    }

    /// Carries one change out. Removing what is not there is fine: a delta may be read twice.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Put { row } => self.put(Arc::new(row.clone())),
            Change::Remove { key } => self.remove(*key),
        }
    }

    /// A new or replaced row.
    pub fn put(&mut self, row: Arc<Row>) {
        let key = row.key();
        self.remove(key);
        self.index(&row);
        if let Some(sum) = self.checksum.get_mut() {
            *sum = sum.wrapping_add(row_checksum(&row));
        }
        self.rows.insert(key, row);
    }

    /// Takes a row out, if it is there.
    pub fn remove(&mut self, key: Key) {
        let Some(row) = self.rows.remove(&key) else { return };
        self.unindex(&row);
        if let Some(sum) = self.checksum.get_mut() {
            *sum = sum.wrapping_sub(row_checksum(&row));
        }
    }

    /// The row of a key.
    pub fn get(&self, key: Key) -> Option<&Row> {
        self.rows.get(&key).map(Arc::as_ref)
    }

    /// The row of a key, to be shared with another replica.
    pub fn share(&self, key: Key) -> Option<Arc<Row>> {
        self.rows.get(&key).cloned()
    }

    /// Every row, in the order of the keys.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values().map(Arc::as_ref)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A number that is equal for equal sets of rows, whatever the order in which they came, on every machine.
    pub fn checksum(&self) -> u64 {
        *self
            .checksum
            .get_or_init(|| self.rows().map(row_checksum).fold(0, u64::wrapping_add))
    }

    fn index(&mut self, row: &Row) {
        match row {
            Row::Appointment(visit) => {
                self.appointments_by_day
                    .entry(visit.start().date())
                    .or_default()
                    .insert(visit.id);
                self.appointments_by_patient
                    .entry(visit.patient)
                    .or_default()
                    .insert(visit.id);
            }
            Row::Attempt(attempt) => {
                self.attempts_by_patient
                    .entry(attempt.patient)
                    .or_default()
                    .insert(attempt.id);
            }
            Row::Payment(payment) => {
                self.payments_by_patient
                    .entry(payment.patient)
                    .or_default()
                    .insert(payment.id);
            }
            _ => {}
        }
    }

    fn unindex(&mut self, row: &Row) {
        match row {
            Row::Appointment(visit) => {
                take(&mut self.appointments_by_day, visit.start().date(), visit.id);
                take(&mut self.appointments_by_patient, visit.patient, visit.id);
            }
            Row::Attempt(attempt) => take(&mut self.attempts_by_patient, attempt.patient, attempt.id),
            Row::Payment(payment) => take(&mut self.payments_by_patient, payment.patient, payment.id),
            _ => {}
        }
    }
}

impl PartialEq for Replica {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Eq for Replica {}

/// Takes `id` out of the set at `at`, and the set too once it is empty: days pass, and memory must not grow.
fn take<K: Ord, V: Ord>(sets: &mut BTreeMap<K, BTreeSet<V>>, at: K, id: V) {
    if let Some(set) = sets.get_mut(&at) {
        set.remove(&id);
        if set.is_empty() {
            sets.remove(&at);
        }
    }
}

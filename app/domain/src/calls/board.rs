//! The call list of the whole practice, kept up to date patient by patient.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{CallStatus, Cause, Facts, Rank, ReasonKind, evaluate};
use crate::calendar::Calendar;
use crate::id::PatientId;
use crate::rows::Rows;
use crate::time::{Instant, Now};

/// How every patient stands, in order. After any edit only the patients it touches are looked at again; the result is
/// the same as from scratch.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CallBoard {
    statuses: HashMap<PatientId, CallStatus>,
    ranked: BTreeMap<Rank, PatientId>,
    changes: BTreeSet<(Instant, PatientId)>,
    listed: BTreeMap<ReasonKind, usize>,
    excluded: BTreeMap<(ReasonKind, Cause), usize>,
}

impl CallBoard {
    /// The board of some patients, from scratch.
    pub fn of(
        rows: &impl Rows,
        patients: impl IntoIterator<Item = PatientId>,
        calendar: &Calendar,
        now: Now,
    ) -> Self {
        let mut board = Self::default();
        board.refresh_all(rows, patients, calendar, now);
        board
    }

    /// Looks at every given patient again, and forgets all others. Needed after an edit of the closures and of what the
    /// practice sets for its calls and its risks too.
    pub fn refresh_all(
        &mut self,
        rows: &impl Rows,
        patients: impl IntoIterator<Item = PatientId>,
        calendar: &Calendar,
        now: Now,
    ) {
        *self = Self::default();
        for patient in patients {
            self.refresh(rows, calendar, patient, now);
        }
    }

    /// Looks at one patient again: after an edit of the patient, the care, a visit or an attempt.
    pub fn refresh(&mut self, rows: &impl Rows, calendar: &Calendar, patient: PatientId, now: Now) {
        self.forget(patient);
        if let Some(facts) = Facts::gather(rows, patient) {
            self.remember(patient, evaluate(&facts, calendar, now));
        }
    }

    /// Looks again at the patients whose answer may have changed by time alone; tells which.
    pub fn advance(&mut self, rows: &impl Rows, calendar: &Calendar, now: Now) -> Vec<PatientId> {
        let due: Vec<PatientId> = self
            .changes
            .iter()
            .take_while(|(at, _)| *at <= now.instant)
            .map(|(_, patient)| *patient)
            .collect();
        for patient in &due {
            self.refresh(rows, calendar, *patient, now);
        }
        due
    }

    /// The next instant at which [`Self::advance`] has something to do.
    pub fn next_change(&self) -> Option<Instant> {
        self.changes.first().map(|(at, _)| *at)
    }

    /// Patients on the list, in order.
    pub fn ranked(&self) -> impl DoubleEndedIterator<Item = PatientId> + '_ {
        self.ranked.values().copied()
    }

    /// How many patients are on the list.
    pub fn patients_on_the_list(&self) -> usize {
        self.ranked.len()
    }

    /// How a patient stands; `None` for a patient who is not known.
    pub fn status(&self, patient: PatientId) -> Option<&CallStatus> {
        self.statuses.get(&patient)
    }

    /// Every patient with how they stand, in no order.
    pub fn statuses(&self) -> impl Iterator<Item = (PatientId, &CallStatus)> {
        self.statuses.iter().map(|(patient, status)| (*patient, status))
    }

    /// How many reasons of a kind are on the list.
    pub fn count(&self, kind: ReasonKind) -> usize {
        self.listed.get(&kind).copied().unwrap_or(0)
    }

    /// How many reasons are held, per kind and cause.
    pub fn excluded_counts(&self) -> &BTreeMap<(ReasonKind, Cause), usize> {
        &self.excluded
    }

    fn remember(&mut self, patient: PatientId, status: CallStatus) {
        if let Some(rank) = &status.rank {
            self.ranked.insert(rank.clone(), patient);
        }
        if let Some(at) = status.next_change {
            self.changes.insert((at, patient));
        }
        for reason in &status.listed {
            *self.listed.entry(reason.kind()).or_default() += 1;
        }
        for held in &status.excluded {
            *self.excluded.entry((held.reason.kind(), held.cause)).or_default() += 1;
        }
        self.statuses.insert(patient, status);
    }

    fn forget(&mut self, patient: PatientId) {
        let Some(status) = self.statuses.remove(&patient) else {
            return;
        };
        if let Some(rank) = &status.rank {
            self.ranked.remove(rank);
        }
        if let Some(at) = status.next_change {
            self.changes.remove(&(at, patient));
        }
        for reason in &status.listed {
            take_one(&mut self.listed, reason.kind());
        }
        for held in &status.excluded {
            take_one(&mut self.excluded, (held.reason.kind(), held.cause));
        }
    }
}

/// Counts one less, and forgets a count of nothing.
fn take_one<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    if let std::collections::btree_map::Entry::Occupied(mut count) = counts.entry(key) {
        *count.get_mut() -= 1;
        if *count.get() == 0 {
            count.remove();
        }
    }
}

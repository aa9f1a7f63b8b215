//! The board, sorted into the parts of the list.

use std::collections::BTreeMap;

use app_domain::calls::{CallBoard, CallStatus, ReasonKind};
use app_domain::id::PatientId;
use app_domain::time::Instant;

use super::filter::Filter;
use super::segment::Segment;

/// A patient in a part of the list, with the reasons that this part is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// Who.
    pub(super) patient: PatientId,
    /// Why they are in this part.
    pub(super) kinds: Vec<ReasonKind>,
}

/// The patients of each part, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct BoardView {
    parts: BTreeMap<Segment, Vec<Entry>>,
}

impl BoardView {
    /// Sorts the board. Those to call go by rank, those put off by when they come back; the others, whom nobody ranks, by
    /// `name`.
    pub(super) fn of(board: &CallBoard, name: impl Fn(PatientId) -> String) -> Self {
        let ranked = board
            .ranked()
            .filter_map(|patient| Some((patient, board.status(patient)?)));
        Self::sorted(ranked, board.statuses(), name)
    }

    fn sorted<'a>(
        ranked: impl Iterator<Item = (PatientId, &'a CallStatus)>,
        statuses: impl Iterator<Item = (PatientId, &'a CallStatus)>,
        name: impl Fn(PatientId) -> String,
    ) -> Self {
        let listed = |(patient, status): (PatientId, &CallStatus)| Entry {
            patient,
            kinds: status.listed.iter().map(|reason| reason.kind()).collect(),
        };
        let mut held: BTreeMap<Segment, Vec<(Option<Instant>, Entry)>> = BTreeMap::new();
        for (patient, status) in statuses {
            for segment in Segment::ALL {
                if let Some(entry) = entry(patient, status, segment) {
                    held.entry(segment).or_default().push(entry);
                }
            }
        }
        let mut parts = BTreeMap::from([(Segment::ToCall, ranked.map(listed).collect())]);
        for (segment, mut entries) in held {
            entries.sort_by_cached_key(|(back, entry)| {
                let back = (segment == Segment::PutOff).then_some(*back);
                (back, name(entry.patient), entry.patient)
            });
            parts.insert(segment, entries.into_iter().map(|(_, entry)| entry).collect());
        }
        Self { parts }
    }

    /// How many patients a part has.
    pub(super) fn len(&self, segment: Segment) -> usize {
        self.part(segment).len()
    }

    /// How many patients of a part pass a filter.
    pub(super) fn count(&self, segment: Segment, filter: Filter) -> usize {
        self.part(segment)
            .iter()
            .filter(|entry| filter.passes(&entry.kinds))
            .count()
    }

    /// The patients of a part that pass a filter, in order.
    pub(super) fn patients(&self, segment: Segment, filter: Filter) -> Vec<PatientId> {
        let passing = self
            .part(segment)
            .iter()
            .filter(|entry| filter.passes(&entry.kinds));
        passing.map(|entry| entry.patient).collect()
    }

    fn part(&self, segment: Segment) -> &[Entry] {
        self.parts.get(&segment).map_or(&[], Vec::as_slice)
    }
}

/// The patient's place in a part of held reasons, if any, and when the first of these comes back.
fn entry(patient: PatientId, status: &CallStatus, segment: Segment) -> Option<(Option<Instant>, Entry)> {
    let here = || status.excluded.iter().filter(|held| Segment::of(held) == segment);
    let back = here().filter_map(|held| held.until).min();
    let kinds: Vec<ReasonKind> = here().map(|held| held.reason.kind()).collect();
    (!kinds.is_empty()).then_some((back, Entry { patient, kinds }))
}

#[cfg(test)]
pub(super) mod samples;

#[cfg(test)]
mod tests;

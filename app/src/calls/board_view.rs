//! The board, sorted into the parts of the list.

use std::collections::BTreeMap;

use app_domain::calls::{CallBoard, CallStatus, ReasonKind};
use app_domain::id::PatientId;

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
    /// Sorts the board. Those to call go by rank; the others, whom nobody ranks, by `name`.
    pub(super) fn of(board: &CallBoard, name: impl Fn(PatientId) -> String) -> Self {
        let listed = |patient| {
            let kinds = board
                .status(patient)?
                .listed
                .iter()
                .map(|reason| reason.kind())
                .collect();
            Some(Entry { patient, kinds })
        };
        let mut parts = BTreeMap::from([(Segment::ToCall, board.ranked().filter_map(listed).collect())]);
        for segment in [Segment::ToReview, Segment::Excluded] {
            let held = board
                .statuses()
                .filter_map(|(patient, status)| held(patient, status, segment));
            let mut entries: Vec<Entry> = held.collect();
            entries.sort_by_cached_key(|entry| (name(entry.patient), entry.patient));
            parts.insert(segment, entries);
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

/// The patient's place in a part of held reasons, if any.
fn held(patient: PatientId, status: &CallStatus, segment: Segment) -> Option<Entry> {
    let here = status
        .excluded
        .iter()
        .filter(|held| Segment::of_cause(held.cause) == segment);
    let kinds: Vec<ReasonKind> = here.map(|held| held.reason.kind()).collect();
    (!kinds.is_empty()).then_some(Entry { patient, kinds })
}

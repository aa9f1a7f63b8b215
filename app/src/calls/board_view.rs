//! The board, sorted into the parts of the list.

use std::collections::BTreeMap;

use app_domain::calls::{CallBoard, CallStatus, Reason, ReasonDetail, ReasonKind};
use app_domain::id::{AppointmentId, ClinicianId, MemberId, PatientId};
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
    /// Clinicians whom these reasons are about.
    pub(super) clinicians: Vec<ClinicianId>,
    /// Who keeps the promise among them, if there is one.
    pub(super) promised_by: Option<MemberId>,
}

/// The rows of a part, narrowed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Shown {
    /// Who passes the filter by reason too, in order.
    pub(super) patients: Vec<PatientId>,
    /// How many pass each filter by reason, in the order of [`Filter::ALL`].
    counts: [usize; Filter::ALL.len()],
}

impl Shown {
    /// How many pass a filter by reason.
    pub(super) fn count(&self, filter: Filter) -> usize {
        let place = Filter::ALL.iter().position(|other| *other == filter);
        place
            .and_then(|place| self.counts.get(place))
            .copied()
            .unwrap_or(0)
    }
}

/// The patients of each part, in order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct BoardView {
    parts: BTreeMap<Segment, Vec<Entry>>,
}

impl BoardView {
    /// Sorts the board. Those to call go by rank, those put off by when they come back; the others, whom nobody ranks, by
    /// `name`. `with` says who a visit is with.
    pub(super) fn of(
        board: &CallBoard,
        name: impl Fn(PatientId) -> String,
        with: impl Fn(AppointmentId) -> Option<ClinicianId>,
    ) -> Self {
        let ranked = board
            .ranked()
            .filter_map(|patient| Some((patient, board.status(patient)?)));
        Self::sorted(ranked, board.statuses(), name, with)
    }

    fn sorted<'a>(
        ranked: impl Iterator<Item = (PatientId, &'a CallStatus)>,
        statuses: impl Iterator<Item = (PatientId, &'a CallStatus)>,
        name: impl Fn(PatientId) -> String,
        with: impl Fn(AppointmentId) -> Option<ClinicianId>,
    ) -> Self {
        let listed = ranked.filter_map(|(patient, status)| entry(patient, &status.listed, &with));
        let mut parts = BTreeMap::from([(Segment::ToCall, listed.collect())]);
        let mut held: BTreeMap<Segment, Vec<(Option<Instant>, Entry)>> = BTreeMap::new();
        for (patient, status) in statuses.filter(|(_, status)| !status.excluded.is_empty()) {
            for segment in Segment::ALL {
                let here = || status.excluded.iter().filter(|held| Segment::of(held) == segment);
                let back = here().filter_map(|held| held.until).min();
                if let Some(entry) = entry(patient, here().map(|held| &held.reason), &with) {
                    held.entry(segment).or_default().push((back, entry));
                }
            }
        }
        for (segment, mut entries) in held {
            entries.sort_by_cached_key(|(back, entry)| {
                let back = (segment == Segment::PutOff).then_some(*back);
                (back, name(entry.patient), entry.patient)
            });
            parts.insert(segment, entries.into_iter().map(|(_, entry)| entry).collect());
        }
        Self { parts }
    }

    /// How many of each part pass, whatever the reason, in the order of [`Segment::ALL`]: as many rows as the part shows
    /// when it is chosen.
    pub(super) fn counts(&self, passes: impl Fn(&Entry) -> bool) -> [usize; Segment::ALL.len()] {
        Segment::ALL.map(|segment| self.part(segment).iter().filter(|entry| passes(entry)).count())
    }

    /// Those of a part who pass, and how many of them pass each filter by reason.
    pub(super) fn shown(&self, segment: Segment, filter: Filter, passes: impl Fn(&Entry) -> bool) -> Shown {
        let mut shown = Shown::default();
        for entry in self.part(segment).iter().filter(|entry| passes(entry)) {
            for (count, filter) in shown.counts.iter_mut().zip(Filter::ALL) {
                *count += usize::from(filter.passes(&entry.kinds));
            }
            if filter.passes(&entry.kinds) {
                shown.patients.push(entry.patient);
            }
        }
        shown
    }

    fn part(&self, segment: Segment) -> &[Entry] {
        self.parts.get(&segment).map_or(&[], Vec::as_slice)
    }
}

/// The patient's place in a part with these reasons; none without any.
fn entry<'a>(
    patient: PatientId,
    reasons: impl IntoIterator<Item = &'a Reason>,
    with: impl Fn(AppointmentId) -> Option<ClinicianId>,
) -> Option<Entry> {
    let mut entry = Entry {
        patient,
        kinds: Vec::new(),
        clinicians: Vec::new(),
        promised_by: None,
    };
    for reason in reasons {
        entry.kinds.push(reason.kind());
        match &reason.detail {
            ReasonDetail::ClinicalRisk(risk) => {
                let did = risk.episodes.iter().filter_map(|episode| episode.clinician);
                entry.clinicians.extend(did);
            }
            ReasonDetail::Answered(answered) => entry.clinicians.push(answered.clinician),
            ReasonDetail::Confirm(confirm) => {
                let visits = confirm.visits.iter().filter_map(|visit| with(visit.appointment));
                entry.clinicians.extend(visits);
            }
            ReasonDetail::MissedVisit(missed) | ReasonDetail::Displaced(missed) => {
                let visits = missed.visits.iter().filter_map(|visit| with(visit.appointment));
                entry.clinicians.extend(visits);
            }
            ReasonDetail::Promise(promise) => entry.promised_by = promise.owner,
            ReasonDetail::Balance(_)
            | ReasonDetail::Instalment(_)
            | ReasonDetail::SuspendedCycle(_)
            | ReasonDetail::HygieneRecall(_)
            | ReasonDetail::PlanAwaiting(_)
            | ReasonDetail::Satisfaction(_)
            | ReasonDetail::CheckRecall(_) => {}
        }
    }
    (!entry.kinds.is_empty()).then_some(entry)
}

#[cfg(test)]
pub(super) mod samples;

#[cfg(test)]
mod tests;

//! What the person looks at in the list. Remote changes never touch it.

use std::collections::BTreeSet;

use app_domain::calls::Attempt;
use app_domain::id::{ClinicianId, PatientId};
use app_domain::patient::SpokenLanguage;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::board_view::{BoardView, Entry, Shown};
use super::families::Families;
use super::filter::Filter;
use super::list_scroll::ListScroll;
use super::narrow::{About, Narrow};
use super::next_call::Aside;
use super::segment::Segment;
use crate::workspace::Workspace;

/// What the person looks at in the list.
#[derive(Clone, Copy)]
pub(super) struct ListState {
    /// Which part is shown.
    pub(super) segment: RwSignal<Segment>,
    /// By which reason it is filtered.
    pub(super) filter: RwSignal<Filter>,
    /// By what else.
    pub(super) narrow: RwSignal<Narrow>,
    /// What passes, with how many pass each reason.
    pub(super) shown: Memo<Shown>,
    /// How many rows each part has when it is chosen, in the order of [`Segment::ALL`].
    pub(super) counts: Memo<[usize; Segment::ALL.len()]>,
    /// Who is on the list together with others of the family.
    pub(super) families: Memo<Families>,
    /// Who would have come next, where a relative was called first.
    pub(super) aside: RwSignal<Option<Aside>>,
    /// The patients shown, all of them.
    pub(super) patients: Memo<Vec<PatientId>>,
    /// Whose card is open.
    pub(super) open: Memo<Option<PatientId>>,
    /// The row that the keyboard stands on.
    pub(super) cursor: RwSignal<Option<PatientId>>,
    /// The row that is to take the focus, since `J` or `K` have come to it.
    pub(super) to_focus: RwSignal<Option<PatientId>>,
    /// Which rows are in the page.
    pub(super) scroll: ListScroll,
    place: Memo<Option<Position>>,
}

/// Where the open card stands, or stood before its patient left the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Position {
    patient: PatientId,
    index: usize,
    listed: bool,
}

impl ListState {
    /// The list as it is first shown.
    pub(super) fn new(
        workspace: Workspace,
        open: Memo<Option<PatientId>>,
        first: Filter,
        narrow: Narrow,
    ) -> Self {
        let board = Memo::new(move |_| {
            let name = |id| workspace.read(|rows| rows.patient(id).map(|who| who.full_name().to_lowercase()));
            let with = |id| workspace.read(|rows| rows.appointment(id).map(|visit| visit.place.clinician));
            workspace.call_board(|board| BoardView::of(board, |id| name(id).unwrap_or_default(), with))
        });
        let (segment, filter) = (RwSignal::new(Segment::default()), RwSignal::new(first));
        let narrow = RwSignal::new(narrow);
        let shown = Memo::new(move |_| {
            let (segment, filter) = (segment.get(), filter.get());
            narrowed(workspace, narrow.get(), |passes| {
                board.read().shown(segment, filter, passes)
            })
        });
        let counts =
            Memo::new(move |_| narrowed(workspace, narrow.get(), |passes| board.read().counts(passes)));
        let on_list = workspace.call_list();
        let families = Memo::new(move |_| {
            workspace.track_patients();
            workspace.read(|rows| Families::of(&on_list.read(), |id| rows.patient(id)))
        });
        let patients = Memo::new(move |_| shown.read().patients.clone());
        let place = Memo::new(move |before: Option<&Option<Position>>| {
            let patient = open.get()?;
            let listed = patients.read().iter().position(|other| *other == patient);
            let known = before
                .copied()
                .flatten()
                .filter(|before| before.patient == patient);
            match listed {
                Some(index) => Some(Position {
                    patient,
                    index,
                    listed: true,
                }),
                None => known.map(|before| Position {
                    listed: false,
                    ..before
                }),
            }
        });
        let cursor = RwSignal::new(None);
        Self {
            segment,
            filter,
            narrow,
            shown,
            counts,
            families,
            aside: RwSignal::new(None),
            patients,
            open,
            cursor,
            to_focus: RwSignal::new(None),
            scroll: ListScroll::new(patients, cursor),
            place,
        }
    }

    /// Another part or filter: the list starts again from the top.
    pub(super) fn show(self, segment: Segment, filter: Filter) {
        self.show_only(segment, filter, self.narrow.get_untracked());
    }

    /// The same part and reason, narrowed in another way.
    pub(super) fn narrow_to(self, narrow: Narrow) {
        self.show_only(self.segment.get_untracked(), self.filter.get_untracked(), narrow);
    }

    /// A part, filtered by all there is: the list starts again from the top.
    pub(super) fn show_only(self, segment: Segment, filter: Filter, narrow: Narrow) {
        self.segment.set(segment);
        self.filter.set(filter);
        self.narrow.set(narrow);
        self.cursor.set(None);
        self.to_focus.set(None);
        self.scroll.restart();
    }

    /// Place of a row in the list, from 1, and the length of the list. Tracked.
    pub(super) fn place_of(self, patient: PatientId) -> (usize, usize) {
        let patients = self.patients.read();
        let index = patients.iter().position(|other| *other == patient);
        (index.map_or(0, |index| index + 1), patients.len())
    }

    /// Place of the open card in the list, from 1, and the length of the list.
    pub(super) fn position(self) -> Option<(usize, usize)> {
        let place = self.place.get().filter(|place| place.listed)?;
        Some((place.index + 1, self.patients.read().len()))
    }

    /// Who comes after the open card: its neighbour, or whoever has moved up to its place once it has left.
    pub(super) fn after_open(self) -> Vec<PatientId> {
        let start = match self.place.get() {
            Some(Position {
                index, listed: true, ..
            }) => index + 1,
            Some(Position {
                index, listed: false, ..
            }) => index,
            None => 0,
        };
        let open = self.open.get();
        self.patients
            .read()
            .iter()
            .skip(start)
            .copied()
            .filter(|patient| Some(*patient) != open)
            .collect()
    }

    /// Moves the keyboard by one row.
    pub(super) fn step(self, by: isize) {
        let patients = self.patients.get_untracked();
        let from = self.cursor.get_untracked().or(self.open.get_untracked());
        let at = from.and_then(|from| patients.iter().position(|patient| *patient == from));
        let next = at
            .map_or(0, |at| at.saturating_add_signed(by))
            .min(patients.len().saturating_sub(1));
        let row = patients.get(next).copied();
        self.cursor.set(row);
        self.to_focus.set(row);
    }
}

/// What is read of the board by who passes. Whose patient somebody is and who was reached is not in the board: where that
/// is asked, every change of the calls asks again.
fn narrowed<T>(workspace: Workspace, narrow: Narrow, read: impl FnOnce(&dyn Fn(&Entry) -> bool) -> T) -> T {
    if narrow.is_open() {
        return read(&|_: &Entry| true);
    }
    workspace.call_board(|_| ());
    let stopped: Option<BTreeSet<PatientId>> = narrow.stopped_by.map(|by| {
        let cycles = workspace.cycles_stopped_by(by);
        cycles.into_iter().map(|cycle| cycle.patient).collect()
    });
    let me = workspace.actor().map(|actor| actor.member);
    workspace.read(|rows| {
        read(&|entry: &Entry| {
            let is_stopped = stopped
                .as_ref()
                .is_none_or(|stopped| stopped.contains(&entry.patient));
            is_stopped && narrow.passes(entry, me, &Known(rows))
        })
    })
}

/// What the rows on this device say of patients.
struct Known<'a, R>(&'a R);

impl<R: Rows> About for Known<'_, R> {
    fn treats(&self, clinician: ClinicianId, patient: PatientId) -> bool {
        let patient = self.0.patient(patient);
        patient.is_some_and(|who| who.dentist == Some(clinician) || who.hygienist == Some(clinician))
    }

    fn speaks(&self, patient: PatientId) -> Option<SpokenLanguage> {
        self.0.patient(patient)?.contacts.as_ref()?.language
    }

    fn is_reached(&self, patient: PatientId) -> bool {
        self.0.attempts_of(patient).any(Attempt::reached)
    }
}

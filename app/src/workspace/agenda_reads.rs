//! The reactive reads of what surrounds the visits: who is away, what the practice has set, notes of a day.

use app_domain::agenda::{
    Absence, Appointment, AppointmentKind, Cause, DayNote, Displacement, Offer, Place, VisitType,
    displaced_by, freed_places, who_would_come,
};
use app_domain::calls::{StoppedCycle, cycles_to_resume};
use app_domain::id::AppointmentId;
use app_domain::practice::Chair;
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

impl Workspace {
    /// Every absence that the device knows, by its first minute.
    pub fn absences(self) -> Memo<Vec<Absence>> {
        Memo::new(move |_| {
            self.watch(Topic::Closures, |core| {
                let mut absences: Vec<_> = core.view().absences().cloned().collect();
                absences.sort_by_key(|absence| (absence.from, absence.id));
                absences
            })
        })
    }

    /// Every chair, hidden ones too, from left to right.
    pub fn every_chair(self) -> Memo<Vec<Chair>> {
        Memo::new(move |_| {
            self.watch(Topic::Chairs, |core| {
                let mut chairs: Vec<_> = core.view().chairs().cloned().collect();
                chairs.sort_by_key(|chair| (chair.position, chair.id));
                chairs
            })
        })
    }

    /// What a cause would displace now, by start. Tracked by every visit.
    pub fn displaced_by(self, cause: Cause<'_>) -> Vec<Appointment> {
        let today = self.signals.now.get_untracked().today();
        self.watch(Topic::Parked, |core| {
            let displaced = displaced_by(core.view(), cause, today);
            displaced.into_iter().cloned().collect()
        })
    }

    /// Subscribes the running memo or effect to everything that takes or frees a place: visits, absences, closures, chairs.
    pub fn track_places(self) {
        self.with(|inner| {
            for topic in [Topic::Parked, Topic::Closures, Topic::Chairs] {
                inner.wakers.track(topic);
            }
        });
    }

    /// The cycles of care that an absence or a closure has stopped, in the order in which they resume. Tracked by the call list.
    pub fn cycles_stopped_by(self, by: Displacement) -> Vec<StoppedCycle> {
        let today = self.signals.now.get_untracked().today();
        self.with(|inner| inner.wakers.track(Topic::Closures));
        self.call_board(|board| {
            self.read(|rows| {
                let cause = by.cause(rows);
                cause.map(|cause| cycles_to_resume(rows, board, cause, today))
            })
        })
        .unwrap_or_default()
    }

    /// What holds for a type of visit: as the practice has set it, else as is usual.
    pub fn visit_type(self, kind: AppointmentKind) -> VisitType {
        self.watch(Topic::VisitTypes, |core| {
            let set = core.view().visit_type(kind).copied();
            set.unwrap_or(VisitType::usual(kind))
        })
    }

    /// The types that are offered for new visits.
    pub fn offered_kinds(self) -> Vec<AppointmentKind> {
        let is_offered = |kind: &AppointmentKind| self.visit_type(*kind).offer == Offer::Offered;
        AppointmentKind::ALL.into_iter().filter(is_offered).collect()
    }

    /// The notes of a day that still hold, in the order in which they were written.
    pub fn notes_on(self, day: Signal<Date>) -> Memo<Vec<DayNote>> {
        Memo::new(move |_| {
            let day = day.get();
            self.watch(Topic::DayNotes, |core| {
                let holds = |note: &&DayNote| note.day == day && note.struck.is_none();
                let mut notes: Vec<_> = core.view().day_notes().filter(holds).cloned().collect();
                notes.sort_by_key(|note| (note.at, note.id));
                notes
            })
        })
    }

    /// The places that have become free of late, each with the visits whose patients would come then, the most urgent first;
    /// those for which nobody would are left out. Looked up anew with every visit, and as the time goes.
    pub fn freed_places(self) -> Memo<Vec<(Place, Vec<AppointmentId>)>> {
        Memo::new(move |_| {
            let now = self.signals.now.get();
            self.watch(Topic::Parked, |core| {
                let rows = core.view();
                let who = |place: Place| {
                    let visits = who_would_come(rows, now, &place, rows.appointments());
                    (
                        place,
                        visits.into_iter().map(|visit| visit.id).collect::<Vec<_>>(),
                    )
                };
                let freed = freed_places(rows, now, rows.appointments());
                let told = freed.into_iter().map(who).filter(|(_, who)| !who.is_empty());
                told.collect()
            })
        })
    }

    /// The visits that wait to be placed again, by the start that they had.
    pub fn parked(self) -> Memo<Vec<Appointment>> {
        Memo::new(move |_| {
            self.watch(Topic::Parked, |core| {
                let waits = |visit: &&Appointment| visit.is_parked() && visit.displaced.is_some();
                let mut parked: Vec<_> = core.view().appointments().filter(waits).cloned().collect();
                parked.sort_by_key(|visit| (visit.start(), visit.id));
                parked
            })
        })
    }
}

//! The reactive reads: each is woken only by what it depends on, and passes on only what differs.

use app_domain::agenda::{Appointment, FreePlaceQuery, Fullness, Part, Place, free_places, fullness};
use app_domain::calls::{Attempt, CallBoard, CallStatus, Claim};
use app_domain::id::{AppointmentId, ChairId, MemberId, PatientId};
use app_domain::patient::Patient;
use app_domain::policy::may_decide;
use app_domain::practice::{Chair, Clinician, Closure, Member};
use app_domain::review::{Cause, Review};
use app_domain::role::Actor;
use app_domain::rows::{Key, Rows};
use app_domain::time::Instant;
use app_sync::client::RowState;
use app_sync::wire::Viewer;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

/// Rows.
impl Workspace {
    /// The visits of a day, by place of the chair, then start.
    pub fn appointments_on(self, day: Signal<Date>) -> Memo<Vec<AppointmentId>> {
        Memo::new(move |_| {
            let day = day.get();
            self.with(|inner| inner.wakers.track(Topic::Chairs));
            self.watch(Topic::Day(day), |core| {
                let rows = core.view();
                let position = |chair: ChairId| rows.chair(chair).map_or(u16::MAX, |chair| chair.position);
                let mut visits: Vec<_> = rows.appointments_on(day).collect();
                visits.sort_by_key(|visit| (position(visit.place.chair), visit.start(), visit.id));
                visits.into_iter().map(|visit| visit.id).collect()
            })
        })
    }

    /// The visits of a day themselves, by start: woken by any change of any of them.
    pub fn visits_on(self, day: Signal<Date>) -> Memo<Vec<Appointment>> {
        Memo::new(move |_| {
            let day = day.get();
            self.watch(Topic::Day(day), |core| {
                let mut visits: Vec<_> = core.view().appointments_on(day).cloned().collect();
                visits.sort_by_key(|visit| (visit.start(), visit.id));
                visits
            })
        })
    }

    /// How full a day is.
    pub fn fullness(self, day: Signal<Date>, part: Signal<Part>) -> Memo<Fullness> {
        Memo::new(move |_| {
            let (day, part) = (day.get(), part.get());
            self.with(|inner| inner.wakers.track(Topic::Chairs));
            self.with(|inner| inner.wakers.track(Topic::Closures));
            self.watch(Topic::Day(day), |core| fullness(core.view(), day, part))
        })
    }

    /// Those of some visits whose changes are not settled, and how they stand.
    pub fn unsettled(self, visits: Signal<Vec<AppointmentId>>) -> Memo<Vec<(AppointmentId, RowState)>> {
        Memo::new(move |_| {
            let visits = visits.read();
            self.watch(Topic::State, |core| {
                let states = visits
                    .iter()
                    .map(|id| (*id, core.row_state(Key::Appointment(*id))));
                states.filter(|(_, state)| *state != RowState::Saved).collect()
            })
        })
    }

    /// Subscribes the running memo to any change of any patient's header.
    pub fn track_patients(self) {
        self.with(|inner| inner.wakers.track(Topic::Patients));
    }

    /// A visit.
    pub fn appointment(self, id: AppointmentId) -> Memo<Option<Appointment>> {
        self.row(Key::Appointment(id), move |rows| rows.appointment(id).cloned())
    }

    /// A patient's visits in the window, by start.
    pub fn appointments_of(self, id: PatientId) -> Memo<Vec<Appointment>> {
        Memo::new(move |_| {
            self.watch(Topic::VisitsOf(id), |core| {
                let mut visits: Vec<_> = core.view().appointments_of(id).cloned().collect();
                visits.sort_by_key(|visit| (visit.start(), visit.id));
                visits
            })
        })
    }

    /// A patient.
    pub fn patient(self, id: PatientId) -> Memo<Option<Patient>> {
        self.row(Key::Patient(id), move |rows| rows.patient(id).cloned())
    }

    /// The attempts to reach a patient, newest first.
    pub fn attempts_of(self, id: PatientId) -> Memo<Vec<Attempt>> {
        Memo::new(move |_| {
            self.watch(Topic::AttemptsOf(id), |core| {
                let mut attempts: Vec<_> = core.view().attempts_of(id).cloned().collect();
                attempts.sort_by_key(|attempt| std::cmp::Reverse((attempt.at, attempt.id)));
                attempts
            })
        })
    }

    /// The calls that ask a clinician something, in no order.
    pub fn questions(self) -> Memo<Vec<Attempt>> {
        Memo::new(move |_| {
            self.watch(Topic::Questions, |core| {
                let asks = |attempt: &&Attempt| attempt.asks().is_some();
                core.view().attempts().filter(asks).cloned().collect()
            })
        })
    }

    /// The calls made on a day, in no order; not those of the former software.
    pub fn attempts_on(self, day: Signal<Date>) -> Memo<Vec<Attempt>> {
        Memo::new(move |_| {
            let midnight = |day: Date| Instant::from_civil(day.at(0, 0, 0, 0));
            let (from, to) = (midnight(day.get()), midnight(day.get().saturating_add(1.day())));
            // Every change of any call comes by this topic.
            self.watch(Topic::Questions, |core| {
                let is_of_the_day = |call: &&Attempt| !call.imported && from <= call.at && call.at < to;
                core.view().attempts().filter(is_of_the_day).cloned().collect()
            })
        })
    }

    /// The lease on a patient's call, whether or not it still holds.
    pub fn claim(self, id: PatientId) -> Memo<Option<Claim>> {
        self.row(Key::Claim(id), move |rows| rows.claim(id).cloned())
    }

    /// The name of a person at work; nothing where the device does not know them (yet).
    pub fn name_of(self, id: MemberId) -> String {
        self.member(id)
            .get()
            .map(|member| member.name)
            .unwrap_or_default()
    }

    /// A person at work.
    pub fn member(self, id: MemberId) -> Memo<Option<Member>> {
        self.row(Key::Member(id), move |rows| rows.member(id).cloned())
    }

    /// The visible columns of the agenda, left to right.
    pub fn chairs(self) -> Memo<Vec<Chair>> {
        Memo::new(move |_| {
            self.watch(Topic::Chairs, |core| {
                let mut chairs: Vec<_> = core
                    .view()
                    .chairs()
                    .filter(|chair| !chair.hidden)
                    .cloned()
                    .collect();
                chairs.sort_by_key(|chair| (chair.position, chair.id));
                chairs
            })
        })
    }

    /// Every dentist and hygienist, by name.
    pub fn clinicians(self) -> Memo<Vec<Clinician>> {
        Memo::new(move |_| {
            self.watch(Topic::Clinicians, |core| {
                let mut clinicians: Vec<_> = core.view().clinicians().cloned().collect();
                clinicians.sort_by(|a, b| (&a.surname, &a.name, a.id).cmp(&(&b.surname, &b.name, b.id)));
                clinicians
            })
        })
    }

    /// Every closure, by day.
    pub fn closures(self) -> Memo<Vec<Closure>> {
        Memo::new(move |_| {
            self.watch(Topic::Closures, |core| {
                let mut closures: Vec<_> = core.view().closures().cloned().collect();
                closures.sort_by_key(|closure| (closure.from, closure.id));
                closures
            })
        })
    }

    /// What waits for this person to decide or was made by them, and what was decided of theirs by others; newest first.
    pub fn reviews(self) -> Memo<Vec<Review>> {
        Memo::new(move |_| {
            self.watch(Topic::Reviews, |core| {
                let Some(actor) = core.viewer().map(Viewer::actor) else {
                    return Vec::new();
                };
                let rows = core.view();
                let mut reviews: Vec<_> = rows
                    .reviews()
                    .filter(|review| concerns(&actor, review, rows))
                    .cloned()
                    .collect();
                reviews.sort_by_key(|review| std::cmp::Reverse((review.received, review.id)));
                reviews
            })
        })
    }

    /// What was to stand on a day and waits for a person, whoever is to decide it.
    pub fn reviews_on(self, day: Signal<Date>) -> Memo<Vec<Review>> {
        Memo::new(move |_| {
            let day = day.get();
            self.watch(Topic::Reviews, |core| {
                let is_there = |review: &&Review| {
                    review.cause == Cause::Conflict
                        && review.is_open()
                        && review
                            .wanted_place()
                            .is_some_and(|place| place.start.date() == day)
                };
                core.view().reviews().filter(is_there).cloned().collect()
            })
        })
    }

    /// The next free places, earliest first; computed when asked, untracked.
    pub fn free_places(self, query: &FreePlaceQuery, limit: usize) -> Vec<Place> {
        self.read(|rows| free_places(rows, query, limit))
    }

    fn row<T>(
        self,
        key: Key,
        read: impl Fn(&app_sync::replica::Replica) -> Option<T> + Send + Sync + 'static,
    ) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.watch(Topic::Row(key), |core| read(core.view())))
    }
}

/// Calls.
impl Workspace {
    /// A patient's listed and excluded reasons, as of now.
    pub fn call_status(self, id: PatientId) -> Memo<Option<CallStatus>> {
        Memo::new(move |_| {
            self.with(|inner| {
                inner.wakers.track(Topic::Call(id));
                inner
                    .calls
                    .borrow_mut()
                    .status(id, inner.core.borrow().view(), inner.now())
            })
        })
    }

    /// Reads the whole board, with the reasons that are held; woken whenever it changes for anybody.
    pub fn call_board<T>(self, read: impl FnOnce(&CallBoard) -> T) -> T {
        self.with(|inner| {
            inner.wakers.track(Topic::CallList);
            read(
                inner
                    .calls
                    .borrow_mut()
                    .board(inner.core.borrow().view(), inner.now()),
            )
        })
    }

    /// The patients to call, in order of rank.
    pub fn call_list(self) -> Memo<Vec<PatientId>> {
        Memo::new(move |_| {
            self.with(|inner| {
                inner.wakers.track(Topic::CallList);
                inner
                    .calls
                    .borrow_mut()
                    .ranked(inner.core.borrow().view(), inner.now())
            })
        })
    }
}

/// Whether a review is this person's to see: to decide, to wait for, or to learn what became of it.
fn concerns(actor: &Actor, review: &Review, rows: &impl Rows) -> bool {
    match &review.settled {
        None => review.by == actor.member || may_decide(actor, review.id, rows),
        Some(settled) => review.by == actor.member && settled.by != actor.member,
    }
}

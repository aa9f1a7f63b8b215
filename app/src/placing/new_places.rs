//! Where each displaced visit could go: looked for one after the other, so that the page never waits for it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use app_domain::agenda::{Appointment, Place, as_placed, in_order_of_need, new_place};
use app_domain::id::AppointmentId;
use app_domain::rows::Row;
use app_sync::replica::Replica;
use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::heed::heed;
use crate::layout::AfterPaint;
use crate::workspace::{Workspace, expect_workspace};

/// How many visits a place is looked for.
const MOST: usize = 40;
/// After so many minutes the search is made again: what was proposed may lie in the past.
const AGAIN_MINUTES: i8 = 15;

/// What was found for a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proposal {
    /// It is being looked for.
    Looking,
    /// The first free place that is proposed to nobody else.
    Place(Place),
    /// None in the days looked at.
    None,
    /// None is looked for: the list is long.
    Later,
}

/// What was found so far, by visit. Whoever has the greater need is served first.
#[derive(Clone, Copy)]
pub struct NewPlaces {
    workspace: Workspace,
    found: RwSignal<BTreeMap<AppointmentId, Proposal>>,
    /// Which search is the present one: an older one ends by itself.
    search: StoredValue<u32>,
}

impl NewPlaces {
    /// Nothing is looked for yet.
    pub fn none() -> Self {
        Self {
            workspace: expect_workspace(),
            found: RwSignal::new(BTreeMap::new()),
            search: StoredValue::new(0),
        }
    }

    /// For everything that waits to be placed again; looked for anew whenever a place may have been taken or become free.
    pub fn of_parked() -> Self {
        let places = Self::none();
        let workspace = places.workspace;
        let (painted, parked) = (AfterPaint::expect(), workspace.parked());
        let turn = Memo::new(move |_| {
            let now = workspace.now().get().civil;
            (now.date(), now.hour(), now.minute() / AGAIN_MINUTES)
        });
        Effect::new(move || {
            if painted.has_come() {
                heed(turn);
                workspace.track_places();
                places.look(parked.get(), Vec::new());
            }
        });
        places
    }

    /// What was found for a visit. Tracked.
    pub fn of_visit(self, id: AppointmentId) -> Proposal {
        self.found
            .with(|found| found.get(&id).copied().unwrap_or(Proposal::Looking))
    }

    /// Forgets what was found.
    pub fn forget(self) {
        self.found.set(BTreeMap::new());
    }

    /// Looks for places for these visits, as if the rows were so. What was found before stands until it is found again.
    pub fn look(self, visits: Vec<Appointment>, suppose: Vec<Row>) {
        let number = self.search.get_value().wrapping_add(1);
        self.search.set_value(number);
        let is_gone = |id: &AppointmentId| !visits.iter().any(|visit| visit.id == *id);
        if self.found.with_untracked(|found| found.keys().any(is_gone)) {
            self.found.update(|found| found.retain(|id, _| !is_gone(id)));
        }
        if visits.is_empty() {
            return;
        }
        // Not at once: changes come in swarms, and only the last one's search is to be made.
        let begin = move || {
            if self.is_present(number) {
                let search = Search::of(self.workspace, visits, suppose);
                for visit in &search.left_out {
                    self.tell(*visit, Proposal::Later);
                }
                self.go_on(number, search);
            }
        };
        set_timeout(begin, Duration::ZERO);
    }

    /// One visit a turn: between two of them the page draws and listens.
    fn go_on(self, number: u32, mut search: Search) {
        if !self.is_present(number) {
            return;
        }
        if let Some((visit, proposal)) = search.step() {
            self.tell(visit, proposal);
            set_timeout(move || self.go_on(number, search), Duration::ZERO);
        }
    }

    fn is_present(self, number: u32) -> bool {
        self.search.try_get_value() == Some(number)
    }

    fn tell(self, visit: AppointmentId, proposal: Proposal) {
        let is_new = self
            .found
            .try_with_untracked(|found| found.get(&visit) != Some(&proposal));
        if is_new == Some(true) {
            self.found.update(|found| {
                found.insert(visit, proposal);
            });
        }
    }
}

/// A search as far as it has come: the rows as they would be if everybody served so far had taken their place.
struct Search {
    rows: Replica,
    now: DateTime,
    /// Whose turn is next stands last.
    waiting: Vec<Appointment>,
    left_out: Vec<AppointmentId>,
}

impl Search {
    fn of(workspace: Workspace, visits: Vec<Appointment>, suppose: Vec<Row>) -> Self {
        // A clone shares the rows.
        let mut rows = workspace.read(Replica::clone);
        for row in suppose {
            rows.put(Arc::new(row));
        }
        let now = workspace.now().get_untracked();
        let mut waiting = in_order_of_need(&rows, now, visits);
        let left_out = waiting.split_off(waiting.len().min(MOST));
        waiting.reverse();
        Self {
            rows,
            now: now.civil,
            waiting,
            left_out: left_out.into_iter().map(|visit| visit.id).collect(),
        }
    }

    fn step(&mut self) -> Option<(AppointmentId, Proposal)> {
        let visit = self.waiting.pop()?;
        let place = new_place(&self.rows, &visit, self.now);
        if let Some(place) = place {
            self.rows
                .put(Arc::new(Row::Appointment(as_placed(&visit, place))));
        }
        Some((visit.id, place.map_or(Proposal::None, Proposal::Place)))
    }
}

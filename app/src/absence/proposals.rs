//! Where each displaced visit could go: looked for one after the other, so that the page never waits for it.

use std::collections::BTreeMap;
use std::time::Duration;

use app_domain::agenda::{Appointment, FreePlaceQuery, Place, PlaceLimits, Spread, free_places};
use app_domain::id::{AppointmentId, ClinicianId};
use app_domain::rows::Rows;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::draft::Away;
use crate::workspace::{Workspace, expect_workspace};

/// How many visits a place is looked for.
const MOST: usize = 40;
/// How far ahead places are looked for, in days.
const DAYS: u16 = 45;
/// How often a place that is proposed to somebody else already is passed over.
const TRIES: usize = 12;

/// What was found for a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Proposal {
    /// It is being looked for.
    Looking,
    /// The first free place that is proposed to nobody else.
    Place(Place),
    /// None in the days looked at.
    None,
    /// None is looked for: the list is long.
    Later,
}

/// What was found so far, by visit.
#[derive(Clone, Copy)]
pub(super) struct Proposals {
    found: RwSignal<BTreeMap<AppointmentId, Option<Place>>>,
    /// Which search is the present one: an older one ends by itself.
    search: StoredValue<u32>,
}

impl Proposals {
    /// Looks for places whenever what is away or what it displaces has changed.
    pub(super) fn of(away: Memo<Option<Away>>, visits: Memo<Vec<Appointment>>) -> Self {
        let workspace = expect_workspace();
        let proposals = Self {
            found: RwSignal::new(BTreeMap::new()),
            search: StoredValue::new(0),
        };
        Effect::new(move || {
            let (away, visits) = (away.get(), visits.get());
            proposals.found.set(BTreeMap::new());
            let search = proposals.search.get_value().wrapping_add(1);
            proposals.search.set_value(search);
            if let Some(away) = away {
                let waiting: Vec<_> = visits.into_iter().take(MOST).rev().collect();
                proposals.go_on(workspace, search, Search::of(away, workspace), waiting);
            }
        });
        proposals
    }

    /// What was found for a visit at this place of the list.
    pub(super) fn of_visit(self, id: AppointmentId, place: usize) -> Proposal {
        self.found.with(|found| match found.get(&id) {
            Some(Some(place)) => Proposal::Place(*place),
            Some(None) => Proposal::None,
            None if place < MOST => Proposal::Looking,
            None => Proposal::Later,
        })
    }

    /// One visit a turn: between two of them the page draws and listens.
    fn go_on(self, workspace: Workspace, number: u32, mut search: Search, mut waiting: Vec<Appointment>) {
        let step = move || {
            let is_present = self.search.try_get_value() == Some(number);
            let Some(visit) = waiting.pop().filter(|_| is_present) else {
                return;
            };
            let place = workspace.read(|rows| search.first_place(rows, &visit));
            let _gone_with_the_page = self.found.try_update(|found| found.insert(visit.id, place));
            self.go_on(workspace, number, search, waiting);
        };
        set_timeout(step, Duration::ZERO);
    }
}

/// A search as far as it has come.
struct Search {
    away: Away,
    now: DateTime,
    /// What is proposed to somebody already.
    taken: Vec<Place>,
    /// From when on each clinician's places are looked at: what is before has been proposed.
    from: BTreeMap<ClinicianId, DateTime>,
}

impl Search {
    fn of(away: Away, workspace: Workspace) -> Self {
        Self {
            away,
            now: workspace.now().get_untracked().civil,
            taken: Vec::new(),
            from: BTreeMap::new(),
        }
    }

    /// With the same clinician after the absence; where there is none, with anybody of the same profession.
    fn first_place(&mut self, rows: &impl Rows, visit: &Appointment) -> Option<Place> {
        let own = visit.place.clinician;
        let after = self.away.end().max(self.now);
        let from = *self.from.get(&own).unwrap_or(&after);
        if let Some(place) = self.free(rows, visit, vec![own], from) {
            self.from.insert(own, place.end());
            self.taken.push(place);
            return Some(place);
        }
        let profession = rows.clinician(own)?.profession;
        let others = rows
            .clinicians()
            .filter(|who| who.profession == profession && who.id != own);
        let from = match &self.away {
            Away::Absence(_) => visit.start().max(self.now),
            Away::Closure(_) => after,
        };
        let place = self.free(rows, visit, others.map(|who| who.id).collect(), from)?;
        self.taken.push(place);
        Some(place)
    }

    fn free(
        &self,
        rows: &impl Rows,
        visit: &Appointment,
        clinicians: Vec<ClinicianId>,
        from: DateTime,
    ) -> Option<Place> {
        let mut query = FreePlaceQuery {
            patient: visit.patient,
            minutes: visit.place.minutes,
            clinicians,
            not_before: from,
            days: DAYS,
            spread: Spread::PerDay,
            limits: PlaceLimits::default(),
        };
        for _ in 0..TRIES {
            let place = free_places(rows, &query, 1).pop()?;
            let in_the_way = self.taken.iter().find(|taken| {
                taken.overlaps(&place) && (taken.chair == place.chair || taken.clinician == place.clinician)
            });
            match in_the_way {
                None => return Some(place),
                Some(taken) => query.not_before = taken.end(),
            }
        }
        None
    }
}

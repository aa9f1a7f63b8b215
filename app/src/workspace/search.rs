//! Search: at once among this device's rows, and by the server among everybody.

use std::collections::BTreeSet;

use app_domain::id::PatientId;
use app_domain::rows::{Key, Rows};
use app_domain::search::{Query, SearchIndex, Sight};
use app_sync::client::Link;
use app_sync::replica::Replica;
use app_sync::search::{HITS, SearchAnswer, SearchRequest};
use leptos::prelude::*;

use super::Workspace;

/// Changes at a time above which the index is made anew: a snapshot has come.
const MANY: usize = 200;

/// The index of this device's patients, made when somebody first searches.
#[derive(Default)]
pub(super) struct HereIndex(Option<SearchIndex>);

impl HereIndex {
    /// Follows a change of the rows.
    pub(super) fn follow(&mut self, changed: &BTreeSet<Key>, rows: &Replica) {
        let patients = || {
            changed.iter().filter_map(|key| match key {
                Key::Patient(id) => Some(*id),
                _ => None,
            })
        };
        if patients().count() > MANY {
            self.0 = None;
        }
        let Some(index) = &mut self.0 else { return };
        for id in patients() {
            match rows.patient(id) {
                Some(patient) => index.put(patient),
                None => index.remove(id),
            }
        }
    }

    fn made(&mut self, rows: &Replica) -> &SearchIndex {
        self.0.get_or_insert_with(|| {
            let mut index = SearchIndex::default();
            rows.patients().for_each(|patient| index.put(patient));
            index
        })
    }
}

/// What became of a question to the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Searched {
    /// What was asked.
    pub asked: SearchRequest,
    /// The answer; `None` where the server gave none.
    pub answer: Option<SearchAnswer>,
}

impl Workspace {
    /// Who of this device's patients is found by what was typed. Untracked.
    pub fn search_here(self, typed: &str) -> SearchAnswer {
        self.with(|inner| {
            let (core, mut index) = (inner.core.borrow(), inner.here.borrow_mut());
            let query = Query::parse(typed, inner.now().today());
            // The rows hold what the role may see, and nothing else.
            let hits = index.made(core.view()).search(&query, Sight::WHOLE, HITS);
            let rows = core.view();
            SearchAnswer {
                patients: hits
                    .patients
                    .into_iter()
                    .filter_map(|id| rows.patient(id).cloned())
                    .collect(),
                more: hits.more,
            }
        })
    }

    /// Asks the server, if the device is live; what it answers is told in [`Self::searched`]. A question that is asked while
    /// another one is open takes its place.
    pub fn search(self, asked: SearchRequest) {
        let is_live = self.with(|inner| inner.core.borrow().link() == Link::Live);
        if is_live {
            self.with(|inner| inner.device.search(asked));
        }
    }

    /// What became of the last question to the server; set by the machine. Whoever asks looks at what was asked: the answer
    /// may be to an older question.
    pub fn searched(self) -> RwSignal<Option<Searched>> {
        self.signals.searched
    }

    /// Whether a patient is among this device's rows. Untracked.
    pub fn is_here(self, id: PatientId) -> bool {
        self.read(|rows| rows.patient(id).is_some())
    }
}

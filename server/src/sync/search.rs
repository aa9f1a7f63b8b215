//! Search over everybody, also those whom no device holds: an index in memory, made beside, and kept up by what is committed.
//!
//! What is asked holds names: it comes in the body of a request, and is written down nowhere.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

use app_domain::id::PatientId;
use app_domain::patient::Patient;
use app_domain::policy::works_with_agenda;
use app_domain::rows::{Change, Row};
use app_domain::search::{Hits, Query, SearchIndex};
use app_sync::project::{ViewClass, project};
use app_sync::search::{HITS, LONGEST_QUERY, SearchAnswer, SearchRequest};
use app_sync::server::LogEntry;
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use tokio::sync::Notify;
use tokio::time::sleep;

use super::{Inner, SyncServer, day};
use crate::error::HttpError;
use crate::session::SignedIn;
use crate::store::StoreError;
use crate::store::search::SearchedPatient;

/// How long after a database that did not answer it is read again, in seconds.
const READ_AGAIN: u64 = 5;

/// The index of a practice.
pub(super) struct Search {
    state: RwLock<Indexing>,
    anew: Notify,
}

/// How far the index is.
enum Indexing {
    /// It is being made. What is committed meanwhile is carried out after, in order.
    Made {
        /// New rows since then.
        meanwhile: Vec<Patient>,
    },
    /// It is there.
    Ready(SearchIndex),
}

impl Search {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self {
            state: RwLock::new(Indexing::Made {
                meanwhile: Vec::new(),
            }),
            anew: Notify::new(),
        }
    }

    /// Takes in what was committed. That the devices no longer know of a patient changes nothing here.
    pub(super) fn follow(&self, entries: &[LogEntry]) {
        let changes = entries.iter().flat_map(|entry| &entry.changes);
        let mut patients = changes
            .filter_map(|change| match change {
                Change::Put {
                    row: Row::Patient(patient),
                } => Some(patient),
                _ => None,
            })
            .peekable();
        if patients.peek().is_none() {
            return;
        }
        match &mut *self.write() {
            Indexing::Made { meanwhile } => meanwhile.extend(patients.cloned()),
            Indexing::Ready(index) => patients.for_each(|patient| index.put(patient)),
        }
    }

    /// The rows have changed in a way that the log does not tell.
    pub(super) fn begin_anew(&self) {
        self.begin();
        self.anew.notify_one();
    }

    /// Whatever is committed from now on is carried out on what is read from now on.
    fn begin(&self) {
        *self.write() = Indexing::Made {
            meanwhile: Vec::new(),
        };
    }

    /// What was read is the index now, with what was committed while it was read.
    fn complete(&self, mut index: SearchIndex) {
        let mut state = self.write();
        if let Indexing::Made { meanwhile } = &*state {
            meanwhile.iter().for_each(|patient| index.put(patient));
        }
        *state = Indexing::Ready(index);
    }

    /// Who is found by a query; nothing as long as the index is made.
    fn hits(&self, query: &Query, class: ViewClass) -> Option<Hits> {
        match &*self.read() {
            Indexing::Made { .. } => None,
            Indexing::Ready(index) => Some(index.search(query, class.sight(), HITS)),
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Indexing> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Indexing> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes the index, and makes it again whenever that is asked for.
pub(super) async fn keep_index(inner: Arc<Inner>) {
    loop {
        inner.search.begin();
        match make(&inner).await {
            Ok(index) => {
                tracing::debug!(practice = %inner.practice, patients = index.len(), "search is ready");
                inner.search.complete(index);
                inner.search.anew.notified().await;
            }
            Err(error) => {
                tracing::error!(%error, "no search");
                sleep(Duration::from_secs(READ_AGAIN)).await;
            }
        }
    }
}

async fn make(inner: &Inner) -> Result<SearchIndex, StoreError> {
    let (mut index, mut after) = (SearchIndex::default(), None);
    loop {
        let some = inner.store.searched_patients(inner.practice, after).await?;
        let Some(last) = some.last() else {
            return Ok(index);
        };
        after = Some(last.patient.id);
        for SearchedPatient { patient, tax_code } in &some {
            index.put_with_tax_code(patient, tax_code.as_deref());
        }
        // Others have their turn before the next ones.
        tokio::task::yield_now().await;
    }
}

/// `POST /sync/search`.
pub(super) async fn search(
    State(server): State<SyncServer>,
    signed_in: SignedIn,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, HttpError> {
    let class = ViewClass::of(&server.viewer(&signed_in)?);
    let body = body.map_err(|_| HttpError::TooLarge)?;
    let expected = || HttpError::bad_request("a query of at most 100 characters, or a patient, is expected");
    let hits = match serde_json::from_slice(&body).map_err(|_| expected())? {
        SearchRequest::Query(typed) if typed.chars().count() > LONGEST_QUERY => return Err(expected()),
        SearchRequest::Query(typed) => {
            let query = Query::parse(&typed, server.0.clock.present().today());
            server
                .0
                .search
                .hits(&query, class)
                .ok_or(HttpError::Unavailable)?
        }
        SearchRequest::Bring(id) => {
            bring(&server, class, id).await?;
            Hits {
                patients: vec![id],
                more: 0,
            }
        }
        SearchRequest::Patient(id) => Hits {
            patients: vec![id],
            more: 0,
        },
    };
    let answer = answer(&server.0, &hits, class).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)).into_response())
}

/// The devices know the patient from now on, for who works with the agenda.
async fn bring(server: &SyncServer, class: ViewClass, patient: PatientId) -> Result<(), HttpError> {
    if !works_with_agenda(class.role) {
        return Err(HttpError::NotAllowed);
    }
    let inner = &server.0;
    let brought = day::bring(&inner.store, inner.practice, patient, inner.clock.present()).await;
    if !brought.map_err(HttpError::internal)? {
        return Err(HttpError::NotFound);
    }
    server.poke();
    Ok(())
}

/// The rows of those who were found, in their order, as the class sees them.
async fn answer(inner: &Inner, hits: &Hits, class: ViewClass) -> Result<SearchAnswer, HttpError> {
    let rows = inner.store.any_patients(inner.practice, &hits.patients).await;
    let rows = rows.map_err(HttpError::internal)?;
    let row_of = |id: &PatientId| rows.iter().find(|row| row.id == *id).cloned();
    let seen = |row: Patient| match project(class, &Row::Patient(row)) {
        Some(Row::Patient(seen)) => Some(seen),
        _ => None,
    };
    Ok(SearchAnswer {
        patients: hits.patients.iter().filter_map(row_of).filter_map(seen).collect(),
        more: hits.more,
    })
}

//! The reactive reads of the books.

use app_domain::id::PatientId;
use app_domain::payments::{RecordedPayment, correction_of};
use app_domain::policy::may_record_payments;
use app_domain::rows::{Key, Rows};
use app_sync::client::RowState;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

/// The entries of a patient that were made here, as the screen shows them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BooksOfPatient {
    /// The newest first, each with whether another one takes it back.
    pub entries: Vec<(RecordedPayment, Corrected)>,
    /// Whether this person may make entries.
    pub may_record: bool,
    /// Whether an entry has not reached the server yet.
    pub waits: bool,
}

/// Whether an entry was taken back.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Corrected {
    /// It stands.
    No,
    /// Another one takes it back.
    Yes,
}

impl Workspace {
    /// The entries of a patient's books that were made here and can still be seen.
    pub fn books_of(self, patient: PatientId) -> Memo<BooksOfPatient> {
        Memo::new(move |_| {
            self.with(|inner| inner.wakers.track(Topic::State));
            self.watch(Topic::Payments, |core| {
                let rows = core.view();
                let mut entries: Vec<_> = rows
                    .payments_of(patient)
                    .map(|payment| {
                        let corrected = if correction_of(payment, rows).is_some() {
                            Corrected::Yes
                        } else {
                            Corrected::No
                        };
                        (payment.clone(), corrected)
                    })
                    .collect();
                entries.sort_by_key(|(payment, _)| core::cmp::Reverse((payment.at, payment.id)));
                let is_on_its_way = |payment: &RecordedPayment| {
                    !matches!(
                        core.row_state(Key::Payment(payment.id)),
                        RowState::Saved | RowState::NeedsYou
                    )
                };
                let waits = entries.iter().any(|(payment, _)| is_on_its_way(payment));
                BooksOfPatient {
                    entries,
                    may_record: core
                        .viewer()
                        .is_some_and(|viewer| may_record_payments(viewer.role)),
                    waits,
                }
            })
        })
    }
}

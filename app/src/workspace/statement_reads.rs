//! The rows behind a patient's figures of money, asked of the server: no device holds the books.

use std::collections::BTreeSet;

use app_domain::care::MoneyCare;
use app_domain::id::{PatientId, PaymentId};
use app_domain::rows::{Key, Rows};
use app_sync::client::{Link, RowState};
use app_sync::statement::{StatementAnswer, StatementRequest};
use jiff::civil::Date;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

/// What became of a question about the books.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stated {
    /// What was asked.
    pub asked: StatementRequest,
    /// The answer; `None` where the server gave none.
    pub answer: Option<StatementAnswer>,
}

/// What a statement is asked for anew when it changes, as far as this device knows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BooksStand {
    today: Date,
    /// What is due.
    money: Option<MoneyCare>,
    /// The entries of everybody for whom the same person pays, as far as the server has them.
    saved: BTreeSet<PaymentId>,
}

impl Workspace {
    /// Asks the server for a statement, if the device is live; what it answers is told in [`Self::stated`].
    pub fn ask_statement(self, asked: StatementRequest) {
        let is_live = self.with(|inner| inner.core.borrow().link() == Link::Live);
        if is_live {
            self.with(|inner| inner.device.ask_statement(asked));
        }
    }

    /// What became of the last question about the books; set by the machine. Whoever asks looks at what was asked, and sets it
    /// to `None` when it is not shown any more.
    pub fn stated(self) -> RwSignal<Option<Stated>> {
        self.signals.stated
    }

    /// How the books of a patient's family stand: a statement that was asked before it changed is out of date.
    pub fn books_stand(self, patient: PatientId) -> Memo<BooksStand> {
        let today = self.today();
        Memo::new(move |_| {
            let today = today.get();
            self.with(|inner| {
                inner.wakers.track(Topic::State);
                inner.wakers.track(Topic::Row(Key::Care(patient)));
            });
            self.watch(Topic::Payments, |core| {
                let rows = core.view();
                let payer = |id| rows.patient(id).and_then(|row| row.payer).unwrap_or(id);
                let of_family = payer(patient);
                let is_saved = |id: PaymentId| matches!(core.row_state(Key::Payment(id)), RowState::Saved);
                let saved = rows
                    .payments()
                    .filter(|payment| payer(payment.patient) == of_family && is_saved(payment.id));
                BooksStand {
                    today,
                    money: rows.care(patient).and_then(|care| care.money.clone()),
                    saved: saved.map(|payment| payment.id).collect(),
                }
            })
        })
    }
}

//! What the server keeps in memory: every row that the devices know, as of one moment.

use app_domain::id::PracticeId;
use app_domain::payments::SHOWN_DAYS;
use app_domain::rows::Row;
use app_domain::time::Instant;
use app_sync::replica::Replica;
use app_sync::server::Truth;
use jiff::ToSpan;
use jiff::civil::Date;

use super::absence::absences;
use super::appointment::appointments_from;
use super::attempt::attempts_in_scope;
use super::budget::budgets;
use super::call_settings::call_settings;
use super::care::cares;
use super::chair::chairs;
use super::claim::claims;
use super::clinician::clinicians;
use super::closure::closures;
use super::day_note::day_notes;
use super::log::{Head, head_of};
use super::member::members;
use super::mutation::standings;
use super::patient::patients_in_scope;
use super::payment::payments_in_scope;
use super::practice::practice;
use super::recall::recalls_in_scope;
use super::request::requests_in_scope;
use super::review::reviews;
use super::risk_marks::risk_marks_in_scope;
use super::risk_rule::risk_rules;
use super::shared_view::shared_views;
use super::treatment_consent::treatment_consents_in_scope;
use super::visit_type::visit_types;
use super::{Store, StoreError, Tx};

/// How far back attempts are kept at hand: a year, and as long again as a promise or a postponed recall may lie ahead.
const ATTEMPT_DAYS: i32 = 400;

impl Store {
    /// What is durable: the rows that the devices know, the head of the log, and how far each client is.
    pub async fn truth(&self, practice: PracticeId) -> Result<Truth, StoreError> {
        let mut tx = self.db().begin_read().await?;
        let truth = truth(&mut tx, practice).await?;
        tx.rollback().await?;
        Ok(truth)
    }
}

/// The same, in a transaction.
pub async fn truth(tx: &mut Tx, id: PracticeId) -> Result<Truth, StoreError> {
    let Head { epoch, seq } = head_of(tx, id).await?;
    let rows = Replica::from_rows(rows(tx, id).await?);
    Ok(Truth::new(epoch, seq, rows, standings(tx, id).await?))
}

/// Every row that the devices know: those of the window, and those of the patients who have a digest.
pub async fn rows(tx: &mut Tx, id: PracticeId) -> Result<Vec<Row>, StoreError> {
    let practice = practice(tx, id).await?;
    let window_from = practice.window_from;
    let mut rows = vec![Row::Practice(practice)];
    rows.extend(chairs(tx, id).await?.into_iter().map(Row::Chair));
    rows.extend(clinicians(tx, id).await?.into_iter().map(Row::Clinician));
    rows.extend(closures(tx, id).await?.into_iter().map(Row::Closure));
    rows.extend(absences(tx, id, window_from).await?.into_iter().map(Row::Absence));
    rows.extend(visit_types(tx, id).await?.into_iter().map(Row::VisitType));
    rows.extend(budgets(tx, id).await?.into_iter().map(Row::Budget));
    rows.extend(call_settings(tx, id).await?.map(Row::CallSettings));
    rows.extend(risk_rules(tx, id).await?.into_iter().map(Row::RiskRule));
    rows.extend(members(tx, id).await?.into_iter().map(Row::Member));
    rows.extend(
        day_notes(tx, id, window_from)
            .await?
            .into_iter()
            .map(Row::DayNote),
    );
    rows.extend(shared_views(tx, id).await?.into_iter().map(Row::SharedView));
    rows.extend(patients_in_scope(tx, id).await?.into_iter().map(Row::Patient));
    rows.extend(cares(tx, id).await?.into_iter().map(Row::Care));
    rows.extend(recalls_in_scope(tx, id).await?.into_iter().map(Row::Recall));
    rows.extend(risk_marks_in_scope(tx, id).await?.into_iter().map(Row::RiskMarks));
    rows.extend(
        appointments_from(tx, id, window_from)
            .await?
            .into_iter()
            .map(Row::Appointment),
    );
    let attempts = attempts_in_scope(tx, id, attempts_from(window_from)).await?;
    rows.extend(attempts.into_iter().map(Row::Attempt));
    rows.extend(claims(tx, id).await?.into_iter().map(Row::Claim));
    let settled_since = Instant::from_civil(window_from.at(0, 0, 0, 0));
    let requests = requests_in_scope(tx, id, settled_since).await?;
    rows.extend(requests.into_iter().map(Row::Request));
    let consents = treatment_consents_in_scope(tx, id).await?;
    rows.extend(consents.into_iter().map(Row::TreatmentConsent));
    let payments = payments_in_scope(tx, id, payments_from(window_from)).await?;
    rows.extend(payments.into_iter().map(Row::Payment));
    rows.extend(reviews(tx, id, settled_since).await?.into_iter().map(Row::Review));
    Ok(rows)
}

/// Since when entries of the books are kept at hand, to be seen and corrected.
pub(crate) fn payments_from(window_from: Date) -> Instant {
    Instant::from_civil(window_from.saturating_sub(SHOWN_DAYS.days()).at(0, 0, 0, 0))
}

/// Since when attempts are kept at hand.
pub(crate) fn attempts_from(window_from: Date) -> Instant {
    Instant::from_civil(window_from.saturating_sub(ATTEMPT_DAYS.days()).at(0, 0, 0, 0))
}

//! From the whole history to the list of a moment.

use std::collections::HashMap;

use app_domain::calendar::Calendar;
use app_domain::calls::{CallBoard, RiskTable, why};
use app_domain::digest::digest;
use app_domain::id::{PatientId, PracticeId};
use app_domain::language::Language;
use app_domain::rows::{Row, Rows as _};
use app_domain::time::Now;
use app_sync::replica::Replica;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{CallList, ExcludedReason, ListedPatient};
use crate::store::attempt::attempts_of;
use crate::store::call_settings::call_settings;
use crate::store::closure::closures;
use crate::store::history::{all_families, histories};
use crate::store::risk_rule::risk_rules;
use crate::store::truth::attempts_from;
use crate::store::{Store, StoreError, Tx};

/// How much of the past stays as single visits; the rest is in the digests, with the same answers.
const WINDOW_WEEKS: i64 = 4;

/// The call list of a moment, from everything that is recorded now.
///
/// # Errors
/// When the database does not answer.
pub async fn list_at(store: &Store, practice: PracticeId, now: Now) -> Result<CallList, StoreError> {
    let mut tx = store.db().begin_read().await?;
    let (rows, codes) = rows_at(&mut tx, practice, now.today()).await?;
    tx.rollback().await?;
    let calendar = Calendar::new(rows.closures());
    let board = CallBoard::of(&rows, codes.keys().copied(), &calendar, now);
    Ok(CallList {
        listed: listed(&board, &codes, now),
        excluded: excluded(&board, &codes),
    })
}

type Codes = HashMap<PatientId, String>;

/// What the rules read, digested as of a day, and the code of each patient.
async fn rows_at(tx: &mut Tx, practice: PracticeId, today: Date) -> Result<(Replica, Codes), StoreError> {
    let window_from = today.saturating_sub(WINDOW_WEEKS.weeks());
    let mut rows: Vec<Row> = closures(tx, practice)
        .await?
        .into_iter()
        .map(Row::Closure)
        .collect();
    let rules = risk_rules(tx, practice).await?;
    let table = RiskTable::set(rules.iter().cloned());
    rows.extend(rules.into_iter().map(Row::RiskRule));
    let settings = call_settings(tx, practice).await?;
    let checks = settings
        .as_ref()
        .map(|set| set.checks.clone())
        .unwrap_or_default();
    rows.extend(settings.map(Row::CallSettings));
    let mut codes = Codes::new();
    for families in all_families(tx, practice).await? {
        let attempts = attempts_of(tx, practice, &families, attempts_from(window_from)).await?;
        rows.extend(attempts.into_iter().map(Row::Attempt));
        for family in histories(tx, practice, &families).await? {
            rows.extend(
                digest(&family, &table, &checks, today, window_from)
                    .into_iter()
                    .map(Row::Care),
            );
            for history in family {
                codes.insert(history.patient.id, history.patient.code.clone());
                rows.extend(history.recall.map(Row::Recall));
                rows.extend(history.check_recalls.into_iter().map(Row::Recall));
                rows.extend(history.risk_marks.map(Row::RiskMarks));
                rows.push(Row::Patient(history.patient));
                let visits = history
                    .appointments
                    .into_iter()
                    .filter(|visit| visit.is_at_hand(window_from));
                rows.extend(visits.map(Row::Appointment));
            }
        }
    }
    Ok((Replica::from_rows(rows), codes))
}

fn listed(board: &CallBoard, codes: &Codes, now: Now) -> Vec<ListedPatient> {
    let row = |(rank, patient): (usize, PatientId)| {
        let status = board.status(patient)?;
        Some(ListedPatient {
            patient: codes.get(&patient)?.clone(),
            rank,
            reasons: status.listed.clone(),
            why: why::row_sentence(status, now, Language::Italian),
        })
    };
    (1..).zip(board.ranked()).filter_map(row).collect()
}

fn excluded(board: &CallBoard, codes: &Codes) -> Vec<ExcludedReason> {
    let mut excluded: Vec<ExcludedReason> = board
        .statuses()
        .filter_map(|(patient, status)| Some((codes.get(&patient)?, status)))
        .flat_map(|(code, status)| {
            let of_patient = |held: &app_domain::calls::Excluded| ExcludedReason {
                patient: code.clone(),
                kind: held.reason.kind(),
                cause: held.cause,
            };
            status.excluded.iter().map(of_patient)
        })
        .collect();
    excluded.sort_by(|a, b| (&a.patient, a.kind).cmp(&(&b.patient, b.kind)));
    excluded
}

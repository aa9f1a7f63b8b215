//! From the whole history to the figures of a moment.

use std::collections::HashMap;

use app_domain::calls::Attempt;
use app_domain::care::History;
use app_domain::id::{ChairId, PatientId, PracticeId};
use app_domain::indicators::{Figures, PatientRecord, Period, Tally, saturation};
use app_domain::rows::{Row, Rows as _};
use app_domain::time::{Instant, Now};
use app_sync::replica::Replica;

use crate::store::attempt::attempts_of;
use crate::store::chair::chairs;
use crate::store::closure::closures;
use crate::store::history::{all_families, histories};
use crate::store::request::requests;
use crate::store::risk_rule::risk_table;
use crate::store::treatment_consent::treatment_consents;
use crate::store::{Store, StoreError, Tx};

/// A check of an episode of risk may go back to any attempt.
const EVER: Instant = Instant(i64::MIN);

/// The figures of a practice, and what its chairs are called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PracticeFigures {
    /// The figures.
    pub figures: Figures,
    /// Codes of the chairs.
    pub chairs: HashMap<ChairId, String>,
}

impl PracticeFigures {
    /// The code of a chair.
    pub fn code_of(&self, chair: ChairId) -> &str {
        self.chairs.get(&chair).map_or("", String::as_str)
    }
}

/// The figures of a moment, from everything that is recorded now.
///
/// # Errors
/// When the database does not answer.
pub async fn figures_at(
    store: &Store,
    practice: PracticeId,
    now: Now,
) -> Result<PracticeFigures, StoreError> {
    let mut tx = store.db().begin_read().await?;
    let mut tally = Tally::new(now, risk_table(&mut tx, practice).await?);
    let rows = count(&mut tx, practice, &mut tally).await?;
    tx.rollback().await?;
    let chairs = rows.chairs().map(|chair| (chair.id, chair.code.clone()));
    Ok(PracticeFigures {
        chairs: chairs.collect(),
        figures: tally.finish(|period| saturation(&rows, period)),
    })
}

/// Counts every family, and keeps what the agenda's rule reads: chairs, closures and the visits of the months.
async fn count(tx: &mut Tx, practice: PracticeId, tally: &mut Tally) -> Result<Replica, StoreError> {
    let chairs = chairs(tx, practice).await?.into_iter().map(Row::Chair);
    let mut rows: Vec<Row> = chairs.collect();
    rows.extend(closures(tx, practice).await?.into_iter().map(Row::Closure));
    for request in requests(tx, practice).await? {
        tally.add_request(&request);
    }
    for consent in treatment_consents(tx, practice).await? {
        tally.add_consent(&consent);
    }
    for families in all_families(tx, practice).await? {
        let attempts = attempts_of(tx, practice, &families, EVER).await?;
        let attempts = by_patient(&attempts);
        for family in histories(tx, practice, &families).await? {
            tally.add_family(&family);
            for history in family {
                tally.add_patient(&PatientRecord {
                    history: &history,
                    attempts: attempts.get(&history.patient.id).map_or(&[], Vec::as_slice),
                });
                rows.extend(visits(history, tally.period()));
            }
        }
    }
    Ok(Replica::from_rows(rows))
}

fn by_patient(attempts: &[Attempt]) -> HashMap<PatientId, Vec<&Attempt>> {
    let mut of: HashMap<PatientId, Vec<&Attempt>> = HashMap::new();
    for attempt in attempts {
        of.entry(attempt.patient).or_default().push(attempt);
    }
    of
}

fn visits(history: History, period: Period) -> impl Iterator<Item = Row> {
    let visits = history.appointments.into_iter();
    visits
        .filter(move |visit| period.contains(visit.start().date()))
        .map(Row::Appointment)
}

//! From facts to rows: what is new, what has changed since the last import, and writing it.
//!
//! An export is compared with what the last import said, group of columns by group of columns. Only what changed in the export
//! is written, so that what was changed in Richiamo meanwhile stays, unless the export changed the same thing.

mod delta;
mod places;
mod records;

use std::collections::HashMap;

use app_domain::id::PracticeId;
use app_domain::time::Instant;
use uuid::Uuid;

use crate::accounts::fresh_id;
use crate::import::facts::{AppointmentFact, Facts};
use crate::import::report::Report;
use crate::import::rows::{Fact, References};
use crate::import::{ImportError, Missing, Progress};
use crate::store::Tx;
use crate::store::import::{
    Known, Remembered, insert_rows, known_rows, remember, remember_anew, replace_parts, update_row,
};
use delta::{Delta, delta};

/// Tables with fewer rows than this may lose any share of them.
const FEW_ROWS: usize = 25;

/// Writes facts, and counts in the report what was done.
///
/// # Errors
/// When the database refuses, or the export has lost many rows and that was not said to be right.
pub async fn write(
    tx: &mut Tx,
    practice: PracticeId,
    facts: &Facts,
    writing: &mut Writing<'_>,
) -> Result<(), ImportError> {
    let mut ids = Ids::default();
    let chairs = ids.table(tx, practice, facts, &facts.chairs, writing.now).await?;
    let clinicians = ids
        .table(tx, practice, facts, &facts.clinicians, writing.now)
        .await?;
    let patients = ids
        .table(tx, practice, facts, &facts.patients, writing.now)
        .await?;
    let plans = ids.table(tx, practice, facts, &facts.plans, writing.now).await?;
    let closures = ids
        .table(tx, practice, facts, &facts.closures, writing.now)
        .await?;
    let appointments = ids
        .table(tx, practice, facts, &facts.appointments, writing.now)
        .await?;
    let acts = ids.table(tx, practice, facts, &facts.acts, writing.now).await?;
    let payments = ids
        .table(tx, practice, facts, &facts.payments, writing.now)
        .await?;
    let instalments = ids
        .table(tx, practice, facts, &facts.instalments, writing.now)
        .await?;
    let contacts = ids
        .table(tx, practice, facts, &facts.contacts, writing.now)
        .await?;
    writing.table(tx, practice, &facts.chairs, chairs, &ids).await?;
    writing
        .table(tx, practice, &facts.clinicians, clinicians, &ids)
        .await?;
    writing
        .table(tx, practice, &facts.closures, closures, &ids)
        .await?;
    writing
        .table(tx, practice, &facts.patients, patients, &ids)
        .await?;
    writing.table(tx, practice, &facts.plans, plans, &ids).await?;
    writing
        .appointments(tx, practice, &facts.appointments, appointments, &ids)
        .await?;
    writing.table(tx, practice, &facts.acts, acts, &ids).await?;
    writing
        .table(tx, practice, &facts.payments, payments, &ids)
        .await?;
    writing
        .table(tx, practice, &facts.instalments, instalments, &ids)
        .await?;
    writing
        .table(tx, practice, &facts.contacts, contacts, &ids)
        .await?;
    // The last: they name rows of every table.
    writing.records(tx, practice, &facts.records).await
}

/// What earlier imports brought to a table.
type KnownRows = HashMap<String, Known>;

/// The id of every row, by its table and external id: that of the earlier import, or a new one.
#[derive(Default)]
struct Ids(HashMap<&'static str, HashMap<String, Uuid>>);

impl Ids {
    async fn table<F: Fact>(
        &mut self,
        tx: &mut Tx,
        practice: PracticeId,
        all: &Facts,
        facts: &[F],
        now: Instant,
    ) -> Result<KnownRows, ImportError> {
        let own = all.identities.get(F::NAME);
        let known = known_rows(tx, practice, F::SHAPE.table).await?;
        let mut ids = HashMap::with_capacity(facts.len());
        for fact in facts {
            let external = fact.external();
            let own = own.and_then(|own| own.get(&external));
            let id = match (known.get(&external), own) {
                (Some(row), _) => row.id,
                (None, Some(own)) => *own,
                (None, None) => fresh_id(now).map_err(ImportError::NoRandomness)?,
            };
            ids.insert(external, id);
        }
        self.0.insert(F::SHAPE.table, ids);
        Ok(known)
    }

    fn of<F: Fact>(&self, external: &str) -> Uuid {
        self.in_table(F::SHAPE.table, external)
    }

    fn in_table(&self, table: &str, external: &str) -> Uuid {
        let ids = self.0.get(table).and_then(|ids| ids.get(external));
        *ids.expect("reading looked every reference up")
    }
}

impl References for Ids {
    fn chair(&self, code: &str) -> Uuid {
        self.in_table("chair", code)
    }

    fn clinician(&self, code: &str) -> Uuid {
        self.in_table("clinician", code)
    }

    fn patient(&self, code: &str) -> Uuid {
        self.in_table("patient", code)
    }

    fn plan(&self, code: &str) -> Uuid {
        self.in_table("plan", code)
    }
}

/// What writing needs beside the facts.
pub struct Writing<'a> {
    /// Where it is counted.
    pub report: &'a mut Report,
    /// Who watches.
    pub progress: &'a mut Progress,
    /// What to do where the export has lost many rows.
    pub missing: Missing,
    /// The present.
    pub now: Instant,
}

impl Writing<'_> {
    async fn table<F: Fact>(
        &mut self,
        tx: &mut Tx,
        practice: PracticeId,
        facts: &[F],
        known: KnownRows,
        ids: &Ids,
    ) -> Result<(), ImportError> {
        let delta = delta(facts, &known, ids);
        self.count::<F>(&delta, known.len())?;
        apply::<F>(tx, practice, &delta).await
    }

    async fn appointments(
        &mut self,
        tx: &mut Tx,
        practice: PracticeId,
        facts: &[AppointmentFact],
        known: KnownRows,
        ids: &Ids,
    ) -> Result<(), ImportError> {
        let mut delta = delta(facts, &known, ids);
        self.count::<AppointmentFact>(&delta, known.len())?;
        places::make_room(tx, practice, facts, &mut delta, self.report).await?;
        apply::<AppointmentFact>(tx, practice, &delta).await
    }

    fn count<F: Fact>(&mut self, delta: &Delta, known: usize) -> Result<(), ImportError> {
        let missing = delta.missing;
        if self.missing == Missing::Refused && known >= FEW_ROWS && missing * 5 > known {
            return Err(ImportError::RowsMissing {
                table: F::NAME,
                missing,
                known,
            });
        }
        let count = self.report.table(F::NAME);
        count.new = delta.new.len();
        count.changed = delta.changed.len();
        count.unchanged = delta.unchanged;
        count.missing = missing;
        self.progress.written(F::NAME, count);
        Ok(())
    }
}

async fn apply<F: Fact>(tx: &mut Tx, practice: PracticeId, delta: &Delta) -> Result<(), ImportError> {
    let shape = F::SHAPE;
    for changed in &delta.changed {
        if !changed.columns.is_empty() {
            update_row(tx, practice, shape.table, changed.row.id, changed.columns.clone()).await?;
        }
        if let Some(parts) = shape.parts.as_ref().filter(|_| changed.parts_differ) {
            replace_parts(tx, practice, parts, &changed.row).await?;
        }
        let says = Remembered {
            external: &changed.external,
            id: changed.row.id,
            fingerprint: &changed.fingerprint,
        };
        remember_anew(tx, practice, shape.table, &says).await?;
    }
    let rows: Vec<_> = delta.new.iter().map(|new| &new.row).collect();
    insert_rows(tx, practice, &shape, &rows).await?;
    let remembered: Vec<_> = delta
        .new
        .iter()
        .map(|new| Remembered {
            external: &new.external,
            id: new.row.id,
            fingerprint: &new.fingerprint,
        })
        .collect();
    remember(tx, practice, shape.table, &remembered).await?;
    Ok(())
}

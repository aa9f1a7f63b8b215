//! Writing rows that Richiamo has written whole, each once for every time that the export says something else of it.

use std::collections::HashMap;

use app_domain::id::PracticeId;
use app_domain::rows::{Change, Key};
use uuid::Uuid;

use super::Writing;
use super::delta::fingerprint_of;
use crate::import::ImportError;
use crate::import::facts::RecordFact;
use crate::store::Tx;
use crate::store::change::write_changes;
use crate::store::import::{Known, Remembered, known_rows, remember, remember_anew};

/// Name under which they are remembered: they are of several tables.
const TABLE: &str = "record";

/// What they are counted as in the report.
const NAME: &str = "records";

impl Writing<'_> {
    /// Writes the rows that are new or that the export says otherwise than before.
    pub(super) async fn records(
        &mut self,
        tx: &mut Tx,
        practice: PracticeId,
        records: &[RecordFact],
    ) -> Result<(), ImportError> {
        let known = known_rows(tx, practice, TABLE).await?;
        let mut changes = Vec::new();
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        for record in records {
            let json = serde_json::to_string(&record.row).expect("shared rows are plain data");
            let fingerprint = fingerprint_of(&json);
            let said = (record, fingerprint);
            match known.get(&record.code) {
                Some(before) if before.fingerprint == said.1 => continue,
                Some(_) => changed.push(said),
                None => new.push(said),
            }
            changes.push(Change::Put {
                row: record.row.clone(),
            });
        }
        self.count_records(records, &known, new.len(), changed.len());
        write_changes(tx, practice, &changes).await?;
        let new: Vec<Remembered<'_>> = new.iter().map(remembered).collect();
        remember(tx, practice, TABLE, &new).await?;
        for said in &changed {
            remember_anew(tx, practice, TABLE, &remembered(said)).await?;
        }
        Ok(())
    }

    fn count_records(
        &mut self,
        records: &[RecordFact],
        known: &HashMap<String, Known>,
        new: usize,
        changed: usize,
    ) {
        if records.is_empty() && known.is_empty() {
            return;
        }
        let count = self.report.table(NAME);
        (count.new, count.changed) = (new, changed);
        count.unchanged = records.len() - new - changed;
        count.missing = known.len() - (count.unchanged + changed);
        self.progress.written(NAME, count);
    }
}

fn remembered<'a>((record, fingerprint): &'a (&RecordFact, String)) -> Remembered<'a> {
    Remembered {
        external: &record.code,
        id: id_of(record.row.key()),
        fingerprint,
    }
}

/// The id of a row; those of a type of visit, of a budget and of a line of the table of risk are
/// their names.
fn id_of(key: Key) -> Uuid {
    match key {
        Key::Chair(id) => id.0,
        Key::Clinician(id) => id.0,
        Key::Closure(id) => id.0,
        Key::Absence(id) => id.0,
        Key::Member(id) => id.0,
        Key::DayNote(id) => id.0,
        Key::SharedView(id) => id.0,
        Key::Patient(id)
        | Key::Care(id)
        | Key::Recall(id)
        | Key::CheckRecall(id, _)
        | Key::RiskMarks(id)
        | Key::Claim(id) => id.0,
        Key::Appointment(id) => id.0,
        Key::Attempt(id) => id.0,
        Key::Request(id) => id.0,
        Key::TreatmentConsent(id) => id.0,
        Key::Payment(id) => id.0,
        Key::Review(id) => id.0,
        Key::Practice | Key::VisitType(_) | Key::Budget(_) | Key::CallSettings | Key::RiskRule(_) => {
            Uuid::nil()
        }
    }
}

//! Rows that Richiamo has written whole: what other programs have no columns for.

use app_domain::rows::Row;

use super::{Reader, TableRead};
use crate::import::ImportError;
use crate::import::facts::{Facts, RecordFact};
use crate::import::report::Kind;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    for table in &reader.mapping.records {
        let columns = &table.columns;
        let read = TableRead {
            name: "records",
            table,
            id: columns.id.clone(),
        };
        reader.table(&read, &mut |cells, _| {
            let text = cells.needed(&columns.row)?;
            let row: Row = serde_json::from_str(&text)
                .map_err(|error| cells.skip(Kind::RecordUnreadable, &columns.row, &error.to_string()))?;
            // The practice is the one that is imported into; digests are made, and leases are over.
            if matches!(row, Row::Practice(_) | Row::Care(_) | Row::Claim(_)) {
                return Err(cells.skip(
                    Kind::RecordUnreadable,
                    &columns.row,
                    "not a row that is taken over",
                ));
            }
            facts.records.push(RecordFact {
                code: cells.id.clone(),
                row,
            });
            Ok(())
        })?;
    }
    Ok(())
}

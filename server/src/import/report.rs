//! What the import found wrong, one line for each defect, and what was done with it.

mod kind;
mod write;

use std::collections::BTreeMap;

use serde::Serialize;

pub use kind::{Action, Kind};
pub use write::ReportFormat;

/// One defect of the export.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Defect {
    /// Name of the file.
    pub file: String,
    /// Number of the line, from 1.
    pub line: usize,
    /// What the export calls the row.
    pub id: String,
    /// Header of the column, where it is in one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub column: String,
    /// What is written there.
    pub value: String,
    /// What is wrong.
    pub kind: Kind,
    /// More about it: the other patient, the missing code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// What was done.
    pub action: Action,
}

/// How many rows of a table were read, and what became of them.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct TableCount {
    /// Which table of ours.
    pub table: &'static str,
    /// Rows read, without empty lines.
    pub rows: usize,
    /// Rows left out.
    pub skipped: usize,
    /// Rows that were not there.
    pub new: usize,
    /// Rows that differ from the last import.
    pub changed: usize,
    /// Rows as in the last import.
    pub unchanged: usize,
    /// Rows of the last import that this export has no more; they stay.
    pub missing: usize,
}

/// Everything that an import tells.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Report {
    /// Each table, in the order of reading.
    pub tables: Vec<TableCount>,
    /// Each defect, by file and line.
    pub defects: Vec<Defect>,
}

impl Report {
    /// Writes a defect down.
    pub fn add(&mut self, defect: Defect) {
        self.defects.push(defect);
    }

    /// The count of a table, made on first use.
    pub fn table(&mut self, table: &'static str) -> &mut TableCount {
        let place = self
            .tables
            .iter()
            .position(|count| count.table == table)
            .unwrap_or_else(|| {
                self.tables.push(TableCount {
                    table,
                    ..TableCount::default()
                });
                self.tables.len() - 1
            });
        &mut self.tables[place]
    }

    /// Puts defects in the order of files (as read) and lines.
    pub fn sort(&mut self) {
        let mut order: BTreeMap<String, usize> = BTreeMap::new();
        for defect in &self.defects {
            let next = order.len();
            order.entry(defect.file.clone()).or_insert(next);
        }
        self.defects
            .sort_by_cached_key(|defect| (order[&defect.file], defect.line));
    }

    /// Rows that were not there or differ from the last import.
    pub fn changes(&self) -> usize {
        self.tables.iter().map(|count| count.new + count.changed).sum()
    }

    /// How many defects there are of each kind and action.
    pub fn by_kind(&self) -> BTreeMap<(Kind, Action), usize> {
        let mut counts = BTreeMap::new();
        for defect in &self.defects {
            *counts.entry((defect.kind, defect.action)).or_default() += 1;
        }
        counts
    }
}

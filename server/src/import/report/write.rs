//! The report as a table for people, and as CSV or JSON for machines.

use std::fmt::Write as _;
use std::path::Path;

use super::{Action, Report};

/// What a report file is written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReportFormat {
    /// One line per defect, for spreadsheets: UTF-8 with a mark, so that they read accents.
    Csv,
    /// Counts and defects.
    Json,
}

impl ReportFormat {
    /// What the extension of a file asks for.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

impl Report {
    /// The report as the content of a file.
    ///
    /// # Errors
    /// When memory runs out under the writer; not otherwise.
    pub fn to_bytes(&self, format: ReportFormat) -> anyhow::Result<Vec<u8>> {
        match format {
            ReportFormat::Json => Ok(serde_json::to_vec_pretty(self)?),
            ReportFormat::Csv => self.to_csv(),
        }
    }

    fn to_csv(&self) -> anyhow::Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new().from_writer("\u{feff}".as_bytes().to_vec());
        writer.write_record([
            "file", "line", "id", "column", "value", "kind", "what", "detail", "action",
        ])?;
        for defect in &self.defects {
            let line = defect.line.to_string();
            writer.write_record([
                defect.file.as_str(),
                &line,
                &defect.id,
                &defect.column,
                &defect.value,
                defect.kind.name(),
                defect.kind.sentence(),
                &defect.detail,
                defect.action.name(),
            ])?;
        }
        Ok(writer.into_inner().map_err(|error| error.into_error())?)
    }

    /// The counts, as a table for people. Names nobody.
    pub fn summary(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{:<14}{:>8}{:>8}{:>9}{:>11}{:>9}{:>9}",
            "table", "rows", "new", "changed", "unchanged", "skipped", "missing"
        );
        for count in &self.tables {
            let _ = writeln!(
                text,
                "{:<14}{:>8}{:>8}{:>9}{:>11}{:>9}{:>9}",
                count.table,
                count.rows,
                count.new,
                count.changed,
                count.unchanged,
                count.skipped,
                count.missing
            );
        }
        let _ = writeln!(
            text,
            "\n{:<32}{:<14}{:>7}  what is wrong",
            "defect", "done", "count"
        );
        for ((kind, action), count) in self.by_kind() {
            let _ = writeln!(
                text,
                "{:<32}{:<14}{count:>7}  {}",
                kind.name(),
                action.name(),
                kind.sentence()
            );
        }
        let persons = self
            .defects
            .iter()
            .filter(|defect| defect.action == Action::NeedsPerson)
            .count();
        let _ = writeln!(
            text,
            "\n{} rows new or changed, {} defects, {persons} of them for a person to look at.",
            self.changes(),
            self.defects.len()
        );
        text
    }
}

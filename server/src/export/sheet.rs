//! One file of an export.

use app_domain::money::Cents;
use app_domain::rows::Row;
use jiff::civil::{DateTime, Time};
use serde::Serialize;

/// A file of an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportFile {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub text: String,
    /// How many rows, without the headers.
    pub rows: usize,
}

/// A file on its way to be written.
pub(super) struct Sheet {
    name: &'static str,
    text: String,
    rows: usize,
}

impl Sheet {
    /// With its headers. The mark at the beginning tells spreadsheets that it is UTF-8.
    pub(super) fn new(name: &'static str, headers: &[&str]) -> Self {
        let mut sheet = Self {
            name,
            text: "\u{feff}".to_owned(),
            rows: 0,
        };
        sheet.line(headers.iter().copied());
        sheet
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.line(cells.iter().map(String::as_str));
        self.rows += 1;
    }

    fn line<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                self.text.push(';');
            }
            if cell.contains([';', '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str("\r\n");
    }

    /// The file.
    pub(super) fn file(self) -> ExportFile {
        ExportFile {
            name: self.name,
            text: self.text,
            rows: self.rows,
        }
    }
}

/// Whether a column gives the text back as it is: outer blanks are taken off when it is read.
pub(super) fn survives(text: &str) -> bool {
    text.trim() == text && !text.contains(['\n', '\r', '\0', char::REPLACEMENT_CHARACTER])
}

/// A row as JSON.
pub(super) fn whole(row: &Row) -> String {
    serde_json::to_string(row).expect("shared rows are plain data")
}

/// The name on the wire of a variant without content.
pub(super) fn word<T: Serialize>(variant: T) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => word,
        other => unreachable!("only variants without content are words, not {other:?}"),
    }
}

/// What may be missing.
pub(super) fn some<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// `hh:mm`.
pub(super) fn hour(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `yyyy-mm-dd hh:mm`.
pub(super) fn moment(at: DateTime) -> String {
    format!("{} {}", at.date(), hour(at.time()))
}

/// Euro, with a point before the cents.
pub(super) fn euro(amount: Cents) -> String {
    let (sign, cents) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_could_be_misread_are_quoted() {
        let mut sheet = Sheet::new("a.csv", &["A", "B"]);
        sheet.row(["x;\"y\"".to_owned(), "riga\ndue".to_owned()]);
        let file = sheet.file();
        assert_eq!(file.text, "\u{feff}A;B\r\n\"x;\"\"y\"\"\";\"riga\ndue\"\r\n");
        assert_eq!(file.rows, 1);
    }

    #[test]
    fn amounts_keep_their_sign_and_their_cents() {
        assert_eq!(euro(Cents(120_005)), "1200.05");
        assert_eq!(euro(Cents(-50)), "-0.50");
    }
}

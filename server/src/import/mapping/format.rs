//! How the files of an export are written.

use serde::Deserialize;

use crate::import::date_format::DateFormat;

/// How the files are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Format {
    /// Name of the encoding, as the web knows them: `utf-8` (with or without a mark at the beginning), `windows-1252`, …
    pub encoding: String,
    /// What stands between two fields.
    pub delimiter: char,
    /// What fields are quoted with.
    #[serde(default = "double_quote")]
    pub quote: char,
    /// Whether a quoted field may hold line breaks.
    #[serde(default)]
    pub line_breaks_in_fields: bool,
    /// Whether the last line may come without a line end. Else such a file counts as cut off.
    #[serde(default)]
    pub open_last_line: bool,
    /// Lines before the one with the headers.
    #[serde(default)]
    pub lines_before_headers: usize,
    /// Whether there are headers; without them columns are named `#1`, `#2`, ….
    #[serde(default = "Headers::expected")]
    pub headers: Headers,
    /// Texts that mean an empty field, without regard to case.
    #[serde(default)]
    pub empty: Vec<String>,
    /// How days are written, the usual way first; others are accepted and reported.
    pub dates: Vec<DateFormat>,
    /// How times of the day are written, the usual way first.
    #[serde(default = "hours_and_minutes")]
    pub times: Vec<DateFormat>,
    /// How a day with a time is written, the usual way first. A way of `dates`, a blank or `T`, and a way of `times` is
    /// accepted too.
    #[serde(default)]
    pub datetimes: Vec<DateFormat>,
    /// What stands before the cents.
    pub decimal_mark: char,
    /// What may stand between thousands; accepted and reported.
    #[serde(default)]
    pub thousands_mark: Option<char>,
}

/// Whether files begin with a line of headers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Headers {
    /// They do.
    Present,
    /// They do not.
    None,
}

impl Headers {
    const fn expected() -> Self {
        Self::Present
    }
}

fn double_quote() -> char {
    '"'
}

fn hours_and_minutes() -> Vec<DateFormat> {
    ["hh:mm", "h:mm", "hh:mm:ss"]
        .into_iter()
        .filter_map(|text| text.parse().ok())
        .collect()
}

/// What is written otherwise in one file. Keys that are left out are as in [`Format`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "each key is the one of the same name in Format")]
pub struct FormatChange {
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub quote: Option<char>,
    pub line_breaks_in_fields: Option<bool>,
    pub open_last_line: Option<bool>,
    pub lines_before_headers: Option<usize>,
    pub headers: Option<Headers>,
    pub empty: Option<Vec<String>>,
    pub dates: Option<Vec<DateFormat>>,
    pub times: Option<Vec<DateFormat>>,
    pub datetimes: Option<Vec<DateFormat>>,
    pub decimal_mark: Option<char>,
    pub thousands_mark: Option<char>,
}

impl Format {
    /// This format with what is otherwise in one file.
    pub fn with(&self, change: &FormatChange) -> Self {
        let change = change.clone();
        Self {
            encoding: change.encoding.unwrap_or_else(|| self.encoding.clone()),
            delimiter: change.delimiter.unwrap_or(self.delimiter),
            quote: change.quote.unwrap_or(self.quote),
            line_breaks_in_fields: change.line_breaks_in_fields.unwrap_or(self.line_breaks_in_fields),
            open_last_line: change.open_last_line.unwrap_or(self.open_last_line),
            lines_before_headers: change.lines_before_headers.unwrap_or(self.lines_before_headers),
            headers: change.headers.unwrap_or(self.headers),
            empty: change.empty.unwrap_or_else(|| self.empty.clone()),
            dates: change.dates.unwrap_or_else(|| self.dates.clone()),
            times: change.times.unwrap_or_else(|| self.times.clone()),
            datetimes: change.datetimes.unwrap_or_else(|| self.datetimes.clone()),
            decimal_mark: change.decimal_mark.unwrap_or(self.decimal_mark),
            thousands_mark: change.thousands_mark.or(self.thousands_mark),
        }
    }

    /// Whether the values make sense; else the key and what is wrong.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        let fault = |key: &str, problem: String| Err((format!("format.{key}"), problem));
        if encoding_rs::Encoding::for_label(self.encoding.as_bytes()).is_none() {
            return fault(
                "encoding",
                format!("\"{}\" is no encoding that the web knows", self.encoding),
            );
        }
        if self.delimiter == self.quote {
            return fault("delimiter", "is the quote too".to_owned());
        }
        if self.dates.is_empty() {
            return fault(
                "dates",
                "give at least one way to write a day, such as \"dd/mm/yyyy\"".to_owned(),
            );
        }
        if let Some(time) = self
            .times
            .iter()
            .find(|format| !format.has_time() || format.has_day())
        {
            return fault("times", format!("\"{time}\" is no time of the day"));
        }
        if let Some(day) = self.dates.iter().find(|format| !format.has_day()) {
            return fault("dates", format!("\"{day}\" names no day, month and year"));
        }
        if self.thousands_mark == Some(self.decimal_mark) {
            return fault("thousands_mark", "is the decimal mark too".to_owned());
        }
        Ok(())
    }
}

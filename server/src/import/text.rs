//! From the bytes of a file to rows of cells, forgiving what real exports do wrong and nothing more.

mod split;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::import::ImportError;
use crate::import::mapping::{Format, Headers, fold};
use split::{Split, split};

/// Lines that a quoted field may go over, where fields may hold line breaks at all: a quote that never closes must not swallow a file.
const LONGEST_FIELD_LINES: usize = 60;

/// A file cut into rows.
#[derive(Debug)]
pub struct Sheet<'t> {
    /// Name of the file.
    pub file: String,
    headers: Vec<String>,
    index: HashMap<String, usize>,
    /// Every row but the empty ones.
    pub rows: Vec<Row<'t>>,
    /// Numbers of the lines that hold nothing.
    pub empty_lines: Vec<usize>,
}

/// A row of a file.
#[derive(Debug)]
pub struct Row<'t> {
    /// Number of its first line, from 1.
    pub line: usize,
    /// Its cells, as written but for the quotes.
    pub cells: Vec<Cow<'t, str>>,
    /// The cell in which a quote does not close, or is not doubled.
    pub quote_fault: Option<usize>,
}

/// Turns bytes into text.
///
/// # Errors
/// When the file is no text, or plainly written in another encoding.
pub fn decode<'b>(file: &str, bytes: &'b [u8], format: &Format) -> Result<Cow<'b, str>, ImportError> {
    let label = format.encoding.as_bytes();
    let encoding = encoding_rs::Encoding::for_label(label)
        .ok_or_else(|| ImportError::broken(file, 1, format!("no encoding is called {}", format.encoding)))?;
    if encoding == encoding_rs::WINDOWS_1252 && !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok() {
        let (line, _) = first_line_where(bytes, |line| !line.is_ascii());
        let problem = "is written in UTF-8, not in windows-1252 as the mapping says";
        return Err(ImportError::broken(file, line, problem));
    }
    let (text, used, _) = encoding.decode(bytes);
    if text.contains('\0') {
        let (line, _) = first_line_where(text.as_bytes(), |line| line.contains(&0));
        return Err(ImportError::broken(
            file,
            line,
            "is no text file (a spreadsheet must be saved as CSV)",
        ));
    }
    let lines = text.lines().count();
    let damaged = text
        .lines()
        .filter(|line| line.contains(char::REPLACEMENT_CHARACTER))
        .count();
    if damaged > 3 && damaged * 50 > lines {
        let (line, _) = first_line_where(text.as_bytes(), |line| {
            line.windows(3).any(|w| w == "\u{fffd}".as_bytes())
        });
        return Err(ImportError::broken(
            file,
            line,
            format!("cannot be read as {}", used.name()),
        ));
    }
    Ok(text)
}

fn first_line_where(bytes: &[u8], holds: impl Fn(&[u8]) -> bool) -> (usize, &[u8]) {
    let found = bytes
        .split(|byte| *byte == b'\n')
        .enumerate()
        .find(|(_, line)| holds(line));
    found.map_or((1, bytes), |(index, line)| (index + 1, line))
}

impl<'t> Sheet<'t> {
    /// Cuts a text into rows.
    ///
    /// # Errors
    /// When it has no headers, or ends in the middle of a row.
    pub fn read(file: &str, text: &'t str, format: &Format) -> Result<Self, ImportError> {
        let lines = lines_of(text);
        let mut at = format.lines_before_headers;
        let headers = headers(file, &lines, &mut at, format)?;
        let mut sheet = Self {
            file: file.to_owned(),
            index: index(&headers),
            headers,
            rows: Vec::with_capacity(lines.len()),
            empty_lines: Vec::new(),
        };
        while at < lines.len() {
            let (split, taken) = record(&lines[at..], format, sheet.headers.len());
            if split.cells.iter().all(|cell| cell.trim().is_empty()) {
                sheet.empty_lines.push(at + 1);
            } else {
                sheet.rows.push(Row {
                    line: at + 1,
                    cells: split.cells,
                    quote_fault: split.fault,
                });
            }
            at += taken;
        }
        sheet.check_end(text, lines.len(), format)?;
        sheet
            .rows
            .iter_mut()
            .for_each(|row| drop_empty_surplus(row, sheet.headers.len()));
        Ok(sheet)
    }

    /// The place of a column.
    pub fn column(&self, header: &str) -> Option<usize> {
        self.index
            .get(header)
            .or_else(|| self.index.get(&fold(header)))
            .copied()
    }

    /// Headers, in order.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Refuses a file that was cut off: its last line has no end.
    fn check_end(&self, text: &str, lines: usize, format: &Format) -> Result<(), ImportError> {
        let Some(last) = self.rows.last() else {
            return Ok(());
        };
        if text.ends_with(['\n', '\r']) {
            return Ok(());
        }
        let (has, needs) = (last.cells.len(), self.headers.len());
        if has < needs {
            let problem =
                format!("the file is cut off: its last line has {has} fields of {needs} and no line end");
            return Err(ImportError::broken(&self.file, lines, problem));
        }
        if !format.open_last_line {
            let problem = "the file may be cut off: its last line has no line end (if this program always writes so, \
                           say `open_last_line = true` in the mapping)";
            return Err(ImportError::broken(&self.file, lines, problem));
        }
        Ok(())
    }
}

/// The lines of a text, without their ends. Old programs end them with a carriage return alone.
fn lines_of(text: &str) -> Vec<&str> {
    let ended = if text.contains('\n') { '\n' } else { '\r' };
    let mut lines: Vec<&str> = text
        .split(ended)
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect();
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

fn headers(file: &str, lines: &[&str], at: &mut usize, format: &Format) -> Result<Vec<String>, ImportError> {
    let first = lines
        .get(*at)
        .ok_or_else(|| ImportError::broken(file, *at + 1, "the file is empty"))?;
    let cells = split(first, format.delimiter, format.quote, 0).cells;
    if format.headers == Headers::None {
        return Ok((1..=cells.len()).map(|number| format!("#{number}")).collect());
    }
    *at += 1;
    let mut headers: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    // A delimiter at the end of each line makes a last column without a name: it is none.
    while headers.len() > 1 && headers.last().is_some_and(String::is_empty) {
        headers.pop();
    }
    Ok(headers)
}

/// Columns by their header, folded and as written; a header that comes twice is `Header (2)` the second time.
fn index(headers: &[String]) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (place, header) in headers.iter().enumerate() {
        let folded = fold(header);
        let times = headers[..place]
            .iter()
            .filter(|other| fold(other) == folded)
            .count();
        let name = if times == 0 {
            folded
        } else {
            format!("{folded} ({})", times + 1)
        };
        index.insert(name, place);
        // As written too: mappings mostly write headers as files do, and every cell is looked up.
        index.entry(header.clone()).or_insert(place);
    }
    index
}

/// The record that begins on the first line, and how many lines it takes.
fn record<'t>(lines: &[&'t str], format: &Format, wanted: usize) -> (Split<'t>, usize) {
    let single = split(lines[0], format.delimiter, format.quote, wanted);
    if single.fault.is_none() || !format.line_breaks_in_fields {
        return (single, 1);
    }
    let mut joined = lines[0].to_owned();
    for taken in 2..=lines.len().min(LONGEST_FIELD_LINES) {
        joined.push('\n');
        joined.push_str(lines[taken - 1]);
        let whole = split(&joined, format.delimiter, format.quote, wanted);
        if whole.fault.is_none() && whole.cells.len() == wanted {
            let cells = whole
                .cells
                .into_iter()
                .map(|cell| Cow::Owned(cell.into_owned()))
                .collect();
            return (Split { cells, fault: None }, taken);
        }
    }
    (single, 1)
}

fn drop_empty_surplus(row: &mut Row<'_>, wanted: usize) {
    while row.cells.len() > wanted && row.cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        row.cells.pop();
    }
}

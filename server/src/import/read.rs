//! From the files of an export to its facts.

mod agenda;
mod care;
mod contacts;
mod money;
mod people;
mod practice;
mod records;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io;

use jiff::civil::Date;
use uuid::Uuid;

use crate::import::cells::{Cells, Skip};
use crate::import::facts::{Facts, Origin};
use crate::import::mapping::{ColumnSet, Format, Mapping, Source, Table};
use crate::import::report::{Action, Defect, Kind, Report};
use crate::import::text::{Row, Sheet, decode};
use crate::import::{ImportError, Progress};

/// The files of an export, wherever they are.
pub trait ExportFiles {
    /// The content of a file; `None` where there is none of that name.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    fn content(&self, name: &str) -> io::Result<Option<Cow<'static, [u8]>>>;
}

/// Rows below this number are too few for a share of them to say that a file is broken.
const FEW_ROWS: usize = 25;

/// Reads every table. What is wrong with single rows is in the report.
///
/// # Errors
/// When a file is missing or broken, or a table does not fit the mapping: nothing of the export is usable then.
pub fn read(
    files: &dyn ExportFiles,
    mapping: &Mapping,
    today: Date,
    progress: &mut Progress,
) -> Result<(Facts, Report), ImportError> {
    let mut reader = Reader {
        files,
        mapping,
        today,
        report: Report::default(),
        progress,
        known: Known::default(),
        seen: HashMap::new(),
        looked_at: HashSet::new(),
        identities: HashMap::new(),
    };
    let mut facts = Facts::default();
    practice::read(&mut reader, &mut facts)?;
    people::read(&mut reader, &mut facts)?;
    care::read_plans(&mut reader, &mut facts)?;
    agenda::read(&mut reader, &mut facts)?;
    care::read_acts(&mut reader, &mut facts)?;
    money::read(&mut reader, &mut facts)?;
    contacts::read(&mut reader, &mut facts)?;
    records::read(&mut reader, &mut facts)?;
    facts.identities = reader.identities;
    Ok((facts, reader.report))
}

/// What is read so far, to look references up.
#[derive(Default)]
struct Known {
    chairs: HashSet<String>,
    clinicians: HashSet<String>,
    patients: HashSet<String>,
    plans: HashSet<String>,
}

struct Reader<'a> {
    files: &'a dyn ExportFiles,
    mapping: &'a Mapping,
    today: Date,
    report: Report,
    progress: &'a mut Progress,
    known: Known,
    /// Identifiers that were read, by table.
    seen: HashMap<&'static str, HashSet<String>>,
    /// Files whose lines were looked at already: a file may hold several tables.
    looked_at: HashSet<String>,
    /// Our own ids of rows, by table and identifier.
    identities: HashMap<&'static str, HashMap<String, Uuid>>,
}

/// How a table is read.
struct TableRead<'m, C> {
    /// Our name of it, also the key in the mapping.
    name: &'static str,
    /// What the mapping says.
    table: &'m Table<C>,
    /// What identifies a row.
    id: Source,
}

impl Reader<'_> {
    /// Reads a table row by row. `each` gets the fields and what is known so far.
    fn table<C: ColumnSet>(
        &mut self,
        read: &TableRead<'_, C>,
        each: &mut dyn FnMut(&mut Cells<'_, '_>, &Known) -> Result<(), Skip>,
    ) -> Result<(), ImportError> {
        let format = self.mapping.format.with(&read.table.format);
        let mut seen = self.seen.remove(read.name).unwrap_or_default();
        for file in &read.table.file {
            let Some(bytes) = self.content(file, read)? else {
                continue;
            };
            let text = decode(file, &bytes, &format)?;
            let sheet = Sheet::read(file, &text, &format)?;
            check_columns(&sheet, &format, read)?;
            if self.looked_at.insert(file.clone()) {
                empty_lines(&sheet, &mut self.report);
                sheet
                    .rows
                    .iter()
                    .for_each(|row| blemishes(&sheet, row, &read.id, &mut self.report));
            }
            self.rows(&sheet, &format, read, &mut seen, each)?;
        }
        self.seen.insert(read.name, seen);
        Ok(())
    }

    fn content<C>(
        &self,
        file: &str,
        read: &TableRead<'_, C>,
    ) -> Result<Option<Cow<'static, [u8]>>, ImportError> {
        let content = self
            .files
            .content(file)
            .map_err(|error| ImportError::broken(file, 1, error.to_string()))?;
        if content.is_none() && !read.table.optional {
            let problem = format!("there is no such file ({}.file in the mapping)", read.name);
            return Err(ImportError::broken(file, 1, problem));
        }
        Ok(content)
    }

    fn rows<C>(
        &mut self,
        sheet: &Sheet<'_>,
        format: &Format,
        read: &TableRead<'_, C>,
        seen: &mut HashSet<String>,
        each: &mut dyn FnMut(&mut Cells<'_, '_>, &Known) -> Result<(), Skip>,
    ) -> Result<(), ImportError> {
        let (mut rows, mut skipped, mut first_skipped) = (0_usize, 0_usize, None);
        let wanted = sheet.headers().len();
        for row in sheet.rows.iter().filter(|row| chosen(sheet, row, read.table)) {
            let mut cells = Cells {
                sheet,
                row,
                format,
                words: &self.mapping.words,
                report: &mut self.report,
                id: String::new(),
            };
            cells.id = cells.text(&read.id);
            if read.table.distinct && seen.contains(&cells.id) {
                continue;
            }
            rows += 1;
            let id = cells.id.clone();
            let own = read.table.identity.as_ref().map(|source| cells.text(source));
            if let Some(Ok(own)) = own.map(|own| own.parse()) {
                self.identities
                    .entry(read.name)
                    .or_default()
                    .insert(id.clone(), own);
            }
            let outcome = match row.cells.len() == wanted {
                true if id.is_empty() => Err(cells.skip(Kind::MissingValue, &read.id, "")),
                true if !seen.insert(id) => Err(cells.skip(Kind::DuplicateId, &read.id, "")),
                true => each(&mut cells, &self.known),
                false => Err(wrong_field_count(&mut cells, &read.id, wanted)),
            };
            if outcome.is_err() {
                skipped += 1;
                first_skipped.get_or_insert(row.line);
            }
        }
        let count = self.report.table(read.name);
        count.rows += rows;
        count.skipped += skipped;
        self.progress.read(read.name, rows);
        self.check_share(sheet, rows, skipped, first_skipped)
    }

    /// Refuses a table of which too much cannot be used: the mapping is another program's, or a file it refers to is cut off.
    fn check_share(
        &self,
        sheet: &Sheet<'_>,
        rows: usize,
        skipped: usize,
        first: Option<usize>,
    ) -> Result<(), ImportError> {
        let share = self.mapping.limits.skipped_percent as usize;
        let Some(line) = first.filter(|_| rows >= FEW_ROWS && skipped * 100 > rows * share) else {
            return Ok(());
        };
        let why = self.report.defects.iter().find(|defect| {
            defect.file == sheet.file && defect.line == line && defect.action == Action::Skipped
        });
        let why = why.map(|defect| {
            format!(
                "; the first, {} = \"{}\": {}",
                defect.column,
                defect.value,
                defect.kind.sentence()
            )
        });
        let problem = format!(
            "{skipped} of {rows} rows cannot be used{} (a wrong mapping, or another file is cut off; \
             limits.skipped_percent = {share})",
            why.unwrap_or_default()
        );
        Err(ImportError::broken(&sheet.file, line, problem))
    }
}

fn chosen<C>(sheet: &Sheet<'_>, row: &Row<'_>, table: &Table<C>) -> bool {
    let value = |header: &str| {
        sheet
            .column(header)
            .and_then(|place| row.cells.get(place))
            .map_or("", |cell| cell.trim())
    };
    let only = table
        .only
        .as_ref()
        .is_none_or(|choice| choice.has(value(&choice.column)));
    only && !table
        .except
        .as_ref()
        .is_some_and(|choice| choice.has(value(&choice.column)))
}

fn check_columns<C: ColumnSet>(
    sheet: &Sheet<'_>,
    format: &Format,
    read: &TableRead<'_, C>,
) -> Result<(), ImportError> {
    let line = format.lines_before_headers + 1;
    let sources = read.table.columns.sources();
    let fields = sources
        .iter()
        .filter(|(_, source)| !source.optional)
        .flat_map(|(key, source)| {
            source
                .columns
                .iter()
                .map(move |header| (format!("{}.columns.{key}", read.name), header))
        });
    let choices = [("only", &read.table.only), ("except", &read.table.except)]
        .into_iter()
        .filter_map(|(key, choice)| {
            choice
                .as_ref()
                .map(|choice| (format!("{}.{key}", read.name), &choice.column))
        });
    match fields
        .chain(choices)
        .find(|(_, header)| sheet.column(header).is_none())
    {
        None => Ok(()),
        Some((key, header)) => {
            let there = sheet.headers().join(" | ");
            let problem =
                format!("there is no column \"{header}\" ({key} in the mapping); there are: {there}");
            Err(ImportError::broken(&sheet.file, line, problem))
        }
    }
}

fn wrong_field_count(cells: &mut Cells<'_, '_>, id: &Source, wanted: usize) -> Skip {
    let detail = format!("{} fields of {wanted}", cells.row.cells.len());
    cells.skip(Kind::WrongFieldCount, id, &detail)
}

fn empty_lines(sheet: &Sheet<'_>, report: &mut Report) {
    for line in &sheet.empty_lines {
        report.add(Defect {
            file: sheet.file.clone(),
            line: *line,
            id: format!("line {line}"),
            column: String::new(),
            value: String::new(),
            kind: Kind::EmptyLine,
            detail: String::new(),
            action: Action::Skipped,
        });
    }
}

/// What is wrong with the cells of a row whatever they mean. The row is called by its first column.
fn blemishes(sheet: &Sheet<'_>, row: &Row<'_>, id: &Source, report: &mut Report) {
    let first = || {
        row.cells
            .first()
            .map_or_else(String::new, |cell| cell.trim().to_owned())
    };
    let called = id
        .columns
        .first()
        .and_then(|header| row.cells.get(sheet.column(header)?));
    let called = || called.map_or_else(first, |cell| cell.trim().to_owned());
    for (place, cell) in row.cells.iter().enumerate() {
        let outer_blanks = cell.trim().len() != cell.len() && !cell.trim().is_empty();
        let found = [
            (outer_blanks, Kind::TrailingSpace, Action::Normalised),
            (
                row.quote_fault == Some(place),
                Kind::UnescapedQuote,
                Action::KeptFlagged,
            ),
            (
                cell.contains(char::REPLACEMENT_CHARACTER),
                Kind::BadCharacter,
                Action::NeedsPerson,
            ),
        ];
        for (_, kind, action) in found.into_iter().filter(|(is, ..)| *is) {
            report.add(Defect {
                file: sheet.file.clone(),
                line: row.line,
                id: if kind == Kind::TrailingSpace {
                    first()
                } else {
                    called()
                },
                column: sheet.headers().get(place).cloned().unwrap_or_default(),
                value: cell.clone().into_owned(),
                kind,
                detail: String::new(),
                action,
            });
        }
    }
}

impl Cells<'_, '_> {
    /// Where the row stands.
    fn origin(&self) -> Origin {
        Origin {
            file: self.sheet.file.clone(),
            line: self.row.line,
        }
    }
}

/// `None` for an empty text.
fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

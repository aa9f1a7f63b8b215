//! Reading the fields of one row as the mapping says, writing down what is wrong on the way.

use core::str::FromStr;
use std::collections::HashSet;

use app_domain::money::Cents;
use jiff::civil::{Date, DateTime, Time};

use crate::import::amount;
use crate::import::date_format::Century;
use crate::import::mapping::{Format, Source, Unit, Vocabularies, Word, Words, fold};
use crate::import::report::{Action, Defect, Kind, Report};
use crate::import::text::{Row, Sheet};

/// The row cannot be used; the report says why.
#[derive(Debug)]
pub struct Skip;

/// What becomes of the row when a field cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// The row is of no use without the field: it is skipped.
    Row,
    /// The row stays, without the field, and a person has to look.
    Field,
}

/// A row on its way to be read.
pub struct Cells<'a, 't> {
    /// The file.
    pub sheet: &'a Sheet<'t>,
    /// The row.
    pub row: &'a Row<'t>,
    /// How the file is written.
    pub format: &'a Format,
    /// What the words mean.
    pub words: &'a Vocabularies,
    /// Where defects are written down.
    pub report: &'a mut Report,
    /// What the export calls the row.
    pub id: String,
}

impl Cells<'_, '_> {
    /// The columns of a field as written, joined, without outer blanks and words that mean "empty".
    fn raw(&self, source: &Source) -> String {
        let cell = |header: &String| {
            let place = self.sheet.column(header)?;
            let text = self.row.cells.get(place)?.trim();
            let empty = !self.format.empty.is_empty()
                && self.format.empty.iter().any(|word| fold(word) == fold(text));
            (!empty).then_some(text)
        };
        let parts: Vec<&str> = source
            .columns
            .iter()
            .map(|header| cell(header).unwrap_or_default())
            .collect();
        if parts.iter().all(|part| part.is_empty()) {
            return String::new();
        }
        let joined = parts.join(&source.join);
        let Some(pattern) = &source.pattern else {
            return joined.trim().to_owned();
        };
        let Some(found) = pattern.captures(&joined) else {
            return String::new();
        };
        let group = found.iter().skip(1).flatten().next().or_else(|| found.get(0));
        group.map_or_else(String::new, |group| group.as_str().trim().to_owned())
    }

    /// A field as text, after the words of its own, its prefix and its default.
    pub fn text(&self, source: &Source) -> String {
        let raw = self.raw(source);
        let other = source.words.other().filter(|_| !raw.is_empty());
        let text = source
            .words
            .named(&raw)
            .or(other)
            .map(str::to_owned)
            .unwrap_or(raw);
        match text.is_empty() {
            true => source.default.clone().unwrap_or_default(),
            false if source.prefix.is_empty() => text,
            false => format!("{}{text}", source.prefix),
        }
    }

    /// A field as text; empty where the mapping does not have it.
    pub fn text_or_empty(&self, source: Option<&Source>) -> String {
        source.map(|source| self.text(source)).unwrap_or_default()
    }

    /// A field that may not be empty.
    ///
    /// # Errors
    /// The row is skipped when it is.
    pub fn needed(&mut self, source: &Source) -> Result<String, Skip> {
        let text = self.text(source);
        if text.is_empty() {
            Err(self.skip(Kind::MissingValue, source, ""))
        } else {
            Ok(text)
        }
    }

    /// Something that a word means; `None` for an empty field.
    ///
    /// # Errors
    /// The row is skipped when the word is unknown and the row needs it.
    pub fn word<W: Word>(
        &mut self,
        source: Option<&Source>,
        known: fn(&Vocabularies) -> &Words,
        need: Need,
    ) -> Result<Option<W>, Skip> {
        let Some(source) = source else { return Ok(None) };
        let raw = self.raw(source);
        let vocabulary = known(self.words);
        let any = |words: &'_ Words| words.other().filter(|_| !raw.is_empty()).map(str::to_owned);
        let named = source
            .words
            .named(&raw)
            .or_else(|| vocabulary.named(&raw))
            .map(str::to_owned);
        let meant = named.or_else(|| any(&source.words)).or_else(|| any(vocabulary));
        let meant = match meant {
            None if raw.is_empty() => source.default.clone().unwrap_or_default(),
            None => raw.clone(),
            Some(meant) => meant,
        };
        if meant.is_empty() {
            return Ok(None);
        }
        let default = || vocabulary.named(&meant).and_then(W::from_name);
        match W::from_name(&meant).or_else(default) {
            Some(word) => Ok(Some(word)),
            None => self.unreadable(Kind::UnknownWord, source, need),
        }
    }

    /// A day.
    ///
    /// # Errors
    /// The row is skipped when the text is no day and the row needs it.
    pub fn date(
        &mut self,
        source: Option<&Source>,
        century: Century,
        need: Need,
    ) -> Result<Option<Date>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        let found = self
            .format
            .dates
            .iter()
            .enumerate()
            .find_map(|(place, format)| format.date(&text, century).map(|date| (place, date)));
        match found {
            Some((0, date)) => Ok(Some(date)),
            Some((_, date)) => {
                self.note(Kind::DateFormat, source, Action::Normalised, "");
                Ok(Some(date))
            }
            None => self.unreadable(Kind::DateUnreadable, source, need),
        }
    }

    /// A time of the day.
    ///
    /// # Errors
    /// The row is skipped when the text is no time and the row needs it.
    pub fn time(&mut self, source: Option<&Source>, need: Need) -> Result<Option<Time>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        match self.time_in(&text) {
            Some((Usual::Yes, time)) => Ok(Some(time)),
            Some((Usual::No, time)) => {
                self.note(Kind::TimeFormat, source, Action::Normalised, "");
                Ok(Some(time))
            }
            None => self.unreadable(Kind::TimeUnreadable, source, need),
        }
    }

    /// A day with a time.
    ///
    /// # Errors
    /// The row is skipped when the text is none and the row needs it.
    pub fn datetime(&mut self, source: Option<&Source>, need: Need) -> Result<Option<DateTime>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        match self.datetime_in(&text) {
            Some((usual, datetime)) => {
                if usual == Usual::No {
                    self.note(Kind::DateFormat, source, Action::Normalised, "");
                }
                Ok(Some(datetime))
            }
            None => self.unreadable(Kind::DateUnreadable, source, need),
        }
    }

    /// A day with a time, or a day alone, which is its midnight.
    ///
    /// # Errors
    /// The row is skipped when the text is neither and the row needs it.
    pub fn datetime_or_date(
        &mut self,
        source: Option<&Source>,
        need: Need,
    ) -> Result<Option<DateTime>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        if self.datetime_in(&text).is_some() {
            return self.datetime(Some(source), need);
        }
        let date = self.date(Some(source), Century::Present, need)?;
        Ok(date.map(|date| date.at(0, 0, 0, 0)))
    }

    fn time_in(&self, text: &str) -> Option<(Usual, Time)> {
        let formats = self.format.times.iter().enumerate();
        formats
            .into_iter()
            .find_map(|(place, format)| Some((Usual::at(place), format.time(text)?)))
    }

    fn datetime_in(&self, text: &str) -> Option<(Usual, DateTime)> {
        let mut formats = self.format.datetimes.iter().enumerate();
        if let Some(found) =
            formats.find_map(|(place, format)| Some((Usual::at(place), format.datetime(text)?)))
        {
            return Some(found);
        }
        let (day, hour) = text.split_once([' ', 'T'])?;
        let (usual_time, time) = self.time_in(hour.trim())?;
        let mut dates = self.format.dates.iter().enumerate();
        let (place, date) =
            dates.find_map(|(place, format)| Some((place, format.date(day, Century::Present)?)))?;
        // With ways of their own for day and time, their usual ways together are not the usual way.
        let usual = self.format.datetimes.is_empty() && place == 0 && usual_time == Usual::Yes;
        Some((if usual { Usual::Yes } else { Usual::No }, date.to_datetime(time)))
    }

    /// An amount of euro.
    ///
    /// # Errors
    /// The row is skipped when the text is no amount and the row needs it.
    pub fn amount(&mut self, source: Option<&Source>, need: Need) -> Result<Option<Cents>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        let Some(read) = amount::read(&text, self.format.decimal_mark, self.format.thousands_mark) else {
            return self.unreadable(Kind::AmountUnreadable, source, need);
        };
        if read.thousands {
            self.note(Kind::ThousandsSeparator, source, Action::Normalised, "");
        }
        Ok(Some(if source.unit == Unit::Cents {
            Cents(read.cents.0 / 100)
        } else {
            read.cents
        }))
    }

    /// A whole number.
    ///
    /// # Errors
    /// The row is skipped when the text is no such number and the row needs it.
    pub fn number<N: FromStr>(&mut self, source: Option<&Source>, need: Need) -> Result<Option<N>, Skip> {
        let Some((source, text)) = self.given(source) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => self.unreadable(Kind::NumberUnreadable, source, need),
        }
    }

    /// What another table calls its row; `None` for an empty field, or for a row that is not there and is not needed.
    ///
    /// # Errors
    /// The row is skipped when it needs the other one and that is not there.
    pub fn reference(
        &mut self,
        source: Option<&Source>,
        known: &HashSet<String>,
        missing: Kind,
        need: Need,
    ) -> Result<Option<String>, Skip> {
        let Some((source, code)) = self.given(source) else {
            return Ok(None);
        };
        if known.contains(&code) {
            return Ok(Some(code));
        }
        match need {
            Need::Row => Err(self.skip(missing, source, "")),
            Need::Field => {
                self.note(missing, source, Action::KeptFlagged, "");
                Ok(None)
            }
        }
    }

    fn given<'s>(&self, source: Option<&'s Source>) -> Option<(&'s Source, String)> {
        let source = source?;
        let text = self.text(source);
        (!text.is_empty()).then_some((source, text))
    }

    fn unreadable<T>(&mut self, kind: Kind, source: &Source, need: Need) -> Result<Option<T>, Skip> {
        match need {
            Need::Row => Err(self.skip(kind, source, "")),
            Need::Field => {
                self.note(kind, source, Action::NeedsPerson, "the field is left empty");
                Ok(None)
            }
        }
    }

    /// Writes a defect of a field down.
    pub fn note(&mut self, kind: Kind, source: &Source, action: Action, detail: &str) {
        let defect = Defect {
            file: self.sheet.file.clone(),
            line: self.row.line,
            id: self.id.clone(),
            column: source.label(),
            value: self.raw(source),
            kind,
            detail: detail.to_owned(),
            action,
        };
        self.report.add(defect);
    }

    /// Writes down why the row cannot be used.
    pub fn skip(&mut self, kind: Kind, source: &Source, detail: &str) -> Skip {
        self.note(kind, source, Action::Skipped, detail);
        Skip
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Usual {
    Yes,
    No,
}

impl Usual {
    const fn at(place: usize) -> Self {
        if place == 0 { Self::Yes } else { Self::No }
    }
}

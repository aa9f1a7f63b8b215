//! The mapping file: how another program's export is read, without a line of code.
//!
//! A mapping says how the files are written (`[format]`), which word means what (`[words.*]`, `[act_codes]`), and for each table
//! its file and where each field comes from (`[patients]`, `[patients.columns]`, …). The shipped `mappings/aurora.toml` is
//! also the manual of the language: every key is explained there.

mod check;
mod columns;
mod format;
mod source;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

pub use columns::*;
pub use format::{Format, FormatChange, Headers};
pub use source::{Source, Unit};
pub use words::{
    ActState, EveryOr, OutcomeWord, PaymentKind, TopicWord, VisitState, Vocabularies, WeekdayWord, Word,
    Words, YesNo, fold,
};

/// A mapping file, checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Name of the program whose export this describes.
    #[serde(default)]
    pub program: String,
    /// How the files are written.
    pub format: Format,
    /// When an export counts as broken.
    #[serde(default)]
    pub limits: Limits,
    /// What the words of the export mean.
    #[serde(default)]
    pub words: Vocabularies,
    /// Codes of acts: theirs = ours. Codes that are not named stay as they are.
    #[serde(default)]
    pub act_codes: BTreeMap<String, String>,
    /// Chairs.
    pub chairs: Table<ChairColumns>,
    /// Dentists and hygienists.
    pub clinicians: Table<ClinicianColumns>,
    /// Opening hours of the chairs, from a file.
    #[serde(default)]
    pub hours: Option<Table<HoursColumns>>,
    /// Opening hours of every chair, written here: for exports without a file of hours.
    #[serde(default)]
    pub weekly_hours: Vec<WeeklySpan>,
    /// Days on which the practice is closed.
    #[serde(default, deserialize_with = "source::tables")]
    pub closures: Vec<Table<ClosureColumns>>,
    /// Patients.
    pub patients: Table<PatientColumns>,
    /// Plans of care.
    #[serde(default, deserialize_with = "source::tables")]
    pub plans: Vec<Table<PlanColumns>>,
    /// Visits.
    pub appointments: Table<AppointmentColumns>,
    /// Steps of plans and single acts.
    #[serde(default, deserialize_with = "source::tables")]
    pub acts: Vec<Table<ActColumns>>,
    /// Payments and refunds.
    #[serde(default, deserialize_with = "source::tables")]
    pub payments: Vec<Table<PaymentColumns>>,
    /// Instalments of plans.
    #[serde(default, deserialize_with = "source::tables")]
    pub instalments: Vec<Table<InstalmentColumns>>,
    /// Calls and other contacts.
    #[serde(default, deserialize_with = "source::tables")]
    pub contacts: Vec<Table<ContactColumns>>,
    /// Rows that Richiamo itself has written, whole: what other programs have no columns for.
    #[serde(default, deserialize_with = "source::tables")]
    pub records: Vec<Table<RecordColumns>>,
}

/// When an export counts as broken rather than dirty.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Highest share of the rows of a table, in percent, that may be skipped; counted from 25 rows up.
    pub skipped_percent: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { skipped_percent: 2 }
    }
}

/// A table of the export.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "C: Deserialize<'de>"))]
pub struct Table<C> {
    /// The file, or several that are read one after the other.
    #[serde(deserialize_with = "source::one_or_many")]
    pub file: Vec<String>,
    /// Whether the export may come without the file.
    #[serde(default)]
    pub optional: bool,
    /// Whether rows with a key that was already read are passed over without a word: for tables that are gathered from a file
    /// of something else.
    #[serde(default)]
    pub distinct: bool,
    /// Only rows of this kind are read: for files that hold several things.
    #[serde(default)]
    pub only: Option<Choice>,
    /// Rows of this kind are not read.
    #[serde(default)]
    pub except: Option<Choice>,
    /// What is written otherwise in this file than `[format]` says.
    #[serde(default)]
    pub format: FormatChange,
    /// Where our own id of a row stands: in an export of Richiamo, whose rows name each other by it.
    #[serde(default)]
    pub identity: Option<Source>,
    /// Where each field comes from.
    pub columns: C,
}

/// Rows whose column has one of some values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The column.
    pub column: String,
    /// The values, without regard to case; the empty one too, if named.
    pub values: Vec<String>,
}

impl Choice {
    /// Whether a value is one of them.
    pub fn has(&self, value: &str) -> bool {
        self.values.iter().any(|wanted| fold(wanted) == fold(value))
    }
}

/// Hours that are the same on some days of the week.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklySpan {
    /// Days, 1 = Monday to 7 = Sunday.
    pub days: Vec<i8>,
    /// First open minute, `hh:mm`.
    pub from: String,
    /// First minute that is no longer open, `hh:mm`.
    pub to: String,
}

/// Why a mapping cannot be used. The text names the key.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// No such file, and no shipped mapping of that name.
    #[error(
        "no mapping {0}: give the path of a mapping file, or the name of a shipped one (aurora, richiamo)"
    )]
    NotFound(String),
    /// The file is not the TOML that it should be.
    #[error("mapping {name}: {error}")]
    Toml {
        /// The mapping.
        name: String,
        /// What the parser says, with line and key.
        error: Box<toml::de::Error>,
    },
    /// A value makes no sense.
    #[error("mapping {name}: {key}: {problem}")]
    Value {
        /// The mapping.
        name: String,
        /// Path of the key.
        key: String,
        /// What is wrong with its value.
        problem: String,
    },
}

/// The mappings that come with the program.
const SHIPPED: [(&str, &str); 2] = [
    (
        "aurora",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/mappings/aurora.toml")),
    ),
    (
        "richiamo",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/mappings/richiamo.toml")),
    ),
];

impl Mapping {
    /// The mapping in a file, or a shipped one by its name.
    ///
    /// # Errors
    /// When there is none, or it cannot be used.
    pub fn load(path_or_name: &str) -> Result<Self, MappingError> {
        if let Ok(text) = std::fs::read_to_string(Path::new(path_or_name)) {
            return Self::parse(path_or_name, &text);
        }
        let shipped = SHIPPED.iter().find(|(name, _)| *name == path_or_name);
        let (name, text) = shipped.ok_or_else(|| MappingError::NotFound(path_or_name.to_owned()))?;
        Self::parse(name, text)
    }

    /// The mapping that a text describes.
    ///
    /// # Errors
    /// When it is no TOML, has unknown or missing keys, or words that mean nothing.
    pub fn parse(name: &str, text: &str) -> Result<Self, MappingError> {
        let mapping: Self = toml::from_str(text).map_err(|error| MappingError::Toml {
            name: name.to_owned(),
            error: Box::new(error),
        })?;
        mapping.check().map_err(|(key, problem)| MappingError::Value {
            name: name.to_owned(),
            key,
            problem,
        })?;
        Ok(mapping)
    }

    /// What no type can say: targets of words, alternatives of which none is given.
    fn check(&self) -> Result<(), (String, String)> {
        self.format.check()?;
        self.words.check()?;
        check::tables(self)
    }
}

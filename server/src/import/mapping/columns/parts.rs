//! Fields that take more to say than where they come from.

use serde::Deserialize;

use crate::import::mapping::source::Source;
use crate::import::mapping::words::Words;

/// Surname and name in one column, and how to tell them apart.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FullName {
    /// The column.
    pub column: Source,
    /// Which comes first.
    pub order: NameOrder,
    /// Where one ends and the other begins.
    #[serde(default)]
    pub split: NameSplit,
}

/// Which of surname and name comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameOrder {
    /// Rossi Maria.
    SurnameFirst,
    /// Maria Rossi.
    NameFirst,
}

/// Where surname and name part.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameSplit {
    /// Between two words: where the tax code says so, else the surname is one word with its particles (De, Dalla, Lo…).
    #[default]
    Words,
    /// The surname is in capitals.
    Capitals,
    /// At a text, such as a comma.
    At(String),
}

/// First open minute and first that is no longer open.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First open minute.
    pub from: Source,
    /// First minute that is no longer open.
    pub to: Source,
}

/// A column that holds the spans of one day of the week: `09:00-13:00 15:00-19:00`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayColumn {
    /// Day, 1 = Monday to 7 = Sunday.
    pub weekday: i8,
    /// The column.
    pub column: Source,
    /// What stands between two spans.
    #[serde(default = "blank")]
    pub list: String,
    /// What stands between the ends of a span.
    #[serde(default = "hyphen")]
    pub pair: String,
}

fn blank() -> String {
    " ".to_owned()
}

fn hyphen() -> String {
    "-".to_owned()
}

/// Oppositions in a column: a list of `purpose:channel`, or a flag for one purpose and channel.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OppositionColumn {
    /// The column.
    pub column: Source,
    /// What stands between two oppositions of a list.
    #[serde(default)]
    pub list: Option<String>,
    /// What stands between purpose and channel.
    #[serde(default)]
    pub pair: Option<String>,
    /// Whole entries of the list: theirs = `purpose:channel` in our words.
    #[serde(default)]
    pub entries: Words,
    /// What a single word opposes when it does not name a purpose: ours.
    #[serde(default)]
    pub purpose: Option<String>,
    /// What a single word opposes when it does not name a channel: ours.
    #[serde(default)]
    pub channel: Option<String>,
    /// Values that mean an opposition, for a column that is a flag.
    #[serde(default)]
    pub when: Vec<String>,
}

/// Fields that are more than one source.
pub(super) trait Inner {
    fn inner(&self) -> Vec<&Source>;
}

impl Inner for Option<FullName> {
    fn inner(&self) -> Vec<&Source> {
        self.iter().map(|name| &name.column).collect()
    }
}

impl Inner for Vec<Span> {
    fn inner(&self) -> Vec<&Source> {
        self.iter().flat_map(|span| [&span.from, &span.to]).collect()
    }
}

impl Inner for Vec<DayColumn> {
    fn inner(&self) -> Vec<&Source> {
        self.iter().map(|day| &day.column).collect()
    }
}

impl Inner for Vec<OppositionColumn> {
    fn inner(&self) -> Vec<&Source> {
        self.iter().map(|opposition| &opposition.column).collect()
    }
}

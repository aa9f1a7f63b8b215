//! Where a field comes from: one column or several, a part of the text, words that replace it, and what stands in when empty.

use core::marker::PhantomData;

use regex::Regex;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::words::Words;

/// Where a field comes from. In TOML either the header of a column, or a table with more to say.
#[derive(Clone, Debug)]
pub struct Source {
    /// Headers of the columns; none where the field is a constant.
    pub columns: Vec<String>,
    /// What is put between the texts of several columns.
    pub join: String,
    /// Only what the first group that takes part matches is read; no match is an empty field.
    pub pattern: Option<Regex>,
    /// What is put before a text that is not empty: keeps identifiers of several files apart.
    pub prefix: String,
    /// Words of this field alone, looked up before those of `[words]`.
    pub words: Words,
    /// What an empty field stands for.
    pub default: Option<String>,
    /// What numbers count.
    pub unit: Unit,
    /// Whether the export may come without the column.
    pub optional: bool,
}

/// What the numbers of a column count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// What one expects: euro, minutes, months.
    #[default]
    Whole,
    /// Cents.
    Cents,
    /// Percent of the price (discounts only).
    Percent,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Detailed {
    column: Option<String>,
    #[serde(default)]
    columns: Vec<String>,
    #[serde(default = "space")]
    join: String,
    pattern: Option<String>,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    words: Words,
    default: Option<String>,
    #[serde(default)]
    unit: Unit,
    #[serde(default)]
    optional: bool,
}

fn space() -> String {
    " ".to_owned()
}

impl Source {
    /// A field that is one column.
    pub fn column(header: &str) -> Self {
        Self {
            columns: vec![header.to_owned()],
            join: space(),
            pattern: None,
            prefix: String::new(),
            words: Words::default(),
            default: None,
            unit: Unit::Whole,
            optional: false,
        }
    }

    /// The columns as the report names them.
    pub fn label(&self) -> String {
        self.columns.join(" + ")
    }

    fn detailed<E: Error>(detailed: Detailed) -> Result<Self, E> {
        let columns = match detailed.column {
            Some(_) if !detailed.columns.is_empty() => {
                return Err(E::custom("give `column` or `columns`, not both"));
            }
            Some(column) => vec![column],
            None => detailed.columns,
        };
        if columns.is_empty() && detailed.default.is_none() {
            return Err(E::custom("give `column`, `columns`, or a `default`"));
        }
        let pattern = detailed
            .pattern
            .map(|pattern| Regex::new(&pattern))
            .transpose()
            .map_err(E::custom)?;
        Ok(Self {
            columns,
            join: detailed.join,
            pattern,
            prefix: detailed.prefix,
            words: detailed.words,
            default: detailed.default,
            unit: detailed.unit,
            optional: detailed.optional,
        })
    }
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Source;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("the header of a column, or a table such as { column = \"…\", default = \"…\" }")
            }

            fn visit_str<E: Error>(self, header: &str) -> Result<Source, E> {
                Ok(Source::column(header))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Source, A::Error> {
                Source::detailed(Detailed::deserialize(MapAccessDeserializer::new(map))?)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// A text, or a list of texts.
pub(super) fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    deserializer.deserialize_any(OneOrMany {
        expected: "a text or a list of texts",
        one: PhantomData,
    })
}

/// A table of the export, or several that hold rows of one kind.
pub(super) fn tables<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(OneOrMany {
        expected: "a table or a list of tables",
        one: PhantomData,
    })
}

struct OneOrMany<T> {
    expected: &'static str,
    one: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, one: &str) -> Result<Self::Value, E> {
        T::deserialize(StrDeserializer::new(one)).map(|one| vec![one])
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|one| vec![one])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut many = Vec::new();
        while let Some(one) = seq.next_element()? {
            many.push(one);
        }
        Ok(many)
    }
}

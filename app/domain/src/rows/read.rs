//! Reading rows straight into their types.
//!
//! What the derived readers of tagged enums do, for one order of the fields: the tag first, as it is written. A derived
//! reader takes any order, and for that keeps what comes before the tag in a buffer, which is read by a second copy of
//! the reader of every type inside: slower, and a twentieth of what a browser has to load.

use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::{Change, Key, Row};

/// The fields, in the order in which they come.
#[derive(Clone, Copy, PartialEq, Debug, serde::Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Field {
    Op,
    Table,
    Row,
    Id,
}

/// The tag of a change.
#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Op {
    Put,
    Remove,
}

/// The tag of a row or key.
#[derive(Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Table {
    Practice,
    Chair,
    Clinician,
    Closure,
    Member,
    Patient,
    Care,
    Appointment,
    Attempt,
    Claim,
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(RowReader)
    }
}

struct RowReader;

impl<'de> Visitor<'de> for RowReader {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row: its table, then what it holds")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let table = next(&mut map, Field::Table)?;
        comes(&mut map, Field::Row)?;
        let row = match table {
            Table::Practice => Row::Practice(map.next_value()?),
            Table::Chair => Row::Chair(map.next_value()?),
            Table::Clinician => Row::Clinician(map.next_value()?),
            Table::Closure => Row::Closure(map.next_value()?),
            Table::Member => Row::Member(map.next_value()?),
            Table::Patient => Row::Patient(map.next_value()?),
            Table::Care => Row::Care(map.next_value()?),
            Table::Appointment => Row::Appointment(map.next_value()?),
            Table::Attempt => Row::Attempt(map.next_value()?),
            Table::Claim => Row::Claim(map.next_value()?),
        };
        end(&mut map)?;
        Ok(row)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(KeyReader)
    }
}

struct KeyReader;

impl<'de> Visitor<'de> for KeyReader {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key: its table, then the identity")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Key, A::Error> {
        let table = next(&mut map, Field::Table)?;
        if !matches!(table, Table::Practice) {
            comes(&mut map, Field::Id)?;
        }
        let key = match table {
            Table::Practice => Key::Practice,
            Table::Chair => Key::Chair(map.next_value()?),
            Table::Clinician => Key::Clinician(map.next_value()?),
            Table::Closure => Key::Closure(map.next_value()?),
            Table::Member => Key::Member(map.next_value()?),
            Table::Patient => Key::Patient(map.next_value()?),
            Table::Care => Key::Care(map.next_value()?),
            Table::Appointment => Key::Appointment(map.next_value()?),
            Table::Attempt => Key::Attempt(map.next_value()?),
            Table::Claim => Key::Claim(map.next_value()?),
        };
        end(&mut map)?;
        Ok(key)
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(ChangeReader)
    }
}

struct ChangeReader;

impl<'de> Visitor<'de> for ChangeReader {
    type Value = Change;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a change: what is done, then to which row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
        let op = next(&mut map, Field::Op)?;
        let rest = MapAccessDeserializer::new(map);
        match op {
            Op::Put => Row::deserialize(rest).map(|row| Change::Put { row }),
            Op::Remove => Key::deserialize(rest).map(|key| Change::Remove { key }),
        }
    }
}

/// The next field is this one; its value.
fn next<'de, A: MapAccess<'de>, T: Deserialize<'de>>(map: &mut A, field: Field) -> Result<T, A::Error> {
    comes(map, field)?;
    map.next_value()
}

/// The next field is this one.
fn comes<'de, A: MapAccess<'de>>(map: &mut A, field: Field) -> Result<(), A::Error> {
    match map.next_key::<Field>()? {
        Some(found) if found == field => Ok(()),
        _ => Err(A::Error::custom(format_args!("the field {field:?} comes here"))),
    }
}

/// There is no further field.
fn end<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    match map.next_key::<IgnoredAny>()? {
        None => Ok(()),
        Some(_) => Err(A::Error::custom("a field too many")),
    }
}

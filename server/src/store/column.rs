//! Between columns and the shared types: ids, days and words are text.

use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use super::StoreError;

/// A column that holds what this program never writes.
pub(super) fn unreadable(column: &'static str, value: impl ToString) -> StoreError {
    StoreError::Column {
        column,
        value: value.to_string(),
    }
}

/// An id, a day (`YYYY-MM-DD`) or a civil time (`YYYY-MM-DDTHH:MM:SS`).
pub(super) fn parsed<T: FromStr>(column: &'static str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| unreadable(column, text))
}

/// The same where the column may be null.
pub(super) fn parsed_or_none<T: FromStr>(
    column: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, StoreError> {
    text.map(|text| parsed(column, text)).transpose()
}

/// A variant without content, by its name on the wire.
pub(super) fn from_word<'de, T: Deserialize<'de>>(
    column: &'static str,
    word: &'de str,
) -> Result<T, StoreError> {
    let deserializer: StrDeserializer<'de, Error> = word.into_deserializer();
    T::deserialize(deserializer).map_err(|_| unreadable(column, word))
}

/// The same where the column may be null.
pub(super) fn from_word_or_none<'de, T: Deserialize<'de>>(
    column: &'static str,
    word: Option<&'de str>,
) -> Result<Option<T>, StoreError> {
    word.map(|word| from_word(column, word)).transpose()
}

/// The name on the wire of a variant without content.
pub(super) fn to_word<T: Serialize>(variant: T) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => word,
        other => unreachable!("only variants without content are words, not {other:?}"),
    }
}

/// A whole number of a narrower type.
pub(super) fn narrow<T: TryFrom<i64>>(column: &'static str, number: i64) -> Result<T, StoreError> {
    T::try_from(number).map_err(|_| unreadable(column, number))
}

/// A number that counts up from 0 and never comes near the end of its column.
pub(super) fn wide(number: u64) -> i64 {
    i64::try_from(number).expect("counters start at 0 and rise by 1")
}

/// A value as JSON text.
pub(super) fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("shared types are plain data and always have a JSON form")
}

/// A value from JSON text.
pub(super) fn from_json<T: DeserializeOwned>(column: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| unreadable(column, error))
}

/// The same, of a column that may be null.
pub(super) fn json_or_none<T: DeserializeOwned>(
    column: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, StoreError> {
    text.map(|text| from_json(column, text)).transpose()
}

/// A list as JSON; null where it is empty.
pub(super) fn some_json<T: Serialize>(list: &[T]) -> Option<String> {
    (!list.is_empty()).then(|| to_json(&list))
}

/// Minutes since midnight.
pub(super) fn minute_of(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// The time of day of a minute; the end of the day (1440) is its last instant.
pub(super) fn time_of(column: &'static str, minute: i64) -> Result<Time, StoreError> {
    if minute == 1440 {
        return Ok(Time::MAX);
    }
    let hour = i8::try_from(minute.div_euclid(60)).map_err(|_| unreadable(column, minute))?;
    let minute_of_hour = i8::try_from(minute.rem_euclid(60)).map_err(|_| unreadable(column, minute))?;
    Time::new(hour, minute_of_hour, 0, 0).map_err(|_| unreadable(column, minute))
}

/// A civil time of a day and a minute.
pub(super) fn civil(column: &'static str, day: &str, minute: i64) -> Result<DateTime, StoreError> {
    Ok(parsed::<Date>(column, day)?.to_datetime(time_of(column, minute)?))
}

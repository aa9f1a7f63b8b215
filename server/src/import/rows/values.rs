//! Our types as values of columns.

use app_domain::time::Instant;
use jiff::civil::{DateTime, Time};
use serde::Serialize;
use uuid::Uuid;

use crate::store::import::{NewRow, Value};

/// A row without parts.
pub(super) fn plain(id: Uuid, values: Vec<Value>) -> NewRow {
    NewRow {
        id,
        values,
        parts: Vec::new(),
    }
}

/// Text.
pub(super) fn text(value: impl ToString) -> Value {
    Value::Text(Some(value.to_string()))
}

/// Text, or null.
pub(super) fn some_text<T: ToString>(value: Option<T>) -> Value {
    Value::Text(value.map(|value| value.to_string()))
}

/// A number.
pub(super) fn int(value: impl Into<i64>) -> Value {
    Value::Int(Some(value.into()))
}

/// A number, or null.
pub(super) fn some_int<T: Into<i64>>(value: Option<T>) -> Value {
    Value::Int(value.map(Into::into))
}

/// The name on the wire of a variant without content.
pub(super) fn word<T: Serialize>(variant: T) -> Value {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(word)) => Value::Text(Some(word)),
        other => unreachable!("only variants without content are words, not {other:?}"),
    }
}

/// The same, or null.
pub(super) fn some_word<T: Serialize>(variant: Option<T>) -> Value {
    variant.map_or(Value::Text(None), word)
}

/// Minutes since midnight.
pub(super) fn minute(time: Time) -> Value {
    int(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

/// The instant of a civil time.
pub(super) fn instant(civil: DateTime) -> Value {
    int(Instant::from_civil(civil).0)
}

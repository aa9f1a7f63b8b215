//! Rows in bulk, as an import writes them.

mod visits;

use std::collections::HashMap;

use app_domain::id::PracticeId;
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::column::parsed;
use super::{Engine, StoreError, Tx, sql};

pub use visits::{StandingVisit, standing_visits};

/// Rows of one statement. Both engines allow more; beyond this it does not get faster.
const ROWS_AT_A_TIME: usize = 200;

/// How a table is written: its columns in groups that change together, and a table of parts of its rows, if any.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Name of the table.
    pub table: &'static str,
    /// Columns but for practice and id, in groups that change together.
    pub groups: &'static [&'static [&'static str]],
    /// Where parts of each row are kept, which change together as one more group.
    pub parts: Option<Parts>,
}

/// A table of parts of another table's rows.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// Name of the table.
    pub table: &'static str,
    /// Column that says whose part it is.
    pub whole: &'static str,
    /// The other columns but for the practice.
    pub columns: &'static [&'static str],
}

/// A value of a column. Nulls have a type too: PostgreSQL asks for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Text, or null.
    Text(Option<String>),
    /// A whole number, or null.
    Int(Option<i64>),
    /// True or false.
    Bool(bool),
}

/// A row with its id and the values of its columns, group by group.
#[derive(Clone, Debug)]
pub struct NewRow {
    /// Identity.
    pub id: Uuid,
    /// Values of every column of the shape.
    pub values: Vec<Value>,
    /// Values of the columns of each part.
    pub parts: Vec<Vec<Value>>,
}

/// What an earlier import brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Our row.
    pub id: Uuid,
    /// What the export said of it.
    pub fingerprint: String,
}

/// What is to be remembered of an imported row.
#[derive(Clone, Debug)]
pub struct Remembered<'a> {
    /// What the former software calls it.
    pub external: &'a str,
    /// Our row.
    pub id: Uuid,
    /// What the export says of it.
    pub fingerprint: &'a str,
}

/// Everything that earlier imports brought to a table, by the external id.
pub async fn known_rows(
    tx: &mut Tx,
    practice: PracticeId,
    table: &'static str,
) -> Result<HashMap<String, Known>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, String)>,
        "SELECT external_id, row_id, fingerprint FROM import_row WHERE practice_id = $1 AND table_name = $2",
        practice.to_string(),
        table,
    )?;
    let read = |(external, id, fingerprint): (String, String, String)| {
        Ok((
            external,
            Known {
                id: parsed("import_row.row_id", &id)?,
                fingerprint,
            },
        ))
    };
    rows.into_iter().map(read).collect()
}

/// Adds rows with their parts.
pub async fn insert_rows(
    tx: &mut Tx,
    practice: PracticeId,
    shape: &Shape,
    rows: &[&NewRow],
) -> Result<(), StoreError> {
    let columns: Vec<&str> = ["practice_id", "id"]
        .into_iter()
        .chain(shape.groups.concat())
        .collect();
    for portion in rows.chunks(ROWS_AT_A_TIME) {
        let tuples = portion.iter().map(|row| {
            let own = [text(practice), text(row.id)];
            own.into_iter().chain(row.values.iter().cloned()).collect()
        });
        insert(tx, shape.table, &columns, tuples.collect()).await?;
    }
    let Some(parts) = &shape.parts else { return Ok(()) };
    for portion in rows.chunks(ROWS_AT_A_TIME) {
        insert_parts(tx, practice, parts, portion.iter().copied()).await?;
    }
    Ok(())
}

async fn insert_parts(
    tx: &mut Tx,
    practice: PracticeId,
    parts: &Parts,
    rows: impl Iterator<Item = &NewRow>,
) -> Result<(), StoreError> {
    let columns: Vec<&str> = ["practice_id", parts.whole]
        .into_iter()
        .chain(parts.columns.iter().copied())
        .collect();
    let mut tuples = Vec::new();
    for row in rows {
        for part in &row.parts {
            let own = [text(practice), text(row.id)];
            tuples.push(own.into_iter().chain(part.iter().cloned()).collect());
        }
    }
    for portion in tuples.chunks(ROWS_AT_A_TIME) {
        insert(tx, parts.table, &columns, portion.to_vec()).await?;
    }
    Ok(())
}

/// Writes some columns of a row.
pub async fn update_row(
    tx: &mut Tx,
    practice: PracticeId,
    table: &'static str,
    id: Uuid,
    columns: Vec<(&'static str, Value)>,
) -> Result<(), StoreError> {
    match tx.target() {
        Engine::Sqlite(on) => {
            let mut query = update_query::<sqlx::Sqlite>(practice, table, id, columns);
            query.build().persistent(false).execute(on).await?;
        }
        Engine::Postgres(on) => {
            let mut query = update_query::<sqlx::Postgres>(practice, table, id, columns);
            query.build().persistent(false).execute(on).await?;
        }
    }
    Ok(())
}

/// Puts other parts in the place of those of a row.
pub async fn replace_parts(
    tx: &mut Tx,
    practice: PracticeId,
    parts: &Parts,
    row: &NewRow,
) -> Result<(), StoreError> {
    match tx.target() {
        Engine::Sqlite(on) => {
            let mut query = delete_query::<sqlx::Sqlite>(practice, parts, row.id);
            query.build().execute(on).await?;
        }
        Engine::Postgres(on) => {
            let mut query = delete_query::<sqlx::Postgres>(practice, parts, row.id);
            query.build().execute(on).await?;
        }
    }
    insert_parts(tx, practice, parts, std::iter::once(row)).await
}

/// Remembers what the export says of rows.
pub async fn remember(
    tx: &mut Tx,
    practice: PracticeId,
    table: &'static str,
    rows: &[Remembered<'_>],
) -> Result<(), StoreError> {
    const COLUMNS: [&str; 5] = [
        "practice_id",
        "table_name",
        "external_id",
        "row_id",
        "fingerprint",
    ];
    for portion in rows.chunks(ROWS_AT_A_TIME) {
        let tuples = portion.iter().map(|row| {
            vec![
                text(practice),
                text(table),
                text(row.external),
                text(row.id),
                text(row.fingerprint),
            ]
        });
        insert(tx, "import_row", &COLUMNS, tuples.collect()).await?;
    }
    Ok(())
}

/// Remembers that the export says something else of a row.
pub async fn remember_anew(
    tx: &mut Tx,
    practice: PracticeId,
    table: &'static str,
    row: &Remembered<'_>,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "UPDATE import_row SET fingerprint = $4 WHERE practice_id = $1 AND table_name = $2 AND external_id = $3",
        practice.to_string(),
        table,
        row.external,
        row.fingerprint,
    )?;
    Ok(())
}

async fn insert(
    tx: &mut Tx,
    table: &str,
    columns: &[&str],
    tuples: Vec<Vec<Value>>,
) -> Result<(), StoreError> {
    if tuples.is_empty() {
        return Ok(());
    }
    match tx.target() {
        Engine::Sqlite(on) => {
            insert_query::<sqlx::Sqlite>(table, columns, tuples)
                .build()
                .execute(on)
                .await?;
        }
        Engine::Postgres(on) => {
            insert_query::<sqlx::Postgres>(table, columns, tuples)
                .build()
                .execute(on)
                .await?;
        }
    }
    Ok(())
}

/// An engine to which every value can be given.
trait Takes: Database<Arguments: Default> {
    fn bind(query: &mut QueryBuilder<Self>, value: Value)
    where
        Self: Sized;
}

impl<D> Takes for D
where
    D: Database<Arguments: Default>,
    for<'q> Option<String>: Encode<'q, D> + Type<D>,
    for<'q> Option<i64>: Encode<'q, D> + Type<D>,
    for<'q> bool: Encode<'q, D> + Type<D>,
{
    fn bind(query: &mut QueryBuilder<Self>, value: Value) {
        match value {
            Value::Text(text) => query.push_bind(text),
            Value::Int(number) => query.push_bind(number),
            Value::Bool(truth) => query.push_bind(truth),
        };
    }
}

fn insert_query<D: Takes>(table: &str, columns: &[&str], tuples: Vec<Vec<Value>>) -> QueryBuilder<D> {
    let mut query = QueryBuilder::new(format!("INSERT INTO {table} ({}) VALUES ", columns.join(", ")));
    for (place, tuple) in tuples.into_iter().enumerate() {
        query.push(if place == 0 { "(" } else { ", (" });
        for (place, value) in tuple.into_iter().enumerate() {
            if place > 0 {
                query.push(", ");
            }
            D::bind(&mut query, value);
        }
        query.push(")");
    }
    query
}

fn update_query<D: Takes>(
    practice: PracticeId,
    table: &str,
    id: Uuid,
    columns: Vec<(&'static str, Value)>,
) -> QueryBuilder<D> {
    let mut query = QueryBuilder::new(format!("UPDATE {table} SET "));
    for (place, (column, value)) in columns.into_iter().enumerate() {
        query
            .push(if place == 0 { "" } else { ", " })
            .push(column)
            .push(" = ");
        D::bind(&mut query, value);
    }
    query.push(" WHERE practice_id = ");
    D::bind(&mut query, text(practice));
    query.push(" AND id = ");
    D::bind(&mut query, text(id));
    query
}

fn delete_query<D: Takes>(practice: PracticeId, parts: &Parts, whole: Uuid) -> QueryBuilder<D> {
    let mut query = QueryBuilder::new(format!("DELETE FROM {} WHERE practice_id = ", parts.table));
    D::bind(&mut query, text(practice));
    query.push(format!(" AND {} = ", parts.whole));
    D::bind(&mut query, text(whole));
    query
}

fn text(value: impl ToString) -> Value {
    Value::Text(Some(value.to_string()))
}

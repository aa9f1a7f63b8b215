//! Unsent work of programs that were too old: stored, listed, never carried out by itself.

use app_domain::id::{MemberId, PracticeId};
use app_domain::role::Role;
use app_domain::time::Instant;
use app_sync::wire::{ClientId, Mid};

use super::column::{from_word, narrow, parsed, to_word, unreadable, wide};
use super::{StoreError, Tx, sql};

/// A record as a device wrote it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RescuedMutation {
    /// Who handed it over.
    pub member: MemberId,
    /// In which role.
    pub role: Role,
    /// Of which outbox.
    pub client: ClientId,
    /// Its number there.
    pub mid: Mid,
    /// Version of the rows of the program that wrote it.
    pub schema: u32,
    /// The record, whatever its shape.
    pub record: String,
    /// When it came.
    pub at: Instant,
}

/// Stores a record, once: what comes again, or was decided in the usual way, changes nothing.
pub async fn insert_rescued(
    tx: &mut Tx,
    practice: PracticeId,
    rescued: &RescuedMutation,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO rescued_mutation
             (practice_id, member_id, client_id, mid, role, rows_version, record, rescued_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8
         WHERE NOT EXISTS (SELECT 1 FROM client_mutation
             WHERE practice_id = $1 AND member_id = $2 AND client_id = $3 AND mid = $4)
         ON CONFLICT (practice_id, member_id, client_id, mid) DO NOTHING",
        practice.to_string(),
        rescued.member.to_string(),
        rescued.client.0.to_string(),
        wide(rescued.mid.0),
        to_word(rescued.role),
        i64::from(rescued.schema),
        rescued.record.as_str(),
        rescued.at.0,
    )?;
    Ok(())
}

/// How many records of a person are stored.
pub async fn count_rescued(tx: &mut Tx, practice: PracticeId, member: MemberId) -> Result<usize, StoreError> {
    let (count,) = sql!(
        tx,
        one::<(i64,)>,
        "SELECT count(*) FROM rescued_mutation WHERE practice_id = $1 AND member_id = $2",
        practice.to_string(),
        member.to_string(),
    )?;
    narrow("count(*)", count)
}

/// Every record, oldest first, each outbox in the order of its numbers.
pub async fn rescued_mutations(
    tx: &mut Tx,
    practice: PracticeId,
) -> Result<Vec<RescuedMutation>, StoreError> {
    type Row = (String, String, i64, String, i64, String, i64);
    let rows = sql!(
        tx,
        all::<Row>,
        "SELECT member_id, client_id, mid, role, rows_version, record, rescued_at FROM rescued_mutation
         WHERE practice_id = $1 ORDER BY rescued_at, client_id, mid",
        practice.to_string(),
    )?;
    let read = |(member, client, mid, role, schema, record, at): Row| {
        Ok(RescuedMutation {
            member: parsed("rescued_mutation.member_id", &member)?,
            role: from_word("rescued_mutation.role", &role)?,
            client: ClientId(parsed("rescued_mutation.client_id", &client)?),
            mid: Mid(u64::try_from(mid).map_err(|_| unreadable("rescued_mutation.mid", mid))?),
            schema: narrow("rescued_mutation.rows_version", schema)?,
            record,
            at: Instant(at),
        })
    };
    rows.into_iter().map(read).collect()
}

//! What became of each mutation of each device.

use app_domain::id::{MemberId, PracticeId};
use app_sync::server::{Decided, Standing};
use app_sync::wire::{ClientId, Mid};

use super::column::{from_json, parsed, to_json, unreadable, wide};
use super::{StoreError, Tx, sql};

/// Keeps what was decided, in the transaction of its effect.
pub async fn insert_decided(
    tx: &mut Tx,
    practice: PracticeId,
    member: MemberId,
    (client, mid): (ClientId, Mid),
    decided: &Decided,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "INSERT INTO client_mutation (practice_id, client_id, mid, member_id, result) VALUES ($1, $2, $3, $4, $5)",
        practice.to_string(),
        client.0.to_string(),
        wide(mid.0),
        member.to_string(),
        to_json(decided),
    )?;
    Ok(())
}

/// What was decided of a mutation, if it was.
pub async fn decided(
    tx: &mut Tx,
    practice: PracticeId,
    (client, mid): (ClientId, Mid),
) -> Result<Option<Decided>, StoreError> {
    let row = sql!(
        tx,
        optional::<(String,)>,
        "SELECT result FROM client_mutation WHERE practice_id = $1 AND client_id = $2 AND mid = $3",
        practice.to_string(),
        client.0.to_string(),
        wide(mid.0),
    )?;
    row.map(|(result,)| from_json("client_mutation.result", &result))
        .transpose()
}

/// How far a client is.
pub async fn standing(
    tx: &mut Tx,
    practice: PracticeId,
    client: ClientId,
) -> Result<Option<Standing>, StoreError> {
    let row = sql!(
        tx,
        optional::<(String, i64)>,
        "SELECT member_id, mid FROM client_mutation WHERE practice_id = $1 AND client_id = $2
         ORDER BY mid DESC LIMIT 1",
        practice.to_string(),
        client.0.to_string(),
    )?;
    row.map(|(member, mid)| read_standing(&member, mid)).transpose()
}

/// How far every client is.
pub async fn standings(tx: &mut Tx, practice: PracticeId) -> Result<Vec<(ClientId, Standing)>, StoreError> {
    let rows = sql!(
        tx,
        all::<(String, String, i64)>,
        "SELECT client_id, member_id, max(mid) FROM client_mutation WHERE practice_id = $1
         GROUP BY client_id, member_id",
        practice.to_string(),
    )?;
    let read = |(client, member, mid): &(String, String, i64)| {
        Ok((
            ClientId(parsed("client_mutation.client_id", client)?),
            read_standing(member, *mid)?,
        ))
    };
    rows.iter().map(read).collect()
}

fn read_standing(member: &str, mid: i64) -> Result<Standing, StoreError> {
    let last = u64::try_from(mid).map_err(|_| unreadable("client_mutation.mid", mid))?;
    Ok(Standing {
        owner: parsed("client_mutation.member_id", member)?,
        last: Mid(last),
    })
}

//! Rows of what opens the encrypted things on people's devices. Shares come from the caller and are given back as they came.

use app_domain::id::{MemberId, PracticeId};
use app_domain::time::Instant;
use uuid::Uuid;

use crate::store::{Store, StoreError, Tx, sql};

/// Devices of one person that are remembered; the one that was not used for longest gives its place to a new one.
pub const DEVICES: i64 = 100;

/// A person on a device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeviceOf {
    /// The practice.
    pub practice: PracticeId,
    /// The person.
    pub member: MemberId,
    /// The name that the device has made up for itself.
    pub device: Uuid,
}

impl Store {
    /// The cache share of a session, as long as the session is there.
    pub async fn cache_share(&self, id_hash: &str) -> Result<Option<String>, StoreError> {
        let row = sql!(
            self.db(),
            optional::<(String,)>,
            "SELECT cache_share FROM session WHERE id_hash = $1",
            id_hash,
        )?;
        Ok(row.map(|(share,)| share))
    }

    /// The outbox share of a person on a device: the one that is kept, or `fresh`, which is kept from now on.
    pub async fn outbox_share(&self, of: DeviceOf, fresh: &str, at: Instant) -> Result<String, StoreError> {
        let mut tx = self.begin().await?;
        let added = sql!(
            &mut tx,
            execute,
            "INSERT INTO device_key (practice_id, member_id, device_id, outbox_share, used_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (practice_id, member_id, device_id) DO NOTHING",
            of.practice.to_string(),
            of.member.to_string(),
            of.device.to_string(),
            fresh,
            at.0,
        )?;
        if added == 0 {
            sql!(
                &mut tx,
                execute,
                "UPDATE device_key SET used_at = $4 WHERE practice_id = $1 AND member_id = $2 AND device_id = $3",
                of.practice.to_string(),
                of.member.to_string(),
                of.device.to_string(),
                at.0,
            )?;
        } else {
            forget_oldest(&mut tx, of).await?;
        }
        let (share,) = sql!(
            &mut tx,
            one::<(String,)>,
            "SELECT outbox_share FROM device_key WHERE practice_id = $1 AND member_id = $2 AND device_id = $3",
            of.practice.to_string(),
            of.member.to_string(),
            of.device.to_string(),
        )?;
        tx.commit().await?;
        Ok(share)
    }

    /// Forgets the outbox share of a person on a device.
    pub async fn delete_outbox_share(&self, of: DeviceOf) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sql!(
            &mut tx,
            execute,
            "DELETE FROM device_key WHERE practice_id = $1 AND member_id = $2 AND device_id = $3",
            of.practice.to_string(),
            of.member.to_string(),
            of.device.to_string(),
        )?;
        Ok(tx.commit().await?)
    }
}

/// Makes room where a person has come to too many devices.
async fn forget_oldest(tx: &mut Tx, of: DeviceOf) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM device_key WHERE practice_id = $1 AND member_id = $2 AND device_id <> $3 AND device_id NOT IN (
             SELECT device_id FROM device_key WHERE practice_id = $1 AND member_id = $2 AND device_id <> $3
             ORDER BY used_at DESC, device_id DESC LIMIT $4)",
        of.practice.to_string(),
        of.member.to_string(),
        of.device.to_string(),
        DEVICES - 1,
    )?;
    Ok(())
}

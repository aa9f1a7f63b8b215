//! Visits as they stand in the database, for an import that wants to put others beside them.

use app_domain::id::PracticeId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::column::parsed;
use crate::store::{StoreError, Tx, sql};

/// Where a visit stands, in the columns of its table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandingVisit {
    /// Identity.
    pub id: Uuid,
    /// The patient.
    pub patient: String,
    /// The chair.
    pub chair: String,
    /// The clinician.
    pub clinician: String,
    /// The day.
    pub day: String,
    /// First minute of the day.
    pub start: i64,
    /// Length.
    pub minutes: i64,
    /// Status.
    pub status: String,
    /// Set where it stands on another one's place on purpose.
    pub overbooking: Option<String>,
    /// Who decided so.
    pub overbooked_by: Option<String>,
}

impl StandingVisit {
    /// Whether it holds its place against others.
    pub fn holds_place(&self) -> bool {
        self.overbooking.is_none() && !matches!(self.status.as_str(), "no_show" | "cancelled")
    }
}

#[derive(FromRow)]
struct Columns {
    id: String,
    patient_id: String,
    chair_id: String,
    clinician_id: String,
    day: String,
    start_minute: i64,
    minutes: i64,
    status: String,
    overbooking_reason: Option<String>,
    overbooked_by: Option<String>,
}

/// Every visit of the practice, as it stands.
pub async fn standing_visits(tx: &mut Tx, practice: PracticeId) -> Result<Vec<StandingVisit>, StoreError> {
    let rows = sql!(
        tx,
        all::<Columns>,
        "SELECT id, patient_id, chair_id, clinician_id, day, start_minute, minutes, status, overbooking_reason,
             overbooked_by
         FROM appointment WHERE practice_id = $1",
        practice.to_string(),
    )?;
    let read = |row: Columns| {
        Ok(StandingVisit {
            id: parsed("appointment.id", &row.id)?,
            patient: row.patient_id,
            chair: row.chair_id,
            clinician: row.clinician_id,
            day: row.day,
            start: row.start_minute,
            minutes: row.minutes,
            status: row.status,
            overbooking: row.overbooking_reason,
            overbooked_by: row.overbooked_by,
        })
    };
    rows.into_iter().map(read).collect()
}

//! Visits: the place, the three axes, and the times of a visit in columns.

mod status;

use app_domain::agenda::{Appointment, Booked, Confirmation, Overbooking, Place};
use app_domain::id::{AppointmentId, PracticeId};
use app_domain::refusal::Common;
use app_domain::time::Instant;
use jiff::civil::Date;
use sqlx::FromRow;

use super::column::{
    civil, from_json, from_word, from_word_or_none, minute_of, narrow, parsed, parsed_or_none, to_json,
    to_word, unreadable,
};
use super::{Families, StoreError, Tx, sql};
use status::StatusColumns;

#[derive(FromRow)]
struct AppointmentColumns {
    id: String,
    patient_id: String,
    chair_id: String,
    clinician_id: String,
    day: String,
    start_minute: i64,
    minutes: i64,
    kind: String,
    #[sqlx(flatten)]
    status: StatusColumns,
    confirmation: String,
    asked_channel: Option<String>,
    as_soon_as_possible: bool,
    plan_id: Option<String>,
    overbooked_by: Option<String>,
    overbooking_reason: Option<String>,
    correction: Option<String>,
    booked_by: Option<String>,
    booked_at: Option<i64>,
    displaced: Option<String>,
    left_place: Option<String>,
    lab: String,
    note: String,
}

impl AppointmentColumns {
    fn read(self) -> Result<Appointment, StoreError> {
        Ok(Appointment {
            id: parsed("appointment.id", &self.id)?,
            patient: parsed("appointment.patient_id", &self.patient_id)?,
            place: self.place()?,
            kind: from_word("appointment.kind", &self.kind)?,
            confirmation: self.confirmation()?,
            as_soon_as_possible: self.as_soon_as_possible,
            correction: self
                .correction
                .as_deref()
                .map(|correction| from_json("appointment.correction", correction))
                .transpose()?,
            booked: self.booked()?,
            displaced: self
                .displaced
                .as_deref()
                .map(|displaced| from_json("appointment.displaced", displaced))
                .transpose()?,
            left_place: self
                .left_place
                .as_deref()
                .map(|place| from_json("appointment.left_place", place))
                .transpose()?,
            lab: from_word("appointment.lab", &self.lab)?,
            plan: parsed_or_none("appointment.plan_id", self.plan_id.as_deref())?,
            overbooking: self.overbooking()?,
            status: self.status.read()?,
            note: self.note,
        })
    }

    fn place(&self) -> Result<Place, StoreError> {
        Ok(Place {
            start: civil("appointment.day", &self.day, self.start_minute)?,
            minutes: narrow("appointment.minutes", self.minutes)?,
            chair: parsed("appointment.chair_id", &self.chair_id)?,
            clinician: parsed("appointment.clinician_id", &self.clinician_id)?,
        })
    }

    fn booked(&self) -> Result<Option<Booked>, StoreError> {
        let by = parsed_or_none("appointment.booked_by", self.booked_by.as_deref())?;
        Ok(by
            .zip(self.booked_at)
            .map(|(by, at)| Booked { by, at: Instant(at) }))
    }

    fn confirmation(&self) -> Result<Confirmation, StoreError> {
        let channel = from_word_or_none("appointment.asked_channel", self.asked_channel.as_deref())?;
        match (self.confirmation.as_str(), channel) {
            ("not_asked", None) => Ok(Confirmation::NotAsked),
            ("asked", Some(channel)) => Ok(Confirmation::Asked { channel }),
            ("confirmed", None) => Ok(Confirmation::Confirmed),
            ("asked_to_move", None) => Ok(Confirmation::AskedToMove),
            _ => Err(unreadable("appointment.confirmation", &self.confirmation)),
        }
    }

    fn overbooking(&self) -> Result<Option<Overbooking>, StoreError> {
        let Some(reason) = self.overbooking_reason.clone() else {
            return Ok(None);
        };
        let by = parsed_or_none("appointment.overbooked_by", self.overbooked_by.as_deref())?;
        Ok(Some(Overbooking { by, reason }))
    }
}

/// Visits on a day or later, and those that wait to be placed again.
pub async fn appointments_from(
    tx: &mut Tx,
    practice: PracticeId,
    day: Date,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = sql!(
        tx,
        all::<AppointmentColumns>,
        "SELECT * FROM appointment WHERE practice_id = $1 AND (day >= $2 OR displaced IS NOT NULL)",
        practice.to_string(),
        day.to_string(),
    )?;
    rows.into_iter().map(AppointmentColumns::read).collect()
}

/// Every visit of some families, by start.
pub async fn appointments_of(
    tx: &mut Tx,
    practice: PracticeId,
    families: &Families,
) -> Result<Vec<Appointment>, StoreError> {
    let rows = sql!(
        tx,
        all::<AppointmentColumns>,
        "SELECT appointment.* FROM patient
         JOIN appointment ON appointment.practice_id = patient.practice_id AND appointment.patient_id = patient.id
         WHERE patient.practice_id = $1 AND coalesce(patient.payer_id, patient.id) BETWEEN $2 AND $3
         ORDER BY appointment.day, appointment.start_minute, appointment.id",
        practice.to_string(),
        families.first.to_string(),
        families.last.to_string(),
    )?;
    rows.into_iter().map(AppointmentColumns::read).collect()
}

/// The visit that keeps another one from its place, and what the two have in common.
pub async fn in_the_way(
    tx: &mut Tx,
    practice: PracticeId,
    visit: &Appointment,
) -> Result<Option<(Appointment, Common)>, StoreError> {
    let start = minute_of(visit.start().time());
    let row = sql!(
        tx,
        optional::<AppointmentColumns>,
        "SELECT * FROM appointment
         WHERE practice_id = $1 AND day = $2 AND id <> $3
             AND status NOT IN ('no_show', 'cancelled') AND overbooking_reason IS NULL
             AND (chair_id = $4 OR clinician_id = $5 OR patient_id = $6)
             AND start_minute < $7 AND $8 < start_minute + minutes
         ORDER BY id LIMIT 1",
        practice.to_string(),
        visit.start().date().to_string(),
        visit.id.to_string(),
        visit.place.chair.to_string(),
        visit.place.clinician.to_string(),
        visit.patient.to_string(),
        start + i64::from(visit.place.minutes),
        start,
    )?;
    let Some(other) = row.map(AppointmentColumns::read).transpose()? else {
        return Ok(None);
    };
    let common = if other.place.chair == visit.place.chair {
        Common::Chair
    } else if other.place.clinician == visit.place.clinician {
        Common::Clinician
    } else {
        Common::Patient
    };
    Ok(Some((other, common)))
}

/// A visit, new or changed.
pub async fn put_appointment(
    tx: &mut Tx,
    practice: PracticeId,
    visit: &Appointment,
) -> Result<(), StoreError> {
    let status = StatusColumns::of(&visit.status);
    let (confirmation, channel) = match visit.confirmation {
        Confirmation::NotAsked => ("not_asked", None),
        Confirmation::Asked { channel } => ("asked", Some(channel)),
        Confirmation::Confirmed => ("confirmed", None),
        Confirmation::AskedToMove => ("asked_to_move", None),
    };
    sql!(
        tx,
        execute,
        "INSERT INTO appointment (practice_id, id, patient_id, chair_id, clinician_id, day, start_minute, minutes, kind,
             status, arrived_at, seated_at, done_at, left_at, missed_at, cancelled_at, cancelled_by, cancelled_reason,
             confirmation, asked_channel, as_soon_as_possible, plan_id, overbooked_by, overbooking_reason, note,
             correction, booked_by, booked_at, displaced, lab, left_place)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
             $23, $24, $25, $26, $27, $28, $29, $30, $31)
         ON CONFLICT (practice_id, id) DO UPDATE SET patient_id = excluded.patient_id, chair_id = excluded.chair_id,
             clinician_id = excluded.clinician_id, day = excluded.day, start_minute = excluded.start_minute,
             minutes = excluded.minutes, kind = excluded.kind, status = excluded.status,
             arrived_at = excluded.arrived_at, seated_at = excluded.seated_at, done_at = excluded.done_at,
             left_at = excluded.left_at, missed_at = excluded.missed_at, cancelled_at = excluded.cancelled_at,
             cancelled_by = excluded.cancelled_by, cancelled_reason = excluded.cancelled_reason,
             confirmation = excluded.confirmation, asked_channel = excluded.asked_channel,
             as_soon_as_possible = excluded.as_soon_as_possible, plan_id = excluded.plan_id,
             overbooked_by = excluded.overbooked_by, overbooking_reason = excluded.overbooking_reason,
             note = excluded.note, correction = excluded.correction, booked_by = excluded.booked_by,
             booked_at = excluded.booked_at, displaced = excluded.displaced, lab = excluded.lab,
             left_place = excluded.left_place",
        practice.to_string(),
        visit.id.to_string(),
        visit.patient.to_string(),
        visit.place.chair.to_string(),
        visit.place.clinician.to_string(),
        visit.start().date().to_string(),
        minute_of(visit.start().time()),
        i64::from(visit.place.minutes),
        to_word(visit.kind),
        status.status.as_str(),
        status.arrived_at,
        status.seated_at,
        status.done_at,
        status.left_at,
        status.missed_at,
        status.cancelled_at,
        status.cancelled_by.as_deref(),
        status.cancelled_reason.as_deref(),
        confirmation,
        channel.map(to_word),
        visit.as_soon_as_possible,
        visit.plan.map(|id| id.to_string()),
        visit.overbooking.as_ref().and_then(|overbooking| overbooking.by).map(|id| id.to_string()),
        visit.overbooking.as_ref().map(|overbooking| overbooking.reason.as_str()),
        visit.note.as_str(),
        visit.correction.as_ref().map(to_json),
        visit.booked.map(|booked| booked.by.to_string()),
        visit.booked.map(|booked| booked.at.0),
        visit.displaced.as_ref().map(to_json),
        to_word(visit.lab),
        visit.left_place.as_ref().map(to_json),
    )?;
    Ok(())
}

/// Forgets a booking that was a slip. The database refuses where anything points at it.
pub async fn delete_appointment(
    tx: &mut Tx,
    practice: PracticeId,
    id: AppointmentId,
) -> Result<(), StoreError> {
    sql!(
        tx,
        execute,
        "DELETE FROM appointment WHERE practice_id = $1 AND id = $2",
        practice.to_string(),
        id.to_string()
    )?;
    Ok(())
}

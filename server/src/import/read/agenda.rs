//! Visits.

use app_domain::agenda::AppointmentKind;
use jiff::civil::DateTime;

use super::{Reader, TableRead};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{AppointmentFact, Facts};
use crate::import::mapping::{AppointmentColumns, VisitState, YesNo};
use crate::import::report::Kind;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let table = &reader.mapping.appointments;
    let columns = &table.columns;
    let read = TableRead {
        name: "appointments",
        table,
        id: columns.id.clone(),
    };
    reader.table(&read, &mut |cells, known| {
        let patient = cells.reference(
            Some(&columns.patient),
            &known.patients,
            Kind::UnknownPatient,
            Need::Row,
        )?;
        let chair = cells.reference(Some(&columns.chair), &known.chairs, Kind::UnknownChair, Need::Row)?;
        let clinician = cells.reference(
            Some(&columns.clinician),
            &known.clinicians,
            Kind::UnknownClinician,
            Need::Row,
        )?;
        let (Some(patient), Some(chair), Some(clinician)) = (patient, chair, clinician) else {
            return Err(cells.skip(
                Kind::MissingValue,
                &columns.patient,
                "patient, chair and clinician are needed",
            ));
        };
        let start = start_of(cells, columns)?;
        let plan = cells.reference(
            columns.plan.as_ref(),
            &known.plans,
            Kind::UnknownPlan,
            Need::Field,
        )?;
        let visit = AppointmentFact {
            minutes: minutes_of(cells, columns, start)?,
            plan,
            ..what_of(cells, columns, start)?
        };
        facts.appointments.push(AppointmentFact {
            patient,
            chair,
            clinician,
            ..visit
        });
        Ok(())
    })
}

/// The visit but for who and where.
fn what_of(
    cells: &mut Cells<'_, '_>,
    columns: &AppointmentColumns,
    start: DateTime,
) -> Result<AppointmentFact, Skip> {
    let kind: Option<AppointmentKind> =
        cells.word(columns.kind.as_ref(), |words| &words.visit_kind, Need::Row)?;
    let state: Option<VisitState> =
        cells.word(columns.status.as_ref(), |words| &words.visit_status, Need::Row)?;
    let confirmation: Option<VisitState> = cells.word(
        columns.confirmation.as_ref(),
        |words| &words.visit_status,
        Need::Field,
    )?;
    let sooner: Option<YesNo> = cells.word(
        columns.as_soon_as_possible.as_ref(),
        |words| &words.yes_no,
        Need::Field,
    )?;
    Ok(AppointmentFact {
        origin: cells.origin(),
        code: cells.id.clone(),
        patient: String::new(),
        chair: String::new(),
        clinician: String::new(),
        start,
        minutes: 0,
        kind: kind.unwrap_or(AppointmentKind::Examination),
        state: state.unwrap_or(VisitState::Booked),
        confirmation,
        cancelled_at: cells.datetime_or_date(columns.cancelled_at.as_ref(), Need::Field)?,
        cancelled_reason: cells.text_or_empty(columns.cancelled_reason.as_ref()),
        as_soon_as_possible: sooner == Some(YesNo::Yes),
        plan: None,
        note: cells.text_or_empty(columns.note.as_ref()),
        overbooked: None,
    })
}

fn start_of(cells: &mut Cells<'_, '_>, columns: &AppointmentColumns) -> Result<DateTime, Skip> {
    if let Some(source) = &columns.start {
        let start = cells.datetime(Some(source), Need::Row)?;
        return start.ok_or_else(|| cells.skip(Kind::MissingValue, source, ""));
    }
    let day = cells.date(columns.date.as_ref(), Century::Present, Need::Row)?;
    let time = cells.time(columns.time.as_ref(), Need::Row)?;
    match (day, time) {
        (Some(day), Some(time)) => Ok(day.to_datetime(time)),
        _ => Err(cells.skip(
            Kind::MissingValue,
            columns.date.as_ref().unwrap_or(&columns.id),
            "day and hour",
        )),
    }
}

fn minutes_of(cells: &mut Cells<'_, '_>, columns: &AppointmentColumns, start: DateTime) -> Result<u16, Skip> {
    let source = columns
        .minutes
        .as_ref()
        .or(columns.end.as_ref())
        .unwrap_or(&columns.id);
    let from = i32::from(start.hour()) * 60 + i32::from(start.minute());
    let minutes = if columns.minutes.is_some() {
        length(cells, columns)?
    } else {
        end(cells, columns)?.map(|end| end - from)
    };
    let Some(minutes) = minutes else {
        return Err(cells.skip(Kind::MissingValue, source, ""));
    };
    if from + minutes > DAY {
        return Err(cells.skip(Kind::PastMidnight, source, ""));
    }
    match u16::try_from(minutes) {
        Ok(minutes) if minutes > 0 => Ok(minutes),
        _ => Err(cells.skip(Kind::NumberUnreadable, source, "a visit lasts at least a minute")),
    }
}

/// Minutes as a number or as `h:mm`.
fn length(cells: &mut Cells<'_, '_>, columns: &AppointmentColumns) -> Result<Option<i32>, Skip> {
    let text = cells.text_or_empty(columns.minutes.as_ref());
    let Some((hours, minutes)) = text.split_once(':') else {
        return cells.number(columns.minutes.as_ref(), Need::Row);
    };
    let minutes = minutes.split(':').next().unwrap_or(minutes);
    match (hours.parse::<u8>(), minutes.parse::<u8>(), &columns.minutes) {
        (Ok(hours), Ok(minutes), _) => Ok(Some(i32::from(hours) * 60 + i32::from(minutes))),
        (_, _, Some(source)) => Err(cells.skip(Kind::NumberUnreadable, source, "")),
        _ => Ok(None),
    }
}

/// The end in minutes of the day, from an hour or from a day with an hour.
fn end(cells: &mut Cells<'_, '_>, columns: &AppointmentColumns) -> Result<Option<i32>, Skip> {
    let text = cells.text_or_empty(columns.end.as_ref());
    let time = if text.contains([' ', 'T']) {
        cells
            .datetime(columns.end.as_ref(), Need::Row)?
            .map(DateTime::time)
    } else {
        cells.time(columns.end.as_ref(), Need::Row)?
    };
    Ok(time.map(|time| i32::from(time.hour()) * 60 + i32::from(time.minute())))
}

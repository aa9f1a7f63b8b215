//! Calls and other contacts that the former software has written down.

use app_domain::calls::{Outcome, Topic};
use app_domain::patient::Channel;
use jiff::civil::DateTime;

use super::{Reader, TableRead, non_empty};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{ContactFact, Facts};
use crate::import::mapping::{ContactColumns, EveryOr, OutcomeWord, Table, TopicWord};
use crate::import::report::Kind;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let tables = &reader.mapping.contacts;
    tables
        .iter()
        .try_for_each(|table| contacts_of(reader, facts, table))
}

fn contacts_of(
    reader: &mut Reader<'_>,
    facts: &mut Facts,
    table: &Table<ContactColumns>,
) -> Result<(), ImportError> {
    let columns = &table.columns;
    let read = TableRead {
        name: "contacts",
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
        let Some(patient) = patient else {
            return Err(cells.skip(Kind::MissingValue, &columns.patient, ""));
        };
        let at = moment(cells, columns)?;
        let channel: Option<EveryOr<Channel>> =
            cells.word(columns.channel.as_ref(), |words| &words.channel, Need::Field)?;
        let topic: Option<TopicWord> = cells.word(columns.topic.as_ref(), |words| &words.topic, Need::Row)?;
        let word: Option<OutcomeWord> =
            cells.word(Some(&columns.outcome), |words| &words.outcome, Need::Row)?;
        let Some(word) = word else {
            return Err(cells.skip(Kind::MissingValue, &columns.outcome, ""));
        };
        facts.contacts.push(ContactFact {
            code: cells.id.clone(),
            patient,
            at,
            channel: channel.and_then(EveryOr::one).unwrap_or(Channel::Phone),
            topic: match topic {
                Some(TopicWord::Reason(kind)) => Topic::Reason(kind),
                Some(TopicWord::Other) | None => Topic::Other,
            },
            outcome: outcome_of(cells, columns, word)?,
            by_name: non_empty(cells.text_or_empty(columns.by.as_ref())),
        });
        Ok(())
    })
}

fn moment(cells: &mut Cells<'_, '_>, columns: &ContactColumns) -> Result<DateTime, Skip> {
    if let Some(source) = &columns.at {
        let at = cells.datetime_or_date(Some(source), Need::Row)?;
        return at.ok_or_else(|| cells.skip(Kind::MissingValue, source, ""));
    }
    let day = cells.date(columns.date.as_ref(), Century::Present, Need::Row)?;
    let time = cells.time(columns.time.as_ref(), Need::Field)?;
    match (day, time) {
        (Some(day), Some(time)) => Ok(day.to_datetime(time)),
        (Some(day), None) => Ok(day.at(0, 0, 0, 0)),
        (None, _) => Err(cells.skip(
            Kind::MissingValue,
            columns.date.as_ref().unwrap_or(&columns.id),
            "",
        )),
    }
}

fn outcome_of(
    cells: &mut Cells<'_, '_>,
    columns: &ContactColumns,
    word: OutcomeWord,
) -> Result<Outcome, Skip> {
    Ok(match word {
        OutcomeWord::AllWell => Outcome::AllWell,
        OutcomeWord::Problem => Outcome::Problem {
            clinician: None,
            until: None,
        },
        OutcomeWord::Confirms => Outcome::Confirms { appointment: None },
        OutcomeWord::AsksToMove => Outcome::AsksToMove { appointment: None },
        OutcomeWord::Booked => Outcome::Booked { appointment: None },
        OutcomeWord::CallBack => Outcome::CallBack {
            until: promised(cells, columns)?,
            what: String::new(),
        },
        OutcomeWord::Later => Outcome::Later {
            until: promised(cells, columns)?.date(),
        },
        OutcomeWord::Thinking => Outcome::Thinking,
        OutcomeWord::NoAnswer => Outcome::NoAnswer,
        OutcomeWord::Busy => Outcome::Busy,
        OutcomeWord::Voicemail => Outcome::Voicemail,
        OutcomeWord::Family => Outcome::Family,
        OutcomeWord::WrongNumber => Outcome::WrongNumber,
        OutcomeWord::PromisesToPay => Outcome::PromisesToPay {
            by: promised(cells, columns)?.date(),
            amount: cells.amount(columns.promised_amount.as_ref(), Need::Field)?,
        },
        OutcomeWord::AsksToSpread => Outcome::AsksToSpread { until: None },
        OutcomeWord::Disputes => Outcome::Disputes,
        OutcomeWord::DeclinesToGoOn => Outcome::DeclinesToGoOn,
        OutcomeWord::DoNotContact => Outcome::DoNotContact {
            purpose: None,
            channel: None,
        },
        OutcomeWord::Deceased => Outcome::Deceased,
        OutcomeWord::MovedAway => Outcome::MovedAway,
    })
}

/// When something was promised for. Without it there is nothing to keep, and a person has to look.
fn promised(cells: &mut Cells<'_, '_>, columns: &ContactColumns) -> Result<DateTime, Skip> {
    let source = columns.promised_for.as_ref();
    let until = cells.datetime_or_date(source, Need::Row)?;
    until.ok_or_else(|| {
        cells.skip(
            Kind::MissingValue,
            source.unwrap_or(&columns.outcome),
            "no day was promised",
        )
    })
}

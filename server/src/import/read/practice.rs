//! Chairs, clinicians, opening hours, closures.

use app_domain::practice::{Opening, Profession};
use jiff::civil::Time;

use super::{Reader, TableRead, non_empty};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{ChairFact, ClinicianFact, ClosureFact, Facts};
use crate::import::mapping::{
    ClosureColumns, DayColumn, FullName, HoursColumns, Source, Span, Table, WeekdayWord, WeeklySpan,
};
use crate::import::person_name;
use crate::import::report::Kind;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    read_chairs(reader, facts)?;
    read_clinicians(reader, facts)?;
    read_hours(reader, facts)?;
    let tables = &reader.mapping.closures;
    tables
        .iter()
        .try_for_each(|table| read_closures(reader, facts, table))
}

fn read_chairs(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let table = &reader.mapping.chairs;
    let columns = &table.columns;
    let read = TableRead {
        name: "chairs",
        table,
        id: columns.code.clone(),
    };
    reader.table(&read, &mut |cells, _| {
        let code = cells.id.clone();
        let name = non_empty(cells.text_or_empty(columns.name.as_ref())).unwrap_or_else(|| code.clone());
        let position = u16::try_from(facts.chairs.len()).unwrap_or(u16::MAX);
        facts.chairs.push(ChairFact {
            code,
            name,
            position,
            opening: Vec::new(),
        });
        Ok(())
    })?;
    reader.known.chairs = facts.chairs.iter().map(|chair| chair.code.clone()).collect();
    Ok(())
}

fn read_clinicians(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let table = &reader.mapping.clinicians;
    let columns = &table.columns;
    let read = TableRead {
        name: "clinicians",
        table,
        id: columns.code.clone(),
    };
    reader.table(&read, &mut |cells, _| {
        let profession = cells.word(columns.profession.as_ref(), |words| &words.profession, Need::Row)?;
        let names = (columns.surname.as_ref(), columns.name.as_ref());
        let (surname, name) = names_of(cells, columns.full_name.as_ref(), names, "")?;
        facts.clinicians.push(ClinicianFact {
            code: cells.id.clone(),
            surname,
            name,
            profession: profession.unwrap_or(Profession::Dentist),
            colour: non_empty(cells.text_or_empty(columns.colour.as_ref())),
        });
        Ok(())
    })?;
    reader.known.clinicians = facts
        .clinicians
        .iter()
        .map(|clinician| clinician.code.clone())
        .collect();
    Ok(())
}

/// Surname and name, from two columns or from one.
pub(super) fn names_of(
    cells: &mut Cells<'_, '_>,
    full_name: Option<&FullName>,
    (surname, name): (Option<&Source>, Option<&Source>),
    tax_code: &str,
) -> Result<(String, String), Skip> {
    let Some(rule) = full_name else {
        let surname = match surname {
            Some(source) => cells.needed(source)?,
            None => String::new(),
        };
        return Ok((surname, cells.text_or_empty(name)));
    };
    let text = cells.needed(&rule.column)?;
    let person = person_name::split(&text, rule.order, &rule.split, tax_code);
    if person.cut == person_name::Cut::Guessed {
        let detail = format!("surname: {}", person.surname);
        cells.note(
            Kind::NameSplit,
            &rule.column,
            crate::import::report::Action::KeptFlagged,
            &detail,
        );
    }
    Ok((person.surname, person.name))
}

fn read_hours(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let weekly: Vec<Opening> = reader
        .mapping
        .weekly_hours
        .iter()
        .flat_map(weekly_openings)
        .collect();
    facts
        .chairs
        .iter_mut()
        .for_each(|chair| chair.opening.clone_from(&weekly));
    let Some(table) = &reader.mapping.hours else {
        return Ok(());
    };
    let columns = &table.columns;
    // The row has no identifier of its own: all its cells are.
    let id = Source {
        columns: columns_of(columns),
        join: " ".to_owned(),
        ..Source::column("")
    };
    let read = TableRead {
        name: "hours",
        table,
        id,
    };
    reader.table(&read, &mut |cells, known| {
        let chair = cells.reference(
            columns.chair.as_ref(),
            &known.chairs,
            Kind::UnknownChair,
            Need::Row,
        )?;
        let mut openings = Vec::new();
        for day in &columns.days {
            openings.extend(openings_in_text(cells, day)?);
        }
        for span in &columns.spans {
            openings.extend(opening_of(cells, columns, span)?);
        }
        let wanted = |code: &str| chair.as_deref().is_none_or(|chair| chair == code);
        for chair in facts.chairs.iter_mut().filter(|other| wanted(&other.code)) {
            chair.opening.extend(&openings);
        }
        Ok(())
    })?;
    for chair in &mut facts.chairs {
        chair
            .opening
            .sort_by_key(|opening| (opening.weekday, opening.from));
        chair
            .opening
            .dedup_by_key(|opening| (opening.weekday, opening.from));
    }
    Ok(())
}

fn columns_of(hours: &HoursColumns) -> Vec<String> {
    let single = hours.chair.iter().chain(&hours.weekday);
    let spans = hours.spans.iter().flat_map(|span| [&span.from, &span.to]);
    let days = hours.days.iter().map(|day| &day.column);
    single
        .chain(spans)
        .chain(days)
        .flat_map(|source| source.columns.clone())
        .collect()
}

fn weekly_openings(span: &WeeklySpan) -> Vec<Opening> {
    let time = |text: &str| text.parse::<Time>().ok();
    let (Some(from), Some(to)) = (time(&span.from), time(&span.to)) else {
        return Vec::new();
    };
    span.days
        .iter()
        .map(|weekday| Opening {
            weekday: *weekday,
            from,
            to,
        })
        .collect()
}

fn opening_of(
    cells: &mut Cells<'_, '_>,
    columns: &HoursColumns,
    span: &Span,
) -> Result<Option<Opening>, Skip> {
    let weekday: Option<WeekdayWord> =
        cells.word(columns.weekday.as_ref(), |words| &words.weekday, Need::Row)?;
    let from = cells.time(Some(&span.from), Need::Row)?;
    let to = cells.time(Some(&span.to), Need::Row)?;
    let (Some(weekday), Some(from), Some(to)) = (weekday, from, to) else {
        return Ok(None);
    };
    if from >= to {
        return Err(cells.skip(
            Kind::TimeUnreadable,
            &span.to,
            "the end is not after the beginning",
        ));
    }
    Ok(Some(Opening {
        weekday: weekday.0,
        from,
        to,
    }))
}

fn openings_in_text(cells: &mut Cells<'_, '_>, day: &DayColumn) -> Result<Vec<Opening>, Skip> {
    let text = cells.text(&day.column);
    let spans = text
        .split(day.list.as_str())
        .map(str::trim)
        .filter(|span| !span.is_empty());
    let times = |text: &str| {
        cells
            .format
            .times
            .iter()
            .find_map(|format| format.time(text.trim()))
    };
    let opening = |span: &str| {
        let (from, to) = span.split_once(day.pair.as_str())?;
        let (from, to) = (times(from)?, times(to)?);
        (from < to).then_some(Opening {
            weekday: day.weekday,
            from,
            to,
        })
    };
    let openings: Option<Vec<Opening>> = spans.map(opening).collect();
    openings.ok_or_else(|| cells.skip(Kind::TimeUnreadable, &day.column, ""))
}

fn read_closures(
    reader: &mut Reader<'_>,
    facts: &mut Facts,
    table: &Table<ClosureColumns>,
) -> Result<(), ImportError> {
    let columns = &table.columns;
    let parts = [Some(&columns.from), columns.to.as_ref(), columns.reason.as_ref()];
    let id = Source {
        columns: parts
            .into_iter()
            .flatten()
            .flat_map(|source| source.columns.clone())
            .collect(),
        ..Source::column("")
    };
    let read = TableRead {
        name: "closures",
        table,
        id,
    };
    reader.table(&read, &mut |cells, _| {
        let Some(from) = cells.date(Some(&columns.from), Century::Present, Need::Row)? else {
            return Err(cells.skip(Kind::MissingValue, &columns.from, ""));
        };
        let to = cells
            .date(columns.to.as_ref(), Century::Present, Need::Row)?
            .unwrap_or(from);
        if to < from {
            return Err(cells.skip(
                Kind::DateUnreadable,
                columns.to.as_ref().unwrap_or(&columns.from),
                "before the first",
            ));
        }
        facts.closures.push(ClosureFact {
            from,
            to,
            reason: cells.text_or_empty(columns.reason.as_ref()),
        });
        Ok(())
    })
}

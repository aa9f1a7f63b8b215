//! Plans, their steps, and single acts.

use std::collections::{BTreeMap, HashMap, HashSet};

use app_domain::care::{PlanAnswer, PlanState};
use app_domain::money::Cents;

use super::{Reader, TableRead};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{ActFact, Facts, PlanFact};
use crate::import::mapping::{ActColumns, ActState, PlanColumns, Source, Table, Unit, fold};
use crate::import::report::{Action, Kind};

/// The longest wait between two steps that is believed.
const LONGEST_GAP_DAYS: u16 = 3_650;

pub(super) fn read_plans(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let tables = &reader.mapping.plans;
    tables.iter().try_for_each(|table| plans_of(reader, facts, table))
}

fn plans_of(
    reader: &mut Reader<'_>,
    facts: &mut Facts,
    table: &Table<PlanColumns>,
) -> Result<(), ImportError> {
    let columns = &table.columns;
    let read = TableRead {
        name: "plans",
        table,
        id: columns.code.clone(),
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
        let state: Option<PlanState> =
            cells.word(columns.state.as_ref(), |words| &words.plan_state, Need::Row)?;
        facts.plans.push(PlanFact {
            code: cells.id.clone(),
            patient,
            clinician: cells.reference(
                columns.clinician.as_ref(),
                &known.clinicians,
                Kind::UnknownClinician,
                Need::Field,
            )?,
            title: cells.text_or_empty(columns.title.as_ref()),
            signed: cells.date(columns.signed.as_ref(), Century::Present, Need::Field)?,
            presented: cells.date(columns.presented.as_ref(), Century::Present, Need::Field)?,
            state: state.unwrap_or(PlanState::Active),
        });
        Ok(())
    })?;
    reader.known.plans = facts.plans.iter().map(|plan| plan.code.clone()).collect();
    Ok(())
}

pub(super) fn read_acts(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let tables = &reader.mapping.acts;
    tables.iter().try_for_each(|table| acts_of(reader, facts, table))
}

fn acts_of(reader: &mut Reader<'_>, facts: &mut Facts, table: &Table<ActColumns>) -> Result<(), ImportError> {
    let columns = &table.columns;
    let codes: BTreeMap<String, &String> = reader
        .mapping
        .act_codes
        .iter()
        .map(|(theirs, ours)| (fold(theirs), ours))
        .collect();
    let patient_of: HashMap<String, String> = facts
        .plans
        .iter()
        .map(|plan| (plan.code.clone(), plan.patient.clone()))
        .collect();
    let ours: HashSet<&str> = codes.values().map(|code| code.as_str()).collect();
    let mut unmapped = HashSet::new();
    let read = TableRead {
        name: "acts",
        table,
        id: columns.id.clone(),
    };
    reader.table(&read, &mut |cells, known| {
        let plan = cells.reference(
            columns.plan.as_ref(),
            &known.plans,
            Kind::UnknownPlan,
            Need::Field,
        )?;
        let patient = cells.reference(
            columns.patient.as_ref(),
            &known.patients,
            Kind::UnknownPatient,
            Need::Row,
        )?;
        let patient = patient.or_else(|| patient_of.get(plan.as_ref()?).cloned());
        let Some(patient) = patient else {
            return Err(cells.skip(
                Kind::MissingValue,
                columns.patient.as_ref().unwrap_or(&columns.id),
                "the patient",
            ));
        };
        let theirs = cells.needed(&columns.code)?;
        let act_code = codes
            .get(&fold(&theirs))
            .map_or_else(|| theirs.clone(), |code| (*code).clone());
        let known_code = codes.is_empty() || ours.contains(act_code.as_str());
        if !known_code && unmapped.insert(theirs) {
            cells.note(
                Kind::UnknownWord,
                &columns.code,
                Action::KeptFlagged,
                "no act_codes entry; kept as written",
            );
        }
        let clinician = cells.reference(
            columns.clinician.as_ref(),
            &known.clinicians,
            Kind::UnknownClinician,
            Need::Field,
        )?;
        let act = act_of(cells, columns)?;
        facts.acts.push(ActFact {
            patient,
            plan,
            act_code,
            clinician,
            ..act
        });
        Ok(())
    })
}

/// The act but for whose, in which plan, what and by whom.
fn act_of(cells: &mut Cells<'_, '_>, columns: &ActColumns) -> Result<ActFact, Skip> {
    let state: Option<ActState> =
        cells.word(columns.status.as_ref(), |words| &words.act_status, Need::Row)?;
    let day = cells.date(columns.done.as_ref(), Century::Present, Need::Row)?;
    if let (Some(ActState::Done), None, Some(source)) = (state, day, &columns.status) {
        cells.note(Kind::Unfinished, source, Action::NeedsPerson, "");
    }
    let is_done = state.is_none_or(|state| state == ActState::Done);
    let answer: Option<PlanAnswer> =
        cells.word(columns.answer.as_ref(), |words| &words.answer, Need::Field)?;
    let declined = state == Some(ActState::Declined);
    let price = cells
        .amount(columns.price.as_ref(), Need::Row)?
        .unwrap_or_default();
    let tooth = cells.text_or_empty(columns.tooth.as_ref());
    Ok(ActFact {
        code: cells.id.clone(),
        patient: String::new(),
        plan: None,
        position: cells.number(columns.position.as_ref(), Need::Field)?,
        act_code: String::new(),
        description: cells.text_or_empty(columns.description.as_ref()),
        tooth: cells
            .words
            .tooth
            .named(&tooth)
            .map_or(tooth.clone(), str::to_owned),
        clinician: None,
        done: day.filter(|_| is_done),
        price: not_negative(cells, columns.price.as_ref(), price)?,
        discount: discount_of(cells, columns, price)?,
        answer: if declined {
            Some(PlanAnswer::Declined)
        } else {
            answer
        },
        gap_days: gap(cells, columns)?,
    })
}

/// The days to wait before a step. Nobody plans ten years ahead: more is a slip, and none is known.
fn gap(cells: &mut Cells<'_, '_>, columns: &ActColumns) -> Result<Option<u16>, Skip> {
    let source = columns.gap_days.as_ref();
    let days: Option<u16> = cells.number(source, Need::Field)?;
    match (days, source) {
        (Some(days), Some(source)) if days > LONGEST_GAP_DAYS => {
            cells.note(
                Kind::NumberUnreadable,
                source,
                Action::NeedsPerson,
                "the field is left empty",
            );
            Ok(None)
        }
        _ => Ok(days),
    }
}

/// The discount as an amount; a percentage is rounded to the nearest cent.
fn discount_of(cells: &mut Cells<'_, '_>, columns: &ActColumns, price: Cents) -> Result<Cents, Skip> {
    let source = columns.discount.as_ref();
    let written = cells.amount(source, Need::Row)?.unwrap_or_default();
    let amount = match source.map(|source| source.unit) {
        // Read as an amount, a percentage comes in hundredths.
        Some(Unit::Percent) => Cents((price.0 * written.0 + 5_000) / 10_000),
        _ => written,
    };
    not_negative(cells, source, amount)
}

fn not_negative(cells: &mut Cells<'_, '_>, source: Option<&Source>, amount: Cents) -> Result<Cents, Skip> {
    match source {
        Some(source) if amount < Cents(0) => Err(cells.skip(Kind::AmountUnreadable, source, "below zero")),
        _ => Ok(amount),
    }
}

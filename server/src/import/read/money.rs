//! Payments, refunds and instalments.

use std::collections::HashMap;

use app_domain::money::Cents;

use super::{Reader, TableRead};
use crate::import::ImportError;
use crate::import::cells::{Cells, Need, Skip};
use crate::import::date_format::Century;
use crate::import::facts::{Facts, InstalmentFact, PaymentFact};
use crate::import::mapping::{InstalmentColumns, PaymentColumns, PaymentKind, Source, Table};
use crate::import::report::Kind;

pub(super) fn read(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    read_payments(reader, facts)?;
    read_instalments(reader, facts)
}

fn read_payments(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let tables = &reader.mapping.payments;
    tables
        .iter()
        .try_for_each(|table| payments_of(reader, facts, table))
}

fn payments_of(
    reader: &mut Reader<'_>,
    facts: &mut Facts,
    table: &Table<PaymentColumns>,
) -> Result<(), ImportError> {
    let columns = &table.columns;
    let read = TableRead {
        name: "payments",
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
        let Some(day) = cells.date(Some(&columns.date), Century::Present, Need::Row)? else {
            return Err(cells.skip(Kind::MissingValue, &columns.date, ""));
        };
        facts.payments.push(PaymentFact {
            code: cells.id.clone(),
            patient,
            plan: cells.reference(
                columns.plan.as_ref(),
                &known.plans,
                Kind::UnknownPlan,
                Need::Field,
            )?,
            day,
            amount: amount_of(cells, columns)?,
            method: cells.text_or_empty(columns.method.as_ref()),
        });
        Ok(())
    })
}

/// Payments are positive, refunds negative: by the word, by a minus, or by the column.
fn amount_of(cells: &mut Cells<'_, '_>, columns: &PaymentColumns) -> Result<Cents, Skip> {
    let kind: Option<PaymentKind> =
        cells.word(columns.kind.as_ref(), |words| &words.payment_kind, Need::Row)?;
    let amount = cells
        .amount(columns.amount.as_ref(), Need::Row)?
        .unwrap_or_default();
    let refunded = cells
        .amount(columns.refunded.as_ref(), Need::Row)?
        .unwrap_or_default();
    let signed = match kind {
        Some(PaymentKind::Refund) => Cents(-amount.0.abs()),
        _ => amount,
    };
    let total = signed - Cents(refunded.0.abs());
    if total == Cents(0) {
        let source = columns
            .amount
            .as_ref()
            .or(columns.refunded.as_ref())
            .unwrap_or(&columns.id);
        return Err(cells.skip(Kind::AmountUnreadable, source, "nothing was paid"));
    }
    Ok(total)
}

fn read_instalments(reader: &mut Reader<'_>, facts: &mut Facts) -> Result<(), ImportError> {
    let tables = &reader.mapping.instalments;
    tables
        .iter()
        .try_for_each(|table| instalments_of(reader, facts, table))
}

fn instalments_of(
    reader: &mut Reader<'_>,
    facts: &mut Facts,
    table: &Table<InstalmentColumns>,
) -> Result<(), ImportError> {
    let columns = &table.columns;
    let second = columns.number.as_ref().unwrap_or(&columns.due);
    let id = Source {
        columns: columns
            .plan
            .columns
            .iter()
            .chain(&second.columns)
            .cloned()
            .collect(),
        join: "/".to_owned(),
        ..Source::column("")
    };
    let read = TableRead {
        name: "instalments",
        table,
        id,
    };
    let mut counted: HashMap<String, u16> = HashMap::new();
    reader.table(&read, &mut |cells, known| {
        let plan = cells.reference(Some(&columns.plan), &known.plans, Kind::UnknownPlan, Need::Row)?;
        let due = cells.date(Some(&columns.due), Century::Present, Need::Row)?;
        let amount = cells.amount(Some(&columns.amount), Need::Row)?;
        let (Some(plan), Some(due), Some(amount)) = (plan, due, amount) else {
            return Err(cells.skip(
                Kind::MissingValue,
                &columns.amount,
                "plan, day and amount are needed",
            ));
        };
        if amount < Cents(0) {
            return Err(cells.skip(Kind::AmountUnreadable, &columns.amount, "below zero"));
        }
        let next = counted.entry(plan.clone()).or_default();
        *next += 1;
        let number = cells.number(columns.number.as_ref(), Need::Row)?.unwrap_or(*next);
        if number == 0 {
            return Err(cells.skip(Kind::NumberUnreadable, second, "instalments count from 1"));
        }
        facts.instalments.push(InstalmentFact {
            plan,
            number,
            due,
            amount,
        });
        Ok(())
    })
}

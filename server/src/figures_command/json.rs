//! The figures for programs: integers as they were counted.

use app_domain::indicators::{Certainty, Component, Indicator, LeftOut, PeriodFigures, Share, Value};
use app_domain::indicators::{Exposure, Formula};
use app_domain::money::Cents;
use app_domain::time::Now;
use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::PracticeFigures;

#[derive(Serialize)]
pub(super) struct Document<'a> {
    at: DateTime,
    exposure: ExposureRow,
    last_month: Option<PeriodRows<'a>>,
    twelve_months: PeriodRows<'a>,
    /// Oldest first; the last one is `last_month`.
    months: Vec<PeriodRows<'a>>,
}

#[derive(Serialize)]
struct ExposureRow {
    formula: &'static str,
    total_cents: Cents,
    payers: u64,
    aging_cents: AgingRow,
}

#[derive(Serialize)]
struct AgingRow {
    #[serde(rename = "0-30")]
    to_30: Cents,
    #[serde(rename = "31-60")]
    to_60: Cents,
    #[serde(rename = "61-90")]
    to_90: Cents,
    #[serde(rename = "91+")]
    older: Cents,
    sum: Cents,
    not_yet_due: Cents,
    credit: Cents,
}

#[derive(Serialize)]
struct PeriodRows<'a> {
    from: Date,
    to: Date,
    indicators: Vec<IndicatorRow<'a>>,
}

#[derive(Serialize)]
struct IndicatorRow<'a> {
    name: &'static str,
    formula: &'static str,
    unit: &'static str,
    #[serde(flatten)]
    value: ValueRow,
    left_out: Vec<LeftOutRow>,
    /// Rows that count as "no" and may still become "yes"; absent where the figure is final.
    #[serde(skip_serializing_if = "Option::is_none")]
    provisional: Option<ProvisionalRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartRow<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueRow {
    Amount { cents: Cents, rows: u64 },
    Share { numerator: u64, denominator: u64 },
    Missing { not_available: &'static str },
}

#[derive(Serialize)]
struct LeftOutRow {
    why: &'static str,
    rows: u64,
}

#[derive(Serialize)]
struct ProvisionalRow {
    undecided: u64,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PartRow<'a> {
    Count {
        name: &'static str,
        rows: u64,
    },
    Chair {
        chair: &'a str,
        numerator: u64,
        denominator: u64,
    },
}

/// The document that `--format json` prints.
pub(super) fn of(practice: &PracticeFigures, now: Now) -> Document<'_> {
    let figures = &practice.figures;
    let rows = |period: &PeriodFigures| period_rows(practice, period);
    Document {
        at: now.civil,
        exposure: exposure_row(&figures.exposure),
        last_month: figures.months.last().map(rows),
        twelve_months: rows(&figures.year),
        months: figures.months.iter().map(rows).collect(),
    }
}

fn exposure_row(exposure: &Exposure) -> ExposureRow {
    let [to_30, to_60, to_90, older] = exposure.aging.buckets;
    ExposureRow {
        formula: Formula::Exposure.in_words(),
        total_cents: exposure.total,
        payers: exposure.payers,
        aging_cents: AgingRow {
            to_30,
            to_60,
            to_90,
            older,
            sum: exposure.aging.total(),
            not_yet_due: exposure.aging.not_yet_due,
            credit: exposure.aging.credit,
        },
    }
}

fn period_rows<'a>(practice: &'a PracticeFigures, figures: &PeriodFigures) -> PeriodRows<'a> {
    let indicators = figures.indicators();
    PeriodRows {
        from: figures.period.from,
        to: figures.period.to,
        indicators: indicators
            .iter()
            .map(|indicator| indicator_row(practice, indicator))
            .collect(),
    }
}

fn indicator_row<'a>(practice: &'a PracticeFigures, indicator: &Indicator) -> IndicatorRow<'a> {
    let left_out = |row: &LeftOut| LeftOutRow {
        why: row.because.name(),
        rows: row.rows,
    };
    IndicatorRow {
        name: indicator.formula.name(),
        formula: indicator.formula.in_words(),
        unit: indicator.formula.unit().name(),
        value: value_row(indicator.value),
        left_out: indicator.left_out.iter().map(left_out).collect(),
        provisional: match indicator.certainty {
            Certainty::Final => None,
            Certainty::Provisional { undecided } => Some(ProvisionalRow { undecided }),
        },
        parts: indicator
            .components
            .iter()
            .map(|part| part_row(practice, *part))
            .collect(),
    }
}

const fn value_row(value: Value) -> ValueRow {
    match value {
        Value::Amount { cents, rows } => ValueRow::Amount { cents, rows },
        Value::Share(Share {
            numerator,
            denominator,
        }) => ValueRow::Share {
            numerator,
            denominator,
        },
        Value::Missing(facts) => ValueRow::Missing {
            not_available: facts.in_words(),
        },
    }
}

fn part_row(practice: &PracticeFigures, part: Component) -> PartRow<'_> {
    let count = |name, rows| PartRow::Count { name, rows };
    match part {
        Component::NoShow(rows) => count("no_show", rows),
        Component::CancelledLate(rows) => count("cancelled_late", rows),
        Component::Done(rows) => count("done", rows),
        Component::Chair(chair, share) => PartRow::Chair {
            chair: practice.code_of(chair),
            numerator: share.numerator,
            denominator: share.denominator,
        },
    }
}

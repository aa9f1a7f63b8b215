//! The figures for people: the one place where something is divided.

use core::fmt::Write as _;

use app_domain::indicators::{
    Because, Certainty, Component, Exposure, Formula, Indicator, PeriodFigures, Share, Unit, Value,
};
use app_domain::money::Cents;
use app_domain::time::Now;

use super::PracticeFigures;

/// What stands where nothing can be divided.
const NONE: &str = "–";

/// The indicators that a row of the twelve months has room for.
const BY_MONTH: [(Formula, &str); 8] = [
    (Formula::Production, "production"),
    (Formula::Collected, "collected"),
    (Formula::AgendaSaturation, "saturation"),
    (Formula::MissedVisits, "missed"),
    (Formula::HygieneRebooking, "rebooked"),
    (Formula::RecallAdherence, "adherence"),
    (Formula::RiskCoverage, "risk"),
    (Formula::PromisesKept, "promises"),
];

/// What `--format table` prints.
pub(super) fn of(practice: &PracticeFigures, now: Now) -> String {
    let figures = &practice.figures;
    let mut text = format!("Figures at {} {}\n\n", now.today(), now.time().strftime("%H:%M"));
    exposure(&mut text, &figures.exposure);
    if let Some(month) = figures.months.last() {
        period(&mut text, practice, month, "Last full month");
    }
    period(&mut text, practice, &figures.year, "Twelve full months");
    months(&mut text, &figures.months);
    text
}

// Writing into a text never fails: `writeln!` into a `String` is taken as done.
macro_rules! line {
    ($text:expr, $($what:tt)*) => {
        let _ = writeln!($text, $($what)*);
    };
}

fn exposure(text: &mut String, exposure: &Exposure) {
    let aging = &exposure.aging;
    line!(text, "Exposure: {}", Formula::Exposure.in_words());
    line!(
        text,
        "  {:<26}{:>18}  of {} payers",
        "exposure",
        euros(exposure.total),
        exposure.payers
    );
    line!(text, "Aging: acts done and not paid, by payer");
    let buckets = ["0-30 days", "31-60 days", "61-90 days", "91 days and more"];
    let rows = buckets.into_iter().zip(aging.buckets).chain([
        ("sum", aging.total()),
        ("instalments not yet due", aging.not_yet_due),
        ("credit", aging.credit),
    ]);
    for (name, cents) in rows {
        line!(text, "  {name:<26}{:>18}", euros(cents));
    }
    text.push('\n');
}

fn period(text: &mut String, practice: &PracticeFigures, figures: &PeriodFigures, title: &str) {
    let period = figures.period;
    line!(text, "{title}: {} to {}", period.from, period.to);
    for indicator in figures.indicators() {
        line!(
            text,
            "  {:<26}{}",
            shown(indicator.formula.name()),
            value(&indicator)
        );
        line!(text, "      {}", indicator.formula.in_words());
        for note in notes(practice, &indicator) {
            line!(text, "      {note}");
        }
    }
    text.push('\n');
}

fn value(indicator: &Indicator) -> String {
    match indicator.value {
        Value::Amount { cents, rows } => format!("{:>18}  of {rows} rows", euros(cents)),
        Value::Share(share) => {
            let provisional = match indicator.certainty {
                Certainty::Final => "",
                Certainty::Provisional { .. } => "  PROVISIONAL",
            };
            let unit = indicator.formula.unit();
            format!("{:>18}  {}{provisional}", percent(share), counted(share, unit))
        }
        Value::Missing(facts) => format!("{:>18}  {}", "not available", facts.in_words()),
    }
}

fn notes(practice: &PracticeFigures, indicator: &Indicator) -> Vec<String> {
    let unit = indicator.formula.unit();
    let parts = indicator.components.iter().map(|part| match *part {
        Component::NoShow(rows) => format!("not come: {rows}"),
        Component::CancelledLate(rows) => format!("cancelled late: {rows}"),
        Component::Done(rows) => format!("done: {rows}"),
        Component::Chair(chair, share) => format!(
            "chair {}: {}  {}",
            practice.code_of(chair),
            percent(share),
            counted(share, unit)
        ),
    });
    let undecided = match indicator.certainty {
        Certainty::Final => None,
        Certainty::Provisional { undecided } => Some(format!(
            "provisional: {undecided} {} counted as not kept are younger than 60 days",
            unit.name()
        )),
    };
    let left_out = indicator.left_out.iter();
    let left_out = left_out.map(|row| format!("left out: {} ({})", row.rows, why(row.because)));
    parts.chain(undecided).chain(left_out).collect()
}

fn why(because: Because) -> String {
    match because {
        Because::UnknownCancellationTime => "cancelled by the patient, not known when".to_owned(),
        Because::EndNotMarked => "how the visit ended is not marked".to_owned(),
        Because::EarlierHygiene => "a hygiene came more than 60 days before".to_owned(),
        Because::BeforeConsents => "presented before consents were recorded".to_owned(),
        Because::Excluded(cause) => format!("patient excluded today: {}", shown(cause.name())),
    }
}

fn months(text: &mut String, months: &[PeriodFigures]) {
    line!(text, "Month by month");
    let cells = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>12}")).collect();
        cells.join("")
    };
    let titles = BY_MONTH.iter().map(|(_, title)| (*title).to_owned());
    line!(text, "  {:<8}{}", "", cells(titles.collect()));
    for month in months {
        let shown = BY_MONTH
            .iter()
            .filter_map(|(formula, _)| month.indicator(*formula));
        line!(
            text,
            "  {:<8}{}",
            month.period.from.strftime("%Y-%m").to_string(),
            cells(shown.map(|indicator| cell(&indicator)).collect())
        );
    }
    line!(text, "  ~ provisional   {NONE} nothing to divide by");
}

fn cell(indicator: &Indicator) -> String {
    let mark = match indicator.certainty {
        Certainty::Final => "",
        Certainty::Provisional { .. } => "~",
    };
    match indicator.value {
        Value::Amount { cents, .. } => euros(cents),
        Value::Share(share) => format!("{mark}{}", percent(share)),
        Value::Missing(_) => "not avail.".to_owned(),
    }
}

fn shown(name: &str) -> String {
    name.replace('_', " ")
}

fn counted(share: Share, unit: Unit) -> String {
    format!("{} of {} {}", share.numerator, share.denominator, unit.name())
}

/// A share in percent with one decimal, the half rounded up.
fn percent(share: Share) -> String {
    let doubled = share.denominator.saturating_mul(2);
    let tenths = share
        .numerator
        .saturating_mul(2_000)
        .saturating_add(share.denominator)
        .checked_div(doubled);
    tenths.map_or_else(
        || NONE.to_owned(),
        |tenths| format!("{}.{} %", tenths / 10, tenths % 10),
    )
}

/// An amount in euro with its thousands apart.
fn euros(cents: Cents) -> String {
    let sign = if cents.0 < 0 { "-" } else { "" };
    let digits = (cents.0.unsigned_abs() / 100).to_string();
    let mut whole = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    format!("{sign}€{whole}.{:02}", cents.0.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent_of(numerator: u64, denominator: u64) -> String {
        percent(Share {
            numerator,
            denominator,
        })
    }

    #[test]
    fn percentages_have_one_decimal_and_nothing_is_divided_by_nothing() {
        assert_eq!(percent_of(34_180, 51_600), "66.2 %");
        assert_eq!(percent_of(1, 2_000), "0.1 %");
        assert_eq!(percent_of(1, 2_001), "0.0 %");
        assert_eq!(percent_of(7, 7), "100.0 %");
        assert_eq!(percent_of(0, 3), "0.0 %");
        assert_eq!(percent_of(0, 0), NONE);
    }

    #[test]
    fn amounts_have_two_decimals_and_their_thousands_apart() {
        assert_eq!(euros(Cents(9_260_559)), "€92,605.59");
        assert_eq!(euros(Cents(-100_005)), "-€1,000.05");
        assert_eq!(euros(Cents(99_900)), "€999.00");
        assert_eq!(euros(Cents(0)), "€0.00");
        assert_eq!(euros(Cents(12_345_678_900)), "€123,456,789.00");
    }
}

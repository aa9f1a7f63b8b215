//! A cycle of care in the books: its rows, and a sentence for each sum.

use app_domain::calls::why;
use app_domain::language::Language;
use app_domain::money::Cents;
use app_domain::money::ledger::CycleState;
use app_domain::money::statement::{ActRow, CycleStatement, InstalmentRow, PaymentRow};
use jiff::civil::Date;
use leptos::prelude::*;

use super::statement_table::{Line, table};
use super::text::text;

/// "1 ott 2026": a day in a narrow column.
fn short(day: Date, language: Language) -> String {
    format!(
        "{} {}",
        day.day(),
        crate::text::text(language).month_short_of(day)
    )
}

/// The cycle, unfolded where something of it is open.
pub(super) fn cycle(cycle: &CycleStatement, language: Language) -> impl IntoView + use<> {
    let words = &text(language).statement;
    let name = match (cycle.plan, cycle.presented) {
        (None, _) => words.no_plan.to_owned(),
        (Some(_), Some(day)) => (words.plan)(&crate::text::text(language).date(day)),
        (Some(_), None) => words.some_plan.to_owned(),
    };
    let say = |line: String| view! { <li>{line}</li> };
    view! {
        <details class="statement__cycle" open=cycle.is_open()>
            <summary>{format!("{name} · {}", (words.state)(cycle.state))}</summary>
            {(!cycle.done.is_empty()).then(|| done(cycle, language))}
            {(!cycle.payments.is_empty()).then(|| payments(cycle, language))}
            {(!cycle.instalments.is_empty()).then(|| instalments(cycle, language))}
            <ul class="statement__sums">{sums(cycle, language).into_iter().map(say).collect_view()}</ul>
        </details>
    }
}

fn done(cycle: &CycleStatement, language: Language) -> impl IntoView + use<> {
    let words = &text(language).statement;
    let amount = |cents| why::amount(cents, language);
    let line = |act: &ActRow| {
        let figures = [act.price, act.discount, act.price - act.discount].map(amount);
        Line::new(short(act.day, language), figures)
    };
    let prices = cycle.done.iter().map(|act| act.price).sum();
    let discounts = cycle.done.iter().map(|act| act.discount).sum();
    let sum = Line::new(words.sum, [prices, discounts, cycle.cost].map(amount));
    let heads = [words.day, words.price, words.discount, words.cost];
    table(
        words.done,
        heads,
        cycle.done.iter().map(line).collect(),
        Some(sum),
    )
}

fn payments(cycle: &CycleStatement, language: Language) -> impl IntoView + use<> {
    let words = &text(language).statement;
    let amount = |cents| why::amount(cents, language);
    let line = |payment: &PaymentRow| {
        let source = (words.sources)(payment.source).to_owned();
        Line::new(short(payment.day, language), [source, amount(payment.amount)])
    };
    let sum = Line::new(words.sum, [String::new(), amount(cycle.paid)]);
    table(
        words.payments,
        [words.day, words.source, words.amount],
        cycle.payments.iter().map(line).collect(),
        Some(sum),
    )
}

fn instalments(cycle: &CycleStatement, language: Language) -> impl IntoView + use<> {
    let words = &text(language).statement;
    let amount = |cents| why::amount(cents, language);
    let days = crate::text::text(language).days;
    let line = |part: &InstalmentRow| {
        let late = part
            .days_late
            .map_or_else(|| words.not_late.to_owned(), |late| days(i64::from(late)));
        let part_head = (words.part)(part.number, &short(part.due, language));
        let head = part.put_off_from.map_or(part_head.clone(), |from| {
            (words.put_off)(&part_head, &short(from, language))
        });
        Line::new(head, [amount(part.amount), amount(part.paid), late])
    };
    let all = cycle.instalments.iter().map(|part| part.amount).sum();
    let paid = cycle.instalments.iter().map(|part| part.paid).sum();
    let sum = Line::new(words.sum, [amount(all), amount(paid), String::new()]);
    table(
        words.instalments,
        [words.due, words.amount, words.paid, words.late],
        cycle.instalments.iter().map(line).collect(),
        Some(sum),
    )
}

/// A sentence for each sum of the cycle.
fn sums(cycle: &CycleStatement, language: Language) -> Vec<String> {
    let words = &text(language).statement;
    let amount = |cents| why::amount(cents, language);
    let mut lines = vec![(words.owed)(
        &amount(cycle.cost),
        &amount(cycle.paid),
        &amount(cycle.owed),
    )];
    let stopped = cycle.state == CycleState::Stopped;
    if !cycle.instalments.is_empty() {
        lines.push(if stopped {
            words.no_agreement.to_owned()
        } else if cycle.paid > cycle.agreed {
            (words.nothing_remains)(&amount(cycle.agreed), &amount(cycle.paid))
        } else {
            (words.remaining)(
                &amount(cycle.agreed),
                &amount(cycle.paid),
                &amount(cycle.remaining),
            )
        });
    }
    if cycle.state == CycleState::Active {
        lines.push(words.goes_on.to_owned());
    } else if cycle.uncovered > Cents(0) {
        lines.push((words.uncovered)(
            &amount(cycle.owed),
            &amount(cycle.remaining),
            &amount(cycle.uncovered),
        ));
    }
    if let Some((late, day)) = cycle.overdue.and_then(|due| Some((due.amount?, due.day))) {
        let day = crate::text::text(language).date(day);
        lines.push((words.overdue)(&amount(late), &day));
    }
    lines
}

//! The rows behind a patient's figures of money, cycle by cycle, and what their payer owes.

use app_domain::calls::why;
use app_domain::language::Language;
use app_domain::money::Cents;
use app_domain::money::ledger::NOTHING;
use app_domain::money::statement::Statement;
use app_domain::patient::Patient;
use app_sync::statement::StatementAnswer;
use leptos::prelude::*;

use super::statement_cycle::cycle;
use super::statement_table::{Line, table};
use super::text::text;
use crate::patient::{name_for, shown_name};
use crate::port::Names;
use crate::workspace::expect_workspace;

/// What the server has answered.
#[component]
pub(super) fn StatementRows(
    /// The answer.
    answer: StatementAnswer,
) -> impl IntoView {
    let workspace = expect_workspace();
    let StatementAnswer { statement, people } = answer;
    move || {
        let language = workspace.language().get();
        let names = name_for(workspace.names_hidden().get());
        let say = |line: String| view! { <li>{line}</li> };
        let cycles = statement.cycles.iter().map(|one| cycle(one, language));
        view! {
            <ul class="statement__sums statement__sums--first">
                {figures(&statement, language).into_iter().map(say).collect_view()}
            </ul>
            {cycles.collect_view()}
            {payer(&statement, &people, names, language)}
        }
    }
}

/// The figures as the list has them, a sentence for each.
fn figures(statement: &Statement, language: Language) -> Vec<String> {
    let (words, common) = (&text(language).statement, crate::text::text(language));
    let amount = |cents| why::amount(cents, language);
    let uncovered = statement.uncovered;
    let counted = uncovered.min(statement.payer.owed);
    let balance = match statement.balance.and_then(|due| Some((due.amount?, due.day))) {
        Some((balance, day)) if balance == uncovered => (words.balance)(&amount(balance), &common.date(day)),
        Some((balance, day)) => (words.capped)(&amount(balance), &amount(uncovered), &common.date(day)),
        None if counted > NOTHING => (words.no_act)(&amount(uncovered)),
        None if uncovered > NOTHING => (words.paid_elsewhere)(&amount(uncovered)),
        None => words.no_balance.to_owned(),
    };
    let overdue = statement.overdue.and_then(|due| Some((due.amount?, due.day)));
    let overdue = overdue.map(|(late, day)| (words.overdue)(&amount(late), &common.date(day)));
    let nothing = statement.cycles.is_empty().then(|| words.nothing.to_owned());
    let as_of = (words.as_of)(&common.date(statement.as_of));
    [Some(as_of), Some(balance), overdue, nothing]
        .into_iter()
        .flatten()
        .collect()
}

/// What the payer owes over everybody they pay for, and how old it is.
fn payer(
    statement: &Statement,
    people: &[Patient],
    names: Names,
    language: Language,
) -> impl IntoView + use<> {
    let words = &text(language).statement;
    let amount = |cents| why::amount(cents, language);
    let of_payer = &statement.payer;
    let name = |id| {
        let row = people.iter().find(|row| row.id == id);
        row.map(|row| shown_name(row, names)).unwrap_or_default()
    };
    let lines = of_payer
        .people
        .iter()
        .map(|person| Line::new(name(person.patient), [amount(person.owed)]))
        .collect();
    let all: Cents = of_payer.people.iter().map(|person| person.owed).sum();
    let owes = table(
        words.for_whom,
        [crate::text::text(language).patient, words.owes],
        lines,
        Some(Line::new(words.sum, [amount(all)])),
    );
    let aging = of_payer.aging;
    let [young, second, third, old] = aging.buckets;
    let ages = words
        .ages
        .into_iter()
        .zip([young, second, third, old, aging.not_yet_due, -aging.credit])
        .filter(|(_, cents)| *cents != Cents(0))
        .map(|(age, cents)| Line::new(age, [amount(cents)]))
        .collect::<Vec<_>>();
    let ages = (!ages.is_empty()).then(|| {
        let sum = Line::new(words.sum, [amount(all)]);
        table(words.aging, [words.aging, words.owes], ages, Some(sum))
    });
    let in_all = if of_payer.owed > Cents(0) {
        (words.in_all)(&amount(of_payer.owed))
    } else {
        words.in_all_nothing.to_owned()
    };
    view! {
        <section class="statement__payer" aria-labelledby="sheet-statement-payer">
            <h4 id="sheet-statement-payer" class="sheet__heading">{(words.payer)(&name(of_payer.payer))}</h4>
            {owes}
            <p class="statement__all">{in_all}</p>
            {ages}
        </section>
    }
}

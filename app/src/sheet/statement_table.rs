//! A table of days and amounts: the first column says of what, the others are figures; the last line is their sum.

use leptos::prelude::*;

/// One line, as it is written: what it is about, and its figures.
pub(super) struct Line {
    pub(super) head: String,
    pub(super) figures: Vec<String>,
}

impl Line {
    pub(super) fn new(head: impl Into<String>, figures: impl IntoIterator<Item = String>) -> Self {
        Self {
            head: head.into(),
            figures: figures.into_iter().collect(),
        }
    }
}

/// The table; `sum` is its last line.
pub(super) fn table<const N: usize>(
    caption: &'static str,
    heads: [&'static str; N],
    lines: Vec<Line>,
    sum: Option<Line>,
) -> impl IntoView + use<N> {
    let line = |Line { head, figures }| {
        view! {
            <tr>
                <th scope="row">{head}</th>
                {figures.into_iter().map(|figure| view! { <td class="num">{figure}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="statement__table">
            <caption>{caption}</caption>
            <thead>
                <tr>{heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
            </thead>
            <tbody>{lines.into_iter().map(line).collect_view()}</tbody>
            {sum.map(|sum| view! { <tfoot>{line(sum)}</tfoot> })}
        </table>
    }
}

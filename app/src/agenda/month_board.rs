//! The month: how full each day is.

use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;

use super::agenda_address::monday;
use super::month_day::MonthDay;
use super::text::text;
use crate::workspace::expect_workspace;

/// A calendar of the month.
#[component]
pub fn MonthBoard(
    /// A day of the month.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let first = Memo::new(move |_| day.get().first_of_month());
    let words = move || text(workspace.language().get());
    let region = move || (words().month.region)(&words().common.month_of(first.get()));
    let weeks = Memo::new(move |_| weeks_of(first.get()));
    let head = move |index: usize| {
        view! { <span class="month__weekday">{move || words().common.weekdays_short[index]}</span> }
    };
    view! {
        <main id="main" class="agenda" tabindex="-1">
            <section class="month" aria-label=region>
                <div class="month__weekdays" aria-hidden="true">
                    {(0..7).map(head).collect_view()}
                </div>
                <ol class="month__days">
                    <For
                        each=move || weeks.get()
                        key=|day| *day
                        children=move |date| {
                            view! { <MonthDay date month=first /> }
                        }
                    />
                </ol>
            </section>
        </main>
    }
}

/// The days of the weeks that a month touches.
fn weeks_of(first: Date) -> Vec<Date> {
    let from = monday(first);
    let last = first.last_of_month();
    from.series(1.day())
        .enumerate()
        .take_while(|(index, day)| *day <= last || index % 7 != 0)
        .map(|(_, day)| day)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_made_of_whole_weeks() {
        let november = weeks_of(date(2026, 11, 1));
        assert_eq!(november.len(), 42);
        assert_eq!(november.first(), Some(&date(2026, 10, 26)));
        let february = weeks_of(date(2027, 2, 1));
        assert_eq!(february.len(), 28);
        assert_eq!(february.last(), Some(&date(2027, 2, 28)));
    }
}

//! Who is away on a day: said above it, and drawn in the column of whoever is.

use app_domain::agenda::{Absence, Part};
use app_domain::id::ClinicianId;
use app_domain::rows::Rows;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use leptos::prelude::*;

use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{ColumnOf, DayPlan, Span, minute_of};
use super::text::{Text, text};
use crate::ui::{Glyph, Icon};
use crate::workspace::{Workspace, expect_workspace};

/// A time of a day in which a clinician is away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct AwayOn {
    /// Who.
    pub(super) clinician: ClinicianId,
    span: Span,
}

const WHOLE_DAY: Span = Span { from: 0, to: 24 * 60 };

impl AwayOn {
    /// The part of it that lies within the hours that are shown.
    pub(super) fn within(&self, hours: Span) -> Option<Span> {
        let (from, to) = (self.span.from.max(hours.from), self.span.to.min(hours.to));
        (from < to).then_some(Span { from, to })
    }

    /// "14:00–19:00"; nothing where it is the whole day.
    pub(super) fn hours(&self) -> Option<String> {
        (self.span != WHOLE_DAY).then(|| hours(self.span))
    }
}

/// Who is away on a day, by hour.
pub(super) fn away_on(workspace: Workspace, day: Memo<Date>) -> Memo<Vec<AwayOn>> {
    let absences = workspace.absences();
    Memo::new(move |_| {
        let day = day.get();
        let of_day = |absence: &Absence| {
            span_on(absence, day).map(|span| AwayOn {
                clinician: absence.clinician,
                span,
            })
        };
        absences.read().iter().filter_map(of_day).collect()
    })
}

/// The part of an absence that lies on a day.
fn span_on(absence: &Absence, day: Date) -> Option<Span> {
    let (midnight, after) = (
        day.to_datetime(Time::midnight()),
        day.saturating_add(1.day()).to_datetime(Time::midnight()),
    );
    if absence.to <= midnight || after <= absence.from {
        return None;
    }
    let from = if absence.from <= midnight {
        WHOLE_DAY.from
    } else {
        minute_of(absence.from.time())
    };
    let to = if after <= absence.to {
        WHOLE_DAY.to
    } else {
        minute_of(absence.to.time())
    };
    Some(Span { from, to })
}

/// When the clinician whose days are shown is away on one of them; nobody's absence shuts the day of all or of a chair.
pub(super) fn away_of(workspace: Workspace, date: Date, part: Memo<Part>) -> Memo<Vec<AwayOn>> {
    let away = away_on(workspace, Memo::new(move |_| date));
    Memo::new(move |_| {
        let part = part.get();
        let of_part = away.read();
        let of_part = of_part
            .iter()
            .filter(|away| part == Part::Clinician(away.clinician));
        of_part.copied().collect()
    })
}

/// Who is away, in a line above the day.
#[component]
pub(super) fn AwayNotice(
    /// The day that is shown.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let away = away_on(workspace, day);
    let said = move |away: AwayOn| {
        let who = workspace.read(|rows| rows.clinician(away.clinician).map(|who| who.surname.clone()));
        words(
            text(workspace.language().get()),
            &who.unwrap_or_default(),
            away.span,
        )
    };
    view! {
        <Show when=move || !away.read().is_empty()>
            <ul class="day-strip__away" aria-label=move || text(workspace.language().get()).day.away_title>
                {move || {
                    let item = |away| {
                        let words = said(away);
                        view! {
                            <li class="num">
                                <Icon glyph=Glyph::Absent />
                                {words}
                            </li>
                        }
                    };
                    away.get().into_iter().map(item).collect_view()
                }}
            </ul>
        </Show>
    }
}

/// "Marini assente", "Marini assente 14:00–19:00".
fn words(text: &Text, who: &str, span: Span) -> String {
    let mut words = format!("{who} {}", text.day.away);
    if span != WHOLE_DAY {
        words.push(' ');
        words.push_str(&hours(span));
    }
    words
}

fn hours(span: Span) -> String {
    let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    format!("{}–{}", clock(span.from), clock(span.to))
}

/// In the day by clinician, the time in which whoever the column is of is away.
#[component]
pub(super) fn AwaySpans(
    /// Who is away.
    away: Memo<Vec<AwayOn>>,
    /// Where everything stands.
    plan: Memo<DayPlan>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let shut = move || {
        let (plan, away) = (plan.read(), away.read());
        let drawn = |one: &AwayOn| {
            let of = ColumnOf::Clinician(one.clinician);
            let column = plan.columns.iter().position(|column| column.of == of)?;
            let span = one.within(plan.hours)?;
            Some((
                column,
                row_of(plan.hours, span.from),
                span.minutes() / ROW_MINUTES,
            ))
        };
        away.iter().filter_map(drawn).collect::<Vec<_>>()
    };
    let span = move |(column, from, length): (usize, u16, u16)| {
        view! {
            <div
                class="day__shut day__away"
                style:--column=column.to_string()
                style:--from=from.to_string()
                style:--length=length.to_string()
            >
                {text(workspace.language().get()).day.away}
            </div>
        }
    };
    move || shut().into_iter().map(span).collect_view()
}

#[cfg(test)]
mod tests {
    use app_domain::id::AbsenceId;
    use jiff::civil::{DateTime, date};
    use uuid::Uuid;

    use super::*;

    fn absence(from: DateTime, to: DateTime) -> Absence {
        Absence {
            id: AbsenceId(Uuid::nil()),
            clinician: ClinicianId(Uuid::nil()),
            from,
            to,
            reason: String::new(),
        }
    }

    #[test]
    fn an_absence_of_days_fills_each_of_them_and_not_the_one_after() {
        let away = absence(
            date(2026, 11, 25).at(14, 0, 0, 0),
            date(2026, 11, 28).at(0, 0, 0, 0),
        );
        let afternoon = Span {
            from: 14 * 60,
            to: 24 * 60,
        };
        assert_eq!(span_on(&away, date(2026, 11, 24)), None);
        assert_eq!(span_on(&away, date(2026, 11, 25)), Some(afternoon));
        assert_eq!(span_on(&away, date(2026, 11, 27)), Some(WHOLE_DAY));
        assert_eq!(span_on(&away, date(2026, 11, 28)), None);
    }

    #[test]
    fn hours_are_told_only_where_it_is_not_the_whole_day() {
        let part = Span {
            from: 14 * 60,
            to: 19 * 60 + 5,
        };
        assert_eq!(
            words(&super::super::text::IT, "Marini", part),
            "Marini assente 14:00–19:05"
        );
        assert_eq!(
            words(&super::super::text::IT, "Marini", WHOLE_DAY),
            "Marini assente"
        );
    }
}

//! How the agenda is looked at: the day by chair or by clinician, the week, the month.

use leptos::prelude::*;

use super::choices::Choices;
use super::text::text;
use crate::layout::on_key;
use crate::port::{DayView, Reach};
use crate::ui::{Segmented, Select};
use crate::workspace::expect_workspace;

/// A way to look at the agenda.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum View {
    /// A day, its columns chairs or clinicians.
    Day(DayView),
    /// A week.
    Week,
    /// A month.
    Month,
}

impl View {
    const ALL: [Self; 4] = [
        Self::Day(DayView::Chairs),
        Self::Day(DayView::Clinicians),
        Self::Week,
        Self::Month,
    ];

    const fn reach(self) -> Reach {
        match self {
            Self::Day(_) => Reach::Day,
            Self::Week => Reach::Week,
            Self::Month => Reach::Month,
        }
    }
}

/// The choice, side by side or as a list where there is no room. `G`, `S` and `M` do the same.
#[component]
pub fn AgendaViewChoice(
    /// How much is shown.
    reach: Memo<Reach>,
    /// Shows so much around the same day.
    #[prop(into)]
    go: Callback<Reach>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let choices = Choices::expect();
    let columns = choices.columns();
    let words = move || &text(workspace.language().get()).day;
    let name = move |view| match view {
        View::Day(DayView::Chairs) => words().by_chair,
        View::Day(DayView::Clinicians) => words().by_clinician,
        View::Week => words().week,
        View::Month => words().month,
    };
    let options = Signal::derive(move || View::ALL.map(|view| (view, name(view).to_owned())).to_vec());
    let chosen = Signal::derive(move || match reach.get() {
        Reach::Day => View::Day(columns.get()),
        Reach::Week => View::Week,
        Reach::Month => View::Month,
    });
    let choose = Callback::new(move |view: View| {
        if let View::Day(columns) = view {
            choices.set_columns(columns);
        }
        go.run(view.reach());
    });
    for (key, reach) in [("g", Reach::Day), ("s", Reach::Week), ("m", Reach::Month)] {
        on_key(key, move || go.run(reach));
    }
    let label = Signal::derive(move || words().view.to_owned());
    view! {
        <div class="agenda-view">
            <Segmented name="agenda-view" label options chosen on_choose=choose />
        </div>
        <label class="agenda-view-list">
            <span class="aloud">{label}</span>
            <Select id="agenda-view-list" options chosen on_choose=choose />
        </label>
    }
}

//! Where a card stands, as numbers that `style/agenda/card.css` computes with.

use leptos::prelude::*;

use super::column_heads::hue;
use super::day_grid::{ROW_MINUTES, row_of};
use super::day_plan::{DayPlan, Standing};

/// Where a card stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct CardPlace {
    /// Its column, from 0.
    pub(super) column: String,
    /// The hue of its chair.
    pub(super) hue: String,
    /// Its first row, from 0.
    pub(super) from: String,
    /// How many rows.
    pub(super) length: String,
    /// Its place among those that overlap, from 0.
    pub(super) lane: String,
    /// How many stand side by side.
    pub(super) lanes: String,
}

impl CardPlace {
    /// Where the card of a visit, or a ghost, stands.
    pub(super) fn of(plan: Memo<DayPlan>, id: Standing) -> Memo<Self> {
        Memo::new(move |_| {
            let plan = plan.read();
            let Some(planned) = plan.planned(id) else {
                return Self::default();
            };
            Self {
                column: planned.column.to_string(),
                hue: hue(planned.hue),
                from: row_of(plan.hours, planned.span.from).to_string(),
                length: (planned.span.minutes() / ROW_MINUTES).max(1).to_string(),
                lane: planned.lane.to_string(),
                lanes: planned.lanes.to_string(),
            }
        })
    }
}

//! What has come of today's calls: of the person who looks, and of the practice together. No names, no order of merit.

use leptos::prelude::*;

use super::day_sums::DaySums;
use super::text::text;
use crate::workspace::{Workspace, expect_workspace};

/// The sums of today.
#[derive(Clone, Copy)]
pub(super) struct Today {
    /// Of the person who looks.
    pub(super) mine: Memo<DaySums>,
    /// Of everybody.
    pub(super) all: Memo<DaySums>,
}

impl Today {
    /// Follows the calls of today.
    pub(super) fn new(workspace: Workspace) -> Self {
        let (calls, viewer) = (
            workspace.attempts_on(workspace.today().into()),
            workspace.viewer(),
        );
        let mine = move |_: Option<&DaySums>| {
            let me = viewer.get().map(|viewer| viewer.actor().member);
            me.map_or_else(DaySums::default, |me| DaySums::of(&calls.read(), Some(me)))
        };
        Self {
            mine: Memo::new(mine),
            all: Memo::new(move |_| DaySums::of(&calls.read(), None)),
        }
    }
}

/// The sums of today, side by side.
#[component]
pub(super) fn DayPanel(
    /// The sums.
    today: Today,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).list.day;
    let row = move |place: usize, count: fn(DaySums) -> usize| {
        view! {
            <tr>
                <th scope="row">{move || words().rows[place]}</th>
                <td class="num">{move || count(today.mine.get())}</td>
                <td class="num">{move || count(today.all.get())}</td>
            </tr>
        }
    };
    view! {
        <table class="call-day">
            <caption class="aloud">{move || words().title}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{move || words().mine}</th>
                    <th scope="col">{move || words().all}</th>
                </tr>
            </thead>
            <tbody>
                {row(0, |sums| sums.called)}
                {row(1, |sums| sums.reached)}
                {row(2, |sums| sums.booked)}
                {row(3, |sums| sums.promised)}
                {row(4, |sums| sums.asked)}
            </tbody>
        </table>
    }
}

//! How the person has set the agenda up in this browser: kept by person, so that those who share a tablet find their own.

use app_domain::agenda::Part;
use app_domain::id::ChairId;
use app_domain::practice::Chair;
use leptos::prelude::*;

use crate::port::{AgendaChoices, DayView, Reach};
use crate::workspace::{Workspace, expect_workspace};

/// How the person has set the agenda up.
#[derive(Clone, Copy)]
pub struct Choices {
    of: RwSignal<AgendaChoices>,
}

/// Towards which end of the columns a chair is moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Towards {
    /// One place to the left.
    First,
    /// One place to the right.
    Last,
}

impl Choices {
    /// Puts them into the context, for [`Choices::expect`], and keeps what changes.
    pub fn provide() {
        let workspace = expect_workspace();
        let of = RwSignal::new(workspace.agenda_choices());
        Effect::new(move |before: Option<AgendaChoices>| {
            let chosen = of.get();
            if before.is_some_and(|before| before != chosen) {
                workspace.remember_agenda(&chosen);
            }
            chosen
        });
        provide_context(Self { of });
    }

    /// Those of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// How much was looked at last.
    pub(super) fn reach(self) -> Memo<Reach> {
        Memo::new(move |_| self.of.read().reach)
    }

    /// What the columns of the day are.
    pub(super) fn columns(self) -> Memo<DayView> {
        Memo::new(move |_| self.of.read().columns)
    }

    /// What of the agenda the week and the month show: all of it where what was chosen is not there any more.
    pub(super) fn part(self, workspace: Workspace) -> Memo<Part> {
        let (chairs, clinicians) = (workspace.chairs(), workspace.clinicians());
        Memo::new(move |_| {
            let part = self.of.read().part;
            let is_there = match part {
                Part::Whole => true,
                Part::Chair(id) => chairs.read().iter().any(|chair| chair.id == id),
                Part::Clinician(id) => clinicians.read().iter().any(|clinician| clinician.id == id),
            };
            if is_there { part } else { Part::Whole }
        })
    }

    /// The chairs as the person has ordered them, hidden ones too.
    pub(super) fn ordered(self, workspace: Workspace) -> Memo<Vec<Chair>> {
        let chairs = workspace.chairs();
        Memo::new(move |_| in_order(chairs.get(), &self.of.read().order))
    }

    /// Chairs that are no columns of this person's day.
    pub(super) fn hidden(self) -> Memo<Vec<ChairId>> {
        Memo::new(move |_| self.of.read().hidden.clone())
    }

    /// This is looked at now.
    pub(super) fn set_reach(self, reach: Reach) {
        self.set(move |choices| choices.reach = reach);
    }

    /// The columns are to be these.
    pub fn set_columns(self, columns: DayView) {
        self.set(move |choices| choices.columns = columns);
    }

    /// The week and the month are to show this.
    pub(super) fn set_part(self, part: Part) {
        self.set(move |choices| choices.part = part);
    }

    /// Shows a chair that is hidden, hides one that is shown.
    pub(super) fn turn(self, chair: ChairId) {
        self.set(move |choices| {
            let before = choices.hidden.len();
            choices.hidden.retain(|hidden| *hidden != chair);
            if choices.hidden.len() == before {
                choices.hidden.push(chair);
            }
        });
    }

    /// Shows every chair, in the practice's order.
    pub(super) fn reset_columns(self) {
        self.set(|choices| {
            choices.hidden.clear();
            choices.order.clear();
        });
    }

    /// Moves a chair by one place among these.
    pub(super) fn shift(self, chair: ChairId, towards: Towards, among: &[Chair]) {
        let mut order: Vec<ChairId> = among.iter().map(|chair| chair.id).collect();
        let Some(from) = order.iter().position(|id| *id == chair) else {
            return;
        };
        let to = match towards {
            Towards::First => from.checked_sub(1),
            Towards::Last => Some(from + 1).filter(|to| *to < order.len()),
        };
        if let Some(to) = to {
            order.swap(from, to);
            self.set(move |choices| choices.order = order);
        }
    }

    fn set(self, change: impl FnOnce(&mut AgendaChoices)) {
        let mut choices = self.of.get_untracked();
        change(&mut choices);
        if choices != *self.of.read_untracked() {
            self.of.set(choices);
        }
    }
}

/// Chairs in a person's order; those that the person has not named follow in the practice's.
pub(super) fn in_order(mut chairs: Vec<Chair>, order: &[ChairId]) -> Vec<Chair> {
    let place = |chair: &Chair| order.iter().position(|id| *id == chair.id).unwrap_or(order.len());
    chairs.sort_by_key(|chair| (place(chair), chair.position, chair.id));
    chairs
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn chair(number: u16) -> Chair {
        Chair {
            id: ChairId(Uuid::from_u128(u128::from(number))),
            code: String::new(),
            name: format!("Poltrona {number}"),
            position: number,
            hidden: false,
            opening: Vec::new(),
        }
    }

    #[test]
    fn a_chair_that_the_person_never_ordered_comes_after_those_they_did() {
        let chairs = [1, 2, 3, 4].map(chair).to_vec();
        let ordered = in_order(chairs, &[chair(3).id, chair(9).id, chair(1).id]);
        let names: Vec<u16> = ordered.iter().map(|chair| chair.position).collect();
        assert_eq!(names, [3, 1, 2, 4]);
    }
}

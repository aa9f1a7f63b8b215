//! What is asked of a free place.

use app_domain::agenda::{DayPart, PlaceTimes};
use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::patient::PatientField;
use app_domain::policy::may_edit;
use leptos::prelude::*;

use super::plan_step::{GapField, StepDraft};
use super::text::text;
use crate::ui::{Button, ButtonLook, Chip};
use crate::workspace::{Workspace, expect_workspace};

/// At which chair a place is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum AtChair {
    /// Where the clinician works.
    Usual,
    /// At the one that is chosen.
    Chosen,
    /// At any.
    Any,
}

/// What is asked of a free place.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    /// With anybody of the profession.
    pub(super) with_anybody: RwSignal<bool>,
    /// At which chair.
    pub(super) at_chair: RwSignal<AtChair>,
    /// Days and parts of the day: what was chosen, else what the patient has said.
    pub(super) times: Memo<PlaceTimes>,
    chosen: RwSignal<Option<(Option<PatientId>, PlaceTimes)>>,
    patient: Signal<Option<PatientId>>,
}

impl Filters {
    /// Nothing is asked but what the patient has said. What was chosen for another patient does not hold.
    pub(super) fn of(workspace: Workspace, patient: Signal<Option<PatientId>>) -> Self {
        let chosen: RwSignal<Option<(Option<PatientId>, PlaceTimes)>> = RwSignal::new(None);
        let times = Memo::new(move |_| {
            let patient = patient.get();
            let chosen = chosen.get().filter(|(of, _)| *of == patient);
            chosen.map_or_else(|| said(workspace, patient), |(_, times)| times)
        });
        Self {
            with_anybody: RwSignal::new(false),
            at_chair: RwSignal::new(AtChair::Usual),
            times,
            chosen,
            patient,
        }
    }

    fn choose(self, change: impl FnOnce(&mut PlaceTimes)) {
        let mut times = self.times.get_untracked();
        change(&mut times);
        self.chosen.set(Some((self.patient.get_untracked(), times)));
    }
}

/// When the patient can come, as far as they have said.
pub(super) fn said(workspace: Workspace, patient: Option<PatientId>) -> PlaceTimes {
    let row = patient.map(|patient| workspace.patient(patient));
    let times = row.and_then(|row| row.read().as_ref().map(|row| row.times.clone()));
    times.unwrap_or_default()
}

/// Days, parts of the day, with whom, and where.
#[component]
pub fn FinderFilters(
    /// Who would come.
    patient: Signal<Option<PatientId>>,
    /// What is asked.
    filters: Filters,
    /// Of which plan the visit is a step.
    step: StepDraft,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let Filters {
        with_anybody,
        at_chair,
        times,
        ..
    } = filters;
    let day_chip = move |day: i8| {
        let pressed = Signal::derive(move || times.read().weekdays.contains(&day));
        let word = move || words().common.weekdays_short[usize::from(day.unsigned_abs()) - 1];
        let toggle = move |_| filters.choose(|times| flip(&mut times.weekdays, day));
        view! {
            <Chip pressed on:click=toggle>
                {word}
            </Chip>
        }
    };
    let part_chip = move |part: DayPart| {
        let pressed = Signal::derive(move || times.read().parts.contains(&part));
        let toggle = move |_| filters.choose(|times| flip(&mut times.parts, part));
        view! {
            <Chip pressed on:click=toggle>
                {move || (words().common.day_part)(part)}
            </Chip>
        }
    };
    let chair_chip = move |of: AtChair, label: fn(&super::text::BookingText) -> &'static str| {
        let pressed = Signal::derive(move || at_chair.get() == of);
        let toggle = move |_| at_chair.update(|at| *at = if *at == of { AtChair::Usual } else { of });
        view! {
            <Chip pressed on:click=toggle>
                {move || label(&words().booking)}
            </Chip>
        }
    };
    let flip_anybody = move |_| with_anybody.update(|anybody| *anybody = !*anybody);
    let said_words = move || {
        let said = said(workspace, patient.get());
        (!said.is_any()).then(|| (words().booking.suits)(&words().common.place_times(&said)))
    };
    view! {
        <div class="finder__filters">
            {move || said_words().map(|words| view! { <p class="field__hint">{words}</p> })}
            <div role="group" aria-label=move || words().booking.days>
                {(1..=6).map(day_chip).collect_view()}
            </div>
            <div role="group" aria-label=move || words().booking.parts>
                {DayPart::ALL.map(part_chip).collect_view()}
            </div>
            <div role="group" aria-label=move || words().booking.with>
                <Chip pressed=with_anybody on:click=flip_anybody>
                    {move || words().booking.with_anybody}
                </Chip>
                {chair_chip(AtChair::Chosen, |words| words.chosen_chair)}
                {chair_chip(AtChair::Any, |words| words.any_chair)}
            </div>
            <GapField patient step />
            <RememberTimes patient times />
        </div>
    }
}

/// Keeps the times with the patient, where they differ from what is kept.
#[component]
fn RememberTimes(patient: Signal<Option<PatientId>>, times: Memo<PlaceTimes>) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).booking;
    let may = workspace
        .actor()
        .is_some_and(|actor| may_edit(actor.role, &PatientField::Times(PlaceTimes::default())));
    let kept = Memo::new(move |_| said(workspace, patient.get()));
    let differs = move || may && patient.get().is_some() && kept.get() != times.get();
    let remember = move |_| {
        if let Some(patient) = patient.get_untracked() {
            workspace.act(Command::EditPatient {
                patient,
                was: PatientField::Times(kept.get_untracked()),
                becomes: PatientField::Times(times.get_untracked()),
            });
        }
    };
    view! {
        <Show when=differs>
            <Button look=ButtonLook::Quiet on:click=remember>
                {move || words().remember}
            </Button>
        </Show>
    }
}

/// In, or out; in order.
fn flip<T: Ord>(set: &mut Vec<T>, one: T) {
    match set.binary_search(&one) {
        Ok(index) => drop(set.remove(index)),
        Err(index) => set.insert(index, one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_flipped_goes_in_order_and_out_again() {
        let mut days = Vec::new();
        for day in [5, 1, 3] {
            flip(&mut days, day);
        }
        assert_eq!(days, [1, 3, 5]);
        flip(&mut days, 3);
        assert_eq!(days, [1, 5]);
    }
}

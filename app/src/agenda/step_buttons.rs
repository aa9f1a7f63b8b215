//! The next step of a visit, and what else may be written down of it.

use app_domain::agenda::{Appointment, Confirmation, Mark, Status};
use app_domain::id::AppointmentId;
use app_domain::time::Now;
use leptos::prelude::*;

use super::act::Act;
use super::changed_notice::Seen;
use super::text::text;
use crate::ui::{Button, ButtonLook, ButtonSize, Glyph, Icon, expect_toasts};
use crate::workspace::expect_workspace;

/// What may be done to an appointment now.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Step {
    /// Puts a mark: the next one as the big button.
    Mark(Mark),
    /// Takes the last mark back.
    Undo(Mark),
    /// The patient says yes, or does not say so any more.
    Confirm(Confirmation),
    /// The patient wants another time.
    AsksToMove,
    /// Another place.
    Move,
}

impl Step {
    /// What may be done, the next step first. The server refuses anything else.
    fn of(row: &Appointment, now: Now) -> Vec<Self> {
        let is_today_or_past = row.start().date() <= now.today();
        let next = row
            .status
            .next_mark()
            .filter(|_| is_today_or_past)
            .map(Self::Mark);
        let undo = row.status.mark().map(Self::Undo);
        let booked: &[Self] = match (&row.status, row.confirmation) {
            (Status::Booked, Confirmation::Confirmed) => &[
                Self::Confirm(Confirmation::NotAsked),
                Self::AsksToMove,
                Self::Move,
            ],
            (Status::Booked, Confirmation::AskedToMove) => {
                &[Self::Move, Self::Confirm(Confirmation::Confirmed)]
            }
            (Status::Booked, _) => &[
                Self::Confirm(Confirmation::Confirmed),
                Self::AsksToMove,
                Self::Move,
            ],
            _ => &[],
        };
        let missed =
            (row.status == Status::Booked && row.start() <= now.civil).then_some(Self::Mark(Mark::NoShow));
        next.into_iter()
            .chain(missed)
            .chain(booked.iter().copied())
            .chain(undo)
            .collect()
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Mark(Mark::Arrived) => Glyph::Arrive,
            Self::Mark(Mark::InChair) => Glyph::Chair,
            Self::Mark(Mark::Done) | Self::Confirm(Confirmation::Confirmed) => Glyph::Check,
            Self::Mark(Mark::Left) => Glyph::Leave,
            Self::Mark(Mark::NoShow) => Glyph::Absent,
            Self::Undo(_) | Self::Confirm(_) => Glyph::Undo,
            Self::AsksToMove => Glyph::Message,
            Self::Move => Glyph::Move,
        }
    }

    fn word(self, text: &super::text::Text) -> &'static str {
        match self {
            Self::Mark(mark) => (text.dialog.step)(mark),
            Self::Undo(mark) => (text.dialog.undo)(mark),
            Self::Confirm(Confirmation::Confirmed) => text.dialog.confirm,
            Self::Confirm(_) => text.dialog.unconfirm,
            Self::AsksToMove => text.dialog.asks_to_move,
            Self::Move => text.dialog.move_it,
        }
    }
}

/// The next step as a big button, the others below.
#[component]
pub fn StepButtons(
    /// Which appointment.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
    /// What the person has seen.
    seen: Seen,
    /// Opens the form that moves it.
    #[prop(into)]
    on_move: Callback<()>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act {
        workspace,
        toasts: expect_toasts(),
        id,
    };
    let steps = Memo::new(move |_| {
        let now = workspace.now().get();
        row.read()
            .as_ref()
            .map(|row| Step::of(row, now))
            .unwrap_or_default()
    });
    let next = Memo::new(move |_| match steps.read().first() {
        Some(Step::Mark(mark)) if *mark != Mark::NoShow => Some(Step::Mark(*mark)),
        _ => None,
    });
    let confirmation = move || {
        row.read_untracked()
            .as_ref()
            .map(|row| row.confirmation)
            .unwrap_or_default()
    };
    let take = move |step: Step| {
        match step {
            Step::Mark(mark) => act.mark(mark),
            Step::Undo(mark) => act.undo(mark),
            Step::Confirm(to) => act.confirm(confirmation(), to),
            Step::AsksToMove => act.confirm(confirmation(), Confirmation::AskedToMove),
            Step::Move => return on_move.run(()),
        };
        seen.renew();
    };
    let button = move |step: Step| {
        let is_next = move || next.get() == Some(step);
        let look = Signal::derive(move || {
            if is_next() {
                ButtonLook::Main
            } else {
                ButtonLook::Plain
            }
        });
        view! {
            <Button look size=ButtonSize::Big class:steps__next=is_next on:click=move |_| take(step)>
                <Icon glyph=step.glyph() />
                {move || step.word(text(workspace.language().get()))}
            </Button>
        }
    };
    view! {
        <div class="steps">
            <For each=move || steps.get() key=|step| *step children=button />
        </div>
    }
}

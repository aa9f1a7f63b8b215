//! The next step of a visit, and what else may be written down of it.

use app_domain::agenda::{Appointment, Confirmation, Mark};
use app_domain::id::AppointmentId;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::changed_notice::Seen;
use super::open_appointment::OpenAppointment;
use super::step::Step;
use super::text::text;
use crate::ui::{Button, ButtonLook, ButtonSize, Icon};
use crate::workspace::expect_workspace;

/// What a step asks for before it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Where to.
    Move,
    /// Who called it off, and why.
    Cancel,
    /// How it truly ended, and why.
    Correct,
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
    /// Opens a form instead of the steps.
    #[prop(into)]
    on_form: Callback<Form>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let act = Act::of(id);
    let steps = Memo::new(move |_| {
        let now = workspace.now().get();
        row.read()
            .as_ref()
            .map(|row| Step::of(row, now))
            .unwrap_or_default()
    });
    let next = Memo::new(move |_| match steps.read().first() {
        Some(step @ (Step::Mark(_) | Step::PlaceAgain)) if *step != Step::Mark(Mark::NoShow) => Some(*step),
        _ => None,
    });
    let confirmation = move || {
        row.read_untracked()
            .as_ref()
            .map(|row| row.confirmation)
            .unwrap_or_default()
    };
    let lab = move || {
        row.read_untracked()
            .as_ref()
            .map(|row| row.lab)
            .unwrap_or_default()
    };
    // What was done is told beside the page, with a way back: the window would lie above it.
    let open = OpenAppointment::expect();
    let done = move |acted: Acted| {
        if acted == Acted::Done {
            open.close();
        }
    };
    let take = move |step: Step| {
        match step {
            Step::Mark(mark) => done(act.mark(mark)),
            Step::Undo(mark) => {
                act.undo(mark);
            }
            Step::Confirm(to) => done(act.confirm(confirmation(), to)),
            Step::AsksToMove => done(act.confirm(confirmation(), Confirmation::AskedToMove)),
            Step::Earlier(earlier) => done(act.set_earlier(earlier)),
            Step::Lab(becomes) => done(act.set_lab(lab(), becomes)),
            Step::Move | Step::PlaceAgain => on_form.run(Form::Move),
            Step::Cancel => on_form.run(Form::Cancel),
            Step::Correct => on_form.run(Form::Correct),
        }
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

//! The small marks of an appointment: what to know of the patient before a word is said.

use app_domain::agenda::Appointment;
use app_domain::id::PatientId;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::layout::AfterPaint;
use crate::patient::Flag;
use crate::ui::{Mark, Tone};
use crate::workspace::{Workspace, expect_workspace};

/// A small mark.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) enum SmallMark {
    /// An episode of clinical risk is open.
    Risk,
    /// Something is due.
    Owed,
    /// Somebody promised to call back.
    Promise,
    /// Would come earlier.
    Earlier,
}

impl SmallMark {
    /// Every mark, as in the legend.
    pub(super) const ALL: [Self; 4] = [Self::Risk, Self::Owed, Self::Promise, Self::Earlier];

    /// The sign.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Risk => "!",
            Self::Owed => "€",
            Self::Promise => "↺",
            Self::Earlier => "↑",
        }
    }

    /// What the colour says.
    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Risk => Tone::Risk,
            Self::Owed => Tone::Owed,
            Self::Promise => Tone::Promise,
            Self::Earlier => Tone::Accent,
        }
    }

    /// The word.
    pub(super) const fn word(self, text: &Text) -> &'static str {
        match self {
            Self::Risk => text.risk,
            Self::Owed => text.owed,
            Self::Promise => text.promise,
            Self::Earlier => text.earlier,
        }
    }
}

/// The marks of an appointment; what the role may not see gives none.
pub(super) fn marks_of(
    workspace: Workspace,
    row: Memo<Option<Appointment>>,
    patient: PatientId,
) -> Memo<Vec<SmallMark>> {
    let person = workspace.patient(patient);
    let care = workspace.care(patient);
    let painted = AfterPaint::expect();
    let status = Memo::new(move |_| {
        painted
            .has_come()
            .then(|| workspace.call_status(patient).get())
            .flatten()
    });
    let today = workspace.today();
    Memo::new(move |_| {
        let (person, care, status) = (person.read(), care.read(), status.read());
        let flags = person.as_ref().map_or_else(Vec::new, |person| {
            Flag::of(person, care.as_ref(), status.as_ref(), today.get())
        });
        let of_patient = flags.into_iter().filter_map(|flag| match flag {
            Flag::Risk => Some(SmallMark::Risk),
            Flag::Owed => Some(SmallMark::Owed),
            Flag::Promise => Some(SmallMark::Promise),
            _ => None,
        });
        let earlier = row.read().as_ref().is_some_and(|row| row.as_soon_as_possible);
        of_patient.chain(earlier.then_some(SmallMark::Earlier)).collect()
    })
}

/// The marks as small squares.
#[component]
pub fn AppointmentMarks(
    /// Which.
    marks: Memo<Vec<SmallMark>>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let mark = move |mark: SmallMark| {
        let meaning = Signal::derive(move || mark.word(text(workspace.language().get())).to_owned());
        view! { <Mark sign=mark.sign() tone=mark.tone() meaning /> }
    };
    view! {
        <span class="appointment__marks">
            <For each=move || marks.get() key=|mark| *mark children=mark />
        </span>
    }
}

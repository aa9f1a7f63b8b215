//! The small marks of an appointment: what to know of the patient before a word is said.

use std::collections::BTreeMap;

use app_domain::agenda::{Appointment, LabWork, is_first_visit};
use app_domain::calls::CallStatus;
use app_domain::care::Care;
use app_domain::id::{AppointmentId, PatientId};
use app_domain::patient::Patient;
use app_domain::rows::Rows;
use app_domain::treatment_consent::misses_consent;
use jiff::civil::Date;
use leptos::prelude::*;

use super::text::{Text, text};
use crate::heed::heed;
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
    /// No consent to the plan is in force.
    Consent,
    /// Nobody has treated the patient yet.
    FirstVisit,
    /// The laboratory has not sent its work yet.
    Lab,
    /// Would come earlier.
    Earlier,
}

impl SmallMark {
    /// Every mark, as in the legend.
    pub(super) const ALL: [Self; 7] = [
        Self::Risk,
        Self::Owed,
        Self::Promise,
        Self::Consent,
        Self::FirstVisit,
        Self::Lab,
        Self::Earlier,
    ];

    /// The sign.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Risk => "!",
            Self::Owed => "€",
            Self::Promise => "↺",
            Self::Consent => "C",
            Self::FirstVisit => "1",
            Self::Lab => "L",
            Self::Earlier => "↑",
        }
    }

    /// What the colour says.
    pub(super) const fn tone(self) -> Tone {
        match self {
            Self::Risk => Tone::Risk,
            Self::Owed => Tone::Owed,
            Self::Promise => Tone::Promise,
            Self::Consent => Tone::Owed,
            Self::FirstVisit => Tone::Good,
            Self::Lab => Tone::Owed,
            Self::Earlier => Tone::Accent,
        }
    }

    /// The word.
    pub(super) const fn word(self, text: &Text) -> &'static str {
        match self {
            Self::Risk => text.risk,
            Self::Owed => text.owed,
            Self::Promise => text.promise,
            Self::Consent => text.consent.mark,
            Self::FirstVisit => text.first_visit,
            Self::Lab => text.lab,
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
    let visits = workspace.appointments_of(patient);
    Memo::new(move |_| {
        let (person, care, status) = (person.read(), care.read(), status.read());
        heed(visits);
        workspace.track_treatment_consents();
        let row = row.read();
        let Some(row) = row.as_ref() else {
            return Vec::new();
        };
        let today = today.get();
        workspace.read(|rows| marks(row, person.as_ref(), care.as_ref(), status.as_ref(), today, rows))
    })
}

/// The marks of each of some visits, once the visits themselves have been painted.
pub(super) fn marks_on(
    workspace: Workspace,
    visits: Memo<Vec<Appointment>>,
) -> Memo<BTreeMap<AppointmentId, Vec<SmallMark>>> {
    let painted = AfterPaint::of_what_follows();
    let today = workspace.today();
    Memo::new(move |_| {
        if !painted.has_come() {
            return BTreeMap::new();
        }
        let (visits, today) = (visits.read(), today.get());
        workspace.track_treatment_consents();
        workspace.call_board(|board| {
            workspace.read(|rows| {
                let of = |row: &Appointment| {
                    let (person, care) = (rows.patient(row.patient), rows.care(row.patient));
                    marks(row, person, care, board.status(row.patient), today, rows)
                };
                let all = visits.iter().map(|row| (row.id, of(row)));
                all.filter(|(_, marks)| !marks.is_empty()).collect()
            })
        })
    })
}

/// The marks of a visit, by what is known of it and of the patient.
fn marks(
    row: &Appointment,
    person: Option<&Patient>,
    care: Option<&Care>,
    status: Option<&CallStatus>,
    today: Date,
    rows: &impl Rows,
) -> Vec<SmallMark> {
    let flags = person.map_or_else(Vec::new, |person| {
        Flag::of(person, care, rows.risk_marks(row.patient), status, today)
    });
    let of_patient = flags.into_iter().filter_map(|flag| match flag {
        Flag::Risk => Some(SmallMark::Risk),
        Flag::Owed => Some(SmallMark::Owed),
        Flag::Promise => Some(SmallMark::Promise),
        _ => None,
    });
    let consent = misses_consent(row, rows, today).then_some(SmallMark::Consent);
    let first = is_first_visit(rows, row).then_some(SmallMark::FirstVisit);
    let lab = (row.lab == LabWork::Awaited).then_some(SmallMark::Lab);
    let earlier = row.as_soon_as_possible.then_some(SmallMark::Earlier);
    let of_patient = of_patient.chain(consent);
    of_patient.chain(first).chain(lab).chain(earlier).collect()
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

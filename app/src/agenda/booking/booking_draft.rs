//! What was typed to book a visit.

use std::collections::BTreeSet;

use app_domain::agenda::{AppointmentKind, FreePlaceQuery, Place, PlaceLimits, Spread};
use app_domain::id::{AppointmentId, ClinicianId, PatientId, PlanId};
use app_domain::practice::Profession;
use app_domain::rows::Rows;
use jiff::civil::{Date, Time};
use leptos::prelude::*;

use crate::agenda::finder_filters::said;
use crate::agenda::move_draft::MoveDraft;
use crate::agenda::plan_step::StepDraft;
use crate::workspace::Workspace;

/// Days in which the first proposal is looked for.
const DAYS: u16 = 60;

/// Who said where and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum SaidBy {
    /// It is the first free place from this day on: another patient or another kind of visit may have another one.
    Finder(Option<Date>),
    /// The person chose it: it stays.
    Person,
}

/// What was typed to book a visit, as it was typed.
#[derive(Clone, Copy)]
pub(in crate::agenda) struct BookingDraft {
    /// Identity that the visit will have.
    pub(super) id: RwSignal<Option<AppointmentId>>,
    /// Who comes.
    pub(super) patient: RwSignal<Option<PatientId>>,
    /// What for.
    pub(super) kind: RwSignal<AppointmentKind>,
    /// Where and when; none before the window was ever open.
    pub(super) place: RwSignal<Option<MoveDraft>>,
    /// Of which plan it is a step.
    pub(super) step: StepDraft,
    /// Who said where and when.
    said: RwSignal<SaidBy>,
    /// A note of the front desk.
    pub(super) note: RwSignal<String>,
    /// Every so many weeks; none: only once.
    pub(super) weeks: RwSignal<Option<u16>>,
    /// How many times in all.
    pub(super) times: RwSignal<u16>,
    /// Who of the family comes along.
    pub(super) companions: RwSignal<BTreeSet<PatientId>>,
    /// Of what would be booked beside the first: what the person does not want.
    pub(super) left_out: RwSignal<BTreeSet<usize>>,
}

impl BookingDraft {
    /// Nothing was typed.
    pub(super) fn empty() -> Self {
        Self {
            id: RwSignal::new(None),
            patient: RwSignal::new(None),
            kind: RwSignal::new(AppointmentKind::Examination),
            place: RwSignal::new(None),
            step: StepDraft::of_none(),
            said: RwSignal::new(SaidBy::Finder(None)),
            note: RwSignal::new(String::new()),
            weeks: RwSignal::new(None),
            times: RwSignal::new(4),
            companions: RwSignal::new(BTreeSet::new()),
            left_out: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Forgets what was typed: it was booked, or the person gave it up.
    pub(super) fn forget(self) {
        let empty = Self::empty();
        self.id.set(None);
        self.patient.set(None);
        self.kind.set(empty.kind.get_untracked());
        self.place.set(None);
        self.step.forget();
        self.said.set(SaidBy::Finder(None));
        self.note.set(String::new());
        self.weeks.set(None);
        self.times.set(empty.times.get_untracked());
        self.companions.update(BTreeSet::clear);
        self.left_out.update(BTreeSet::clear);
    }

    /// Begins at the first free place from a day on, where nothing was typed yet.
    pub(super) fn start(self, workspace: Workspace, day: Date) {
        if self.id.read_untracked().is_none() {
            self.id.set(Some(AppointmentId(workspace.new_id())));
        }
        if self.place.read_untracked().is_none() {
            self.said.set(SaidBy::Finder(Some(day)));
            self.propose(workspace);
        }
    }

    /// Begins at a place that was pointed at.
    pub(super) fn start_at(self, workspace: Workspace, place: Place) {
        let minutes = workspace.visit_type(self.kind.get_untracked()).minutes;
        self.take(Place { minutes, ..place });
        self.start(workspace, place.start.date());
    }

    /// Takes over a place.
    pub(super) fn take(self, place: Place) {
        self.said.set(SaidBy::Person);
        self.place.update(|draft| match draft {
            Some(draft) => draft.take(place),
            None => *draft = Some(MoveDraft::at(place)),
        });
    }

    /// Takes over what was typed.
    pub(super) fn type_place(self, typed: MoveDraft) {
        self.said.set(SaidBy::Person);
        self.place.set(Some(typed));
    }

    /// Another kind of visit: with its usual length, and with who does such visits.
    pub(super) fn set_kind(self, workspace: Workspace, kind: AppointmentKind) {
        self.kind.set(kind);
        let minutes = untrack(|| workspace.visit_type(kind).minutes);
        self.place.update(|draft| {
            let Some(draft) = draft else { return };
            draft.minutes = minutes;
            let who = clinicians(workspace, kind, self.patient.get_untracked());
            if !who.contains(&draft.clinician) {
                draft.clinician = who.first().copied().unwrap_or(draft.clinician);
            }
        });
        self.propose(workspace);
    }

    /// Another patient: with their own clinician, where the person has not chosen otherwise.
    pub(super) fn set_patient(self, workspace: Workspace, patient: Option<PatientId>) {
        if self.patient.get_untracked() != patient {
            self.step.forget();
        }
        self.patient.set(patient);
        self.companions.update(BTreeSet::clear);
        self.left_out.update(BTreeSet::clear);
        self.propose(workspace);
    }

    /// A step of another plan, or of none: not before its time, where the person has not chosen a place.
    pub(super) fn set_plan(self, workspace: Workspace, plan: Option<PlanId>) {
        self.step.forget();
        self.step.plan.set(plan);
        self.propose(workspace);
    }

    /// The first free place that suits the patient, unless the person has chosen one.
    pub(super) fn propose(self, workspace: Workspace) {
        let SaidBy::Finder(Some(day)) = self.said.get_untracked() else {
            return;
        };
        let kind = self.kind.get_untracked();
        let minutes = untrack(|| workspace.visit_type(kind).minutes);
        let patient = self.patient.get_untracked();
        let clinicians = clinicians(workspace, kind, patient);
        let now = workspace.now().get_untracked().civil;
        let step = untrack(|| self.step.not_before(workspace, patient));
        let day = step.map_or(day, |step| step.day.max(day));
        let not_before = day.to_datetime(Time::midnight()).max(now);
        let first_chair = workspace.read(|rows| {
            let shown = rows.chairs().filter(|chair| !chair.hidden);
            shown
                .min_by_key(|chair| (chair.position, chair.id))
                .map(|chair| chair.id)
        });
        let (Some(clinician), Some(chair)) = (clinicians.first().copied(), first_chair) else {
            return;
        };
        let query = FreePlaceQuery {
            // Nobody yet: a place that is free for whoever comes.
            patient: patient.unwrap_or(PatientId(workspace.new_id())),
            minutes,
            clinicians: own_or_all(workspace, patient, clinicians),
            not_before,
            days: DAYS,
            spread: Spread::PerDay,
            limits: PlaceLimits {
                times: untrack(|| said(workspace, patient)),
                ..PlaceLimits::default()
            },
        };
        let whenever = FreePlaceQuery {
            limits: PlaceLimits::default(),
            ..query.clone()
        };
        let first = |query| workspace.free_places(query, 1).first().copied();
        // Where nothing suits, better a place to talk about than none.
        let place = first(&query).or_else(|| first(&whenever)).unwrap_or(Place {
            start: day.at(9, 0, 0, 0),
            minutes,
            chair,
            clinician,
        });
        self.place.set(Some(MoveDraft::at(place)));
    }
}

/// Who does visits of a kind: the patient's own first.
pub(super) fn clinicians(
    workspace: Workspace,
    kind: AppointmentKind,
    patient: Option<PatientId>,
) -> Vec<ClinicianId> {
    let profession = match kind {
        AppointmentKind::Hygiene => Profession::Hygienist,
        _ => Profession::Dentist,
    };
    workspace.read(|rows| {
        let patient = patient.and_then(|patient| rows.patient(patient));
        let own = patient.and_then(|patient| match profession {
            Profession::Hygienist => patient.hygienist,
            Profession::Dentist => patient.dentist,
        });
        let mut all: Vec<ClinicianId> = rows
            .clinicians()
            .filter(|who| who.profession == profession)
            .map(|who| who.id)
            .collect();
        all.sort_by_key(|who| (Some(*who) != own, *who));
        all
    })
}

/// The patient's own clinician where there is one, else everybody.
fn own_or_all(
    workspace: Workspace,
    patient: Option<PatientId>,
    clinicians: Vec<ClinicianId>,
) -> Vec<ClinicianId> {
    let own = clinicians.first().copied().filter(|first| {
        workspace.read(|rows| {
            let patient = patient.and_then(|patient| rows.patient(patient));
            patient.is_some_and(|patient| [patient.dentist, patient.hygienist].contains(&Some(*first)))
        })
    });
    own.map_or(clinicians, |own| vec![own])
}

//! Which visit a reason asks for: what is proposed to the person on the phone.

use app_domain::agenda::{
    Appointment, AppointmentKind, Confirmation, FreePlaceQuery, Place, PlaceLimits, Spread, VisitType,
};
use app_domain::calls::{Reason, ReasonDetail, ReasonKind};
use app_domain::care::MissedVisit;
use app_domain::id::{AppointmentId, ClinicianId, PatientId, PlanId};
use app_domain::practice::Profession;
use app_domain::rows::Rows;
use app_domain::time::Now;

/// How far ahead places are looked for, in days.
const DAYS: u16 = 60;

/// A visit that is wished for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Wish {
    /// Who would come.
    pub(super) patient: PatientId,
    /// What for.
    pub(super) kind: AppointmentKind,
    /// How long, in minutes.
    pub(super) minutes: u16,
    /// With any of these.
    pub(super) clinicians: Vec<ClinicianId>,
    /// The plan of care of which it would be a step.
    pub(super) plan: Option<PlanId>,
    /// The visit that would be there instead of where it is: the patient asks to move it.
    pub(super) moving: Option<Moving>,
}

/// A visit that is to go elsewhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Moving {
    /// Which.
    pub(super) visit: AppointmentId,
    /// Where it is.
    pub(super) from: Place,
}

/// A place chosen for a wish.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Chosen {
    /// The wish.
    pub(super) wish: Wish,
    /// The place.
    pub(super) place: Place,
    /// Why there all the same, where it is outside hours.
    pub(super) beyond: Option<Beyond>,
}

/// A place outside hours.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Beyond {
    /// Why there.
    pub(super) reason: String,
    /// Whether it is beyond what the person may grant.
    pub(super) asks: bool,
}

impl Wish {
    /// The visit that a reason asks for; `None` where a visit would not settle it.
    pub(super) fn of(reason: &Reason, patient: PatientId, rows: &impl Rows) -> Option<Self> {
        match &reason.detail {
            ReasonDetail::HygieneRecall(_) => Some(Self::hygiene(patient, rows)),
            ReasonDetail::ClinicalRisk(_) | ReasonDetail::CheckRecall(_) => {
                Some(Self::dentist(patient, AppointmentKind::Checkup, rows))
            }
            ReasonDetail::SuspendedCycle(cycles) | ReasonDetail::PlanAwaiting(cycles) => Some(Self {
                plan: cycles.plans.first().map(|plan| plan.plan),
                ..Self::dentist(patient, AppointmentKind::Examination, rows)
            }),
            ReasonDetail::Answered(answered) => Some(Self {
                clinicians: vec![answered.clinician],
                ..Self::dentist(patient, AppointmentKind::Checkup, rows)
            }),
            ReasonDetail::MissedVisit(visits) | ReasonDetail::Displaced(visits) => visits
                .visits
                .first()
                .map(|visit| Self::again(visit, patient, rows)),
            ReasonDetail::Confirm(confirm) => confirm.visits.iter().find_map(|told| {
                let visit = rows.appointment(told.appointment)?;
                (visit.confirmation == Confirmation::AskedToMove).then(|| Self {
                    moving: Some(Moving {
                        visit: visit.id,
                        from: visit.place,
                    }),
                    ..Self::like(visit)
                })
            }),
            ReasonDetail::Balance(_)
            | ReasonDetail::Instalment(_)
            | ReasonDetail::Promise(_)
            | ReasonDetail::Satisfaction(_) => None,
        }
    }

    /// A visit with the dentist who follows the patient, for whatever is not said otherwise.
    pub(super) fn dentist(patient: PatientId, kind: AppointmentKind, rows: &impl Rows) -> Self {
        let own = rows.patient(patient).and_then(|patient| patient.dentist);
        let clinicians = own_or_all(own, Profession::Dentist, rows);
        Self {
            patient,
            kind,
            minutes: usual_minutes(kind, rows),
            clinicians,
            plan: None,
            moving: None,
        }
    }

    /// A hygiene visit with the hygienist who follows the patient.
    pub(super) fn hygiene(patient: PatientId, rows: &impl Rows) -> Self {
        let own = rows.patient(patient).and_then(|patient| patient.hygienist);
        let clinicians = own_or_all(own, Profession::Hygienist, rows);
        Self {
            patient,
            kind: AppointmentKind::Hygiene,
            minutes: usual_minutes(AppointmentKind::Hygiene, rows),
            clinicians,
            plan: None,
            moving: None,
        }
    }

    /// Everybody who does visits of a kind.
    pub(super) fn everybody(kind: AppointmentKind, rows: &impl Rows) -> Vec<ClinicianId> {
        let is_hygiene = kind == AppointmentKind::Hygiene;
        all(
            if is_hygiene {
                Profession::Hygienist
            } else {
                Profession::Dentist
            },
            rows,
        )
    }

    /// The visit that did not take place, as it was; older than the window, nothing is known but that it was.
    fn again(missed: &MissedVisit, patient: PatientId, rows: &impl Rows) -> Self {
        let Some(visit) = rows.appointment(missed.appointment) else {
            return Self::dentist(patient, AppointmentKind::Examination, rows);
        };
        Self::like(visit)
    }

    /// A visit as this one is, elsewhere.
    fn like(visit: &Appointment) -> Self {
        Self {
            patient: visit.patient,
            kind: visit.kind,
            minutes: visit.place.minutes,
            clinicians: vec![visit.place.clinician],
            plan: visit.plan,
            moving: None,
        }
    }

    /// Whether a visit like this serves a reason: what the hygienist does is served by hygiene, the rest by the rest, and
    /// a promise by any visit that is booked in the call.
    pub(super) fn serves(&self, reason: &Reason, rows: &impl Rows) -> bool {
        match Self::of(reason, self.patient, rows) {
            Some(own) if own.moving.is_some() => false,
            Some(own) => own.is_hygiene() == self.is_hygiene(),
            None => reason.kind() == ReasonKind::Promise,
        }
    }

    /// Whether this is a visit with the hygienist.
    pub(super) fn is_hygiene(&self) -> bool {
        self.kind == AppointmentKind::Hygiene
    }

    /// The question to the agenda.
    pub(super) fn query(&self, now: Now, spread: Spread) -> FreePlaceQuery {
        FreePlaceQuery {
            patient: self.patient,
            minutes: self.minutes,
            clinicians: self.clinicians.clone(),
            not_before: now.civil,
            days: DAYS,
            spread,
            limits: PlaceLimits::default(),
        }
    }
}

/// How long a visit of a kind takes: as the practice has set it, else as is usual.
pub(super) fn usual_minutes(kind: AppointmentKind, rows: &impl Rows) -> u16 {
    let set = rows.visit_type(kind).copied();
    set.unwrap_or(VisitType::usual(kind)).minutes
}

fn own_or_all(own: Option<ClinicianId>, profession: Profession, rows: &impl Rows) -> Vec<ClinicianId> {
    own.filter(|own| rows.clinician(*own).is_some())
        .map_or_else(|| all(profession, rows), |own| vec![own])
}

fn all(profession: Profession, rows: &impl Rows) -> Vec<ClinicianId> {
    rows.clinicians()
        .filter(|who| who.profession == profession)
        .map(|who| who.id)
        .collect()
}

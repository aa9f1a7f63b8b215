//! A practice of two chairs in plain vectors: the slowest and plainest thing that answers [`Rows`].

use std::collections::BTreeMap;

use app_domain::agenda::{
    Absence, Appointment, AppointmentKind, Confirmation, DayNote, Place, Status, VisitType,
};
use app_domain::apply::{Context, apply};
use app_domain::autonomy::Budget;
use app_domain::calls::{
    Attempt, CallSettings, Claim, Recall, RecallType, RiskCategory, RiskRule, SharedView,
};
use app_domain::care::Care;
use app_domain::command::Command;
use app_domain::id::{
    AbsenceId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, DayNoteId, MemberId, PatientId,
    PaymentId, PlanId, PracticeId, RequestId, ReviewId, SharedViewId,
};
use app_domain::patient::{Consent, Patient, Standing};
use app_domain::payments::RecordedPayment;
use app_domain::practice::{Chair, Clinician, Closure, Member, Opening, Practice, Profession};
use app_domain::refusal::Refusal;
use app_domain::requests::Request;
use app_domain::review::Review;
use app_domain::risk_marks::RiskMarks;
use app_domain::role::{Actor, Role};
use app_domain::rows::{Change, Key, Row, Rows};
use app_domain::time::Instant;
use app_domain::treatment_consent::TreatmentConsent;
use jiff::civil::{Date, DateTime, date, time};
use uuid::Uuid;

/// Monday 23 November 2026: an ordinary working day.
pub const MONDAY: Date = date(2026, 11, 23);

/// Two chairs, a dentist, a hygienist, three patients, open on weekdays 9–13 and 15–19.
#[derive(Clone, Debug, Default)]
pub struct Model(BTreeMap<Key, Row>);

pub const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}
pub fn chair(number: u128) -> ChairId {
    ChairId(id(number))
}
pub fn clinician(number: u128) -> ClinicianId {
    ClinicianId(id(number))
}
pub fn patient(number: u128) -> PatientId {
    PatientId(id(number))
}
pub fn visit(number: u128) -> AppointmentId {
    AppointmentId(id(number))
}
pub fn member(role: Role) -> MemberId {
    MemberId(id(role as u128 + 1))
}

/// Somebody in a role; the dentist has the first column, the hygienist the second.
pub fn actor(role: Role) -> Actor {
    let clinician = match role {
        Role::Dentist => Some(clinician(1)),
        Role::Hygienist => Some(clinician(2)),
        _ => None,
    };
    Actor {
        member: member(role),
        role,
        clinician,
    }
}

/// A place of the first chair with the dentist.
pub fn place(start: DateTime, minutes: u16) -> Place {
    Place {
        start,
        minutes,
        chair: chair(1),
        clinician: clinician(1),
    }
}

/// An instant of the reference Monday.
pub fn monday_at(hour: i8, minute: i8) -> Instant {
    Instant::from_civil(MONDAY.at(hour, minute, 0, 0))
}

impl Model {
    pub fn new() -> Self {
        let mut model = Self::default();
        model.put(Row::Practice(Practice {
            id: PracticeId(id(1)),
            name: "Studio di prova".to_owned(),
            window_from: date(2026, 11, 16),
        }));
        for number in 1..=2 {
            model.put(Row::Chair(plain_chair(number)));
            model.put(Row::Clinician(Clinician {
                id: clinician(number),
                code: format!("OP{number}"),
                surname: format!("Surname{number}"),
                name: format!("Name{number}"),
                profession: if number == 1 {
                    Profession::Dentist
                } else {
                    Profession::Hygienist
                },
            }));
        }
        for number in 1..=3 {
            model.put(Row::Patient(plain_patient(number)));
        }
        model
    }

    pub fn put(&mut self, row: Row) {
        self.0.insert(row.key(), row);
    }

    /// A booked visit of a patient.
    pub fn book(&mut self, number: u128, of: u128, place: Place) -> Appointment {
        let appointment = Appointment {
            id: visit(number),
            patient: patient(of),
            place,
            kind: AppointmentKind::Examination,
            status: Status::Booked,
            confirmation: Confirmation::NotAsked,
            as_soon_as_possible: false,
            correction: None,
            booked: None,
            displaced: None,
            left_place: None,
            lab: app_domain::agenda::LabWork::None,
            plan: None,
            overbooking: None,
            note: String::new(),
        };
        self.put(Row::Appointment(appointment.clone()));
        appointment
    }

    pub fn close(&mut self, day: Date, reason: &str) {
        let closure = Closure {
            id: ClosureId(id(1)),
            from: day,
            to: day,
            reason: reason.to_owned(),
        };
        self.put(Row::Closure(closure));
    }

    /// Carries a command out; where it is refused, nothing has changed.
    pub fn act(&mut self, role: Role, at: Instant, command: &Command) -> Result<Vec<Change>, Refusal> {
        let changes = apply(
            command,
            &Context {
                actor: actor(role),
                at,
            },
            self,
        )?;
        for change in &changes {
            match change {
                Change::Put { row } => self.put(row.clone()),
                Change::Remove { key } => drop(self.0.remove(key)),
            }
        }
        Ok(changes)
    }

    pub fn rows(&self) -> &BTreeMap<Key, Row> {
        &self.0
    }
}

fn plain_chair(number: u128) -> Chair {
    let half_days = [
        (time(9, 0, 0, 0), time(13, 0, 0, 0)),
        (time(15, 0, 0, 0), time(19, 0, 0, 0)),
    ];
    let opening = (1..=5).flat_map(|weekday| half_days.map(|(from, to)| Opening { weekday, from, to }));
    Chair {
        id: chair(number),
        code: format!("P{number}"),
        name: format!("Poltrona {number}"),
        position: u16::try_from(number).expect("a small number"),
        hidden: false,
        opening: opening.collect(),
    }
}

pub fn plain_patient(number: u128) -> Patient {
    Patient {
        id: patient(number),
        code: format!("P{number:05}"),
        surname: format!("Rossi{number}"),
        name: "Maria".to_owned(),
        born: Some(date(1980, 2, 29)),
        contacts: None,
        standing: Standing::Active,
        payer: None,
        dentist: Some(clinician(1)),
        hygienist: Some(clinician(2)),
        recall_consent: Consent::NeverAsked,
        oppositions: Vec::new(),
        times: app_domain::agenda::PlaceTimes::default(),
    }
}

/// Looks a row of one table up by key.
macro_rules! get {
    ($model:expr, $table:ident, $key:expr) => {
        match $model.0.get(&$key) {
            Some(Row::$table(row)) => Some(row),
            _ => None,
        }
    };
}

/// Every row of one table.
macro_rules! all {
    ($model:expr, $table:ident) => {
        $model.0.values().filter_map(|row| match row {
            Row::$table(row) => Some(row),
            _ => None,
        })
    };
}

impl Rows for Model {
    fn practice(&self) -> Option<&Practice> {
        get!(self, Practice, Key::Practice)
    }
    fn chair(&self, id: ChairId) -> Option<&Chair> {
        get!(self, Chair, Key::Chair(id))
    }
    fn chairs(&self) -> impl Iterator<Item = &Chair> {
        all!(self, Chair)
    }
    fn clinician(&self, id: ClinicianId) -> Option<&Clinician> {
        get!(self, Clinician, Key::Clinician(id))
    }
    fn clinicians(&self) -> impl Iterator<Item = &Clinician> {
        all!(self, Clinician)
    }
    fn closures(&self) -> impl Iterator<Item = &Closure> {
        all!(self, Closure)
    }
    fn closure(&self, id: ClosureId) -> Option<&Closure> {
        get!(self, Closure, Key::Closure(id))
    }
    fn absences(&self) -> impl Iterator<Item = &Absence> {
        all!(self, Absence)
    }
    fn absence(&self, id: AbsenceId) -> Option<&Absence> {
        get!(self, Absence, Key::Absence(id))
    }
    fn visit_type(&self, kind: AppointmentKind) -> Option<&VisitType> {
        get!(self, VisitType, Key::VisitType(kind))
    }
    fn budget(&self, role: Role) -> Option<&Budget> {
        get!(self, Budget, Key::Budget(role))
    }
    fn call_settings(&self) -> Option<&CallSettings> {
        get!(self, CallSettings, Key::CallSettings)
    }
    fn risk_rule(&self, category: RiskCategory) -> Option<&RiskRule> {
        get!(self, RiskRule, Key::RiskRule(category))
    }
    fn shared_view(&self, id: SharedViewId) -> Option<&SharedView> {
        get!(self, SharedView, Key::SharedView(id))
    }
    fn day_note(&self, id: DayNoteId) -> Option<&DayNote> {
        get!(self, DayNote, Key::DayNote(id))
    }
    fn member(&self, id: MemberId) -> Option<&Member> {
        get!(self, Member, Key::Member(id))
    }
    fn patient(&self, id: PatientId) -> Option<&Patient> {
        get!(self, Patient, Key::Patient(id))
    }
    fn care(&self, patient: PatientId) -> Option<&Care> {
        get!(self, Care, Key::Care(patient))
    }
    fn recall(&self, patient: PatientId, check: Option<RecallType>) -> Option<&Recall> {
        get!(self, Recall, Key::recall(patient, check))
    }
    fn risk_marks(&self, patient: PatientId) -> Option<&RiskMarks> {
        get!(self, RiskMarks, Key::RiskMarks(patient))
    }
    fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        get!(self, Appointment, Key::Appointment(id))
    }
    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        all!(self, Appointment).filter(move |visit| visit.start().date() == day)
    }
    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment> {
        all!(self, Appointment).filter(move |visit| visit.patient == patient)
    }
    fn attempt(&self, id: AttemptId) -> Option<&Attempt> {
        get!(self, Attempt, Key::Attempt(id))
    }
    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt> {
        all!(self, Attempt).filter(move |attempt| attempt.patient == patient)
    }
    fn claim(&self, patient: PatientId) -> Option<&Claim> {
        get!(self, Claim, Key::Claim(patient))
    }
    fn request(&self, id: RequestId) -> Option<&Request> {
        get!(self, Request, Key::Request(id))
    }
    fn treatment_consent(&self, plan: PlanId) -> Option<&TreatmentConsent> {
        get!(self, TreatmentConsent, Key::TreatmentConsent(plan))
    }
    fn payment(&self, id: PaymentId) -> Option<&RecordedPayment> {
        get!(self, Payment, Key::Payment(id))
    }
    fn payments_of(&self, patient: PatientId) -> impl Iterator<Item = &RecordedPayment> {
        all!(self, Payment).filter(move |payment| payment.patient == patient)
    }
    fn review(&self, id: ReviewId) -> Option<&Review> {
        get!(self, Review, Key::Review(id))
    }
}

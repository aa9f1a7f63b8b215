//! How rules and screens look rows up.

use std::ops::RangeInclusive;
use std::sync::Arc;

use app_domain::agenda::{Absence, Appointment, AppointmentKind, DayNote, VisitType};
use app_domain::autonomy::Budget;
use app_domain::calls::{
    Attempt, CallSettings, Claim, Recall, RecallType, RiskCategory, RiskRule, SharedView,
};
use app_domain::care::Care;
use app_domain::id::{
    AbsenceId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, DayNoteId, MemberId, PatientId,
    PaymentId, PlanId, RequestId, ReviewId, SharedViewId,
};
use app_domain::patient::Patient;
use app_domain::payments::RecordedPayment;
use app_domain::practice::{Chair, Clinician, Closure, Member, Practice};
use app_domain::requests::Request;
use app_domain::review::Review;
use app_domain::risk_marks::RiskMarks;
use app_domain::role::Role;
use app_domain::rows::{Key, Row, Rows};
use app_domain::treatment_consent::TreatmentConsent;
use jiff::civil::Date;
use uuid::Uuid;

use super::Replica;

/// Takes the content out of a row that is known to be of one table.
macro_rules! only {
    ($table:ident) => {
        |row: &Row| match row {
            Row::$table(content) => Some(content),
            _ => None,
        }
    };
}

/// Every row of one table: keys are ordered by table first.
macro_rules! every {
    ($replica:expr, $table:ident, $id:ident) => {
        $replica
            .table(Key::$table($id(Uuid::nil()))..=Key::$table($id(Uuid::max())))
            .filter_map(only!($table))
    };
}

impl Replica {
    fn table(&self, keys: RangeInclusive<Key>) -> impl Iterator<Item = &Row> {
        self.rows.range(keys).map(|(_, row)| Arc::as_ref(row))
    }

    /// Every patient.
    pub fn patients(&self) -> impl Iterator<Item = &Patient> {
        every!(self, Patient, PatientId)
    }

    /// Every person at work.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        every!(self, Member, MemberId)
    }

    /// Every visit of the window.
    pub fn appointments(&self) -> impl Iterator<Item = &Appointment> {
        every!(self, Appointment, AppointmentId)
    }

    /// Every note about a day, the struck ones too.
    pub fn day_notes(&self) -> impl Iterator<Item = &DayNote> {
        every!(self, DayNote, DayNoteId)
    }

    /// Every view of the call list that is shared, or was.
    pub fn shared_views(&self) -> impl Iterator<Item = &SharedView> {
        every!(self, SharedView, SharedViewId)
    }

    /// Every attempt.
    pub fn attempts(&self) -> impl Iterator<Item = &Attempt> {
        every!(self, Attempt, AttemptId)
    }

    /// Every lease on a call, whether or not it still holds.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        every!(self, Claim, PatientId)
    }

    /// Every request of a patient, the solved ones too.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        every!(self, Request, RequestId)
    }

    /// Every plan of whose consent something is recorded.
    pub fn treatment_consents(&self) -> impl Iterator<Item = &TreatmentConsent> {
        every!(self, TreatmentConsent, PlanId)
    }

    /// Every entry of the books that was made here.
    pub fn payments(&self) -> impl Iterator<Item = &RecordedPayment> {
        every!(self, Payment, PaymentId)
    }

    /// Every change that waits for a person, or that one has decided.
    pub fn reviews(&self) -> impl Iterator<Item = &Review> {
        every!(self, Review, ReviewId)
    }
}

impl Rows for Replica {
    fn practice(&self) -> Option<&Practice> {
        self.get(Key::Practice).and_then(only!(Practice))
    }

    fn chair(&self, id: ChairId) -> Option<&Chair> {
        self.get(Key::Chair(id)).and_then(only!(Chair))
    }

    fn chairs(&self) -> impl Iterator<Item = &Chair> {
        every!(self, Chair, ChairId)
    }

    fn clinician(&self, id: ClinicianId) -> Option<&Clinician> {
        self.get(Key::Clinician(id)).and_then(only!(Clinician))
    }

    fn clinicians(&self) -> impl Iterator<Item = &Clinician> {
        every!(self, Clinician, ClinicianId)
    }

    fn closures(&self) -> impl Iterator<Item = &Closure> {
        every!(self, Closure, ClosureId)
    }

    fn closure(&self, id: ClosureId) -> Option<&Closure> {
        self.get(Key::Closure(id)).and_then(only!(Closure))
    }

    fn absences(&self) -> impl Iterator<Item = &Absence> {
        every!(self, Absence, AbsenceId)
    }

    fn absence(&self, id: AbsenceId) -> Option<&Absence> {
        self.get(Key::Absence(id)).and_then(only!(Absence))
    }

    fn visit_type(&self, kind: AppointmentKind) -> Option<&VisitType> {
        self.get(Key::VisitType(kind)).and_then(only!(VisitType))
    }

    fn budget(&self, role: Role) -> Option<&Budget> {
        self.get(Key::Budget(role)).and_then(only!(Budget))
    }

    fn call_settings(&self) -> Option<&CallSettings> {
        self.get(Key::CallSettings).and_then(only!(CallSettings))
    }

    fn risk_rule(&self, category: RiskCategory) -> Option<&RiskRule> {
        self.get(Key::RiskRule(category)).and_then(only!(RiskRule))
    }

    fn shared_view(&self, id: SharedViewId) -> Option<&SharedView> {
        self.get(Key::SharedView(id)).and_then(only!(SharedView))
    }
    fn day_note(&self, id: DayNoteId) -> Option<&DayNote> {
        self.get(Key::DayNote(id)).and_then(only!(DayNote))
    }

    fn member(&self, id: MemberId) -> Option<&Member> {
        self.get(Key::Member(id)).and_then(only!(Member))
    }

    fn patient(&self, id: PatientId) -> Option<&Patient> {
        self.get(Key::Patient(id)).and_then(only!(Patient))
    }

    fn care(&self, patient: PatientId) -> Option<&Care> {
        self.get(Key::Care(patient)).and_then(only!(Care))
    }

    fn recall(&self, patient: PatientId, check: Option<RecallType>) -> Option<&Recall> {
        self.get(Key::recall(patient, check)).and_then(only!(Recall))
    }

    fn risk_marks(&self, patient: PatientId) -> Option<&RiskMarks> {
        self.get(Key::RiskMarks(patient)).and_then(only!(RiskMarks))
    }

    fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.get(Key::Appointment(id)).and_then(only!(Appointment))
    }

    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        let ids = self.appointments_by_day.get(&day).into_iter().flatten();
        ids.filter_map(|id| self.appointment(*id))
    }

    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment> {
        let ids = self.appointments_by_patient.get(&patient).into_iter().flatten();
        ids.filter_map(|id| self.appointment(*id))
    }

    fn attempt(&self, id: AttemptId) -> Option<&Attempt> {
        self.get(Key::Attempt(id)).and_then(only!(Attempt))
    }

    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt> {
        let ids = self.attempts_by_patient.get(&patient).into_iter().flatten();
        ids.filter_map(|id| self.attempt(*id))
    }

    fn claim(&self, patient: PatientId) -> Option<&Claim> {
        self.get(Key::Claim(patient)).and_then(only!(Claim))
    }

    fn request(&self, id: RequestId) -> Option<&Request> {
        self.get(Key::Request(id)).and_then(only!(Request))
    }

    fn treatment_consent(&self, plan: PlanId) -> Option<&TreatmentConsent> {
        self.get(Key::TreatmentConsent(plan))
            .and_then(only!(TreatmentConsent))
    }

    fn payment(&self, id: PaymentId) -> Option<&RecordedPayment> {
        self.get(Key::Payment(id)).and_then(only!(Payment))
    }

    fn payments_of(&self, patient: PatientId) -> impl Iterator<Item = &RecordedPayment> {
        let ids = self.payments_by_patient.get(&patient).into_iter().flatten();
        ids.filter_map(|id| self.payment(*id))
    }

    fn review(&self, id: ReviewId) -> Option<&Review> {
        self.get(Key::Review(id)).and_then(only!(Review))
    }
}

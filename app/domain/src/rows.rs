//! The rows that devices and server share, their keys, and how rules look them up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agenda::{Absence, Appointment, AppointmentKind, DayNote, VisitType};
use crate::autonomy::Budget;
use crate::calls::{Attempt, CallSettings, Claim, Recall, RecallType, RiskCategory, RiskRule, SharedView};
use crate::care::Care;
use crate::id::{
    AbsenceId, AppointmentId, AttemptId, ChairId, ClinicianId, ClosureId, DayNoteId, MemberId, PatientId,
    PaymentId, PlanId, RequestId, ReviewId, SharedViewId,
};
use crate::patient::Patient;
use crate::payments::RecordedPayment;
use crate::practice::{Chair, Clinician, Closure, Member, Practice};
use crate::requests::Request;
use crate::review::Review;
use crate::risk_marks::RiskMarks;
use crate::role::Role;
use crate::treatment_consent::TreatmentConsent;

/// A row of the shared view. The change log, the snapshot and the device's replica consist of these.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "table", content = "row")]
pub enum Row {
    /// The practice itself.
    Practice(Practice),
    /// A column of the agenda.
    Chair(Chair),
    /// A dentist or hygienist.
    Clinician(Clinician),
    /// Days on which the practice is closed.
    Closure(Closure),
    /// A time in which a clinician is away.
    Absence(Absence),
    /// What the practice has set for a type of visit.
    VisitType(VisitType),
    /// What a role may grant without asking, as the practice has set it.
    Budget(Budget),
    /// What the practice has set for its calls.
    CallSettings(CallSettings),
    /// What the practice has set for a category of risk.
    RiskRule(RiskRule),
    /// A person at work.
    Member(Member),
    /// A note about a day.
    DayNote(DayNote),
    /// A view of the call list that is shared.
    SharedView(SharedView),
    /// A patient.
    Patient(Patient),
    /// The digest of a patient's history.
    Care(Care),
    /// What is set by hand of a recall of a patient.
    Recall(Recall),
    /// What clinicians say by hand of a patient's episodes of risk.
    RiskMarks(RiskMarks),
    /// A visit.
    Appointment(Appointment),
    /// A conversation or try.
    Attempt(Attempt),
    /// A lease on a patient's call.
    Claim(Claim),
    /// Something a patient asked.
    Request(Request),
    /// What is recorded of the consent to a plan.
    TreatmentConsent(TreatmentConsent),
    /// An entry of the books that was made here, as long as it can be corrected.
    Payment(RecordedPayment),
    /// A change that waits for a person, or that one has decided.
    Review(Review),
}

/// What identifies a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "table", content = "id")]
pub enum Key {
    /// The practice itself.
    Practice,
    /// A column of the agenda.
    Chair(ChairId),
    /// A dentist or hygienist.
    Clinician(ClinicianId),
    /// Days on which the practice is closed.
    Closure(ClosureId),
    /// A time in which a clinician is away.
    Absence(AbsenceId),
    /// What the practice has set for a type of visit.
    VisitType(AppointmentKind),
    /// What a role may grant without asking, as the practice has set it.
    Budget(Role),
    /// What the practice has set for its calls, of which there is one.
    CallSettings,
    /// What the practice has set for a category of risk.
    RiskRule(RiskCategory),
    /// A person at work.
    Member(MemberId),
    /// A note about a day.
    DayNote(DayNoteId),
    /// A view of the call list that is shared.
    SharedView(SharedViewId),
    /// A patient.
    Patient(PatientId),
    /// The digest of a patient's history.
    Care(PatientId),
    /// What is set by hand of a patient's hygiene recall.
    Recall(PatientId),
    /// What is set by hand of another recall of a patient.
    CheckRecall(PatientId, RecallType),
    /// What clinicians say by hand of a patient's episodes of risk.
    RiskMarks(PatientId),
    /// A visit.
    Appointment(AppointmentId),
    /// A conversation or try.
    Attempt(AttemptId),
    /// A lease on a patient's call.
    Claim(PatientId),
    /// Something a patient asked.
    Request(RequestId),
    /// What is recorded of the consent to a plan.
    TreatmentConsent(PlanId),
    /// An entry of the books that was made here.
    Payment(PaymentId),
    /// A change that waits for a person, or that one has decided.
    Review(ReviewId),
}

impl Key {
    /// What is set by hand of a recall of a patient; hygiene where no check is named.
    pub const fn recall(patient: PatientId, check: Option<RecallType>) -> Self {
        match check {
            None => Self::Recall(patient),
            Some(check) => Self::CheckRecall(patient, check),
        }
    }
}

impl Row {
    /// What identifies this row.
    pub fn key(&self) -> Key {
        match self {
            Self::Practice(_) => Key::Practice,
            Self::Chair(chair) => Key::Chair(chair.id),
            Self::Clinician(clinician) => Key::Clinician(clinician.id),
            Self::Closure(closure) => Key::Closure(closure.id),
            Self::Absence(absence) => Key::Absence(absence.id),
            Self::VisitType(visit_type) => Key::VisitType(visit_type.kind),
            Self::Budget(budget) => Key::Budget(budget.role),
            Self::CallSettings(_) => Key::CallSettings,
            Self::RiskRule(rule) => Key::RiskRule(rule.category),
            Self::Member(member) => Key::Member(member.id),
            Self::DayNote(note) => Key::DayNote(note.id),
            Self::SharedView(view) => Key::SharedView(view.id),
            Self::Patient(patient) => Key::Patient(patient.id),
            Self::Care(care) => Key::Care(care.patient),
            Self::Recall(recall) => Key::recall(recall.patient, recall.check),
            Self::RiskMarks(marks) => Key::RiskMarks(marks.patient),
            Self::Appointment(appointment) => Key::Appointment(appointment.id),
            Self::Attempt(attempt) => Key::Attempt(attempt.id),
            Self::Claim(claim) => Key::Claim(claim.patient),
            Self::Request(request) => Key::Request(request.id),
            Self::TreatmentConsent(consent) => Key::TreatmentConsent(consent.plan),
            Self::Payment(payment) => Key::Payment(payment.id),
            Self::Review(review) => Key::Review(review.id),
        }
    }
}

/// One effect on the shared view. A transaction is a list of these; put replaces.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
pub enum Change {
    /// A row is new or replaced.
    Put {
        /// The row.
        #[serde(flatten)]
        row: Row,
    },
    /// A row is gone, or out of sight.
    Remove {
        /// Which.
        #[serde(flatten)]
        key: Key,
    },
}

impl Change {
    /// What is changed.
    pub fn key(&self) -> Key {
        match self {
            Self::Put { row } => row.key(),
            Self::Remove { key } => *key,
        }
    }
}

/// How rules look rows up: the device's replica, the server's memory and the simulator's model all answer this.
pub trait Rows {
    /// The practice.
    fn practice(&self) -> Option<&Practice>;
    /// A column of the agenda.
    fn chair(&self, id: ChairId) -> Option<&Chair>;
    /// Every column.
    fn chairs(&self) -> impl Iterator<Item = &Chair>;
    /// A dentist or hygienist.
    fn clinician(&self, id: ClinicianId) -> Option<&Clinician>;
    /// Every dentist and hygienist.
    fn clinicians(&self) -> impl Iterator<Item = &Clinician>;
    /// Every closure.
    fn closures(&self) -> impl Iterator<Item = &Closure>;
    /// A closure.
    fn closure(&self, id: ClosureId) -> Option<&Closure>;
    /// Every absence, in no order.
    fn absences(&self) -> impl Iterator<Item = &Absence>;
    /// An absence.
    fn absence(&self, id: AbsenceId) -> Option<&Absence>;
    /// What the practice has set for a type of visit, if it has.
    fn visit_type(&self, kind: AppointmentKind) -> Option<&VisitType>;
    /// What the practice has set for a role, if it has.
    fn budget(&self, role: Role) -> Option<&Budget>;
    /// What the practice has set for its calls, if it has.
    fn call_settings(&self) -> Option<&CallSettings>;
    /// What the practice has set for a category of risk, if it has.
    fn risk_rule(&self, category: RiskCategory) -> Option<&RiskRule>;
    /// A note about a day.
    fn day_note(&self, id: DayNoteId) -> Option<&DayNote>;
    /// A view of the call list that is shared, or was.
    fn shared_view(&self, id: SharedViewId) -> Option<&SharedView>;
    /// A person at work.
    fn member(&self, id: MemberId) -> Option<&Member>;
    /// A patient.
    fn patient(&self, id: PatientId) -> Option<&Patient>;
    /// The digest of a patient's history.
    fn care(&self, patient: PatientId) -> Option<&Care>;
    /// What is set by hand of a recall of a patient, if anything; hygiene where no check is named.
    fn recall(&self, patient: PatientId, check: Option<RecallType>) -> Option<&Recall>;
    /// What clinicians say by hand of a patient's episodes of risk, if anything.
    fn risk_marks(&self, patient: PatientId) -> Option<&RiskMarks>;
    /// A visit.
    fn appointment(&self, id: AppointmentId) -> Option<&Appointment>;
    /// Visits that start on a day, in no order.
    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment>;
    /// Visits of a patient in the window, in no order.
    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment>;
    /// An attempt.
    fn attempt(&self, id: AttemptId) -> Option<&Attempt>;
    /// Attempts to reach a patient, in no order.
    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt>;
    /// The lease on a patient's call, whether or not it still holds.
    fn claim(&self, patient: PatientId) -> Option<&Claim>;
    /// Something a patient asked.
    fn request(&self, id: RequestId) -> Option<&Request>;
    /// What is recorded of the consent to a plan, if anything.
    fn treatment_consent(&self, plan: PlanId) -> Option<&TreatmentConsent>;
    /// An entry of the books that was made here.
    fn payment(&self, id: PaymentId) -> Option<&RecordedPayment>;
    /// The entries of the books of a patient that were made here, in no order.
    fn payments_of(&self, patient: PatientId) -> impl Iterator<Item = &RecordedPayment>;
    /// A change that waits for a person, or that one has decided.
    fn review(&self, id: ReviewId) -> Option<&Review>;
}

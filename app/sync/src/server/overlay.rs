//! The truth with the effects of a batch that is not durable yet: later mutations of a batch see the earlier ones', and
//! nobody else does.

use std::collections::BTreeMap;

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
use app_domain::rows::{Change, Key, Row, Rows};
use app_domain::treatment_consent::TreatmentConsent;
use jiff::civil::Date;

use crate::replica::Replica;

/// Rows over rows. Batches are small, so what lies above is searched from end to end.
pub(super) struct Overlay<'a> {
    below: &'a Replica,
    /// `None`: taken out.
    above: BTreeMap<Key, Option<Row>>,
}

/// The row of one key.
macro_rules! one {
    ($self:ident, $key:expr, $table:ident) => {
        match $self.get($key) {
            Some(Row::$table(content)) => Some(content),
            _ => None,
        }
    };
}

/// The rows of one table that lie above.
macro_rules! above {
    ($self:ident, $table:ident) => {
        $self.above.values().filter_map(|row| match row {
            Some(Row::$table(content)) => Some(content),
            _ => None,
        })
    };
}

impl<'a> Overlay<'a> {
    pub(super) fn new(below: &'a Replica) -> Self {
        Self {
            below,
            above: BTreeMap::new(),
        }
    }

    pub(super) fn apply(&mut self, change: &Change) {
        let row = match change {
            Change::Put { row } => Some(row.clone()),
            Change::Remove { .. } => None,
        };
        self.above.insert(change.key(), row);
    }

    fn get(&self, key: Key) -> Option<&Row> {
        match self.above.get(&key) {
            Some(row) => row.as_ref(),
            None => self.below.get(key),
        }
    }

    /// Whether the row below is the one that counts.
    fn shows_below(&self, key: Key) -> bool {
        !self.above.contains_key(&key)
    }
}

impl Rows for Overlay<'_> {
    fn practice(&self) -> Option<&Practice> {
        one!(self, Key::Practice, Practice)
    }

    fn chair(&self, id: ChairId) -> Option<&Chair> {
        one!(self, Key::Chair(id), Chair)
    }

    fn chairs(&self) -> impl Iterator<Item = &Chair> {
        let below = self
            .below
            .chairs()
            .filter(|chair| self.shows_below(Key::Chair(chair.id)));
        below.chain(above!(self, Chair))
    }

    fn clinician(&self, id: ClinicianId) -> Option<&Clinician> {
        one!(self, Key::Clinician(id), Clinician)
    }

    fn clinicians(&self) -> impl Iterator<Item = &Clinician> {
        let below = self
            .below
            .clinicians()
            .filter(|one| self.shows_below(Key::Clinician(one.id)));
        below.chain(above!(self, Clinician))
    }

    fn closures(&self) -> impl Iterator<Item = &Closure> {
        let below = self
            .below
            .closures()
            .filter(|closure| self.shows_below(Key::Closure(closure.id)));
        below.chain(above!(self, Closure))
    }

    fn closure(&self, id: ClosureId) -> Option<&Closure> {
        one!(self, Key::Closure(id), Closure)
    }

    fn absences(&self) -> impl Iterator<Item = &Absence> {
        let below = self
            .below
            .absences()
            .filter(|absence| self.shows_below(Key::Absence(absence.id)));
        below.chain(above!(self, Absence))
    }

    fn absence(&self, id: AbsenceId) -> Option<&Absence> {
        one!(self, Key::Absence(id), Absence)
    }

    fn visit_type(&self, kind: AppointmentKind) -> Option<&VisitType> {
        one!(self, Key::VisitType(kind), VisitType)
    }

    fn budget(&self, role: Role) -> Option<&Budget> {
        one!(self, Key::Budget(role), Budget)
    }

    fn call_settings(&self) -> Option<&CallSettings> {
        one!(self, Key::CallSettings, CallSettings)
    }

    fn risk_rule(&self, category: RiskCategory) -> Option<&RiskRule> {
        one!(self, Key::RiskRule(category), RiskRule)
    }

    fn shared_view(&self, id: SharedViewId) -> Option<&SharedView> {
        one!(self, Key::SharedView(id), SharedView)
    }
    fn day_note(&self, id: DayNoteId) -> Option<&DayNote> {
        one!(self, Key::DayNote(id), DayNote)
    }

    fn member(&self, id: MemberId) -> Option<&Member> {
        one!(self, Key::Member(id), Member)
    }

    fn patient(&self, id: PatientId) -> Option<&Patient> {
        one!(self, Key::Patient(id), Patient)
    }

    fn care(&self, patient: PatientId) -> Option<&Care> {
        one!(self, Key::Care(patient), Care)
    }

    fn recall(&self, patient: PatientId, check: Option<RecallType>) -> Option<&Recall> {
        one!(self, Key::recall(patient, check), Recall)
    }

    fn risk_marks(&self, patient: PatientId) -> Option<&RiskMarks> {
        one!(self, Key::RiskMarks(patient), RiskMarks)
    }

    fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        one!(self, Key::Appointment(id), Appointment)
    }

    fn appointments_on(&self, day: Date) -> impl Iterator<Item = &Appointment> {
        let below = self
            .below
            .appointments_on(day)
            .filter(|visit| self.shows_below(Key::Appointment(visit.id)));
        below.chain(above!(self, Appointment).filter(move |visit| visit.start().date() == day))
    }

    fn appointments_of(&self, patient: PatientId) -> impl Iterator<Item = &Appointment> {
        let below = self
            .below
            .appointments_of(patient)
            .filter(|visit| self.shows_below(Key::Appointment(visit.id)));
        below.chain(above!(self, Appointment).filter(move |visit| visit.patient == patient))
    }

    fn attempt(&self, id: AttemptId) -> Option<&Attempt> {
        one!(self, Key::Attempt(id), Attempt)
    }

    fn attempts_of(&self, patient: PatientId) -> impl Iterator<Item = &Attempt> {
        let below = self
            .below
            .attempts_of(patient)
            .filter(|attempt| self.shows_below(Key::Attempt(attempt.id)));
        below.chain(above!(self, Attempt).filter(move |attempt| attempt.patient == patient))
    }

    fn claim(&self, patient: PatientId) -> Option<&Claim> {
        one!(self, Key::Claim(patient), Claim)
    }

    fn request(&self, id: RequestId) -> Option<&Request> {
        one!(self, Key::Request(id), Request)
    }

    fn treatment_consent(&self, plan: PlanId) -> Option<&TreatmentConsent> {
        one!(self, Key::TreatmentConsent(plan), TreatmentConsent)
    }

    fn payment(&self, id: PaymentId) -> Option<&RecordedPayment> {
        one!(self, Key::Payment(id), Payment)
    }

    fn payments_of(&self, patient: PatientId) -> impl Iterator<Item = &RecordedPayment> {
        let below = self
            .below
            .payments_of(patient)
            .filter(|payment| self.shows_below(Key::Payment(payment.id)));
        below.chain(above!(self, Payment).filter(move |payment| payment.patient == patient))
    }

    fn review(&self, id: ReviewId) -> Option<&Review> {
        one!(self, Key::Review(id), Review)
    }
}

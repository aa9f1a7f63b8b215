//! What an export says, in our words, before it meets the database: rows still call each other by the codes of the export.

use std::collections::HashMap;

use app_domain::agenda::AppointmentKind;
use app_domain::calls::{Outcome, Topic};
use app_domain::care::{PlanAnswer, PlanState};
use app_domain::money::Cents;
use app_domain::patient::{Channel, Consent, Opposition, Standing};
use app_domain::practice::{Opening, Profession};
use app_domain::rows::Row;
use jiff::civil::{Date, DateTime};
use uuid::Uuid;

use crate::import::mapping::VisitState;

/// An export, read.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Chairs, left to right.
    pub chairs: Vec<ChairFact>,
    /// Dentists and hygienists.
    pub clinicians: Vec<ClinicianFact>,
    /// Days of closure.
    pub closures: Vec<ClosureFact>,
    /// Patients.
    pub patients: Vec<PatientFact>,
    /// Plans.
    pub plans: Vec<PlanFact>,
    /// Visits.
    pub appointments: Vec<AppointmentFact>,
    /// Steps of plans and single acts.
    pub acts: Vec<ActFact>,
    /// Payments and refunds.
    pub payments: Vec<PaymentFact>,
    /// Instalments.
    pub instalments: Vec<InstalmentFact>,
    /// Contacts.
    pub contacts: Vec<ContactFact>,
    /// Rows that Richiamo has written whole. They name other rows by our ids.
    pub records: Vec<RecordFact>,
    /// Our own ids of rows, by table and by what the export calls them: only an export of Richiamo has them.
    pub identities: HashMap<&'static str, HashMap<String, Uuid>>,
}

/// A row that Richiamo has written whole.
#[derive(Clone, Debug)]
pub struct RecordFact {
    /// What identifies it.
    pub code: String,
    /// The row, as devices read it.
    pub row: Row,
}

/// Where a row stands, for defects that show only beside other rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// Name of the file.
    pub file: String,
    /// Number of the line.
    pub line: usize,
}

/// A chair.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of app_domain::practice::Chair")]
pub struct ChairFact {
    pub code: String,
    pub name: String,
    pub position: u16,
    pub opening: Vec<Opening>,
}

/// A dentist or hygienist.
#[derive(Clone, Debug)]
#[expect(
    missing_docs,
    reason = "the fields are those of app_domain::practice::Clinician"
)]
pub struct ClinicianFact {
    pub code: String,
    pub surname: String,
    pub name: String,
    pub profession: Profession,
    pub colour: Option<String>,
}

/// Days of closure.
#[derive(Clone, Debug)]
#[expect(
    missing_docs,
    reason = "the fields are those of app_domain::practice::Closure"
)]
pub struct ClosureFact {
    pub from: Date,
    pub to: Date,
    pub reason: String,
}

/// A patient.
#[derive(Clone, Debug)]
pub struct PatientFact {
    /// Where it stands.
    pub origin: Origin,
    /// Code.
    pub code: String,
    /// Surname.
    pub surname: String,
    /// Name.
    pub name: String,
    /// `F` or `M`.
    pub sex: Option<&'static str>,
    /// Birth date.
    pub born: Option<Date>,
    /// Place of birth.
    pub birth_place: Option<String>,
    /// Tax code, in capitals.
    pub tax_code: Option<String>,
    /// Mobile number.
    pub mobile: Option<String>,
    /// Landline number.
    pub landline: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Province.
    pub province: Option<String>,
    /// Code of the payer.
    pub payer: Option<String>,
    /// Preferred channel.
    pub preferred: Option<Channel>,
    /// Consent to recalls.
    pub consent: Consent,
    /// Oppositions, sorted, each once.
    pub oppositions: Vec<Opposition>,
    /// Code of the dentist.
    pub dentist: Option<String>,
    /// Code of the hygienist.
    pub hygienist: Option<String>,
    /// Months between two hygienes.
    pub hygiene_interval_months: u8,
    /// Recall date set by hand.
    pub hygiene_fixed: Option<Date>,
    /// Whether in care.
    pub standing: Standing,
    /// Note.
    pub note: String,
    /// Kinds of defects that stay with the patient.
    pub flags: Vec<&'static str>,
}

/// A plan.
#[derive(Clone, Debug)]
#[expect(
    missing_docs,
    reason = "the fields are those of app_domain::care::Plan, and who signed it when"
)]
pub struct PlanFact {
    pub code: String,
    pub patient: String,
    pub clinician: Option<String>,
    pub title: String,
    pub signed: Option<Date>,
    pub presented: Option<Date>,
    pub state: PlanState,
}

/// A visit.
#[derive(Clone, Debug)]
pub struct AppointmentFact {
    /// Where it stands.
    pub origin: Origin,
    /// Identifier.
    pub code: String,
    /// Code of the patient.
    pub patient: String,
    /// Code of the chair.
    pub chair: String,
    /// Code of the clinician.
    pub clinician: String,
    /// First minute.
    pub start: DateTime,
    /// Length.
    pub minutes: u16,
    /// What for.
    pub kind: AppointmentKind,
    /// Status, and confirmation where the export has one column for both.
    pub state: VisitState,
    /// Confirmation, where it is a column of its own.
    pub confirmation: Option<VisitState>,
    /// When it was called off.
    pub cancelled_at: Option<DateTime>,
    /// Why it was called off.
    pub cancelled_reason: String,
    /// Whether the patient would come earlier.
    pub as_soon_as_possible: bool,
    /// Code of the plan.
    pub plan: Option<String>,
    /// Note.
    pub note: String,
    /// Set where another visit has the place.
    pub overbooked: Option<Overbooked>,
}

/// The export puts a visit on the place of another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overbooked;

impl AppointmentFact {
    /// Whether it takes its place.
    pub fn takes_place(&self) -> bool {
        use VisitState::{CancelledByPatient, CancelledByPractice, NoShow};
        !matches!(self.state, CancelledByPatient | CancelledByPractice | NoShow)
    }

    /// First minute of the day that is no longer of this visit.
    pub fn end_minute(&self) -> i32 {
        self.start_minute() + i32::from(self.minutes)
    }

    /// First minute of the day.
    pub fn start_minute(&self) -> i32 {
        i32::from(self.start.hour()) * 60 + i32::from(self.start.minute())
    }
}

/// A step of a plan or a single act.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of app_domain::care::Act")]
pub struct ActFact {
    pub code: String,
    pub patient: String,
    pub plan: Option<String>,
    pub position: Option<u16>,
    pub act_code: String,
    pub description: String,
    pub tooth: String,
    pub clinician: Option<String>,
    pub done: Option<Date>,
    pub price: Cents,
    pub discount: Cents,
    pub answer: Option<PlanAnswer>,
    pub gap_days: Option<u16>,
}

/// A payment, or a refund where the amount is negative.
#[derive(Clone, Debug)]
#[expect(
    missing_docs,
    reason = "the fields are those of app_domain::care::Payment, and the method"
)]
pub struct PaymentFact {
    pub code: String,
    pub patient: String,
    pub plan: Option<String>,
    pub day: Date,
    pub amount: Cents,
    pub method: String,
}

/// An instalment.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of app_domain::care::Instalment")]
pub struct InstalmentFact {
    pub plan: String,
    pub number: u16,
    pub due: Date,
    pub amount: Cents,
}

/// A contact.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of app_domain::calls::Attempt")]
pub struct ContactFact {
    pub code: String,
    pub patient: String,
    pub at: DateTime,
    pub channel: Channel,
    pub topic: Topic,
    pub outcome: Outcome,
    pub by_name: Option<String>,
}

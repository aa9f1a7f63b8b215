//! The patient: identity, contacts, and what the patient wants of contacts.

mod spoken;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agenda::PlaceTimes;
use crate::id::{ClinicianId, PatientId};

pub use spoken::SpokenLanguage;

/// A person who is or was cared for. Fields that a role may not see are absent (`None` or empty), never false.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patient {
    /// Identity.
    pub id: PatientId,
    /// Code in the practice's former software; unique in the practice.
    pub code: String,
    /// Surname.
    pub surname: String,
    /// Name.
    pub name: String,
    /// Birth date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// How to reach the patient; absent for roles that see names only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Contacts>,
    /// Whether care goes on.
    pub standing: Standing,
    /// Who pays, where that is another person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<PatientId>,
    /// The dentist who follows the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dentist: Option<ClinicianId>,
    /// The hygienist who follows the patient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hygienist: Option<ClinicianId>,
    /// Consent to be called for recalls.
    pub recall_consent: Consent,
    /// What the patient does not want to be contacted for, and by which channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub oppositions: Vec<Opposition>,
    /// When the patient can come.
    #[serde(default, skip_serializing_if = "PlaceTimes::is_any")]
    pub times: PlaceTimes,
}

/// How to reach a patient.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// Mobile number, as `+39…` (E.164) where it could be read, else as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// Landline number, in the same form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landline: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The channel that the patient prefers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<Channel>,
    /// The language in which the patient is spoken to, where it is not Italian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<SpokenLanguage>,
    /// A note of the front desk on how to reach or receive the patient.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Contacts {
    /// The number to call: the mobile, else the landline.
    pub fn phone(&self) -> Option<&str> {
        self.mobile.as_deref().or(self.landline.as_deref())
    }
}

impl Patient {
    /// "Surname Name".
    pub fn full_name(&self) -> String {
        format!("{} {}", self.surname, self.name)
    }

    /// Whole years of age on a day.
    pub fn age_on(&self, today: Date) -> Option<i16> {
        let born = self.born?;
        let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
        Some(today.year() - born.year() - i16::from(!had_birthday))
    }

    /// Whether the patient is under 18 on a day.
    pub fn is_minor_on(&self, today: Date) -> bool {
        self.age_on(today).is_some_and(|age| age < 18)
    }

    /// Whether any number is known. Unknown to roles that do not see contacts.
    pub fn has_phone(&self) -> bool {
        self.contacts
            .as_ref()
            .is_some_and(|contacts| contacts.phone().is_some())
    }
}

/// One field of a patient with its value: a change names the value that the person saw and the one that it becomes, so that
/// two people who edit one field are both heard.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "field", content = "value")]
pub enum PatientField {
    /// Mobile number.
    Mobile(Option<String>),
    /// Landline number.
    Landline(Option<String>),
    /// E-mail address.
    Email(Option<String>),
    /// Birth date.
    Born(Option<Date>),
    /// Consent to be called for recalls.
    RecallConsent(Consent),
    /// When the patient can come.
    Times(PlaceTimes),
    /// The language in which the patient is spoken to; none = Italian.
    Language(Option<SpokenLanguage>),
}

/// Characters of a number or an address, at most.
const LONGEST_CONTACT: usize = 254;

impl PatientField {
    /// Whether both are the same field, whatever the values.
    pub fn is_same_field(&self, other: &Self) -> bool {
        core::mem::discriminant(self) == core::mem::discriminant(other)
    }

    /// The present value of this field; `None` where the patient's contacts are not known.
    pub fn of(&self, patient: &Patient) -> Option<Self> {
        let contacts = patient.contacts.as_ref();
        Some(match self {
            Self::Mobile(_) => Self::Mobile(contacts?.mobile.clone()),
            Self::Landline(_) => Self::Landline(contacts?.landline.clone()),
            Self::Email(_) => Self::Email(contacts?.email.clone()),
            Self::Born(_) => Self::Born(patient.born),
            Self::RecallConsent(_) => Self::RecallConsent(patient.recall_consent),
            Self::Times(_) => Self::Times(patient.times.clone()),
            Self::Language(_) => Self::Language(contacts?.language),
        })
    }

    /// The patient with this value in its field.
    pub fn put_into(&self, patient: &Patient) -> Patient {
        let mut changed = patient.clone();
        let contacts = changed.contacts.get_or_insert_default();
        match self {
            Self::Mobile(value) => contacts.mobile.clone_from(value),
            Self::Landline(value) => contacts.landline.clone_from(value),
            Self::Email(value) => contacts.email.clone_from(value),
            Self::Born(value) => changed.born = *value,
            Self::RecallConsent(value) => changed.recall_consent = *value,
            Self::Times(value) => changed.times.clone_from(value),
            Self::Language(value) => contacts.language = *value,
        }
        changed
    }

    /// Whether this can be a value of its field: a number of at least five digits, an address with an at sign, a birth date
    /// that is not to come, days of the week in order.
    pub fn is_fit(&self, today: Date) -> bool {
        match self {
            Self::Mobile(value) | Self::Landline(value) => value.as_deref().is_none_or(is_number),
            Self::Email(value) => value.as_deref().is_none_or(is_address),
            Self::Born(value) => value.is_none_or(|born| born <= today),
            Self::RecallConsent(_) | Self::Language(_) => true,
            Self::Times(value) => value.is_sound(),
        }
    }

    /// A revoked consent wins over whatever was written meanwhile.
    pub const fn always_wins(&self) -> bool {
        matches!(self, Self::RecallConsent(Consent::Denied))
    }
}

fn is_number(text: &str) -> bool {
    let of_a_number = |one: char| one.is_ascii_digit() || " +-/().".contains(one);
    text.chars().filter(char::is_ascii_digit).count() >= 5
        && text.chars().all(of_a_number)
        && text.len() <= LONGEST_CONTACT
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    let is_whole = |(name, host): (&str, &str)| !name.is_empty() && host.contains('.') && !host.contains('@');
    parts.is_some_and(is_whole) && !text.contains(char::is_whitespace) && text.len() <= LONGEST_CONTACT
}

/// Whether care goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// In care.
    #[default]
    Active,
    /// Has not come for long, or asked to rest.
    Inactive,
    /// Died.
    Deceased,
    /// Moved away.
    MovedAway,
}

/// Consent to be contacted for recalls. Never asked counts as allowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Nobody asked.
    #[default]
    NeverAsked,
    /// Said yes.
    Given,
    /// Said no.
    Denied,
}

/// A way to reach a patient.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By voice.
    Phone,
    /// By WhatsApp.
    #[serde(rename = "whatsapp")]
    WhatsApp,
    /// By text message.
    Sms,
    /// By e-mail.
    Email,
}

impl Purpose {
    /// Every purpose, in the order in which they are named.
    pub const ALL: [Self; 4] = [
        Self::Recalls,
        Self::Care,
        Self::Administration,
        Self::Satisfaction,
    ];
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Phone, Self::WhatsApp, Self::Sms, Self::Email];
}

/// What a contact is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// `richiami`: hygiene and other recalls.
    Recalls,
    /// `cura`: whatever is not one of the others.
    Care,
    /// `amministrazione`: money.
    Administration,
    /// `soddisfazione`: how it went.
    Satisfaction,
}

/// A patient's opposition to being contacted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opposition {
    /// The purpose; `None` is every purpose (`tutte`).
    pub purpose: Option<Purpose>,
    /// The channel; `None` is every channel (`tutti`).
    pub channel: Option<Channel>,
}

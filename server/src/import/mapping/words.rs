//! Vocabularies: which word of the export means which of ours.

use std::collections::BTreeMap;

use app_domain::agenda::AppointmentKind;
use app_domain::calls::ReasonKind;
use app_domain::care::{PlanAnswer, PlanState};
use app_domain::patient::{Channel, Consent, Purpose, Standing};
use app_domain::practice::Profession;
use serde::Deserialize;

/// Their words, folded, and what each stands for. `""` is the empty field, `"*"` any word that is not named.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub struct Words(BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Words {
    fn from(words: BTreeMap<String, String>) -> Self {
        Self(
            words
                .into_iter()
                .map(|(theirs, ours)| (fold(&theirs), ours))
                .collect(),
        )
    }
}

impl Words {
    /// What a word stands for, where it is named.
    pub fn named(&self, word: &str) -> Option<&str> {
        self.0.get(&fold(word)).map(String::as_str)
    }

    /// What any other word stands for.
    pub fn other(&self) -> Option<&str> {
        self.0.get("*").map(String::as_str)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every word with what it stands for.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(theirs, ours)| (theirs.as_str(), ours.as_str()))
    }
}

/// A word as it is compared: without outer blanks, in lower case, inner blanks single.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for part in word.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(part.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// Something that a word can mean.
pub trait Word: Copy + 'static {
    /// Every meaning, by the name that mapping files use.
    const NAMES: &'static [(&'static str, Self)];

    /// The meaning of a name.
    fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, meaning)| *meaning)
    }
}

macro_rules! meanings {
    ($($meaning:ty { $($name:literal = $value:expr),+ $(,)? })+) => {$(
        impl Word for $meaning {
            const NAMES: &'static [(&'static str, Self)] = &[$(($name, $value)),+];
        }
    )+};
}

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Status and confirmation of a visit, which most programs keep in one column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VisitState {
    /// Awaited, nobody asked.
    Booked,
    /// Awaited, asked, no answer.
    Asked,
    /// Awaited, said yes.
    Confirmed,
    /// Awaited, wants another time.
    AskedToMove,
    /// In the waiting room.
    Arrived,
    /// In the chair.
    InChair,
    /// Treated.
    Done,
    /// Treated and gone.
    Left,
    /// Did not come.
    NoShow,
    /// Called off by the patient.
    CancelledByPatient,
    /// Called off by the practice.
    CancelledByPractice,
}

/// How an act stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ActState {
    /// To be done.
    ToDo,
    /// Done.
    Done,
    /// To be done, and the patient declined.
    Declined,
}

/// What a row of payments is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PaymentKind {
    /// Money in.
    Payment,
    /// Money back.
    Refund,
}

/// One of some things, or all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EveryOr<T> {
    /// All.
    Every,
    /// One.
    One(T),
}

impl<T> EveryOr<T> {
    /// `None` for all.
    pub fn one(self) -> Option<T> {
        match self {
            Self::Every => None,
            Self::One(one) => Some(one),
        }
    }
}

/// The outcome of a contact without what belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutcomeWord {
    /// Spoke, all well.
    AllWell,
    /// Reports a problem.
    Problem,
    /// Confirms the visit.
    Confirms,
    /// Asks to move the visit.
    AsksToMove,
    /// Booked a visit.
    Booked,
    /// Call back at a certain hour.
    CallBack,
    /// Not before a day.
    Later,
    /// Still thinking.
    Thinking,
    /// Nobody answered.
    NoAnswer,
    /// Busy.
    Busy,
    /// Voicemail.
    Voicemail,
    /// A family member.
    Family,
    /// Wrong number.
    WrongNumber,
    /// Promises to pay.
    PromisesToPay,
    /// Asks to spread the payment.
    AsksToSpread,
    /// Disputes.
    Disputes,
    /// Does not want to go on.
    DeclinesToGoOn,
    /// Does not want to be contacted.
    DoNotContact,
    /// Deceased.
    Deceased,
    /// Moved away.
    MovedAway,
}

/// What a contact was about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TopicWord {
    /// A reason of the list.
    Reason(ReasonKind),
    /// Anything else.
    Other,
}

meanings! {
    YesNo { "yes" = Self::Yes, "no" = Self::No }
    Standing {
        "active" = Self::Active, "inactive" = Self::Inactive, "deceased" = Self::Deceased, "moved_away" = Self::MovedAway,
    }
    Consent { "given" = Self::Given, "denied" = Self::Denied, "never_asked" = Self::NeverAsked }
    Channel { "phone" = Self::Phone, "whatsapp" = Self::WhatsApp, "sms" = Self::Sms, "email" = Self::Email }
    EveryOr<Channel> {
        "all" = Self::Every, "phone" = Self::One(Channel::Phone), "whatsapp" = Self::One(Channel::WhatsApp),
        "sms" = Self::One(Channel::Sms), "email" = Self::One(Channel::Email),
    }
    EveryOr<Purpose> {
        "all" = Self::Every, "recalls" = Self::One(Purpose::Recalls), "care" = Self::One(Purpose::Care),
        "administration" = Self::One(Purpose::Administration), "satisfaction" = Self::One(Purpose::Satisfaction),
    }
    Profession { "dentist" = Self::Dentist, "hygienist" = Self::Hygienist }
    AppointmentKind {
        "hygiene" = Self::Hygiene, "examination" = Self::Examination, "restorative" = Self::Restorative,
        "endodontics" = Self::Endodontics, "prosthetics" = Self::Prosthetics, "implant" = Self::Implant,
        "orthodontics" = Self::Orthodontics, "surgery" = Self::Surgery, "checkup" = Self::Checkup,
    }
    VisitState {
        "booked" = Self::Booked, "asked" = Self::Asked, "confirmed" = Self::Confirmed,
        "asked_to_move" = Self::AskedToMove, "arrived" = Self::Arrived, "in_chair" = Self::InChair,
        "done" = Self::Done, "left" = Self::Left, "no_show" = Self::NoShow,
        "cancelled_by_patient" = Self::CancelledByPatient, "cancelled_by_practice" = Self::CancelledByPractice,
    }
    PlanState { "active" = Self::Active, "finished" = Self::Finished, "stopped" = Self::Stopped }
    ActState { "to_do" = Self::ToDo, "done" = Self::Done, "declined" = Self::Declined }
    PlanAnswer {
        "accepted" = Self::Accepted, "thinking" = Self::Thinking, "postponed" = Self::Postponed,
        "declined" = Self::Declined,
    }
    PaymentKind { "payment" = Self::Payment, "refund" = Self::Refund }
    TopicWord {
        "clinical_risk" = Self::Reason(ReasonKind::ClinicalRisk), "balance" = Self::Reason(ReasonKind::Balance),
        "instalment" = Self::Reason(ReasonKind::Instalment),
        "suspended_cycle" = Self::Reason(ReasonKind::SuspendedCycle),
        "hygiene_recall" = Self::Reason(ReasonKind::HygieneRecall), "promise" = Self::Reason(ReasonKind::Promise),
        "confirm" = Self::Reason(ReasonKind::Confirm), "plan_awaiting" = Self::Reason(ReasonKind::PlanAwaiting),
        "missed_visit" = Self::Reason(ReasonKind::MissedVisit), "displaced" = Self::Reason(ReasonKind::Displaced),
        "satisfaction" = Self::Reason(ReasonKind::Satisfaction),
        "check_recall" = Self::Reason(ReasonKind::CheckRecall),
        "other" = Self::Other,
    }
    OutcomeWord {
        "all_well" = Self::AllWell, "problem" = Self::Problem, "confirms" = Self::Confirms,
        "asks_to_move" = Self::AsksToMove, "booked" = Self::Booked, "call_back" = Self::CallBack,
        "later" = Self::Later, "thinking" = Self::Thinking, "no_answer" = Self::NoAnswer, "busy" = Self::Busy,
        "voicemail" = Self::Voicemail, "family" = Self::Family, "wrong_number" = Self::WrongNumber,
        "promises_to_pay" = Self::PromisesToPay, "asks_to_spread" = Self::AsksToSpread, "disputes" = Self::Disputes,
        "declines_to_go_on" = Self::DeclinesToGoOn, "do_not_contact" = Self::DoNotContact,
        "deceased" = Self::Deceased, "moved_away" = Self::MovedAway,
    }
}

/// A day of the week, 1 = Monday to 7 = Sunday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeekdayWord(pub i8);

meanings! {
    WeekdayWord {
        "1" = Self(1), "2" = Self(2), "3" = Self(3), "4" = Self(4), "5" = Self(5), "6" = Self(6), "7" = Self(7),
    }
}

/// The words of the export, by what they are about.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Vocabularies {
    /// Yes and no.
    pub yes_no: Words,
    /// Whether a patient is in care.
    pub standing: Words,
    /// Consent to recalls.
    pub consent: Words,
    /// Channels of contact.
    pub channel: Words,
    /// Purposes of contact.
    pub purpose: Words,
    /// Professions of clinicians.
    pub profession: Words,
    /// Days of the week.
    pub weekday: Words,
    /// Kinds of visits.
    pub visit_kind: Words,
    /// States of visits.
    pub visit_status: Words,
    /// States of plans.
    pub plan_state: Words,
    /// States of acts.
    pub act_status: Words,
    /// Answers of patients to the steps of a plan.
    pub answer: Words,
    /// Arches: `Sup` and `Inf`. Teeth that are not named stay as they are.
    pub tooth: Words,
    /// Payments and refunds.
    pub payment_kind: Words,
    /// What contacts were about.
    pub topic: Words,
    /// What came of contacts.
    pub outcome: Words,
}

impl Vocabularies {
    /// Whether each word stands for something that is known; else the key and what is wrong with it.
    pub(super) fn check(&self) -> Result<(), (String, String)> {
        words_mean::<YesNo>("words.yes_no", &self.yes_no)?;
        words_mean::<Standing>("words.standing", &self.standing)?;
        words_mean::<Consent>("words.consent", &self.consent)?;
        words_mean::<EveryOr<Channel>>("words.channel", &self.channel)?;
        words_mean::<EveryOr<Purpose>>("words.purpose", &self.purpose)?;
        words_mean::<Profession>("words.profession", &self.profession)?;
        words_mean::<WeekdayWord>("words.weekday", &self.weekday)?;
        words_mean::<AppointmentKind>("words.visit_kind", &self.visit_kind)?;
        words_mean::<VisitState>("words.visit_status", &self.visit_status)?;
        words_mean::<PlanState>("words.plan_state", &self.plan_state)?;
        words_mean::<ActState>("words.act_status", &self.act_status)?;
        words_mean::<PlanAnswer>("words.answer", &self.answer)?;
        words_mean::<PaymentKind>("words.payment_kind", &self.payment_kind)?;
        words_mean::<TopicWord>("words.topic", &self.topic)?;
        words_mean::<OutcomeWord>("words.outcome", &self.outcome)
    }
}

/// Whether each word stands for a `W`, or for nothing (`""`).
pub(super) fn words_mean<W: Word>(key: &str, words: &Words) -> Result<(), (String, String)> {
    let stray = words
        .iter()
        .find(|(_, ours)| !ours.is_empty() && W::from_name(ours).is_none());
    let Some((theirs, ours)) = stray else {
        return Ok(());
    };
    let known: Vec<&str> = W::NAMES.iter().map(|(name, _)| *name).collect();
    Err((
        format!("{key}.\"{theirs}\""),
        format!("\"{ours}\" is none of: {}", known.join(", ")),
    ))
}

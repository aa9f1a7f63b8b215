//! What a machine must plug in before the screens can run: storage, network, clock and randomness of the device.

use app_domain::agenda::Part;
use app_domain::calls::{Gathered, ReasonKind};
use app_domain::id::{ChairId, ClinicianId, MemberId, PatientId};
use app_domain::language::Language;
use app_domain::patient::SpokenLanguage;
use app_domain::time::Instant;
use app_sync::client::Effect;
use app_sync::search::SearchRequest;
use app_sync::statement::StatementRequest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The device under the screens. The browser is the one that is shipped (`frontend`).
///
/// No method may call back into the [`Workspace`](crate::workspace::Workspace) before it returns: what comes of an
/// effect (`Kept`, `Message`, …) is told later, by [`Workspace::happen`](crate::workspace::Workspace::happen).
pub trait Device {
    /// Carries out what the client core asks of storage and network. Effects that only concern the screen do not come here.
    fn perform(&self, effect: Effect);

    /// The device's clock, not corrected.
    fn now(&self) -> Instant;

    /// A fresh identity (UUID version 7).
    fn new_id(&self) -> Uuid;

    /// Keeps a preference in this browser, for the next start.
    fn remember(&self, preference: Preference);

    /// How a person has set the agenda up in this browser.
    fn agenda_choices(&self, person: MemberId) -> AgendaChoices;

    /// Keeps how a person has set the agenda up in this browser.
    fn remember_agenda(&self, person: MemberId, choices: &AgendaChoices);

    /// The views of the call list that a person has kept in this browser.
    fn call_views(&self, person: MemberId) -> CallViews;

    /// Keeps the views of the call list that a person has made in this browser.
    fn remember_call_views(&self, person: MemberId, views: &CallViews);

    /// Keeps what was said and typed on the card of a call, sealed, until it is written down; `None` drops it. What rests
    /// is told in [`Workspace::call_notes`](crate::workspace::Workspace::call_notes) at the next start.
    fn keep_call_notes(&self, patient: PatientId, notes: Option<CallNotes>);

    /// Ends the session: drops what rests on the device of this person but the unsent work, and goes to the sign-in page.
    fn sign_out(&self);

    /// Loads the version of the program that waits. Called only when nothing is unsent.
    fn take_upgrade(&self);

    /// Makes this browser the person's own, if the password is theirs; what comes of it is told in
    /// [`Workspace::password_step`](crate::workspace::Workspace::password_step).
    fn make_personal(&self, password: String);

    /// Makes this browser one like any other.
    fn make_shared(&self);

    /// Opens a personal device without a network.
    fn unlock(&self, password: String);

    /// Tries again to get the first snapshot, after [`FirstLoad::Unreachable`](crate::workspace::FirstLoad).
    fn try_again(&self);

    /// Asks the server for patients; what comes of it is told in
    /// [`Workspace::searched`](crate::workspace::Workspace::searched). Of several questions the last is answered.
    fn search(&self, asked: SearchRequest);

    /// Asks the server for the rows behind a patient's figures of money; what comes of it is told in
    /// [`Workspace::stated`](crate::workspace::Workspace::stated). Of several questions the last is answered.
    fn ask_statement(&self, asked: StatementRequest);
}

/// Whose this browser is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Ownership {
    /// Not known yet, or this browser keeps nothing.
    #[default]
    Unknown,
    /// Several people's: only the server opens what rests here.
    Shared,
    /// One person's own: the password opens it without a network.
    Personal,
}

/// How a password that was typed stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PasswordStep {
    /// None is being looked at.
    #[default]
    Idle,
    /// It is being looked at.
    Checking,
    /// It did not do.
    Refused(PasswordProblem),
}

/// What is wrong with a password that was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PasswordProblem {
    /// It is another one.
    Wrong,
    /// Too many wrong ones of late.
    Wait {
        /// Whole seconds to wait.
        seconds: u32,
    },
    /// The server, which knows it, does not answer.
    NoNetwork,
    /// Something is broken, here or there.
    Broken,
}

/// What a person has chosen for this browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Preferences {
    /// Language of the interface.
    pub language: Language,
    /// Whether patients' names are shown as initials.
    pub names: Names,
    /// Light or dark.
    pub theme: Theme,
}

/// Privacy at the counter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Names {
    /// Names in full.
    #[default]
    Shown,
    /// Initials only.
    Hidden,
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How a person has set the agenda up in a browser: who shares it with others finds their own.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaChoices {
    /// How much was looked at last.
    pub reach: Reach,
    /// What the columns of the day are.
    pub columns: DayView,
    /// What of the agenda the week and the month show.
    pub part: Part,
    /// Chairs that are no columns of the day.
    pub hidden: Vec<ChairId>,
    /// Chairs in the person's own order; those that are not named come after them, in the practice's.
    pub order: Vec<ChairId>,
}

/// How much of the agenda is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// A day.
    #[default]
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

/// What the columns of the day are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayView {
    /// Chairs.
    #[default]
    Chairs,
    /// Clinicians.
    Clinicians,
}

/// Views of the call list that a person has made in a browser, in the order in which they were made.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CallViews {
    /// The views; no two have the same name.
    pub kept: Vec<CallView>,
}

/// A part of the call list with its filters, under a name. Rests in clear: it says nothing of any patient.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CallView {
    /// As the person has called it.
    pub name: String,
    /// The part of the list, by name.
    pub part: String,
    /// The filter by reason, by name.
    pub reason: String,
    /// Patients of this dentist or hygienist.
    pub clinician: Option<ClinicianId>,
    /// Patients who are spoken to in this language.
    pub language: Option<SpokenLanguage>,
    /// Patients whom no call has reached yet.
    pub never_reached: bool,
    /// Promises of the person.
    pub my_promises: bool,
}

/// What was said and typed on the card of a call and is not written down yet. It speaks of a patient: it rests sealed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CallNotes {
    /// When it was last changed.
    pub at: Option<Instant>,
    /// Answers to the script: the reason, the number of the question, what was said.
    pub answers: Vec<(ReasonKind, usize, YesOrNo)>,
    /// Listed reasons that the outcome is not about.
    pub left_out: Vec<ReasonKind>,
    /// What the patient reports, for the clinician who is asked.
    pub question: String,
    /// What is promised together with the hour of a call back.
    #[serde(default)]
    pub promised: String,
    /// Whether each reason is spoken of by itself.
    pub one_by_one: bool,
    /// What was said of each until now.
    pub gathered: Gathered,
}

impl CallNotes {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.left_out.is_empty()
            && self.question.is_empty()
            && self.promised.is_empty()
            && self.gathered.is_empty()
    }
}

/// The answer to a question of the script.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesOrNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// One of the [`Preferences`], changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Preference {
    /// Language of the interface.
    Language(Language),
    /// Whether patients' names are shown as initials.
    Names(Names),
    /// Light or dark.
    Theme(Theme),
}

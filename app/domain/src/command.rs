//! What people may ask for. A command is data: it is queued, sent, replayed, and decided by [`crate::apply`].

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::agenda::{
    Absence, CancelledBy, Confirmation, Ending, LabWork, Mark, Overbooking, Place, VisitType,
};
use crate::autonomy::Budget;
use crate::calls::{Advice, CallSettings, CallsShown, NewRecall, OutcomeOf, RiskRule, Settlement};
use crate::id::{
    AbsenceId, AppointmentId, AttemptId, ClosureId, DayNoteId, EpisodeId, MemberId, PatientId, PlanId,
    RequestId, ReviewId, SharedViewId,
};
use crate::patient::{Channel, PatientField};
use crate::payments::NewPayment;
use crate::practice::{Chair, Closure};
use crate::review::Decision;
use crate::risk_marks::NewRisk;
use crate::treatment_consent::WithdrawalWish;

mod about;
mod booking;
mod latest_call;
mod new_request;

pub use booking::Booking;
pub use latest_call::LatestCall;
pub use new_request::NewRequest;

/// A wish of a person at work. Unknown fields are refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(
    rename_all = "snake_case",
    tag = "name",
    content = "args",
    deny_unknown_fields
)]
pub enum Command {
    /// Move a visit on: arrived, in chair, done, left, missed. Repeating the present state is fine.
    MarkAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// The new state.
        mark: Mark,
    },
    /// Take the last mark back.
    UndoMark {
        /// The visit.
        appointment: AppointmentId,
        /// The mark that is taken back, so that a double tap takes back one.
        mark: Mark,
    },
    /// Put a visit elsewhere, or make it longer or shorter.
    MoveAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// Where it was when the person decided: a visit moved meanwhile is not moved blindly.
        from: Place,
        /// The new place.
        to: Place,
        /// Set where the place is taken on purpose.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        overbooking: Option<Overbooking>,
    },
    /// Call a visit off. By the practice, it waits to be placed again (`da ricollocare`).
    CancelAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// By whom.
        who: CancelledBy,
        /// Why, in the person's words.
        reason: String,
    },
    /// Correct how a visit ended.
    CorrectAppointment {
        /// The visit.
        appointment: AppointmentId,
        /// What the person saw: what was corrected meanwhile is not corrected blindly.
        was: Ending,
        /// How it truly ended; absent where it has not: then the patient is awaited again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        becomes: Option<Ending>,
        /// Why. May be blank only within [`crate::agenda::UNDO_MS`] of the end: then it takes back a slip.
        reason: String,
    },
    /// Write down whether the patient would come earlier (`se si libera prima`).
    SetAsSoonAsPossible {
        /// The visit.
        appointment: AppointmentId,
        /// Whether the patient would.
        as_soon_as_possible: bool,
    },
    /// Write down whether the visit waits for work of the laboratory.
    SetLabWork {
        /// The visit.
        appointment: AppointmentId,
        /// What the person saw.
        was: LabWork,
        /// What it becomes.
        becomes: LabWork,
    },
    /// Book a visit.
    BookAppointment(Booking),
    /// Take a booking back that was a slip: only by who made it, within [`crate::agenda::UNDO_MS`]. No trace is left.
    UnbookAppointment {
        /// The visit.
        appointment: AppointmentId,
    },
    /// A clinician is away: the visits in that time wait to be placed again.
    MarkAbsence(Absence),
    /// A clinician is there after all: what the absence displaced goes back where its place is free.
    WithdrawAbsence {
        /// The absence.
        absence: AbsenceId,
    },
    /// The practice is closed: the visits of those days wait to be placed again.
    CloseDays(Closure),
    /// The practice is open after all: what the closure displaced goes back where its place is free.
    ReopenDays {
        /// The closure.
        closure: ClosureId,
    },
    /// Set a chair up: its name, its place among the columns, its hours, whether it is shown.
    SetUpChair {
        /// What the person saw; absent for a new chair.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<Chair>,
        /// What it becomes.
        becomes: Chair,
    },
    /// Set a type of visit up: how long it usually takes, its colour, whether it is offered.
    SetUpVisitType {
        /// What the person saw; absent where the practice had not set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<VisitType>,
        /// What it becomes.
        becomes: VisitType,
    },
    /// Set what a role may grant without asking.
    SetUpBudget {
        /// What the person saw; absent where the practice had not set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<Budget>,
        /// What it becomes.
        becomes: Budget,
    },
    /// Set the hours in which to call, and where a video call takes place.
    SetUpCalls {
        /// What the person saw; absent where the practice had not set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<CallSettings>,
        /// What it becomes.
        becomes: CallSettings,
    },
    /// Set which acts open and close the episodes of a category of risk, and how often it is checked.
    SetUpRisk {
        /// What the person saw; absent where the practice had not set it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<RiskRule>,
        /// What it becomes.
        becomes: RiskRule,
    },
    /// Write a note about a day.
    AddDayNote {
        /// Identity, made on the device.
        note: DayNoteId,
        /// The day.
        day: Date,
        /// What it says.
        text: String,
    },
    /// Strike a note out that no longer holds.
    StrikeDayNote {
        /// The note.
        note: DayNoteId,
    },
    /// Offer a view of the call list to everybody who sees the list.
    ShareView {
        /// Identity, made on the device.
        view: SharedViewId,
        /// As it is called.
        name: String,
        /// What it shows.
        shows: CallsShown,
    },
    /// Offer it no more.
    StrikeView {
        /// The view.
        view: SharedViewId,
    },
    /// Write down what the patient said about coming.
    SetConfirmation {
        /// The visit.
        appointment: AppointmentId,
        /// What was said.
        confirmation: Confirmation,
    },
    /// Write down a call: one outcome per reason. A visit booked in the call travels with it: both are done, or neither.
    RecordAttempt {
        /// Identity, made on the device.
        attempt: AttemptId,
        /// Who was called.
        patient: PatientId,
        /// How.
        channel: Channel,
        /// What came of it.
        outcomes: Vec<OutcomeOf>,
        /// The visit that was booked in the call, named by an outcome "booked"; or asked for, by one "asks for a place".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        booking: Option<Booking>,
        /// Identity of what will wait, where the visit is asked for: its place is outside hours, and beyond the caller's budget.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<ReviewId>,
        /// The latest call to the patient that the caller knew of; absent where the device does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        latest: Option<LatestCall>,
        /// What the patient reports, for the clinician whom an outcome "problem" asks; at most
        /// [`crate::calls::LONGEST_WORDS`] characters.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        question: String,
    },
    /// Correct what was written down of a call, on the day it was made. What it was stays in sight.
    CorrectAttempt {
        /// The call.
        attempt: AttemptId,
        /// What the person saw: what was corrected meanwhile is not corrected blindly.
        was: Vec<OutcomeOf>,
        /// What truly came of it.
        becomes: Vec<OutcomeOf>,
        /// What the patient reports, for the clinician whom an outcome "problem" asks; empty = as it was.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        question: String,
    },
    /// Answer what a call asked.
    AnswerEscalation {
        /// The call.
        attempt: AttemptId,
        /// What is to be done.
        advice: Advice,
        /// The words to say to the patient; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Hand the promise made in a call over to somebody else, or take it over.
    HandOverPromise {
        /// The call.
        attempt: AttemptId,
        /// Whose it was when the person decided; `None` from an import.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<MemberId>,
        /// Who keeps it from now on.
        to: MemberId,
        /// A word for them; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        word: String,
    },
    /// Decide on a payment that a patient asked, in a call, to put off beyond what the caller may grant.
    DecideDelay {
        /// The call.
        attempt: AttemptId,
        /// Whether it is granted.
        granted: bool,
        /// The words for the patient; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Settle what a call left for a person to decide ("Da rivedere").
    SettleCall {
        /// The call.
        attempt: AttemptId,
        /// What the person saw settled about the same matter, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was: Option<Settlement>,
        /// How it ends.
        settlement: Settlement,
        /// Why, in words. Not blank where a reason is closed.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Write down what a patient asks.
    OpenRequest(NewRequest),
    /// Take a request in charge, or hand it over to somebody else.
    HandOverRequest {
        /// The request.
        request: RequestId,
        /// Whose it was when the person decided; `None` = nobody's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<MemberId>,
        /// Who has it in charge from now on.
        to: MemberId,
        /// A word for them; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        word: String,
    },
    /// Promise another hour for the answer to a request.
    PutOffRequest {
        /// The request.
        request: RequestId,
        /// The hour that the person saw.
        was: DateTime,
        /// The hour that is promised instead.
        becomes: DateTime,
    },
    /// Write down that a request is solved.
    SolveRequest {
        /// The request.
        request: RequestId,
        /// What was done, or answered; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Open a request again that was solved.
    ReopenRequest {
        /// The request.
        request: RequestId,
        /// Why. May be blank only for who solved it, within [`crate::agenda::UNDO_MS`]: then it takes back a slip.
        reason: String,
    },
    /// Attest that the patient has signed the consent to a plan. Repeating it is fine; within [`crate::agenda::UNDO_MS`] of one's
    /// own withdrawal, the same day takes that back as a slip.
    AttestConsent {
        /// The plan.
        plan: PlanId,
        /// Whose.
        patient: PatientId,
        /// The day on which the patient signed.
        signed: Date,
    },
    /// Write down that a consent no longer holds, effective at once. Repeating it is fine.
    WithdrawConsent {
        /// The plan.
        plan: PlanId,
        /// Whose.
        patient: PatientId,
        /// Whose wish it is.
        wish: WithdrawalWish,
        /// Why. May be blank only for who attested it, within [`crate::agenda::UNDO_MS`]: then it takes back a slip.
        reason: String,
    },
    /// Make an entry of the books: a payment, a refund, or what takes one of them back. Nothing of the books is edited, and the
    /// same entry again changes nothing.
    RecordPayment(NewPayment),
    /// Set by hand how a patient is recalled for hygiene.
    SetRecall(NewRecall),
    /// Open an episode of clinical risk that no act has opened.
    OpenRisk(NewRisk),
    /// Close an episode of clinical risk. Repeating it is fine.
    CloseRisk {
        /// Whose.
        patient: PatientId,
        /// Which.
        episode: EpisodeId,
        /// Why, in the clinician's words.
        reason: String,
    },
    /// Give a field of a patient another value.
    EditPatient {
        /// Whose.
        patient: PatientId,
        /// The value that the person saw.
        was: PatientField,
        /// The value that it becomes.
        becomes: PatientField,
    },
    /// Ask for what is beyond the author's own budget, a place outside hours or a waiver: it waits for who may grant it
    /// ("Da rivedere").
    Ask {
        /// Identity of what will wait, made on the device.
        review: ReviewId,
        /// The move or the booking, with the reason in [`Overbooking`]; or the entry of the books.
        wish: Box<Command>,
    },
    /// Decide what waits for a person.
    SettleReview {
        /// What waits.
        review: ReviewId,
        /// What is decided.
        decision: Decision,
        /// The words for who asked; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Take the lease on a patient's call, or renew one's own. Only with the server: never queued.
    ClaimCall {
        /// Who will be called.
        patient: PatientId,
    },
    /// Take a patient's call from who holds the lease. Only with the server: never queued.
    TakeOverCall {
        /// Whose call.
        patient: PatientId,
        /// Who held the lease when the person decided.
        from: MemberId,
        /// A word for them; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        word: String,
    },
    /// Give one's lease back.
    ReleaseCall {
        /// Whose call.
        patient: PatientId,
    },
}

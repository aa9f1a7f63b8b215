//! Words of the outbox and of refusals, in both languages.

use crate::workspace::StorageTrouble;
use app_domain::calls::Topic;
use app_domain::care::PlanAnswer;
use app_domain::language::Language;

mod addenda;
mod consent;
mod english;
mod italian;
mod payment;
mod practice;
mod recall;
mod request;
mod risk;
mod standing;

pub use addenda::AddendaText;
pub use consent::ConsentText;
pub use english::EN;
pub use italian::IT;
pub use payment::PaymentText;
pub use practice::PracticeText;
pub use recall::RecallText;
pub use request::RequestText;
pub use risk::RiskText;
pub use standing::StandingText;

/// Words of the badge, the drawer, the descriptions of commands, and the refusals.
pub struct Text {
    /// Badge and drawer.
    pub drawer: DrawerText,
    /// What a command asks for.
    pub describe: DescribeText,
    /// What is added to a call.
    pub addenda: AddendaText,
    /// What is asked of the practice itself.
    pub practice: PracticeText,
    /// What is done with requests of patients.
    pub request: RequestText,
    /// What is done with consents to treatment.
    pub consent: ConsentText,
    /// What is recorded of payments.
    pub payment: PaymentText,
    /// What is set by hand of recalls.
    pub recall: RecallText,
    /// What clinicians say of episodes of clinical risk.
    pub risk: RiskText,
    /// How far a change of a row has come.
    pub standing: StandingText,
    /// Outcomes of calls, in the words in which they are remembered.
    pub outcome: OutcomeText,
    /// What a call is about.
    pub topic: fn(Topic) -> &'static str,
    /// Why a command is not carried out.
    pub refusal: RefusalText,
}

/// Words of the badge and of the drawer.
pub struct DrawerText {
    /// Everything read, everything sent.
    pub live: &'static str,
    /// Nothing to show yet.
    pub loading: &'static str,
    /// What is shown is as of an hour.
    pub as_of: fn(&str) -> String,
    /// How many changes wait to be sent.
    pub to_send: fn(usize) -> String,
    /// A change is on its way.
    pub saving: &'static str,
    /// How many changes a person has to settle.
    pub to_settle: fn(usize) -> String,
    /// How many changes wait for a decision.
    pub to_review: fn(usize) -> String,
    /// Name of the button that opens the drawer, for screen readers, around the words that are seen.
    pub open: fn(&str) -> String,
    /// Title of the drawer.
    pub title: &'static str,
    /// Closes the drawer.
    pub close: &'static str,
    /// Nothing waits, nothing was refused.
    pub empty: &'static str,
    /// Above the refused changes.
    pub refused: &'static str,
    /// Above the changes that wait.
    pub waiting: &'static str,
    /// Being written on this device.
    pub writing: &'static str,
    /// Could not be written on this device.
    pub unkept: &'static str,
    /// Kept on this device.
    pub kept: &'static str,
    /// Sent, not answered yet.
    pub sent: &'static str,
    /// Accepted, about to be seen.
    pub accepted: &'static str,
    /// When the person asked.
    pub asked_at: fn(&str) -> String,
    /// When the answer came.
    pub refused_at: fn(&str) -> String,
    /// The person has dealt with it.
    pub seen: &'static str,
    /// Leads to another place for the visit.
    pub other_place: &'static str,
    /// Leads to the patient's card.
    pub open_card: &'static str,
    /// Leads to absences and closures.
    pub open_absences: &'static str,
    /// Leads to the requests.
    pub open_requests: &'static str,
    /// Leads to the sheet of the patient.
    pub open_sheet: &'static str,
    /// Leads to where the practice is set up.
    pub open_setup: &'static str,
    /// Leads to the day of the agenda.
    pub open_day: &'static str,
    /// Offline: what is said under the title.
    pub offline_note: &'static str,
    /// The program is too old for the server.
    pub too_old: &'static str,
    /// How many changes the server has taken, for a person to look at.
    pub rescued: fn(usize) -> String,
    /// What this browser does not keep, and what follows from it.
    pub trouble: fn(StorageTrouble) -> &'static str,
    /// How many changes rest here and cannot be read.
    pub unreadable: fn(usize) -> String,
}

/// Words for what a command asks for.
pub struct DescribeText {
    /// Headline of a mark, of a visit of somebody.
    pub mark: fn(&str, &str) -> String,
    /// Headline of a mark taken back.
    pub undo_mark: fn(&str, &str) -> String,
    /// Headline of a move.
    pub moves: fn(&str) -> String,
    /// Headline of a booking.
    pub books: fn(&str) -> String,
    /// Headline of a visit that is called off.
    pub cancels: fn(&str) -> String,
    /// Headline of a corrected end.
    pub corrects: fn(&str) -> String,
    /// Headline of a patient who would come earlier.
    pub earlier: fn(&str) -> String,
    /// No work of the laboratory is needed, it is awaited, it has arrived: whose visit.
    pub lab: [fn(&str) -> String; 3],
    /// Headline of a patient who would not any more.
    pub not_earlier: fn(&str) -> String,
    /// How a visit ended: not at all, gone home, missed, called off by the patient, by the practice.
    pub endings: [&'static str; 5],
    /// Label of who called off.
    pub by: &'static str,
    /// Label of a reason.
    pub reason: &'static str,
    /// Headline of what was said about coming.
    pub confirmation: fn(&str) -> String,
    /// Headline of a call.
    pub call: fn(&str) -> String,
    /// Headline of a field that was changed: which, whose.
    pub edits: fn(&str, &str) -> String,
    /// Headline of what is asked of somebody else: the headline of the wish.
    pub asks: fn(&str) -> String,
    /// Headline of a decision: about what.
    pub settles: fn(&str) -> String,
    /// Label of the former value.
    pub was: &'static str,
    /// Label of the new value.
    pub becomes: &'static str,
    /// No value.
    pub nothing: &'static str,
    /// Consent: never asked, given, denied.
    pub consents: [&'static str; 3],
    /// A field in a sentence: mobile, landline, e-mail, birth date, consent to recalls, times that suit.
    pub fields: [&'static str; 7],
    /// What was decided: given up, carried out, put elsewhere.
    pub decisions: [&'static str; 3],
    /// Label of a decision.
    pub decision: &'static str,
    /// Label of the words that go with it.
    pub said: &'static str,
    /// Headline of a claim.
    pub claim: fn(&str) -> String,
    /// Headline of a claim given back.
    pub release: fn(&str) -> String,
    /// Label of a visit.
    pub visit: &'static str,
    /// Label of the former place.
    pub from: &'static str,
    /// Label of the new place.
    pub to: &'static str,
    /// Label of a place.
    pub place: &'static str,
    /// Label of what a visit is for.
    pub kind: &'static str,
    /// Label of a note.
    pub note: &'static str,
    /// Label of the reason of an overbooking.
    pub overbooking: &'static str,
    /// Label of what the patient said about coming.
    pub answer: &'static str,
    /// Label of the channel.
    pub channel: &'static str,
    /// A thing that this device does not hold any more.
    pub unknown_patient: &'static str,
    /// A visit that this device does not hold any more.
    pub unknown_visit: &'static str,
    /// A chair or clinician that this device does not hold any more.
    pub unknown: &'static str,
    /// Marks, in the order of `Mark`: arrived, in chair, done, left, missed.
    pub marks: [&'static str; 5],
    /// Not asked.
    pub not_asked: &'static str,
    /// Asked by a channel.
    pub asked: fn(&str) -> String,
    /// Confirmed.
    pub confirmed: &'static str,
    /// Wants another time.
    pub asked_to_move: &'static str,
}

/// Why a command is not carried out: what happened, and what the person may do.
pub struct RefusalText {
    /// Not found: what, and what to do.
    pub not_found: [&'static str; 2],
    /// Not allowed.
    pub not_allowed: [&'static str; 2],
    /// One chair: by whom, which chair, when.
    pub chair_taken: fn(&str, &str, &str) -> String,
    /// One clinician: who, with whom, when.
    pub clinician_taken: fn(&str, &str, &str) -> String,
    /// One chair and one clinician: by whom, the chair, the clinician, when.
    pub both_taken: fn(&str, &str, &str, &str) -> String,
    /// One patient: who, when.
    pub patient_taken: fn(&str, &str) -> String,
    /// The other visit is not on this device.
    pub somebody: &'static str,
    /// What to do where a place is taken.
    pub place_todo: &'static str,
    /// What to do where the patient has another visit then.
    pub patient_todo: &'static str,
    /// Outside opening hours.
    pub outside_hours: [&'static str; 2],
    /// Closed: day and reason.
    pub closed: fn(&str, &str) -> String,
    /// A national holiday: the day.
    pub holiday: fn(&str) -> String,
    /// The clinician is away: who, until when.
    pub away: fn(&str, &str) -> String,
    /// What to do about it.
    pub away_todo: &'static str,
    /// Somebody else has set it otherwise.
    pub set_meanwhile: [&'static str; 2],
    /// What to do about a closure.
    pub closed_todo: &'static str,
    /// Not a place of the agenda.
    pub not_a_place: [&'static str; 2],
    /// Past: the start.
    pub past: fn(&str) -> String,
    /// What to do about a time that is past.
    pub past_todo: &'static str,
    /// Not begun yet: the start.
    pub too_early: fn(&str) -> String,
    /// What to do about a visit that has not begun.
    pub too_early_todo: &'static str,
    /// Wrong state: the state it has.
    pub wrong_state: fn(&str) -> String,
    /// Wrong state, and what was wanted.
    pub wrong_state_wanted: fn(&str, &str) -> String,
    /// What to do about it.
    pub wrong_state_todo: &'static str,
    /// States, in the order of `Status`.
    pub states: [&'static str; 7],
    /// Moved meanwhile: where it is now.
    pub moved: fn(&str) -> String,
    /// What to do about it.
    pub moved_todo: &'static str,
    /// Called off by the patient.
    pub cancelled_by_patient: &'static str,
    /// Called off by the practice.
    pub cancelled_by_practice: &'static str,
    /// What to do about it.
    pub cancelled_todo: &'static str,
    /// Claimed: by whom, since when, until when.
    pub claimed: fn(&str, &str, &str) -> String,
    /// What to do about it.
    pub claimed_todo: &'static str,
    /// A colleague whom this device does not know.
    pub colleague: &'static str,
    /// An overbooking without reason.
    pub reason_missing: [&'static str; 2],
    /// More than the patient owes: how much that is.
    pub more_than_owed: fn(&str) -> String,
    /// What to do about it.
    pub more_than_owed_todo: &'static str,
    /// More than the role waives by itself: how much that is.
    pub beyond_budget: fn(&str) -> String,
    /// What to do about it.
    pub beyond_todo: &'static str,
    /// Already recorded otherwise.
    pub already: [&'static str; 2],
    /// An outcome that does not fit.
    pub unfit: [&'static str; 2],
    /// The field has another value: which.
    pub field_changed: fn(&str) -> String,
    /// What to do about it.
    pub field_todo: &'static str,
    /// A value that the field cannot hold.
    pub unfit_value: [&'static str; 2],
    /// What a call left is corrected on its own day only, and what to do.
    pub day_is_over: [&'static str; 2],
    /// Somebody has decided: who, when.
    pub settled: fn(&str, &str) -> String,
    /// What to do about it.
    pub settled_todo: &'static str,
    /// Needs the server.
    pub needs_server: [&'static str; 2],
}

/// Outcomes, in the words in which they are remembered.
pub struct OutcomeText {
    /// Names of outcomes that ask for more: a problem, a call back, a day, a promise to pay, an opposition.
    pub problem_name: &'static str,
    /// To be called back.
    pub call_back_name: &'static str,
    /// Not before a day.
    pub later_name: &'static str,
    /// Promises to pay.
    pub pays_name: &'static str,
    /// Does not want to be contacted.
    pub do_not_contact_name: &'static str,
    /// Spoke, all well.
    pub all_well: &'static str,
    /// Reports a problem.
    pub problem: &'static str,
    /// Reports a problem; to be answered by an hour.
    pub problem_until: fn(&str) -> String,
    /// Confirms.
    pub confirms: &'static str,
    /// Asks to move.
    pub asks_to_move: &'static str,
    /// Booked.
    pub booked: &'static str,
    /// To be called back.
    pub call_back: fn(&str) -> String,
    /// Not before a day.
    pub later: fn(&str) -> String,
    /// Would come outside hours.
    pub asks_for_place: &'static str,
    /// Answers a plan.
    pub answers_plan: &'static str,
    /// So many answers of a kind.
    pub answered: fn(PlanAnswer, usize) -> String,
    /// Answers a plan, before the answers are chosen.
    pub answers_plan_name: &'static str,
    /// Thinking.
    pub thinking: &'static str,
    /// No answer.
    pub no_answer: &'static str,
    /// Busy.
    pub busy: &'static str,
    /// Voicemail.
    pub voicemail: &'static str,
    /// Family member.
    pub family: &'static str,
    /// Wrong number.
    pub wrong_number: &'static str,
    /// Promises to pay.
    pub promises_to_pay: fn(&str) -> String,
    /// Asks to put a payment off, until a day.
    pub asks_delay: fn(&str) -> String,
    /// The same, before the day is chosen.
    pub delay_name: &'static str,
    /// Asks to spread.
    pub asks_to_spread: &'static str,
    /// Disputes.
    pub disputes: &'static str,
    /// Does not want to go on.
    pub declines: &'static str,
    /// Does not want to be contacted.
    pub do_not_contact: &'static str,
    /// Deceased.
    pub deceased: &'static str,
    /// Moved away.
    pub moved_away: &'static str,
}

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

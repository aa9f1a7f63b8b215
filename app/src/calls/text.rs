//! Words of the call list and the call card, in both languages.

use app_domain::calls::Cause;
use app_domain::language::Language;

mod answers;
mod english;
mod italian;
mod panel;
mod reach;
mod settling;

pub use answers::AnswersText;
pub use english::EN;
pub use italian::IT;
pub use panel::PanelText;
pub use reach::ReachText;
pub use settling::SettlingText;

/// Words of the call list and the call card.
pub struct Text {
    /// The list.
    pub list: ListText,
    /// The card.
    pub card: CardText,
    /// Panels in which an outcome is completed.
    pub panel: PanelText,
    /// What follows from an outcome.
    pub follows: FollowsText,
    /// What a patient answers to a plan.
    pub answers: AnswersText,
    /// What waits for a person's decision.
    pub settling: SettlingText,
    /// Why a reason is not on the list.
    pub cause: fn(Cause) -> &'static str,
}

/// Words of the list.
pub struct ListText {
    /// Title of the page.
    pub title: &'static str,
    /// Name of the segments.
    pub segments: &'static str,
    /// Patients to call.
    pub to_call: &'static str,
    /// Patients whom a person must look at.
    pub to_review: &'static str,
    /// Patients left out.
    pub excluded: &'static str,
    /// Name of the chips.
    pub filter: &'static str,
    /// Names of the filters, in the order of `Filter::ALL`.
    pub filters: [&'static str; 13],
    /// Name of the list for screen readers.
    pub rows: &'static str,
    /// Somebody calls this patient now.
    pub is_calling: fn(&str) -> String,
    /// Mark of a patient without any number.
    pub no_phone: &'static str,
    /// Sentence of a row that has only reasons left out: the reason and the cause.
    pub left_out: fn(&str, &str) -> String,
    /// Nobody to call.
    pub empty_title: &'static str,
    /// What that means.
    pub empty_note: &'static str,
    /// Nobody to review.
    pub none_to_review: &'static str,
    /// Nobody left out.
    pub none_excluded: &'static str,
    /// Nobody under this filter.
    pub none_here: &'static str,
    /// Removes the filter.
    pub all: &'static str,
    /// Nothing is open on the right.
    pub pick: &'static str,
    /// How to move with the keyboard.
    pub pick_note: &'static str,
    /// Patients who named a day or an hour.
    pub put_off: &'static str,
    /// Nobody put off.
    pub none_put_off: &'static str,
    /// A sentence, and when the reason is on the list again.
    pub comes_back: fn(&str, &str) -> String,
    /// An hour of today.
    pub at_hour: fn(&str) -> String,
    /// Filters besides the reasons.
    pub narrow: NarrowText,
    /// Views that the person has kept.
    pub views: ViewsText,
    /// What has come of today's calls.
    pub day: DayText,
}

/// Words of what has come of today's calls.
pub struct DayText {
    /// Name of the sums.
    pub title: &'static str,
    /// So many people spoken to.
    pub reached: fn(usize) -> String,
    /// So many visits booked, after that.
    pub booked: fn(usize) -> String,
    /// Of the person who looks.
    pub mine: &'static str,
    /// Of everybody.
    pub all: &'static str,
    /// People called, people spoken to, visits booked, calls back promised, questions to clinicians.
    pub rows: [&'static str; 5],
}

/// Words of the views of the list.
pub struct ViewsText {
    /// Name of those that the person has kept.
    pub title: &'static str,
    /// Name of those that are offered to everybody.
    pub shared: &'static str,
    /// Label of the name of a new one.
    pub name: &'static str,
    /// Who sees a view that is kept, and what a name is not for.
    pub hint: &'static str,
    /// The same of one that is offered to everybody.
    pub hint_shared: &'static str,
    /// Whether it is for everybody.
    pub for_all: &'static str,
    /// Keeps what is shown.
    pub keep: &'static str,
    /// Forgets one.
    pub forget: fn(&str) -> String,
    /// Offers one to nobody any more.
    pub strike: fn(&str) -> String,
    /// Who shared it.
    pub by: fn(&str) -> String,
}

/// Words of the filters besides the reasons.
pub struct NarrowText {
    /// The button, and the panel.
    pub title: &'static str,
    /// Cycles of care that stand still.
    pub stopped: &'static str,
    /// The same, because the practice is or was closed.
    pub stopped_by_closure: fn(&str) -> String,
    /// The same, because a clinician is or was away.
    pub stopped_by_absence: fn(&str) -> String,
    /// Name of the filters that are chosen.
    pub chosen: &'static str,
    /// Takes one away.
    pub remove: fn(&str) -> String,
    /// Label of the choice by clinician.
    pub clinician: &'static str,
    /// Whoever it is.
    pub any_clinician: &'static str,
    /// Whom no call has reached yet.
    pub never_reached: &'static str,
    /// Label of the languages.
    pub language: &'static str,
    /// Any of them.
    pub any_language: &'static str,
    /// Spoken to in one.
    pub in_language: fn(&str) -> String,
    /// Promises of the person who looks.
    pub my_promises: &'static str,
    /// Nobody passes.
    pub nobody: &'static str,
}

/// Words of the card.
pub struct CardText {
    /// Name of the card for screen readers.
    pub label: fn(&str) -> String,
    /// Place in the list.
    pub position: fn(usize, usize) -> String,
    /// Back to the list.
    pub back: &'static str,
    /// To the next patient.
    pub next: &'static str,
    /// Nobody comes after.
    pub last: &'static str,
    /// The patient is not on this device, or not visible.
    pub gone: &'static str,
    /// What that means.
    pub gone_note: &'static str,
    /// How the patient is reached.
    pub reach: ReachText,
    /// Name of the ways of contact.
    pub ways: &'static str,
    /// Calls a number.
    pub call_number: fn(&str) -> String,
    /// A channel that the patient does not want.
    pub opposed: &'static str,
    /// A channel that the patient does not want for the purposes named.
    pub opposed_for: fn(&str) -> String,
    /// Purposes, in the order of `Purpose`: recalls, care, administration, satisfaction.
    pub purposes: [&'static str; 4],
    /// No number is known.
    pub no_phone: &'static str,
    /// What to do about it.
    pub no_phone_note: &'static str,
    /// Takes the claim.
    pub take: &'static str,
    /// The length of the call, for screen readers.
    pub timer: &'static str,
    /// Another is calling, since an hour.
    pub taken: fn(&str, &str) -> String,
    /// What going on means.
    pub taken_note: &'static str,
    /// Goes on knowingly.
    pub go_on: &'static str,
    /// Offline.
    pub offline: &'static str,
    /// Name of the list of reasons.
    pub reasons: &'static str,
    /// Switch in the head of a reason, for screen readers.
    pub include: fn(&str) -> String,
    /// Since a day.
    pub since: fn(&str) -> String,
    /// Last successful contact.
    pub last_contact: fn(&str, &str) -> String,
    /// What came of the last contact, where its day is told already.
    pub last_outcome: fn(&str) -> String,
    /// Questions that are folded away.
    pub questions: fn(usize) -> String,
    /// So many days ago; 0 is today.
    pub days_ago: fn(i64) -> String,
    /// Before the questions.
    pub ask: &'static str,
    /// After a "yes".
    pub yes_proposes: &'static str,
    /// The next free places of a kind of visit.
    pub places_for: fn(&str) -> String,
    /// No place in the days that were looked at.
    pub no_places: &'static str,
    /// Name of the outcomes.
    pub outcomes: &'static str,
    /// Spoke, all well.
    pub all_well: &'static str,
    /// Confirms the visit.
    pub confirms: &'static str,
    /// Books a visit.
    pub book: &'static str,
    /// Books the chosen place.
    pub book_at: fn(&str) -> String,
    /// Asks for the chosen place.
    pub ask_at: fn(&str) -> String,
    /// Moves a visit to the chosen place.
    pub move_to: fn(&str) -> String,
    /// It was moved: to when.
    pub moved: fn(&str) -> String,
    /// To be called back.
    pub call_back: &'static str,
    /// Nobody answered.
    pub no_answer: &'static str,
    /// The line was busy.
    pub busy: &'static str,
    /// Other outcomes.
    pub other: &'static str,
    /// Each reason is spoken of by itself.
    pub one_by_one: &'static str,
    /// Name of what was said so far.
    pub said_so_far: &'static str,
    /// What the next outcome is about.
    pub outcome_of: fn(&str) -> String,
    /// Takes back what was said of one reason.
    pub take_back: fn(&str) -> String,
    /// Ends the call with so many outcomes.
    pub end_call: fn(usize) -> String,
    /// What was said of a reason in this call.
    pub said: fn(&str) -> String,
    /// A call carries one visit.
    pub second_visit: &'static str,
    /// Name of what is corrected, where things came out differently.
    pub corrected_of: &'static str,
    /// Reports a problem.
    pub problem: &'static str,
    /// A voicemail answered.
    pub voicemail: &'static str,
    /// A family member answered.
    pub family: &'static str,
    /// Not the patient's number.
    pub wrong_number: &'static str,
    /// Not to be said to anybody else.
    pub discretion: &'static str,
    /// No reason is on the list: the call is about something else.
    pub no_reason: &'static str,
    /// Until when a reason is held.
    pub until: fn(&str) -> String,
    /// Reasons left out now.
    pub held: &'static str,
    /// Earlier attempts.
    pub earlier: &'static str,
    /// No attempt yet.
    pub no_attempts: &'static str,
    /// Two people called, neither knowing of the other.
    pub double: &'static str,
    /// The same, with who and when.
    pub double_notice: fn(&str) -> String,
    /// By whom, in the former software.
    pub imported: &'static str,
    /// Takes the call from who has it.
    pub take_over: &'static str,
    /// The same, for good.
    pub take_over_now: &'static str,
    /// Label of a word to a colleague.
    pub word_to: fn(&str) -> String,
    /// A colleague has taken the call.
    pub taken_from_you: fn(&str) -> String,
    /// Who keeps a promise, and how often it was handed over.
    pub kept_by: fn(&str, usize) -> String,
    /// Hands a promise over.
    pub hand_over: &'static str,
    /// Leads to when the recall is due, which may be set by hand.
    pub recall: &'static str,
    /// Leads to the payments and to where an amount comes from.
    pub books: &'static str,
    /// Words to say to the patient.
    pub say: fn(&str) -> String,
    /// What a clinician was asked.
    pub asked: fn(&str) -> String,
    /// What a clinician answered: who, what is to be done, the words.
    pub answered: fn(&str, &str, &str) -> String,
    /// A delay, granted or not: by whom, and the words for the patient.
    pub delay_decided: [fn(&str, &str) -> String; 2],
    /// A delay that nobody has decided yet.
    pub delay_waits: &'static str,
    /// Heading of the others of the family who are on the list.
    pub family_too: &'static str,
    /// From hand to hand: from whom, to whom, a word.
    pub handed: fn(&str, &str, &str) -> String,
    /// What a person settled of it: who, what, the words.
    pub settled: fn(&str, &str, &str) -> String,
    /// What was written down before, and who corrected it.
    pub was_written: fn(&str, &str) -> String,
    /// Corrects a call of today.
    pub correct: &'static str,
    /// Which call is being corrected.
    pub correcting: fn(&str) -> String,
    /// The card goes on with what a call has left behind, last changed then.
    pub resumed: fn(&str) -> String,
    /// Takes that off the card.
    pub start_over: &'static str,
    /// It is corrected.
    pub corrected: &'static str,
    /// May only read.
    pub read_only: &'static str,
}

/// What follows from an outcome, in a sentence of the toast.
pub struct FollowsText {
    /// All well.
    pub all_well: &'static str,
    /// All well, for a risk.
    pub all_well_risk: &'static str,
    /// Problem: until when.
    pub problem: fn(&str) -> String,
    /// Confirmed.
    pub confirms: &'static str,
    /// Booked: when.
    pub booked: fn(&str) -> String,
    /// A place was asked for: by when it is decided.
    pub asked_for: fn(&str) -> String,
    /// To be called back: when.
    pub call_back: fn(&str) -> String,
    /// Nobody reached: the day of the retry, and between which hours.
    pub retry: fn(&str, &str, &str) -> String,
    /// Nobody reached, for reasons that are not limited.
    pub retry_today: &'static str,
    /// Wrong number.
    pub wrong_number: &'static str,
    /// So many outcomes that differ.
    pub several: fn(usize) -> String,
    /// Anything else.
    pub other: &'static str,
}

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

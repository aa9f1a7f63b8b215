//! Words of the agenda, in both languages.

mod booking;
mod consent;
mod english;
mod italian;

pub use booking::BookingText;
pub use consent::ConsentText;
pub use english::EN;
pub use italian::IT;

use app_domain::agenda::Mark;
use app_domain::calendar::NationalHoliday;
use app_domain::language::Language;

/// Words of the agenda.
pub struct Text {
    /// The words that features share.
    pub common: &'static crate::text::Text,
    /// Words of the day as a whole.
    pub day: DayText,
    /// Words of the week.
    pub week: WeekText,
    /// Words of the month.
    pub month: MonthText,
    /// Words of the choice of chairs.
    pub columns: ColumnsText,
    /// Words of the right column.
    pub side: SideText,
    /// Words of the window of an appointment.
    pub dialog: DialogText,
    /// Words of the form that moves an appointment.
    pub moving: MoveText,
    /// Words of booking.
    pub booking: BookingText,
    /// Words of the consent to treatment.
    pub consent: ConsentText,
    /// Words of the forms that call an appointment off or correct how it ended.
    pub ending: EndingText,
    /// Not asked yet.
    pub to_confirm: &'static str,
    /// Asked, no answer yet.
    pub asked: &'static str,
    /// Said yes.
    pub confirmed: &'static str,
    /// Wants another time.
    pub asks_to_move: &'static str,
    /// Comes at an hour.
    pub expected: fn(&str) -> String,
    /// Should have come that long ago.
    pub overdue: fn(&str) -> String,
    /// A past day on which nobody marked it.
    pub unmarked: &'static str,
    /// Has come.
    pub arrived: &'static str,
    /// Waits for that long.
    pub waiting: fn(&str) -> String,
    /// In the chair for that long.
    pub in_chair: fn(&str) -> String,
    /// Treated, since an hour if known.
    pub done: fn(Option<&str>) -> String,
    /// Gone home, at an hour if known.
    pub left: fn(Option<&str>) -> String,
    /// Did not come.
    pub missed: &'static str,
    /// Called off by the patient.
    pub called_off: &'static str,
    /// Called off by the practice.
    pub displaced: &'static str,
    /// Mark: clinical risk.
    pub risk: &'static str,
    /// Mark: something is due.
    pub owed: &'static str,
    /// Mark: somebody promised to call back.
    pub promise: &'static str,
    /// Mark: nobody has treated the patient yet.
    pub first_visit: &'static str,
    /// Mark: the laboratory has not sent its work yet.
    pub lab: &'static str,
    /// It has.
    pub lab_here: &'static str,
    /// Mark: would come earlier.
    pub earlier: &'static str,
    /// Row: on its way.
    pub saving: &'static str,
    /// Row: being written on this device; nothing is promised yet.
    pub writing: &'static str,
    /// Row: could not be written on this device.
    pub unkept: &'static str,
    /// Row: kept on this device.
    pub kept: &'static str,
    /// Row: needs a person.
    pub needs_you: &'static str,
    /// A patient whom this device does not hold.
    pub unknown: &'static str,
    /// The button that marks the next step, for a name.
    pub mark_step: fn(Mark, &str) -> String,
    /// What was done, for a name.
    pub marked: fn(Mark, &str) -> String,
    /// The confirmation was written down, for a name.
    pub confirmation_set: fn(&str) -> String,
    /// The appointment was moved: name, new moment.
    pub moved: fn(&str, &str) -> String,
    /// It was called off, for a name.
    pub cancelled: fn(&str) -> String,
    /// Its end was corrected, for a name.
    pub corrected: fn(&str) -> String,
    /// No work of the laboratory is needed, it is awaited, it has arrived: for a name.
    pub lab_set: [fn(&str) -> String; 3],
    /// The patient would come earlier, for a name.
    pub earlier_set: fn(&str) -> String,
    /// The patient would not come earlier any more, for a name.
    pub earlier_unset: fn(&str) -> String,
}

/// Words of the day as a whole.
pub struct DayText {
    /// Name of the region, for a day.
    pub region: fn(&str) -> String,
    /// Previous day.
    pub previous: &'static str,
    /// Next day.
    pub next: &'static str,
    /// Chooses a day.
    pub choose: &'static str,
    /// Nothing is booked: title.
    pub none: &'static str,
    /// No chair is open: title for a weekday.
    pub shut: fn(&str) -> String,
    /// No chair is open: what it means.
    pub shut_text: &'static str,
    /// Closed, with the reason.
    pub closed: fn(&str) -> String,
    /// Closed: what it means.
    pub closed_text: &'static str,
    /// Before the days that this device holds: title.
    pub beyond: &'static str,
    /// Before the days that this device holds: from which day it holds them.
    pub beyond_text: fn(&str) -> String,
    /// A national holiday.
    pub holiday: fn(NationalHoliday) -> &'static str,
    /// Prints the day.
    pub print: &'static str,
    /// Name of the choice of how the agenda is looked at.
    pub view: &'static str,
    /// Columns are chairs.
    pub by_chair: &'static str,
    /// Columns are clinicians.
    pub by_clinician: &'static str,
    /// A week is shown.
    pub week: &'static str,
    /// A month is shown.
    pub month: &'static str,
    /// Back to the present day.
    pub to_today: &'static str,
    /// The way to absences and closures.
    pub away_link: &'static str,
    /// Name of the line that says who is away.
    pub away_title: &'static str,
    /// Is away.
    pub away: &'static str,
    /// Name of the notes of a day.
    pub notes: &'static str,
    /// Who wrote a note, and when.
    pub note_by: fn(&str, &str) -> String,
    /// Opens the line in which a note is written.
    pub add_note: &'static str,
    /// Name of that line.
    pub new_note: &'static str,
    /// What a note is for.
    pub note_hint: &'static str,
    /// Keeps a note.
    pub keep_note: &'static str,
    /// Strikes a note out, with what it says.
    pub strike_note: fn(&str) -> String,
    /// It was struck out.
    pub note_struck: &'static str,
    /// The name of the line of the present moment.
    pub now: fn(&str) -> String,
}

/// Words of the week.
pub struct WeekText {
    /// Name of the region, for its first day.
    pub region: fn(&str) -> String,
    /// Name of a day's part of it: the day, and how many visits.
    pub day: fn(&str, usize) -> String,
    /// Previous week.
    pub previous: &'static str,
    /// Next week.
    pub next: &'static str,
    /// How many visits.
    pub visits: fn(usize) -> String,
    /// The first free moment of a day.
    pub free_from: fn(&str) -> String,
    /// There is none.
    pub no_gap: &'static str,
    /// The clinician is away at some hours.
    pub away_at: fn(&str) -> String,
    /// Leads to a day.
    pub to_day: fn(&str) -> String,
    /// Before the days that this device holds: title.
    pub beyond: &'static str,
    /// Name of the choice of what is shown.
    pub part: &'static str,
    /// All of it.
    pub whole: &'static str,
}

/// Words of the month.
pub struct MonthText {
    /// Name of the region, for a month.
    pub region: fn(&str) -> String,
    /// Previous month.
    pub previous: &'static str,
    /// Next month.
    pub next: &'static str,
    /// How much is free, in hours and minutes.
    pub free: fn(u32, u32) -> String,
    /// A day in words: of a hundred, visits, free time.
    pub full: fn(u32, &str, &str) -> String,
    /// No chair is open on that day of the week.
    pub shut: &'static str,
    /// The clinician is away all day.
    pub away: &'static str,
    /// Before the days that this device holds.
    pub beyond: &'static str,
    /// The same, read aloud.
    pub beyond_aloud: &'static str,
}

/// Words of the choice of chairs.
pub struct ColumnsText {
    /// Its name.
    pub title: &'static str,
    /// Whom it concerns.
    pub hint: &'static str,
    /// Moves a chair to the left.
    pub earlier: fn(&str) -> String,
    /// Moves a chair to the right.
    pub later: fn(&str) -> String,
    /// Shows every chair in the practice's order.
    pub reset: &'static str,
    /// Hidden chairs that have visits: how many, and how many visits.
    pub hidden_with: fn(usize, usize) -> String,
    /// Shows every chair.
    pub show_all: &'static str,
}

/// Words of the right column.
pub struct SideText {
    /// Name of the column.
    pub region: &'static str,
    /// In the waiting room.
    pub waiting: &'static str,
    /// Shows and hides the column where there is little room for it.
    pub toggle: &'static str,
    /// Under the minutes.
    pub wait: &'static str,
    /// Nobody waits.
    pub nobody_waits: &'static str,
    /// To be placed again.
    pub displaced: &'static str,
    /// Nothing to place again.
    pub none_displaced: &'static str,
    /// Would come earlier.
    pub earlier: &'static str,
    /// When a visit that waits was to be.
    pub was_on: fn(&str) -> String,
    /// A place has become free: when, with whom.
    pub freed: fn(&str, &str) -> String,
    /// Nobody would.
    pub none_earlier: &'static str,
    /// More than are shown.
    pub more: fn(usize) -> String,
    /// What the marks mean.
    pub legend: &'static str,
}

/// Words of the window of an appointment.
pub struct DialogText {
    /// Gone from this device: title.
    pub gone: &'static str,
    /// Gone from this device: what it means.
    pub gone_text: &'static str,
    /// The next step.
    pub step: fn(Mark) -> &'static str,
    /// Takes a mark back.
    pub undo: fn(Mark) -> &'static str,
    /// Writes down that the patient confirms.
    pub confirm: &'static str,
    /// Takes that back.
    pub unconfirm: &'static str,
    /// Writes down that the patient wants another time.
    pub asks_to_move: &'static str,
    /// Opens the form that moves it.
    pub move_it: &'static str,
    /// Opens the same form for what the practice has called off.
    pub place_again: &'static str,
    /// Writes down that the patient would come earlier.
    pub earlier: &'static str,
    /// Writes down that no work of the laboratory is needed, that it is awaited, that it has arrived.
    pub lab: [&'static str; 3],
    /// Takes that back.
    pub not_earlier: &'static str,
    /// Opens the form that calls it off.
    pub cancel: &'static str,
    /// Opens the form that corrects how it ended.
    pub correct: &'static str,
    /// Somebody else changed it meanwhile.
    pub changed: &'static str,
    /// The person has seen that.
    pub seen: &'static str,
    /// The role may only read.
    pub read_only: &'static str,
    /// On another one's place on purpose, with the reason.
    pub overbooked: fn(&str) -> String,
    /// Why it was called off.
    pub called_off_because: fn(&str) -> String,
    /// Somebody whom this device does not know.
    pub colleague: &'static str,
    /// How it ended was corrected: by whom, when, why.
    pub corrected_by: fn(&str, &str, &str) -> String,
}

/// Words of the forms that call an appointment off or correct how it ended.
pub struct EndingText {
    /// Heading of the form that calls it off.
    pub cancel_title: &'static str,
    /// Who calls it off.
    pub who: &'static str,
    /// The patient.
    pub by_patient: &'static str,
    /// The practice.
    pub by_practice: &'static str,
    /// What follows when the patient does.
    pub patient_follows: &'static str,
    /// What follows when the practice does.
    pub practice_follows: &'static str,
    /// Calls it off.
    pub cancel: &'static str,
    /// Leaves everything as it is.
    pub keep: &'static str,
    /// Label of the reason.
    pub why: &'static str,
    /// Name of the usual reasons.
    pub usual: &'static str,
    /// The usual reasons of patients.
    pub patient_reasons: [&'static str; 4],
    /// The usual reasons of the practice.
    pub practice_reasons: [&'static str; 3],
    /// Heading of the form that corrects.
    pub correct_title: &'static str,
    /// How it truly was.
    pub truth: &'static str,
    /// Awaited: it has not ended.
    pub awaited: &'static str,
    /// Treated and gone home.
    pub left: &'static str,
    /// Did not come.
    pub missed: &'static str,
    /// Called off by the patient.
    pub cancelled_by_patient: &'static str,
    /// Called off by the practice.
    pub cancelled_by_practice: &'static str,
    /// The usual reasons of a correction.
    pub correction_reasons: [&'static str; 2],
    /// What becomes of what was written before.
    pub correct_follows: &'static str,
    /// Corrects.
    pub correct: &'static str,
}

/// Words of the form that moves an appointment.
pub struct MoveText {
    /// Heading.
    pub title: &'static str,
    /// Moves it.
    pub submit: &'static str,
    /// Moves it in spite of what is in the way.
    pub submit_anyway: &'static str,
    /// The place is free.
    pub free: &'static str,
    /// Where it is now.
    pub same: &'static str,
    /// Something is missing or cannot be read.
    pub incomplete: &'static str,
    /// The next free places.
    pub proposals: &'static str,
    /// There is none in the days looked at.
    pub no_proposal: &'static str,
    /// Why it is to be put there in spite of what is in the way.
    pub reason: &'static str,
    /// What such a reason is for.
    pub reason_hint: &'static str,
    /// What the reason of a wish is for.
    pub ask_hint: &'static str,
    /// Asks the manager.
    pub ask: &'static str,
    /// News: it was asked for.
    pub asked: &'static str,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

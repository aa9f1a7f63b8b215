//! English words of the agenda.

use app_domain::agenda::Mark;
use app_domain::calendar::NationalHoliday;

use super::{ColumnsText, DayText, DialogText, EndingText, MonthText, MoveText, SideText, Text, WeekText};

/// English.
pub static EN: Text = Text {
    common: &crate::text::EN,
    day: DAY,
    week: WEEK,
    month: MONTH,
    columns: COLUMNS,
    side: SIDE,
    dialog: DIALOG,
    moving: MOVING,
    booking: super::booking::ENGLISH,
    consent: super::consent::EN,
    ending: ENDING,
    to_confirm: "to confirm",
    asked: "asked",
    confirmed: "confirmed",
    asks_to_move: "asks to move",
    expected: |hour| format!("due {hour}"),
    overdue: |minutes| format!("late {minutes}"),
    unmarked: "not marked",
    arrived: "arrived",
    waiting: |minutes| format!("waits {minutes}"),
    in_chair: |minutes| format!("in chair {minutes}"),
    done: |at| at.map_or_else(|| "done".to_owned(), |at| format!("done {at}")),
    left: |at| at.map_or_else(|| "left".to_owned(), |at| format!("left {at}")),
    missed: "missed",
    called_off: "called off",
    displaced: "to re-place",
    risk: "clinical risk",
    owed: "amount owed",
    promise: "promised a call",
    first_visit: "first visit",
    lab: "awaits the laboratory",
    lab_here: "laboratory work here",
    earlier: "earlier if possible",
    saving: "being saved",
    writing: "being written on this device",
    unkept: "not kept: it lives in this page only until it is sent",
    kept: "kept on this device",
    needs_you: "needs you",
    unknown: "Patient not visible",
    mark_step,
    marked,
    confirmation_set: |name| format!("Answer written down: {name}"),
    moved: |name, moment| format!("{name}: moved to {moment}"),
    cancelled: |name| format!("Called off: {name}"),
    corrected: |name| format!("Corrected: {name}"),
    lab_set: [
        |name| format!("No laboratory work needed: {name}"),
        |name| format!("Awaits the laboratory: {name}"),
        |name| format!("Laboratory work has arrived: {name}"),
    ],
    earlier_set: |name| format!("Would come earlier: {name}"),
    earlier_unset: |name| format!("Does not wait for an earlier place any more: {name}"),
};

const DAY: DayText = DayText {
    region: |day| format!("Agenda of {day}"),
    previous: "Day before",
    next: "Day after",
    choose: "Choose a day",
    none: "No appointments",
    shut: |weekday| format!("The practice does not work on {weekday}"),
    shut_text: "No chair has opening hours on this day, and nobody is booked.",
    closed: |reason| format!("Closed: {reason}"),
    closed_text: "Nobody is booked on this day.",
    beyond: "This day is not on this device",
    beyond_text: |day| {
        format!("Appointments from {day} on are here. Earlier ones stay in the practice’s archive.")
    },
    holiday,
    print: "Print the day",
    view: "View",
    by_chair: "Chairs",
    by_clinician: "Clinicians",
    week: "Week",
    month: "Month",
    to_today: "Back to today",
    notes: "Notes of the day",
    note_by: |who, when| format!("{who}, {when}"),
    add_note: "Add a note of the day",
    new_note: "Note of the day",
    note_hint: "For everybody: nothing clinical, nothing about patients",
    keep_note: "Add",
    strike_note: |note| format!("Strike out the note: {note}"),
    note_struck: "Note struck out",
    away_link: "Absences and closures",
    away_title: "Away on this day",
    away: "away",
    now: |hour| format!("It is {hour}"),
};

const WEEK: WeekText = WeekText {
    region: |day| format!("Agenda of the week from {day}"),
    day: |day, visits| format!("{day}, {}", visits_in_words(visits)),
    previous: "Week before",
    next: "Week after",
    visits: visits_in_words,
    free_from: |hour| format!("free {hour}"),
    no_gap: "nothing free",
    away_at: |hours| format!("away {hours}"),
    to_day: |day| format!("Open {day}"),
    beyond: "This week is not on the device",
    part: "What to show",
    whole: "All chairs",
};

const MONTH: MonthText = MonthText {
    region: |month| format!("Agenda of {month}"),
    previous: "Month before",
    next: "Month after",
    free: |hours, minutes| match (hours, minutes) {
        (0, 0) => "nothing free".to_owned(),
        (0, minutes) => format!("{minutes} min free"),
        (hours, 0) => format!("{hours} h free"),
        (hours, minutes) => format!("{hours} h {minutes} free"),
    },
    full: |percent, visits, free| format!("{percent} per cent booked, {visits}, {free}"),
    shut: "closed",
    away: "away",
    beyond: "not here",
    beyond_aloud: "not on this device",
};

const COLUMNS: ColumnsText = ColumnsText {
    title: "Columns",
    hint: "Only for you, on this device.",
    earlier: |chair| format!("Move before: {chair}"),
    later: |chair| format!("Move after: {chair}"),
    reset: "As in the practice",
    hidden_with: |chairs, visits| {
        let chairs = if chairs == 1 {
            "1 hidden chair".to_owned()
        } else {
            format!("{chairs} hidden chairs")
        };
        format!("{chairs} with {}", visits_in_words(visits))
    },
    show_all: "Show all",
};

fn visits_in_words(visits: usize) -> String {
    match visits {
        0 => "no visits".to_owned(),
        1 => "1 visit".to_owned(),
        visits => format!("{visits} visits"),
    }
}

const SIDE: SideText = SideText {
    region: "At a glance",
    waiting: "Waiting room",
    toggle: "Waiting, visits to re-place and marks",
    wait: "wait",
    nobody_waits: "Nobody waits",
    displaced: "To be re-placed",
    none_displaced: "Nothing to re-place",
    earlier: "Would come earlier",
    was_on: |when| format!("was {when}"),
    freed: |when, who| format!("Free {when}, {who}"),
    none_earlier: "Nobody asked to come earlier",
    more: |count| format!("and {count} more"),
    legend: "Marks",
};

const DIALOG: DialogText = DialogText {
    gone: "The appointment is not visible any more",
    gone_text: "It was taken away, or lies outside the days that this device holds.",
    step,
    undo,
    confirm: "Confirm",
    unconfirm: "Take the confirmation back",
    asks_to_move: "Asks to move",
    move_it: "Move…",
    place_again: "Place again…",
    earlier: "Would come earlier",
    lab: [
        "No laboratory work needed",
        "Awaits the laboratory",
        "Laboratory work has arrived",
    ],
    not_earlier: "Not earlier",
    cancel: "Call off…",
    correct: "Correct…",
    changed: "Somebody has just changed this appointment: this is how it stands now.",
    seen: "Seen",
    read_only: "In your role you can see this appointment, not change it.",
    overbooked: |reason| format!("On a taken place: {reason}"),
    called_off_because: |reason| format!("Reason: {reason}"),
    colleague: "a colleague",
    corrected_by: |who, when, reason| format!("Corrected by {who}, {when}: {reason}"),
};

const ENDING: EndingText = EndingText {
    cancel_title: "Call the appointment off",
    who: "Who calls it off",
    by_patient: "The patient",
    by_practice: "The practice",
    patient_follows: "The place is free again, and the patient is to be called about a missed visit.",
    practice_follows: "The place is free again, and the visit waits to be placed again.",
    cancel: "Call off",
    keep: "Leave it",
    why: "Why",
    usual: "Usual reasons",
    patient_reasons: ["Illness", "Work or school", "Family", "Did not say"],
    practice_reasons: ["Clinician absent", "Breakdown", "Urgent case of another patient"],
    correct_title: "Correct how it went",
    truth: "How it truly went",
    awaited: "Still awaited",
    left: "Came and went home",
    missed: "Did not come",
    cancelled_by_patient: "The patient called off",
    cancelled_by_practice: "The practice called off",
    correction_reasons: ["Marked by mistake", "Learnt later"],
    correct_follows: "What was written stays in the history of the visit, with your name.",
    correct: "Correct",
};

const MOVING: MoveText = MoveText {
    title: "Move the appointment",
    submit: "Move",
    submit_anyway: "Move anyway",
    free: "The place is free",
    same: "This is where it already is",
    incomplete: "Choose a day and a time",
    proposals: "First free places",
    no_proposal: "No free place in the coming weeks with this clinician and this length.",
    reason: "Why here in spite of that",
    reason_hint: "Whoever finds two appointments at once will read it.",
    ask_hint: "Outside hours the manager decides, and will read it with the request.",
    ask: "Ask the manager",
    asked: "The manager was asked: until there is an answer the agenda stays as it is.",
};

fn mark_step(mark: Mark, name: &str) -> String {
    match mark {
        Mark::Arrived => format!("Mark the arrival: {name}"),
        Mark::InChair => format!("Mark in chair: {name}"),
        Mark::Done => format!("Mark done: {name}"),
        Mark::Left => format!("Mark the leaving: {name}"),
        Mark::NoShow => format!("Mark as missed: {name}"),
    }
}

fn marked(mark: Mark, name: &str) -> String {
    match mark {
        Mark::Arrived => format!("Arrival marked: {name}"),
        Mark::InChair => format!("In the chair: {name}"),
        Mark::Done => format!("Visit done: {name}"),
        Mark::Left => format!("Leaving marked: {name}"),
        Mark::NoShow => format!("Absence marked: {name}"),
    }
}

fn step(mark: Mark) -> &'static str {
    match mark {
        Mark::Arrived => "Has arrived",
        Mark::InChair => "In the chair",
        Mark::Done => "Done",
        Mark::Left => "Has left",
        Mark::NoShow => "Did not come",
    }
}

fn undo(mark: Mark) -> &'static str {
    match mark {
        Mark::Arrived => "Undo the arrival",
        Mark::InChair => "Back to waiting",
        Mark::Done => "Back to the chair",
        Mark::Left => "Undo the leaving",
        Mark::NoShow => "Undo the absence",
    }
}

fn holiday(holiday: NationalHoliday) -> &'static str {
    match holiday {
        NationalHoliday::NewYear => "New Year’s Day",
        NationalHoliday::Epiphany => "Epiphany",
        NationalHoliday::Easter => "Easter",
        NationalHoliday::EasterMonday => "Easter Monday",
        NationalHoliday::Liberation => "Liberation Day",
        NationalHoliday::Labour => "Labour Day",
        NationalHoliday::Republic => "Republic Day",
        NationalHoliday::Assumption => "Assumption Day",
        NationalHoliday::SaintFrancis => "Saint Francis’ Day",
        NationalHoliday::AllSaints => "All Saints’ Day",
        NationalHoliday::ImmaculateConception => "Immaculate Conception",
        NationalHoliday::Christmas => "Christmas Day",
        NationalHoliday::SaintStephen => "Saint Stephen’s Day",
    }
}

//! English words of absences and closures.

use super::super::draft::Problem;
use super::Text;

/// English.
pub static EN: Text = Text {
    common: &crate::text::EN,
    title: "Absences and closures",
    short_title: "Absences",
    form: "New absence or closure",
    who: "Who",
    choose: "Choose…",
    practice: "The whole practice (closure)",
    length: "How long",
    whole_days: "Whole days",
    hours: "Some hours",
    from_day: "From",
    to_day: "Until, included",
    from_hour: "From",
    to_hour: "To",
    private_reason: "Optional. Only the office manager and the owner see it.",
    public_reason: "Required. Everybody sees it.",
    problem,
    affected: |count| match count {
        0 => "No visit in this time".to_owned(),
        1 => "1 visit in this time".to_owned(),
        count => format!("{count} visits in this time"),
    },
    follows,
    nothing_yet: "Choose who and when: here you see which visits have to move, before you confirm.",
    submit_absence: |count| match count {
        0 => "Mark the absence".to_owned(),
        1 => "Mark the absence and displace 1 visit".to_owned(),
        count => format!("Mark the absence and displace {count} visits"),
    },
    submit_closure: |count| match count {
        0 => "Mark the closure".to_owned(),
        1 => "Mark the closure and displace 1 visit".to_owned(),
        count => format!("Mark the closure and displace {count} visits"),
    },
    said: |what, count| match count {
        0 => format!("{what}: marked, no visit to move."),
        1 => format!("{what}: 1 visit to re-place."),
        count => format!("{what}: {count} visits to re-place."),
    },
    taken_back,
    to_calls: "Call the patients to re-place",
    known: "From today on",
    none_known: "No absence and no closure from today on.",
    still_waiting: |count| match count {
        1 => "1 visit still to re-place".to_owned(),
        count => format!("{count} visits still to re-place"),
    },
    place_order: "Places are proposed to clinical need first. A tap opens the visit with the place filled in.",
    over: "Over: something is left to do",
    to_resume: |count| match count {
        1 => "1 cycle of care to resume".to_owned(),
        count => format!("{count} cycles of care to resume"),
    },
    resume_order: "In the order of the call list: clinical need first.",
    call_to_resume: "Call in this order",
    visit_lost: |moment| format!("the visit of {moment} lost its place"),
    suspended_since: |day| format!("suspended since {day}"),
    remove: "Remove",
    remove_it: |what| format!("Remove: {what}"),
    absence_of: |who| format!("Absence of {who}"),
    closure_for: |why| format!("Practice closed: {why}"),
    from_to: |from, to| format!("from {from} to {to}"),
    somebody: "a clinician",
    unknown: "Patient not visible",
    refused: "Absences are not of this role",
    refused_text: "The office manager and the owner mark them, and every clinician their own.",
    to_agenda: "Back to the agenda",
};

const fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::Nobody => "Choose who is away.",
        Problem::Unreadable => "A day or an hour is missing.",
        Problem::Reversed => "The end comes before the beginning.",
        Problem::Past => "This time is over.",
        Problem::TooLong => "That is more than a year: divide it.",
        Problem::ReasonMissing => "Write why the practice is closed: everybody sees it.",
    }
}

fn follows(count: usize) -> String {
    match count {
        0 => "No visit has to move. Nothing can be booked in this time.".to_owned(),
        1 => "1 visit goes to “To be re-placed” and the patient moves up the call list, after promises and clinical risk. Richiamo tells nobody: you call.".to_owned(),
        count => format!(
            "{count} visits go to “To be re-placed” and the patients move up the call list, after promises and clinical risk, in the order of their visits. Richiamo tells nobody: you call."
        ),
    }
}

fn taken_back(what: &str, back: usize, stay: usize) -> String {
    let back = match back {
        0 => String::new(),
        1 => " 1 visit is back in its place.".to_owned(),
        back => format!(" {back} visits are back in their places."),
    };
    let stay = match stay {
        0 => String::new(),
        1 => " 1 is still to re-place: its place was taken.".to_owned(),
        stay => format!(" {stay} are still to re-place: their places were taken."),
    };
    format!("{what}: removed.{back}{stay}")
}

//! English words of the requests.

use super::Text;

/// English.
pub static EN: Text = Text {
    title: "Requests",
    new: "New request",
    late: "Late",
    today: "By today",
    later: "Later",
    solved_today: "Solved today",
    delays: "Payments to put off: you decide",
    asked: "To grant: you decide",
    none: "No request",
    none_note: "What patients ask appears here, with a name and an hour.",
    whose: "Which requests",
    whose_options: ["All", "Mine", "Nobody’s"],
    in_person: "in person",
    came: |came, answer, who, when| {
        format!("Came: {came} · answer: {answer} · written down by {who}, {when}")
    },
    has_it: |who, passages, word| {
        let said = if word.is_empty() {
            String::new()
        } else {
            format!(": “{word}”")
        };
        format!("In charge: {who}{passages}{said}")
    },
    passages: |count| match count {
        0 => String::new(),
        1 => " (1 passage)".to_owned(),
        count => format!(" ({count} passages)"),
    },
    was_due: |first, count| match count {
        1 => format!("First promised: {first}"),
        count => format!("First promised: {first}, then moved {count} times"),
    },
    was_reopened: |who, when, why| format!("Opened again by {who}, {when}: “{why}”"),
    solved_by: |who, when, words| {
        let said = if words.is_empty() {
            String::new()
        } else {
            format!(": “{words}”")
        };
        format!("Solved by {who}, {when}{said}")
    },
    take: "I take it",
    solve: "Solved…",
    hand_over: "Hand over…",
    other_hour: "Another hour…",
    reopen: "Open again…",
    solve_words: "What you did or answered (if useful)",
    solve_now: "Mark as solved",
    reopen_why: "Why it is opened again",
    reopen_now: "Open again",
    word: "A word for who takes it (if useful)",
    another_hour: "Another hour",
    promise: "Promise",
    past: "Choose an hour that is still to come.",
    missing: "Write down what is asked.",
    told_solved: "Request solved.",
    told_handed_over: |who| format!("Request handed over to {who}."),
    told_written: "Request written down: everybody sees it with its hour.",
    for_whom: "Who asks",
    asks: "What is asked",
    came_by: "How it came",
    answer_by: "How the answer is wanted",
    due: "By when we answer",
    mine: "I take care of it",
    write: "Write the request down",
    asks_delay: |day, who, when| format!("Asks to put the payment off until {day} · {who}, {when}"),
    delay_words: "Words for the patient (if useful)",
    grant: "Grant",
    deny: "Do not grant",
    told_delay: [
        "Granted: nobody calls about it until that day.",
        "Not granted: it is back on the list of who calls.",
    ],
    refused: "Requests are for who follows them",
    refused_text: "Who talks with patients works here.",
    to_agenda: "Go to the agenda",
};

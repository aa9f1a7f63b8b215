//! English words of the questions.

use super::Text;

/// English.
pub static EN: Text = Text {
    title: "Questions",
    open: "Waiting for an answer",
    none: "No questions",
    none_note: "Questions of those who call patients appear here.",
    answered_today: "Answered today",
    at_risk: "At risk and not reached",
    at_risk_note: "Patients of yours with an open risk whom nobody can reach, or who are not to be called.",
    declined: "Do not want to go on",
    declined_note: "They said so in a call: nobody calls them about it any more.",
    said_to: |about, who, when| match who {
        "" => format!("{about} · {when}"),
        who => format!("{about} · written by {who}, {when}"),
    },
    risk_stays: "The clinical risk stays open.",
    seen: "Seen",
    until: |when| format!("by {when}"),
    asked: |about, who, when| format!("{about} · asked by {who}, {when}"),
    no_words: "The caller added nothing.",
    say: "Words to say to the patient (if needed)",
    answers: ["Come today", "Reassure", "At the next visit", "I will call"],
    sent: [
        "Answer sent: it is on top of the callers’ list.",
        "Answer sent: it is on top of the callers’ list.",
        "Answer sent: it is on top of the callers’ list.",
        "You call: nobody else does about this today.",
    ],
    told: |who, hour, advice, words| {
        let words = if words.is_empty() {
            String::new()
        } else {
            format!(" “{words}”")
        };
        format!("{who}, {hour}: {advice}.{words}")
    },
    refused: "Questions are for those who care",
    refused_text: "Dentists and hygienists answer here.",
    to_agenda: "To the agenda",
};

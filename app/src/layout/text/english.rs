//! English words of the frame.

use super::Text;
use crate::port::PasswordProblem;

/// English.
pub static EN: Text = Text {
    skip: "Skip to the content",
    navigation: "Sections",
    agenda: "Agenda",
    calls: "Calls",
    requests: "Requests",
    questions: "Questions",
    to_answer: |count| format!("{count} waiting for an answer"),
    settings: "Practice",
    to_call: |count| format!("{count} to call"),
    hide_names: "Hide names",
    show_names: "Show names",
    person: |name| format!("{name}: role, language, sign out"),
    role: "You work as",
    role_needs_network: "Changing the role needs the network.",
    language: "Language",
    theme: "Look",
    theme_auto: "Automatic",
    theme_light: "Light",
    theme_dark: "Dark",
    shortcuts: "Keyboard shortcuts",
    keys: [
        ("Ctrl/⌘ K", "search for a patient, a day, a command"),
        ("T", "go to today"),
        ("←", "day, week or month before"),
        ("→", "day, week or month after"),
        ("G", "view of the day"),
        ("S", "view of the week"),
        ("M", "view of the month"),
        ("N", "new visit; among calls, who comes next"),
        (
            "⇧ ← ↑ ↓ →",
            "take up and move the visit with the focus; + and − change its length, PgUp and PgDn take it to another day, Enter lets it go, Esc puts it back",
        ),
        ("J", "next call"),
        ("K", "previous call"),
        ("?", "these keys"),
    ],
    sign_out: "Sign out",
    sign_out_question: "Sign out now?",
    sign_out_unsent: |count| {
        let what = if count == 1 {
            "1 change is".to_owned()
        } else {
            format!("{count} changes are")
        };
        format!("{what} not sent yet. They stay on this device and leave when you sign in again.")
    },
    sign_out_anyway: "Sign out anyway",
    upgrade: "A new version of Richiamo is ready.",
    upgrade_now: "Update",
    loading: "Loading the agenda and the calls…",
    unreachable: "The server does not answer",
    unreachable_text: "There is nothing on this device to show yet. Check the network and try again: no appointment is lost.",
    sealed: "The network is needed to open the day again",
    sealed_text: |waiting| {
        let then = "The agenda and the calls open by themselves as soon as the network is back.";
        match waiting {
            0 => then.to_owned(),
            1 => format!("{then} 1 change is safe on this device and leaves then."),
            waiting => format!("{then} {waiting} changes are safe on this device and leave then."),
        }
    },
    locked: "Open the day with your password",
    locked_text: |waiting| {
        let why = "There is no network, but this device is yours alone: with the password you go on where you were.";
        match waiting {
            0 => why.to_owned(),
            1 => format!("{why} 1 change is safe here."),
            waiting => format!("{why} {waiting} changes are safe here."),
        }
    },
    open: "Open",
    device: "This device",
    device_shared: "This device is mine alone…",
    device_personal: "It is yours alone: without a network your password opens it.",
    device_release: "No longer mine alone",
    device_question: "Is this device yours alone?",
    device_text: "If nobody else uses it, your password can open the day again even without a network. Not for a shared tablet.",
    device_confirm: "It is mine alone",
    password: "Your password",
    password_checking: "Checking…",
    password_problem: |problem| match problem {
        PasswordProblem::Wrong => "That is not the password. Try again.".to_owned(),
        PasswordProblem::Wait { seconds: 1 } => "Too many tries. Try again in a second.".to_owned(),
        PasswordProblem::Wait { seconds } => format!("Too many tries. Try again in {seconds} seconds."),
        PasswordProblem::NoNetwork => "This needs the network. Try again when it is back.".to_owned(),
        PasswordProblem::Broken => "It did not work: nothing has changed on this device.".to_owned(),
    },
    lost: "There is no such page",
    lost_text: "The address is wrong, or the page has moved.",
    to_agenda: "Go to the agenda",
    calls_refused: "Calls are not for this role",
    calls_refused_text: "In the role in which you work now, the call list is not shown.",
};

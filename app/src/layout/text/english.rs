//! English words of the frame.

use super::Text;

/// English.
pub static EN: Text = Text {
    skip: "Skip to the content",
    navigation: "Sections",
    agenda: "Agenda",
    calls: "Calls",
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
        ("T", "go to today"),
        ("←", "day before"),
        ("→", "day after"),
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
    memory_only: "This browser keeps nothing: close the page before it is sent, and the changes are lost.",
    loading: "Loading the agenda and the calls…",
    unreachable: "The server does not answer",
    unreachable_text: "There is nothing on this device to show yet. Check the network and try again: no appointment is lost.",
    lost: "There is no such page",
    lost_text: "The address is wrong, or the page has moved.",
    to_agenda: "Go to the agenda",
    calls_refused: "Calls are not for this role",
    calls_refused_text: "In the role in which you work now, the call list is not shown.",
};

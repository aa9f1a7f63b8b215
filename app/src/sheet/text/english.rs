//! English words of the patient's sheet.

use super::Text;

/// English.
pub static EN: Text = Text {
    title: "Patient’s sheet",
    why: "Why to call",
    no_reason: "No reason to call now.",
    held: "not now",
    request: "New request",
    to_call: "Open the call",
    book: "Book",
    recall: super::recall::ENGLISH,
    risk: super::risk::ENGLISH,
    coming: "Visits",
    past: "In the last days",
    no_visit: "No visit from today on.",
    booked: "booked",
    confirmed: "confirmed",
    asks_to_move: "asks to move",
    arrived: "waiting",
    in_chair: "in the chair",
    done: "done",
    missed: "did not come",
    called_off: "called off",
    born: |born| format!("b. {born}"),
    code: |code| format!("code {code}"),
    elsewhere: "No visits in these days and no reason to call: this device holds only what you see here, as long as the sheet is open.",
    asking: "Asking the server…",
    nobody: "There is no such patient",
    nobody_text: "The address is wrong, or belongs to another practice.",
    not_here: "This sheet needs the network",
    not_here_text: "This device holds the patients of these days and those to be called. The sheet opens by itself as soon as the network is back.",
    payments: super::payments::ENGLISH,
    statement: super::statement::ENGLISH,
};

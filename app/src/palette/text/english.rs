//! English words of the palette.

use super::{Actions, Text};

/// English.
pub static EN: Text = Text {
    open: "Search (Ctrl K)",
    title: "Search patients, days, commands",
    placeholder: "Name, phone, birth date, day…",
    results: "Results",
    days: "Days",
    patients: "Patients",
    recent: "Opened recently",
    people: "People of the practice",
    things_to_do: "Commands",
    born: |born| format!("b. {born}"),
    away: |days| match days {
        days if days > 0 => format!("in {days} days"),
        days => format!("{} days ago", -days),
    },
    nothing_to_open: "nothing to open now",
    found: |rows, patients, more| {
        let rows = match rows {
            0 => return "No result".to_owned(),
            1 => "1 result".to_owned(),
            rows => format!("{rows} results"),
        };
        match (patients, more) {
            (0, 0) => rows,
            (1, 0) => format!("{rows}, 1 patient"),
            (patients, 0) => format!("{rows}, {patients} patients"),
            (patients, more) => format!("{rows}, {patients} patients and {more} more"),
        }
    },
    more: |more| {
        if more == 1 {
            "One more patient: type a few more letters".to_owned()
        } else {
            format!("{more} more patients: type a few more letters")
        }
    },
    asking: "Searching…",
    nothing: "No result. Try a part of the surname, the phone or the birth date.",
    offline: "No network: only what is on this device.",
    offline_with_tax_code: "No network: only what is on this device; tax codes are searched only with the network.",
    silent: "The server did not answer: only what is on this device.",
    to_select: "select",
    to_open: "open",
    to_shut: "close",
    actions: Actions {
        today: ("Today’s agenda", "day visits appointments oggi"),
        week: ("Week", "weekly view settimana"),
        month: ("Month", "monthly view fullness mese"),
        book: ("Book a visit", "new appointment prenota"),
        requests: ("Requests of patients", "take in charge answers richieste"),
        absences: ("Absences and closed days", "holidays sick practice assenze"),
        setup: ("Practice settings", "chairs hours types of visit impostazioni"),
        calls: ("Calls to make", "list recalls chiamate"),
        outbox: ("Changes of this device", "unsent review waiting outbox"),
        hide_names: ("Hide names", "privacy initials nascondi"),
        show_names: ("Show names", "privacy initials mostra"),
        print: ("Print the day", "paper sheet stampa"),
        by_chair: ("Day by chair", "columns view"),
        by_clinician: ("Day by clinician", "columns view"),
        light: ("Light look", "theme chiaro"),
        dark: ("Dark look", "theme scuro"),
        auto: ("Look of the device", "theme auto"),
        italian: ("Italiano", "language italian"),
        english: ("English", "language inglese"),
        shortcuts: ("Shortcuts", "keys keyboard help"),
        sign_out: ("Sign out", "exit logout leave esci"),
    },
};

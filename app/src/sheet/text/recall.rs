//! Words of the hygiene recall on the sheet.

/// Words of the hygiene recall.
pub struct RecallText {
    /// Heading.
    pub title: &'static str,
    /// When it is due.
    pub due: fn(&str) -> String,
    /// A person set the date.
    pub by_hand: &'static str,
    /// So many months after the last one, done on a day.
    pub since: fn(u8, &str) -> String,
    /// There is none: never a hygiene, and no date.
    pub none: &'static str,
    /// The recall is turned off.
    pub off: &'static str,
    /// It is disabled until a day.
    pub paused: fn(&str) -> String,
    /// Who set it, and on which day.
    pub set_by: fn(&str, &str) -> String,
    /// Opens the form.
    pub edit: &'static str,
    /// Label of the interval.
    pub every: &'static str,
    /// The interval, of so many months; 0 = the recall is turned off.
    pub months: fn(u8) -> String,
    /// Label of the date set by hand.
    pub fixed: &'static str,
    /// What a blank date means.
    pub fixed_hint: &'static str,
    /// Label of the first day on which the patient may be recalled again.
    pub until: &'static str,
    /// What a blank day means.
    pub until_hint: &'static str,
    /// The day has come already.
    pub past: &'static str,
    /// The last hygiene, done on a day, serves the date.
    pub served: fn(&str) -> String,
    /// Sets the same date for the others of the family: whom.
    pub family: fn(&str) -> String,
}

pub(super) const ITALIAN: RecallText = RecallText {
    title: "Richiamo di igiene",
    due: |day| format!("Da fare il {day}"),
    by_hand: "data fissata a mano",
    since: |months, day| match months {
        1 => format!("un mese dopo l’ultima, del {day}"),
        _ => format!("{months} mesi dopo l’ultima, del {day}"),
    },
    none: "Nessun richiamo: mai un’igiene qui, e nessuna data fissata.",
    off: "Disattivato",
    paused: |day| format!("Sospeso fino al {day}"),
    set_by: |who, day| format!("Impostato da {who} il {day}"),
    edit: "Cambia il richiamo",
    every: "Ogni quanto",
    months: |months| match months {
        0 => "mai: richiamo disattivato".to_owned(),
        1 => "ogni mese".to_owned(),
        _ => format!("ogni {months} mesi"),
    },
    fixed: "Data della prossima igiene",
    fixed_hint: "Vuota: la data segue dall’ultima igiene",
    until: "Non richiamare prima del",
    until_hint: "Vuota: nessuna sospensione",
    past: "Questo giorno è già passato: scegline uno che deve venire",
    served: |day| format!("L’igiene del {day} vale già per questa data: scegline una più avanti"),
    family: |who| format!("Stessa data anche per {who}"),
};

pub(super) const ENGLISH: RecallText = RecallText {
    title: "Hygiene recall",
    due: |day| format!("Due on {day}"),
    by_hand: "date set by hand",
    since: |months, day| match months {
        1 => format!("one month after the last one, of {day}"),
        _ => format!("{months} months after the last one, of {day}"),
    },
    none: "No recall: never a hygiene here, and no date is set.",
    off: "Turned off",
    paused: |day| format!("Paused until {day}"),
    set_by: |who, day| format!("Set by {who} on {day}"),
    edit: "Change the recall",
    every: "How often",
    months: |months| match months {
        0 => "never: recall turned off".to_owned(),
        1 => "every month".to_owned(),
        _ => format!("every {months} months"),
    },
    fixed: "Date of the next hygiene",
    fixed_hint: "Blank: it follows from the last hygiene",
    until: "Do not recall before",
    until_hint: "Blank: not paused",
    past: "This day is past: choose one that is to come",
    served: |day| format!("The hygiene of {day} serves this date already: choose a later one"),
    family: |who| format!("The same date for {who}"),
};

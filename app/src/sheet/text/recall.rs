//! Words of the recalls on the sheet.

use app_domain::calls::RecallType;

/// Words of the recalls.
pub struct RecallText {
    /// Words of hygiene alone.
    pub hygiene: OwnText,
    /// Words of the checks.
    pub check: OwnText,
    /// Heading of the hygiene recall; checks have their names.
    pub title: &'static str,
    /// Unfolds the recalls that the patient has none of.
    pub others: &'static str,
    /// When it is due.
    pub due: fn(&str) -> String,
    /// A person set the date.
    pub by_hand: &'static str,
    /// So many months after the last one, done on a day.
    pub since: fn(u8, &str) -> String,
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
    /// Label of the first day on which the patient may be recalled again.
    pub until: &'static str,
    /// What a blank day means.
    pub until_hint: &'static str,
    /// The day has come already.
    pub past: &'static str,
    /// Sets the same date for the others of the family: whom.
    pub family: fn(&str) -> String,
}

/// What is said of each recall in its own words.
pub struct OwnText {
    /// There is none: it was never done, and no date is set.
    pub none: &'static str,
    /// Label of the date set by hand.
    pub fixed: &'static str,
    /// What a blank date means.
    pub fixed_hint: &'static str,
    /// The last one, done on a day, serves the date.
    pub served: fn(&str) -> String,
}

impl RecallText {
    /// The words of a recall; hygiene where no check is named.
    pub const fn own(&self, check: Option<RecallType>) -> &OwnText {
        match check {
            None => &self.hygiene,
            Some(_) => &self.check,
        }
    }
}

pub(super) const ITALIAN: RecallText = RecallText {
    hygiene: OwnText {
        none: "Nessun richiamo: mai un’igiene qui, e nessuna data fissata.",
        fixed: "Data della prossima igiene",
        fixed_hint: "Vuota: la data segue dall’ultima igiene",
        served: |day| format!("L’igiene del {day} vale già per questa data: scegline una più avanti"),
    },
    check: OwnText {
        none: "Nessun richiamo: mai fatto qui, e nessuna data fissata.",
        fixed: "Data del prossimo controllo",
        fixed_hint: "Vuota: la data segue dall’ultima volta",
        served: |day| {
            format!("Ciò che è stato fatto il {day} vale già per questa data: scegline una più avanti")
        },
    },
    title: "Richiamo di igiene",
    others: "Altri richiami",
    due: |day| format!("Da fare il {day}"),
    by_hand: "data fissata a mano",
    since: |months, day| match months {
        1 => format!("un mese dopo l’ultima, del {day}"),
        _ => format!("{months} mesi dopo l’ultima, del {day}"),
    },
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
    until: "Non richiamare prima del",
    until_hint: "Vuota: nessuna sospensione",
    past: "Questo giorno è già passato: scegline uno che deve venire",
    family: |who| format!("Stessa data anche per {who}"),
};

pub(super) const ENGLISH: RecallText = RecallText {
    hygiene: OwnText {
        none: "No recall: never a hygiene here, and no date is set.",
        fixed: "Date of the next hygiene",
        fixed_hint: "Blank: it follows from the last hygiene",
        served: |day| format!("The hygiene of {day} serves this date already: choose a later one"),
    },
    check: OwnText {
        none: "No recall: never done here, and no date is set.",
        fixed: "Date of the next check",
        fixed_hint: "Blank: it follows from the last time",
        served: |day| format!("What was done on {day} serves this date already: choose a later one"),
    },
    title: "Hygiene recall",
    others: "Other recalls",
    due: |day| format!("Due on {day}"),
    by_hand: "date set by hand",
    since: |months, day| match months {
        1 => format!("one month after the last one, of {day}"),
        _ => format!("{months} months after the last one, of {day}"),
    },
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
    until: "Do not recall before",
    until_hint: "Blank: not paused",
    past: "This day is past: choose one that is to come",
    family: |who| format!("The same date for {who}"),
};

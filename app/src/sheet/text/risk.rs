//! Words of clinical risk on the sheet.

/// Words of clinical risk.
pub struct RiskText {
    /// Heading.
    pub title: &'static str,
    /// No episode is open.
    pub none: &'static str,
    /// Since which day an episode is open.
    pub since: fn(&str) -> String,
    /// A clinician has opened it.
    pub by_hand: &'static str,
    /// Who closed an episode, on which day.
    pub closed: fn(&str, &str) -> String,
    /// Opens the form that closes an episode.
    pub close: &'static str,
    /// The same with the category, for who does not see what it stands beside.
    pub close_which: fn(&str) -> String,
    /// Closes it.
    pub close_now: &'static str,
    /// Opens the form that opens an episode.
    pub open: &'static str,
    /// Opens it.
    pub open_now: &'static str,
    /// Label of the category.
    pub category: &'static str,
    /// Label of the day.
    pub day: &'static str,
    /// The day is to come.
    pub day_ahead: &'static str,
    /// Label of the tooth.
    pub tooth: &'static str,
    /// What may be typed as a tooth.
    pub tooth_hint: &'static str,
    /// Label of why.
    pub why: &'static str,
    /// Who reads why.
    pub why_hint: &'static str,
}

pub(super) const ITALIAN: RiskText = RiskText {
    title: "Rischio clinico",
    none: "Nessun episodio aperto.",
    since: |day| format!("dal {day}"),
    by_hand: "segnato a mano",
    closed: |who, day| format!("chiuso da {who} il {day}"),
    close: "Chiudi l’episodio…",
    close_which: |which| format!("Chiudi l’episodio: {which}"),
    close_now: "Chiudi",
    open: "Segna un rischio…",
    open_now: "Segna",
    category: "Quale rischio",
    day: "Dal giorno",
    day_ahead: "Un rischio comincia oggi o prima",
    tooth: "Dente",
    tooth_hint: "Numero, Sup o Inf; può restare vuoto",
    why: "Perché",
    why_hint: "Lo leggono solo i clinici",
};

pub(super) const ENGLISH: RiskText = RiskText {
    title: "Clinical risk",
    none: "No open episode.",
    since: |day| format!("since {day}"),
    by_hand: "marked by hand",
    closed: |who, day| format!("closed by {who} on {day}"),
    close: "Close the episode…",
    close_which: |which| format!("Close the episode: {which}"),
    close_now: "Close",
    open: "Mark a risk…",
    open_now: "Mark",
    category: "Which risk",
    day: "Since",
    day_ahead: "A risk begins today or before",
    tooth: "Tooth",
    tooth_hint: "Number, Sup or Inf; may stay blank",
    why: "Why",
    why_hint: "Only clinicians read it",
};

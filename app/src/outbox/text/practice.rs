//! Words for what is asked of the practice itself: who is away, when it is closed, how it is set up.

/// Words for what is asked of the practice itself.
pub struct PracticeText {
    /// Headline of a booking that was taken back.
    pub unbooks: fn(&str) -> String,
    /// Headline of an absence: of whom.
    pub away: fn(&str) -> String,
    /// Headline of an absence that is withdrawn.
    pub not_away: &'static str,
    /// Headline of a closure: why.
    pub closes: fn(&str) -> String,
    /// Headline of a closure that is withdrawn.
    pub reopens: &'static str,
    /// Label of a time.
    pub when: &'static str,
    /// From when to when.
    pub from_to: fn(&str, &str) -> String,
    /// Headline of a chair that is set up.
    pub chair: fn(&str) -> String,
    /// Headline of a type of visit that is set up.
    pub visit_type: fn(&str) -> String,
    /// Label of a usual length.
    pub length: &'static str,
    /// Headline of a note: of which day.
    pub notes: fn(&str) -> String,
    /// What a role may grant is set: whose.
    pub budget: fn(&str) -> String,
    /// By how many days it may put a payment off.
    pub delay: &'static str,
    /// How often.
    pub months: fn(u8) -> String,
    /// Label of how much is waived.
    pub waive: &'static str,
    /// Whether it may book outside hours.
    pub outside_hours: &'static str,
    /// What is set for calls.
    pub calls: &'static str,
    /// The hours in which to call.
    pub call_hours: &'static str,
    /// Where video calls take place.
    pub video: &'static str,
    /// Headline of a line of the table of risk: the category.
    pub risk: fn(&str) -> String,
    /// Codes that open an episode.
    pub risk_opens: &'static str,
    /// Codes that close it.
    pub risk_closes: &'static str,
    /// Days between two checks.
    pub risk_check: &'static str,
    /// Headline of a note that is struck out.
    pub strikes: &'static str,
    /// Headline of a view of the call list that is shared: its name.
    pub shares_view: fn(&str) -> String,
    /// Headline of one that is no longer offered.
    pub strikes_view: fn(&str) -> String,
}

pub(super) const ITALIAN: PracticeText = PracticeText {
    unbooks: |who| format!("Visita appena fissata per {who}: tolta"),
    away: |who| format!("Assenza di {who}"),
    not_away: "Assenza tolta",
    closes: |why| format!("Studio chiuso: {why}"),
    reopens: "Studio di nuovo aperto",
    when: "Quando",
    from_to: |from, to| format!("da {from} a {to}"),
    chair: |name| format!("Poltrona «{name}»"),
    visit_type: |kind| format!("Tipo di visita: {kind}"),
    length: "Durata solita",
    notes: |day| format!("Nota di {day}"),
    budget: |role| format!("Autonomia: {role}"),
    delay: "Rinvio senza chiedere",
    months: |months| format!("ogni {months} mesi"),
    waive: "Abbuono fino a",
    outside_hours: "Fuori orario",
    calls: "Chiamate: orari e videochiamate",
    call_hours: "Orari",
    video: "Videochiamate",
    risk: |category| format!("Rischio clinico: {category}"),
    risk_opens: "Si apre con",
    risk_closes: "Si chiude con",
    risk_check: "Controllo ogni",
    strikes: "Nota cancellata",
    shares_view: |name| format!("Vista «{name}» condivisa"),
    strikes_view: |name| format!("Vista «{name}» tolta a tutti"),
};

pub(super) const ENGLISH: PracticeText = PracticeText {
    unbooks: |who| format!("Visit just booked for {who}: taken back"),
    away: |who| format!("Absence of {who}"),
    not_away: "Absence withdrawn",
    closes: |why| format!("Practice closed: {why}"),
    reopens: "Practice open again",
    when: "When",
    from_to: |from, to| format!("from {from} to {to}"),
    chair: |name| format!("Chair “{name}”"),
    visit_type: |kind| format!("Type of visit: {kind}"),
    length: "Usual length",
    notes: |day| format!("Note of {day}"),
    budget: |role| format!("Autonomy: {role}"),
    delay: "Delay without asking",
    months: |months| format!("every {months} months"),
    waive: "Waiver up to",
    outside_hours: "Outside hours",
    calls: "Calls: hours and video calls",
    call_hours: "Hours",
    video: "Video calls",
    risk: |category| format!("Clinical risk: {category}"),
    risk_opens: "Opens with",
    risk_closes: "Closes with",
    risk_check: "Check every",
    strikes: "Note struck out",
    shares_view: |name| format!("View “{name}” shared"),
    strikes_view: |name| format!("View “{name}” taken from everybody"),
};

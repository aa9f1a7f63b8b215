//! Words of what is done with requests of patients, and with payments that they ask to put off.

/// Words of what is done with requests of patients.
pub struct RequestText {
    /// A request is written down: whose.
    pub asks: fn(&str) -> String,
    /// It is taken in charge or handed over: whose.
    pub hands_over: fn(&str) -> String,
    /// Another hour is promised: whose.
    pub puts_off: fn(&str) -> String,
    /// It is solved: whose.
    pub solves: fn(&str) -> String,
    /// It is opened again: whose.
    pub reopens: fn(&str) -> String,
    /// A delay is granted, or not: whose.
    pub decides: fn(&str) -> String,
    /// Label of what is asked, answered, or said with it.
    pub words: &'static str,
    /// Label of the promised hour.
    pub due: &'static str,
    /// Label of who has it from now on.
    pub to: &'static str,
    /// Label of why.
    pub why: &'static str,
    /// Label of the decision.
    pub decision: &'static str,
    /// Granted, not granted.
    pub granted: [&'static str; 2],
}

pub(super) const ITALIAN: RequestText = RequestText {
    asks: |who| format!("Richiesta di {who}"),
    hands_over: |who| format!("Richiesta in carico: {who}"),
    puts_off: |who| format!("Nuova ora per la richiesta di {who}"),
    solves: |who| format!("Richiesta risolta: {who}"),
    reopens: |who| format!("Richiesta riaperta: {who}"),
    decides: |who| format!("Rinvio del pagamento di {who}"),
    words: "Parole",
    due: "Entro",
    to: "A chi",
    why: "Perché",
    decision: "Decisione",
    granted: ["concesso", "non concesso"],
};

pub(super) const ENGLISH: RequestText = RequestText {
    asks: |who| format!("Request of {who}"),
    hands_over: |who| format!("Request in charge: {who}"),
    puts_off: |who| format!("Another hour for the request of {who}"),
    solves: |who| format!("Request solved: {who}"),
    reopens: |who| format!("Request opened again: {who}"),
    decides: |who| format!("Delay of the payment of {who}"),
    words: "Words",
    due: "By",
    to: "To whom",
    why: "Why",
    decision: "Decision",
    granted: ["granted", "not granted"],
};

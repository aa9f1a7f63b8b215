//! Words for what is added to a call after it was written down.

use app_domain::calls::Settlement;

/// Words for what is added to a call.
pub struct AddendaText {
    /// Headline of a corrected outcome: of a call to whom.
    pub corrects: fn(&str) -> String,
    /// Label of what was written down.
    pub was: &'static str,
    /// Label of what is true.
    pub becomes: &'static str,
    /// Headline of an answer: about whom.
    pub answers: fn(&str) -> String,
    /// Label of what is to be done.
    pub advice: &'static str,
    /// Label of the words to say.
    pub words: &'static str,
    /// Headline of a promise that goes from hand to hand: to whom it was made.
    pub hands_over: fn(&str) -> String,
    /// Label of who has it from now on.
    pub to: &'static str,
    /// Label of a word to a colleague.
    pub word: &'static str,
    /// Headline of a call that is taken over.
    pub takes_over: fn(&str) -> String,
    /// Label of who had it.
    pub from: &'static str,
    /// Headline of what a person settles: about whom.
    pub settles: fn(&str) -> String,
    /// Label of the reason that it is about.
    pub about: &'static str,
    /// Label of how it ends.
    pub settled: &'static str,
    /// Label of why.
    pub why: &'static str,
    /// How it ends.
    pub settlement: fn(Settlement) -> &'static str,
}

pub(super) const ITALIAN: AddendaText = AddendaText {
    corrects: |who| format!("Esito corretto: {who}"),
    was: "Era scritto",
    becomes: "È andata così",
    answers: |who| format!("Risposta su {who}"),
    advice: "Che cosa fare",
    words: "Parole da dire",
    hands_over: |who| format!("Promessa a {who}: passaggio"),
    to: "A chi",
    word: "Due parole",
    takes_over: |who| format!("Chiamata a {who}: presa da un’altra persona"),
    from: "Da chi",
    settles: |who| format!("Da rivedere: {who}"),
    about: "Motivo",
    settled: "Deciso",
    why: "Perché",
    settlement: |settlement| match settlement {
        Settlement::Confirmed { .. } => "la segnalazione è confermata",
        Settlement::NotTrue => "la segnalazione non era vera",
        Settlement::Resolved => "contestazione risolta",
        Settlement::Retry { .. } => "si riprova",
        Settlement::Closed { .. } => "chiuso dallo studio",
        Settlement::NumberCorrected => "numero corretto",
        Settlement::Seen => "visto da chi cura",
    },
};

pub(super) const ENGLISH: AddendaText = AddendaText {
    corrects: |who| format!("Outcome corrected: {who}"),
    was: "It said",
    becomes: "It went like this",
    answers: |who| format!("Answer about {who}"),
    advice: "What to do",
    words: "Words to say",
    hands_over: |who| format!("Promise to {who}: handed over"),
    to: "To whom",
    word: "A word",
    takes_over: |who| format!("Call to {who}: taken over"),
    from: "From whom",
    settles: |who| format!("To be looked at: {who}"),
    about: "Reason",
    settled: "Decided",
    why: "Why",
    settlement: |settlement| match settlement {
        Settlement::Confirmed { .. } => "the report is confirmed",
        Settlement::NotTrue => "the report was not true",
        Settlement::Resolved => "dispute settled",
        Settlement::Retry { .. } => "to be tried again",
        Settlement::Closed { .. } => "closed by the practice",
        Settlement::NumberCorrected => "number corrected",
        Settlement::Seen => "seen by the clinician",
    },
};

//! Words of what is set for calls, in both languages.

/// Words of what is set for calls.
pub struct CallsText {
    /// Heading.
    pub title: &'static str,
    /// What is to be known of it.
    pub note: &'static str,
    /// Opens the form.
    pub edit: &'static str,
    /// The hours in which to call.
    pub hours: &'static str,
    /// Label of the address of video calls.
    pub video: &'static str,
    /// What to write there.
    pub video_hint: &'static str,
    /// Not such an address.
    pub video_problem: &'static str,
    /// The practice makes none.
    pub no_video: &'static str,
    /// Offers to ask how it went, once care has ended.
    pub follow_up: &'static str,
    /// What that means.
    pub follow_up_hint: &'static str,
    /// It is asked.
    pub follow_up_on: &'static str,
    /// The recalls beside hygiene.
    pub checks: &'static str,
    /// What to write there.
    pub checks_hint: &'static str,
    /// Label of the acts that count, for a type.
    pub check_codes: fn(&str) -> String,
    /// Label of the months.
    pub check_months: &'static str,
    /// The same for who hears it, for a type.
    pub check_months_of: fn(&str) -> String,
    /// Codes or months cannot be kept.
    pub check_problem: &'static str,
    /// A type that is on: its name, codes, months.
    pub check_on: fn(&str, &str, u8) -> String,
    /// Somebody has changed it meanwhile: how it is now.
    pub meanwhile: fn(&str) -> String,
    /// It was kept.
    pub kept: &'static str,
}

pub(super) const ITALIAN: CallsText = CallsText {
    title: "Chiamate",
    note: "Fuori da questi orari la scheda di chi si chiama avvisa, e non impedisce nulla. Nelle feste e nelle chiusure avvisa sempre.",
    edit: "Modifica orari e videochiamate",
    hours: "Orari per chiamare",
    video: "Indirizzo delle videochiamate",
    video_hint: "Per esempio https://meet.example.org/{codice}. Al posto di {codice} va un numero a caso, nuovo a ogni chiamata: non dice chi è il paziente. Vuoto: niente videochiamate.",
    video_problem: "Comincia con https:// e contiene {codice} una volta, dopo il nome del sito.",
    no_video: "Niente videochiamate.",
    follow_up: "A cure finite, chiamare per chiedere com’è andata",
    follow_up_hint: "Da 7 a 30 giorni dopo l’ultima seduta di un piano, se nel frattempo nessuno ha parlato con il paziente.",
    follow_up_on: "A cure finite si chiede com’è andata",
    checks: "Richiami oltre all’igiene",
    checks_hint: "Scrivi i codici delle prestazioni da cui contare i mesi, separati da virgole: ciò che si controlla e il controllo stesso. Senza codici il richiamo è spento.",
    check_codes: |name| format!("{name}: codici"),
    check_months: "Ogni quanti mesi",
    check_months_of: |name| format!("{name}: ogni quanti mesi"),
    check_problem: "Fino a otto codici di lettere, cifre e trattini, ognuno una volta, e da 1 a 60 mesi.",
    check_on: |name, codes, months| format!("{name}: {codes}, ogni {months} mesi"),
    meanwhile: |now| format!("Nel frattempo qualcun altro lo ha cambiato. Adesso è così: {now}"),
    kept: "Orari e videochiamate: salvati",
};

pub(super) const ENGLISH: CallsText = CallsText {
    title: "Calls",
    note: "Outside these hours the card of who is called gives a warning, and prevents nothing. On holidays and closures it always does.",
    edit: "Edit hours and video calls",
    hours: "Hours for calling",
    video: "Address of video calls",
    video_hint: "For example https://meet.example.org/{codice}. In the place of {codice} goes a number of chance, new for each call: it does not tell who the patient is. Empty: no video calls.",
    video_problem: "It begins with https:// and has {codice} once, after the name of the site.",
    no_video: "No video calls.",
    follow_up: "When care has ended, call to ask how it went",
    follow_up_hint: "From 7 to 30 days after the last session of a plan, if nobody has spoken with the patient meanwhile.",
    follow_up_on: "When care has ended, somebody asks how it went",
    checks: "Recalls beside hygiene",
    checks_hint: "Write the codes of the acts from which the months are counted, with commas between: what is checked, and the check itself. Without codes the recall is off.",
    check_codes: |name| format!("{name}: codes"),
    check_months: "Months between",
    check_months_of: |name| format!("{name}: months between"),
    check_problem: "Up to eight codes of letters, figures and dashes, each once, and 1 to 60 months.",
    check_on: |name, codes, months| format!("{name}: {codes}, every {months} months"),
    meanwhile: |now| format!("Somebody else has changed it meanwhile. Now it is: {now}"),
    kept: "Hours and video calls: kept",
};

//! Words of the patient's header, in both languages.

use app_domain::language::Language;

/// Words of the patient's header.
pub struct Text {
    /// Who follows the patient.
    pub dentist: fn(&str) -> String,
    /// Which hygienist.
    pub hygienist: fn(&str) -> String,
    /// Another patient has the same name: the birth date tells them apart.
    pub homonym: fn(&str) -> String,
    /// Another patient has the same name, and the birth date is not known.
    pub homonym_unknown: &'static str,
    /// Somebody else pays.
    pub payer: fn(&str) -> String,
    /// Name of the flags.
    pub flags: &'static str,
    /// Risk.
    pub risk: &'static str,
    /// Something is due.
    pub owed: &'static str,
    /// A promise.
    pub promise: &'static str,
    /// No number.
    pub no_phone: &'static str,
    /// No consent to recalls.
    pub consent_denied: &'static str,
    /// An opposition.
    pub opposed: &'static str,
    /// Under 18.
    pub minor: &'static str,
    /// Died.
    pub deceased: &'static str,
    /// Moved away.
    pub moved_away: &'static str,
    /// Not in care.
    pub inactive: &'static str,
    /// Name of the contacts.
    pub contacts: &'static str,
    /// Calls the mobile number.
    pub call_mobile: fn(&str) -> String,
    /// Calls the landline.
    pub call_landline: fn(&str) -> String,
    /// Writes an e-mail.
    pub write_to: fn(&str) -> String,
    /// A conversation elsewhere.
    pub whatsapp: &'static str,
    /// Opens it.
    pub write_whatsapp: &'static str,
    /// Opens the form of the contacts.
    pub edit_contacts: &'static str,
    /// Label of the mobile number.
    pub mobile: &'static str,
    /// Label of the landline number.
    pub landline: &'static str,
    /// Label of the e-mail address.
    pub email: &'static str,
    /// Label of the language in which the patient is spoken to.
    pub language: &'static str,
    /// Italian, as of most.
    pub italian: &'static str,
    /// Which language the patient speaks.
    pub speaks: fn(&str) -> String,
    /// Opens the form of the language.
    pub edit_language: &'static str,
    /// What may be typed to find a patient.
    pub find: &'static str,
    /// Heading of what the patient still waits for.
    pub requests: &'static str,
    /// Nobody has it in charge.
    pub nobodys: &'static str,
    /// Nobody is found.
    pub nobody: &'static str,
}

/// Italian.
pub static IT: Text = Text {
    dentist: |who| format!("odontoiatra {who}"),
    hygienist: |who| format!("igienista {who}"),
    homonym: |born| format!("C’è un omonimo: questo è del {born}"),
    homonym_unknown: "C’è un omonimo, e la data di nascita manca: chiedila",
    payer: |who| format!("intestatario {who}"),
    flags: "Da sapere",
    risk: "Rischio clinico",
    owed: "Importo da saldare",
    promise: "Promessa",
    no_phone: "Senza telefono",
    consent_denied: "No ai richiami",
    opposed: "Limiti ai contatti",
    minor: "Minorenne",
    deceased: "Deceduto",
    moved_away: "Trasferito",
    inactive: "Non più in cura",
    contacts: "Contatti",
    call_mobile: |number| format!("Chiama il cellulare {number}"),
    call_landline: |number| format!("Chiama il fisso {number}"),
    write_to: |address| format!("Scrivi a {address}"),
    whatsapp: "WhatsApp",
    write_whatsapp: "Scrivi su WhatsApp",
    edit_contacts: "Modifica contatti",
    mobile: "Cellulare",
    landline: "Telefono fisso",
    email: "E-mail",
    language: "Lingua",
    italian: "italiano",
    speaks: |language| format!("parla {language}"),
    edit_language: "Modifica lingua",
    find: "Cognome, nome, telefono o data di nascita",
    requests: "Richieste aperte",
    nobodys: "di nessuno",
    nobody: "Nessun paziente trovato",
};

/// English.
pub static EN: Text = Text {
    dentist: |who| format!("dentist {who}"),
    hygienist: |who| format!("hygienist {who}"),
    homonym: |born| format!("Another patient has this name: this one was born {born}"),
    homonym_unknown: "Another patient has this name, and the birth date is missing: ask for it",
    payer: |who| format!("paid by {who}"),
    flags: "To know",
    risk: "Clinical risk",
    owed: "Amount due",
    promise: "Promise",
    no_phone: "No phone",
    consent_denied: "No to recalls",
    opposed: "Limits on contacts",
    minor: "Minor",
    deceased: "Deceased",
    moved_away: "Moved away",
    inactive: "No longer in care",
    contacts: "Contacts",
    call_mobile: |number| format!("Call the mobile {number}"),
    call_landline: |number| format!("Call the landline {number}"),
    write_to: |address| format!("Write to {address}"),
    whatsapp: "WhatsApp",
    write_whatsapp: "Write on WhatsApp",
    edit_contacts: "Edit contacts",
    mobile: "Mobile",
    landline: "Landline",
    email: "E-mail",
    language: "Language",
    italian: "Italian",
    speaks: |language| format!("speaks {language}"),
    edit_language: "Edit language",
    find: "Surname, name, number or birth date",
    requests: "Open requests",
    nobodys: "nobody’s",
    nobody: "No patient found",
};

/// The words of a language.
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

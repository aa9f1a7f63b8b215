//! Words for what waits for a person's decision on the card.

use app_domain::patient::Standing;

/// Words for what waits for a person's decision.
pub struct SettlingText {
    /// Heading.
    pub title: &'static str,
    /// Five tries in vain: about what.
    pub in_vain: fn(&str) -> String,
    /// Closed by the practice: about what.
    pub closed: fn(&str) -> String,
    /// Reported deceased or moved: by whom, when.
    pub reported: fn(Standing, &str, &str) -> String,
    /// Confirmed deceased or moved: by whom, when.
    pub confirmed: fn(Standing, &str, &str) -> String,
    /// Disputed: said to whom, when.
    pub disputed: fn(&str, &str) -> String,
    /// The number is of somebody else.
    pub wrong_number: &'static str,
    /// Who may decide it, where the viewer may not.
    pub for_others: &'static str,
    /// The tries begin anew.
    pub retry: &'static str,
    /// What was closed is open.
    pub reopen: &'static str,
    /// Opens the form of the contacts.
    pub correct: &'static str,
    /// Opens the reasons to close.
    pub close: &'static str,
    /// It is as reported.
    pub confirm: &'static str,
    /// It is not.
    pub not_true: &'static str,
    /// The dispute is over.
    pub resolve: &'static str,
    /// Heading of the reasons to close: about what.
    pub why: fn(&str) -> String,
    /// Usual reasons to close.
    pub whys: [&'static str; 3],
    /// Label of another reason.
    pub other: &'static str,
    /// Closes.
    pub close_now: &'static str,
    /// It is decided.
    pub done: &'static str,
}

pub(super) const ITALIAN: SettlingText = SettlingText {
    title: "Da rivedere",
    in_vain: |about| format!("{about}: cinque tentativi a vuoto"),
    closed: |about| format!("{about}: chiuso dallo studio"),
    reported: |standing, who, when| {
        format!(
            "Segnalato {}{}, {when}",
            standing_in_italian(standing),
            by(who, "da")
        )
    },
    confirmed: |standing, who, when| {
        format!(
            "Confermato {}{}, {when}",
            standing_in_italian(standing),
            by(who, "da")
        )
    },
    disputed: |who, when| format!("Importo contestato{}, {when}", by(who, "a")),
    wrong_number: "Il numero è di un’altra persona",
    for_others: "Lo conferma chi tiene l’anagrafica, al banco.",
    retry: "Riprova",
    reopen: "Riapri",
    correct: "Correggi il contatto",
    close: "Chiudi con un motivo…",
    confirm: "È confermato",
    not_true: "Non è vero",
    resolve: "Contestazione risolta",
    why: |about| format!("{about}: perché si chiude"),
    whys: ["Si cura altrove", "Non serve più", "Non si riesce a raggiungerlo"],
    other: "Un altro motivo",
    close_now: "Chiudi",
    done: "Deciso: la lista è aggiornata.",
};

pub(super) const ENGLISH: SettlingText = SettlingText {
    title: "To be looked at",
    in_vain: |about| format!("{about}: five tries without an answer"),
    closed: |about| format!("{about}: closed by the practice"),
    reported: |standing, who, when| {
        format!(
            "Reported {}{}, {when}",
            standing_in_english(standing),
            by(who, "by")
        )
    },
    confirmed: |standing, who, when| {
        format!(
            "Confirmed {}{}, {when}",
            standing_in_english(standing),
            by(who, "by")
        )
    },
    disputed: |who, when| format!("Amount disputed{}, {when}", by(who, "to")),
    wrong_number: "The number is somebody else’s",
    for_others: "Whoever keeps the patients’ records at the desk confirms it.",
    retry: "Try again",
    reopen: "Open again",
    correct: "Correct the contact",
    close: "Close with a reason…",
    confirm: "It is confirmed",
    not_true: "It is not true",
    resolve: "Dispute settled",
    why: |about| format!("{about}: why it is closed"),
    whys: ["In care elsewhere", "No longer needed", "Cannot be reached"],
    other: "Another reason",
    close_now: "Close",
    done: "Decided: the list is up to date.",
};

const fn standing_in_italian(standing: Standing) -> &'static str {
    match standing {
        Standing::Deceased => "deceduto",
        Standing::MovedAway => "trasferito",
        Standing::Active | Standing::Inactive => "in cura",
    }
}

const fn standing_in_english(standing: Standing) -> &'static str {
    match standing {
        Standing::Deceased => "deceased",
        Standing::MovedAway => "moved away",
        Standing::Active | Standing::Inactive => "in care",
    }
}

/// " da Marta"; nothing where nobody is known.
fn by(who: &str, word: &str) -> String {
    if who.is_empty() {
        String::new()
    } else {
        format!(" {word} {who}")
    }
}

//! Words of the table of clinical risk, in both languages.

/// Words of the table of clinical risk.
pub struct RiskText {
    /// Heading.
    pub title: &'static str,
    /// What is to be known of it.
    pub note: &'static str,
    /// A line: what opens, what closes, how often it is checked.
    pub line: fn(&str, &str, &str) -> String,
    /// Label of the codes that open.
    pub opens: &'static str,
    /// Label of the codes that close.
    pub closes: &'static str,
    /// What to write there.
    pub codes_hint: &'static str,
    /// What closes an episode in any case.
    pub closes_hint: &'static str,
    /// Label of the days.
    pub days: &'static str,
    /// From when they hold.
    pub days_hint: &'static str,
    /// No such number of days.
    pub days_problem: &'static str,
    /// No code, or too many.
    pub how_many: &'static str,
    /// This is no code.
    pub no_code: fn(&str) -> String,
    /// This code stands here twice.
    pub twice: fn(&str) -> String,
    /// This code has its place in a category.
    pub taken: fn(&str, &str) -> String,
    /// Somebody has changed it meanwhile: how it is now.
    pub meanwhile: fn(&str) -> String,
    /// It was kept: which category.
    pub kept: fn(&str) -> String,
}

pub(super) const ITALIAN: RiskText = RiskText {
    title: "Rischio clinico",
    note: "Un episodio si apre con una prestazione eseguita e si chiude con un’altra. Chi ha un episodio aperto si chiama quando dall’ultimo controllo sono passati i giorni scritti qui. Le modifiche valgono subito, anche per gli episodi già aperti.",
    line: |opens, closes, days| {
        format!("Si apre con {opens} · si chiude con {closes} · controllo ogni {days}")
    },
    opens: "Codici che aprono",
    closes: "Codici che chiudono",
    codes_hint: "I codici delle prestazioni, da 1 a 8, separati da una virgola. Lettere, cifre e trattini.",
    closes_hint: "L’estrazione di quel dente (ESTRAZ) chiude sempre, e non va scritta.",
    days: "Giorni fra un controllo e l’altro",
    days_hint: "Da 1 a 365.",
    days_problem: "Serve un numero di giorni da 1 a 365.",
    how_many: "Servono da 1 a 8 codici.",
    no_code: |code| match code {
        "ESTRAZ" => "ESTRAZ chiude già ogni rischio su quel dente.".to_owned(),
        code => format!("«{code}» non va: lettere senza accento, cifre e trattini, 20 al massimo."),
    },
    twice: |code| format!("«{code}» è scritto due volte."),
    taken: |code, category| format!("«{code}» è già di «{category}»: un codice sta in un posto solo."),
    meanwhile: |now| format!("Nel frattempo qualcun altro lo ha cambiato. Adesso è così: {now}"),
    kept: |category| format!("Rischio clinico, {category}: salvato"),
};

pub(super) const ENGLISH: RiskText = RiskText {
    title: "Clinical risk",
    note: "An episode opens with an act that is done, and closes with another one. Who has an open episode is called when as many days have passed since the last check as are written here. Changes hold at once, also for episodes that are open already.",
    line: |opens, closes, days| format!("Opens with {opens} · closes with {closes} · check every {days}"),
    opens: "Codes that open",
    closes: "Codes that close",
    codes_hint: "The codes of acts, from 1 to 8, with commas between. Letters, figures and hyphens.",
    closes_hint: "An extraction of that tooth (ESTRAZ) always closes, and is not to be written.",
    days: "Days between two checks",
    days_hint: "From 1 to 365.",
    days_problem: "It takes a number of days from 1 to 365.",
    how_many: "It takes from 1 to 8 codes.",
    no_code: |code| match code {
        "ESTRAZ" => "ESTRAZ closes every risk of that tooth already.".to_owned(),
        code => format!("“{code}” will not do: letters without accents, figures and hyphens, 20 at most."),
    },
    twice: |code| format!("“{code}” is written twice."),
    taken: |code, category| format!("“{code}” is of “{category}” already: a code has one place."),
    meanwhile: |now| format!("Somebody else has changed it meanwhile. Now it is: {now}"),
    kept: |category| format!("Clinical risk, {category}: kept"),
};

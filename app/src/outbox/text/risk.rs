//! Words of what clinicians say of episodes of clinical risk.

/// Words of what clinicians say of episodes of clinical risk.
pub struct RiskText {
    /// One is opened: whose.
    pub opens: fn(&str) -> String,
    /// One is closed: whose.
    pub closes: fn(&str) -> String,
    /// Label of the category.
    pub which: &'static str,
    /// Label of the day.
    pub since: &'static str,
    /// Label of the tooth.
    pub tooth: &'static str,
    /// Label of why.
    pub why: &'static str,
}

pub(super) const ITALIAN: RiskText = RiskText {
    opens: |who| format!("Rischio clinico segnato: {who}"),
    closes: |who| format!("Rischio clinico chiuso: {who}"),
    which: "Quale",
    since: "Dal giorno",
    tooth: "Dente",
    why: "Perché",
};

pub(super) const ENGLISH: RiskText = RiskText {
    opens: |who| format!("Clinical risk marked: {who}"),
    closes: |who| format!("Clinical risk closed: {who}"),
    which: "Which",
    since: "Since",
    tooth: "Tooth",
    why: "Why",
};

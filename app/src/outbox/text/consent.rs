//! Words of what is done with consents to treatment.

/// Words of what is done with consents to treatment.
pub struct ConsentText {
    /// One is attested: whose.
    pub attests: fn(&str) -> String,
    /// One is withdrawn: whose.
    pub withdraws: fn(&str) -> String,
    /// Label of the day of the signature.
    pub signed: &'static str,
    /// Label of whose wish it is.
    pub wish: &'static str,
    /// The patient's, the clinician's.
    pub wishes: [&'static str; 2],
    /// Label of why.
    pub why: &'static str,
}

pub(super) const ITALIAN: ConsentText = ConsentText {
    attests: |who| format!("Consenso alla cura attestato: {who}"),
    withdraws: |who| format!("Consenso alla cura ritirato: {who}"),
    signed: "Firmato il",
    wish: "Per volontà",
    wishes: ["del paziente", "del clinico"],
    why: "Perché",
};

pub(super) const ENGLISH: ConsentText = ConsentText {
    attests: |who| format!("Consent to treatment attested: {who}"),
    withdraws: |who| format!("Consent to treatment withdrawn: {who}"),
    signed: "Signed on",
    wish: "By the wish",
    wishes: ["of the patient", "of the clinician"],
    why: "Why",
};

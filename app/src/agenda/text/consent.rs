//! Words of the consent to treatment.

/// Words of the consent to treatment.
pub struct ConsentText {
    /// Mark: no consent to the plan is in force.
    pub mark: &'static str,
    /// No consent to the plan is in force.
    pub missing: &'static str,
    /// One is, for those who know no more.
    pub there: &'static str,
    /// Nothing is recorded of a plan whose care is under way.
    pub unrecorded: &'static str,
    /// It was signed on a day and attested by somebody.
    pub signed: fn(&str, &str) -> String,
    /// The patient has withdrawn it: when, written down by whom, why.
    pub withdrawn_by_patient: fn(&str, &str, &str) -> String,
    /// The clinician has taken the attestation back: when, who, why.
    pub withdrawn_by_clinician: fn(&str, &str, &str) -> String,
    /// Label of the day of the signature.
    pub day: &'static str,
    /// Attests it.
    pub attest: &'static str,
    /// Leads to the form that withdraws it.
    pub withdraw: &'static str,
    /// Heading of that form.
    pub withdraw_title: &'static str,
    /// Whose wish it is.
    pub wish: &'static str,
    /// The patient's.
    pub of_patient: &'static str,
    /// The clinician's.
    pub of_clinician: &'static str,
    /// The usual reasons of patients.
    pub patient_reasons: [&'static str; 3],
    /// The usual reasons of clinicians.
    pub clinician_reasons: [&'static str; 3],
    /// What follows.
    pub follows: &'static str,
    /// Withdraws it.
    pub withdraw_now: &'static str,
    /// Leaves everything as it is.
    pub keep: &'static str,
    /// It was attested, for a name.
    pub told_attested: fn(&str) -> String,
    /// It was withdrawn, for a name.
    pub told_withdrawn: fn(&str) -> String,
}

pub(super) const IT: ConsentText = ConsentText {
    mark: "consenso mancante",
    missing: "Consenso alla cura: manca",
    there: "Consenso alla cura: c’è",
    unrecorded: "Consenso alla cura: non registrato qui",
    signed: |day, by| format!("Consenso alla cura: firmato il {day}, attestato da {by}"),
    withdrawn_by_patient: |day, by, why| {
        format!("Consenso alla cura: ritirato dal paziente il {day}, scritto da {by}. {why}")
    },
    withdrawn_by_clinician: |day, by, why| {
        format!("Consenso alla cura: attestazione ritirata il {day} da {by}. {why}")
    },
    day: "Firmato il",
    attest: "Attesta il consenso firmato",
    withdraw: "Ritira il consenso",
    withdraw_title: "Il consenso non vale più",
    wish: "Di chi è la volontà",
    of_patient: "Del paziente",
    of_clinician: "Del clinico",
    patient_reasons: [
        "Ha cambiato idea",
        "Vuole un altro parere",
        "Chiede un’altra cura",
    ],
    clinician_reasons: [
        "Attestato per errore",
        "Il piano è cambiato",
        "Il foglio non è firmato",
    ],
    follows: "Da subito, su tutti i dispositivi, il consenso a questo piano manca. Quel che è stato scritto resta.",
    withdraw_now: "Ritira",
    keep: "Lascia com’è",
    told_attested: |name| format!("Consenso attestato: {name}"),
    told_withdrawn: |name| format!("Consenso ritirato: {name}"),
};

pub(super) const EN: ConsentText = ConsentText {
    mark: "consent missing",
    missing: "Consent to treatment: missing",
    there: "Consent to treatment: there",
    unrecorded: "Consent to treatment: not recorded here",
    signed: |day, by| format!("Consent to treatment: signed on {day}, attested by {by}"),
    withdrawn_by_patient: |day, by, why| {
        format!("Consent to treatment: withdrawn by the patient on {day}, written down by {by}. {why}")
    },
    withdrawn_by_clinician: |day, by, why| {
        format!("Consent to treatment: attestation taken back on {day} by {by}. {why}")
    },
    day: "Signed on",
    attest: "Attest the signed consent",
    withdraw: "Withdraw the consent",
    withdraw_title: "The consent no longer holds",
    wish: "Whose wish it is",
    of_patient: "The patient’s",
    of_clinician: "The clinician’s",
    patient_reasons: [
        "Has changed their mind",
        "Wants another opinion",
        "Asks for other care",
    ],
    clinician_reasons: [
        "Attested by mistake",
        "The plan has changed",
        "The paper is not signed",
    ],
    follows: "At once, on every device, the consent to this plan is missing. What was written stays.",
    withdraw_now: "Withdraw",
    keep: "Leave it as it is",
    told_attested: |name| format!("Consent attested: {name}"),
    told_withdrawn: |name| format!("Consent withdrawn: {name}"),
};

//! Words of what is set by hand of recalls.

/// Words of what is set by hand of recalls.
pub struct RecallText {
    /// A recall is set: whose.
    pub sets: fn(&str) -> String,
    /// Label of the interval.
    pub every: &'static str,
    /// The interval, of so many months; 0 = the recall is turned off.
    pub months: fn(u8) -> String,
    /// Label of the date set by hand.
    pub fixed: &'static str,
    /// Label of the day until which it is disabled.
    pub until: &'static str,
}

pub(super) const ITALIAN: RecallText = RecallText {
    sets: |who| format!("Richiamo di igiene: {who}"),
    every: "Ogni quanto",
    months: |months| match months {
        0 => "disattivato".to_owned(),
        1 => "ogni mese".to_owned(),
        _ => format!("ogni {months} mesi"),
    },
    fixed: "Data fissata",
    until: "Sospeso fino al",
};

pub(super) const ENGLISH: RecallText = RecallText {
    sets: |who| format!("Hygiene recall: {who}"),
    every: "How often",
    months: |months| match months {
        0 => "turned off".to_owned(),
        1 => "every month".to_owned(),
        _ => format!("every {months} months"),
    },
    fixed: "Date set",
    until: "Paused until",
};

//! Words for how far a change of a row has come.

/// Words for how far a change of a row has come.
pub struct StandingText {
    /// The server has it.
    pub saved: &'static str,
    /// It is on its way.
    pub saving: &'static str,
    /// It is being written on this device.
    pub writing: &'static str,
    /// It could not be written on this device.
    pub unkept: &'static str,
    /// It is kept on this device.
    pub kept: &'static str,
    /// A person has to settle it.
    pub needs_you: &'static str,
}

pub(super) const ITALIAN: StandingText = StandingText {
    saved: "salvato",
    saving: "salvataggio in corso",
    writing: "in scrittura su questo dispositivo",
    unkept: "non conservato: vive solo in questa pagina",
    kept: "tenuto su questo dispositivo",
    needs_you: "da risolvere",
};

pub(super) const ENGLISH: StandingText = StandingText {
    saved: "saved",
    saving: "being saved",
    writing: "being written on this device",
    unkept: "not kept: it lives in this page only",
    kept: "kept on this device",
    needs_you: "needs you",
};

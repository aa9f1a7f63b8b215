//! Words of how a patient is reached, when, and what may be said to others, in both languages.

/// Words of how a patient is reached.
pub struct ReachText {
    /// After the name of a way: the patient prefers it.
    pub preferred: fn(&str) -> String,
    /// A video call.
    pub video: &'static str,
    /// The same, read aloud.
    pub video_label: &'static str,
    /// Copies the address of the video call.
    pub copy: &'static str,
    /// It is copied.
    pub copied: &'static str,
    /// The browser did not let it be copied: the address.
    pub not_copied: fn(&str) -> String,
    /// No hour to call, and the hours of today.
    pub not_now: fn(&str) -> String,
    /// No day to call.
    pub not_today: &'static str,
    /// Name of the latest attempts.
    pub latest: &'static str,
    /// Others of the family who are on the list too.
    pub together: fn(&str) -> String,
    /// Between the last two names.
    pub and: &'static str,
}

pub(super) const ITALIAN: ReachText = ReachText {
    preferred: |way| format!("{way}, come preferisce"),
    video: "Video",
    video_label: "Apri la videochiamata in un’altra scheda",
    copy: "Copia il link della videochiamata",
    copied: "Link copiato: incollalo in un messaggio al paziente.",
    not_copied: |address| format!("Il browser non lascia copiare. Il link è {address}"),
    not_now: |hours| format!("Fuori orario: oggi si chiama {hours}."),
    not_today: "Oggi non è giorno di chiamate.",
    latest: "Ultimi tentativi",
    together: |names| format!("con {names}"),
    and: "e",
};

pub(super) const ENGLISH: ReachText = ReachText {
    preferred: |way| format!("{way}, as the patient prefers"),
    video: "Video",
    video_label: "Open the video call in another tab",
    copy: "Copy the link of the video call",
    copied: "Link copied: paste it into a message to the patient.",
    not_copied: |address| format!("The browser does not let it be copied. The link is {address}"),
    not_now: |hours| format!("Out of hours: today calls are made {hours}."),
    not_today: "Today is no day for calls.",
    latest: "Latest attempts",
    together: |names| format!("with {names}"),
    and: "and",
};

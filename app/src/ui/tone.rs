//! The hues that mean something.

/// What a colour says. Never alone: a word, a mark or a picture says it too.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Nothing particular.
    #[default]
    Plain,
    /// What is going on now.
    Accent,
    /// Clinical risk, lateness, failure.
    Risk,
    /// Money due, and whatever waits.
    Owed,
    /// A promise, and people.
    Promise,
    /// All is well.
    Good,
}

impl Tone {
    /// The class of `style/ui/tag.css`.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Accent => "tone-accent",
            Self::Risk => "tone-risk",
            Self::Owed => "tone-owed",
            Self::Promise => "tone-promise",
            Self::Good => "tone-good",
        }
    }
}

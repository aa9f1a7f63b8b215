//! Words of proposed places, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;

/// Words of proposed places.
pub struct Text {
    /// The first free place.
    pub place: fn(&str) -> String,
    /// It is being looked for.
    pub looking: &'static str,
    /// There is none.
    pub none: &'static str,
    /// The rest of a long list has none looked for.
    pub later: &'static str,
    /// Opens the visit with the place filled in, read aloud: the place, and for whom.
    pub take: fn(&str, &str) -> String,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

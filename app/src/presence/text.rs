//! Words of who is live, in both languages.

mod english;
mod italian;

pub use english::EN;
pub use italian::IT;

use app_domain::language::Language;

/// Words of who is live. Sentences take the names of at least one person.
pub struct Text {
    /// Heading of the names of those who are live.
    pub live_title: &'static str,
    /// These are live.
    pub live: fn(&[String]) -> String,
    /// These look at the day that is shown.
    pub day: fn(&[String]) -> String,
    /// These have the card open that is shown.
    pub call: fn(&[String]) -> String,
}

/// The words of a language.
pub const fn text(language: Language) -> &'static Text {
    match language {
        Language::Italian => &IT,
        Language::English => &EN,
    }
}

/// "A", "A, B and C": the names with a word before the last one.
fn joined(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} {and} {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{EN, IT};

    #[test]
    fn one_person_looks_and_several_do() {
        let names = [
            "Sara Conti".to_owned(),
            "Marta Riva".to_owned(),
            "Anna Galli".to_owned(),
        ];
        assert_eq!((IT.day)(&names[..1]), "Sara Conti guarda questo giorno");
        assert_eq!(
            (IT.day)(&names[..2]),
            "Sara Conti e Marta Riva guardano questo giorno"
        );
        assert_eq!((IT.call)(&names[..1]), "Sara Conti ha aperta questa scheda");
        assert_eq!(
            (EN.call)(&names),
            "Sara Conti, Marta Riva and Anna Galli have this card open"
        );
    }
}

//! Telling surname and name apart where an export writes them in one column.

use crate::import::mapping::{NameOrder, NameSplit};
use crate::import::tax_code;

/// A name, cut.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonName {
    /// Surname.
    pub surname: String,
    /// Name.
    pub name: String,
    /// How sure the cut is.
    pub cut: Cut,
}

/// How sure a cut between surname and name is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cut {
    /// The text or the tax code says so.
    Certain,
    /// There were several ways, and the usual one was taken.
    Guessed,
}

/// Words with which surnames of several words begin.
const PARTICLES: [&str; 30] = [
    "de", "di", "da", "del", "della", "dello", "dei", "degli", "delle", "dal", "dalla", "dalle", "dall'",
    "dell'", "d'", "la", "le", "li", "lo", "san", "santa", "el", "al", "ait", "abdel", "van", "von", "der",
    "mac", "dos",
];

/// Cuts a name by the rule of the mapping. The tax code, where known, decides between the ways.
pub fn split(text: &str, order: NameOrder, rule: &NameSplit, tax_code: &str) -> PersonName {
    match rule {
        NameSplit::At(mark) => match text.split_once(mark.as_str()) {
            Some((first, second)) => ordered(first.trim(), second.trim(), order, Cut::Certain),
            None => at_words(text, order, tax_code),
        },
        NameSplit::Capitals => by_capitals(text, order).unwrap_or_else(|| at_words(text, order, tax_code)),
        NameSplit::Words => at_words(text, order, tax_code),
    }
}

fn ordered(first: &str, second: &str, order: NameOrder, cut: Cut) -> PersonName {
    let (surname, name) = match order {
        NameOrder::SurnameFirst => (first, second),
        NameOrder::NameFirst => (second, first),
    };
    PersonName {
        surname: surname.to_owned(),
        name: name.to_owned(),
        cut,
    }
}

fn by_capitals(text: &str, order: NameOrder) -> Option<PersonName> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital =
        |word: &&str| word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
    let at = match order {
        NameOrder::SurnameFirst => words.iter().take_while(|word| is_capital(word)).count(),
        NameOrder::NameFirst => words.len() - words.iter().rev().take_while(|word| is_capital(word)).count(),
    };
    (at > 0 && at < words.len()).then(|| {
        ordered(
            &words[..at].join(" "),
            &words[at..].join(" "),
            order,
            Cut::Certain,
        )
    })
}

fn at_words(text: &str, order: NameOrder, tax_code: &str) -> PersonName {
    let words: Vec<&str> = text.split_whitespace().collect();
    let cut_at = |at: usize, cut| ordered(&words[..at].join(" "), &words[at..].join(" "), order, cut);
    match words.len() {
        0 | 1 => {
            return PersonName {
                surname: words.concat(),
                name: String::new(),
                cut: Cut::Certain,
            };
        }
        2 => return cut_at(1, Cut::Certain),
        _ => {}
    }
    let agrees = |person: &PersonName| {
        let letters = tax_code::surname_letters(&person.surname) + &tax_code::name_letters(&person.name);
        tax_code.to_ascii_uppercase().starts_with(&letters)
    };
    let usual = usual_cut(&words, order);
    let ways = std::iter::once(usual).chain((1..words.len()).filter(|at| *at != usual));
    let said = ways.map(|at| cut_at(at, Cut::Certain)).find(agrees);
    said.unwrap_or_else(|| cut_at(usual, Cut::Guessed))
}

/// The surname is one word, and the particles before it.
fn usual_cut(words: &[&str], order: NameOrder) -> usize {
    let is_particle = |word: &&str| PARTICLES.contains(&word.to_lowercase().as_str());
    match order {
        NameOrder::SurnameFirst => {
            let particles = words[..words.len() - 2]
                .iter()
                .take_while(|word| is_particle(word))
                .count();
            particles + 1
        }
        NameOrder::NameFirst => {
            let last = words.len() - 1;
            last - words[1..last]
                .iter()
                .rev()
                .take_while(|word| is_particle(word))
                .count()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, order: NameOrder, rule: &NameSplit, code: &str) -> (String, String, Cut) {
        let person = split(text, order, rule, code);
        (person.surname, person.name, person.cut)
    }

    #[test]
    fn particles_stay_with_the_surname() {
        let words = NameSplit::Words;
        let first = cut("De Angelis Sara", NameOrder::SurnameFirst, &words, "");
        assert_eq!(first, ("De Angelis".into(), "Sara".into(), Cut::Guessed));
        let last = cut("Maria Grazia Dalla Costa", NameOrder::NameFirst, &words, "");
        assert_eq!(last, ("Dalla Costa".into(), "Maria Grazia".into(), Cut::Guessed));
    }

    #[test]
    fn the_tax_code_decides_between_the_ways() {
        let two = cut(
            "Rossi Malaspina Anna",
            NameOrder::SurnameFirst,
            &NameSplit::Words,
            "RSSNNA80A41D150X",
        );
        assert_eq!(two, ("Rossi Malaspina".into(), "Anna".into(), Cut::Certain));
        let one = cut(
            "Bianchi Rosa Maria",
            NameOrder::SurnameFirst,
            &NameSplit::Words,
            "BNCRMR76P51D150G",
        );
        assert_eq!(one, ("Bianchi".into(), "Rosa Maria".into(), Cut::Certain));
    }

    #[test]
    fn marks_and_capitals_say_where_the_surname_ends() {
        let at = NameSplit::At(",".to_owned());
        let comma = cut("Lo Cascio, Vittorio", NameOrder::SurnameFirst, &at, "");
        assert_eq!(comma, ("Lo Cascio".into(), "Vittorio".into(), Cut::Certain));
        let capitals = cut(
            "Maria Pia DE LUCA",
            NameOrder::NameFirst,
            &NameSplit::Capitals,
            "",
        );
        assert_eq!(capitals, ("DE LUCA".into(), "Maria Pia".into(), Cut::Certain));
    }
}

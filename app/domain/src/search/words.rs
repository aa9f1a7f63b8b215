//! Names in words, as they are searched.

use crate::calls::folded;

use super::Place;

/// An apostrophe in any of the ways in which it is typed.
pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '′')
}

/// The words of a folded text; apostrophes stay in them.
fn raw_words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

fn joined(word: &str) -> String {
    word.chars().filter(|letter| !is_apostrophe(*letter)).collect()
}

/// What was typed, in words: `D'Angelo` is one.
pub(super) fn typed_words(text: &str) -> Vec<String> {
    raw_words(&folded(text)).map(joined).collect()
}

/// The words by which a surname or a name is found, each with its place: `d'angelo` as it is joined and by its parts, and
/// `de luca` by both words and as one.
fn words_of(folded: &str, beginning: Place, add: &mut impl FnMut(String, Place)) {
    let raw: Vec<&str> = raw_words(folded).collect();
    for (index, word) in raw.iter().enumerate() {
        let place = if index == 0 { beginning } else { Place::LaterWord };
        let parts: Vec<&str> = word
            .split(is_apostrophe)
            .filter(|part| !part.is_empty())
            .collect();
        if parts.len() > 1 {
            parts.iter().for_each(|part| add((*part).to_owned(), place));
        }
        add(joined(word), place);
    }
    if raw.len() > 1 {
        add(raw.iter().map(|word| joined(word)).collect(), beginning);
    }
}

/// The words by which a patient is found. `surname` and `name` are folded already.
pub(super) fn name_words(surname: &str, name: &str) -> Vec<(String, Place)> {
    let mut words: Vec<(String, Place)> = Vec::new();
    let mut add = |word: String, place: Place| match words.iter_mut().find(|(known, _)| *known == word) {
        Some((_, known)) => *known = (*known).min(place),
        None => words.push((word, place)),
    };
    words_of(surname, Place::Surname, &mut add);
    words_of(name, Place::Name, &mut add);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(surname: &str, name: &str) -> Vec<(String, Place)> {
        let mut words = name_words(&folded(surname), &folded(name));
        words.sort();
        words
    }

    #[test]
    fn an_apostrophe_joins_and_parts() {
        let found = of("D’Angelo", "Niccolò");
        let expected = [
            ("angelo", Place::Surname),
            ("d", Place::Surname),
            ("dangelo", Place::Surname),
            ("niccolo", Place::Name),
        ];
        assert_eq!(found, expected.map(|(word, place)| (word.to_owned(), place)));
        assert_eq!(typed_words("d'angelo NICCOLO'"), ["dangelo", "niccolo"]);
    }

    #[test]
    fn a_name_of_several_words_is_found_by_each_and_as_one() {
        let found = of("De Luca", "Anna-Maria");
        let expected = [
            ("anna", Place::Name),
            ("annamaria", Place::Name),
            ("de", Place::Surname),
            ("deluca", Place::Surname),
            ("luca", Place::LaterWord),
            ("maria", Place::LaterWord),
        ];
        assert_eq!(found, expected.map(|(word, place)| (word.to_owned(), place)));
    }

    #[test]
    fn a_word_in_two_places_is_in_the_better_one() {
        assert_eq!(of("Rossi", "Rossi"), [("rossi".to_owned(), Place::Surname)]);
    }
}

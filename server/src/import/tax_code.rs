//! The Italian tax code (`codice fiscale`): its shape, its check character, and what it says of a name.
//!
//! Source of the rule: decree of the Ministry of Finance of 23 December 1976. Digits that are replaced by letters to tell
//! namesakes apart (`omocodia`) take part in the check like any other character.

/// What is wrong with a tax code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It does not have the shape of one.
    Malformed,
    /// Its last character does not fit the others.
    CheckCharacter,
}

/// Values of the characters in odd places (1st, 3rd, …), by letter; a digit counts as the letter at its place from A.
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// Checks a tax code of a person; provisional codes of 11 digits only for their shape.
///
/// # Errors
/// What is wrong with it.
pub fn check(code: &str) -> Result<(), Fault> {
    let code = code.to_ascii_uppercase();
    if code.len() == 11 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    if !well_formed(code.as_bytes()) {
        return Err(Fault::Malformed);
    }
    let (body, last) = code.as_bytes().split_at(15);
    if check_character(body) == last[0] {
        Ok(())
    } else {
        Err(Fault::CheckCharacter)
    }
}

/// Six letters, two digits, a letter, two digits, a letter, three digits, a letter; a digit may be one of LMNPQRSTUV.
fn well_formed(code: &[u8]) -> bool {
    const SHAPE: &[u8; 16] = b"AAAAAA00A00A000A";
    code.len() == SHAPE.len()
        && code.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'A' => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit() || b"LMNPQRSTUV".contains(byte),
        })
}

fn check_character(body: &[u8]) -> u8 {
    let value = |byte: u8| {
        u32::from(if byte.is_ascii_digit() {
            byte - b'0'
        } else {
            byte - b'A'
        })
    };
    let sum: u32 = body
        .iter()
        .enumerate()
        .map(|(place, byte)| {
            if place % 2 == 0 {
                ODD[value(*byte) as usize]
            } else {
                value(*byte)
            }
        })
        .sum();
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(sum % 26) as usize]
}

/// The three letters of a surname in a tax code.
pub fn surname_letters(surname: &str) -> String {
    let (consonants, vowels) = letters(surname);
    consonants
        .chars()
        .chain(vowels.chars())
        .chain(std::iter::repeat_n('X', 3))
        .take(3)
        .collect()
}

/// The three letters of a name in a tax code: of four consonants or more the second is left out.
pub fn name_letters(name: &str) -> String {
    let (consonants, vowels) = letters(name);
    let chosen: String = if consonants.len() >= 4 {
        consonants
            .char_indices()
            .filter(|(place, _)| *place != 1)
            .map(|(_, c)| c)
            .collect()
    } else {
        consonants
    };
    chosen
        .chars()
        .chain(vowels.chars())
        .chain(std::iter::repeat_n('X', 3))
        .take(3)
        .collect()
}

/// Consonants and vowels of a name, in order, without accents.
fn letters(name: &str) -> (String, String) {
    let plain = name.chars().flat_map(char::to_uppercase).filter_map(|c| match c {
        'A'..='Z' => Some(c),
        'À'..='Å' => Some('A'),
        'È'..='Ë' => Some('E'),
        'Ì'..='Ï' => Some('I'),
        'Ò'..='Ö' => Some('O'),
        'Ù'..='Ü' => Some('U'),
        'Ç' => Some('C'),
        'Ñ' => Some('N'),
        _ => None,
    });
    plain.partition(|c| !matches!(c, 'A' | 'E' | 'I' | 'O' | 'U'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_character_is_computed_from_the_others() {
        assert_eq!(check("RSSMRA85T10A562S"), Ok(()));
        assert_eq!(check("rssmra85t10a562s"), Ok(()));
        assert_eq!(check("RSSMRA85T10A562T"), Err(Fault::CheckCharacter));
    }

    #[test]
    fn letters_in_place_of_digits_count_as_letters() {
        assert_eq!(check("RSSMRA85T10A56NH"), Ok(()));
        assert_eq!(check("RSSMRA85T10A56NS"), Err(Fault::CheckCharacter));
    }

    #[test]
    fn what_has_another_shape_is_malformed() {
        for code in [
            "",
            "RSSMRA85T10A562",
            "RSSMRA85T10A5621",
            "1SSMRA85T10A562S",
            "città",
        ] {
            assert_eq!(check(code), Err(Fault::Malformed), "{code}");
        }
    }

    #[test]
    fn names_give_their_letters() {
        assert_eq!(surname_letters("Dalla Costa"), "DLL");
        assert_eq!(name_letters("Giorgio"), "GRG");
        assert_eq!(name_letters("Gianfranco"), "GFR");
        assert_eq!(surname_letters("Fo"), "FOX");
    }
}

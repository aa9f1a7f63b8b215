//! Italian phone numbers as people write them, in the one form that can be called from anywhere (E.164).

/// A number that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phone {
    /// `+39…`
    pub e164: String,
    /// Whether it is a mobile number.
    pub line: Line,
}

/// What kind of number it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// A mobile number.
    Mobile,
    /// A landline number, or one of another country.
    Landline,
}

/// Reads a number. Numbers without a country are Italian: mobiles begin with 3 and have 9 or 10 digits, landlines with 0.
pub fn read(text: &str) -> Option<Phone> {
    let mut digits = String::with_capacity(text.len());
    let mut international = false;
    for (place, c) in text.trim().chars().enumerate() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if place == 0 => international = true,
            ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}' => {}
            _ => return None,
        }
    }
    if let Some(rest) = digits.strip_prefix("00").filter(|_| !international) {
        digits = rest.to_owned();
        international = true;
    }
    if !international {
        return national(&digits)
            .or_else(|| national(digits.strip_prefix("39").filter(|_| digits.len() >= 11)?));
    }
    match digits.strip_prefix("39") {
        Some(italian) => national(italian),
        None => (8..=15).contains(&digits.len()).then(|| Phone {
            e164: format!("+{digits}"),
            line: Line::Landline,
        }),
    }
}

fn national(digits: &str) -> Option<Phone> {
    let line = match (digits.as_bytes().first()?, digits.len()) {
        (b'3', 9..=10) => Line::Mobile,
        (b'0', 6..=11) => Line::Landline,
        _ => return None,
    };
    Some(Phone {
        e164: format!("+39{digits}"),
        line,
    })
}

/// Reads several numbers in one text, cut at any of the separators; a separator inside a number does not cut it.
pub fn read_several(text: &str) -> Vec<Phone> {
    let separators = [';', ',', '|', '\n'];
    let coarse = text
        .split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty());
    coarse.flat_map(pieces).collect()
}

/// Numbers with `/` or ` - ` between them, which may also stand inside a number: the fewest pieces that are all numbers.
fn pieces(text: &str) -> Vec<Phone> {
    if let Some(phone) = read(text) {
        return vec![phone];
    }
    let cuts = text
        .match_indices(['/', '-', ' '])
        .map(|(at, cut)| (at, at + cut.len()));
    for (end, start) in cuts {
        if let (Some(first), rest) = (read(&text[..end]), pieces(&text[start..]))
            && !rest.is_empty()
        {
            return std::iter::once(first).chain(rest).collect();
        }
    }
    Vec::new()
}

/// Whether a text is already written as digits alone.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with("00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_habit_gives_the_same_number() {
        for text in [
            "3336103119",
            "+39 333 6103119",
            "00393336103119",
            "333.610.3119",
            "333/6103119",
            "333-610 3119",
        ] {
            assert_eq!(
                read(text).map(|phone| phone.e164).as_deref(),
                Some("+393336103119"),
                "{text}"
            );
        }
        assert_eq!(
            read("0372/447799").map(|phone| phone.e164).as_deref(),
            Some("+390372447799")
        );
        assert_eq!(
            read("+40 721 234 567").map(|phone| phone.e164).as_deref(),
            Some("+40721234567")
        );
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "non ha", "12", "333 610", "3336103119 ore pasti"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn several_numbers_in_one_column_are_told_apart() {
        let numbers = |text: &str| {
            read_several(text)
                .into_iter()
                .map(|phone| phone.e164)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            numbers("0372/447799 / 333 6103119"),
            ["+390372447799", "+393336103119"]
        );
        assert_eq!(
            numbers("3336103119-3476103119"),
            ["+393336103119", "+393476103119"]
        );
        assert_eq!(
            numbers("0372447799; 3336103119"),
            ["+390372447799", "+393336103119"]
        );
    }
}

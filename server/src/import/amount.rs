//! Amounts as programs write them: `1.250,00`, `€ 85`, `-12.5`, `(40,00)`.

use app_domain::money::Cents;

/// An amount that was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amount {
    /// How much.
    pub cents: Cents,
    /// Whether a mark stood between thousands.
    pub thousands: bool,
}

/// Reads an amount. Thousands must be groups of three; what stands after the cents must be zeros.
pub fn read(text: &str, decimal_mark: char, thousands_mark: Option<char>) -> Option<Amount> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let bare = bare
        .strip_prefix("EUR")
        .or_else(|| bare.strip_suffix("EUR"))
        .unwrap_or(&bare);
    let (negative, bare) = sign(bare);
    let (whole, fraction) = bare.split_once(decimal_mark).unwrap_or((bare, ""));
    let (whole, thousands) = join_thousands(whole, thousands_mark)?;
    if whole.is_empty() && fraction.is_empty() || !digits(&whole) || !digits(fraction) {
        return None;
    }
    let euro: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let cents = euro.checked_mul(100)?.checked_add(cents_of(fraction)?)?;
    Some(Amount {
        cents: Cents(if negative { -cents } else { cents }),
        thousands,
    })
}

fn sign(text: &str) -> (bool, &str) {
    if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return (true, inside);
    }
    let negative = text
        .strip_prefix(['-', '−'])
        .or_else(|| text.strip_suffix(['-', '−']));
    negative.map_or((false, text.strip_prefix('+').unwrap_or(text)), |bare| {
        (true, bare)
    })
}

fn join_thousands(whole: &str, mark: Option<char>) -> Option<(String, bool)> {
    let Some(mark) = mark.filter(|mark| whole.contains(*mark)) else {
        return Some((whole.to_owned(), false));
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    well_formed.then(|| (whole.replace(mark, ""), true))
}

fn cents_of(fraction: &str) -> Option<i64> {
    let (cents, rest) = fraction.split_at(fraction.len().min(2));
    if rest.bytes().any(|digit| digit != b'0') {
        return None;
    }
    match cents.len() {
        0 => Some(0),
        1 => cents.parse::<i64>().ok().map(|tenths| tenths * 10),
        _ => cents.parse().ok(),
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_the_marks_of_the_mapping() {
        for (text, decimal, thousands, wanted) in [
            ("85,00", ',', Some('.'), Some((8_500, false))),
            ("1.250,00", ',', Some('.'), Some((125_000, true))),
            ("1,250.5", '.', Some(','), Some((125_050, true))),
            ("€ 1 250,00", ',', None, Some((125_000, false))),
            ("-40", '.', None, Some((-4_000, false))),
            ("(40.00)", '.', None, Some((-4_000, false))),
            ("40,00-", ',', None, Some((-4_000, false))),
            ("0,5000", ',', None, Some((50, false))),
            ("85.00", ',', Some('.'), None),
            ("1.25.000", ',', Some('.'), None),
            ("12,345", ',', None, None),
            ("", ',', None, None),
            ("dodici", ',', None, None),
        ] {
            let read = read(text, decimal, thousands).map(|amount| (amount.cents.0, amount.thousands));
            assert_eq!(read, wanted, "{text}");
        }
    }
}

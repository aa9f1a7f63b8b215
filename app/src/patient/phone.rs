//! Telephone numbers, as people write them and as links need them.

/// The number as people in Italy write it: `347 555 01 28`, `0372 41 12 07`. Other countries' numbers stay as they are.
pub fn written(number: &str) -> String {
    let Some(national) = number
        .strip_prefix("+39")
        .filter(|rest| rest.chars().all(|c| c.is_ascii_digit()))
    else {
        return number.trim().to_owned();
    };
    let prefix = if national.starts_with('0') {
        area_code_length(national)
    } else {
        3
    };
    match national.split_at_checked(prefix) {
        Some((prefix, rest)) if !rest.is_empty() => format!("{prefix} {}", grouped(rest)),
        _ => national.to_owned(),
    }
}

/// Milan and Rome have two figures; the other cities of old exchanges three, and the rest four.
fn area_code_length(national: &str) -> usize {
    let figures = national.as_bytes();
    match (figures.get(1), figures.get(2)) {
        (Some(b'2' | b'6'), _) => 2,
        (_, Some(b'0' | b'1' | b'5' | b'9')) => 3,
        _ => 4,
    }
}

/// Pairs, the first group of three where the count is odd.
fn grouped(figures: &str) -> String {
    let first = if figures.len() % 2 == 1 {
        figures.len().min(3)
    } else {
        2
    };
    let (head, tail) = figures.split_at(first);
    let mut out = head.to_owned();
    for (index, figure) in tail.chars().enumerate() {
        if index % 2 == 0 {
            out.push(' ');
        }
        out.push(figure);
    }
    out
}

/// A number as it is kept: with its country, without what people write between figures. `None` where nothing was typed.
/// What is no number stays as it was typed, to be refused with a sentence.
pub fn kept(typed: &str) -> Option<String> {
    let bare: String = typed.chars().filter(|one| !" -./()".contains(*one)).collect();
    let figures = bare.strip_prefix('+').unwrap_or(&bare);
    if bare.is_empty() {
        None
    } else if !figures.chars().all(|one| one.is_ascii_digit()) {
        Some(typed.trim().to_owned())
    } else if bare.starts_with('+') {
        Some(bare)
    } else if let Some(abroad) = bare.strip_prefix("00") {
        Some(format!("+{abroad}"))
    } else {
        Some(format!("+39{bare}"))
    }
}

/// The target of a `tel:` link; `None` where there are too few figures to call.
pub fn tel(number: &str) -> Option<String> {
    let plus = if number.trim_start().starts_with('+') {
        "+"
    } else {
        ""
    };
    let figures: String = number.chars().filter(char::is_ascii_digit).collect();
    (figures.len() >= 5).then(|| format!("tel:{plus}{figures}"))
}

/// The target of a link that writes a text message; as [`tel`].
pub fn sms(number: &str) -> Option<String> {
    tel(number).map(|target| target.replacen("tel:", "sms:", 1))
}

/// The address of a WhatsApp conversation; only numbers with their country have one.
pub fn whatsapp(number: &str) -> Option<String> {
    let figures = number.strip_prefix('+')?;
    (figures.len() >= 8 && figures.chars().all(|c| c.is_ascii_digit()))
        .then(|| format!("https://wa.me/{figures}"))
}

#[cfg(test)]
mod tests {
    use super::{kept, tel, whatsapp, written};

    #[test]
    fn a_number_is_kept_with_its_country() {
        assert_eq!(kept(" 347 555 01 28 ").as_deref(), Some("+393475550128"));
        assert_eq!(kept("0372/41.12.07").as_deref(), Some("+390372411207"));
        assert_eq!(kept("0041 79 1234567").as_deref(), Some("+41791234567"));
        assert_eq!(kept("+39 347 5550128").as_deref(), Some("+393475550128"));
        assert_eq!(kept(" "), None);
        assert_eq!(kept("da chiedere").as_deref(), Some("da chiedere"));
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(written("+393475550128"), "347 555 01 28");
        assert_eq!(written("+390372411207"), "0372 41 12 07");
        assert_eq!(written("+390265550128"), "02 65 55 01 28");
        assert_eq!(written("+39030555012"), "030 55 50 12");
        assert_eq!(written("+39335555012"), "335 55 50 12");
        assert_eq!(written("+41791234567"), "+41791234567");
        assert_eq!(written(" 347/5550128 "), "347/5550128");
        assert_eq!(written("+39"), "");
    }

    #[test]
    fn a_link_keeps_the_country_and_the_figures_only() {
        assert_eq!(tel("+393475550128").as_deref(), Some("tel:+393475550128"));
        assert_eq!(tel("347/555 0128").as_deref(), Some("tel:3475550128"));
        assert_eq!(tel("12"), None);
        assert_eq!(
            whatsapp("+393475550128").as_deref(),
            Some("https://wa.me/393475550128")
        );
        assert_eq!(whatsapp("347 5550128"), None);
    }
}

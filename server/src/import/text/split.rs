//! Cutting one record into cells.

use std::borrow::Cow;

/// A record, cut.
#[derive(Debug)]
pub(super) struct Split<'t> {
    /// The cells without their quotes.
    pub cells: Vec<Cow<'t, str>>,
    /// The first cell with a quote that does not close or is not doubled.
    pub fault: Option<usize>,
}

/// Cuts a record. A cell with a quote that does not close ends where what follows it is in order and makes `wanted` cells in
/// all; where there is no such place, quotes mean nothing from there on.
pub(super) fn split<'t>(record: &'t str, delimiter: char, quote: char, wanted: usize) -> Split<'t> {
    let (mut cells, broken) = in_order(record, delimiter, quote);
    let bare = cells
        .iter()
        .position(|cell| matches!(cell, Cow::Borrowed(text) if text.contains(quote)));
    let Some(text) = broken else {
        return Split { cells, fault: bare };
    };
    let fault = cells.len();
    let left = wanted.saturating_sub(fault + 1);
    let ends = text.match_indices(delimiter).find_map(|(end, mark)| {
        let (after, broken) = in_order(&text[end + mark.len()..], delimiter, quote);
        (broken.is_none() && after.len() == left).then_some((end, after))
    });
    match ends {
        Some((end, after)) => {
            cells.push(Cow::Borrowed(&text[..end]));
            cells.extend(after);
        }
        None => cells.extend(raw_cells(text, delimiter, left + 1)),
    }
    Split {
        cells,
        fault: Some(bare.map_or(fault, |bare| bare.min(fault))),
    }
}

/// The cells up to the first one whose quote does not close, and the text from there on, if there is one.
fn in_order(record: &str, delimiter: char, quote: char) -> (Vec<Cow<'_, str>>, Option<&str>) {
    let mut cells = Vec::new();
    let mut rest = Some(record);
    while let Some(text) = rest {
        if let Some((cell, after)) = quoted(text, delimiter, quote) {
            cells.push(cell);
            rest = after;
        } else if text.starts_with(quote) {
            return (cells, Some(text));
        } else {
            let (cell, after) = unquoted(text, delimiter);
            cells.push(Cow::Borrowed(cell));
            rest = after;
        }
    }
    (cells, None)
}

fn unquoted(text: &str, delimiter: char) -> (&str, Option<&str>) {
    match text.split_once(delimiter) {
        Some((cell, after)) => (cell, Some(after)),
        None => (text, None),
    }
}

/// A well-formed quoted cell and what follows its delimiter, if the text begins with one. Blanks after the closing quote
/// stay part of the cell: they are the export's.
fn quoted(text: &str, delimiter: char, quote: char) -> Option<(Cow<'_, str>, Option<&str>)> {
    let inside = text.strip_prefix(quote)?;
    let mut from = 0;
    loop {
        let close = from + inside[from..].find(quote)?;
        let after = &inside[close + quote.len_utf8()..];
        if after.starts_with(quote) {
            from = close + 2 * quote.len_utf8();
            continue;
        }
        let blanks = after.len() - after.trim_start_matches(' ').len();
        let (blank, after) = after.split_at(blanks);
        let next = match after.strip_prefix(delimiter) {
            Some(next) => Some(next),
            None if after.is_empty() => None,
            None => return None,
        };
        let doubled: String = [quote, quote].iter().collect();
        let cell = &inside[..close];
        let cell = if cell.contains(&doubled) || !blank.is_empty() {
            Cow::Owned(cell.replace(&doubled, quote.encode_utf8(&mut [0; 4])) + blank)
        } else {
            Cow::Borrowed(cell)
        };
        return Some((cell, next));
    }
}

fn raw_cells(text: &str, delimiter: char, wanted: usize) -> Vec<Cow<'_, str>> {
    let pieces: Vec<&str> = text.split(delimiter).collect();
    let surplus = pieces.len().saturating_sub(wanted.max(1));
    let first_ends =
        pieces[..=surplus].iter().map(|piece| piece.len()).sum::<usize>() + surplus * delimiter.len_utf8();
    let mut cells = vec![Cow::Borrowed(&text[..first_ends])];
    cells.extend(pieces[surplus + 1..].iter().map(|piece| Cow::Borrowed(*piece)));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(record: &str, wanted: usize) -> (Vec<String>, Option<usize>) {
        let split = split(record, ';', '"', wanted);
        (
            split.cells.iter().map(|cell| cell.clone().into_owned()).collect(),
            split.fault,
        )
    }

    #[test]
    fn quoted_cells_hold_delimiters_and_doubled_quotes() {
        let (cells, fault) = cut(r#"a;"b;c";"la ""solita"" poltrona";"#, 4);
        assert_eq!(cells, ["a", "b;c", r#"la "solita" poltrona"#, ""]);
        assert_eq!(fault, None);
    }

    #[test]
    fn a_quote_that_never_closes_ends_with_its_row() {
        let (cells, fault) = cut(r#"a;b;"Gigi" per gli amici, chiama la "Pina"#, 3);
        assert_eq!(cells, ["a", "b", r#""Gigi" per gli amici, chiama la "Pina"#]);
        assert_eq!(fault, Some(2));
    }

    #[test]
    fn delimiters_that_are_too_many_belong_to_the_cell_with_the_fault() {
        let (cells, fault) = cut(r#"a;"Gigi" per gli amici; chiama;z"#, 3);
        assert_eq!(cells, ["a", r#""Gigi" per gli amici; chiama"#, "z"]);
        assert_eq!(fault, Some(1));
    }

    #[test]
    fn cells_after_the_fault_are_in_order() {
        let (cells, fault) = cut(r#"a;"Gigi" per gli amici; chiama;"Via Roma; 82";z"#, 4);
        assert_eq!(
            cells,
            ["a", r#""Gigi" per gli amici; chiama"#, "Via Roma; 82", "z"]
        );
        assert_eq!(fault, Some(1));
    }

    #[test]
    fn blanks_after_a_closing_quote_stay() {
        assert_eq!(cut(r#""a" ;b"#, 2).0, ["a ", "b"]);
    }
}

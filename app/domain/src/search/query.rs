//! What was typed, taken apart.

use jiff::civil::Date;

use super::figures::{birth_date, birth_year, is_figures, month_named, parts};
use super::words::typed_words;

/// Parts that are looked for; nobody has so many names, and what follows is left aside.
const MOST_TERMS: usize = 16;

/// What was typed, taken apart. A patient is found if every part of it is found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// A part of what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Term {
    /// A word of a name, or a tax code, or the code of a patient.
    Word(String),
    /// Figures: of a telephone number, or a birth date, or a code.
    Figures {
        /// The figures alone.
        digits: String,
        /// The day that they say, if they say one.
        born: Option<Date>,
    },
    /// A birth date with its month in letters.
    Born(Date),
}

impl Query {
    /// Takes apart what was typed, on a day.
    pub fn parse(text: &str, today: Date) -> Self {
        let mut rest: &[&str] = &text.split_whitespace().collect::<Vec<_>>();
        let mut terms = Vec::new();
        while let Some((first, after)) = rest.split_first() {
            let figures = rest.iter().take_while(|word| is_figures(word)).count();
            if let Some(born) = spelled_date(rest, today) {
                terms.push(Term::Born(born));
                rest = &rest[3..];
            } else if figures > 0 {
                terms.push(of_figures(&rest[..figures].join(" "), today));
                rest = &rest[figures..];
            } else {
                terms.extend(typed_words(first).into_iter().map(Term::Word));
                rest = after;
            }
        }
        terms.truncate(MOST_TERMS);
        Self { terms }
    }

    /// Whether nothing was typed that could be searched.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// `12 marzo 1980`.
fn spelled_date(words: &[&str], today: Date) -> Option<Date> {
    let [day, month, year, ..] = words else {
        return None;
    };
    let month = month_named(month)?;
    let day: i8 = day.parse().ok()?;
    birth_year(year, |year| Date::new(year, month, day).ok(), today)
}

fn of_figures(text: &str, today: Date) -> Term {
    let digits = parts(text).concat();
    // How a country is dialled.
    let digits = match digits.strip_prefix("00") {
        Some(abroad) if abroad.len() > 2 => abroad.to_owned(),
        _ => digits,
    };
    Term::Figures {
        digits,
        born: birth_date(text, today),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn parse(text: &str) -> Vec<Term> {
        Query::parse(text, date(2026, 11, 23)).terms
    }

    fn word(text: &str) -> Term {
        Term::Word(text.to_owned())
    }

    fn figures(digits: &str, born: Option<Date>) -> Term {
        Term::Figures {
            digits: digits.to_owned(),
            born,
        }
    }

    #[test]
    fn words_are_folded_and_apostrophes_are_nothing() {
        assert_eq!(parse("  MARIO  D’Angelo "), [word("mario"), word("dangelo")]);
        assert_eq!(
            parse("rossi-bianchi, ugo"),
            [word("rossi"), word("bianchi"), word("ugo")]
        );
        assert_eq!(parse(" ' - "), []);
    }

    #[test]
    fn figures_that_stand_together_are_one_number() {
        assert_eq!(
            parse("rossi 347 555 01"),
            [word("rossi"), figures("34755501", None)]
        );
        assert_eq!(parse("+39 (0372) 41.12"), [figures("3903724112", None)]);
        assert_eq!(parse("0039 347"), [figures("39347", None)]);
    }

    #[test]
    fn a_day_may_be_figures_or_have_its_month_in_letters() {
        let born = date(1980, 3, 12);
        assert_eq!(parse("12/03/1980"), [figures("12031980", Some(born))]);
        assert_eq!(
            parse("120380 rossi"),
            [figures("120380", Some(born)), word("rossi")]
        );
        assert_eq!(parse("ugo 12 marzo 1980"), [word("ugo"), Term::Born(born)]);
        assert_eq!(parse("12 mar 80"), [Term::Born(born)]);
        assert_eq!(parse("12 marzo"), [figures("12", None), word("marzo")]);
    }
}

//! Search: patients by whatever people know of them, as they type, and days by their name.
//!
//! Case, accents, apostrophes and the order of words do not matter. What a class of viewers may not see is not searched for
//! them either: see [`Sight`].

mod day;
mod entry;
mod figures;
mod index;
mod query;
mod words;

pub use day::named_day;
pub use index::{Hits, SearchIndex};
pub use query::Query;

/// What of a patient, beside the name and the code, may be searched: what the viewer may see.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sight {
    /// Telephone numbers.
    pub phones: bool,
    /// The birth date.
    pub born: bool,
    /// The tax code.
    pub tax_code: bool,
}

impl Sight {
    /// Everything.
    pub const WHOLE: Self = Self {
        phones: true,
        born: true,
        tax_code: true,
    };
}

/// Where something that was typed is found; what is found further up comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// At the beginning of the surname.
    Surname,
    /// At the beginning of the name.
    Name,
    /// At the beginning of a later word of either.
    LaterWord,
    /// Within a word.
    Within,
    /// In a number, the birth date or a code.
    Figures,
}

impl Place {
    const fn weight(self) -> u8 {
        match self {
            Self::Surname => 0,
            Self::Name => 1,
            Self::LaterWord => 2,
            Self::Within => 3,
            Self::Figures => 4,
        }
    }
}

/// Letters from which on a word is looked for within words too: fewer are within nearly every name.
pub const WITHIN_FROM: usize = 3;

/// Letters from which on a word may be the beginning of a tax code: fewer are mostly those of a name.
pub const TAX_CODE_FROM: usize = 5;

/// Figures from which on a number is looked for anywhere in a telephone number; fewer are its beginning.
pub const PHONE_WITHIN_FROM: usize = 3;

//! What can be wrong with a row, and what the import does about it.

use serde::Serialize;

/// What was done with a defect.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// The row is there as written; the report is all that marks it.
    KeptFlagged,
    /// The value was read and is kept in the usual form.
    Normalised,
    /// The row is not there.
    Skipped,
    /// The row is there, and a person has to decide.
    NeedsPerson,
}

impl Action {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeptFlagged => "kept_flagged",
            Self::Normalised => "normalised",
            Self::Skipped => "skipped",
            Self::NeedsPerson => "needs_person",
        }
    }
}

macro_rules! kinds {
    ($($kind:ident = $name:literal: $sentence:literal),+ $(,)?) => {
        /// What is wrong. Each kind's own words are its sentence.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
        pub enum Kind {
            $(#[doc = $sentence] #[serde(rename = $name)] $kind),+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The name in files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }

            /// What is wrong, in a sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$kind => $sentence),+ }
            }
        }
    };
}

kinds! {
    RecordUnreadable = "record_unreadable": "the row is none that this version of Richiamo has written",
    EmptyLine = "empty_line": "the line is empty",
    WrongFieldCount = "wrong_field_count": "the row has more or fewer fields than there are headers",
    UnescapedQuote = "unescaped_quote": "a quote is not doubled, or opens a field and never closes",
    TrailingSpace = "trailing_space": "blanks stand before or after the value",
    BadCharacter = "bad_character": "a character cannot be read in the encoding of the file",
    MissingValue = "missing_value": "a value is needed and missing",
    DuplicateId = "duplicate_id": "another row before has this identifier",
    UnknownWord = "unknown_word": "the mapping does not say what this word means",
    DateFormat = "date_format": "the date is not written in the usual way",
    DateUnreadable = "date_unreadable": "this is no date in any of the accepted ways",
    TimeFormat = "time_format": "the time is not written in the usual way",
    TimeUnreadable = "time_unreadable": "this is no time in any of the accepted ways",
    ThousandsSeparator = "thousands_separator": "the amount has a mark between its thousands",
    AmountUnreadable = "amount_unreadable": "this is no amount",
    NumberUnreadable = "number_unreadable": "this is no number in its range",
    NameSplit = "name_split": "where the surname ends is a guess",
    PhoneFormat = "phone_format": "the number is not written as digits alone",
    PhoneUnreadable = "phone_unreadable": "this is no phone number",
    NoPhone = "no_phone": "the patient has no phone number",
    TaxCodeCheckCharacter = "cf_wrong_check_character": "the last character of the tax code does not fit the others",
    TaxCodeMalformed = "cf_malformed": "this is no tax code",
    DuplicateTaxCode = "duplicate_same_cf": "another patient has the same tax code",
    DuplicatePhoneBirth = "duplicate_same_phone_birthdate": "another patient has the same number and birth date",
    UnknownPayer = "unknown_payer": "the payer is not among the patients: the patient counts as payer",
    UnknownPatient = "unknown_patient": "the patient is not among the patients",
    UnknownPlan = "unknown_plan": "the plan is not among the plans: the row counts as outside any plan",
    UnknownClinician = "unknown_clinician": "the clinician is not among the clinicians",
    UnknownChair = "unknown_chair": "the chair is not among the chairs",
    OverlapOnChair = "overlap_on_chair": "another visit is on this chair at this time",
    OverlapOfClinician = "overlap_of_clinician": "the clinician has another visit at this time",
    OverlapOfPatient = "overlap_of_patient": "the patient has another visit at this time",
    OnHoliday = "on_holiday": "the practice is closed on this day",
    ClockChangeDay = "clock_change_day": "the clocks change on this day",
    HourSkipped = "hour_skipped": "the clocks skip this hour",
    PastMidnight = "past_midnight": "the visit would end on another day",
    Unfinished = "done_without_date": "the act is said to be done, but not when: it counts as to be done",
}

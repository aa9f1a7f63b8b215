//! Names of the languages in which patients are spoken to.

use app_domain::patient::SpokenLanguage;

/// In Italian, within a sentence: "parla rumeno".
pub(super) const fn italian(language: SpokenLanguage) -> &'static str {
    match language {
        SpokenLanguage::Albanian => "albanese",
        SpokenLanguage::Arabic => "arabo",
        SpokenLanguage::Bengali => "bengalese",
        SpokenLanguage::Chinese => "cinese",
        SpokenLanguage::English => "inglese",
        SpokenLanguage::French => "francese",
        SpokenLanguage::German => "tedesco",
        SpokenLanguage::Hindi => "hindi",
        SpokenLanguage::ItalianSign => "lingua dei segni",
        SpokenLanguage::Polish => "polacco",
        SpokenLanguage::Portuguese => "portoghese",
        SpokenLanguage::Punjabi => "punjabi",
        SpokenLanguage::Romanian => "rumeno",
        SpokenLanguage::Russian => "russo",
        SpokenLanguage::Sinhala => "singalese",
        SpokenLanguage::Spanish => "spagnolo",
        SpokenLanguage::Tagalog => "tagalog",
        SpokenLanguage::Ukrainian => "ucraino",
        SpokenLanguage::Urdu => "urdu",
    }
}

/// In English.
pub(super) const fn english(language: SpokenLanguage) -> &'static str {
    match language {
        SpokenLanguage::Albanian => "Albanian",
        SpokenLanguage::Arabic => "Arabic",
        SpokenLanguage::Bengali => "Bengali",
        SpokenLanguage::Chinese => "Chinese",
        SpokenLanguage::English => "English",
        SpokenLanguage::French => "French",
        SpokenLanguage::German => "German",
        SpokenLanguage::Hindi => "Hindi",
        SpokenLanguage::ItalianSign => "sign language",
        SpokenLanguage::Polish => "Polish",
        SpokenLanguage::Portuguese => "Portuguese",
        SpokenLanguage::Punjabi => "Punjabi",
        SpokenLanguage::Romanian => "Romanian",
        SpokenLanguage::Russian => "Russian",
        SpokenLanguage::Sinhala => "Sinhala",
        SpokenLanguage::Spanish => "Spanish",
        SpokenLanguage::Tagalog => "Tagalog",
        SpokenLanguage::Ukrainian => "Ukrainian",
        SpokenLanguage::Urdu => "Urdu",
    }
}

//! The language in which a patient is spoken to.

use serde::{Deserialize, Serialize};

/// A language that a patient speaks better than Italian, by its ISO 639 code: those of the communities that practices in
/// Italy care for most, and the sign language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum SpokenLanguage {
    /// Shqip.
    #[serde(rename = "sq")]
    Albanian,
    /// العربية.
    #[serde(rename = "ar")]
    Arabic,
    /// বাংলা.
    #[serde(rename = "bn")]
    Bengali,
    /// 中文.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Français.
    #[serde(rename = "fr")]
    French,
    /// Deutsch.
    #[serde(rename = "de")]
    German,
    /// हिन्दी.
    #[serde(rename = "hi")]
    Hindi,
    /// Lingua dei segni italiana: nobody is called, but written to or seen.
    #[serde(rename = "ise")]
    ItalianSign,
    /// Polski.
    #[serde(rename = "pl")]
    Polish,
    /// Português.
    #[serde(rename = "pt")]
    Portuguese,
    /// ਪੰਜਾਬੀ.
    #[serde(rename = "pa")]
    Punjabi,
    /// Română.
    #[serde(rename = "ro")]
    Romanian,
    /// Русский.
    #[serde(rename = "ru")]
    Russian,
    /// සිංහල.
    #[serde(rename = "si")]
    Sinhala,
    /// Español.
    #[serde(rename = "es")]
    Spanish,
    /// Tagalog.
    #[serde(rename = "tl")]
    Tagalog,
    /// Українська.
    #[serde(rename = "uk")]
    Ukrainian,
    /// اردو.
    #[serde(rename = "ur")]
    Urdu,
}

impl SpokenLanguage {
    /// Every language.
    pub const ALL: [Self; 19] = [
        Self::Albanian,
        Self::Arabic,
        Self::Bengali,
        Self::Chinese,
        Self::English,
        Self::French,
        Self::German,
        Self::Hindi,
        Self::ItalianSign,
        Self::Polish,
        Self::Portuguese,
        Self::Punjabi,
        Self::Romanian,
        Self::Russian,
        Self::Sinhala,
        Self::Spanish,
        Self::Tagalog,
        Self::Ukrainian,
        Self::Urdu,
    ];
}

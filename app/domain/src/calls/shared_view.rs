//! Views of the call list that everybody who sees the list may choose.

use serde::{Deserialize, Serialize};

use crate::agenda::Struck;
use crate::id::{ClinicianId, MemberId, SharedViewId};
use crate::patient::SpokenLanguage;
use crate::time::Instant;

/// Characters of a view's name, at most.
pub const LONGEST_VIEW_NAME: usize = 40;
/// Letters of a screen's word for a part of the list or for a filter, at most.
const LONGEST_WORD: usize = 24;

/// A part of the call list with its filters, under a name. It says nothing of any patient.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedView {
    /// Identity.
    pub id: SharedViewId,
    /// As it is called.
    pub name: String,
    /// What the list shows.
    pub shows: CallsShown,
    /// Who shared it.
    pub by: MemberId,
    /// When.
    pub at: Instant,
    /// Who took it back, once it is no longer offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub struck: Option<Struck>,
}

/// What of the call list is shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallsShown {
    /// The part of the list, in the word that addresses and kept views have for it: a screen that does not know it
    /// shows the part that it opens with.
    pub part: String,
    /// The filter by reason, in the same kind of word: where it is not known, everybody is shown.
    pub reason: String,
    /// Patients of this dentist or hygienist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clinician: Option<ClinicianId>,
    /// Patients who are spoken to in this language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<SpokenLanguage>,
    /// Patients whom no call has reached yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub never_reached: bool,
    /// Promises of whoever looks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub my_promises: bool,
}

impl CallsShown {
    /// Whether its words can be words of a screen: a few small letters, and none of a name.
    pub fn is_fit(&self) -> bool {
        let is_word = |word: &str| {
            (1..=LONGEST_WORD).contains(&word.len())
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        };
        is_word(&self.part) && is_word(&self.reason)
    }
}

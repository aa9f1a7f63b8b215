//! What can be said of a command without carrying it out.

use super::Command;
use crate::calls::{ReasonKind, Topic};

impl Command {
    /// Commands that make sense only while the server answers. They are refused at once without a network.
    pub const fn needs_server(&self) -> bool {
        matches!(
            self,
            Self::ClaimCall { .. } | Self::TakeOverCall { .. } | Self::ReleaseCall { .. }
        )
    }

    /// The reasons that a call was about, where this is one.
    pub fn reasons(&self) -> impl Iterator<Item = ReasonKind> + '_ {
        let outcomes = match self {
            Self::RecordAttempt { outcomes, .. } => outcomes.as_slice(),
            _ => &[],
        };
        outcomes.iter().filter_map(|about| match about.topic {
            Topic::Reason(kind) => Some(kind),
            Topic::Other => None,
        })
    }
}

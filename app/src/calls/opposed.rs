//! Which ways of contact a patient does not want, and for what.

use std::collections::BTreeSet;

use app_domain::patient::{Channel, Opposition, Purpose};

/// Whether a channel may be used for the purposes of this call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Opposed {
    /// It may.
    No,
    /// Not for some of the purposes.
    Partly(Vec<Purpose>),
    /// For none of them.
    Wholly,
}

impl Opposed {
    /// What the oppositions of a patient say of a channel, for a call with these purposes.
    pub(super) fn of(oppositions: &[Opposition], channel: Channel, purposes: &BTreeSet<Purpose>) -> Self {
        let here = || {
            oppositions
                .iter()
                .filter(|one| one.channel.is_none_or(|other| other == channel))
        };
        let barred = |purpose: Purpose| here().any(|one| one.purpose.is_none_or(|other| other == purpose));
        let barred: Vec<Purpose> = purposes
            .iter()
            .copied()
            .filter(|purpose| barred(*purpose))
            .collect();
        if barred.is_empty() {
            Self::No
        } else if barred.len() == purposes.len() {
            Self::Wholly
        } else {
            Self::Partly(barred)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use app_domain::patient::{Channel, Opposition, Purpose};

    use super::Opposed;

    const NO_RECALLS: Opposition = Opposition {
        purpose: Some(Purpose::Recalls),
        channel: None,
    };
    const NO_WHATSAPP: Opposition = Opposition {
        purpose: None,
        channel: Some(Channel::WhatsApp),
    };

    #[test]
    fn an_opposition_to_one_purpose_leaves_the_channel_for_the_others() {
        let both = BTreeSet::from([Purpose::Recalls, Purpose::Care]);
        let partly = Opposed::of(&[NO_RECALLS], Channel::Phone, &both);
        assert_eq!(partly, Opposed::Partly(vec![Purpose::Recalls]));
        let recalls = BTreeSet::from([Purpose::Recalls]);
        assert_eq!(
            Opposed::of(&[NO_RECALLS], Channel::Phone, &recalls),
            Opposed::Wholly
        );
    }

    #[test]
    fn an_opposition_to_one_channel_leaves_the_others() {
        let care = BTreeSet::from([Purpose::Care]);
        assert_eq!(
            Opposed::of(&[NO_WHATSAPP], Channel::WhatsApp, &care),
            Opposed::Wholly
        );
        assert_eq!(Opposed::of(&[NO_WHATSAPP], Channel::Phone, &care), Opposed::No);
    }
}

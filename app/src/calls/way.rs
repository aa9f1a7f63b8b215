//! The ways to reach a patient, with what the patient says of each.

use app_domain::patient::{Channel, Patient, Purpose};

use super::opposed::Opposed;
use super::text::CardText;
use crate::patient::phone::{tel, whatsapp, written};
use crate::ui::Glyph;

/// A way to reach the patient.
pub(super) struct Way {
    /// By which channel.
    pub(super) channel: Channel,
    /// Its picture.
    pub(super) glyph: Glyph,
    /// Where the link leads; `None` = there is nothing to open.
    pub(super) href: Option<String>,
    /// What is shown.
    pub(super) words: String,
    /// What is read aloud.
    pub(super) label: String,
    /// Whether the patient wants it.
    pub(super) opposed: Opposed,
}

/// The ways to reach a patient that are known, and those that are not wanted.
pub(super) fn ways(
    row: &Patient,
    words: &CardText,
    common: &crate::text::Text,
    opposed: &dyn Fn(Channel) -> Opposed,
) -> Vec<Way> {
    let Some(contacts) = &row.contacts else {
        return Vec::new();
    };
    let number = |number: &String| Way {
        channel: Channel::Phone,
        glyph: Glyph::Phone,
        href: tel(number),
        words: written(number),
        label: (words.call_number)(&written(number)),
        opposed: opposed(Channel::Phone),
    };
    let named = |channel: Channel, glyph: Glyph, href: Option<String>| Way {
        channel,
        glyph,
        href,
        words: (common.channel)(channel).to_owned(),
        label: (common.channel)(channel).to_owned(),
        opposed: opposed(channel),
    };
    let wa = contacts.mobile.as_deref().and_then(whatsapp);
    let mail = contacts.email.as_ref().map(|address| format!("mailto:{address}"));
    // A text message is not a link here yet; that it is not wanted is said all the same.
    let sms = Some(named(Channel::Sms, Glyph::Message, None)).filter(|way| way.opposed != Opposed::No);
    let ways = [
        contacts.mobile.as_ref().map(number),
        contacts.landline.as_ref().map(number),
        wa.map(|href| named(Channel::WhatsApp, Glyph::Message, Some(href))),
        mail.map(|href| named(Channel::Email, Glyph::Email, Some(href))),
        sms,
    ];
    ways.into_iter().flatten().collect()
}

/// Why a way is not to be used, in words.
pub(super) fn cause(opposed: &Opposed, words: &CardText) -> Option<String> {
    match opposed {
        Opposed::No => None,
        Opposed::Wholly => Some(words.opposed.to_owned()),
        Opposed::Partly(purposes) => {
            let purposes: Vec<_> = purposes
                .iter()
                .map(|purpose| purpose_words(*purpose, words))
                .collect();
            Some((words.opposed_for)(&purposes.join(", ")))
        }
    }
}

const fn purpose_words(purpose: Purpose, words: &CardText) -> &'static str {
    match purpose {
        Purpose::Recalls => words.purposes[0],
        Purpose::Care => words.purposes[1],
        Purpose::Administration => words.purposes[2],
        Purpose::Satisfaction => words.purposes[3],
    }
}

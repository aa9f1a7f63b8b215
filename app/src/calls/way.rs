//! The ways to reach a patient, with what the patient says of each.

use app_domain::patient::{Channel, Patient, Purpose};

use super::opposed::Opposed;
use super::text::CardText;
use crate::patient::phone::{sms, tel, whatsapp, written};
use crate::ui::Glyph;

/// Where a way opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opens {
    /// In a program of the device, beside the page.
    Program,
    /// In another tab.
    Tab,
    /// In another tab; its address can be copied, to be sent to the patient.
    Room,
}

/// A way to reach the patient.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Way {
    /// By which channel. A video call is a conversation: it is wanted or not as a telephone call is.
    pub(super) channel: Channel,
    /// Its picture.
    pub(super) glyph: Glyph,
    /// Where the link leads; `None` = there is nothing to open.
    pub(super) href: Option<String>,
    /// Where it opens.
    pub(super) opens: Opens,
    /// What is shown.
    pub(super) words: String,
    /// What is read aloud.
    pub(super) label: String,
    /// Whether the patient wants it.
    pub(super) opposed: Opposed,
}

impl Way {
    /// Whether it may be used for something of this call.
    pub(super) fn is_open(&self) -> bool {
        self.href.is_some() && self.opposed != Opposed::Wholly
    }
}

/// The ways to reach a patient that are known, and those that are not wanted: what the patient prefers first, what is
/// not to be used last, and what is between in the same order on every card. `room` is the address of a video call.
pub(super) fn ways(
    row: &Patient,
    room: Option<String>,
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
        opens: Opens::Program,
        words: written(number),
        label: (words.call_number)(&written(number)),
        opposed: opposed(Channel::Phone),
    };
    let named = |channel: Channel, glyph: Glyph, opens: Opens, href: Option<String>| Way {
        channel,
        glyph,
        href,
        opens,
        words: (common.channel)(channel).to_owned(),
        label: (common.channel)(channel).to_owned(),
        opposed: opposed(channel),
    };
    let video = |href: String| Way {
        words: words.reach.video.to_owned(),
        label: words.reach.video_label.to_owned(),
        ..named(Channel::Phone, Glyph::Video, Opens::Room, Some(href))
    };
    let wa = contacts.mobile.as_deref().and_then(whatsapp);
    let mail = contacts.email.as_ref().map(|address| format!("mailto:{address}"));
    // That text messages are not wanted is said even where there is no number for them.
    let message = named(
        Channel::Sms,
        Glyph::Message,
        Opens::Program,
        contacts.mobile.as_deref().and_then(sms),
    );
    let message = Some(message).filter(|way| way.href.is_some() || way.opposed != Opposed::No);
    let ways = [
        contacts.mobile.as_ref().map(number),
        contacts.landline.as_ref().map(number),
        room.map(video),
        wa.map(|href| named(Channel::WhatsApp, Glyph::Message, Opens::Tab, Some(href))),
        message,
        mail.map(|href| named(Channel::Email, Glyph::Email, Opens::Program, Some(href))),
    ];
    let mut ways: Vec<Way> = ways.into_iter().flatten().collect();
    let is_preferred = |way: &Way| contacts.preferred == Some(way.channel) && way.opens != Opens::Room;
    ways.sort_by_key(|way| (!way.is_open(), !is_preferred(way)));
    for way in &mut ways {
        if is_preferred(way) && way.is_open() {
            way.label = (words.reach.preferred)(&way.label);
        }
    }
    ways
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

#[cfg(test)]
mod tests;

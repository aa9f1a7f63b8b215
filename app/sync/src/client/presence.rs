//! Who else is live, as long as the line is: what others are told of this device, and what it is told of them.

use super::Effect;
use super::core::{Client, Effects};
use crate::presence::{LookingAt, Present};
use crate::wire::ClientMessage;

/// What others are told of this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Attention {
    /// Nothing: no screen has said anything yet. Nor does the device hear of others.
    Untold,
    /// What is on the screen.
    At(Option<LookingAt>),
}

impl Client {
    /// Who else is live, and what they look at. Empty while the line is down: nobody knows then.
    pub fn present(&self) -> impl Iterator<Item = &Present> {
        let own = self.viewer.as_ref().map(|viewer| viewer.member.id);
        self.present
            .iter()
            .filter(move |person| Some(person.member) != own)
    }

    pub(super) fn looks_at(&mut self, looking_at: Option<LookingAt>, effects: &mut Effects) {
        let now = Attention::At(looking_at);
        if now != std::mem::replace(&mut self.attention, now) {
            self.tell_presence(effects);
        }
    }

    /// Says what the person looks at, to whom has welcomed this device. A page in the back looks at nothing.
    pub(super) fn tell_presence(&self, effects: &mut Effects) {
        let Attention::At(looking_at) = self.attention else {
            return;
        };
        if self.connection.phase.is_welcome() {
            let looking_at = looking_at.filter(|_| !self.connection.is_hidden());
            effects.send(ClientMessage::Presence { looking_at });
        }
    }

    pub(super) fn presence(&mut self, people: Vec<Present>, effects: &mut Effects) {
        if people != self.present {
            self.present = people;
            effects.push(Effect::ShowPresence);
        }
    }

    /// The line is down, or what this device may know has changed: what was told of others holds no more.
    pub(super) fn nobody_is_present(&mut self, effects: &mut Effects) {
        self.presence(Vec::new(), effects);
    }
}

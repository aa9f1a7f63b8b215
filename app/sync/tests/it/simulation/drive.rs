//! The driver of a page's core: what it is told, and what it asks for, as `frontend/src/browser.rs` does it.

use std::collections::BTreeMap;

use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_sync::client::{Effect, Event};
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid, ServerMessage, Viewer};
use uuid::Uuid;

use super::inputs::{Input, Rest};
use super::page::PageId;
use super::world::{Happening, Outcome, World};

impl World {
    /// Tells the core, carries out what it asks for, and looks at it.
    pub(super) fn tell(&mut self, id: PageId, event: Event) -> Outcome {
        let wall = self.wall();
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        if let Some(viewer) = viewer_of(&event)
            && self.is_another_person(id, viewer)
        {
            let person = viewer.member.id;
            return self.change_person(id, person);
        }
        let now = self.browsers[browser].clock(wall);
        let command = match &event {
            Event::Command(command) => Some(command.clone()),
            _ => None,
        };
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        if let Event::Started { .. } = event {
            page.watch.began = wall;
        }
        if event == Event::Closed {
            // The socket is closed already: nothing is left to hang up.
            page.socket = None;
            page.watch.in_flight.clear();
        }
        if let Some(knows) = knows_settled(&event, page.outbox) {
            page.watch.knows_settled = knows;
        }
        let may_settle = matches!(
            event,
            Event::Snapshot(_) | Event::Message(ServerMessage::Delta(_) | ServerMessage::Result { .. })
        );
        let before = may_settle.then(|| page.waiting());
        let effects = page.core.handle(event, now);
        let gone: Vec<Mid> = match before {
            Some(before) => before.difference(&page.waiting()).copied().collect(),
            None => Vec::new(),
        };
        for effect in effects {
            self.perform(id, command.as_ref(), effect)?;
        }
        for mid in gone {
            self.check_settled(id, mid)?;
            self.forget_what_the_server_lost(id, mid);
        }
        self.check_page(id)
    }

    fn perform(&mut self, id: PageId, command: Option<&Command>, effect: Effect) -> Outcome {
        let wall = self.wall();
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        let browser = page.browser;
        match effect {
            Effect::Connect => {
                self.hang_up(id);
                if let Some(page) = self.page_mut(id) {
                    page.watch.heard = wall;
                    page.watch.set_back = 0;
                    let attempt = page.attempt;
                    self.after(1, 100, Happening::Connect { page: id, attempt });
                }
            }
            Effect::Disconnect => self.hang_up(id),
            Effect::Send(message) => return self.send_to_server(id, message),
            Effect::FetchSnapshot => self.after(1, 80, Happening::SnapshotAsked { page: id }),
            Effect::Keep(record) => self.keep(id, command, *record),
            Effect::Forget(mid) => self.forget(id, mid),
            Effect::CacheStale if !page.cache_is_due => {
                page.cache_is_due = true;
                self.plan_cache(id);
            }
            Effect::DropCache => {
                page.cache_is_due = false;
                self.browsers[browser].drop_cache();
            }
            Effect::WakeAt(wanted) => {
                page.wake += 1;
                let wake = page.wake;
                let device_now = self.browsers[browser].clock(wall).instant.0;
                let wait = (wanted.0 - device_now).max(1);
                let late = self.random.ms(0, 20);
                self.at_time(self.now + wait + late, Happening::Wakes { page: id, wake });
            }
            Effect::SignIn => return self.leave_for_sign_in(id),
            Effect::OfferUpgrade => {
                self.tally.count("page: too old for the server");
                self.after(500, 3_000, Happening::TakesUpgrade { page: id });
            }
            Effect::ShowRefusal(command, Refusal::NeedsServer) => {
                let asked = &mut page.watch.asked;
                let lost = asked
                    .iter()
                    .find(|(_, one)| **one == *command)
                    .map(|(mid, _)| *mid);
                lost.map(|mid| asked.remove(&mid));
            }
            // The rest only concerns the screen.
            _ => {}
        }
        Ok(())
    }

    /// Notes what the person gave: from here on it must end somewhere.
    pub(super) fn note_input(&mut self, id: PageId, command: &Command, record: &OutboxRecord) {
        let Some(page) = self.page(id) else { return };
        let Some(client) = page.outbox else { return };
        self.inputs.push(Input {
            page: id,
            client,
            life: page.life,
            mid: record.mutation.mid,
            command: command.clone(),
            base: record.mutation.base.clone(),
            rest: Rest::Writing,
        });
    }
}

/// Whether the device learns here, or unlearns, what the base holds of its outbox.
fn knows_settled(event: &Event, outbox: Option<ClientId>) -> Option<bool> {
    let names_it =
        |last_mids: &BTreeMap<Uuid, Mid>| outbox.is_some_and(|client| last_mids.contains_key(&client.0));
    match event {
        Event::Started { .. } => Some(false),
        Event::Snapshot(snapshot) => Some(names_it(&snapshot.last_mids)),
        Event::Message(ServerMessage::Delta(delta)) if names_it(&delta.last_mids) => Some(true),
        _ => None,
    }
}

fn viewer_of(event: &Event) -> Option<&Viewer> {
    match event {
        Event::Snapshot(snapshot) => Some(&snapshot.viewer),
        Event::Message(ServerMessage::Welcome { viewer, .. }) => Some(viewer),
        _ => None,
    }
}

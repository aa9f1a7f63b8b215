//! Who is signed in where, as `frontend/src/browser.rs` and the server have it: coming, going, and another one coming.

use app_domain::id::MemberId;
use app_domain::role::Role;
use app_sync::wire::Viewer;

use super::browser::Session;
use super::page::PageId;
use super::plant::Plant;
use super::world::{Happening, Outcome, World};
use crate::practice::{member_id, viewer};

/// Who works here: with the role that each has, and the one that each may take instead.
const PEOPLE: [[Role; 2]; 4] = [
    [Role::FrontDesk, Role::OfficeManager],
    [Role::FrontDesk, Role::RemoteSecretary],
    [Role::Dentist, Role::Owner],
    [Role::CaseManager, Role::FrontDesk],
];

impl World {
    /// Somebody signs in, and the program opens.
    pub(super) fn sign_in(&mut self, browser: usize) -> Outcome {
        if self.browsers[browser].session.is_none() {
            if !self.browsers[browser].online || self.server.hub.is_none() {
                self.after(500, 2_000, Happening::SignsIn { browser });
                return Ok(());
            }
            let person = self.who_comes(browser);
            self.start_session(browser, person as u128 + 1);
        }
        if self.pages.iter().flatten().any(|page| page.browser == browser) {
            return Ok(());
        }
        let tab = self.pages.len();
        self.pages.push(None);
        self.load(tab, browser)
    }

    /// Mostly the one who was there before.
    fn who_comes(&mut self, browser: usize) -> usize {
        let before = self.browsers[browser].databases.keys().next_back().copied();
        let number = |person: MemberId| (0..PEOPLE.len()).find(|one| member_id(*one as u128 + 1) == person);
        match before.and_then(number) {
            Some(person) if self.random.percent(60) => person,
            Some(_) => {
                self.tally.count("browser: another person signs in");
                usize::try_from(self.random.below(PEOPLE.len() as u64)).expect("few people")
            }
            None => usize::try_from(self.random.below(PEOPLE.len() as u64)).expect("few people"),
        }
    }

    /// Somebody comes back to this browser, and whoever is there makes way.
    pub(super) fn come_back(&mut self, browser: usize, person: MemberId) -> Outcome {
        for id in self.living() {
            if self.page(id).is_some_and(|page| page.browser == browser) {
                self.end(id);
            }
        }
        self.end_session(browser);
        self.browsers[browser].drop_cache();
        self.browsers[browser].set_person(None);
        let number = (1..=PEOPLE.len() as u128).find(|number| member_id(*number) == person);
        self.start_session(browser, number.unwrap_or(1));
        self.sign_in(browser)
    }

    fn start_session(&mut self, browser: usize, number: u128) {
        let roles = PEOPLE[usize::try_from(number).expect("few people") - 1];
        let id = self.fresh_number();
        self.browsers[browser].session = Some(Session {
            id,
            viewer: viewer(number, roles[0]),
            other_role: roles[1],
        });
    }

    /// `Browser::leave`, and off to the sign-in page.
    pub(super) fn leave_for_sign_in(&mut self, id: PageId) -> Outcome {
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        self.check_purged(id)?;
        if self.plant != Some(Plant::KeepsTheCacheAfterWipe) {
            self.browsers[browser].drop_cache();
        }
        self.end(id);
        self.after(500, 4_000, Happening::SignsIn { browser });
        Ok(())
    }

    /// `Browser::sign_out`.
    pub(super) fn sign_out(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let browser = page.browser;
        if self.plant != Some(Plant::KeepsTheCacheAfterWipe) {
            self.browsers[browser].drop_cache();
            self.browsers[browser].set_person(None);
        }
        self.end(id);
        self.end_session(browser);
        self.after(500, 4_000, Happening::SignsIn { browser });
        Ok(())
    }

    /// The session is no more; its sockets learn of it in a moment.
    pub(super) fn end_session(&mut self, browser: usize) {
        let Some(session) = self.browsers[browser].session.take() else {
            return;
        };
        for socket in self.network.whole(|line| line.session == session.id) {
            self.after(0, 50, Happening::SessionSeen { socket });
        }
    }

    pub(super) fn is_another_person(&self, id: PageId, viewer: &Viewer) -> bool {
        let person = self.page(id).and_then(|page| match self.plant {
            // What another tab has written down meanwhile says nothing of whose outbox this page has opened.
            Some(Plant::AsksStorageWhoseOutboxItIs) => self.browsers[page.browser].person(),
            _ => page.person,
        });
        person.is_some_and(|person| person != viewer.member.id)
    }

    /// `Browser::change_person`: the page starts again with the storage of who is signed in now.
    pub(super) fn change_person(&mut self, id: PageId, person: MemberId) -> Outcome {
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        self.tally.count("browser: a page finds another person signed in");
        if self.plant != Some(Plant::KeepsTheCacheAfterWipe) {
            self.browsers[browser].drop_cache();
        }
        self.browsers[browser].set_person(Some(person));
        self.end(id);
        self.load(id.tab, browser)
    }
}

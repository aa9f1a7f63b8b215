//! The life of a page, as `frontend/src/{start,outbox}.rs` have it: starting, taking over, closing, dying, standing still.

use app_domain::id::MemberId;
use app_sync::client::Event;
use app_sync::wire::{ClientId, Mid, SCHEMA, Snapshot};

use super::browser::{Browser, Cache, Rested, Storage};
use super::page::{Awake, Page, PageId};
use super::plant::Plant;
use super::random::Random;
use super::world::{Happening, Opening, Outcome, SnapshotAnswer, World};

/// Milliseconds between two looks for what closed tabs have left behind.
const LOOKS_EVERY: i64 = 30_000;

impl World {
    pub(super) fn browsers_of(random: &mut Random) -> Vec<Browser> {
        let count = 2 + random.below(2);
        let mut browsers = Vec::new();
        for _ in 0..count {
            let skew = random
                .of(&[0, 0, -7_200_000, 3_600_000, 90_000, -90_000])
                .unwrap_or_default();
            let storages = [
                Storage::Allowed,
                Storage::Allowed,
                Storage::Allowed,
                Storage::Short(5),
                Storage::Short(100),
            ];
            let storage = if random.percent(4) {
                Storage::Denied
            } else {
                random.of(&storages).expect("not empty")
            };
            browsers.push(Browser::new(storage, skew));
        }
        browsers
    }

    /// A tab loads the program: `start::ready`, `start::begin`.
    pub(super) fn load(&mut self, tab: usize, browser: usize) -> Outcome {
        let life = self.fresh_number();
        let client = self.fresh_client();
        let id = PageId { tab, life };
        let wall = self.wall();
        let owner = &self.browsers[browser];
        let offset = owner.local.clock_offset;
        let page = Page::new(id, browser, client, owner.program, offset, wall);
        self.pages[tab] = Some(page);
        self.after(LOOKS_EVERY, LOOKS_EVERY, Happening::Looks { page: id });
        match self.browsers[browser].person() {
            Some(person) => {
                let cache = self.read_cache(browser, person)?;
                self.after(
                    1,
                    20,
                    Happening::Opens {
                        page: id,
                        why: Opening::Start(cache.map(Box::new)),
                    },
                );
            }
            None => self.after(1, 80, Happening::SnapshotAsked { page: id }),
        }
        Ok(())
    }

    fn read_cache(&mut self, browser: usize, person: MemberId) -> Result<Option<Snapshot>, String> {
        let program = self.browsers[browser].program;
        let Some(Cache {
            version,
            mut snapshot,
            is_whole,
        }) = self.browsers[browser].local.cache.clone()
        else {
            return Ok(None);
        };
        let is_hers =
            snapshot.viewer.member.id == person || self.plant == Some(Plant::KeepsTheCacheAfterWipe);
        if !is_whole || !is_hers {
            self.tally.count("cache: torn or mixed, read as none");
            return Ok(None);
        }
        if version != program {
            self.tally.count("cache: of an older program");
            snapshot.schema = SCHEMA - 1;
            return Ok(Some(snapshot).filter(|_| self.random.percent(50)));
        }
        self.tally.count("cache: a page starts from it");
        self.check_cache(browser, &snapshot)?;
        Ok(Some(snapshot))
    }

    /// Nobody's device: the first snapshot says whose it is from now on.
    pub(super) fn first_snapshot(&mut self, id: PageId, answer: SnapshotAnswer) -> Outcome {
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        match answer {
            SnapshotAnswer::Comes(snapshot) => {
                let person = snapshot.viewer.member.id;
                self.browsers[browser].set_person(Some(person));
                self.set_page_person(id, person);
                self.opens(id, Opening::Start(Some(snapshot)))
            }
            SnapshotAnswer::Fails => {
                self.after(1_000, 3_000, Happening::SnapshotAsked { page: id });
                Ok(())
            }
            SnapshotAnswer::SignedOut => self.leave_for_sign_in(id),
        }
    }

    fn set_page_person(&mut self, id: PageId, person: MemberId) {
        if let Some(page) = self.page_mut(id) {
            page.person = Some(person);
        }
    }

    /// First half of `take_over`: which outboxes hold work and are nobody's.
    pub(super) fn opens(&mut self, id: PageId, why: Opening) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let browser = page.browser;
        let person = page.person.or(self.browsers[browser].person());
        let Some(person) = person else {
            return self.leave_for_sign_in(id);
        };
        self.set_page_person(id, person);
        if self.browsers[browser].storage == Storage::Denied {
            let client = self.fresh_client();
            return self.starts(id, why, client_alone(client), false);
        }
        let owner = &mut self.browsers[browser];
        let locks = owner.locks.clone();
        let shares = self.plant == Some(Plant::SharesAnOutbox);
        let database = owner.databases.entry(person).or_default();
        let waiting = database.waiting();
        let is_free = |client: &ClientId| shares || !locks.contains_key(client);
        database
            .clients
            .retain(|client, _| waiting.contains(client) || !is_free(client));
        let waiting: Vec<ClientId> = waiting.into_iter().filter(is_free).collect();
        self.after(
            1,
            10,
            Happening::TakesHold {
                page: id,
                waiting,
                why,
            },
        );
        Ok(())
    }

    /// Second half: the oldest of them whose lock is given; else, for a page that starts, a new one.
    pub(super) fn takes_hold(&mut self, id: PageId, waiting: Vec<ClientId>, why: Opening) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let (browser, Some(person)) = (page.browser, page.person) else {
            return Ok(());
        };
        let fresh = self.fresh_client();
        let (plant, shares) = (self.plant, self.plant == Some(Plant::SharesAnOutbox));
        let owner = &mut self.browsers[browser];
        let is_start = matches!(why, Opening::Start(_));
        let taken = waiting
            .into_iter()
            .find(|client| shares || !owner.locks.contains_key(client));
        let Some(client) = taken.or(Some(fresh).filter(|_| is_start)) else {
            return Ok(());
        };
        owner.locks.insert(client, id);
        let database = owner.databases.entry(person).or_default();
        let rested = database.rested(client, plant);
        if taken.is_some() {
            self.tally.count(if is_start {
                "outbox: taken over by a page that starts"
            } else {
                "outbox: taken over by a page that lives"
            });
        }
        if is_start {
            return self.starts(id, why, rested, true);
        }
        if let Some(page) = self.page_mut(id) {
            page.left = Some(rested);
        }
        self.goes_on_with_what_was_left(id)
    }

    fn starts(&mut self, id: PageId, why: Opening, rested: Rested, is_durable: bool) -> Outcome {
        let Opening::Start(cache) = why else { return Ok(()) };
        if let Some(page) = self.page_mut(id) {
            page.outbox = Some(rested.client);
            page.is_durable = is_durable;
        }
        self.after(500, 2_000, Happening::Acts { page: id });
        self.tell(id, started(rested, cache))
    }

    /// `take_over_what_was_left`: only while nothing of this page's own waits.
    pub(super) fn looks_for_what_was_left(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let is_settled = page.has_started() && page.is_durable && page.core.outbox().is_empty();
        let holds_one = page.left.is_some();
        self.after(LOOKS_EVERY, LOOKS_EVERY, Happening::Looks { page: id });
        match (is_settled, holds_one) {
            (false, _) => Ok(()),
            (true, true) => self.goes_on_with_what_was_left(id),
            (true, false) => self.opens(id, Opening::Left),
        }
    }

    fn goes_on_with_what_was_left(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        // Something may have been typed while the disk was read; then the next look goes on.
        if !page.core.outbox().is_empty() {
            return Ok(());
        }
        let Some(left) = page.left.take() else {
            return Ok(());
        };
        page.outbox = Some(left.client);
        self.tell(id, started(left, None))
    }

    /// A page goes in good order: `pagehide` comes, and what it asked of the disk may be through or not.
    pub(super) fn close(&mut self, id: PageId) -> Outcome {
        if self.page(id).is_some_and(Page::is_awake) {
            self.save_cache(id)?;
        }
        self.end(id);
        Ok(())
    }

    /// A page is no more.
    pub(super) fn end(&mut self, id: PageId) {
        self.hang_up(id);
        self.abandon_writes(id);
        let Some(page) = self.pages.get_mut(id.tab).and_then(Option::take) else {
            return;
        };
        self.browsers[page.browser].unlock(id);
        self.end_inputs_of(page.life);
    }

    pub(super) fn reload(&mut self, id: PageId) -> Outcome {
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        self.close(id)?;
        self.load(id.tab, browser)
    }

    /// The person takes the new version.
    pub(super) fn take_upgrade(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let (browser, person) = (page.browser, page.person);
        self.tally.count("page: taken to a new version");
        self.browsers[browser].program = self.server.version;
        if let (Some(Plant::UpgradeDropsTheOutbox), Some(person)) = (self.plant, person) {
            self.browsers[browser].databases.remove(&person);
        }
        self.reload(id)
    }

    pub(super) fn freeze(&mut self, id: PageId, milliseconds: i64) -> Outcome {
        let since = self.wall();
        let Some(page) = self.page(id).filter(|page| page.is_awake() && page.has_started()) else {
            return Ok(());
        };
        let id = page.id;
        if self.random.percent(50) {
            self.tell(id, Event::Hidden)?;
        }
        if let Some(page) = self.page_mut(id) {
            page.awake = Awake::Frozen { since };
            self.after(milliseconds, milliseconds, Happening::Thaws { page: id });
        }
        Ok(())
    }

    /// What has come meanwhile comes all at once; that the page is in front again comes first or last.
    pub(super) fn thaw(&mut self, id: PageId) -> Outcome {
        let wall = self.wall();
        let shows_first = self.random.percent(50);
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        let Awake::Frozen { since } = std::mem::replace(&mut page.awake, Awake::Awake) else {
            return Ok(());
        };
        page.watch.moved = page.watch.moved.max(wall + 30_000);
        page.watch.thawed = wall;
        let missed = std::mem::take(&mut page.missed);
        if self.plant == Some(Plant::WakesBelievingItIsLive) {
            let browser = self.page(id).map_or(0, |page| page.browser);
            self.browsers[browser].skew -= wall - since;
        }
        if shows_first {
            self.tell(id, Event::Visible)?;
        }
        for happening in missed {
            self.at_once(happening);
        }
        if !shows_first {
            self.at_time(self.now, Happening::Shows { page: id });
        }
        Ok(())
    }

    pub(super) fn wake(&mut self, id: PageId, wake: u64) -> Outcome {
        let is_due = self.page(id).is_some_and(|page| page.wake == wake);
        if is_due && self.plant != Some(Plant::LosesTimers) {
            self.tell(id, Event::Woke)
        } else {
            Ok(())
        }
    }
}

fn client_alone(client: ClientId) -> Rested {
    Rested {
        client,
        records: Vec::new(),
        last_mid: Mid(0),
    }
}

fn started(rested: Rested, cache: Option<Box<Snapshot>>) -> Event {
    Event::Started {
        client: rested.client,
        cache,
        outbox: rested.records,
        last_mid: rested.last_mid,
    }
}

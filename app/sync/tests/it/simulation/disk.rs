//! What pages ask of the browser's storage, and what becomes of it: `frontend/src/{outbox/disk,cache,cache_writer}.rs`.

use app_domain::command::Command;
use app_domain::id::MemberId;
use app_sync::outbox::OutboxRecord;
use app_sync::wire::{ClientId, Mid, SCHEMA};

use super::browser::{Cache, Storage};
use super::inputs::{Input, Rest};
use super::page::PageId;
use super::plant::Plant;
use super::world::{Happening, Outcome, World};

/// Milliseconds between two writes of the cache; a minute in the browser, less here so that histories see some.
const CACHE_PAUSE: i64 = 8_000;

impl World {
    pub(super) fn keep(&mut self, id: PageId, command: Option<&Command>, record: OutboxRecord) {
        if let Some(command) = command {
            self.note_input(id, command, &record);
        }
        let Some(page) = self.page(id) else { return };
        let (browser, is_durable) = (page.browser, page.is_durable);
        let Some(client) = page.outbox else { return };
        let mid = record.mutation.mid;
        if !is_durable {
            self.rests(client, mid, Rest::Memory);
            self.after(
                0,
                5,
                Happening::KeepAnswered {
                    page: id,
                    mid,
                    is_kept: false,
                },
            );
            return;
        }
        let at = self.written_at(browser);
        if self.plant == Some(Plant::SaysKeptTooEarly) {
            self.at_time(
                self.now,
                Happening::KeepAnswered {
                    page: id,
                    mid,
                    is_kept: true,
                },
            );
        }
        let record = Box::new(record);
        self.at_time(
            at,
            Happening::Written {
                page: id,
                client,
                record,
            },
        );
    }

    pub(super) fn forget(&mut self, id: PageId, mid: Mid) {
        let Some(page) = self.page(id).filter(|page| page.is_durable) else {
            return;
        };
        let (browser, Some(client)) = (page.browser, page.outbox) else {
            return;
        };
        let at = self.written_at(browser);
        self.at_time(
            at,
            Happening::Erased {
                page: id,
                client,
                mid,
            },
        );
    }

    /// What was sent before a backup was put back may come after it: what it settles went with that server.
    pub(super) fn forget_what_the_server_lost(&mut self, id: PageId, mid: Mid) {
        let Some(page) = self.page(id) else { return };
        let clients: Vec<ClientId> = page.clients().collect();
        let is_lost = |client: &ClientId| {
            let key = (*client, mid);
            self.lost.contains(&key) && !self.store.disk.decided.contains_key(&key)
        };
        if !clients.iter().any(is_lost) {
            return;
        }
        let of_it = |input: &&mut Input| {
            let key = match input.rest {
                Rest::Kept => input.client,
                Rest::Memory => input.life,
                _ => return false,
            };
            input.mid == mid && clients.contains(&key)
        };
        if let Some(input) = self.inputs.iter_mut().rfind(of_it) {
            input.rest = Rest::LostWithTheServer;
        }
    }

    fn written_at(&mut self, browser: usize) -> i64 {
        let slowness = self.browsers[browser].slowness;
        let at = (self.now + self.random.ms(1, slowness)).max(self.browsers[browser].writes_until);
        self.browsers[browser].writes_until = at;
        at
    }

    /// A write is through; the page hears of it a little later, and not always in order.
    pub(super) fn written(&mut self, id: PageId, client: ClientId, record: OutboxRecord) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let (browser, is_durable, person) = (page.browser, page.is_durable, page.person);
        let mid = record.mutation.mid;
        let is_refused = match self.browsers[browser].storage {
            Storage::Allowed => !is_durable,
            Storage::Short(percent) => !is_durable || self.random.percent(percent),
            Storage::Denied => true,
        };
        let forgets = self.plant == Some(Plant::SaysKeptTooEarly) && self.random.percent(50);
        if is_refused {
            self.tally.count("outbox: a record could not be written");
            self.rests(client, mid, Rest::Memory);
        } else if let Some(person) = person {
            if !forgets {
                self.put_record(id, browser, person, client, record);
            }
            self.rests(client, mid, Rest::Kept);
        }
        let latest = if self.browsers[browser].slowness > 60 {
            900
        } else {
            8
        };
        self.after(
            0,
            latest,
            Happening::KeepAnswered {
                page: id,
                mid,
                is_kept: !is_refused,
            },
        );
        Ok(())
    }

    fn put_record(
        &mut self,
        id: PageId,
        browser: usize,
        person: MemberId,
        client: ClientId,
        record: OutboxRecord,
    ) {
        let known = self.page(id).map(|page| page.core.outbox()).unwrap_or_default();
        let database = self.browsers[browser].databases.entry(person).or_default();
        if self.plant == Some(Plant::OutboxAsOneArray) {
            // The array as this tab knows it: what others have put into it is gone.
            database.records.retain(|(of, _), _| *of == client);
            let known = known.into_iter().map(|one| ((client, one.mutation.mid), one));
            database.records.extend(known);
        }
        database.keep(client, record);
    }

    pub(super) fn erased(&mut self, id: PageId, client: ClientId, mid: Mid) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        if let (browser, Some(person)) = (page.browser, page.person)
            && let Some(database) = self.browsers[browser].databases.get_mut(&person)
        {
            database.erase(client, mid);
        }
        Ok(())
    }

    /// Where a record has come to rest, if it was under way.
    fn rests(&mut self, client: ClientId, mid: Mid, rest: Rest) {
        let of_it = |input: &&mut Input| input.client == client && input.mid == mid;
        if let Some(input) = self.inputs.iter_mut().rfind(of_it)
            && input.rest == Rest::Writing
        {
            input.rest = rest;
        }
    }

    /// What only lived in the memory of a page that is gone.
    pub(super) fn end_inputs_of(&mut self, life: ClientId) {
        for input in self.inputs.iter_mut().filter(|input| input.life == life) {
            if matches!(input.rest, Rest::Writing | Rest::Memory) {
                input.rest = Rest::Gone;
            }
        }
    }

    /// The page goes while the disk works: what it asked for first may be through, and the rest never is.
    pub(super) fn abandon_writes(&mut self, id: PageId) {
        let is_its = |happening: &Happening| match happening {
            Happening::Written { page, .. } | Happening::Erased { page, .. } => *page == id,
            _ => false,
        };
        let its: Vec<_> = self
            .queue
            .iter()
            .filter(|(_, what)| is_its(what))
            .map(|(at, _)| *at)
            .collect();
        if its.is_empty() {
            return;
        }
        self.tally.count("outbox: a page goes while the disk works");
        let through = usize::try_from(self.random.below(its.len() as u64 + 1)).expect("few writes");
        let Some(page) = self.page(id) else { return };
        let (browser, Some(person)) = (page.browser, page.person) else {
            return;
        };
        for (number, at) in its.into_iter().enumerate() {
            match self.queue.remove(&at) {
                Some(Happening::Written { client, record, .. }) if number < through => {
                    let mid = record.mutation.mid;
                    self.browsers[browser]
                        .databases
                        .entry(person)
                        .or_default()
                        .keep(client, *record);
                    self.rests(client, mid, Rest::Kept);
                }
                Some(Happening::Erased { client, mid, .. }) if number < through => {
                    self.browsers[browser]
                        .databases
                        .entry(person)
                        .or_default()
                        .erase(client, mid);
                }
                _ => {}
            }
        }
    }

    // ---- the cache

    pub(super) fn plan_cache(&mut self, id: PageId) {
        let Some(page) = self.page(id) else { return };
        let since = self.now.saturating_sub(self.browsers[page.browser].cached_at);
        let wait = (CACHE_PAUSE - since).clamp(500, CACHE_PAUSE);
        self.after(wait, wait, Happening::CacheIsDue { page: id });
    }

    /// `CacheWriter::write_if_stale`.
    pub(super) fn save_cache(&mut self, id: PageId) -> Outcome {
        let wall = self.wall();
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        if !std::mem::take(&mut page.cache_is_due) {
            return Ok(());
        }
        let (browser, version, offset) = (page.browser, page.version, page.core.clock_offset());
        let Some(mut snapshot) = page.core.snapshot_for_cache() else {
            return Ok(());
        };
        let owner = &self.browsers[browser];
        if owner.storage == Storage::Denied || owner.person() != Some(snapshot.viewer.member.id) {
            return Ok(());
        }
        if let Some(known) = owner
            .local
            .cache
            .as_ref()
            .filter(|known| known.is_whole && known.person() == snapshot.viewer.member.id)
        {
            if known.snapshot.at > snapshot.at && self.plant != Some(Plant::OldTabOverwritesTheCache) {
                self.tally
                    .count("cache: a tab that stood still does not write over a newer one");
                return Ok(());
            }
            if self.plant == Some(Plant::SwapsInTwoSteps) {
                snapshot.rows = known.snapshot.rows.clone();
            }
        }
        let is_torn = self.random.percent(4);
        let owner = &mut self.browsers[browser];
        let newest = owner
            .cached
            .filter(|(person, _)| *person == snapshot.viewer.member.id);
        let at = newest.map_or(snapshot.at, |(_, at)| at.max(snapshot.at));
        owner.cached = Some((snapshot.viewer.member.id, at)).filter(|_| !is_torn);
        snapshot.schema = SCHEMA;
        owner.local.clock_offset = offset;
        owner.local.cache = Some(Cache {
            version,
            snapshot,
            is_whole: !is_torn,
        });
        owner.cached_at = wall - self.slept;
        self.tally.count("cache: written");
        self.after(5_000, 20_000, Happening::Flushes { browser });
        Ok(())
    }

    pub(super) fn flush(&mut self, browser: usize) -> Outcome {
        self.browsers[browser].flushed = self.browsers[browser].local.clone();
        Ok(())
    }

    /// The browser dies with all its pages: localStorage is as it was flushed last, or torn.
    pub(super) fn kill_browser(&mut self, browser: usize) -> Outcome {
        let its: Vec<PageId> = self
            .living()
            .into_iter()
            .filter(|id| self.page(*id).is_some_and(|page| page.browser == browser))
            .collect();
        for id in &its {
            self.end(*id);
        }
        let power = self.random.percent(40);
        let owner = &mut self.browsers[browser];
        owner.cached = None;
        let person = owner.local.person;
        owner.local = owner.flushed.clone();
        // Who is signed in was written long ago; a purge that was not flushed must not come back as somebody else's.
        owner.local.person = person;
        owner.local.cache = owner
            .local
            .cache
            .take()
            .filter(|cache| Some(cache.person()) == person);
        if power {
            self.tally.count("browser: the machine lost its power");
            for database in self.browsers[browser].databases.values_mut() {
                let unflushed = database.unflushed() as u64;
                let flushed = usize::try_from(self.random.below(unflushed + 1)).expect("few records");
                database.lose_power(flushed);
            }
        }
        for id in its {
            self.after(200, 3_000, Happening::Loads { tab: id.tab, browser });
        }
        Ok(())
    }

    /// The browser throws the cache away, or everything: then it, and not we, has lost what rested there.
    pub(super) fn evict(&mut self, browser: usize) {
        self.browsers[browser].drop_cache();
        self.browsers[browser].flushed.cache = None;
        if self.random.percent(60) {
            self.tally.count("browser: cache thrown away");
            return;
        }
        self.tally.count("browser: everything of this site thrown away");
        let its = self
            .pages
            .iter_mut()
            .flatten()
            .filter(|page| page.browser == browser);
        for page in its {
            page.is_durable = false;
            page.left = None;
        }
        let clients: Vec<ClientId> = self.browsers[browser]
            .databases
            .values()
            .flat_map(|one| one.waiting())
            .collect();
        self.browsers[browser].databases.clear();
        for input in self
            .inputs
            .iter_mut()
            .filter(|input| clients.contains(&input.client))
        {
            if input.rest == Rest::Kept {
                input.rest = Rest::Evicted;
            }
        }
    }
}

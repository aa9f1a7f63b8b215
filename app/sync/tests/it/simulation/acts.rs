//! People at work: one tap after the other, many at once, and two who want the same.

use app_sync::client::Event;

use super::inputs::{Input, Rest};
use super::page::{PageId, needs_you};
use super::people::{self, Wish};
use super::world::{Happening, Outcome, World};

impl World {
    pub(super) fn act(&mut self, id: PageId) -> Outcome {
        if self.is_calm {
            return Ok(());
        }
        // People tap fast, then look for a while.
        let (from, to) = if self.random.percent(40) {
            (5, 80)
        } else {
            (200, 6_000)
        };
        let fresh = u128::from(self.fresh_number());
        let Self { pages, random, .. } = self;
        let page = pages
            .get(id.tab)
            .and_then(Option::as_ref)
            .filter(|page| page.id == id);
        let Some(page) = page else { return Ok(()) };
        let command = people::wish(random, page.core.view(), fresh);
        self.after(from, to, Happening::Acts { page: id });
        command.map_or(Ok(()), |command| self.tell(id, Event::Command(command)))
    }

    /// More than one batch, and more than may be in flight.
    pub(super) fn burst(&mut self, id: PageId) -> Outcome {
        self.tally.count("people: a burst above the limits");
        for _ in 0..120 {
            let number = u128::from(self.fresh_number());
            let command = people::call(&mut self.random, number);
            self.tell(id, Event::Command(command))?;
        }
        Ok(())
    }

    /// Two people, who see about the same, want the same at about the same time.
    pub(super) fn contest(&mut self) -> Outcome {
        let awake = |id: &PageId| {
            self.page(*id)
                .is_some_and(|page| page.is_awake() && page.has_started())
        };
        let ready: Vec<PageId> = self.living().into_iter().filter(awake).collect();
        let wish = self.random.of(&Wish::ALL).expect("not empty");
        let seed = self.random.below(u64::MAX);
        if ready.len() < 2 {
            return Ok(());
        }
        self.tally.count(wish.name());
        for id in ready.into_iter().take(3) {
            let number = u128::from(self.fresh_number());
            let command = self
                .page(id)
                .and_then(|page| people::wanted(wish, seed, page.core.view(), number));
            if let Some(command) = command {
                self.tell(id, Event::Command(command))?;
            }
        }
        Ok(())
    }

    /// The person deals with one refused mutation.
    pub(super) fn dismiss(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let (life, outbox) = (page.life, page.outbox);
        let Some(record) = page.core.outbox().into_iter().find(needs_you) else {
            return Ok(());
        };
        self.tally.count("people: a refusal is dealt with");
        let mid = record.mutation.mid;
        let decided = &self.store.disk.decided;
        let is_refused = |client| {
            decided
                .get(&(client, mid))
                .is_some_and(|one| one.refusal.is_some())
        };
        // It may have gone out under the outbox or under the page's life, and the same may have been asked twice.
        let of_it = |input: &&mut Input| {
            let kept = Some(input.client) == outbox && input.rest != Rest::Memory && is_refused(input.client);
            let in_memory = input.life == life && input.rest == Rest::Memory && is_refused(life);
            (kept || in_memory) && input.mid == mid && input.command == record.mutation.command
        };
        if let Some(input) = self.inputs.iter_mut().rfind(of_it) {
            input.rest = Rest::Dismissed;
        }
        self.tell(id, Event::Dismissed(mid))
    }
}

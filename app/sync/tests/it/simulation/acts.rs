//! People at work: one tap after the other, many at once, and two who want the same.

use app_sync::client::Event;

use super::inputs::{Input, Rest};
use super::page::PageId;
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
        let (Some(mid), life, outbox) = (page.refused().first().copied(), page.life, page.outbox) else {
            return Ok(());
        };
        self.tally.count("people: a refusal is dealt with");
        let of_it = |input: &&mut Input| match input.rest {
            Rest::Memory => input.life == life && input.mid == mid,
            _ => Some(input.client) == outbox && input.mid == mid,
        };
        if let Some(input) = self.inputs.iter_mut().rfind(of_it) {
            input.rest = Rest::Dismissed;
        }
        self.tell(id, Event::Dismissed(mid))
    }
}

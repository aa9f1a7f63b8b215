//! What must hold of what pages and frames show: invariants 1 to 4 and 8 to 10.

use app_domain::apply::{Context, apply};
use app_domain::id::MemberId;
use app_domain::role::Role;
use app_domain::rows::{Change, Row};
use app_sync::client::Link;
use app_sync::project::ViewClass;
use app_sync::replica::Replica;
use app_sync::server::{CursorSeal, Position};
use app_sync::wire::{ClientId, Cursor, Mid, Mutation, ServerMessage, Snapshot};

use super::eyes::seen_by;
use super::page::{Page, PageId, needs_you};
use super::world::{Outcome, Violation, World};
use crate::practice::OpenSeal;

/// Whether a base holds an effect.
enum HasRead {
    Effect,
    Nothing,
    CannotTell,
}

pub(super) fn position(cursor: &Cursor) -> Position {
    OpenSeal.open(cursor).expect("a cursor of the simulation")
}

impl World {
    /// Everything that must hold of a page after every event.
    pub(super) fn check_page(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        self.check_prefix(page)?;
        self.check_live(page)?;
        self.check_cache_owner(page.browser)?;
        // Dear, and what is wrong now is wrong for a while.
        if self.happened.is_multiple_of(8) {
            self.check_shown(page)?;
        }
        self.check_monotonic(id)
    }

    /// 2: at any time the base is what the role sees at the cursor: no half step, nothing that is not durable. 10: without
    /// a cursor there is no row at all.
    fn check_prefix(&self, page: &Page) -> Outcome {
        let base = page.core.base();
        let Some(cursor) = page.core.cursor() else {
            return if base.is_empty() && page.core.view().is_empty() {
                Ok(())
            } else {
                Err(format!("purge: page {:?} has rows without a base", page.id))
            };
        };
        let Position { epoch, seq, .. } = position(cursor);
        let role = page.core.viewer().map_or(Role::FrontDesk, |viewer| viewer.role);
        if self.store.oracle.sum(epoch, role, seq) == Some(base.checksum()) {
            Ok(())
        } else {
            Err(format!(
                "prefix: page {:?} at step {seq} does not hold what is durable there",
                page.id
            ))
        }
    }

    /// 3: a page never goes back in a log, and one that is live has read all that anybody had seen before it connected.
    fn check_monotonic(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        let Some(Position { epoch, seq, .. }) = page.core.cursor().map(position) else {
            return Ok(());
        };
        let seen = page.watch.seen.entry(epoch).or_default();
        if seq < *seen {
            return Err(format!(
                "monotonic: page {id:?} goes back from step {seen} to {seq}"
            ));
        }
        *seen = seq;
        match page.watch.must_reach {
            Some((known, least)) if page.core.link() == Link::Live && known == epoch && seq < least => Err(
                format!("monotonic: page {id:?} is live at step {seq}, others saw {least} before"),
            ),
            _ => Ok(()),
        }
    }

    /// 3, over reloads and tabs: the cache is never older than the newest one that was written here and not lost.
    pub(super) fn check_cache(&self, browser: usize, cache: &Snapshot) -> Outcome {
        match self.browsers[browser].cached {
            Some((person, at)) if person == cache.viewer.member.id && cache.at < at => Err(format!(
                "monotonic: browser {browser} opens a cache as of {:?}, where one as of {at:?} was written",
                cache.at
            )),
            _ => Ok(()),
        }
    }

    /// 10: what rests in a browser is of the one who was signed in last.
    fn check_cache_owner(&self, browser: usize) -> Outcome {
        let owner = &self.browsers[browser];
        match &owner.local.cache {
            Some(cache) if Some(cache.person()) != owner.person() => Err(format!(
                "purge: browser {browser} keeps rows of somebody who has gone"
            )),
            _ => Ok(()),
        }
    }

    /// 10: a page that leaves holds nothing any more.
    pub(super) fn check_purged(&self, id: PageId) -> Outcome {
        match self.page(id) {
            Some(page)
                if page.has_started() && !(page.core.base().is_empty() && page.core.view().is_empty()) =>
            {
                Err(format!(
                    "purge: page {id:?} leaves for the sign-in page with rows in its memory"
                ))
            }
            _ => Ok(()),
        }
    }

    /// Never live without proof of life in the last twenty seconds.
    pub(super) fn check_live(&self, page: &Page) -> Outcome {
        let age = self.wall() - page.watch.heard - page.watch.set_back;
        if page.core.link() == Link::Live && age > 20_200 {
            Err(format!("live: page {:?} has heard nothing for {age} ms", page.id))
        } else {
            Ok(())
        }
    }

    /// 9: nothing that the class may not see, and no sign of what it does not see.
    pub(super) fn check_frame(&self, message: &ServerMessage, class: ViewClass, is_tail: bool) -> Outcome {
        let ServerMessage::Delta(delta) = message else {
            return Ok(());
        };
        for change in &delta.changes {
            match change {
                Change::Put { row } => check_row(class.role, row)?,
                Change::Remove { .. } => {}
            }
        }
        if delta.changes.is_empty() && delta.last_mids.is_empty() && !is_tail {
            return Err(format!(
                "leak: {:?} is told that something happened which it does not see",
                class.role
            ));
        }
        Ok(())
    }

    /// 9: of clients, only one's own.
    pub(super) fn check_last_mids(&self, id: PageId, message: &ServerMessage) -> Outcome {
        let ServerMessage::Delta(delta) = message else {
            return Ok(());
        };
        let Some(person) = self.page(id).and_then(|page| page.person) else {
            return Ok(());
        };
        for client in delta.last_mids.keys() {
            let author = self.author_of(ClientId(*client));
            if author.is_some_and(|author| author != person) {
                return Err(format!("leak: page {id:?} is told of another person's outbox"));
            }
        }
        Ok(())
    }

    /// Who gave the first command of an outbox.
    fn author_of(&self, client: ClientId) -> Option<MemberId> {
        self.owners.get(&client).copied()
    }

    pub(super) fn check_snapshot(&self, snapshot: &Snapshot) -> Outcome {
        let role = snapshot.viewer.role;
        snapshot.rows.iter().try_for_each(|row| check_row(role, row))
    }

    /// 4: what is shown is the base with everything carried out on it that is pending and not in it: computed from scratch
    /// here, row by row there.
    fn check_shown(&self, page: &Page) -> Outcome {
        let (Some(cursor), Some(viewer)) = (page.core.cursor(), page.core.viewer()) else {
            return Ok(());
        };
        let at = position(cursor);
        let mut expected = page.core.base().clone();
        for record in page.core.outbox().iter().filter(|record| !needs_you(record)) {
            let Mutation {
                mid,
                command,
                at: given,
                ..
            } = &record.mutation;
            match self.has_read(page, *mid, at) {
                HasRead::Effect => continue,
                HasRead::Nothing => {}
                HasRead::CannotTell => return Ok(()),
            }
            let context = Context {
                actor: viewer.actor(),
                at: *given,
            };
            for change in apply(command, &context, &expected).unwrap_or_default() {
                expected.apply(&change);
            }
        }
        if *page.core.view() == expected {
            Ok(())
        } else {
            Err(format!("page {:?} does not show base and pending", page.id))
        }
    }

    /// Whether the base at a position holds what a mutation did. One that did nothing leaves no trace to tell by, and of
    /// one that went out under the page's life a device learns only after it has sent it again.
    fn has_read(&self, page: &Page, mid: Mid, at: Position) -> HasRead {
        if at.epoch != self.store.disk.epoch {
            return HasRead::CannotTell;
        }
        let Some(outbox) = page.outbox else {
            return HasRead::Nothing;
        };
        let is_decided = |client| self.store.disk.decided.contains_key(&(client, mid));
        match self.store.step_of((outbox, mid)) {
            Some(made) if made <= at.seq && !page.watch.knows_settled => HasRead::CannotTell,
            Some(made) if made <= at.seq => HasRead::Effect,
            Some(_) => HasRead::Nothing,
            None if is_decided(outbox) || is_decided(page.life) => HasRead::CannotTell,
            None => HasRead::Nothing,
        }
    }

    /// 1: everybody who is connected holds what the role sees at the head, and shows nothing else.
    pub(super) fn check_converged(&self, page: &Page) -> Outcome {
        let id = page.id;
        if page.core.link() != Link::Live {
            return Err(format!(
                "converge: page {id:?} is not live a minute after the network healed: {:?}",
                page.core.link()
            ));
        }
        // By the role that the session says, whatever the page believes.
        let session = self.browsers[page.browser].session.as_ref();
        let role = session.map_or(Role::FrontDesk, |session| session.viewer.role);
        let rows = self.store.disk.rows.rows().filter_map(|row| seen_by(role, row));
        if *page.core.base() != Replica::from_rows(rows) {
            return Err(format!("converge: page {id:?} holds another base"));
        }
        if page.core.view() != page.core.base() {
            return Err(format!("converge: page {id:?} shows what is not so"));
        }
        match page.core.outbox().iter().find(|record| !needs_you(record)) {
            None => Ok(()),
            Some(record) => Err(format!("converge: page {id:?} still waits with {record:?}")),
        }
    }
}

fn check_row(role: Role, row: &Row) -> Result<(), Violation> {
    if seen_by(role, row).as_ref() == Some(row) {
        Ok(())
    } else {
        Err(format!("leak: {role:?} is sent {row:?}"))
    }
}

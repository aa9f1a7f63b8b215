//! What must hold of what people gave, and of how fast it moves: invariants 4 to 8, 12, 13 and 15, and liveness.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::calls::Claim;
use app_domain::id::PatientId;
use app_domain::refusal::Refusal;
use app_domain::rows::{Change, Key, Row, Rows as _};
use app_domain::time::Instant;
use app_sync::outbox::OutboxState;
use app_sync::server::{Plan, SocketId, Verdict, fingerprint};
use app_sync::wire::{ClientId, Mid, MutationResult, ServerMessage};

use super::browser::{Browser, Database, Storage};
use super::inputs::{Input, Rest};
use super::page::{Page, PageId};
use super::reading::position;
use super::world::{Happening, Outcome, World};

/// Mutations in one message, at most.
const BATCH: usize = 50;
/// Mutations of a page that may be unanswered.
const IN_FLIGHT: usize = 100;
/// Mutations of a socket that the server takes before it has answered.
const WAITING: usize = 512 + BATCH;
/// Milliseconds that a page may take to connect again when it has taken an outbox over.
const BEGINS_WITHIN: i64 = 3_000;

impl World {
    /// 12: one valid lease per call, by the server's clock; and it frees itself.
    pub(super) fn check_leases(&self, plan: &Plan) -> Outcome {
        let now = Instant(self.wall());
        for item in &plan.items {
            if let Verdict::New { decided, .. } = &item.verdict
                && let Some(Refusal::Claimed { until, .. }) = &decided.refusal
                && *until <= now
            {
                return Err(format!(
                    "lease: one that ended at {until:?} still keeps others away at {now:?}"
                ));
            }
        }
        // What an earlier one of the same batch has given or freed counts already.
        let mut given: BTreeMap<PatientId, Option<&Claim>> = BTreeMap::new();
        for change in plan.entries().flat_map(|entry| &entry.changes) {
            match change {
                Change::Remove {
                    key: Key::Claim(patient),
                } => drop(given.insert(*patient, None)),
                Change::Put {
                    row: Row::Claim(claim),
                } => {
                    let at_rest = self.store.disk.rows.claim(claim.patient);
                    let held = given.insert(claim.patient, Some(claim)).unwrap_or(at_rest);
                    let held = held.filter(|held| held.holds_at(now));
                    // Taken over on purpose: from who holds it, and from nobody else.
                    let taken_from = claim.taken.as_ref().map(|taken| taken.from);
                    let is_another = |held: &&Claim| held.by != claim.by && Some(held.by) != taken_from;
                    if held.as_ref().is_some_and(is_another) || claim.until > now.plus_minutes(Claim::MINUTES)
                    {
                        return Err(format!(
                            "lease: {claim:?} is given at {now:?}, where {held:?} holds"
                        ));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// 8: an effect comes after everything that its author had read.
    pub(super) fn check_causes(&self, plan: &Plan) -> Outcome {
        for entry in plan.entries() {
            let Some((client, mid)) = entry.mutation else {
                continue;
            };
            let input = self
                .inputs
                .iter()
                .rfind(|input| input.keys().contains(&(client, mid)));
            let read = input.and_then(|input| input.base.as_ref()).map(position);
            if let Some(read) = read
                && read.epoch == self.store.disk.epoch
                && read.seq >= entry.seq
            {
                return Err(format!(
                    "cause: {mid:?} makes step {} and its author had read {}",
                    entry.seq, read.seq
                ));
            }
        }
        Ok(())
    }

    /// 9: what one person has kept is never pushed in another's name.
    pub(super) fn check_owner(&mut self, socket: SocketId, client: ClientId) -> Outcome {
        let person = self.network.line(socket).viewer.member.id;
        let owner = *self.owners.entry(client).or_insert(person);
        if owner == person {
            Ok(())
        } else {
            Err(format!(
                "leak: the outbox {client:?} of {owner:?} is pushed as {person:?}"
            ))
        }
    }

    /// 5: nothing is acknowledged before it is durable.
    pub(super) fn check_durable(&self, id: PageId, message: &ServerMessage) -> Outcome {
        let ServerMessage::Result { mid, result } = message else {
            return Ok(());
        };
        let Some(page) = self.page(id) else { return Ok(()) };
        let is_decided = |client: ClientId| self.store.disk.decided.contains_key(&(client, *mid));
        if *result == MutationResult::Later || page.clients().any(is_decided) {
            Ok(())
        } else {
            Err(format!(
                "acknowledged but not durable: page {id:?} {mid:?} {result:?}"
            ))
        }
    }

    /// 4: a record leaves the outbox only when the base holds its effect: the person reads what they wrote.
    pub(super) fn check_settled(&self, id: PageId, mid: Mid) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let Some(step) = page
            .clients()
            .find_map(|client| self.store.step_of((client, mid)))
        else {
            return Ok(());
        };
        match page.core.cursor().map(position) {
            Some(read) if read.epoch != self.store.disk.epoch || step <= read.seq => Ok(()),
            read => Err(format!(
                "page {id:?} drops {mid:?} at {read:?}, but its effect comes with step {step}"
            )),
        }
    }

    // ---- 15: bounds

    pub(super) fn check_in_flight(&mut self, id: PageId, batch: usize) -> Outcome {
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        // What a delta has settled needs no answer any more.
        let waiting: BTreeSet<Mid> = page
            .core
            .outbox()
            .iter()
            .map(|record| record.mutation.mid)
            .collect();
        page.watch.in_flight.retain(|mid| waiting.contains(mid));
        let in_flight = page.watch.in_flight.len();
        if batch <= BATCH && in_flight <= IN_FLIGHT {
            Ok(())
        } else {
            Err(format!(
                "bounds: page {id:?} has {in_flight} in flight, {batch} in one message"
            ))
        }
    }

    pub(super) fn check_waiting(&self, socket: SocketId) -> Outcome {
        let waiting = self.network.line(socket).waiting_mutations;
        if waiting <= WAITING {
            Ok(())
        } else {
            Err(format!("bounds: {waiting} mutations of {socket:?} wait"))
        }
    }

    pub(super) fn check_waiting_frames(&self, waiting: usize, limit: usize) -> Outcome {
        if waiting <= limit {
            Ok(())
        } else {
            Err(format!("bounds: {waiting} frames wait for one socket"))
        }
    }

    // ---- liveness

    /// Looks at every page that stands in the light: dead lines are noticed within 20 s, outboxes move within 10 s.
    pub(super) fn inspect(&mut self) -> Outcome {
        self.after(2_000, 2_000, Happening::Inspects);
        for id in self.living() {
            self.inspect_page(id)?;
        }
        Ok(())
    }

    fn inspect_page(&mut self, id: PageId) -> Outcome {
        let wall = self.wall();
        let Some(page) = self
            .page(id)
            .filter(|page| page.is_awake() && page.has_started() && page.watch.thawed < wall)
        else {
            return Ok(());
        };
        self.check_live(page)?;
        let silent = wall - page.watch.heard - page.watch.set_back;
        if page.socket.is_some() && silent > 20_200 {
            return Err(format!(
                "dead line: page {id:?} has heard nothing for {silent} ms and holds on to its socket"
            ));
        }
        let is_under_way = |state: &OutboxState| matches!(state, OutboxState::Kept | OutboxState::Sent);
        let waits = page
            .core
            .outbox()
            .iter()
            .any(|record| is_under_way(&record.state));
        let is_connected = page.socket.is_some_and(|socket| {
            let line = self.network.line(socket);
            !line.is_cut && line.slow_until < self.now
        });
        let is_disk_fast = self.browsers[page.browser].slowness <= 60;
        let is_expected = waits && is_connected && is_disk_fast && self.server.hub.is_some();
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        if !is_expected {
            page.watch.waits_since = None;
            return Ok(());
        }
        let since = *page.watch.waits_since.get_or_insert(wall);
        let still = wall - since.max(page.watch.moved);
        if still > 10_000 {
            return Err(format!(
                "outbox: nothing of page {id:?} has moved for {still} ms over a connection"
            ));
        }
        Ok(())
    }

    // ---- the end

    pub(super) fn check_convergence(&self) -> Outcome {
        let is_settled_down = |page: &&Page| self.wall() - page.watch.began > BEGINS_WITHIN;
        let mut pages = self.pages.iter().flatten().filter(is_settled_down);
        pages.try_for_each(|page| self.check_converged(page))
    }

    /// People deal with what was refused, and pages take over what others have left, until nothing waits anywhere.
    pub(super) fn drain(&mut self) -> Outcome {
        const ROUNDS: usize = 60;
        for _ in 0..ROUNDS {
            for id in self.living() {
                while self.page(id).is_some_and(|page| !page.refused().is_empty()) {
                    self.dismiss(id)?;
                }
            }
            self.load_again_what_lost_its_disk()?;
            self.bring_back_who_left_work()?;
            self.run_for(10_000)?;
            if self.nothing_waits() {
                return Ok(());
            }
        }
        let waits = |(number, browser): (usize, &Browser)| {
            let records = browser.databases.values().flat_map(|one| one.records.keys());
            let records: Vec<_> = records.collect();
            format!("browser {number}: {records:?}, held: {:?}", browser.locks)
        };
        let waiting: Vec<String> = self.browsers.iter().enumerate().map(waits).collect();
        Err(format!(
            "left behind, ten minutes after everything has healed: {waiting:?}"
        ))
    }

    /// A page whose database was thrown away under it keeps nothing more, and takes nothing over, until it is loaded again.
    fn load_again_what_lost_its_disk(&mut self) -> Outcome {
        for id in self.living() {
            let is_without =
                |page: &&Page| !page.is_durable && page.has_started() && page.core.outbox().is_empty();
            let browser = self.page(id).filter(is_without).map(|page| page.browser);
            if browser.is_some_and(|browser| self.browsers[browser].storage != Storage::Denied) {
                self.reload(id)?;
            }
        }
        Ok(())
    }

    /// Whose work waits in a browser where somebody else is signed in now comes back to it.
    fn bring_back_who_left_work(&mut self) -> Outcome {
        for browser in 0..self.browsers.len() {
            let owner = &self.browsers[browser];
            let present = owner.session.as_ref().map(|session| session.viewer.member.id);
            let has_work = |(person, database): (&app_domain::id::MemberId, &Database)| {
                (!database.records.is_empty()).then_some(*person)
            };
            let people: Vec<_> = owner.databases.iter().filter_map(has_work).collect();
            let Some(person) = people
                .first()
                .copied()
                .filter(|_| present.is_none_or(|present| !people.contains(&present)))
            else {
                continue;
            };
            self.come_back(browser, person)?;
        }
        Ok(())
    }

    fn nothing_waits(&self) -> bool {
        let in_pages = self
            .pages
            .iter()
            .flatten()
            .any(|page| !page.core.outbox().is_empty());
        let on_disks = self
            .browsers
            .iter()
            .flat_map(|browser| browser.databases.values());
        !in_pages && on_disks.into_iter().all(|database| database.records.is_empty())
    }

    pub(super) fn judge(&self) -> Outcome {
        self.check_convergence()?;
        for page in self.pages.iter().flatten() {
            if let Some((mid, command)) = page.watch.asked.first_key_value() {
                return Err(format!(
                    "page {:?} was never answered {mid:?}: {command:?}",
                    page.id
                ));
            }
        }
        self.inputs.iter().try_for_each(|input| self.check_ended(input))
    }

    /// 13: every input ends: carried out, or refused and shown. 6: and once. What the screen never called kept may be gone
    /// with the page.
    fn check_ended(&self, input: &Input) -> Outcome {
        let decided = input.keys().map(|key| self.store.disk.decided.get(&key));
        let fingerprint = fingerprint(&input.command);
        let own = |decided: &&app_sync::server::Decided| decided.fingerprint == fingerprint;
        if let [Some(first), Some(second)] = decided
            && own(&first)
            && own(&second)
        {
            return Err(format!(
                "exactly once: {:?} of {:?} is decided under two names",
                input.mid, input.page
            ));
        }
        let decided = match input.rest {
            Rest::Gone | Rest::Dismissed | Rest::Evicted | Rest::LostWithTheServer => return Ok(()),
            Rest::Writing => return Err(format!("{:?} of {:?} was never written", input.mid, input.page)),
            Rest::Kept => decided[0],
            Rest::Memory => decided[1],
        };
        match decided {
            None => Err(format!(
                "lost: {:?} of {:?}: {:?}",
                input.mid, input.page, input.command
            )),
            Some(decided) if decided.fingerprint != fingerprint => {
                Err(format!("{:?} of {:?} is another command", input.mid, input.page))
            }
            Some(decided) if decided.refusal.is_some() => Err(format!(
                "refused in silence: {:?} of {:?}: {decided:?}",
                input.mid, input.page
            )),
            Some(_) => Ok(()),
        }
    }
}

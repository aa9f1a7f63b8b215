//! The driver of the server's core: one writer, sockets, and deaths at the worst moments.

use std::collections::BTreeMap;

use app_domain::refusal::Refusal;
use app_domain::time::Instant;
use app_sync::server::{
    self, Commit, Decided, HEARTBEAT_SECONDS, Hub, Plan, SocketId, Submission, Verdict, plan,
};
use app_sync::wire::{ClientId, ClientMessage, Mid, ServerMessage};

use super::browser::Version;
use super::history::START;
use super::inputs::Rest;
use super::page::needs_you;
use super::plant::Plant;
use super::world::{Happening, Outcome, World};
use crate::practice::OpenSeal;

/// Between which two steps of the writer the server dies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doom {
    /// Decided, not written.
    BeforeCommit,
    /// Written, and nobody was told.
    BeforeAnswer,
    /// Some were told.
    AmongAnswers,
}

pub struct Server {
    /// The memory, while it runs.
    pub hub: Option<Hub<OpenSeal>>,
    pub version: Version,
    /// Counts the lives of the process.
    pub life: u64,
    pub doom: Option<Doom>,
    waiting: Vec<Submission>,
    is_writing: bool,
}

impl Server {
    pub fn new() -> Self {
        Self {
            hub: None,
            version: Version(1),
            life: 0,
            doom: None,
            waiting: Vec::new(),
            is_writing: false,
        }
    }
}

impl World {
    pub(super) fn start_server(&mut self) -> Outcome {
        if self.server.hub.is_some() {
            return Ok(());
        }
        self.server.life += 1;
        self.server.is_writing = false;
        self.server.waiting.clear();
        self.server.hub = Some(Hub::new(self.store.truth(), OpenSeal, self.store.disk.log_from));
        self.tick(self.server.life)
    }

    /// kill -9: memory is lost, sockets break; what is on the disk stays.
    pub(super) fn kill_server(&mut self) {
        self.server.hub = None;
        self.server.doom = None;
        for socket in self.network.whole(|_| true) {
            self.network.cut(socket);
            self.device_may_notice(socket);
        }
        if self.random.percent(30) {
            self.store.shorten_log();
        }
        if self.random.percent(30) {
            self.tally.count("server: power cut");
            self.store.lose_power();
        }
        self.after(100, 4_000, Happening::ServerStarts);
    }

    /// A backup is put back while the server is down. What it does not hold is lost by definition.
    pub(super) fn restore_server(&mut self) {
        let Some(lost) = self.store.restore() else {
            return;
        };
        self.tally.count("server: backup put back");
        self.tally.add(
            "server: mutations lost with what was behind the backup",
            lost.len() as u64,
        );
        self.kill_server();
        let pages = self.pages.iter().flatten();
        let waits: Vec<(ClientId, Mid)> = pages
            .flat_map(|page| {
                let clients: Vec<ClientId> = page.clients().collect();
                let outbox = page.core.outbox();
                let waiting = outbox.into_iter().filter(|record| !needs_you(record));
                let keys = waiting.flat_map(move |record| {
                    let mid = record.mutation.mid;
                    clients.clone().into_iter().map(move |client| (client, mid))
                });
                keys.collect::<Vec<_>>()
            })
            .collect();
        self.lost.extend(&lost);
        for input in &mut self.inputs {
            let keys = input.keys();
            let is_lost = keys.iter().any(|key| lost.contains(key));
            if is_lost && !keys.iter().any(|key| waits.contains(key)) {
                input.rest = match input.rest {
                    Rest::Kept | Rest::Memory => Rest::LostWithTheServer,
                    rest => rest,
                };
            }
        }
    }

    pub(super) fn tick(&mut self, server: u64) -> Outcome {
        if server != self.server.life {
            return Ok(());
        }
        let next = self.now + i64::try_from(HEARTBEAT_SECONDS).expect("short") * 1_000;
        self.at_time(next, Happening::Tick { server });
        self.serve(server::Event::Tick)
    }

    pub(super) fn server_reads(&mut self, socket: SocketId, text: &str) -> Outcome {
        if self.network.is_cut(socket) {
            return Ok(());
        }
        let mut message: ClientMessage = serde_json::from_str(text).expect("devices send what servers read");
        if let ClientMessage::Push {
            client, mutations, ..
        } = &message
        {
            // The session is looked at before every push.
            self.session_seen(socket)?;
            if self.network.is_cut(socket) {
                return Ok(());
            }
            self.check_owner(socket, *client)?;
            self.network.line_mut(socket).waiting_mutations += mutations.len();
            self.check_waiting(socket)?;
        }
        if self.plant == Some(Plant::ProjectsWithTodaysPolicy) {
            self.give_the_class_of_today(socket, &mut message);
        }
        self.serve(server::Event::Message { socket, message })
    }

    pub(super) fn serve(&mut self, event: server::Event) -> Outcome {
        let now = Instant(self.wall());
        let Some(hub) = &mut self.server.hub else {
            return Ok(());
        };
        for effect in hub.handle(event, now) {
            self.carry_out(effect)?;
        }
        Ok(())
    }

    fn carry_out(&mut self, effect: server::Effect) -> Outcome {
        match effect {
            server::Effect::Send { socket, frame } => return self.send_to_device(socket, &frame),
            server::Effect::Submit(submission) => {
                self.server.waiting.push(submission);
                let server = self.server.life;
                self.after(0, 5, Happening::WriterStarts { server });
            }
            server::Effect::ReadLog { socket, after } => {
                let limit = usize::try_from(self.random.below(20) + 1).expect("short");
                let entries = self.store.log_after(after, limit);
                return self.serve(server::Event::Log { socket, entries });
            }
            server::Effect::Close { socket } => return self.close_from_server(socket),
        }
        Ok(())
    }

    /// The writer takes everything that has queued.
    pub(super) fn write(&mut self, server: u64) -> Outcome {
        let is_free = server == self.server.life && !self.server.is_writing;
        let Some(hub) = self.server.hub.as_ref().filter(|_| is_free) else {
            return Ok(());
        };
        let batch = std::mem::take(&mut self.server.waiting);
        if batch.is_empty() {
            return Ok(());
        }
        self.server.is_writing = true;
        let now = match (self.plant, batch.first()) {
            (Some(Plant::LeasesByTheClientsClock), Some(first)) => {
                let page = self.network.line(first.socket).page;
                let skew = self.page(page).map_or(0, |page| self.browsers[page.browser].skew);
                Instant(self.wall() + skew)
            }
            (Some(Plant::LeasesNeverEnd), _) => START,
            _ => Instant(self.wall()),
        };
        let plan = plan(batch, hub.truth(), now);
        let early = match self.plant {
            Some(Plant::BroadcastsBeforeCommit) => {
                Some(Commit::of_log(plan.clone().committed(&BTreeMap::new()).entries))
            }
            Some(Plant::AcknowledgesBeforeCommit) => Some(plan.clone().committed(&BTreeMap::new())),
            _ => None,
        };
        if let Some(commit) = early {
            self.serve(server::Event::Committed(commit))?;
        }
        if self.dies(Doom::BeforeCommit, "server: killed between mutator and commit") {
            return Ok(());
        }
        self.after(1, 30, Happening::Commits { server, plan });
        Ok(())
    }

    fn dies(&mut self, when: Doom, what: &'static str) -> bool {
        let now = self.server.doom == Some(when);
        if now {
            self.tally.count(what);
            self.kill_server();
        }
        now
    }

    pub(super) fn commit(&mut self, server: u64, plan: Plan) -> Outcome {
        if server != self.server.life || self.server.hub.is_none() {
            return Ok(());
        }
        let commit = if !self.is_calm && self.random.percent(5) {
            self.tally.count("server: commit failed, all told to come later");
            plan.postponed()
        } else {
            self.check_leases(&plan)?;
            self.check_causes(&plan)?;
            self.count_refusals(&plan);
            let stored = self.store.write(&plan)?;
            self.committed(plan, &stored)
        };
        if self.dies(Doom::BeforeAnswer, "server: killed between commit and answer") {
            return Ok(());
        }
        self.after(0, 20, Happening::Told { server, commit });
        Ok(())
    }

    fn committed(&self, plan: Plan, stored: &BTreeMap<(ClientId, Mid), Decided>) -> Commit {
        let mut commit = plan.committed(stored);
        if self.plant == Some(Plant::RefusalDoesNotAdvance) {
            let decided = &self.store.disk.decided;
            commit
                .clients
                .retain(|(client, standing)| decided.contains_key(&(*client, standing.last)));
        }
        commit
    }

    pub(super) fn told(&mut self, server: u64, commit: Commit) -> Outcome {
        if server != self.server.life || self.server.hub.is_none() {
            return Ok(());
        }
        self.server.is_writing = false;
        for answer in &commit.answers {
            let line = self.network.line_mut(answer.socket);
            line.waiting_mutations = line.waiting_mutations.saturating_sub(1);
        }
        self.after(0, 5, Happening::WriterStarts { server });
        if self.plant == Some(Plant::AcknowledgesBeforeCommit) {
            return Ok(());
        }
        if self.server.doom == Some(Doom::AmongAnswers) {
            return self.die_among_answers(commit);
        }
        self.serve(server::Event::Committed(commit))
    }

    /// Some of what follows from a commit gets out, and the rest never does.
    fn die_among_answers(&mut self, commit: Commit) -> Outcome {
        let now = Instant(self.wall());
        let Some(hub) = &mut self.server.hub else {
            return Ok(());
        };
        let effects = hub.handle(server::Event::Committed(commit), now);
        let out = usize::try_from(self.random.below(effects.len() as u64 + 1)).expect("few effects");
        for effect in effects.into_iter().take(out) {
            self.carry_out(effect)?;
        }
        self.dies(Doom::AmongAnswers, "server: killed between answers and broadcast");
        Ok(())
    }

    fn count_refusals(&mut self, plan: &Plan) {
        for item in &plan.items {
            let what = match &item.verdict {
                Verdict::Known { .. } => "decided before: a push that came again",
                Verdict::New { decided, .. } => match &decided.refusal {
                    None => "decided: carried out",
                    Some(Refusal::PlaceTaken { .. }) => "decided: place taken",
                    Some(Refusal::MovedMeanwhile { .. }) => "decided: moved meanwhile",
                    Some(Refusal::WrongState { .. }) => "decided: wrong state",
                    Some(Refusal::Claimed { .. }) => "decided: somebody else calls",
                    Some(Refusal::NotAllowed | Refusal::NotFound) => "decided: not in this role",
                    Some(_) => "decided: refused otherwise",
                },
                Verdict::Answer(_) => "not decided: later, or a duplicate in the batch",
            };
            self.tally.count(what);
        }
    }

    /// Another process writes: nothing that this one decides may be under way meanwhile.
    pub(super) fn write_as_system(&mut self) -> Outcome {
        if self.server.is_writing || self.server.hub.is_none() {
            return Ok(());
        }
        let Some(changes) = self.system_changes() else {
            return Ok(());
        };
        self.tally.count("server: a step of the system");
        let entry = self.store.write_system(changes)?;
        self.serve(server::Event::Committed(Commit::of_log(vec![entry])))
    }

    /// Planted: the position in a cursor is read as one of the role that the session has today.
    fn give_the_class_of_today(&self, socket: SocketId, message: &mut ClientMessage) {
        let ClientMessage::Hello {
            cursor: Some(cursor), ..
        } = message
        else {
            return;
        };
        let today = self.network.line(socket).viewer.role;
        let parts: Vec<&str> = cursor.0.split('/').collect();
        if let [epoch, _, seq] = parts[..] {
            cursor.0 = format!("{epoch}/{}/{seq}", today.code());
        }
    }

    /// Planted: and the welcome says the role of then.
    pub(super) fn say_the_class_of_then(&self, socket: SocketId, message: &mut ServerMessage) {
        let page = self.page(self.network.line(socket).page);
        if let (ServerMessage::Welcome { viewer, .. }, Some(known)) =
            (message, page.and_then(|page| page.core.viewer()))
        {
            viewer.role = known.role;
        }
    }
}

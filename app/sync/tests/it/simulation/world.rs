//! The scheduler: one queue of what happens when, in virtual milliseconds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_domain::role::Role;
use app_domain::rows::Change;
use app_domain::time::Instant;
use app_sync::client::{Effect, Event};
use app_sync::outbox::OutboxRecord;
use app_sync::project::ViewClass;
use app_sync::server::{self, Commit, Decided, HEARTBEAT_SECONDS, Hub, Plan, SocketId, Submission, plan};
use app_sync::wire::{ClientId, ClientMessage, Delta, Mid, MutationResult, ServerMessage, Snapshot};

use super::device::Device;
use super::history::{Fault, History, START};
use super::inputs::{Input, Rest};
use super::network::{Network, Parcel};
use super::people;
use super::random::Random;
use super::store::Store;
use crate::practice::OpenSeal;

/// What must hold and does not.
pub type Violation = String;

/// For so long nothing fails and nobody acts: everything must have come to rest by then.
const QUIET_MS: i64 = 120_000;

/// A fault of the machinery around the cores, planted to see the simulation notice it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Plant {
    AnswersBeforeCommit,
    ForgetsDecided,
    StripsLastMids,
    KeptTooEarly,
    HalvesDeltas,
    SettlesOnResult,
    RefusalsDoNotAdvance,
    TellsBeforeCommit,
    ForgetsRemovals,
    TearsTheSwap,
    LeasesByTheDevicesClock,
    KeepsTheOldRole,
}

#[derive(Debug)]
enum Happening {
    ToServer {
        socket: SocketId,
        text: String,
    },
    ToDevice {
        socket: SocketId,
        parcel: Parcel,
    },
    ServerSeesClose {
        socket: SocketId,
    },
    Connect {
        device: usize,
        attempt: u64,
    },
    ConnectFails {
        device: usize,
        attempt: u64,
    },
    SnapshotAsked {
        device: usize,
        life: ClientId,
    },
    SnapshotComes {
        device: usize,
        life: ClientId,
        snapshot: Option<Box<Snapshot>>,
    },
    Written {
        device: usize,
        life: ClientId,
        record: Box<OutboxRecord>,
    },
    Erased {
        device: usize,
        mid: Mid,
    },
    Wakes {
        device: usize,
        wake: u64,
    },
    Acts {
        device: usize,
    },
    Fails,
    Heals {
        device: usize,
    },
    RoleSeen {
        socket: SocketId,
    },
    WriterStarts {
        server: u64,
    },
    Commits {
        server: u64,
        plan: Plan,
    },
    Told {
        server: u64,
        commit: Commit,
    },
    ServerStarts,
    Tick {
        server: u64,
    },
}

pub struct World {
    pub store: Store,
    pub devices: Vec<Device>,
    pub inputs: Vec<Input>,
    /// What happened when, where somebody wants to read it.
    pub trace: Option<Vec<String>>,
    /// Happenings so far.
    pub steps: u64,
    history: History,
    plant: Option<Plant>,
    random: Random,
    now: i64,
    end: i64,
    queue: BTreeMap<(i64, u64), Happening>,
    happened: u64,
    network: Network,
    /// The server's memory, while it runs.
    hub: Option<Hub<OpenSeal>>,
    waiting: Vec<Submission>,
    writing: bool,
    /// Counts the lives of the server process.
    server: u64,
    lives: u64,
}

fn is_put(change: &Change) -> bool {
    matches!(change, Change::Put { .. })
}

impl World {
    pub fn new(history: History) -> Self {
        let plant = history.plant;
        let mut random = Random::new(history.seed);
        let now = START.0;
        let second = random
            .of(&[Role::FrontDesk, Role::RemoteSecretary, Role::Dentist])
            .expect("not empty");
        let third = random
            .of(&[Role::Owner, Role::OfficeManager, Role::CaseManager])
            .expect("not empty");
        let mut roles = vec![Role::FrontDesk, second];
        if random.percent(50) {
            roles.push(third);
        }
        let devices: Vec<Device> = (1..)
            .zip(roles)
            .map(|(number, role)| Device::new(number, role, &mut random))
            .collect();
        let classes: BTreeSet<ViewClass> = devices.iter().flat_map(Device::classes).collect();
        let store = Store::new(plant, classes.into_iter().collect());
        Self {
            store,
            devices,
            inputs: Vec::new(),
            trace: None,
            steps: 0,
            history,
            plant,
            random,
            now,
            end: now + history.stormy_ms,
            queue: BTreeMap::new(),
            happened: 0,
            network: Network::default(),
            hub: None,
            waiting: Vec::new(),
            writing: false,
            server: 0,
            lives: 0,
        }
    }

    /// A storm, then quiet, then the last judgement.
    pub fn run(&mut self) -> Result<(), Violation> {
        self.start_server();
        for device in 0..self.devices.len() {
            let event = self.devices[device].start();
            self.tell(device, event)?;
            self.after(500, 2_000, Happening::Acts { device });
        }
        self.after(1_000, 5_000, Happening::Fails);
        self.run_until(self.end)?;
        self.heal()?;
        self.end += QUIET_MS;
        self.run_until(self.end)?;
        self.judge()
    }

    pub fn now(&self) -> i64 {
        self.now
    }

    fn run_until(&mut self, end: i64) -> Result<(), Violation> {
        while let Some(next) = self.queue.first_entry().filter(|next| next.key().0 <= end) {
            let ((at, _), happening) = next.remove_entry();
            self.now = at;
            self.steps += 1;
            if let Some(trace) = &mut self.trace {
                trace.push(format!("{:>7} ms  {happening:.300?}", at - START.0));
            }
            self.happen(happening)?;
        }
        self.now = end;
        Ok(())
    }

    fn is_stormy(&self) -> bool {
        self.now < START.0 + self.history.stormy_ms
    }

    fn at_time(&mut self, at: i64, happening: Happening) {
        self.happened += 1;
        self.queue.insert((at.max(self.now), self.happened), happening);
    }

    fn after(&mut self, from: i64, to: i64, happening: Happening) {
        let at = self.now + self.random.ms(from, to);
        self.at_time(at, happening);
    }

    fn happen(&mut self, happening: Happening) -> Result<(), Violation> {
        match happening {
            Happening::ToServer { socket, text } => self.server_reads(socket, &text),
            Happening::ToDevice { socket, parcel } => return self.device_reads(socket, parcel),
            Happening::ServerSeesClose { socket } => self.serve(server::Event::Disconnected { socket }),
            Happening::Connect { device, attempt } => self.connect(device, attempt),
            Happening::ConnectFails { device, attempt } => {
                if self.devices[device].attempt == attempt {
                    return self.tell(device, Event::Closed);
                }
            }
            Happening::SnapshotAsked { device, life } => self.serve_snapshot(device, life),
            Happening::SnapshotComes {
                device,
                life,
                snapshot,
            } => {
                return self.snapshot_comes(device, life, snapshot);
            }
            Happening::Written { device, life, record } => return self.written(device, life, *record),
            Happening::Erased { device, mid } => {
                self.devices[device].disk.outbox.remove(&mid);
            }
            Happening::Wakes { device, wake } => {
                if self.devices[device].wake == wake {
                    return self.tell(device, Event::Woke);
                }
            }
            Happening::Acts { device } => return self.act(device),
            Happening::Fails => return self.fail(),
            Happening::Heals { device } => return self.come_online(device),
            Happening::RoleSeen { socket } => self.role_seen(socket),
            Happening::WriterStarts { server } => self.write(server),
            Happening::Commits { server, plan } => return self.commit(server, plan),
            Happening::Told { server, commit } => self.told(server, commit),
            Happening::ServerStarts => self.start_server(),
            Happening::Tick { server } => self.tick(server),
        }
        Ok(())
    }

    // ---- the server and its driver

    fn start_server(&mut self) {
        if self.hub.is_none() {
            self.server += 1;
            self.writing = false;
            self.waiting.clear();
            self.hub = Some(Hub::new(self.store.truth(), OpenSeal, self.store.log_from));
            self.tick(self.server);
        }
    }

    /// kill -9: memory is lost, sockets break; what is on the disk stays.
    fn kill_server(&mut self) {
        self.hub = None;
        for socket in self.network.cut_those_of(None) {
            self.device_may_notice(socket);
        }
        if self.random.percent(30) {
            self.store.log_from = self.store.head() / 2 + 1;
        }
        self.after(100, 4_000, Happening::ServerStarts);
    }

    fn tick(&mut self, server: u64) {
        if server == self.server {
            self.serve(server::Event::Tick);
            let next = self.now + i64::try_from(HEARTBEAT_SECONDS).expect("short") * 1_000;
            self.at_time(next, Happening::Tick { server });
        }
    }

    fn server_reads(&mut self, socket: SocketId, text: &str) {
        if !self.network.is_cut(socket) {
            let message = serde_json::from_str(text).expect("devices send what servers read");
            self.serve(server::Event::Message { socket, message });
        }
    }

    fn serve(&mut self, event: server::Event) {
        let now = Instant(self.now);
        let Some(hub) = &mut self.hub else { return };
        for effect in hub.handle(event, now) {
            match effect {
                server::Effect::Send { socket, frame } => self.send_to_device(socket, &frame),
                server::Effect::Submit(submission) => {
                    self.waiting.push(submission);
                    self.after(0, 5, Happening::WriterStarts { server: self.server });
                }
                server::Effect::ReadLog { socket, after } => self.read_log(socket, after),
                server::Effect::Close { socket } => self.close_from_server(socket),
            }
        }
    }

    fn read_log(&mut self, socket: SocketId, after: u64) {
        let limit = usize::try_from(self.random.below(20) + 1).expect("short");
        let entries = self.store.log_after(after, limit);
        self.serve(server::Event::Log { socket, entries });
    }

    fn close_from_server(&mut self, socket: SocketId) {
        let at = self.now + self.random.ms(1, 80);
        let at = self.network.arrives_at_device(socket, at);
        self.at_time(
            at,
            Happening::ToDevice {
                socket,
                parcel: Parcel::Closed,
            },
        );
        self.serve(server::Event::Disconnected { socket });
    }

    /// The writer takes everything that has queued.
    fn write(&mut self, server: u64) {
        let Some(hub) = self
            .hub
            .as_ref()
            .filter(|_| server == self.server && !self.writing)
        else {
            return;
        };
        let batch = std::mem::take(&mut self.waiting);
        if batch.is_empty() {
            return;
        }
        self.writing = true;
        let now = match (self.plant, batch.first()) {
            (Some(Plant::LeasesByTheDevicesClock), Some(first)) => {
                let device = self.network.device_of(first.socket);
                self.devices[device].clock(self.now).instant
            }
            _ => Instant(self.now),
        };
        let plan = plan(batch, hub.truth(), now);
        if self.plant == Some(Plant::TellsBeforeCommit) {
            let commit = plan.clone().committed(&BTreeMap::new());
            self.serve(server::Event::Committed(Commit::of_log(commit.entries)));
        }
        if self.plant == Some(Plant::AnswersBeforeCommit) {
            let commit = plan.clone().committed(&BTreeMap::new());
            self.serve(server::Event::Committed(commit));
        }
        self.after(1, 30, Happening::Commits { server, plan });
    }

    fn commit(&mut self, server: u64, plan: Plan) -> Result<(), Violation> {
        if server != self.server || self.hub.is_none() {
            return Ok(());
        }
        let commit = if self.is_stormy() && self.random.percent(5) {
            plan.postponed()
        } else {
            self.check_leases(&plan)?;
            let stored = self.store.write(&plan)?;
            self.committed(plan, &stored)
        };
        self.after(0, 20, Happening::Told { server, commit });
        Ok(())
    }

    fn committed(&self, plan: Plan, stored: &BTreeMap<(ClientId, Mid), Decided>) -> Commit {
        let mut commit = plan.committed(stored);
        if self.plant == Some(Plant::RefusalsDoNotAdvance) {
            let decided = &self.store.decided;
            commit
                .clients
                .retain(|(client, standing)| decided.contains_key(&(*client, standing.last)));
        }
        commit
    }

    fn told(&mut self, server: u64, commit: Commit) {
        if server != self.server || self.hub.is_none() {
            return;
        }
        self.writing = false;
        if self.plant != Some(Plant::AnswersBeforeCommit) {
            self.serve(server::Event::Committed(commit));
        }
        self.after(0, 5, Happening::WriterStarts { server });
    }

    fn serve_snapshot(&mut self, device: usize, life: ClientId) {
        let viewer = &self.devices[device].viewer;
        let hub = self.hub.as_ref().filter(|_| self.devices[device].online);
        let snapshot = hub.map(|hub| Box::new(hub.snapshot(viewer, Instant(self.now))));
        self.after(
            5,
            600,
            Happening::SnapshotComes {
                device,
                life,
                snapshot,
            },
        );
    }

    // ---- the network

    fn send_to_device(&mut self, socket: SocketId, frame: &Arc<str>) {
        let mut text = frame.to_string();
        if matches!(
            self.plant,
            Some(Plant::StripsLastMids | Plant::HalvesDeltas | Plant::ForgetsRemovals)
        ) {
            text = self.spoil(text);
        }
        let at = self.now + self.random.ms(1, 80);
        let at = self.network.arrives_at_device(socket, at);
        self.at_time(
            at,
            Happening::ToDevice {
                socket,
                parcel: Parcel::Frame(text),
            },
        );
    }

    fn spoil(&self, text: String) -> String {
        match serde_json::from_str(&text).expect("servers send what devices read") {
            ServerMessage::Delta(delta) => {
                let half = delta.changes.len() / 2;
                let spoilt = match self.plant {
                    Some(Plant::StripsLastMids) => Delta {
                        last_mids: BTreeMap::new(),
                        ..delta
                    },
                    Some(Plant::ForgetsRemovals) => Delta {
                        changes: delta.changes.into_iter().filter(is_put).collect(),
                        ..delta
                    },
                    _ => Delta {
                        changes: delta.changes.into_iter().skip(half).collect(),
                        ..delta
                    },
                };
                serde_json::to_string(&ServerMessage::Delta(spoilt)).expect("plain data")
            }
            _ => text,
        }
    }

    fn connect(&mut self, device: usize, attempt: u64) {
        if self.devices[device].attempt != attempt {
            return;
        }
        if self.hub.is_none() || !self.devices[device].online {
            self.after(1, 200, Happening::ConnectFails { device, attempt });
            return;
        }
        let socket = self.network.open(device);
        self.devices[device].socket = Some(socket);
        let viewer = Box::new(self.devices[device].viewer.clone());
        self.serve(server::Event::Connected {
            socket,
            viewer,
            device: app_domain::review::Device::Tablet,
        });
        let at = self.now + self.random.ms(1, 80);
        let at = self.network.arrives_at_device(socket, at);
        self.at_time(
            at,
            Happening::ToDevice {
                socket,
                parcel: Parcel::Opened,
            },
        );
    }

    fn cut(&mut self, device: usize) {
        for socket in self.network.cut_those_of(Some(device)) {
            self.device_may_notice(socket);
            self.after(0, 30_000, Happening::ServerSeesClose { socket });
        }
    }

    /// Half of the broken sockets look whole to the device.
    fn device_may_notice(&mut self, socket: SocketId) {
        let device = self.network.device_of(socket);
        let attempt = self.devices[device].attempt;
        if self.devices[device].socket == Some(socket) && self.random.percent(50) {
            self.after(0, 2_000, Happening::ConnectFails { device, attempt });
        }
    }

    // ---- devices

    fn device_reads(&mut self, socket: SocketId, parcel: Parcel) -> Result<(), Violation> {
        let device = self.network.device_of(socket);
        if self.network.is_cut(socket) || self.devices[device].socket != Some(socket) {
            return Ok(());
        }
        let event = match parcel {
            Parcel::Opened => Event::Opened,
            Parcel::Closed => Event::Closed,
            Parcel::Frame(text) => {
                let message: ServerMessage =
                    serde_json::from_str(&text).expect("servers send what devices read");
                self.check_durable(device, &message)?;
                self.settle_at_once(device, &message)?;
                Event::Message(message)
            }
        };
        self.tell(device, event)
    }

    /// Planted: the answer alone ends the speculation, before the effect is there.
    fn settle_at_once(&mut self, device: usize, message: &ServerMessage) -> Result<(), Violation> {
        let ServerMessage::Result {
            mid,
            result: MutationResult::Ok,
        } = message
        else {
            return Ok(());
        };
        let state = &self.devices[device];
        let Some(cursor) = state
            .core
            .cursor()
            .filter(|_| self.plant == Some(Plant::SettlesOnResult))
        else {
            return Ok(());
        };
        let last_mids = [(state.disk.client.0, *mid)].into();
        let delta = Delta {
            cursor: cursor.clone(),
            changes: Vec::new(),
            last_mids,
        };
        self.tell(device, Event::Message(ServerMessage::Delta(delta)))
    }

    fn snapshot_comes(
        &mut self,
        device: usize,
        life: ClientId,
        snapshot: Option<Box<Snapshot>>,
    ) -> Result<(), Violation> {
        if self.devices[device].life != life {
            return Ok(());
        }
        let snapshot = snapshot.filter(|_| self.devices[device].online);
        self.tell(device, snapshot.map_or(Event::SnapshotFailed, Event::Snapshot))
    }

    /// Tells the core, carries out what it asks for, and looks at it.
    pub(super) fn tell(&mut self, device: usize, event: Event) -> Result<(), Violation> {
        let now = self.devices[device].clock(self.now);
        let command = match &event {
            Event::Command(command) => Some(command.clone()),
            _ => None,
        };
        let effects = self.devices[device].core.handle(event, now);
        for effect in effects {
            if let (Some(command), Effect::Keep(record)) = (&command, &effect) {
                let (life, mid) = (self.devices[device].life, record.mutation.mid);
                self.inputs.push(Input {
                    device,
                    life,
                    mid,
                    command: command.clone(),
                    rest: Rest::Writing,
                });
            }
            self.perform(device, effect)?;
        }
        self.check_prefix(device)?;
        // Dear, and what is wrong now is wrong for a while.
        if self.happened.is_multiple_of(4) {
            self.check_shown(device)
        } else {
            Ok(())
        }
    }

    fn perform(&mut self, device: usize, effect: Effect) -> Result<(), Violation> {
        match effect {
            Effect::Connect => {
                self.hang_up(device);
                let attempt = self.devices[device].attempt;
                self.after(1, 100, Happening::Connect { device, attempt });
            }
            Effect::Disconnect => self.hang_up(device),
            Effect::Send(message) => return self.send_to_server(device, &message),
            Effect::FetchSnapshot => {
                let life = self.devices[device].life;
                self.after(1, 80, Happening::SnapshotAsked { device, life });
            }
            Effect::Keep(record) => self.keep(device, record),
            Effect::Forget(mid) => {
                self.check_settled(device, mid)?;
                let at = self.written_at(device);
                self.at_time(at, Happening::Erased { device, mid });
            }
            Effect::CacheStale if self.random.percent(20) => self.write_cache(device),
            Effect::DropCache => self.devices[device].disk.cache = None,
            Effect::WakeAt(wanted) => {
                let device_now = self.devices[device].clock(self.now).instant.0;
                let wait = (wanted.0 - device_now).max(1);
                self.devices[device].wake += 1;
                let wake = self.devices[device].wake;
                let late = self.random.ms(0, 20);
                self.at_time(self.now + wait + late, Happening::Wakes { device, wake });
            }
            Effect::SignIn | Effect::OfferUpgrade => {
                return Err(format!("device {device} gave up: {effect:?}"));
            }
            Effect::CacheStale
            | Effect::Show(_)
            | Effect::ShowState
            | Effect::ShowPresence
            | Effect::ShowRefusal(..) => {}
        }
        Ok(())
    }

    fn hang_up(&mut self, device: usize) {
        self.devices[device].attempt += 1;
        if let Some(socket) = self.devices[device].socket.take() {
            self.network.cut(socket);
            self.after(0, 30_000, Happening::ServerSeesClose { socket });
        }
    }

    fn send_to_server(&mut self, device: usize, message: &ClientMessage) -> Result<(), Violation> {
        if *message == ClientMessage::Resnap {
            return Err(format!(
                "device {device} finds that its replica is not what the server says"
            ));
        }
        let Some(socket) = self.devices[device].socket else {
            return Ok(());
        };
        let text = serde_json::to_string(message).expect("plain data");
        // A push that comes twice, as after a retry, is answered twice and carried out once.
        let twice =
            matches!(message, ClientMessage::Push { .. }) && self.is_stormy() && self.random.percent(10);
        for _ in 0..=u8::from(twice) {
            let at = self.now + self.random.ms(1, 80);
            let at = self.network.arrives_at_server(socket, at);
            self.at_time(
                at,
                Happening::ToServer {
                    socket,
                    text: text.clone(),
                },
            );
        }
        Ok(())
    }

    fn keep(&mut self, device: usize, record: Box<OutboxRecord>) {
        let at = self.written_at(device);
        let life = self.devices[device].life;
        if self.plant == Some(Plant::KeptTooEarly) {
            self.at_time(self.now, Happening::Written { device, life, record });
        } else {
            self.at_time(at, Happening::Written { device, life, record });
        }
    }

    fn written_at(&mut self, device: usize) -> i64 {
        let at = (self.now + self.random.ms(1, 60)).max(self.devices[device].written);
        self.devices[device].written = at;
        at
    }

    /// A write is through.
    fn written(&mut self, device: usize, life: ClientId, record: OutboxRecord) -> Result<(), Violation> {
        let mid = record.mutation.mid;
        let known = self.devices[device].disk.outbox.contains_key(&mid);
        let refused = !known && self.random.below(100) < self.devices[device].refuses;
        let forgets = self.plant == Some(Plant::KeptTooEarly) && self.random.percent(50);
        if !refused && !forgets {
            self.devices[device].disk.keep(record);
        }
        self.rests(device, life, mid, if refused { Rest::Memory } else { Rest::Kept });
        self.tell(
            device,
            if refused {
                Event::KeepFailed(mid)
            } else {
                Event::Kept(mid)
            },
        )
    }

    fn rests(&mut self, device: usize, life: ClientId, mid: Mid, rest: Rest) {
        let of_it = |input: &&mut Input| input.device == device && input.life == life && input.mid == mid;
        if let Some(input) = self.inputs.iter_mut().find(of_it)
            && input.rest != Rest::Dismissed
        {
            input.rest = rest;
        }
    }

    /// The page goes while the disk works: what it asked for first may be through, and the rest never is.
    fn abandon_writes(&mut self, device: usize) {
        let is_its = |happening: &Happening| match happening {
            Happening::Written { device: of, .. } | Happening::Erased { device: of, .. } => *of == device,
            _ => false,
        };
        let its: Vec<_> = self
            .queue
            .iter()
            .filter(|(_, what)| is_its(what))
            .map(|(at, _)| *at)
            .collect();
        let through = usize::try_from(self.random.below(its.len() as u64 + 1)).expect("few writes");
        for (number, at) in its.into_iter().enumerate() {
            match self.queue.remove(&at) {
                Some(Happening::Written { life, record, .. }) if number < through => {
                    let mid = record.mutation.mid;
                    self.devices[device].disk.keep(*record);
                    self.rests(device, life, mid, Rest::Kept);
                }
                Some(Happening::Erased { mid, .. }) if number < through => {
                    self.devices[device].disk.outbox.remove(&mid);
                }
                _ => {}
            }
        }
    }

    fn write_cache(&mut self, device: usize) {
        let mut snapshot = self.devices[device].core.snapshot_for_cache();
        if let (Some(Plant::TearsTheSwap), Some(new), Some(old)) =
            (self.plant, &mut snapshot, &self.devices[device].disk.cache)
        {
            new.rows = old.rows.clone();
        }
        self.devices[device].disk.cache = snapshot;
    }

    fn act(&mut self, device: usize) -> Result<(), Violation> {
        if !self.is_stormy() {
            return Ok(());
        }
        // People tap fast, then look for a while.
        let (from, to) = if self.random.percent(40) {
            (5, 80)
        } else {
            (200, 6_000)
        };
        self.after(from, to, Happening::Acts { device });
        self.lives += 1;
        let fresh = u128::from(self.lives);
        let view = self.devices[device].core.view();
        match people::wish(&mut self.random, view, fresh) {
            Some(command) => self.tell(device, Event::Command(command)),
            None => Ok(()),
        }
    }

    // ---- faults

    fn fail(&mut self) -> Result<(), Violation> {
        if !self.is_stormy() {
            return Ok(());
        }
        self.after(500, 8_000, Happening::Fails);
        let device = usize::try_from(self.random.below(self.devices.len() as u64)).expect("few devices");
        let fault = Fault::any(&mut self.random);
        if !self.history.has(fault) {
            return Ok(());
        }
        match fault {
            Fault::Cut => self.cut(device),
            Fault::Offline => {
                self.devices[device].online = false;
                self.cut(device);
                self.after(1_000, 30_000, Happening::Heals { device });
            }
            Fault::Kill if self.hub.is_some() => self.kill_server(),
            Fault::Kill => {}
            Fault::Role => self.change_role(device),
            Fault::Reload => return self.reload(device),
            Fault::Dismiss => return self.dismiss(device),
        }
        Ok(())
    }

    /// The session says another role from now on; the socket hears of it in a moment, a new one at once.
    fn change_role(&mut self, device: usize) {
        self.devices[device].change_role();
        if let Some(socket) = self.devices[device].socket
            && self.plant != Some(Plant::KeepsTheOldRole)
        {
            self.after(0, 50, Happening::RoleSeen { socket });
        }
    }

    fn role_seen(&mut self, socket: SocketId) {
        let device = self.network.device_of(socket);
        let viewer = Box::new(self.devices[device].viewer.clone());
        if !self.network.is_cut(socket) {
            self.serve(server::Event::ViewerChanged { socket, viewer });
        }
    }

    fn come_online(&mut self, device: usize) -> Result<(), Violation> {
        self.devices[device].online = true;
        if self.random.percent(50) {
            self.tell(device, Event::Online)
        } else {
            Ok(())
        }
    }

    fn reload(&mut self, device: usize) -> Result<(), Violation> {
        if self.random.percent(50) {
            self.write_cache(device);
        }
        self.hang_up(device);
        self.abandon_writes(device);
        let life = self.devices[device].life;
        for input in self
            .inputs
            .iter_mut()
            .filter(|input| input.device == device && input.life == life)
        {
            if matches!(input.rest, Rest::Writing | Rest::Memory) {
                input.rest = Rest::Gone;
            }
        }
        self.lives += 1;
        let number = device as u128 + 1;
        let event = self.devices[device].reload(number, self.lives);
        self.tell(device, event)
    }

    /// The person deals with one refused mutation.
    fn dismiss(&mut self, device: usize) -> Result<(), Violation> {
        let outbox = self.devices[device].core.outbox();
        let Some(record) = outbox.iter().find(|record| Self::needs_you(record)) else {
            return Ok(());
        };
        let mid = record.mutation.mid;
        for input in self
            .inputs
            .iter_mut()
            .filter(|input| input.device == device && input.mid == mid)
        {
            input.rest = Rest::Dismissed;
        }
        self.tell(device, Event::Dismissed(mid))
    }

    /// Every fault ends: networks are there, the server runs.
    fn heal(&mut self) -> Result<(), Violation> {
        self.start_server();
        (0..self.devices.len()).try_for_each(|device| self.come_online(device))
    }
}

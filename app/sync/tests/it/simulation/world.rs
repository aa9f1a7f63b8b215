//! The scheduler: one queue of what happens when, in virtual milliseconds.

use std::collections::{BTreeMap, BTreeSet};

use app_domain::id::MemberId;
use app_sync::client::Event;
use app_sync::outbox::OutboxRecord;
use app_sync::server::{self, Commit, Plan, SocketId};
use app_sync::wire::{ClientId, Mid, Snapshot};

use super::browser::Browser;
use super::history::{History, START};
use super::inputs::Input;
use super::network::{Network, Parcel};
use super::page::{Page, PageId};
use super::plant::Plant;
use super::random::Random;
use super::server_life::Server;
use super::store::Store;
use super::tally::Tally;
use crate::practice::client_id;

/// What must hold and does not.
pub type Violation = String;

/// What comes of a step.
pub type Outcome = Result<(), Violation>;

/// Places in the queue below this are before every turn.
const IN_TURN: u64 = 1 << 40;

/// A healed network must have brought everybody together after this.
const CONVERGED_WITHIN: i64 = 60_000;

/// What happens at some time.
#[derive(Debug)]
pub enum Happening {
    ToServer {
        socket: SocketId,
        text: String,
    },
    ToDevice {
        socket: SocketId,
        parcel: Parcel,
        arrived: i64,
    },
    ServerSeesClose {
        socket: SocketId,
    },
    Connect {
        page: PageId,
        attempt: u64,
    },
    ConnectFails {
        page: PageId,
        attempt: u64,
    },
    Refused {
        page: PageId,
    },
    SnapshotAsked {
        page: PageId,
    },
    SnapshotComes {
        page: PageId,
        answer: SnapshotAnswer,
    },
    Opens {
        page: PageId,
        why: Opening,
    },
    TakesHold {
        page: PageId,
        waiting: Vec<ClientId>,
        why: Opening,
    },
    Looks {
        page: PageId,
    },
    Written {
        page: PageId,
        client: ClientId,
        record: Box<OutboxRecord>,
    },
    KeepAnswered {
        page: PageId,
        mid: Mid,
        is_kept: bool,
    },
    Erased {
        page: PageId,
        client: ClientId,
        mid: Mid,
    },
    CacheIsDue {
        page: PageId,
    },
    Flushes {
        browser: usize,
    },
    Wakes {
        page: PageId,
        wake: u64,
    },
    Acts {
        page: PageId,
    },
    Thaws {
        page: PageId,
    },
    Shows {
        page: PageId,
    },
    Loads {
        tab: usize,
        browser: usize,
    },
    SignsIn {
        browser: usize,
    },
    TakesUpgrade {
        page: PageId,
    },
    DiskIsFast {
        browser: usize,
    },
    Heals {
        browser: usize,
    },
    Fails,
    Inspects,
    SessionSeen {
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

/// Why an outbox is opened.
#[derive(Clone, Debug)]
pub enum Opening {
    /// The page starts, with this cache.
    Start(Option<Box<Snapshot>>),
    /// The page looks for what closed tabs have left behind.
    Left,
}

/// What comes of asking for a snapshot.
#[derive(Clone, Debug)]
pub enum SnapshotAnswer {
    Comes(Box<Snapshot>),
    Fails,
    SignedOut,
}

pub struct World {
    pub store: Store,
    pub browsers: Vec<Browser>,
    /// By tab; `None` while a tab is closed or shows the sign-in page.
    pub pages: Vec<Option<Page>>,
    pub inputs: Vec<Input>,
    /// Who has pushed first under a client.
    pub(super) owners: BTreeMap<ClientId, MemberId>,
    /// What happened when, where somebody wants to read it.
    pub trace: Option<Vec<String>>,
    /// Happenings so far.
    pub steps: u64,
    pub tally: Tally,
    pub(super) history: History,
    pub(super) plant: Option<Plant>,
    pub(super) random: Random,
    pub(super) now: i64,
    /// For so long everybody was asleep: clocks have gone on, timers have not.
    pub(super) slept: i64,
    pub(super) queue: BTreeMap<(i64, u64), Happening>,
    pub(super) happened: u64,
    /// Counts what goes before its turn.
    hurried: u64,
    pub(super) network: Network,
    pub(super) server: Server,
    /// Gives every client, life and session a number of its own.
    pub(super) numbers: u64,
    /// What was decided behind a backup that was put back.
    pub(super) lost: BTreeSet<(ClientId, Mid)>,
    /// No fault strikes any more.
    pub(super) is_calm: bool,
}

impl World {
    pub fn new(history: History) -> Self {
        let mut random = Random::new(history.seed);
        let browsers = Self::browsers_of(&mut random);
        Self {
            store: Store::new(history.plant),
            browsers,
            pages: Vec::new(),
            inputs: Vec::new(),
            owners: BTreeMap::new(),
            trace: None,
            steps: 0,
            tally: Tally::default(),
            history,
            plant: history.plant,
            random,
            now: START.0,
            slept: 0,
            queue: BTreeMap::new(),
            happened: 0,
            hurried: 0,
            network: Network::default(),
            server: Server::new(),
            numbers: 0,
            lost: BTreeSet::new(),
            is_calm: false,
        }
    }

    /// A storm, then quiet; then the last judgement.
    pub fn run(&mut self) -> Outcome {
        self.start_server()?;
        for browser in 0..self.browsers.len() {
            self.sign_in(browser)?;
        }
        self.after(1_000, 3_000, Happening::Fails);
        self.after(2_000, 2_000, Happening::Inspects);
        self.run_for(self.history.stormy_ms)?;
        self.heal()?;
        self.run_for(CONVERGED_WITHIN)?;
        self.check_convergence()?;
        self.drain()?;
        self.judge()
    }

    pub(super) fn run_for(&mut self, milliseconds: i64) -> Outcome {
        let end = self.now + milliseconds;
        while let Some(next) = self.queue.first_entry().filter(|next| next.key().0 <= end) {
            let ((at, _), happening) = next.remove_entry();
            self.now = at;
            self.steps += 1;
            if let Some(trace) = &mut self.trace {
                let mut line = format!("{:>7} ms  {happening:?}", at - START.0);
                line.truncate(super::from_environment("SIMULATION_WIDTH", 220) as usize);
                trace.push(line);
            }
            self.happen(happening)?;
        }
        self.now = end;
        Ok(())
    }

    /// What a clock on the wall shows.
    pub(super) fn wall(&self) -> i64 {
        self.now + self.slept
    }

    pub(super) fn at_time(&mut self, at: i64, happening: Happening) {
        self.happened += 1;
        self.queue
            .insert((at.max(self.now), IN_TURN + self.happened), happening);
    }

    /// Now, before everything else that is to happen now: in one line nothing overtakes.
    pub(super) fn at_once(&mut self, happening: Happening) {
        self.hurried += 1;
        self.queue.insert((self.now, self.hurried), happening);
    }

    pub(super) fn after(&mut self, from: i64, to: i64, happening: Happening) {
        let at = self.now + self.random.ms(from, to);
        self.at_time(at, happening);
    }

    pub(super) fn fresh_number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    pub(super) fn fresh_client(&mut self) -> ClientId {
        client_id(100 + u128::from(self.fresh_number()))
    }

    pub(super) fn page(&self, id: PageId) -> Option<&Page> {
        self.pages.get(id.tab)?.as_ref().filter(|page| page.id == id)
    }

    pub(super) fn page_mut(&mut self, id: PageId) -> Option<&mut Page> {
        self.pages.get_mut(id.tab)?.as_mut().filter(|page| page.id == id)
    }

    pub(super) fn living(&self) -> Vec<PageId> {
        self.pages.iter().flatten().map(|page| page.id).collect()
    }

    /// Whose script would have to run for it: a frozen page's does not.
    fn script_of(&self, happening: &Happening) -> Option<PageId> {
        match happening {
            Happening::ToDevice { socket, .. } => Some(self.network.line(*socket).page),
            Happening::ConnectFails { page, .. }
            | Happening::Refused { page }
            | Happening::SnapshotComes { page, .. }
            | Happening::Opens { page, .. }
            | Happening::TakesHold { page, .. }
            | Happening::Looks { page }
            | Happening::KeepAnswered { page, .. }
            | Happening::CacheIsDue { page }
            | Happening::Wakes { page, .. }
            | Happening::Shows { page }
            | Happening::Acts { page } => Some(*page),
            _ => None,
        }
    }

    fn happen(&mut self, happening: Happening) -> Outcome {
        let script = self.script_of(&happening);
        if let Some(page) = script.and_then(|id| self.page_mut(id))
            && !page.is_awake()
        {
            page.missed.push(happening);
            return Ok(());
        }
        match happening {
            Happening::ToServer { socket, text } => self.server_reads(socket, &text),
            Happening::ToDevice {
                socket,
                parcel,
                arrived,
            } => self.device_reads(socket, parcel, arrived),
            Happening::ServerSeesClose { socket } => self.serve(server::Event::Disconnected { socket }),
            Happening::Connect { page, attempt } => self.connect(page, attempt),
            Happening::ConnectFails { page, attempt } => match self.page(page) {
                Some(state) if state.attempt == attempt => self.tell(page, Event::Closed),
                _ => Ok(()),
            },
            Happening::Refused { page } => self.tell(page, Event::SignedOut),
            Happening::SnapshotAsked { page } => self.serve_snapshot(page),
            Happening::SnapshotComes { page, answer } => self.snapshot_comes(page, answer),
            Happening::Opens { page, why } => self.opens(page, why),
            Happening::TakesHold { page, waiting, why } => self.takes_hold(page, waiting, why),
            Happening::Looks { page } => self.looks_for_what_was_left(page),
            Happening::Written { page, client, record } => self.written(page, client, *record),
            Happening::KeepAnswered {
                page,
                mid,
                is_kept: true,
            } => self.tell(page, Event::Kept(mid)),
            Happening::KeepAnswered { page, mid, .. } => self.tell(page, Event::KeepFailed(mid)),
            Happening::Erased { page, client, mid } => self.erased(page, client, mid),
            Happening::CacheIsDue { page } => self.save_cache(page),
            Happening::Flushes { browser } => self.flush(browser),
            Happening::Wakes { page, wake } => self.wake(page, wake),
            Happening::Acts { page } => self.act(page),
            Happening::Thaws { page } => self.thaw(page),
            Happening::Shows { page } => self.tell(page, Event::Visible),
            Happening::Loads { tab, browser } => self.load(tab, browser),
            Happening::SignsIn { browser } => self.sign_in(browser),
            Happening::TakesUpgrade { page } => self.take_upgrade(page),
            Happening::DiskIsFast { browser } => {
                self.browsers[browser].slowness = 60;
                Ok(())
            }
            Happening::Heals { browser } => self.come_online(browser),
            Happening::Fails => self.fail(),
            Happening::Inspects => self.inspect(),
            Happening::SessionSeen { socket } => self.session_seen(socket),
            Happening::WriterStarts { server } => self.write(server),
            Happening::Commits { server, plan } => self.commit(server, plan),
            Happening::Told { server, commit } => self.told(server, commit),
            Happening::ServerStarts => self.start_server(),
            Happening::Tick { server } => self.tick(server),
        }
    }
}

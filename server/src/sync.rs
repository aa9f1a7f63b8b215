//! The server side of sync: one writer, the open sockets, and the turn of the day. What is decided and who is told is up
//! to `app_sync::server`; here are the database, the clock and the network.

mod books;
pub mod day;
mod follow;
mod http;
mod lines;
mod poll;
mod rescue;
mod room;
mod seal;
mod search;
mod socket;
mod statement;
mod writer;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app_domain::id::PracticeId;
use app_sync::server::{Event, HEARTBEAT_SECONDS, PULSE_SECONDS, SocketId, Submission};
use app_sync::wire::{Snapshot, Viewer};
use tokio::sync::{Notify, mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::interval;

use crate::clock::Clock;
use crate::error::HttpError;
use crate::session::SignedIn;
use crate::store::{Store, StoreError};

pub use http::routes;
use lines::Lines;
use room::{Errand, Room};
use search::Search;

/// Entries of the log that are read at a time for a device that is behind.
const READ_AT_A_TIME: u32 = 1_000;

/// How often SQLite's write-ahead log is moved into its file, in seconds.
const CHECKPOINT_EVERY: u64 = 3;

/// How long after a lost connection to PostgreSQL it is listened again, in seconds. The head is looked at meanwhile.
const LISTEN_AGAIN: u64 = 5;

/// The live view of one practice. Cheap to clone.
#[derive(Clone)]
pub struct SyncServer(Arc<Inner>);

struct Inner {
    store: Store,
    practice: PracticeId,
    clock: Clock,
    room: Mutex<Room>,
    lines: Lines,
    search: Search,
    submissions: mpsc::UnboundedSender<Submission>,
    poke: Notify,
    stop: watch::Sender<bool>,
    tasks: Mutex<Vec<JoinHandle<()>>>,
}

impl core::fmt::Debug for SyncServer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SyncServer")
            .field("practice", &self.0.practice)
            .finish_non_exhaustive()
    }
}

impl SyncServer {
    /// Loads what is durable and begins to serve it. If the day is to be turned, that follows at once, beside; only where
    /// no day was ever turned, as after an import, it comes first: visits without patients would look like the truth.
    ///
    /// # Errors
    /// When the database does not answer, or has no such practice.
    pub async fn start(store: Store, practice: PracticeId, clock: Clock) -> Result<Self, StoreError> {
        day::turn_first(&store, practice, clock.present()).await?;
        let truth = store.truth(practice).await?;
        let log_from = store.log_from(practice).await?;
        let (submissions, queue) = mpsc::unbounded_channel();
        let inner = Arc::new(Inner {
            room: Mutex::new(Room::new(truth, log_from)),
            lines: Lines::default(),
            search: Search::new(),
            store,
            practice,
            clock,
            submissions,
            poke: Notify::new(),
            stop: watch::Sender::new(false),
            tasks: Mutex::default(),
        });
        let server = Self(inner);
        server.spawn_tasks(queue);
        Ok(server)
    }

    /// Looks at the database at once, instead of within a few seconds: for those who have written past the writer.
    pub fn poke(&self) {
        self.0.poke.notify_one();
    }

    /// The whole view of a viewer, as of now.
    pub fn snapshot(&self, viewer: &Viewer) -> Snapshot {
        self.0.room().snapshot(viewer, self.0.clock.now())
    }

    /// Who looks, if it is at the practice that this server serves.
    fn viewer(&self, signed_in: &SignedIn) -> Result<Viewer, HttpError> {
        let viewer = signed_in.viewer();
        if viewer.practice == self.0.practice {
            Ok(viewer)
        } else {
            Err(HttpError::NotFound)
        }
    }

    /// Closes every socket, writes what has queued, and ends.
    pub async fn stop(&self) {
        self.0.stop.send_replace(true);
        let tasks = std::mem::take(&mut *lock(&self.0.tasks));
        for task in tasks {
            // A task that has panicked has said so; there is nothing left to end.
            let _ = task.await;
        }
    }

    fn spawn_tasks(&self, queue: mpsc::UnboundedReceiver<Submission>) {
        let inner = &self.0;
        let writer = Arc::clone(inner);
        let tasks = [
            tokio::spawn(async move { writer::run(&writer, queue).await }),
            self.until_stop(beat(Arc::clone(inner))),
            self.until_stop(pulse(Arc::clone(inner))),
            self.until_stop(checkpoint(Arc::clone(inner))),
            self.until_stop(listen(Arc::clone(inner))),
            self.until_stop(search::keep_index(Arc::clone(inner))),
        ];
        lock(&inner.tasks).extend(tasks);
    }

    fn until_stop(&self, work: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        let inner = Arc::clone(&self.0);
        tokio::spawn(async move {
            tokio::select! {
                () = work => {}
                () = inner.stopped() => {}
            }
        })
    }
}

impl Inner {
    fn room(&self) -> MutexGuard<'_, Room> {
        lock(&self.room)
    }

    /// Returns when the server is to end.
    async fn stopped(&self) {
        let mut stop = self.stop.subscribe();
        // It cannot fail: the sender lives as long as `self`.
        let _ = stop.wait_for(|stop| *stop).await;
    }

    /// Tells the hub what happened, sends what follows, and sees to the rest.
    fn handle(self: &Arc<Self>, event: Event) {
        if let Event::Committed(commit) = &event {
            self.search.follow(&commit.entries);
        }
        let errands = self.room().handle(event, self.clock.now());
        self.see_to(errands);
    }

    fn see_to(self: &Arc<Self>, errands: Vec<Errand>) {
        for errand in errands {
            match errand {
                // The hub lets few mutations of a socket wait, so the queue is bounded by the sockets. It ends with the server.
                Errand::Submit(submission) => drop(self.submissions.send(submission)),
                Errand::ReadLog { socket, after } => {
                    let inner = Arc::clone(self);
                    tokio::spawn(async move { inner.read_log(socket, after).await });
                }
            }
        }
    }

    async fn read_log(self: &Arc<Self>, socket: SocketId, after: u64) {
        match self.store.log_after(self.practice, after, READ_AT_A_TIME).await {
            Ok(entries) => self.handle(Event::Log { socket, entries }),
            Err(error) => {
                tracing::error!(%error, "log not read");
                self.room().leave(socket, self.clock.now());
            }
        }
    }
}

async fn beat(inner: Arc<Inner>) {
    let mut every = interval(Duration::from_secs(HEARTBEAT_SECONDS));
    loop {
        every.tick().await;
        inner.handle(Event::Tick);
    }
}

async fn pulse(inner: Arc<Inner>) {
    let mut every = interval(Duration::from_secs(PULSE_SECONDS));
    loop {
        every.tick().await;
        inner.handle(Event::Pulse);
        for socket in inner.lines.sweep(tokio::time::Instant::now()) {
            inner.room().leave(socket, inner.clock.now());
        }
    }
}

async fn checkpoint(inner: Arc<Inner>) {
    let mut every = interval(Duration::from_secs(CHECKPOINT_EVERY));
    loop {
        every.tick().await;
        if let Err(error) = inner.store.checkpoint().await {
            tracing::warn!(%error, "no checkpoint");
        }
    }
}

async fn listen(inner: Arc<Inner>) {
    loop {
        if let Err(error) = hear(&inner).await {
            tracing::warn!(%error, "not listening");
        }
        tokio::time::sleep(Duration::from_secs(LISTEN_AGAIN)).await;
    }
}

/// Never returns but with an error; on SQLite there is nothing to hear.
async fn hear(inner: &Inner) -> Result<(), StoreError> {
    let Some(mut listener) = inner.store.listen().await? else {
        return std::future::pending().await;
    };
    loop {
        listener.heard().await?;
        inner.poke.notify_one();
    }
}

/// A panic while the lock was held has ended its task; what it left is whole, because every step of the hub is one call.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

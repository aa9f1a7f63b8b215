//! The one place where screens meet the replica: commands go in, signals come out.
//!
//! Single-threaded by nature (a browser tab), so everything rests in [`LocalStorage`]. Each read is a memo that is
//! woken only by the rows it depends on: the module `wake` says how.

mod agenda_reads;
mod call_list;
mod call_notes;
mod consent_reads;
mod declining;
mod device_reads;
mod payment_reads;
mod reads;
mod recall_reads;
mod request_reads;
mod risk_reads;
mod search;
mod statement_reads;
mod wake;

use std::cell::{Cell, Ref, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::language::Language;
use app_domain::refusal::Refusal;
use app_domain::rows::{Key, Rows};
use app_domain::time::{Instant, Now};
use app_sync::client::{Client, Effect, Event};
use app_sync::presence::LookingAt;
use app_sync::replica::Replica;
use app_sync::wire::Mid;
use leptos::prelude::*;
use uuid::Uuid;

use crate::port::{
    AgendaChoices, CallNotes, CallViews, Device, Names, Ownership, PasswordStep, Preference, Preferences,
    Theme,
};
use call_list::CallList;
pub use consent_reads::ConsentOfVisit;
pub use payment_reads::{BooksOfPatient, Corrected};
use search::HereIndex;
pub use search::Searched;
pub use statement_reads::{BooksStand, Stated};
use wake::{Topic, Wakers};

/// A correction of the clock by so many milliseconds shows at once, not with the next tick.
const CLOCK_MOVED_MS: u64 = 1_000;

/// The workspace of the signed-in person. A handle: cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Workspace {
    inner: StoredValue<Inner, LocalStorage>,
    signals: Signals,
}

struct Inner {
    core: RefCell<Client>,
    device: Box<dyn Device>,
    wakers: Wakers,
    calls: RefCell<CallList>,
    here: RefCell<HereIndex>,
    /// The latest call that this device has heard of.
    heard: Cell<Instant>,
}

impl Inner {
    /// The present by the server's clock, as far as the device knows it; never before a call of the last minute that it
    /// has heard of. The two clocks are known to each other but for the time that a message takes, and a call that is
    /// "not made yet" would stay on the list.
    fn now(&self) -> Now {
        let device = self.device.now();
        let here = Instant(device.0.saturating_add(self.core.borrow().clock_offset()));
        let heard = self.heard.get();
        let is_ahead = here < heard && heard.minutes_since(here) < 1;
        Now::at(if is_ahead { heard } else { here })
    }

    /// Calls were made at these instants: the present is not before them.
    fn hear_of(&self, instants: impl Iterator<Item = Instant>) {
        self.heard.set(instants.fold(self.heard.get(), Instant::max));
    }
}

#[derive(Clone, Copy)]
struct Signals {
    now: RwSignal<Now>,
    language: RwSignal<Language>,
    names_hidden: RwSignal<bool>,
    theme: RwSignal<Theme>,
    last_refusal: RwSignal<Option<(Command, Refusal)>>,
    first_load: RwSignal<FirstLoad>,
    upgrade_waiting: RwSignal<bool>,
    too_old: RwSignal<bool>,
    rescued: RwSignal<usize>,
    storage_trouble: RwSignal<Option<StorageTrouble>>,
    unreadable: RwSignal<usize>,
    ownership: RwSignal<Ownership>,
    password_step: RwSignal<PasswordStep>,
    searched: RwSignal<Option<Searched>>,
    stated: RwSignal<Option<Stated>>,
    call_notes: RwSignal<BTreeMap<PatientId, CallNotes>>,
}

/// How the very first load goes, while there is nothing to show ([`Link::Loading`](app_sync::client::Link::Loading)).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum FirstLoad {
    /// The snapshot is on its way.
    #[default]
    Waiting,
    /// The server did not answer, and this device holds no cache: offer [`Workspace::try_again`].
    Unreachable,
    /// What rests on this device opens only with a network: offer [`Workspace::try_again`].
    Sealed {
        /// How many changes wait here.
        waiting: usize,
    },
    /// What rests on this personal device opens with a network or with the password: offer [`Workspace::unlock`].
    Locked {
        /// How many changes wait here.
        waiting: usize,
    },
}

/// What this browser does not keep, the worst last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StorageTrouble {
    /// The rows: the page does not open again without a network.
    CacheNotKept,
    /// The latest changes: they live in memory until they are sent.
    OutboxNotKept,
    /// Anything.
    NothingKept,
}

/// The workspace that the page has provided.
pub fn expect_workspace() -> Workspace {
    expect_context()
}

impl Workspace {
    /// Makes the workspace and provides it to every component under the present owner. Called once, by the machine.
    pub fn provide(core: Client, device: impl Device + 'static, preferences: Preferences) -> Self {
        let signals = Signals {
            now: RwSignal::new(Now::at(Instant(
                device.now().0.saturating_add(core.clock_offset()),
            ))),
            language: RwSignal::new(preferences.language),
            names_hidden: RwSignal::new(preferences.names == Names::Hidden),
            theme: RwSignal::new(preferences.theme),
            last_refusal: RwSignal::new(None),
            first_load: RwSignal::new(FirstLoad::Waiting),
            upgrade_waiting: RwSignal::new(false),
            too_old: RwSignal::new(false),
            rescued: RwSignal::new(0),
            storage_trouble: RwSignal::new(None),
            unreadable: RwSignal::new(0),
            ownership: RwSignal::new(Ownership::Unknown),
            password_step: RwSignal::new(PasswordStep::Idle),
            searched: RwSignal::new(None),
            stated: RwSignal::new(None),
            call_notes: RwSignal::default(),
        };
        let inner = Inner {
            core: RefCell::new(core),
            device: Box::new(device),
            wakers: Wakers::default(),
            calls: RefCell::default(),
            here: RefCell::default(),
            heard: Cell::new(Instant(i64::MIN)),
        };
        let workspace = Self {
            inner: StoredValue::new_local(inner),
            signals,
        };
        provide_context(workspace);
        workspace.remember_preferences(preferences);
        workspace
    }

    /// Tells the client core what happened, carries out what it asks for, and wakes what has changed.
    pub fn happen(self, event: Event) {
        // The core corrects the device's clock itself.
        let (effects, clock_moved) = self.with(|inner| {
            let now = Now::at(inner.device.now());
            let mut core = inner.core.borrow_mut();
            let before = core.clock_offset();
            let effects = core.handle(event, now);
            (effects, before.abs_diff(core.clock_offset()) >= CLOCK_MOVED_MS)
        });
        if clock_moved {
            self.tick();
        }
        for effect in effects {
            match effect {
                Effect::Show(keys) => self.show(keys),
                Effect::ShowState => self.with(|inner| inner.wakers.notify(Topic::State)),
                Effect::ShowPresence => self.with(|inner| inner.wakers.notify(Topic::Presence)),
                Effect::ShowRefusal(command, refusal) => {
                    self.signals.last_refusal.set(Some((*command, refusal)));
                }
                effect => self.with(|inner| inner.device.perform(effect)),
            }
        }
    }

    /// Gives a command: it is applied on the spot, kept, and sent when there is a network.
    pub fn act(self, command: Command) {
        self.happen(Event::Command(command));
    }

    /// The person looks at something else: the others are told, as far as they may know.
    pub fn look_at(self, looking_at: Option<LookingAt>) {
        self.happen(Event::LooksAt(looking_at));
    }

    /// The person has dealt with a refused mutation.
    pub fn dismiss(self, mid: Mid) {
        self.happen(Event::Dismissed(mid));
    }

    /// A fresh identity, for what a command is about to make.
    pub fn new_id(self) -> Uuid {
        self.with(|inner| inner.device.new_id())
    }

    /// The present to the millisecond, for what counts seconds. Untracked.
    pub fn clock(self) -> Instant {
        self.with(Inner::now).instant
    }

    /// Moves [`Self::now`] on, and the call list with it. The machine calls this every 15 seconds and when the page
    /// comes to the front.
    pub fn tick(self) {
        let now = self.with(Inner::now);
        self.signals.now.set(now);
        let touched = self.with(|inner| inner.calls.borrow_mut().advance(inner.core.borrow().view(), now));
        self.notify(touched);
    }

    /// Reads the replica without subscribing to anything.
    pub fn read<T>(self, read: impl FnOnce(&Replica) -> T) -> T {
        self.with(|inner| read(inner.core.borrow().view()))
    }

    /// Reads the client core without subscribing to anything. For the machine; screens have signals.
    pub fn peek<T>(self, read: impl FnOnce(&Client) -> T) -> T {
        self.with(|inner| read(&inner.core.borrow()))
    }

    /// How the signed-in person has set the agenda up in this browser. Untracked.
    pub fn agenda_choices(self) -> AgendaChoices {
        let person = self.actor().map(|actor| actor.member);
        self.with(|inner| person.map(|person| inner.device.agenda_choices(person)))
            .unwrap_or_default()
    }

    /// Keeps it.
    pub fn remember_agenda(self, choices: &AgendaChoices) {
        if let Some(actor) = self.actor() {
            self.with(|inner| inner.device.remember_agenda(actor.member, choices));
        }
    }

    /// The views of the call list that the signed-in person has kept in this browser. Untracked.
    pub fn call_views(self) -> CallViews {
        let person = self.actor().map(|actor| actor.member);
        self.with(|inner| person.map(|person| inner.device.call_views(person)))
            .unwrap_or_default()
    }

    /// Keeps them.
    pub fn remember_call_views(self, views: &CallViews) {
        if let Some(actor) = self.actor() {
            self.with(|inner| inner.device.remember_call_views(actor.member, views));
        }
    }

    /// Ends the session on this device. Unsent work stays in its outbox until the same person is back: ask first.
    pub fn sign_out(self) {
        self.with(|inner| inner.device.sign_out());
    }

    /// Makes this browser the person's own, if the password is theirs.
    pub fn make_personal(self, password: String) {
        self.with(|inner| inner.device.make_personal(password));
    }

    /// Makes this browser one like any other.
    pub fn make_shared(self) {
        self.with(|inner| inner.device.make_shared());
    }

    /// Opens a personal device without a network, after [`FirstLoad::Locked`].
    pub fn unlock(self, password: String) {
        self.with(|inner| inner.device.unlock(password));
    }

    /// Loads the new version of the program, once [`Self::upgrade_ready`].
    pub fn take_upgrade(self) {
        self.with(|inner| inner.device.take_upgrade());
    }

    /// Tries the first load again.
    pub fn try_again(self) {
        self.signals.first_load.set(FirstLoad::Waiting);
        self.with(|inner| inner.device.try_again());
    }

    fn show(self, keys: BTreeSet<Key>) {
        let topics = self.with(|inner| {
            let core = inner.core.borrow();
            inner.hear_of(keys.iter().filter_map(|key| match key {
                Key::Attempt(id) => core.view().attempt(*id).map(|attempt| attempt.at),
                _ => None,
            }));
            inner.here.borrow_mut().follow(&keys, core.view());
            let mut topics: BTreeSet<Topic> = keys
                .into_iter()
                .flat_map(|key| inner.wakers.topics_of(key, core.view()))
                .collect();
            let calls = inner.calls.borrow_mut().follow(&topics, core.view(), inner.now());
            topics.extend(calls);
            topics
        });
        self.notify(topics);
    }

    fn notify(self, topics: impl IntoIterator<Item = Topic>) {
        self.with(|inner| topics.into_iter().for_each(|topic| inner.wakers.notify(topic)));
    }

    /// Subscribes the running memo to a topic, then reads the core.
    fn watch<T>(self, topic: Topic, read: impl FnOnce(Ref<'_, Client>) -> T) -> T {
        self.with(|inner| {
            inner.wakers.track(topic);
            read(inner.core.borrow())
        })
    }

    fn with<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        self.inner.with_value(read)
    }

    /// The browser keeps what the person chose; nothing else follows from it.
    fn remember_preferences(self, at_start: Preferences) {
        let Signals {
            language,
            names_hidden,
            theme,
            ..
        } = self.signals;
        leptos::prelude::Effect::new(move |before: Option<Preferences>| {
            let names = if names_hidden.get() {
                Names::Hidden
            } else {
                Names::Shown
            };
            let chosen = Preferences {
                language: language.get(),
                names,
                theme: theme.get(),
            };
            let before = before.unwrap_or(at_start);
            self.with(|inner| {
                if chosen.language != before.language {
                    inner.device.remember(Preference::Language(chosen.language));
                }
                if chosen.names != before.names {
                    inner.device.remember(Preference::Names(chosen.names));
                }
                if chosen.theme != before.theme {
                    inner.device.remember(Preference::Theme(chosen.theme));
                }
            });
            chosen
        });
    }
}

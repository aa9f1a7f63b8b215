//! The browser as a device: routes what the client core asks for to storage, network and timers, and tells it what
//! comes of that.

mod line;
mod search;
mod session;
mod statement;
mod tabs;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use app::port::{AgendaChoices, CallNotes, CallViews, Device, Preference};
use app::workspace::{StorageTrouble, Workspace};
use app_domain::id::{MemberId, PatientId};
use app_domain::time::{Instant, Now};
use app_sync::client::{Effect, Event};
use app_sync::outbox::OutboxRecord;
use app_sync::search::SearchRequest;
use app_sync::statement::StatementRequest;
use app_sync::wire::{Mid, ServerMessage, Viewer};
use futures::lock::{Mutex, OwnedMutexGuard};
use gloo_timers::callback::Timeout;
use jiff::civil::Date;
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

use crate::cache_writer::CacheWriter;
use crate::call_notes::NotesKeeper;
use crate::channel::{Channel, Says};
use crate::disk::Disk;
use crate::expiry::Proof;
use crate::outbox::{Outbox, Place, Rested};
use crate::start::{Left, Locked};
use crate::transport::{self, Line, Way, Ways};
use crate::vault::Vault;
use crate::{cache, clock, ownership, rescue, start, storage, upgrade};

/// The browser. A handle: cheap to clone into listeners.
#[derive(Clone, Default)]
pub struct Browser(Rc<Parts>);

#[derive(Default)]
struct Parts {
    workspace: OnceCell<Workspace>,
    outbox: OnceCell<Outbox>,
    /// Whose outbox it is. What is written in the browser's storage may be another tab's, and somebody else.
    person: Cell<Option<MemberId>>,
    line: RefCell<Option<Line>>,
    ways: Ways,
    /// The way of the line that is being opened.
    opening: Cell<Option<Way>>,
    /// Where this page's things rest, once that is open.
    place: RefCell<Option<Place>>,
    /// A personal device that waits for its password.
    locked: RefCell<Option<Locked>>,
    /// One at a time opens what rests here.
    turn: Arc<Mutex<()>>,
    proof: Proof,
    /// The page has dropped what it showed: too long without proof of a live session.
    expired: Cell<bool>,
    wake: RefCell<Option<Timeout>>,
    cache: CacheWriter,
    notes: NotesKeeper,
    /// An outbox that a closed tab has left behind, held by this page but not begun.
    left: RefCell<Option<Rested>>,
    channel: OnceCell<Channel>,
    leaving: Cell<bool>,
    /// Whose books are to be asked for next.
    statement_asked: Cell<Option<StatementRequest>>,
    /// Whether a question about the books is on its way.
    statement_asking: Cell<bool>,
    /// What is to be asked of patients next.
    asked: RefCell<Option<SearchRequest>>,
    /// A question about patients is open.
    asking: Cell<bool>,
}

impl Browser {
    /// Connects the browser with the workspace that it serves, and with its other tabs; once, before anything happens.
    pub fn serve(&self, workspace: Workspace) {
        if let Some(channel) = Channel::open(self) {
            let is_first = self.0.channel.set(channel).is_ok();
            debug_assert!(is_first, "a page has one channel");
        }
        let is_first = self.0.workspace.set(workspace).is_ok();
        debug_assert!(is_first, "one browser serves one workspace");
    }

    /// The workspace that the browser serves.
    pub fn workspace(&self) -> Workspace {
        *self
            .0
            .workspace
            .get()
            .expect("the page provides the workspace before it starts")
    }

    /// What rests here is open, with the outbox of this page.
    pub fn open(&self, person: MemberId, outbox: Outbox, place: Option<Place>) {
        self.0.person.set(Some(person));
        self.0.place.replace(place);
        let is_first = self.0.outbox.set(outbox).is_ok();
        debug_assert!(is_first, "a page has one outbox");
    }

    /// Whether what rests here is open, or lives in memory.
    pub fn is_open(&self) -> bool {
        self.0.outbox.get().is_some()
    }

    /// The turn to open what rests here.
    pub async fn opening(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.0.turn).lock_owned().await
    }

    /// A personal device that waits for its password.
    pub fn put_locked(&self, locked: Locked) {
        self.0.locked.replace(Some(locked));
    }

    /// The personal device that waits for its password, if it does.
    pub fn take_locked(&self) -> Option<Locked> {
        self.0.locked.take()
    }

    /// Where this page's things rest, and what opens them; nothing where they live in memory only.
    pub fn place(&self) -> Option<(Rc<Disk>, Rc<Vault>)> {
        let place = self.0.place.borrow().clone()?;
        Some((place.disk, place.vault))
    }

    /// The practice's civil day.
    pub fn today(&self) -> Date {
        let now = match self.0.workspace.get() {
            Some(workspace) => workspace.clock(),
            None => Instant(clock::now().0.saturating_add(storage::clock_offset())),
        };
        Now::at(now).today()
    }

    /// The notes of calls that are not written down yet.
    pub fn notes(&self) -> &NotesKeeper {
        &self.0.notes
    }

    /// Whether the page is being left: nothing may come to rest any more.
    pub fn is_left(&self) -> bool {
        self.0.leaving.get()
    }

    /// The outbox of this page, if it is open yet.
    pub fn outbox(&self) -> Option<&Outbox> {
        self.0.outbox.get()
    }

    /// Whether nothing waits: not unsent, not unanswered, not refused.
    pub fn is_settled(&self) -> bool {
        !self.0.leaving.get() && self.workspace().peek(|core| core.outbox().is_empty())
    }

    /// The outbox that this page holds for a closed tab, if any.
    pub fn take_left(&self) -> Option<Rested> {
        self.0.left.take()
    }

    /// Holds an outbox for a closed tab until this page's own is settled.
    pub fn put_left(&self, left: Rested) {
        self.0.left.replace(Some(left));
    }

    /// Tells the client core what happened, unless the page is being left for another person's.
    pub fn tell(&self, event: Event) {
        if self.0.leaving.get() {
            return;
        }
        match &event {
            Event::Online | Event::Visible if !self.is_open() => start::go_on(self.clone()),
            Event::Message(ServerMessage::Wipe | ServerMessage::Upgrade) => {}
            Event::Message(ServerMessage::Welcome { .. }) => {
                self.proved();
                self.ask_for_shares();
            }
            Event::Message(_) | Event::Snapshot(_) => self.proved(),
            _ => {}
        }
        match viewer_of(&event) {
            Some(viewer) if self.is_another_person(viewer) => self.change_person(viewer),
            _ => self.workspace().happen(event),
        }
    }

    /// Writes the cache now, if it is stale: the page may be about to go.
    pub fn save_cache(&self) {
        if !self.0.leaving.get() {
            self.0.cache.write_if_stale(self);
        }
    }

    /// When the read cache is written.
    pub fn cache_writer(&self) -> &CacheWriter {
        &self.0.cache
    }

    /// Whether the page holds rows that may come to rest.
    pub fn holds_base(&self) -> bool {
        !self.0.leaving.get() && self.workspace().peek(|core| core.cursor().is_some())
    }

    fn is_another_person(&self, viewer: &Viewer) -> bool {
        let person = self.0.person.get();
        person.is_some_and(|person| person != viewer.member.id)
    }

    /// Somebody else has signed in in this browser: the page starts again with their own storage. Unsent work of the one
    /// before stays in their outbox.
    fn change_person(&self, viewer: &Viewer) {
        let gone = self.leave();
        let person = viewer.member.id;
        let browser = self.clone();
        spawn_local(async move {
            gone.await;
            storage::set_person(person);
            browser.say(Says::IsOf { person });
            upgrade::reload();
        });
    }

    /// Drops what may not stay on the device, and hears nothing more. What is left then are the keys, which take a moment.
    fn leave(&self) -> impl Future<Output = ()> + use<> {
        self.0.leaving.set(true);
        self.0.line.take();
        self.0.opening.take();
        self.0.wake.take();
        self.0.cache.forget();
        self.0.proof.forget();
        cache::clear();
        let place = self.place();
        async move {
            if let Some((_, vault)) = place {
                vault.forget_cache().await;
            }
        }
    }

    fn keep(&self, record: OutboxRecord) {
        let browser = self.clone();
        spawn_local(async move {
            let mid = record.mutation.mid;
            let kept = match browser.0.outbox.get() {
                Some(outbox) => outbox.keep(&record, browser.today()).await.is_ok(),
                None => false,
            };
            if kept {
                browser.no_trouble(StorageTrouble::OutboxNotKept);
                browser.tell(Event::Kept(mid));
            } else {
                browser.trouble(StorageTrouble::OutboxNotKept);
                browser.tell(Event::KeepFailed(mid));
            }
        });
    }

    fn forget(&self, mid: Mid) {
        let browser = self.clone();
        spawn_local(async move {
            if let Some(outbox) = browser.0.outbox.get() {
                outbox.forget(mid).await;
            }
        });
    }

    fn wake_at(&self, at: Instant) {
        let millis = u32::try_from(at.0.saturating_sub(clock::now().0).max(0)).unwrap_or(u32::MAX);
        let browser = self.clone();
        // setTimeout counts in 31 bits; the core asks again if it is woken early.
        let timeout = Timeout::new(millis.min(i32::MAX as u32), move || browser.tell(Event::Woke));
        self.0.wake.replace(Some(timeout));
    }

    /// Tells the core after the present call has returned: a device never calls back into the workspace at once.
    fn tell_soon(&self, event: Event) {
        let browser = self.clone();
        spawn_local(async move { browser.tell(event) });
    }

    fn sign_in(&self) {
        let gone = self.leave();
        spawn_local(async move {
            gone.await;
            transport::go_to_sign_in();
        });
    }

    fn drop_cache(&self) {
        self.0.cache.forget();
        cache::clear();
        if let Some((_, vault)) = self.place() {
            spawn_local(async move { vault.drop_cache_keys().await });
        }
    }
}

impl Device for Browser {
    fn perform(&self, effect: Effect) {
        match effect {
            Effect::Connect => self.connect(),
            Effect::Disconnect => self.hang_up(),
            Effect::Send(message) => {
                if let Some(line) = self.0.line.borrow().as_ref() {
                    line.send(&message);
                }
            }
            Effect::FetchSnapshot => self.fetch_snapshot(),
            Effect::Keep(record) => self.keep(*record),
            Effect::Forget(mid) => self.forget(mid),
            Effect::CacheStale => self.0.cache.stale(self),
            Effect::DropCache => self.drop_cache(),
            Effect::SignIn => self.sign_in(),
            Effect::OfferUpgrade => rescue::begin(self),
            Effect::WakeAt(at) => self.wake_at(at),
            // These only concern the screen, and the workspace has seen to them.
            Effect::Show(_) | Effect::ShowState | Effect::ShowPresence | Effect::ShowRefusal(..) => {}
        }
    }

    fn now(&self) -> Instant {
        clock::now()
    }

    fn new_id(&self) -> Uuid {
        clock::new_id()
    }

    fn remember(&self, preference: Preference) {
        storage::remember(preference);
    }

    fn agenda_choices(&self, person: MemberId) -> AgendaChoices {
        storage::agenda_choices(person)
    }

    fn remember_agenda(&self, person: MemberId, choices: &AgendaChoices) {
        storage::remember_agenda(person, choices);
    }

    fn call_views(&self, person: MemberId) -> CallViews {
        storage::call_views(person)
    }

    fn remember_call_views(&self, person: MemberId, views: &CallViews) {
        storage::remember_call_views(person, views);
    }

    fn keep_call_notes(&self, patient: PatientId, notes: Option<CallNotes>) {
        self.0.notes.keep(self, patient, notes);
    }

    fn sign_out(&self) {
        let is_settled = self.is_settled();
        let gone = self.leave();
        storage::begin_sign_out();
        storage::forget_person();
        self.say(Says::SignedOut);
        let browser = self.clone();
        spawn_local(async move {
            let left = match browser.outbox() {
                Some(outbox) if is_settled && outbox.is_last_and_empty().await => Left::Nothing,
                _ => Left::Something,
            };
            gone.await;
            start::finish_sign_out(left).await;
        });
    }

    fn make_personal(&self, password: String) {
        let browser = self.clone();
        spawn_local(async move { ownership::make_personal(&browser, &password).await });
    }

    fn make_shared(&self) {
        let browser = self.clone();
        spawn_local(async move { ownership::make_shared(&browser).await });
    }

    fn unlock(&self, password: String) {
        let browser = self.clone();
        spawn_local(async move { ownership::unlock(&browser, &password).await });
    }

    fn take_upgrade(&self) {
        self.save_cache();
        spawn_local(upgrade::take_over());
    }

    fn try_again(&self) {
        start::go_on(self.clone());
    }

    fn search(&self, asked: SearchRequest) {
        self.ask_for_patients(asked);
    }

    fn ask_statement(&self, asked: StatementRequest) {
        self.ask_for_statement(asked);
    }
}

fn viewer_of(event: &Event) -> Option<&Viewer> {
    match event {
        Event::Snapshot(snapshot) => Some(&snapshot.viewer),
        Event::Message(ServerMessage::Welcome { viewer, .. }) => Some(viewer),
        _ => None,
    }
}

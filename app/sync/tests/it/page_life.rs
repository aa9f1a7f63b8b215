//! The life of a page: put aside, asleep, frozen, too old.

use app_domain::agenda::Status;
use app_domain::role::Role;
use app_domain::rows::Rows as _;
use app_domain::time::{Instant, Now};
use app_sync::client::{Client, Effect, Event, Link};
use app_sync::wire::{ClientMessage, Cursor, Delta, Mid, MutationResult, SCHEMA, ServerMessage, Snapshot};

use crate::practice::{arrived, at, client_id, rows, viewer, visit_id};

/// A device that reads along, unless a test says otherwise.
struct Device {
    core: Client,
    now: Instant,
}

impl Device {
    fn live() -> Self {
        let mut device = Self {
            core: Client::new(client_id(500)),
            now: at(9, 0),
        };
        let cache = Snapshot {
            schema: SCHEMA,
            cursor: Cursor("0".into()),
            at: at(9, 0),
            viewer: viewer(1, Role::FrontDesk),
            rows: rows(),
            last_mids: Default::default(),
        };
        device.happen(Event::Started {
            client: client_id(1),
            cache: Some(Box::new(cache)),
            outbox: Vec::new(),
            last_mid: Mid(0),
        });
        device.connect();
        device
    }

    fn connect(&mut self) {
        self.happen(Event::Opened);
        self.hears(ServerMessage::Welcome {
            now: self.now,
            viewer: viewer(1, Role::FrontDesk),
            snapshot: false,
            last_mid: Mid(0),
        });
        self.hears(ServerMessage::Delta(Delta {
            cursor: Cursor("0".into()),
            changes: Vec::new(),
            last_mids: Default::default(),
        }));
        assert_eq!(self.core.link(), Link::Live);
    }

    fn happen(&mut self, event: Event) -> Vec<Effect> {
        self.core.handle(event, Now::at(self.now))
    }

    fn hears(&mut self, message: ServerMessage) -> Vec<Effect> {
        self.happen(Event::Message(message))
    }

    fn hours_pass(&mut self, hours: i64) {
        self.now = self.now.plus_minutes(hours * 60);
    }

    /// A mark on a visit, kept on the disk.
    fn marks(&mut self, visit: u128, mid: u64) {
        self.happen(Event::Command(arrived(visit)));
        self.happen(Event::Kept(Mid(mid)));
    }

    fn status(&self, visit: u128) -> Status {
        let visit = self.core.view().appointment(visit_id(visit));
        visit.expect("the visit is shown").status.clone()
    }
}

fn connects(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Connect)
}

#[test]
fn a_page_that_is_put_aside_says_goodbye_and_asks_for_nothing_until_it_is_back() {
    let mut device = Device::live();
    let effects = device.happen(Event::Frozen);
    let bye = effects
        .iter()
        .position(|effect| *effect == Effect::Send(ClientMessage::Bye));
    let hangs_up = effects.iter().position(|effect| *effect == Effect::Disconnect);
    assert!(bye.is_some() && bye < hangs_up, "{effects:?}");
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::WakeAt(_))),
        "{effects:?}"
    );
    assert!(matches!(device.core.link(), Link::AsOf(_)));
    device.hours_pass(9);
    assert!(
        connects(&device.happen(Event::Resumed)),
        "at once, however long it was"
    );
    device.connect();
}

#[test]
fn a_page_with_unsent_work_is_put_aside_all_the_same_and_sends_it_when_it_is_back() {
    let mut device = Device::live();
    device.marks(1, 1);
    assert!(device.happen(Event::Frozen).contains(&Effect::Disconnect));
    device.marks(2, 2);
    device.hours_pass(1);
    device.happen(Event::Resumed);
    device.happen(Event::Opened);
    let effects = device.hears(ServerMessage::Welcome {
        now: device.now,
        viewer: viewer(1, Role::FrontDesk),
        snapshot: false,
        last_mid: Mid(0),
    });
    let pushed = effects.iter().find_map(|effect| match effect {
        Effect::Send(ClientMessage::Push { mutations, .. }) => Some(mutations.len()),
        _ => None,
    });
    assert_eq!(pushed, Some(2), "{effects:?}");
}

#[test]
fn after_nine_hours_of_sleep_nothing_is_called_live_and_the_first_glance_connects() {
    let mut device = Device::live();
    device.hours_pass(9);
    // The timer that should have found it out fires as late as everything else.
    let effects = device.happen(Event::Visible);
    assert!(effects.contains(&Effect::Disconnect), "{effects:?}");
    assert!(connects(&effects), "{effects:?}");
    assert!(matches!(device.core.link(), Link::AsOf(_)));

    let mut device = Device::live();
    device.hours_pass(9);
    let effects = device.happen(Event::Woke);
    assert!(
        effects.contains(&Effect::Disconnect),
        "a late timer finds it out too: {effects:?}"
    );
    assert!(matches!(device.core.link(), Link::AsOf(_)));
}

#[test]
fn a_frozen_page_that_is_woken_in_the_back_rests_again() {
    let mut device = Device::live();
    device.happen(Event::Hidden);
    device.hours_pass(1);
    device.happen(Event::Frozen);
    let effects = device.happen(Event::Resumed);
    assert!(!connects(&effects), "hidden for an hour: {effects:?}");
    assert!(connects(&device.happen(Event::Visible)));
}

#[test]
fn who_is_signed_out_is_not_brought_back_by_thawing() {
    let mut device = Device::live();
    device.happen(Event::SignedOut);
    assert_eq!(device.happen(Event::Frozen), []);
    assert!(!connects(&device.happen(Event::Resumed)));
}

#[test]
fn what_the_server_holds_for_a_person_leaves_the_outbox_and_nothing_else_does() {
    let mut device = Device::live();
    for (visit, mid) in [(1, 1), (2, 2), (3, 3)] {
        device.marks(visit, mid);
    }
    let refusal = app_domain::refusal::Refusal::NotFound;
    let result = MutationResult::Refused { refusal };
    device.hears(ServerMessage::Result { mid: Mid(1), result });
    device.hears(ServerMessage::Upgrade);
    assert_eq!(device.core.outbox().len(), 3, "nothing is lost by being too old");
    assert_ne!(device.status(2), Status::Booked);
    let effects = device.happen(Event::Rescued(vec![Mid(1), Mid(2)]));
    assert!(effects.contains(&Effect::Forget(Mid(2))), "{effects:?}");
    let left: Vec<Mid> = device
        .core
        .outbox()
        .iter()
        .map(|record| record.mutation.mid)
        .collect();
    assert_eq!(
        left,
        [Mid(1), Mid(3)],
        "the refused one waits for its author, the other for the server"
    );
    assert_eq!(
        device.status(2),
        Status::Booked,
        "what was not carried out is not shown"
    );
    assert_ne!(device.status(3), Status::Booked);
}

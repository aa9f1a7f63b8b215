//! Who is live, and what they look at: who is told, and when it ends.

use std::collections::BTreeMap;

use app_domain::role::Role;
use app_domain::time::{Instant, Now};
use app_sync::client::{self, Client};
use app_sync::presence::{LookingAt, Present};
use app_sync::project::ViewClass;
use app_sync::replica::Replica;
use app_sync::server::{CursorSeal as _, Effect, Event, Hub, Position, SocketId, Truth};
use app_sync::wire::{ClientMessage, Cursor, Delta, Mid, SCHEMA, ServerMessage};

use crate::practice::{EPOCH, MONDAY, OpenSeal, at, client_id, member_id, patient_id, rows, viewer};

const DAY: LookingAt = LookingAt::Day { day: MONDAY };

fn call(number: u128) -> LookingAt {
    LookingAt::Call {
        patient: patient_id(number),
    }
}

/// A hub, and what every socket was last told of who is live.
struct Room {
    hub: Hub<OpenSeal>,
    now: Instant,
    told: BTreeMap<u64, Vec<Present>>,
    /// Frames about presence that were sent.
    frames: usize,
}

impl Room {
    fn new() -> Self {
        Self {
            hub: Hub::new(Truth::new(EPOCH, 0, Replica::from_rows(rows()), []), OpenSeal, 1),
            now: at(9, 0),
            told: BTreeMap::new(),
            frames: 0,
        }
    }

    fn happen(&mut self, event: Event) {
        for effect in self.hub.handle(event, self.now) {
            let Effect::Send { socket, frame } = effect else {
                panic!("presence is nothing but frames: {effect:?}");
            };
            let message = serde_json::from_str(&frame).expect("frames decode");
            if let ServerMessage::Presence { people } = message {
                self.told.insert(socket.0, people);
                self.frames += 1;
            }
        }
    }

    fn says(&mut self, socket: u64, message: ClientMessage) {
        let socket = SocketId(socket);
        self.happen(Event::Message { socket, message });
    }

    /// Somebody who reads along, over a socket of their number, and has said nothing of presence.
    fn comes(&mut self, number: u64, role: Role) {
        let viewer = Box::new(viewer(number.into(), role));
        let socket = SocketId(number);
        self.happen(Event::Connected {
            socket,
            viewer,
            device: app_domain::review::Device::Tablet,
        });
        let position = Position {
            epoch: EPOCH,
            class: ViewClass { role },
            seq: 0,
        };
        let hello = ClientMessage::Hello {
            client: client_id(number.into()),
            schema: SCHEMA,
            cursor: Some(OpenSeal.seal(position)),
        };
        self.says(number, hello);
    }

    fn looks_at(&mut self, socket: u64, looking_at: Option<LookingAt>) {
        self.says(socket, ClientMessage::Presence { looking_at });
    }

    /// A second passes. Answers how many frames went out.
    fn pulse(&mut self) -> usize {
        self.waits(1)
    }

    fn waits(&mut self, seconds: i64) -> usize {
        self.now = Instant(self.now.0 + seconds * 1_000);
        let before = self.frames;
        self.happen(Event::Pulse);
        self.frames - before
    }

    /// What a socket believes of somebody; `None` where they are not live.
    fn seen(&self, socket: u64, number: u128) -> Option<Vec<LookingAt>> {
        let people = self.told.get(&socket)?;
        let person = people.iter().find(|person| person.member == member_id(number));
        person.map(|person| person.looking_at.clone())
    }
}

#[test]
fn two_people_see_each_other_and_one_leaves() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    room.looks_at(1, Some(DAY));
    room.looks_at(2, Some(call(3)));
    assert_eq!(room.pulse(), 2);
    assert_eq!(room.seen(1, 2), Some(vec![call(3)]));
    assert_eq!(room.seen(2, 1), Some(vec![DAY]));
    room.happen(Event::Disconnected { socket: SocketId(2) });
    assert_eq!(room.pulse(), 1);
    assert_eq!(room.seen(1, 2), None);
    assert_eq!(room.hub.truth().head(), 0, "nothing of this is in the log");
}

#[test]
fn who_may_not_see_calls_hears_that_a_person_is_live_and_nothing_when_they_turn_to_another_call() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::Owner);
    room.comes(3, Role::RemoteSecretary);
    for socket in 1..=3 {
        room.looks_at(socket, None);
    }
    room.looks_at(1, Some(call(1)));
    room.pulse();
    assert_eq!(room.seen(2, 1), Some(Vec::new()));
    assert_eq!(room.seen(3, 1), Some(vec![call(1)]));
    room.looks_at(1, Some(call(2)));
    assert_eq!(
        room.pulse(),
        2,
        "the two who see calls are told, the owner is not"
    );
    room.looks_at(1, Some(DAY));
    room.pulse();
    assert_eq!(room.seen(2, 1), Some(vec![DAY]));
}

#[test]
fn what_somebody_may_not_see_themselves_is_not_passed_on() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::Owner);
    room.looks_at(1, None);
    room.looks_at(2, Some(call(1)));
    room.pulse();
    assert_eq!(room.seen(1, 2), Some(Vec::new()));
}

#[test]
fn however_much_somebody_leafs_others_are_told_once_a_second() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    room.looks_at(2, None);
    room.pulse();
    for patient in 1..=5 {
        room.looks_at(1, Some(call(patient)));
    }
    assert_eq!(room.frames, 1, "and not before the second is over");
    assert_eq!(room.pulse(), 2);
    assert_eq!(room.seen(2, 1), Some(vec![call(5)]));
    assert_eq!(room.pulse(), 0, "nothing new, nothing said");
}

#[test]
fn whose_line_is_silent_for_a_minute_is_live_no_more() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    room.looks_at(1, Some(DAY));
    room.looks_at(2, None);
    room.waits(40);
    room.says(2, ClientMessage::Ping);
    room.waits(19);
    assert_eq!(room.seen(2, 1), Some(vec![DAY]));
    room.waits(1);
    assert_eq!(room.seen(2, 1), None);
    assert_eq!(room.seen(2, 2), Some(Vec::new()));
    room.says(1, ClientMessage::Ping);
    room.pulse();
    assert_eq!(room.seen(2, 1), Some(vec![DAY]));
}

#[test]
fn two_devices_of_one_person_are_one_person_who_looks_at_two_things() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    let viewer = Box::new(viewer(1, Role::FrontDesk));
    let socket = SocketId(9);
    room.happen(Event::Connected {
        socket,
        viewer,
        device: app_domain::review::Device::Tablet,
    });
    let hello = ClientMessage::Hello {
        client: client_id(9),
        schema: SCHEMA,
        cursor: None,
    };
    room.says(9, hello);
    room.looks_at(1, Some(DAY));
    room.looks_at(9, Some(call(1)));
    room.looks_at(2, None);
    room.pulse();
    assert_eq!(room.seen(2, 1), Some(vec![DAY, call(1)]));
    assert_eq!(room.told.get(&9), None, "who fetches a snapshot is told after it");
}

#[test]
fn a_device_that_tells_nothing_is_told_nothing_and_is_live_all_the_same() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    room.looks_at(2, None);
    room.pulse();
    assert_eq!(room.told.get(&1), None);
    assert_eq!(room.seen(2, 1), Some(Vec::new()));
}

#[test]
fn another_role_is_told_anew_what_it_may_know() {
    let mut room = Room::new();
    room.comes(1, Role::FrontDesk);
    room.comes(2, Role::FrontDesk);
    room.looks_at(1, Some(call(1)));
    room.looks_at(2, Some(call(2)));
    room.pulse();
    let owner = Box::new(viewer(2, Role::Owner));
    let socket = SocketId(2);
    room.happen(Event::ViewerChanged {
        socket,
        viewer: owner,
    });
    room.pulse();
    assert_eq!(room.seen(1, 2), Some(Vec::new()), "an owner looks at no call");
    let position = Position {
        epoch: EPOCH,
        class: ViewClass { role: Role::Owner },
        seq: 0,
    };
    let hello = ClientMessage::Hello {
        client: client_id(2),
        schema: SCHEMA,
        cursor: Some(OpenSeal.seal(position)),
    };
    room.says(2, hello);
    room.pulse();
    assert_eq!(room.seen(2, 1), Some(Vec::new()), "nor hears of one");
}

/// A device that has been welcomed and has read everything, and the messages that it has sent since.
struct Device {
    core: Client,
    now: Instant,
}

impl Device {
    fn new() -> Self {
        let mut device = Self {
            core: Client::new(client_id(500)),
            now: at(9, 0),
        };
        device.happen(client::Event::Started {
            client: client_id(1),
            cache: None,
            outbox: Vec::new(),
            last_mid: Mid(0),
        });
        device
    }

    fn happen(&mut self, event: client::Event) -> Vec<ClientMessage> {
        let effects = self.core.handle(event, Now::at(self.now));
        let sent = effects.into_iter().filter_map(|effect| match effect {
            client::Effect::Send(message @ ClientMessage::Presence { .. }) => Some(message),
            _ => None,
        });
        sent.collect()
    }

    fn welcome(&mut self) -> Vec<ClientMessage> {
        self.happen(client::Event::Opened);
        self.happen(client::Event::Message(ServerMessage::Welcome {
            now: self.now,
            viewer: viewer(1, Role::FrontDesk),
            snapshot: true,
            last_mid: Mid(0),
        }))
    }

    fn hears_of(&mut self, numbers: &[u128]) {
        let person = |number: &u128| Present {
            member: member_id(*number),
            looking_at: vec![DAY],
        };
        let people = numbers.iter().map(person).collect();
        self.happen(client::Event::Message(ServerMessage::Presence { people }));
    }

    fn others(&self) -> usize {
        self.core.present().count()
    }
}

fn says(looking_at: Option<LookingAt>) -> Vec<ClientMessage> {
    vec![ClientMessage::Presence { looking_at }]
}

#[test]
fn a_device_says_what_is_on_its_screen_when_it_is_welcomed_and_when_that_changes() {
    let mut device = Device::new();
    assert_eq!(device.happen(client::Event::LooksAt(Some(DAY))), []);
    assert_eq!(device.welcome(), says(Some(DAY)));
    assert_eq!(
        device.happen(client::Event::LooksAt(Some(DAY))),
        [],
        "nothing new"
    );
    assert_eq!(
        device.happen(client::Event::LooksAt(Some(call(1)))),
        says(Some(call(1)))
    );
    device.happen(client::Event::Closed);
    assert_eq!(device.happen(client::Event::LooksAt(None)), []);
    device.now = Instant(device.now.0 + 60_000);
    device.happen(client::Event::Woke);
    assert_eq!(device.welcome(), says(None));
}

#[test]
fn a_page_in_the_back_looks_at_nothing() {
    let mut device = Device::new();
    device.happen(client::Event::LooksAt(Some(DAY)));
    device.welcome();
    assert_eq!(device.happen(client::Event::Hidden), says(None));
    assert_eq!(device.happen(client::Event::Visible), says(Some(DAY)));
}

#[test]
fn a_device_without_screens_says_nothing() {
    let mut device = Device::new();
    assert_eq!(device.welcome(), []);
    assert_eq!(device.happen(client::Event::Hidden), []);
}

#[test]
fn of_others_nothing_is_known_once_the_line_is_down() {
    let mut device = Device::new();
    device.welcome();
    device.hears_of(&[1, 2]);
    assert_eq!(device.others(), 1, "oneself is no other");
    device.happen(client::Event::Closed);
    assert_eq!(device.others(), 0);
}

#[test]
fn of_others_nothing_is_known_once_the_role_has_changed() {
    let mut device = Device::new();
    device.welcome();
    device.hears_of(&[1, 2]);
    device.happen(client::Event::Message(ServerMessage::Rescope));
    assert_eq!(device.others(), 0);
}

#[test]
fn presence_alone_is_no_proof_that_everything_was_read() {
    let mut device = Device::new();
    device.welcome();
    device.hears_of(&[2]);
    assert_eq!(device.core.link(), client::Link::Loading);
    let delta = Delta {
        cursor: Cursor("late".into()),
        changes: Vec::new(),
        last_mids: BTreeMap::new(),
    };
    device.happen(client::Event::Message(ServerMessage::Delta(delta)));
    assert_eq!(
        device.core.cursor(),
        None,
        "and a base that was not taken is not read on"
    );
}

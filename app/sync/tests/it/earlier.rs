//! Programs of the first wire and of today, with each other: texts as they went over the line then. They are never changed.

use app_domain::role::Role;
use app_domain::time::Now;
use app_sync::client::{self, Client, Link};
use app_sync::replica::Replica;
use app_sync::server::{Effect, Event, Hub, SocketId, Truth};
use app_sync::wire::{Mid, SCHEMA};

use crate::practice::{EPOCH, OpenSeal, at, client_id, rows, viewer};

/// What a program of the first wire says in a day, but for the version of its rows.
const SAYS: [&str; 5] = [
    r#"{"type":"hello","client":"00000000-0000-0006-0000-000000000002","schema":SCHEMA}"#,
    r#"{"type":"resnap"}"#,
    r#"{"type":"hello","client":"00000000-0000-0006-0000-000000000002","schema":SCHEMA,"cursor":"00000000-0000-0000-0000-00000000000e/FD/0"}"#,
    r#"{"type":"push","client":"00000000-0000-0006-0000-000000000002","after":0,"mutations":[{"mid":1,"command":{"name":"mark_appointment","args":{"appointment":"00000000-0000-0004-0000-000000000001","mark":"arrived"}},"at":1795420800000}]}"#,
    r#"{"type":"ping"}"#,
];

/// The messages that it understands: at any other it ends the line.
const UNDERSTANDS: [&str; 8] = [
    "welcome",
    "delta",
    "result",
    "rescope",
    "wipe",
    "upgrade",
    "pong",
    "heartbeat",
];

/// What a server of the first wire says to a device that comes with a cursor.
const IS_TOLD: [&str; 4] = [
    r#"{"type":"welcome","now":1795420800000,"viewer":{"practice":"00000000-0000-0009-0000-000000000001","member":{"id":"00000000-0000-0005-0000-000000000001","name":"Member 1","roles":["FD"],"clinician":null},"role":"FD"},"snapshot":true,"last_mid":0}"#,
    r#"{"type":"pong","now":1795420800000}"#,
    r#"{"type":"heartbeat","now":1795420800000,"cursor":"abc","checksum":12345678901234567890}"#,
    r#"{"type":"upgrade"}"#,
];

/// Says something over socket 1, and answers what is sent to it and whether it is closed.
fn says(hub: &mut Hub<OpenSeal>, text: &str) -> (Vec<String>, bool) {
    let socket = SocketId(1);
    let message = serde_json::from_str(text).expect("what was said then is understood today");
    let mut effects = hub.handle(Event::Message { socket, message }, at(10, 0));
    effects.extend(hub.handle(Event::Pulse, at(10, 0)));
    effects.extend(hub.handle(Event::Tick, at(10, 0)));
    let types = effects.iter().filter_map(|effect| match effect {
        Effect::Send {
            socket: SocketId(1),
            frame,
        } => {
            let value: serde_json::Value = serde_json::from_str(frame).expect("JSON");
            value["type"].as_str().map(str::to_owned)
        }
        _ => None,
    });
    let is_closed = effects
        .iter()
        .any(|effect| matches!(effect, Effect::Close { .. }));
    (types.collect(), is_closed)
}

fn hub() -> Hub<OpenSeal> {
    let mut hub = Hub::new(Truth::new(EPOCH, 0, Replica::from_rows(rows()), []), OpenSeal, 1);
    for number in [1, 2] {
        let viewer = Box::new(viewer(number, Role::FrontDesk));
        let socket = SocketId(u64::try_from(number).expect("small"));
        hub.handle(
            Event::Connected {
                socket,
                viewer,
                device: app_domain::review::Device::Tablet,
            },
            at(10, 0),
        );
    }
    hub
}

#[test]
fn a_program_of_the_first_wire_is_understood_and_told_nothing_that_it_does_not_know() {
    let mut hub = hub();
    let mut told = Vec::new();
    for text in SAYS {
        let (types, is_closed) = says(&mut hub, &text.replace("SCHEMA", &SCHEMA.to_string()));
        assert!(!is_closed, "{text}");
        told.extend(types);
    }
    assert!(told.iter().any(|name| name == "delta") && told.iter().any(|name| name == "pong"));
    for name in told {
        assert!(UNDERSTANDS.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn a_program_with_rows_of_another_version_is_told_so_and_nothing_else() {
    for schema in [SCHEMA - 1, SCHEMA + 1] {
        let mut hub = hub();
        let (types, is_closed) = says(&mut hub, &SAYS[0].replace("SCHEMA", &schema.to_string()));
        assert_eq!((types, is_closed), (vec!["upgrade".to_owned()], true));
    }
}

#[test]
fn a_server_of_the_first_wire_is_understood_and_its_no_loses_nothing() {
    let mut core = Client::new(client_id(500));
    let now = Now::at(at(9, 0));
    let started = client::Event::Started {
        client: client_id(1),
        cache: None,
        outbox: Vec::new(),
        last_mid: Mid(0),
    };
    core.handle(started, now);
    core.handle(client::Event::Opened, now);
    let mut effects = Vec::new();
    for text in IS_TOLD {
        let message = serde_json::from_str(text).expect("what was said then is understood today");
        effects.extend(core.handle(client::Event::Message(message), now));
    }
    assert!(effects.contains(&client::Effect::FetchSnapshot));
    assert!(effects.contains(&client::Effect::OfferUpgrade));
    assert_eq!(core.link(), Link::Loading);
}

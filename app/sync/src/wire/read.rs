//! Reading the server's messages straight into their types: the tag first, as it is written. Why not derived:
//! `app_domain::rows` says so.

use std::fmt;

use app_domain::time::Instant;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::{Cursor, Delta, Mid, MutationResult, ServerMessage, Viewer};

/// The first field.
#[derive(serde::Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Tag {
    Type,
}

/// The kinds of messages.
#[derive(serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Welcome,
    Delta,
    Result,
    Rescope,
    Wipe,
    Upgrade,
    Pong,
    Heartbeat,
}

#[derive(serde::Deserialize)]
struct Welcome {
    now: Instant,
    viewer: Viewer,
    snapshot: bool,
    last_mid: Mid,
}

#[derive(serde::Deserialize)]
struct Answer {
    mid: Mid,
    result: MutationResult,
}

#[derive(serde::Deserialize)]
struct Pong {
    now: Instant,
}

#[derive(serde::Deserialize)]
struct Heartbeat {
    now: Instant,
    cursor: Cursor,
    checksum: u64,
}

impl<'de> Deserialize<'de> for ServerMessage {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = ServerMessage;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message of the server: its type, then what it says")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ServerMessage, A::Error> {
        let Some(Tag::Type) = map.next_key()? else {
            return Err(A::Error::missing_field("type"));
        };
        let kind = map.next_value()?;
        let rest = MapAccessDeserializer::new(map);
        Ok(match kind {
            Kind::Welcome => {
                let Welcome {
                    now,
                    viewer,
                    snapshot,
                    last_mid,
                } = Deserialize::deserialize(rest)?;
                ServerMessage::Welcome {
                    now,
                    viewer,
                    snapshot,
                    last_mid,
                }
            }
            Kind::Delta => ServerMessage::Delta(Delta::deserialize(rest)?),
            Kind::Result => {
                let Answer { mid, result } = Deserialize::deserialize(rest)?;
                ServerMessage::Result { mid, result }
            }
            Kind::Rescope => IgnoredAny::deserialize(rest).map(|_| ServerMessage::Rescope)?,
            Kind::Wipe => IgnoredAny::deserialize(rest).map(|_| ServerMessage::Wipe)?,
            Kind::Upgrade => IgnoredAny::deserialize(rest).map(|_| ServerMessage::Upgrade)?,
            Kind::Pong => {
                let Pong { now } = Deserialize::deserialize(rest)?;
                ServerMessage::Pong { now }
            }
            Kind::Heartbeat => {
                let Heartbeat {
                    now,
                    cursor,
                    checksum,
                } = Deserialize::deserialize(rest)?;
                ServerMessage::Heartbeat {
                    now,
                    cursor,
                    checksum,
                }
            }
        })
    }
}

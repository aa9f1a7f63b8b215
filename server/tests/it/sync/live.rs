//! A served practice, and devices that talk to it.

use std::net::SocketAddr;
use std::time::Duration;

use app_domain::agenda::{AppointmentKind, Mark, Place};
use app_domain::command::{Booking, Command};
use app_domain::id::{AppointmentId, PatientId};
use app_domain::role::Role;
use app_domain::rows::Change;
use app_sync::replica::Replica;
use app_sync::wire::{
    ClientId, ClientMessage, Cursor, Delta, Mid, Mutation, MutationResult, SCHEMA, SUBPROTOCOL,
    ServerMessage, Snapshot,
};
use futures::{SinkExt as _, StreamExt as _};
use server::store::Store;
use server::sync::day;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use uuid::Uuid;

use crate::app::{Browser, TestApp};
use crate::store::database::Database;
use crate::store::small_practice::{BLUE, DENTIST, PRACTICE, at, fill, now};

/// A test does not wait for longer than this for what must come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The small practice, served on a port of its own.
pub struct Live {
    pub app: TestApp,
    pub address: SocketAddr,
}

impl Live {
    /// Over a new database, with the day turned, and with Sara and Marta at the front desk.
    pub async fn over(database: &Database) -> Self {
        fill(&database.store).await;
        day::turn(&database.store, PRACTICE, now()).await.expect("a turn");
        let before = TestApp::over(database.store.clone()).await;
        before.add("sara", &[Role::FrontDesk, Role::Owner]).await;
        before.add("marta", &[Role::FrontDesk]).await;
        before.state.sync.stop().await;
        Self::again(database.store.clone()).await
    }

    /// Over a store that holds the practice already: after a restart, or in another process.
    pub async fn again(store: Store) -> Self {
        let app = TestApp::over(store).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let service = app.router().into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { app, address }
    }

    /// What a browser sends to open a socket.
    pub fn upgrade(&self, browser: &Browser) -> Request {
        upgrade(self.address, browser)
    }

    /// A device that has taken a snapshot and reads along.
    pub async fn device(&self, login: &str, client: u128) -> Device {
        let mut device = self.mute(login, client).await;
        device.take_snapshot().await;
        device.read_on().await;
        device
    }

    /// A device that has said nothing yet.
    pub async fn mute(&self, login: &str, client: u128) -> Device {
        Device::open(self.address, self.app.signed_in(login).await, client).await
    }
}

/// What a browser sends to open a socket at an address.
fn upgrade(address: SocketAddr, browser: &Browser) -> Request {
    let mut request = format!("ws://{address}/sync/socket")
        .into_client_request()
        .expect("a request");
    let cookies: Vec<String> = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let headers = request.headers_mut();
    headers.insert("cookie", cookies.join("; ").parse().expect("cookies"));
    headers.insert("origin", format!("http://{address}").parse().expect("an origin"));
    headers.insert("sec-websocket-protocol", SUBPROTOCOL.parse().expect("a protocol"));
    request
}

/// A device, as far as the server can tell.
pub struct Device {
    pub browser: Browser,
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub client: ClientId,
    pub cursor: Option<Cursor>,
    pub rows: Replica,
    /// Highest own mutation whose effect is in the rows.
    pub decided: Mid,
}

impl Device {
    /// A device that has said nothing yet, in a browser in which somebody is signed in.
    pub async fn open(address: SocketAddr, browser: Browser, client: u128) -> Self {
        let (socket, _) = connect_async(upgrade(address, &browser)).await.expect("a socket");
        Self {
            browser,
            socket,
            client: ClientId(Uuid::from_u128(client)),
            cursor: None,
            rows: Replica::default(),
            decided: Mid(0),
        }
    }

    pub async fn take_snapshot(&mut self) {
        let answer = self.browser.get("/sync/snapshot").await;
        let snapshot: Snapshot = serde_json::from_str(&answer.body).expect("a snapshot");
        self.cursor = Some(snapshot.cursor);
        self.rows = Replica::from_rows(snapshot.rows);
    }

    /// Says hello; whether a snapshot is to be taken.
    pub async fn hello(&mut self) -> bool {
        let hello = ClientMessage::Hello {
            client: self.client,
            schema: SCHEMA,
            cursor: self.cursor.clone(),
        };
        self.say(&hello).await;
        match self.next().await {
            ServerMessage::Welcome { snapshot, .. } => snapshot,
            other => panic!("no welcome: {other:?}"),
        }
    }

    /// Says hello where it has read, and reads what it has missed.
    pub async fn read_on(&mut self) {
        assert!(!self.hello().await, "it can read on");
        self.delta().await;
    }

    pub async fn say(&mut self, message: &ClientMessage) {
        self.send(Message::text(serde_json::to_string(message).expect("a message")))
            .await;
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.expect("an open socket");
    }

    pub async fn push(&mut self, commands: impl IntoIterator<Item = (u64, Command)>) {
        let mutation = |(mid, command)| Mutation {
            mid: Mid(mid),
            command,
            at: at(9, 30),
            base: None,
        };
        let mutations = commands.into_iter().map(mutation).collect();
        self.say(&ClientMessage::Push {
            client: self.client,
            after: Mid(0),
            mutations,
        })
        .await;
    }

    /// The next message that is no heartbeat, taken in; `None` once the socket is closed.
    pub async fn next_or_end(&mut self) -> Option<ServerMessage> {
        loop {
            let message = tokio::time::timeout(PATIENCE, self.socket.next())
                .await
                .expect("something comes");
            match message {
                Some(Ok(Message::Text(text))) => {
                    let message = serde_json::from_str(&text).expect("a message");
                    if !matches!(message, ServerMessage::Heartbeat { .. }) {
                        self.take_in(&message);
                        return Some(message);
                    }
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(
                    Ok(Message::Close(_)) | Err(Error::ConnectionClosed | Error::Protocol(_) | Error::Io(_)),
                )
                | None => {
                    return None;
                }
                Some(other) => panic!("no message: {other:?}"),
            }
        }
    }

    pub async fn next(&mut self) -> ServerMessage {
        self.next_or_end().await.expect("an open socket")
    }

    fn take_in(&mut self, message: &ServerMessage) {
        let ServerMessage::Delta(delta) = message else {
            return;
        };
        self.cursor = Some(delta.cursor.clone());
        for change in &delta.changes {
            self.rows.apply(change);
        }
        self.decided = delta
            .last_mids
            .get(&self.client.0)
            .copied()
            .unwrap_or(self.decided);
    }

    /// The next delta; results are passed over.
    pub async fn delta(&mut self) -> Delta {
        loop {
            match self.next().await {
                ServerMessage::Delta(delta) => return delta,
                ServerMessage::Result { .. } => {}
                other => panic!("no delta: {other:?}"),
            }
        }
    }

    /// The next delta that changes something.
    pub async fn changes(&mut self) -> Vec<Change> {
        loop {
            let delta = self.delta().await;
            if !delta.changes.is_empty() {
                return delta.changes;
            }
        }
    }

    /// The next result; deltas are passed over.
    pub async fn result(&mut self) -> (u64, MutationResult) {
        loop {
            if let ServerMessage::Result { mid, result } = self.next().await {
                return (mid.0, result);
            }
        }
    }

    /// The results of so many mutations, in the order in which they come.
    pub async fn results(&mut self, count: usize) -> Vec<(u64, MutationResult)> {
        let mut results = Vec::new();
        for _ in 0..count {
            results.push(self.result().await);
        }
        results
    }
}

pub fn mark(appointment: AppointmentId, mark: Mark) -> Command {
    Command::MarkAppointment { appointment, mark }
}

/// A visit of half an hour on the blue chair, today.
pub fn booking(id: u128, patient: PatientId, hour: i8, minute: i8) -> Command {
    let start = now().today().at(hour, minute, 0, 0);
    Command::BookAppointment(Booking {
        appointment: AppointmentId(Uuid::from_u128(id)),
        patient,
        place: Place {
            start,
            minutes: 30,
            chair: BLUE,
            clinician: DENTIST,
        },
        kind: AppointmentKind::Examination,
        plan: None,
        overbooking: None,
        note: String::new(),
    })
}

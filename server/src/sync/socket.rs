//! One open socket: frames out, messages in, and the session looked at on every batch, every 30 seconds and whenever
//! something happens to it.

use app_domain::review::Device;
use app_sync::server::{Event, Frame, SocketId};
use app_sync::wire::{ClientMessage, ServerMessage, Viewer};
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Duration, interval_at, timeout};

use super::SyncServer;
use crate::session::{SessionEvent, SessionId, Sessions, SignedIn};

/// How often the session is looked at where nothing else asks, in seconds.
const LOOK_EVERY: u64 = 30;

/// A socket that has said nothing for so many looks is gone: a browser answers the ping of each look by itself.
const SILENT_LOOKS: u8 = 2;

/// How long one frame may take to be handed to the network, in seconds. Then nobody is there.
const SEND_WITHIN: u64 = 20;

/// Why a socket is closed.
enum End {
    /// The device or the network did it.
    Gone,
    /// The hub closed it, or the server ends: the device comes again.
    Closed,
    /// The session is over.
    SignedOut,
    /// What came is no message.
    Unreadable,
    /// The session could not be looked at.
    Unknown,
}

struct Line {
    server: SyncServer,
    sessions: Sessions,
    session: SessionId,
    id: SocketId,
    socket: WebSocket,
    outgoing: mpsc::Receiver<Frame>,
    events: broadcast::Receiver<SessionEvent>,
    viewer: Viewer,
    silent: u8,
}

/// Serves a socket until it is closed.
pub(super) async fn serve(
    server: SyncServer,
    sessions: Sessions,
    signed_in: SignedIn,
    viewer: Viewer,
    device: Device,
    socket: WebSocket,
) {
    let events = sessions.events();
    let now = server.0.clock.now();
    let (id, outgoing) = server.0.room().enter(viewer.clone(), device, now);
    tracing::debug!(socket = id.0, member = %viewer.member.id, "socket open");
    let session = signed_in.session;
    let mut line = Line {
        server,
        sessions,
        session,
        id,
        socket,
        outgoing,
        events,
        viewer,
        silent: 0,
    };
    let end = line.run().await;
    line.close(end).await;
}

impl Line {
    async fn run(&mut self) -> End {
        let period = Duration::from_secs(LOOK_EVERY);
        let mut look = interval_at(tokio::time::Instant::now() + period, period);
        let server = self.server.clone();
        loop {
            let step = tokio::select! {
                frame = self.outgoing.recv() => match frame {
                    Some(frame) => self.send(Message::Text(Utf8Bytes::from(&*frame))).await,
                    None => Err(End::Closed),
                },
                message = self.socket.recv() => match message {
                    Some(Ok(message)) => self.receive(message).await,
                    Some(Err(_)) | None => Err(End::Gone),
                },
                event = self.events.recv() => self.hear(event).await,
                _ = look.tick() => self.look_and_ping().await,
                () = server.0.stopped() => Err(End::Closed),
            };
            if let Err(end) = step {
                return end;
            }
        }
    }

    async fn receive(&mut self, message: Message) -> Result<(), End> {
        self.silent = 0;
        match message {
            Message::Text(text) => {
                let message: ClientMessage = serde_json::from_str(&text).map_err(|_| End::Unreadable)?;
                if matches!(message, ClientMessage::Push { .. }) {
                    self.look().await?;
                }
                self.server.0.handle(Event::Message {
                    socket: self.id,
                    message,
                });
                Ok(())
            }
            Message::Binary(_) => Err(End::Unreadable),
            Message::Ping(_) | Message::Pong(_) => Ok(()),
            Message::Close(_) => Err(End::Gone),
        }
    }

    async fn hear(&mut self, event: Result<SessionEvent, broadcast::error::RecvError>) -> Result<(), End> {
        let is_mine = match event {
            Ok(event) => event.is_about(&self.session, self.viewer.member.id),
            // Whatever was missed may have been about this one.
            Err(broadcast::error::RecvError::Lagged(_)) => true,
            Err(broadcast::error::RecvError::Closed) => return Err(End::Closed),
        };
        if is_mine { self.look().await } else { Ok(()) }
    }

    async fn look_and_ping(&mut self) -> Result<(), End> {
        if self.silent >= SILENT_LOOKS {
            return Err(End::Gone);
        }
        self.silent += 1;
        self.look().await?;
        self.send(Message::Ping(Vec::new().into())).await
    }

    /// Looks at the session: is it still there, and does it say the same of its user?
    async fn look(&mut self) -> Result<(), End> {
        let signed_in = self.sessions.still_valid(&self.session).await.map_err(|error| {
            tracing::error!(%error, "session not looked at");
            End::Unknown
        })?;
        let viewer = signed_in.ok_or(End::SignedOut)?.viewer();
        if viewer != self.viewer {
            self.viewer = viewer.clone();
            let inner = &self.server.0;
            let errands = inner.room().look_at(self.id, viewer, inner.clock.now());
            inner.see_to(errands);
        }
        Ok(())
    }

    async fn send(&mut self, message: Message) -> Result<(), End> {
        match timeout(Duration::from_secs(SEND_WITHIN), self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }

    async fn close(mut self, end: End) {
        let inner = &self.server.0;
        inner.room().leave(self.id, inner.clock.now());
        if matches!(end, End::SignedOut) {
            let wipe = serde_json::to_string(&ServerMessage::Wipe).expect("messages always have a JSON form");
            // Whether it arrives or not, the socket is closed next.
            let _ = self.send(Message::Text(wipe.into())).await;
        }
        let code = match end {
            End::Gone => return,
            End::Closed => close_code::AWAY,
            End::SignedOut | End::Unreadable => close_code::POLICY,
            End::Unknown => close_code::ERROR,
        };
        let _ = self
            .send(Message::Close(Some(CloseFrame {
                code,
                reason: Utf8Bytes::default(),
            })))
            .await;
    }
}

//! What goes over the network, and what happens to it there.

use std::collections::BTreeMap;

use app_domain::rows::{Change, Row};
use app_domain::time::Instant;
use app_sync::client::Event;
use app_sync::project::ViewClass;
use app_sync::server::{self, Frame, SocketId};
use app_sync::wire::{ClientMessage, Delta, Mid, MutationResult, SCHEMA, ServerMessage};

use super::network::Parcel;
use super::page::PageId;
use super::plant::Plant;
use super::world::{Happening, Outcome, SnapshotAnswer, World};

impl World {
    pub(super) fn connect(&mut self, id: PageId, attempt: u64) -> Outcome {
        let Some(page) = self.page(id).filter(|page| page.attempt == attempt) else {
            return Ok(());
        };
        let browser = &self.browsers[page.browser];
        if self.server.hub.is_none() || !browser.online {
            self.after(1, 200, Happening::ConnectFails { page: id, attempt });
            return Ok(());
        }
        let Some(session) = browser.session.clone() else {
            // A refused socket does not say why; the page asks over HTTP.
            self.tally.count("browser: connects without a session");
            self.after(1, 200, Happening::ConnectFails { page: id, attempt });
            self.after(50, 300, Happening::Refused { page: id });
            return Ok(());
        };
        // What the server has told nobody, nobody has seen.
        let told = self.server.hub.as_ref().map_or(0, |hub| hub.truth().head());
        let must_reach = (self.store.disk.epoch, told);
        let socket = self.network.open(id, session.id, session.viewer.clone());
        if let Some(page) = self.page_mut(id) {
            page.socket = Some(socket);
            page.watch.must_reach = Some(must_reach);
        }
        let viewer = Box::new(session.viewer);
        self.serve(server::Event::Connected {
            socket,
            viewer,
            device: app_domain::review::Device::Tablet,
        })?;
        self.carry(socket, Parcel::Opened);
        Ok(())
    }

    fn carry(&mut self, socket: SocketId, parcel: Parcel) {
        let at = self.now + self.random.ms(1, 80);
        let at = self.network.arrives_at_device(socket, self.now, at);
        let arrived = at + self.slept;
        self.at_time(
            at,
            Happening::ToDevice {
                socket,
                parcel,
                arrived,
            },
        );
    }

    pub(super) fn send_to_device(&mut self, socket: SocketId, frame: &Frame) -> Outcome {
        let limit = self.network.line(socket).frames_at_most(self.now);
        if self.network.is_cut(socket) {
            return Ok(());
        }
        if self.network.line(socket).waiting_frames >= limit
            && self.plant != Some(Plant::FeedsSlowSocketsForever)
        {
            self.tally.count("network: a slow socket is closed");
            return self.close_from_server(socket);
        }
        let text = if self.plant.is_some() {
            self.spoil(socket, frame)
        } else {
            frame.clone()
        };
        let line = self.network.line_mut(socket);
        line.waiting_frames += 1;
        let waiting = line.waiting_frames;
        let class = ViewClass::of(&line.viewer);
        let is_welcome = text.starts_with(r#"{"type":"welcome""#);
        let is_delta = text.starts_with(r#"{"type":"delta""#);
        let is_tail = is_delta && line.owes_tail;
        line.owes_tail = is_welcome || (line.owes_tail && !is_delta);
        self.carry(socket, Parcel::Frame { text, class, is_tail });
        self.check_waiting_frames(waiting, limit)
    }

    pub(super) fn close_from_server(&mut self, socket: SocketId) -> Outcome {
        self.carry(socket, Parcel::Closed);
        self.serve(server::Event::Disconnected { socket })
    }

    /// What a plant makes of a frame.
    fn spoil(&self, socket: SocketId, frame: &Frame) -> Frame {
        let mut message = serde_json::from_str(frame).expect("servers send what devices read");
        if self.plant == Some(Plant::ProjectsWithTodaysPolicy) {
            self.say_the_class_of_then(socket, &mut message);
        }
        if let ServerMessage::Delta(delta) = &mut message {
            match self.plant {
                Some(Plant::StripsLastMids) => delta.last_mids.clear(),
                Some(Plant::ForgetsALeave) => delta
                    .changes
                    .retain(|change| matches!(change, Change::Put { .. })),
                Some(Plant::HalvesDeltas) if delta.changes.len() > 1 => {
                    delta.changes.truncate(delta.changes.len() / 2);
                }
                Some(Plant::LeaksAHiddenField) => self.leak(delta),
                _ => {}
            }
        }
        serde_json::to_string(&message).expect("plain data").into()
    }

    fn leak(&self, delta: &mut Delta) {
        for change in &mut delta.changes {
            if let Change::Put {
                row: row @ (Row::Patient(_) | Row::Care(_)),
            } = change
                && let Some(whole) = self.store.disk.rows.get(row.key())
            {
                *row = whole.clone();
            }
        }
    }

    pub(super) fn device_reads(&mut self, socket: SocketId, parcel: Parcel, arrived: i64) -> Outcome {
        let line = self.network.line_mut(socket);
        if let Parcel::Frame { .. } = parcel {
            line.waiting_frames = line.waiting_frames.saturating_sub(1);
        }
        let (id, is_cut) = (line.page, line.is_cut);
        let is_present = self.page(id).is_some_and(|page| page.socket == Some(socket));
        if is_cut || !is_present {
            return Ok(());
        }
        let event = match parcel {
            Parcel::Opened => Event::Opened,
            Parcel::Closed => Event::Closed,
            Parcel::Frame { text, class, is_tail } => {
                let message: ServerMessage =
                    serde_json::from_str(&text).expect("servers send what devices read");
                self.check_frame(&message, class, is_tail)?;
                self.check_last_mids(id, &message)?;
                self.check_durable(id, &message)?;
                self.note_answer(id, &message);
                self.settle_at_once(id, &message)?;
                Event::Message(message)
            }
        };
        // A frame that lay in a frozen page came when the page could not read it: a page cannot tell since when, but it
        // knows how long it has heard nothing. What is older than that is no proof of life.
        let wall = self.wall();
        if let Some(page) = self.page_mut(id)
            && event != Event::Closed
            && wall - arrived <= 20_000
        {
            page.watch.heard = wall;
            page.watch.set_back = 0;
        }
        self.tell(id, event)
    }

    fn note_answer(&mut self, id: PageId, message: &ServerMessage) {
        let wall = self.wall();
        let Some(page) = self.page_mut(id) else { return };
        match message {
            ServerMessage::Result { mid, result } => {
                page.watch.asked.remove(mid);
                page.watch.in_flight.remove(mid);
                // Who is told to come later waits up to half a minute.
                let is_later = *result == MutationResult::Later;
                page.watch.moved = if is_later {
                    wall + 30_000
                } else {
                    page.watch.moved.max(wall)
                };
            }
            ServerMessage::Welcome { .. } => page.watch.moved = page.watch.moved.max(wall),
            _ => {}
        }
    }

    /// Planted: the answer alone ends the speculation, before the effect is there.
    fn settle_at_once(&mut self, id: PageId, message: &ServerMessage) -> Outcome {
        let ServerMessage::Result {
            mid,
            result: MutationResult::Ok,
        } = message
        else {
            return Ok(());
        };
        let page = self
            .page(id)
            .filter(|_| self.plant == Some(Plant::DropsPendingOnResult));
        let Some((client, cursor)) = page.and_then(|page| Some((page.outbox?, page.core.cursor()?.clone())))
        else {
            return Ok(());
        };
        let last_mids: BTreeMap<_, Mid> = [(client.0, *mid)].into();
        let delta = Delta {
            cursor,
            changes: Vec::new(),
            last_mids,
        };
        self.tell(id, Event::Message(ServerMessage::Delta(delta)))
    }

    pub(super) fn send_to_server(&mut self, id: PageId, mut message: ClientMessage) -> Outcome {
        let (wall, version) = (self.wall(), self.server.version);
        let Some(page) = self.page_mut(id) else {
            return Ok(());
        };
        match &mut message {
            ClientMessage::Resnap => {
                return Err(format!(
                    "page {id:?} finds that its replica is not what the server says"
                ));
            }
            ClientMessage::Push {
                client, mutations, ..
            } if *client == page.questions() => {
                let asked = mutations.iter().map(|one| (one.mid, one.command.clone()));
                page.watch.asked.extend(asked);
            }
            ClientMessage::Push { mutations, .. } => {
                page.watch.in_flight.extend(mutations.iter().map(|one| one.mid));
                page.watch.moved = page.watch.moved.max(wall);
                let count = mutations.len();
                self.check_in_flight(id, count)?;
            }
            // The old program says what it is.
            ClientMessage::Hello { schema, .. } if page.version != version => *schema = SCHEMA - 1,
            _ => {}
        }
        let Some(socket) = self.page(id).and_then(|page| page.socket) else {
            return Ok(());
        };
        let text = serde_json::to_string(&message).expect("plain data");
        // A push that comes twice, as after a retry, is answered twice and carried out once.
        let twice = matches!(message, ClientMessage::Push { .. }) && !self.is_calm && self.random.percent(10);
        for _ in 0..=u8::from(twice) {
            let at = self.now + self.random.ms(1, 80);
            let at = self.network.arrives_at_server(socket, at);
            let text = text.clone();
            self.at_time(at, Happening::ToServer { socket, text });
        }
        Ok(())
    }

    pub(super) fn hang_up(&mut self, id: PageId) {
        let Some(page) = self.page_mut(id) else { return };
        page.attempt += 1;
        page.watch.in_flight.clear();
        if let Some(socket) = page.socket.take() {
            self.network.cut(socket);
            self.after(0, 30_000, Happening::ServerSeesClose { socket });
        }
    }

    /// The lines of a browser break.
    pub(super) fn cut_browser(&mut self, browser: usize) {
        let of_it = |world: &Self, socket: SocketId| {
            let page = world.page(world.network.line(socket).page);
            page.is_some_and(|page| page.browser == browser)
        };
        for socket in self.network.whole(|_| true) {
            if of_it(self, socket) {
                self.cut(socket);
            }
        }
    }

    pub(super) fn cut(&mut self, socket: SocketId) {
        self.network.cut(socket);
        self.device_may_notice(socket);
        self.after(0, 30_000, Happening::ServerSeesClose { socket });
    }

    /// Half of the broken lines look whole to the device.
    pub(super) fn device_may_notice(&mut self, socket: SocketId) {
        let id = self.network.line(socket).page;
        let Some(attempt) = self
            .page(id)
            .filter(|page| page.socket == Some(socket))
            .map(|page| page.attempt)
        else {
            return;
        };
        if self.random.percent(50) {
            self.after(0, 2_000, Happening::ConnectFails { page: id, attempt });
        } else {
            self.tally.count("network: a half-open socket");
        }
    }

    pub(super) fn serve_snapshot(&mut self, id: PageId) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let browser = &self.browsers[page.browser];
        let is_old = page.version != self.server.version;
        let answer = match (&self.server.hub, &browser.session) {
            (Some(_), None) if browser.online => SnapshotAnswer::SignedOut,
            (Some(hub), Some(session)) if browser.online => {
                let mut snapshot = hub.snapshot(&session.viewer, Instant(self.wall()));
                if is_old {
                    snapshot.schema = SCHEMA + 1;
                }
                SnapshotAnswer::Comes(Box::new(snapshot))
            }
            _ => SnapshotAnswer::Fails,
        };
        self.after(5, 600, Happening::SnapshotComes { page: id, answer });
        Ok(())
    }

    pub(super) fn snapshot_comes(&mut self, id: PageId, answer: SnapshotAnswer) -> Outcome {
        let Some(page) = self.page(id) else { return Ok(()) };
        let answer = match answer {
            _ if !self.browsers[page.browser].online => SnapshotAnswer::Fails,
            answer => answer,
        };
        if let SnapshotAnswer::Comes(snapshot) = &answer {
            self.check_snapshot(snapshot)?;
        }
        if !page.has_started() {
            return self.first_snapshot(id, answer);
        }
        let event = match answer {
            SnapshotAnswer::Comes(snapshot) => Event::Snapshot(snapshot),
            SnapshotAnswer::Fails => Event::SnapshotFailed,
            SnapshotAnswer::SignedOut => Event::SignedOut,
        };
        self.tell(id, event)
    }
}

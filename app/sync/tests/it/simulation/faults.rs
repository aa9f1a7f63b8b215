//! What goes wrong, and how it heals.

use app_domain::id::{AppointmentId, ClosureId};
use app_domain::practice::Closure;
use app_domain::rows::{Change, Key, Row};
use app_sync::client::Event;
use app_sync::server;
use app_sync::server::SocketId;
use app_sync::wire::ServerMessage;
use jiff::civil::date;
use uuid::Uuid;

use super::browser::{Storage, Version};
use super::history::Fault;
use super::page::PageId;
use super::plant::Plant;
use super::server_life::Doom;
use super::world::{Happening, Outcome, World};

const HOUR: i64 = 3_600_000;
/// Milliseconds of a night.
const NIGHT: i64 = 9 * HOUR;
/// Tabs of one browser at a time.
const TABS_AT_MOST: usize = 3;

impl World {
    pub(super) fn fail(&mut self) -> Outcome {
        if self.is_calm {
            return Ok(());
        }
        self.after(200, 4_000, Happening::Fails);
        let likely = self.plant.map_or(&[][..], Plant::shows_by);
        let fault = match likely {
            [] => Fault::any(&mut self.random),
            likely if self.random.percent(60) => self.random.of(likely).expect("not empty"),
            _ => Fault::any(&mut self.random),
        };
        if !self.history.has(fault) {
            return Ok(());
        }
        let browser = usize::try_from(self.random.below(self.browsers.len() as u64)).expect("few browsers");
        let living = self.living();
        let page = self.random.of(&living);
        match (fault, page) {
            (Fault::Offline, _) => self.go_offline(browser),
            (Fault::Kill, _) if self.server.hub.is_some() => {
                self.tally.count("server: killed");
                self.kill_server();
            }
            (Fault::KillMidway, _) => {
                self.server.doom =
                    self.random
                        .of(&[Doom::BeforeCommit, Doom::BeforeAnswer, Doom::AmongAnswers])
            }
            (Fault::Restore, _) if self.random.percent(60) => self.store.back_up(),
            (Fault::Restore, _) if self.server.hub.is_some() => self.restore_server(),
            (Fault::Deploy, _) if self.server.hub.is_some() => self.deploy(),
            (Fault::System, _) => return self.write_as_system(),
            (Fault::Role, _) => self.change_role(browser),
            (Fault::Revoke, _) => {
                self.tally.count("session: ended by the server");
                self.end_session(browser);
            }
            (Fault::OpenTab, _) => return self.open_tab(browser),
            (Fault::KillBrowser, _) => {
                self.tally.count("browser: killed");
                return self.kill_browser(browser);
            }
            (Fault::Night, _) => return self.sleep(),
            (Fault::Clock, _) => self.put_clock(browser),
            (Fault::SlowDisk, _) => {
                self.tally.count("outbox: slow disk, answers out of order");
                self.browsers[browser].slowness = 1_500;
                self.after(5_000, 15_000, Happening::DiskIsFast { browser });
            }
            (Fault::Evict, _) => self.evict(browser),
            (Fault::Contest, _) => return self.contest(),
            (_, Some(page)) => return self.fail_page(fault, page),
            _ => {}
        }
        Ok(())
    }

    fn fail_page(&mut self, fault: Fault, id: PageId) -> Outcome {
        let is_awake = self
            .page(id)
            .is_some_and(|page| page.is_awake() && page.has_started());
        let socket = self.page(id).and_then(|page| page.socket);
        match (fault, socket) {
            (Fault::Cut, Some(socket)) if !self.network.is_cut(socket) => {
                self.tally.count("network: cut");
                self.cut(socket);
            }
            (Fault::Slow, Some(socket)) => {
                self.tally.count("network: slow");
                self.network.line_mut(socket).slow_until = self.now + self.random.ms(5_000, 20_000);
            }
            (Fault::SignOut, _) if is_awake => {
                self.tally.count("session: signed out by the person");
                return self.sign_out(id);
            }
            (Fault::Reload, _) => {
                self.tally.count("page: reloaded");
                return self.reload(id);
            }
            (Fault::CloseTab, _) => return self.close_tab(id),
            (Fault::Freeze, _) if is_awake => {
                self.tally.count("page: frozen");
                let milliseconds = self.random.ms(2_000, 45_000);
                return self.freeze(id, milliseconds);
            }
            (Fault::Burst, _) if is_awake => return self.burst(id),
            (Fault::Dismiss, _) if is_awake => return self.dismiss(id),
            _ => {}
        }
        Ok(())
    }

    fn go_offline(&mut self, browser: usize) {
        self.tally.count("network: a browser is offline for a while");
        self.browsers[browser].online = false;
        self.cut_browser(browser);
        self.after(1_000, 30_000, Happening::Heals { browser });
    }

    pub(super) fn come_online(&mut self, browser: usize) -> Outcome {
        self.browsers[browser].online = true;
        for id in self.living() {
            let hears = self
                .page(id)
                .is_some_and(|page| page.browser == browser && page.is_awake() && page.has_started());
            if hears && self.random.percent(50) {
                self.tell(id, Event::Online)?;
            }
        }
        Ok(())
    }

    /// The server is renewed; every page that is open is too old from then on.
    fn deploy(&mut self) {
        self.tally.count("server: a new version");
        self.server.version = Version(self.server.version.0 + 1);
        self.kill_server();
    }

    /// The session says another role from now on; its sockets hear of it in a moment, new ones at once.
    fn change_role(&mut self, browser: usize) {
        let Some(session) = &mut self.browsers[browser].session else {
            return;
        };
        std::mem::swap(&mut session.viewer.role, &mut session.other_role);
        let id = session.id;
        let pages = self.pages.iter().flatten().filter(|page| page.browser == browser);
        let is_under_way = pages.into_iter().any(|page| !page.watch.in_flight.is_empty());
        self.tally.count(if is_under_way {
            "session: role changed while a push was under way"
        } else {
            "session: role changed"
        });
        for socket in self.network.whole(|line| line.session == id) {
            self.after(0, 50, Happening::SessionSeen { socket });
        }
    }

    /// The server looks at a socket's session: is it still there, and does it say the same of its user?
    pub(super) fn session_seen(&mut self, socket: SocketId) -> Outcome {
        let line = self.network.line(socket);
        if line.is_cut || self.server.hub.is_none() {
            return Ok(());
        }
        let session = self
            .browsers
            .iter()
            .filter_map(|browser| browser.session.as_ref())
            .find(|one| one.id == line.session);
        let Some(session) = session else {
            self.tally.count("session: a socket is wiped");
            let wipe = serde_json::to_string(&ServerMessage::Wipe).expect("plain data");
            self.send_to_device(socket, &wipe.into())?;
            self.close_from_server(socket)?;
            // The server hears nothing more of it.
            self.network.line_mut(socket).session = 0;
            return Ok(());
        };
        if session.viewer == line.viewer || self.plant == Some(Plant::KeepsTheOldRole) {
            return Ok(());
        }
        let viewer = session.viewer.clone();
        self.network.line_mut(socket).viewer = viewer.clone();
        let viewer = Box::new(viewer);
        self.serve(server::Event::ViewerChanged { socket, viewer })
    }

    fn open_tab(&mut self, browser: usize) -> Outcome {
        let open = self
            .pages
            .iter()
            .flatten()
            .filter(|page| page.browser == browser)
            .count();
        if open >= TABS_AT_MOST || self.browsers[browser].session.is_none() {
            return Ok(());
        }
        self.tally.count(if open == 0 {
            "page: opened"
        } else {
            "page: one more tab"
        });
        let tab = self.pages.len();
        self.pages.push(None);
        self.load(tab, browser)
    }

    /// In good order, or thrown out by the browser without a word. Somebody opens one again.
    fn close_tab(&mut self, id: PageId) -> Outcome {
        let Some(browser) = self.page(id).map(|page| page.browser) else {
            return Ok(());
        };
        if self.random.percent(50) {
            self.tally.count("page: closed");
            self.close(id)?;
        } else {
            self.tally.count("page: discarded");
            self.end(id);
        }
        self.after(1_000, 20_000, Happening::SignsIn { browser });
        Ok(())
    }

    /// Nine hours pass: no script runs, lines die, leases end.
    fn sleep(&mut self) -> Outcome {
        if self.slept > 0 {
            return Ok(());
        }
        self.tally.count("page: asleep for nine hours");
        for id in self.living() {
            let milliseconds = self.random.ms(500, 15_000);
            self.freeze(id, milliseconds)?;
        }
        for socket in self.network.whole(|_| true) {
            self.network.cut(socket);
            self.serve(server::Event::Disconnected { socket })?;
        }
        self.slept += NIGHT;
        // A page that was still loading when night fell has nothing to wake from.
        let wall = self.wall();
        for page in self.pages.iter_mut().flatten().filter(|page| page.is_awake()) {
            page.watch.heard = wall;
            page.watch.moved = wall;
        }
        Ok(())
    }

    fn put_clock(&mut self, browser: usize) {
        let jump = self
            .random
            .of(&[
                -3 * HOUR,
                -90_000,
                -15_000,
                -2_000,
                2_000,
                15_000,
                90_000,
                3 * HOUR,
            ])
            .expect("not empty");
        self.tally.count(if jump < 0 {
            "clock: put back"
        } else {
            "clock: put forward"
        });
        self.browsers[browser].skew += jump;
        for page in self
            .pages
            .iter_mut()
            .flatten()
            .filter(|page| page.browser == browser)
        {
            page.watch.set_back += (-jump).max(0);
        }
    }

    /// An import or the turn of the day: rows come, change and leave.
    pub(super) fn system_changes(&mut self) -> Option<Vec<Change>> {
        let number = u128::from(self.fresh_number());
        let visits: Vec<AppointmentId> = self
            .store
            .disk
            .rows
            .appointments()
            .map(|visit| visit.id)
            .collect();
        let closure = Closure {
            id: ClosureId(Uuid::from_u128(number)),
            from: date(2026, 12, 24),
            to: date(2026, 12, 31),
            reason: format!("Closure {number}"),
        };
        let mut changes = vec![Change::Put {
            row: Row::Closure(closure),
        }];
        if let Some(visit) = self.random.of(&visits) {
            changes.push(Change::Remove {
                key: Key::Appointment(visit),
            });
        }
        let patients: Vec<_> = self.store.disk.rows.patients().cloned().collect();
        let index = usize::try_from(self.random.below(patients.len() as u64)).ok()?;
        let mut patient = patients.get(index)?.clone();
        patient.born = Some(date(1970 + i16::try_from(self.random.below(40)).ok()?, 1, 1));
        changes.push(Change::Put {
            row: Row::Patient(patient),
        });
        Some(changes)
    }

    /// Every fault ends: networks are there, the server runs, nobody sleeps, everybody is signed in.
    pub(super) fn heal(&mut self) -> Outcome {
        self.is_calm = true;
        self.server.doom = None;
        self.start_server()?;
        for browser in 0..self.browsers.len() {
            self.browsers[browser].slowness = 60;
            if let Storage::Short(_) = self.browsers[browser].storage {
                self.browsers[browser].storage = Storage::Allowed;
            }
            self.come_online(browser)?;
            self.sign_in(browser)?;
        }
        for socket in self.network.whole(|_| true) {
            self.network.line_mut(socket).slow_until = 0;
        }
        for id in self.living() {
            self.thaw(id)?;
        }
        Ok(())
    }
}

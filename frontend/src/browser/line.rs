//! The page's line to the server: opened, given up, and asked why it did not open.

use app::workspace::FirstLoad;
use app_sync::client::{Client, Event, Link};
use leptos::prelude::Set;
use wasm_bindgen_futures::spawn_local;

use super::Browser;
use crate::clock;
use crate::transport::{self, Line, NoSnapshot, Unopened};

impl Browser {
    pub(super) fn connect(&self) {
        self.hang_up();
        let browser = self.clone();
        let way = self.0.ways.next(clock::now());
        self.0.opening.set(Some(way));
        let hear = move |event| {
            match event {
                Event::Opened => {
                    browser.0.opening.set(None);
                    browser.0.ways.opened(way);
                }
                Event::Closed => {
                    browser.show_unreachable();
                    browser.ask_why_unopened();
                }
                _ => {}
            }
            browser.tell(event);
        };
        match Line::open(way, hear) {
            Ok(line) => drop(self.0.line.replace(Some(line))),
            Err(_) => self.tell_soon(Event::Closed),
        }
    }

    pub(super) fn hang_up(&self) {
        self.0.line.take();
        self.ask_why_unopened();
    }

    /// Learns from a line that was given up, or closed, before it was open.
    fn ask_why_unopened(&self) {
        let Some(way) = self.0.opening.take() else { return };
        let browser = self.clone();
        spawn_local(async move {
            match transport::why_unopened().await {
                Unopened::SignedOut => browser.tell(Event::SignedOut),
                Unopened::Blocked => browser.0.ways.blocked(way, clock::now()),
                Unopened::Silent => {}
            }
        });
    }

    pub(super) fn fetch_snapshot(&self) {
        let browser = self.clone();
        spawn_local(async move {
            browser.tell(match transport::snapshot().await {
                Ok(snapshot) => Event::Snapshot(snapshot),
                Err(NoSnapshot::SignedOut) => Event::SignedOut,
                Err(NoSnapshot::Failed) => {
                    browser.show_unreachable();
                    Event::SnapshotFailed
                }
            });
        });
    }

    /// Says that the server does not answer, where there is nothing else to show.
    pub fn show_unreachable(&self) {
        let workspace = self.workspace();
        if workspace.peek(Client::link) == Link::Loading {
            let waiting = workspace.peek(|core| core.outbox().len());
            workspace.first_load().set(if self.0.expired.get() {
                FirstLoad::Sealed { waiting }
            } else {
                FirstLoad::Unreachable
            });
        }
    }
}

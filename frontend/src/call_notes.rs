//! What was said and typed on the card of a call and is not written down yet: it rests sealed like the cache and goes with
//! it, but in IndexedDB. Chromium brings the cache to the disk seconds later, and a laptop is closed in the middle of a word.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use app::port::CallNotes;
use app_domain::id::PatientId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wasm_bindgen_futures::spawn_local;

use crate::browser::Browser;
use crate::clock;
use crate::disk::LyingNotes;
use crate::outbox::Place;
use crate::vault::{Purpose, Unopened};

/// What is under the seal.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    patient: PatientId,
    notes: CallNotes,
}

/// The notes of this page on their way to the disk.
#[derive(Default)]
pub struct NotesKeeper {
    /// Under which names the notes of a patient lie.
    names: RefCell<BTreeMap<PatientId, Vec<Uuid>>>,
    /// What is to be written next; of what is typed in quick succession the last.
    due: RefCell<BTreeMap<PatientId, Option<CallNotes>>>,
    is_writing: Cell<bool>,
}

impl NotesKeeper {
    /// What lies here and opens. What does not open never will again: its key went with a session.
    pub async fn read(&self, place: &Place) -> BTreeMap<PatientId, CallNotes> {
        let mut all: BTreeMap<PatientId, CallNotes> = BTreeMap::new();
        for lying in place.disk.notes().await.unwrap_or_default() {
            let Ok(Said { patient, notes }) = open(place, &lying).await else {
                continue;
            };
            self.names
                .borrow_mut()
                .entry(patient)
                .or_default()
                .push(lying.notes);
            let known = all.entry(patient).or_default();
            if known.at <= notes.at {
                *known = notes;
            }
        }
        all
    }

    /// Writes the notes of a patient, or drops them.
    pub fn keep(&self, browser: &Browser, patient: PatientId, notes: Option<CallNotes>) {
        self.due.borrow_mut().insert(patient, notes);
        if !self.is_writing.replace(true) {
            let browser = browser.clone();
            spawn_local(async move { browser.notes().write_all(&browser).await });
        }
    }

    async fn write_all(&self, browser: &Browser) {
        loop {
            let next = self.due.borrow_mut().pop_first();
            let Some((patient, notes)) = next else { break };
            // What cannot be written lives as long as the page, like anything on a card.
            let _ = self.write(browser, patient, notes).await;
        }
        self.is_writing.set(false);
    }

    async fn write(
        &self,
        browser: &Browser,
        patient: PatientId,
        notes: Option<CallNotes>,
    ) -> Result<(), Unopened> {
        let (disk, vault) = browser.place().ok_or(Unopened)?;
        let mut names = self.names.borrow_mut().remove(&patient).unwrap_or_default();
        if let Some(notes) = notes {
            let name = names.pop().unwrap_or_else(clock::new_id);
            self.names.borrow_mut().insert(patient, vec![name]);
            let said = serde_json::to_vec(&Said { patient, notes }).map_err(|_| Unopened)?;
            let (sealed, key) = vault
                .seal(Purpose::Cache, browser.today(), &place(name), &said)
                .await?;
            let lying = LyingNotes { notes: name, sealed };
            // The person may have left meanwhile: nothing may come to rest again.
            if browser.is_left() {
                return Ok(());
            }
            disk.put_notes(&lying, &key).await.map_err(|_| Unopened)?;
        }
        if names.is_empty() {
            return Ok(());
        }
        disk.drop_notes(&names).await.map_err(|_| Unopened)
    }
}

async fn open(place: &Place, lying: &LyingNotes) -> Result<Said, Unopened> {
    let said = place
        .vault
        .unseal(Purpose::Cache, &self::place(lying.notes), &lying.sealed)
        .await?;
    serde_json::from_slice(&said).map_err(|_| Unopened)
}

/// Bound into the encryption.
fn place(name: Uuid) -> String {
    format!("notes {name}")
}

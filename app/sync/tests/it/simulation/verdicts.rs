//! What must always hold.

use app_domain::rows::Row;
use app_sync::client::Link;
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::project::project;
use app_sync::replica::Replica;
use app_sync::server::fingerprint;
use app_sync::wire::{ClientId, Mid, MutationResult, ServerMessage};

use super::inputs::{Input, Rest};
use super::world::{Violation, World};
use crate::practice::step_of;

impl World {
    pub(super) fn needs_you(record: &OutboxRecord) -> bool {
        matches!(record.state, OutboxState::NeedsYou { .. })
    }

    /// At any time the base is what the class sees at the cursor: no half step, nothing that is not durable.
    pub(super) fn check_prefix(&self, device: usize) -> Result<(), Violation> {
        let device_state = &self.devices[device];
        let Some(cursor) = device_state.core.cursor() else {
            return Ok(());
        };
        let step = step_of(cursor);
        let expected = self.store.view_at(device_state.class(), step);
        if expected == Some(device_state.core.base().checksum()) {
            Ok(())
        } else {
            Err(format!(
                "prefix: device {device} at step {step} does not hold what is durable there"
            ))
        }
    }

    /// Nothing is acknowledged before it is durable.
    pub(super) fn check_durable(&self, device: usize, message: &ServerMessage) -> Result<(), Violation> {
        let ServerMessage::Result { mid, result } = message else {
            return Ok(());
        };
        if *result == MutationResult::Later {
            return Ok(());
        }
        let ids = self.clients_of(device);
        match ids
            .iter()
            .any(|client| self.store.decided.contains_key(&(*client, *mid)))
        {
            true => Ok(()),
            false => Err(format!(
                "acknowledged but not durable: device {device} {mid:?} {result:?}"
            )),
        }
    }

    /// Under which clients a device's mutations may go out.
    fn clients_of(&self, device: usize) -> [ClientId; 3] {
        let device = &self.devices[device];
        let questions = ClientId(uuid::Uuid::from_u128(device.life.0.as_u128() ^ 1));
        [device.disk.client, device.life, questions]
    }

    pub(super) fn judge(&self) -> Result<(), Violation> {
        (0..self.devices.len()).try_for_each(|device| self.check_converged(device))?;
        self.inputs.iter().try_for_each(|input| self.check_ended(input))
    }

    fn check_converged(&self, device: usize) -> Result<(), Violation> {
        let state = &self.devices[device];
        if state.core.link() != Link::Live {
            return Err(format!(
                "device {device} is not live after the quiet: {:?}",
                state.core.link()
            ));
        }
        let seen: Vec<Row> = self
            .store
            .rows
            .rows()
            .filter_map(|row| project(state.class(), row))
            .collect();
        if *state.core.base() != Replica::from_rows(seen) {
            return Err(format!("converge: device {device} holds another base"));
        }
        if state.core.view() != state.core.base() {
            return Err(format!("converge: device {device} shows what is not so"));
        }
        match state.core.outbox().iter().find(|record| !Self::needs_you(record)) {
            None => Ok(()),
            Some(record) => Err(format!("device {device} still waits with {record:?}")),
        }
    }

    /// Every input ends: carried out, or refused and shown. What the screen never called kept may be gone with the page.
    fn check_ended(&self, input: &Input) -> Result<(), Violation> {
        let client = match input.rest {
            Rest::Gone | Rest::Dismissed => return Ok(()),
            Rest::Memory => input.life,
            Rest::Kept => self.devices[input.device].disk.client,
            Rest::Writing => return Err(format!("{:?} was never written", input.mid)),
        };
        let Some(decided) = self.store.decided.get(&(client, input.mid)) else {
            return Err(format!(
                "lost: {:?} of device {}: {:?}",
                input.mid, input.device, input.command
            ));
        };
        if decided.fingerprint != fingerprint(&input.command) {
            return Err(format!(
                "{:?} of device {} is another command",
                input.mid, input.device
            ));
        }
        let shown = || self.is_shown_as_refused(input.device, input.mid);
        if decided.refusal.is_none() || shown() {
            Ok(())
        } else {
            Err(format!(
                "refused in silence: {:?} of device {}: {decided:?}",
                input.mid, input.device
            ))
        }
    }

    fn is_shown_as_refused(&self, device: usize, mid: Mid) -> bool {
        let outbox = self.devices[device].core.outbox();
        outbox
            .iter()
            .any(|record| record.mutation.mid == mid && Self::needs_you(record))
    }
}

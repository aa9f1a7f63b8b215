//! What must always hold.

use app_domain::apply::{Context, apply};
use app_domain::calls::Claim;
use app_domain::rows::{Change, Row, Rows as _};
use app_domain::time::Instant;
use app_sync::client::Link;
use app_sync::outbox::{OutboxRecord, OutboxState};
use app_sync::project::project;
use app_sync::replica::Replica;
use app_sync::server::{Plan, fingerprint};
use app_sync::wire::{ClientId, Mid, Mutation, MutationResult, ServerMessage};

use super::inputs::{Input, Rest};
use super::world::{Violation, World};
use crate::practice::step_of;

/// Whether a base holds an effect.
enum HasRead {
    Effect,
    Nothing,
    CannotTell,
}

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
        let expected = self.store.view_at(device_state.known_class(), step);
        if expected == Some(device_state.core.base().checksum()) {
            Ok(())
        } else {
            Err(format!(
                "prefix: device {device} at step {step} does not hold what is durable there"
            ))
        }
    }

    /// One valid lease per call, by the server's clock.
    pub(super) fn check_leases(&self, plan: &Plan) -> Result<(), Violation> {
        let now = Instant(self.now());
        let claims = plan
            .entries()
            .flat_map(|entry| &entry.changes)
            .filter_map(|change| match change {
                Change::Put {
                    row: Row::Claim(claim),
                } => Some(claim),
                _ => None,
            });
        for claim in claims {
            let held = self
                .store
                .rows
                .claim(claim.patient)
                .filter(|held| held.holds_at(now));
            if held.is_some_and(|held| held.by != claim.by) || claim.until > now.plus_minutes(Claim::MINUTES)
            {
                return Err(format!(
                    "lease: {claim:?} is given at {now:?}, where {held:?} holds"
                ));
            }
        }
        Ok(())
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

    /// A record leaves the outbox only when the base holds its effect: the person reads what they wrote.
    pub(super) fn check_settled(&self, device: usize, mid: Mid) -> Result<(), Violation> {
        let state = &self.devices[device];
        let Some(step) = self.store.step_of((state.disk.client, mid)) else {
            return Ok(());
        };
        let read = state.core.cursor().map_or(0, step_of);
        if step <= read {
            Ok(())
        } else {
            Err(format!(
                "device {device} drops {mid:?} at step {read}, but its effect comes with {step}"
            ))
        }
    }

    /// What is shown is the base with everything carried out on it that is pending and not in it: computed from scratch
    /// here, row by row there.
    pub(super) fn check_shown(&self, device: usize) -> Result<(), Violation> {
        let core = &self.devices[device].core;
        let (Some(cursor), Some(viewer)) = (core.cursor(), core.viewer()) else {
            return Ok(());
        };
        let mut expected = core.base().clone();
        for record in core.outbox().iter().filter(|record| !Self::needs_you(record)) {
            let Mutation { mid, command, at, .. } = &record.mutation;
            match self.has_read(device, *mid, step_of(cursor)) {
                HasRead::Effect => continue,
                HasRead::Nothing => {}
                HasRead::CannotTell => return Ok(()),
            }
            let context = Context {
                actor: viewer.actor(),
                at: *at,
            };
            for change in apply(command, &context, &expected).unwrap_or_default() {
                expected.apply(&change);
            }
        }
        if *core.view() == expected {
            Ok(())
        } else {
            Err(format!("device {device} does not show base and pending"))
        }
    }

    /// Whether the base at a step holds what a mutation did. One that did nothing leaves no trace to tell by, and of one
    /// that went out under the page's life a device learns only after it has sent it again.
    fn has_read(&self, device: usize, mid: Mid, step: u64) -> HasRead {
        let [disk, life, _] = self.clients_of(device);
        match self.store.step_of((disk, mid)) {
            Some(made) if made <= step => HasRead::Effect,
            Some(_) => HasRead::Nothing,
            None if self.store.decided.contains_key(&(disk, mid)) => HasRead::CannotTell,
            None if self.store.decided.contains_key(&(life, mid)) => HasRead::CannotTell,
            None => HasRead::Nothing,
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

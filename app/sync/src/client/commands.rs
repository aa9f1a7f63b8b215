//! What the person asks for.

use app_domain::apply::{Context, apply};
use app_domain::command::Command;
use app_domain::refusal::Refusal;
use app_domain::time::Instant;

use super::Effect;
use super::core::{Client, Effects};
use crate::wire::Mutation;

impl Client {
    /// Carries the command out on what is shown, and puts it into the outbox. What the rules refuse here is shown at
    /// once and goes no further.
    pub(super) fn command(&mut self, command: Command, now: Instant, effects: &mut Effects) {
        let Some(viewer) = &self.viewer else {
            effects.push(Effect::ShowRefusal(Box::new(command), Refusal::NotFound));
            return;
        };
        let context = Context {
            actor: viewer.actor(),
            at: self.server_time(now),
        };
        let refusal = if command.needs_server() {
            self.ask(&command, &context, now, effects)
        } else {
            self.queue_up(&command, &context, effects)
        };
        if let Err(refusal) = refusal {
            effects.push(Effect::ShowRefusal(Box::new(command), refusal));
        }
    }

    fn queue_up(
        &mut self,
        command: &Command,
        context: &Context,
        effects: &mut Effects,
    ) -> Result<(), Refusal> {
        let touched = self.view.speculate(command, context)?;
        effects.rows.extend(&touched);
        let (command, at, base) = (command.clone(), context.at, self.cursor.clone());
        let note = self.queue.add(
            |mid| Mutation {
                mid,
                command,
                at,
                base,
            },
            touched,
        );
        effects.notes([note]);
        effects.state_changed();
        Ok(())
    }

    /// A question that makes sense only while the server answers. It is not carried out here: a lease that the server
    /// has not given is none.
    fn ask(
        &mut self,
        command: &Command,
        context: &Context,
        now: Instant,
        effects: &mut Effects,
    ) -> Result<(), Refusal> {
        if !self.connection.is_live(now) {
            return Err(Refusal::NeedsServer);
        }
        apply(command, context, self.view.shown())?;
        let (command, at, base) = (command.clone(), context.at, self.cursor.clone());
        effects.send(self.queue.ask(|mid| Mutation {
            mid,
            command,
            at,
            base,
        }));
        Ok(())
    }
}

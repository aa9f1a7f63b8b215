//! What calls tell clinicians without asking anything.

use app_domain::calls::Attempt;
use leptos::prelude::*;

use super::Workspace;
use super::wake::Topic;

impl Workspace {
    /// The calls in which a patient did not want to go on and that no clinician has seen, in no order.
    pub fn declining_calls(self) -> Memo<Vec<Attempt>> {
        Memo::new(move |_| {
            self.watch(Topic::Questions, |core| {
                let tells = |attempt: &&Attempt| attempt.declined().next().is_some();
                core.view().attempts().filter(tells).cloned().collect()
            })
        })
    }
}

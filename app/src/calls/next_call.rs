//! Who comes next: the following patient whom nobody else is calling.

use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::list_state::ListState;
use crate::workspace::Workspace;

/// The following patient whom nobody else is calling. Untracked.
pub(super) fn next_call(workspace: Workspace, list: ListState) -> Option<PatientId> {
    let now = workspace.now().get_untracked().instant;
    let me = workspace.actor().map(|actor| actor.member);
    let following = untrack(|| list.after_open());
    workspace.read(|rows| {
        let taken = |patient: &PatientId| {
            rows.claim(*patient)
                .is_some_and(|claim| claim.holds_at(now) && Some(claim.by) != me)
        };
        following.into_iter().find(|patient| !taken(patient))
    })
}

//! Who comes next: after somebody was spoken to, the others of the family who are on the list; then the following patient
//! whom nobody else is calling.

use app_domain::id::PatientId;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::families::payer;
use super::list_state::ListState;
use crate::workspace::Workspace;

/// Who would have come next, where a relative was called first: after the family the list goes on from there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Aside {
    /// Whose family is called.
    payer: PatientId,
    /// Those who were to come, in order.
    following: Vec<PatientId>,
}

/// Who comes next. Untracked.
pub(super) fn next_call(workspace: Workspace, list: ListState) -> Option<PatientId> {
    let now = workspace.now().get_untracked();
    let me = workspace.actor().map(|actor| actor.member);
    let after = untrack(|| list.after_open());
    let open = list.open.get_untracked();
    let aside = list.aside.get_untracked();
    let (next, aside) = workspace.read(|rows| {
        let is_free = |patient: &PatientId| {
            rows.claim(*patient)
                .is_none_or(|claim| !claim.holds_at(now.instant) || Some(claim.by) == me)
        };
        let called_today = |patient: PatientId| {
            let mut attempts = rows.attempts_of(patient);
            attempts.any(|attempt| attempt.at.civil().date() == now.today())
        };
        let open = open.and_then(|open| rows.patient(open));
        let aside = aside.filter(|aside| open.is_some_and(|open| payer(open) == aside.payer));
        let was_reached = open.is_some_and(|open| {
            let mut attempts = rows.attempts_of(open.id);
            attempts.any(|attempt| attempt.reached() && attempt.at.civil().date() == now.today())
        });
        let relatives = match open.filter(|_| was_reached || aside.is_some()) {
            Some(open) => list.families.read_untracked().others(open),
            None => Vec::new(),
        };
        let relative = relatives
            .into_iter()
            .find(|one| is_free(one) && !called_today(*one));
        let listed = list.patients.read_untracked();
        let following = match &aside {
            Some(aside) => still_listed(&aside.following, &listed),
            None => after,
        };
        match (relative, open) {
            (Some(relative), Some(open)) => {
                let aside = Aside {
                    payer: payer(open),
                    following: following.into_iter().filter(|one| *one != relative).collect(),
                };
                (Some(relative), Some(aside))
            }
            _ => (following.into_iter().find(is_free), None),
        }
    });
    list.aside.set(aside);
    next
}

/// Those of a former order who are on the list still.
fn still_listed(former: &[PatientId], listed: &[PatientId]) -> Vec<PatientId> {
    former
        .iter()
        .copied()
        .filter(|one| listed.contains(one))
        .collect()
}

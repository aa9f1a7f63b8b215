//! The lease on the open call: taken, renewed while the card is open, given back.

use app_domain::calls::Claim;
use app_domain::command::Command;
use app_domain::rows::Rows;
use app_sync::client::Link;
use leptos::prelude::*;

use super::draft::{Draft, Stage};
use crate::workspace::Workspace;

/// A lease with less than this left, in minutes, is renewed.
const RENEW_BELOW: i64 = Claim::MINUTES / 2;

/// Another's valid lease on this call.
pub(super) fn claim_of_another(workspace: Workspace, draft: Draft) -> Memo<Option<Claim>> {
    let claim = workspace.claim(draft.patient);
    let now = workspace.now();
    Memo::new(move |_| {
        let me = workspace.actor().map(|actor| actor.member);
        claim
            .get()
            .filter(|claim| claim.holds_at(now.get().instant) && Some(claim.by) != me)
    })
}

/// Holds the lease as long as the card is open and somebody is calling. Without a network there is none, and nobody is
/// told: the card says so.
pub(super) fn hold_claim(workspace: Workspace, draft: Draft) {
    let patient = draft.patient;
    let (claim, link, now) = (workspace.claim(patient), workspace.link(), workspace.now());
    Effect::new(move || {
        if draft.stage.get() != Stage::Calling || link.get() != Link::Live {
            return;
        }
        let now = now.get().instant;
        let me = workspace.actor().map(|actor| actor.member);
        let held = claim.get().filter(|claim| claim.holds_at(now));
        let wanted =
            held.is_none_or(|claim| Some(claim.by) == me && claim.until.minutes_since(now) < RENEW_BELOW);
        if wanted {
            untrack(|| workspace.act(Command::ClaimCall { patient }));
        }
    });
    on_cleanup(move || {
        let me = workspace.actor().map(|actor| actor.member);
        let own = workspace.read(|rows| rows.claim(patient).is_some_and(|claim| Some(claim.by) == me));
        // A lease that cannot be given back runs out by itself.
        if own && link.try_get_untracked() == Some(Link::Live) {
            workspace.act(Command::ReleaseCall { patient });
        }
    });
}

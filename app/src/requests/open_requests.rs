//! Which requests wait for the person who looks.

use app_domain::calls::Attempt;
use app_domain::policy::{may_decide_delay, may_record_calls};
use app_domain::requests::Request;
use app_domain::review::{Cause, Review};
use leptos::prelude::*;

use crate::workspace::Workspace;

/// Whether the viewer takes requests in charge at all.
pub(super) fn takes_requests(workspace: Workspace) -> Memo<bool> {
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        viewer
            .read()
            .as_ref()
            .is_some_and(|who| may_record_calls(who.role))
    })
}

/// The delays that nobody has decided yet, the earliest call first; for who decides them.
pub(super) fn open_delays(workspace: Workspace) -> Memo<Vec<Attempt>> {
    let (delays, viewer) = (workspace.delays(), workspace.viewer());
    Memo::new(move |_| {
        let decides = viewer
            .read()
            .as_ref()
            .is_some_and(|who| may_decide_delay(who.role));
        if !decides {
            return Vec::new();
        }
        let open = |asked: &&Attempt| asked.delay.is_none();
        let mut open: Vec<Attempt> = delays.read().iter().filter(open).cloned().collect();
        open.sort_by_key(|asked| (asked.at, asked.id));
        open
    })
}

/// What is beyond somebody's own budget and they ask for, the latest first; for who decides it.
pub(super) fn open_wishes(workspace: Workspace) -> Memo<Vec<Review>> {
    let (reviews, viewer) = (workspace.reviews(), workspace.viewer());
    Memo::new(move |_| {
        let me = viewer.read().as_ref().map(|who| who.member.id);
        // Of what is not their own, who decides sees what is open.
        let asked = |review: &&Review| {
            review.cause == Cause::BeyondBudget && review.is_open() && Some(review.by) != me
        };
        reviews.read().iter().filter(asked).cloned().collect()
    })
}

/// How many wait for this person now: what is late or nobody's, what is theirs and of today, and what they decide.
pub fn waiting_requests(workspace: Workspace) -> Memo<usize> {
    let (requests, delays) = (workspace.requests(), open_delays(workspace));
    let (wishes, now, takes) = (open_wishes(workspace), workspace.now(), takes_requests(workspace));
    let viewer = workspace.viewer();
    Memo::new(move |_| {
        if !takes.get() {
            return 0;
        }
        let me = viewer.read().as_ref().map(|who| who.member.id);
        let now = now.get();
        let waits = |request: &&Request| {
            let is_mine_today = request.owner() == me && request.due.date() <= now.today();
            request.is_open() && (request.owner().is_none() || request.is_late(now.instant) || is_mine_today)
        };
        requests.read().iter().filter(waits).count() + delays.read().len() + wishes.read().len()
    })
}

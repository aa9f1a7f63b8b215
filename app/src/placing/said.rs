//! A proposal in words, and whether this person may take it.

use app_domain::agenda::{Appointment, Place};
use app_domain::command::Command;
use app_domain::policy::may;
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::Proposal;
use super::text::text;
use crate::workspace::Workspace;

/// "primo posto: gio 3 dic, 10:00 · Marini · Poltrona 2". Tracks the language.
pub fn said(proposal: Proposal, workspace: Workspace) -> String {
    let language = workspace.language().get();
    let words = text(language);
    match proposal {
        Proposal::Looking => words.looking.to_owned(),
        Proposal::None => words.none.to_owned(),
        Proposal::Later => words.later.to_owned(),
        Proposal::Place(place) => {
            let moment = crate::text::text(language).moment_with_month(place.start);
            let (who, chair) = workspace.read(|rows| {
                let who = rows.clinician(place.clinician).map(|who| who.surname.clone());
                (who, rows.chair(place.chair).map(|chair| chair.name.clone()))
            });
            let parts = [Some(moment), who, chair];
            (words.place)(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
    }
}

/// Whether the person may put the visit there. Untracked.
pub fn may_take(workspace: Workspace, visit: &Appointment, place: Place) -> bool {
    let move_there = Command::MoveAppointment {
        appointment: visit.id,
        from: visit.place,
        to: place,
        overbooking: None,
    };
    workspace
        .actor()
        .is_some_and(|actor| workspace.read(|rows| may(&actor, &move_there, rows).is_ok()))
}

//! Of whom this person may say that they are away.

use app_domain::id::ClinicianId;
use app_domain::policy::{may_say_away, may_set_up};
use app_domain::practice::Clinician;
use app_sync::wire::Viewer;
use leptos::prelude::*;

use crate::workspace::Workspace;

/// Who is away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Who {
    /// A clinician.
    Clinician(ClinicianId),
    /// Everybody: the practice is closed.
    Practice,
}

/// Whom the viewer's role may say away, the clinicians by name and the whole practice last. Empty: nobody.
pub(super) fn whom(workspace: Workspace) -> Memo<Vec<Who>> {
    let (viewer, clinicians) = (workspace.viewer(), workspace.clinicians());
    Memo::new(move |_| {
        let Some(actor) = viewer.read().as_ref().map(Viewer::actor) else {
            return Vec::new();
        };
        let clinicians = clinicians.read();
        let people = clinicians.iter().filter(|who| may_say_away(&actor, who.id));
        let practice = may_set_up(actor.role).then_some(Who::Practice);
        people.map(|who| Who::Clinician(who.id)).chain(practice).collect()
    })
}

/// "Marini Elena".
pub(super) fn full_name(who: &Clinician) -> String {
    format!("{} {}", who.surname, who.name)
}

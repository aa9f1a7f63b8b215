//! Whether an appointment may be put where the person wants it: the very rules that decide, asked beforehand.

use app_domain::agenda::{Overbooking, Place};
use app_domain::apply::{Context, apply};
use app_domain::command::Command;
use app_domain::id::AppointmentId;
use app_domain::policy::{may_take_closed_place, may_take_taken_place};
use app_domain::refusal::Refusal;
use app_domain::role::{Actor, Role};
use app_domain::rows::Rows;
use app_domain::time::Instant;
use leptos::prelude::*;

use crate::workspace::Workspace;

/// A wish to move an appointment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wish {
    /// Which.
    pub(super) id: AppointmentId,
    /// Where it was when the person looked.
    pub(super) from: Place,
    /// Where it is to go; `None` while it cannot be read.
    pub(super) to: Option<Place>,
    /// Why there in spite of what is in the way; blank where nothing is.
    pub(super) reason: String,
}

/// What the rules say to a wish.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// Something cannot be read yet.
    Incomplete,
    /// It is there already.
    Same,
    /// It may go there.
    Free,
    /// It may not.
    Blocked(Refusal),
    /// It may, with a reason; without one, this is in the way.
    NeedsReason(Refusal),
    /// It may, with the reason that was given, in spite of this.
    Overridden(Refusal),
}

impl Verdict {
    /// Asks the rules.
    pub(super) fn of(wish: &Wish, actor: Actor, at: Instant, rows: &impl Rows) -> Self {
        let Some(to) = wish.to else {
            return Self::Incomplete;
        };
        if to == wish.from {
            return Self::Same;
        }
        let ask = |overbooking| {
            let command = Command::MoveAppointment {
                appointment: wish.id,
                from: wish.from,
                to,
                overbooking,
            };
            apply(&command, &Context { actor, at }, rows)
        };
        let Err(refusal) = ask(None) else {
            return Self::Free;
        };
        if !may_override(actor.role, &refusal) {
            return Self::Blocked(refusal);
        }
        let reason = if wish.reason.trim().is_empty() {
            "?".to_owned()
        } else {
            wish.reason.clone()
        };
        match ask(Some(Overbooking {
            by: Some(actor.member),
            reason,
        })) {
            Err(refusal) => Self::Blocked(refusal),
            Ok(_) if wish.reason.trim().is_empty() => Self::NeedsReason(refusal),
            Ok(_) => Self::Overridden(refusal),
        }
    }

    /// What is in the way, if anything.
    pub(super) const fn obstacle(&self) -> Option<&Refusal> {
        match self {
            Self::Blocked(refusal) | Self::NeedsReason(refusal) | Self::Overridden(refusal) => Some(refusal),
            Self::Incomplete | Self::Same | Self::Free => None,
        }
    }

    /// Whether a reason is asked for.
    pub(super) const fn wants_reason(&self) -> bool {
        matches!(self, Self::NeedsReason(_) | Self::Overridden(_))
    }

    /// Whether it may be done now.
    pub(super) const fn may_go(&self) -> bool {
        matches!(self, Self::Free | Self::Overridden(_))
    }
}

/// Whether the role may go on in spite of this, with a reason.
const fn may_override(role: Role, refusal: &Refusal) -> bool {
    match refusal {
        Refusal::PlaceTaken { .. } => may_take_taken_place(role),
        Refusal::OutsideHours
        | Refusal::Closed { .. }
        | Refusal::NationalHoliday { .. }
        | Refusal::Away { .. } => may_take_closed_place(role),
        _ => false,
    }
}

/// What the rules say now: asked again whenever something is typed, and as the time goes.
pub(super) fn verdict(
    workspace: Workspace,
    wish: impl Fn() -> Wish + Send + Sync + 'static,
) -> Memo<Verdict> {
    Memo::new(move |_| judge(workspace, &wish()))
}

/// What the rules say to a wish now. Tracks the time.
pub(super) fn judge(workspace: Workspace, wish: &Wish) -> Verdict {
    let now = workspace.now().get();
    let Some(actor) = workspace.actor() else {
        return Verdict::Incomplete;
    };
    workspace.read(|rows| Verdict::of(wish, actor, now.instant, rows))
}

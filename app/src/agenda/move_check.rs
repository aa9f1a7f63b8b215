//! Whether an appointment may be put where the person wants it: the very rules that decide, asked beforehand.

use app_domain::agenda::{Appointment, AppointmentKind, Overbooking, Place, Wanted};
use app_domain::apply::{Context, apply};
use app_domain::command::{Booking, Command};
use app_domain::id::{AppointmentId, PatientId, ReviewId};
use app_domain::policy::{may_take_closed_place, may_take_taken_place};
use app_domain::refusal::Refusal;
use app_domain::role::{Actor, Role};
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::civil::Date;
use leptos::prelude::*;
use uuid::Uuid;

use crate::heed::heed;
use crate::workspace::Workspace;

/// A wish to put an appointment somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Wish {
    /// Which.
    pub(super) of: WishOf,
    /// Where it is to go; `None` while it cannot be read.
    pub(super) to: Option<Place>,
    /// Why there in spite of what is in the way; blank where nothing is.
    pub(super) reason: String,
}

/// What is to be put somewhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum WishOf {
    /// An appointment that there is.
    Moving {
        /// Which.
        id: AppointmentId,
        /// Where it was when the person looked.
        from: Place,
    },
    /// A new one.
    Booking {
        /// Identity that it would have.
        id: AppointmentId,
        /// Who would come; `None` until chosen.
        patient: Option<PatientId>,
        /// What for.
        kind: AppointmentKind,
    },
}

impl Wish {
    /// The command that asks for it.
    fn command(&self, to: Place, overbooking: Option<Overbooking>) -> Option<Command> {
        Some(match self.of {
            WishOf::Moving { id, from } => Command::MoveAppointment {
                appointment: id,
                from,
                to,
                overbooking,
            },
            WishOf::Booking { id, patient, kind } => Command::BookAppointment(Booking {
                appointment: id,
                patient: patient?,
                place: to,
                kind,
                plan: None,
                overbooking,
                note: String::new(),
            }),
        })
    }

    /// The place that is wanted and is not had already.
    pub(super) fn wanted(&self, rows: &impl Rows) -> Option<Wanted> {
        let place = self.to?;
        match self.of {
            WishOf::Moving { from, .. } if from == place => None,
            WishOf::Moving { id, .. } => Some(Wanted {
                place,
                patient: rows.appointment(id)?.patient,
                moving: Some(id),
            }),
            WishOf::Booking { patient, .. } => Some(Wanted {
                place,
                patient: patient?,
                moving: None,
            }),
        }
    }
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
    /// It may not, and it may be asked for.
    Beyond {
        /// What is in the way.
        refusal: Refusal,
        /// Whether a reason was given.
        has_reason: bool,
    },
}

impl Verdict {
    /// Asks the rules.
    pub(super) fn of(wish: &Wish, actor: Actor, at: Instant, rows: &impl Rows) -> Self {
        let Some(to) = wish.to else {
            return Self::Incomplete;
        };
        if matches!(wish.of, WishOf::Moving { id, from } if from == to && !is_parked(rows, id)) {
            return Self::Same;
        }
        let ask = |overbooking| {
            let command = wish.command(to, overbooking)?;
            Some(apply(&command, &Context { actor, at }, rows))
        };
        let refusal = match ask(None) {
            None => return Self::Incomplete,
            Some(Ok(_)) => return Self::Free,
            Some(Err(refusal)) => refusal,
        };
        let has_reason = !wish.reason.trim().is_empty();
        let overbooking = Overbooking {
            by: Some(actor.member),
            reason: if has_reason {
                wish.reason.clone()
            } else {
                "?".to_owned()
            },
        };
        if !may_override(actor.role, &refusal, rows) {
            let asked = refusal.is_of_hours().then(|| wish.command(to, Some(overbooking)));
            let may_ask = asked.flatten().is_some_and(|wish| {
                let command = Command::Ask {
                    review: ReviewId(Uuid::nil()),
                    wish: Box::new(wish),
                };
                apply(&command, &Context { actor, at }, rows).is_ok()
            });
            return if may_ask {
                Self::Beyond { refusal, has_reason }
            } else {
                Self::Blocked(refusal)
            };
        }
        match ask(Some(overbooking)) {
            None => Self::Incomplete,
            Some(Err(refusal)) => Self::Blocked(refusal),
            Some(Ok(_)) if has_reason => Self::Overridden(refusal),
            Some(Ok(_)) => Self::NeedsReason(refusal),
        }
    }

    /// What is in the way, if anything.
    pub(super) const fn obstacle(&self) -> Option<&Refusal> {
        match self {
            Self::Blocked(refusal)
            | Self::NeedsReason(refusal)
            | Self::Overridden(refusal)
            | Self::Beyond { refusal, .. } => Some(refusal),
            Self::Incomplete | Self::Same | Self::Free => None,
        }
    }

    /// Whether a reason is asked for.
    pub(super) const fn wants_reason(&self) -> bool {
        matches!(
            self,
            Self::NeedsReason(_) | Self::Overridden(_) | Self::Beyond { .. }
        )
    }

    /// Whether it is for somebody else to grant.
    pub(super) const fn is_beyond(&self) -> bool {
        matches!(self, Self::Beyond { .. })
    }

    /// Whether it may be asked for now.
    pub(super) const fn may_ask(&self) -> bool {
        matches!(self, Self::Beyond { has_reason: true, .. })
    }

    /// Whether it may be done now.
    pub(super) const fn may_go(&self) -> bool {
        matches!(self, Self::Free | Self::Overridden(_))
    }
}

/// What waits to be placed again may go back to where it was.
fn is_parked(rows: &impl Rows, id: AppointmentId) -> bool {
    rows.appointment(id).is_some_and(Appointment::is_parked)
}

/// Whether the role may go on in spite of this, with a reason.
fn may_override(role: Role, refusal: &Refusal, rows: &impl Rows) -> bool {
    match refusal {
        Refusal::PlaceTaken { .. } => may_take_taken_place(role),
        refusal => refusal.is_of_hours() && may_take_closed_place(role, rows),
    }
}

/// What the rules say now: asked again whenever something is typed, as the time goes, and when somebody else changes the visit
/// or one of that day.
pub(super) fn verdict(
    workspace: Workspace,
    wish: impl Fn() -> Wish + Send + Sync + 'static,
) -> Memo<Verdict> {
    let wish = Memo::new(move |_| wish());
    let day = move || wish.read().to.map_or(Date::ZERO, |place| place.start.date());
    let there = workspace.visits_on(Signal::derive(day));
    let itself = match wish.with_untracked(|wish| wish.of) {
        WishOf::Moving { id, .. } => Some(workspace.appointment(id)),
        WishOf::Booking { .. } => None,
    };
    Memo::new(move |_| {
        heed(there);
        itself.into_iter().for_each(heed);
        judge(workspace, &wish.read())
    })
}

/// What the rules say to a wish now. Tracks the time.
pub(super) fn judge(workspace: Workspace, wish: &Wish) -> Verdict {
    let now = workspace.now().get();
    let Some(actor) = workspace.actor() else {
        return Verdict::Incomplete;
    };
    workspace.read(|rows| Verdict::of(wish, actor, now.instant, rows))
}

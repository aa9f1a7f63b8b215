//! A place at an hour that was not proposed: the patient names it. Outside hours it takes a reason, or is asked for.

use app_domain::agenda::{Overbooking, Place};
use app_domain::apply::{Context, apply};
use app_domain::calls::{Outcome, OutcomeOf, Topic};
use app_domain::command::{Booking, Command};
use app_domain::id::{AppointmentId, AttemptId, ReviewId};
use app_domain::patient::Channel;
use app_domain::policy::may_take_closed_place;
use app_domain::refusal::Refusal;
use app_domain::role::Actor;
use app_domain::rows::Rows;
use app_domain::time::Instant;
use jiff::civil::DateTime;
use leptos::prelude::*;
use uuid::Uuid;

use super::draft::Draft;
use super::text::text;
use super::wish::{Beyond, Chosen, Wish};
use crate::hours::from_input;
use crate::outbox::refusal::told_now;
use crate::ui::{Button, ButtonKind, Field};
use crate::workspace::expect_workspace;

/// What the rules say to an hour.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Found {
    /// There is a place, and it is open.
    Open(Place),
    /// There is one outside hours, which the person may take, or has to ask for.
    Outside {
        /// The place.
        place: Place,
        /// Whether it is somebody else's to grant.
        asks: bool,
    },
    /// There is none.
    Blocked(Refusal),
}

/// An hour in a field, what stands there, and why there all the same.
#[component]
pub(super) fn OtherTime(
    /// The open card.
    draft: Draft,
    /// The visit.
    wish: Memo<Wish>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || &text(workspace.language().get()).panel;
    let (typed, reason) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let found = Memo::new(move |_| {
        let start = from_input(&typed.read())?;
        let (actor, at) = (workspace.actor()?, workspace.clock());
        workspace.read(|rows| find(&wish.read(), start, actor, at, rows))
    });
    let outside = Memo::new(move |_| match &*found.read() {
        Some(Found::Outside { asks, .. }) => Some(*asks),
        _ => None,
    });
    let problem = Signal::derive(move || match &*found.read() {
        Some(Found::Blocked(refusal)) => Some(told_now(workspace, refusal).what),
        _ => None,
    });
    let may_choose = move || {
        let has_reason = !reason.read().trim().is_empty();
        match &*found.read() {
            Some(Found::Open(_)) => true,
            Some(Found::Outside { .. }) => has_reason,
            _ => false,
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !untrack(may_choose) {
            return;
        }
        let (place, beyond) = match found.get_untracked() {
            Some(Found::Open(place)) => (place, None),
            Some(Found::Outside { place, asks }) => {
                let reason = reason.get_untracked().trim().to_owned();
                (place, Some(Beyond { reason, asks }))
            }
            _ => return,
        };
        let wish = wish.get_untracked();
        draft.chosen.set(Some(Chosen { wish, place, beyond }));
    };
    let why = move || {
        let hint = Signal::derive(move || {
            let words = words();
            let hint = if outside.get() == Some(true) {
                words.asks_hint
            } else {
                words.reason_hint
            };
            hint.to_owned()
        });
        view! {
            <Field id="call-book-why" label=Signal::derive(move || words().why_there.to_owned()) hint>
                <input
                    id="call-book-why"
                    class="input"
                    maxlength="200"
                    autocomplete="off"
                    bind:value=reason
                />
            </Field>
        }
    };
    view! {
        <form class="other-time" on:submit=submit>
            <Field id="call-book-at" label=Signal::derive(move || words().another_place.to_owned()) error=problem>
                <input
                    id="call-book-at"
                    class="input num"
                    type="datetime-local"
                    step="300"
                    aria-describedby="call-book-at-error"
                    bind:value=typed
                />
            </Field>
            <Show when=move || outside.get().is_some()>{why()}</Show>
            <Button kind=ButtonKind::Submit attr:disabled=move || !may_choose()>
                {move || words().choose_place}
            </Button>
        </form>
    }
}

/// The first chair and clinician of the wish that nobody else has at that hour, an open one before one that is not. What is in
/// the way of the first of them, where all are taken.
fn find(wish: &Wish, start: DateTime, actor: Actor, at: Instant, rows: &impl Rows) -> Option<Found> {
    let chairs = rows.chairs().filter(|chair| !chair.hidden).map(|chair| chair.id);
    let mut chairs: Vec<_> = chairs.collect();
    chairs.sort_unstable();
    let places = wish.clinicians.iter().flat_map(|clinician| {
        chairs.iter().map(|chair| Place {
            start,
            minutes: wish.minutes,
            chair: *chair,
            clinician: *clinician,
        })
    });
    let asks = !may_take_closed_place(actor.role, rows);
    let context = Context { actor, at };
    let says = |call: &Command| apply(call, &context, rows);
    let (mut outside, mut blocked) = (None, None);
    for place in places {
        match says(&call(wish, place, None)) {
            Ok(_) => return Some(Found::Open(place)),
            Err(refusal) if refusal.is_of_hours() && outside.is_none() => {
                // To ask is to see whether anybody else is there, whoever grants it.
                let reason = Overbooking {
                    by: None,
                    reason: "?".to_owned(),
                };
                match says(&call(wish, place, Some(reason))) {
                    Ok(_) => outside = Some(Found::Outside { place, asks }),
                    Err(taken) => blocked = blocked.or(Some(taken)),
                }
            }
            Err(refusal) => blocked = blocked.or(Some(refusal)),
        }
    }
    outside.or(blocked.map(Found::Blocked))
}

/// The call in which the visit would be booked; or asked for, with a reason.
fn call(wish: &Wish, place: Place, overbooking: Option<Overbooking>) -> Command {
    let appointment = AppointmentId(Uuid::nil());
    let asks = overbooking.as_ref().map(|_| ReviewId(Uuid::nil()));
    let outcome = match asks {
        None => Outcome::Booked {
            appointment: Some(appointment),
        },
        Some(_) => Outcome::AsksForPlace { appointment },
    };
    Command::RecordAttempt {
        attempt: AttemptId(Uuid::nil()),
        patient: wish.patient,
        channel: Channel::Phone,
        outcomes: vec![OutcomeOf {
            topic: Topic::Other,
            outcome,
        }],
        booking: Some(Booking {
            appointment,
            patient: wish.patient,
            place,
            kind: wish.kind,
            plan: wish.plan,
            overbooking,
            note: String::new(),
        }),
        asks,
        latest: None,
        question: String::new(),
    }
}

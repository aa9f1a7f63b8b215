//! A place that was lost: the next free ones, or the same one on purpose.

use app_domain::agenda::{FreePlaceQuery, Overbooking, Place, PlaceLimits, Spread};
use app_domain::command::Command;
use app_domain::id::PatientId;
use app_domain::policy::may_take_taken_place;
use app_domain::review::{Cause, Decision, Review};
use app_domain::rows::Rows;
use leptos::prelude::*;

use super::decision::decide;
use super::text::text;
use crate::ui::{Button, ButtonLook, Field};
use crate::workspace::{Workspace, expect_workspace};

/// How many free places are offered.
const OFFERED: usize = 3;
/// Days that are looked at.
const DAYS: u16 = 60;

/// The next free places, each a tap; for roles that may, the taken one with a reason; for what was only made in another role,
/// the place itself.
#[component]
pub(super) fn PlaceWays(
    /// What waits.
    review: Review,
    /// The words for who asked.
    say: RwSignal<String>,
    /// The way to give it up.
    give_up: AnyView,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let wanted = review.wanted_place()?;
    let patient = patient_of(&review, workspace)?;
    let places = Memo::new(move |_| {
        let now = workspace.now().get().civil;
        let query = FreePlaceQuery {
            patient,
            minutes: wanted.minutes,
            clinicians: vec![wanted.clinician],
            not_before: wanted.start.max(now),
            days: DAYS,
            spread: Spread::PerSpan,
            limits: PlaceLimits::default(),
        };
        workspace.free_places(&query, OFFERED)
    });
    let review = StoredValue::new(review);
    let take = move |place: Place| {
        review.with_value(|review| {
            decide(
                workspace,
                review,
                Decision::PlaceAt {
                    place,
                    overbooking: None,
                },
                say.get_untracked(),
            );
        });
    };
    let offer = move |place: Place| {
        let at = move || crate::text::text(workspace.language().get()).moment_with_month(place.start);
        let chair = workspace.read(|rows| rows.chair(place.chair).map(|chair| chair.name.clone()));
        view! {
            <button type="button" class="place" on:click=move |_| take(place)>
                <b class="num">{at}</b>
                <small>{chair}</small>
            </button>
        }
    };
    let cause = review.with_value(|review| review.cause);
    let as_asked = (cause != Cause::Conflict).then(|| {
        let name = move || match cause {
            Cause::BeyondBudget => words().grant,
            Cause::OtherRole | Cause::Conflict => words().do_it,
        };
        view! {
            <Button
                look=ButtonLook::Main
                on:click=move |_| review.with_value(|review| decide(workspace, review, Decision::Do, say.get_untracked()))
            >
                {name}
            </Button>
        }
    });
    let lost_its_place = review.with_value(Review::lost_its_place);
    let may_overbook = lost_its_place
        && workspace
            .actor()
            .is_some_and(|actor| may_take_taken_place(actor.role));
    // Yes and no stand together; where there is no yes, no comes last.
    let (decides, gives_up) = if cause == Cause::Conflict {
        (None, Some(give_up))
    } else {
        (Some((as_asked, give_up)), None)
    };
    let actions = |ways| view! { <div class="review__actions">{ways}</div> };
    Some(view! {
        {decides.map(actions)}
        <fieldset class="places review__places">
            <legend class="places__title">{move || words().free_places}</legend>
            <For each=move || places.get() key=|place| *place children=offer />
            <Show when=move || places.read().is_empty()>
                <p class="field__hint">{move || words().no_free_place}</p>
            </Show>
        </fieldset>
        {may_overbook.then(|| view! { <OverbookWay review say wanted /> })}
        {gives_up.map(|way| view! { <div class="review__actions">{way}</div> })}
    })
}

/// The taken place on purpose, with the reason.
#[component]
fn OverbookWay(
    /// What waits.
    review: StoredValue<Review>,
    /// The words for who asked.
    say: RwSignal<String>,
    /// The place that was asked for.
    wanted: Place,
) -> impl IntoView {
    let workspace = expect_workspace();
    let words = move || text(workspace.language().get());
    let reason = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let overbook = move || {
        let overbooking = Overbooking {
            by: None,
            reason: reason.get_untracked().trim().to_owned(),
        };
        let decision = Decision::PlaceAt {
            place: wanted,
            overbooking: Some(overbooking),
        };
        review.with_value(|review| decide(workspace, review, decision, say.get_untracked()));
    };
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || {
                view! {
                    <Button look=ButtonLook::Plain on:click=move |_| is_open.set(true)>
                        {move || words().overbook}
                    </Button>
                }
            }
        >
            <form
                class="review__overbook"
                on:submit=move |event| {
                    event.prevent_default();
                    overbook();
                }
            >
                <Field id="review-reason" label=Signal::derive(move || words().overbook_reason.to_owned())>
                    <input
                        id="review-reason"
                        class="input"
                        type="text"
                        autocomplete="off"
                        maxlength="200"
                        required
                        on:input:target=move |event| reason.set(event.target().value())
                    />
                </Field>
                <Button kind=crate::ui::ButtonKind::Submit look=ButtonLook::Main>
                    {move || words().overbook_now}
                </Button>
            </form>
        </Show>
    }
}

/// Who would come.
fn patient_of(review: &Review, workspace: Workspace) -> Option<PatientId> {
    match &review.about.as_ref()?.command {
        Command::MoveAppointment { appointment, .. } => {
            workspace.read(|rows| rows.appointment(*appointment).map(|visit| visit.patient))
        }
        Command::BookAppointment(booking) => Some(booking.patient),
        Command::RecordAttempt { patient, .. } => Some(*patient),
        _ => None,
    }
}

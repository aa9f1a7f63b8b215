//! What is booked, when, where and with whom.

use app_domain::agenda::Overbooking;
use app_domain::command::{Booking, Command};
use app_domain::id::AppointmentId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use uuid::Uuid;

use super::book::book;
use super::booking_draft::BookingDraft;
use super::booking_fields::BookingFields;
use super::family_fields::FamilyFields;
use super::open_booking::OpenBooking;
use super::planned::beside;
use super::planned_list::PlannedList;
use super::series_fields::SeriesFields;
use crate::agenda::act::Acted;
use crate::agenda::ask::ask_for;
use crate::agenda::move_check::{Verdict, Wish, WishOf, verdict};
use crate::agenda::move_draft::MoveDraft;
use crate::agenda::reason_field::ReasonField;
use crate::agenda::text::text;
use crate::agenda::verdict_line::VerdictLine;
use crate::ui::{Button, ButtonKind, ButtonLook, expect_toasts};
use crate::workspace::expect_workspace;

/// The form; says at once why a place cannot be taken.
#[component]
pub(super) fn BookingForm(
    /// What was typed.
    draft: BookingDraft,
) -> impl IntoView {
    let (workspace, toasts) = (expect_workspace(), expect_toasts());
    let booking = OpenBooking::expect();
    let words = move || text(workspace.language().get());
    let first = draft.place.get_untracked()?;
    let place = Memo::new(move |_| draft.place.get().unwrap_or_else(|| first.clone()));
    let wish = Memo::new(move |_| Wish {
        of: WishOf::Booking {
            id: draft.id.get().unwrap_or(AppointmentId(Uuid::nil())),
            patient: draft.patient.get(),
            kind: draft.kind.get(),
        },
        to: place.read().place(),
        reason: place.read().reason.clone(),
    });
    let verdict = verdict(workspace, move || wish.get());
    let planned = Memo::new(move |_| beside(workspace, draft, place.read().place()));
    let wanted = Memo::new(move |_| {
        let left_out = draft.left_out.read();
        let planned = planned.get().into_iter().enumerate();
        let kept = planned.filter(|(index, one)| one.place.is_some() && !left_out.contains(index));
        kept.map(|(_, one)| one).collect::<Vec<_>>()
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(patient), Some(to), true) = (
            draft.patient.get_untracked(),
            place.get_untracked().place(),
            verdict.with_untracked(|verdict| verdict.may_go() || verdict.may_ask()),
        ) else {
            return;
        };
        let overbooking = verdict
            .with_untracked(Verdict::wants_reason)
            .then(|| Overbooking {
                by: workspace.actor().map(|actor| actor.member),
                reason: place.get_untracked().reason.trim().to_owned(),
            });
        let plan = draft.step.plan.get_untracked();
        let make = |of, place, overbooking| Booking {
            appointment: AppointmentId(workspace.new_id()),
            patient: of,
            place,
            kind: draft.kind.get_untracked(),
            // Who comes along is in no plan of the patient's.
            plan: plan.filter(|_| of == patient),
            overbooking,
            note: draft.note.get_untracked().trim().to_owned(),
        };
        if verdict.with_untracked(Verdict::may_ask) {
            let wish = Command::BookAppointment(make(patient, to, overbooking));
            if ask_for(workspace, toasts, wish) == Acted::Done {
                draft.forget();
                booking.close();
            }
            return;
        }
        let others = wanted.get_untracked();
        let others = others
            .into_iter()
            .filter_map(|one| Some(make(one.patient, one.place?, None)));
        let bookings = std::iter::once(make(patient, to, overbooking))
            .chain(others)
            .collect();
        if book(workspace, toasts, bookings) == Acted::Done {
            draft.forget();
            booking.close();
        }
    };
    let give_up = move |_| {
        draft.forget();
        booking.close();
    };
    let may_go = move || verdict.read().may_go() || verdict.read().may_ask();
    let go_words = move || {
        if verdict.read().is_beyond() {
            return words().moving.ask.to_owned();
        }
        let words = &words().booking;
        match wanted.read().len() {
            0 if verdict.read().wants_reason() => words.submit_anyway.to_owned(),
            0 => words.submit.to_owned(),
            others => (words.submit_all)(others + 1),
        }
    };
    let keep = move |typed: MoveDraft| draft.type_place(typed);
    Some(view! {
        <form class="move-form" on:submit=submit>
            <BookingFields draft place />
            <VerdictLine verdict wish />
            <Show when=move || verdict.read().wants_reason()>
                <ReasonField draft=place asks=move || verdict.read().is_beyond() on_change=keep />
            </Show>
            // What is asked for is one place: the others are booked when it is granted.
            <Show when=move || draft.patient.get().is_some() && !verdict.read().is_beyond()>
                <SeriesFields draft />
                <FamilyFields draft />
                <PlannedList draft planned />
            </Show>
            <div class="dialog__actions">
                <Button on:click=give_up>{move || words().common.cancel}</Button>
                <Button look=ButtonLook::Main kind=ButtonKind::Submit attr:disabled=move || !may_go()>
                    {go_words}
                </Button>
            </div>
        </form>
    })
}

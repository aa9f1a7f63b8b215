//! Moving an appointment without a drag.

use app_domain::agenda::{Appointment, Overbooking};
use app_domain::command::Command;
use app_domain::id::AppointmentId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::act::{Act, Acted};
use super::ask::ask_for;
use super::changed_notice::Seen;
use super::move_check::{Verdict, Wish, WishOf, verdict};
use super::move_draft::{MoveDraft, MoveDrafts};
use super::move_fields::MoveFields;
use super::open_appointment::OpenAppointment;
use super::place_finder::PlaceFinder;
use super::plan_step::StepDraft;
use super::reason_field::ReasonField;
use super::text::text;
use super::verdict_line::VerdictLine;
use crate::ui::{Button, ButtonKind, ButtonLook, expect_toasts};
use crate::workspace::expect_workspace;

/// The form that moves an appointment; says at once why a place cannot be taken.
#[component]
pub fn MoveForm(
    /// Which appointment.
    id: AppointmentId,
    /// The appointment.
    row: Memo<Option<Appointment>>,
    /// What the person has seen.
    seen: Seen,
    /// Called when the person gives it up.
    #[prop(into)]
    on_give_up: Callback<()>,
) -> impl IntoView {
    let (workspace, toasts) = (expect_workspace(), expect_toasts());
    let act = Act::of(id);
    let drafts = MoveDrafts::expect();
    let at_first = row.get_untracked()?;
    let (patient, draft) = (at_first.patient, drafts.of(&at_first));
    let step = StepDraft::of(&at_first);
    let keep = move |draft: MoveDraft| drafts.keep(id, draft);
    let wish = Memo::new(move |_| Wish {
        of: WishOf::Moving {
            id,
            from: seen.place().unwrap_or(at_first.place),
        },
        to: draft.read().place(),
        reason: draft.read().reason.clone(),
    });
    let verdict = verdict(workspace, move || wish.get());
    let words = move || text(workspace.language().get());
    let open = OpenAppointment::expect();
    let give_up = move |_| {
        drafts.forget(id);
        on_give_up.run(());
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wish = wish.get_untracked();
        let asks = verdict.with_untracked(Verdict::may_ask);
        let (Some(to), true) = (wish.to, asks || verdict.with_untracked(Verdict::may_go)) else {
            return;
        };
        let author = workspace.actor().map(|actor| actor.member);
        let overbooking = verdict.with_untracked(Verdict::wants_reason);
        let overbooking = overbooking.then(|| Overbooking {
            by: author,
            reason: wish.reason.trim().to_owned(),
        });
        let WishOf::Moving { from, .. } = wish.of else {
            return;
        };
        let done = if asks {
            let wish = Command::MoveAppointment {
                appointment: id,
                from,
                to,
                overbooking,
            };
            ask_for(workspace, toasts, wish)
        } else {
            act.move_to(from, to, overbooking)
        };
        if done == Acted::Done {
            drafts.forget(id);
            open.close();
        }
    };
    let take = move |place| {
        let mut taken = draft.get_untracked();
        taken.take(place);
        keep(taken);
    };
    let may_go = move || verdict.read().may_go() || verdict.read().may_ask();
    let go_words = move || {
        let moving = &words().moving;
        if verdict.read().is_beyond() {
            moving.ask
        } else if verdict.read().wants_reason() {
            moving.submit_anyway
        } else {
            moving.submit
        }
    };
    Some(view! {
        <form class="move-form" on:submit=submit>
            <h3 class="move-form__title">{move || words().moving.title}</h3>
            <PlaceFinder patient=Signal::stored(Some(patient)) draft step on_take=take />
            <MoveFields draft on_change=keep />
            <VerdictLine verdict wish />
            <Show when=move || verdict.read().wants_reason()>
                <ReasonField draft asks=move || verdict.read().is_beyond() on_change=keep />
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

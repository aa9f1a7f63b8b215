//! The window of a new visit.

use app_domain::id::PatientId;
use jiff::civil::Date;
use leptos::prelude::*;

use super::booking_form::BookingForm;
use super::open_booking::{NewVisit, OpenBooking};
use crate::agenda::text::text;
use crate::heed::heed;
use crate::patient::{HeaderShape, PatientHeader, PatientPicker};
use crate::ui::{Button, ButtonLook, Dialog, Field};
use crate::workspace::expect_workspace;

/// The window of a new visit: first who, then what, when and with whom.
#[component]
pub fn BookingDialog(
    /// For whom, if anybody is chosen.
    visit: NewVisit,
    /// The day that is shown behind it.
    day: Memo<Date>,
) -> impl IntoView {
    let workspace = expect_workspace();
    let booking = OpenBooking::expect();
    let draft = booking.draft;
    if let NewVisit::Of(patient) = visit {
        draft.set_patient(workspace, Some(patient));
    }
    draft.start(workspace, day.get_untracked());
    // An address can be opened before the rows are there: the first place is looked for as soon as they are.
    let (chairs, clinicians) = (workspace.every_chair(), workspace.clinicians());
    Effect::new(move || {
        heed(chairs);
        heed(clinicians);
        if draft.place.read_untracked().is_none() {
            draft.propose(workspace);
        }
    });
    let is_placed = Memo::new(move |_| draft.place.read().is_some());
    let words = move || text(workspace.language().get());
    let choose = move |patient: PatientId| draft.set_patient(workspace, Some(patient));
    let chosen = move || draft.patient.get().is_some();
    let picker = move || {
        view! {
            <Field id="booking-patient" label=Signal::derive(move || words().booking.who.to_owned())>
                <PatientPicker id="booking-patient" on_choose=choose />
            </Field>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || words().booking.title.to_owned())
            close_label=Signal::derive(move || words().common.close.to_owned())
            on_close=move |()| booking.close()
        >
            <div class="booking">
                <Show when=chosen fallback=picker>
                    <div class="booking__patient">
                        <For
                            each=move || draft.patient.get()
                            key=|patient| *patient
                            children=|patient| view! { <PatientHeader patient shape=HeaderShape::Compact /> }
                        />
                        <Button look=ButtonLook::Quiet on:click=move |_| draft.set_patient(workspace, None)>
                            {move || words().booking.other}
                        </Button>
                    </div>
                </Show>
                <Show when=move || is_placed.get()>
                    <BookingForm draft />
                </Show>
            </div>
        </Dialog>
    }
}

//! A tap on an empty place of the grid: the window of a new visit, with that place filled in.

use app_domain::agenda::{AppointmentKind, Place};
use app_domain::policy::works_with_agenda;
use app_domain::rows::Rows;
use jiff::civil::Date;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::Element;

use super::booking_draft::clinicians;
use super::open_booking::OpenBooking;
use crate::agenda::drag::Dragging;
use crate::workspace::{Workspace, expect_workspace};

/// Hears a tap on what is empty. The no-tap way is the button "Prenota".
pub(in crate::agenda) fn books_where_it_is_empty(day: Memo<Date>) -> impl Fn(MouseEvent) + Clone {
    let workspace = expect_workspace();
    let (dragging, booking) = (Dragging::expect(), OpenBooking::expect());
    move |event: MouseEvent| {
        let may = workspace
            .actor()
            .is_some_and(|actor| works_with_agenda(actor.role));
        if !may || !is_empty(&event) || dragging.swallows_tap() {
            return;
        }
        let at = (event.client_x(), event.client_y());
        let template = template(workspace, day.get_untracked());
        if let Some(place) = template.and_then(|template| dragging.slot_at(at, template)) {
            booking.open(workspace, Some(with_who_works_there(workspace, place)));
        }
    }
}

/// Whether the tap met the grid itself, and nothing that stands on it.
fn is_empty(event: &MouseEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        let of_the_grid = ".day__column, .day__field, .day__shut";
        target.matches(of_the_grid).unwrap_or_default()
    })
}

/// Any place of the day, of which the point will say the rest.
fn template(workspace: Workspace, day: Date) -> Option<Place> {
    let clinician = clinicians(workspace, AppointmentKind::Examination, None)
        .first()
        .copied()?;
    let chair = workspace.read(|rows| {
        let shown = rows.chairs().filter(|chair| !chair.hidden);
        shown
            .min_by_key(|chair| (chair.position, chair.id))
            .map(|chair| chair.id)
    })?;
    Some(Place {
        start: day.at(0, 0, 0, 0),
        minutes: 5,
        chair,
        clinician,
    })
}

/// At a chair works who has the nearest visit there that day.
fn with_who_works_there(workspace: Workspace, place: Place) -> Place {
    let clinician = workspace.read(|rows| {
        let there = rows
            .appointments_on(place.start.date())
            .filter(|visit| visit.takes_place() && visit.place.chair == place.chair);
        let minute = |start: jiff::civil::DateTime| i32::from(start.hour()) * 60 + i32::from(start.minute());
        there
            .min_by_key(|visit| (minute(visit.start()) - minute(place.start)).abs())
            .map(|visit| visit.place.clinician)
    });
    Place {
        clinician: clinician.unwrap_or(place.clinician),
        ..place
    }
}

//! Booking, and the news of it with a way back.

use app_domain::command::{Booking, Command};
use app_domain::rows::Rows;
use leptos::prelude::*;

use crate::agenda::act::{Acted, carry_out, tell};
use crate::agenda::text::text;
use crate::patient::{name_for, shown_name};
use crate::ui::Toasts;
use crate::workspace::Workspace;

/// Books visits, each for itself: one that finds its place taken does not take the others with it. The way back takes back
/// them all.
pub(super) fn book(workspace: Workspace, toasts: Toasts, bookings: Vec<Booking>) -> Acted {
    let mut booked = Vec::new();
    for booking in bookings {
        if carry_out(workspace, Command::BookAppointment(booking.clone())) == Acted::Done {
            booked.push(booking);
        } else if booked.is_empty() {
            // Without the first there is nothing to go with it.
            return Acted::Refused;
        }
    }
    let undo = booked.iter().rev().map(|booking| Command::UnbookAppointment {
        appointment: booking.appointment,
    });
    tell(workspace, toasts, news(workspace, &booked), undo.collect());
    Acted::Done
}

fn news(workspace: Workspace, booked: &[Booking]) -> String {
    let text = text(workspace.language().get_untracked());
    let names = name_for(workspace.names_hidden().get_untracked());
    let mut who: Vec<String> = workspace.read(|rows| {
        let patients = booked.iter().filter_map(|booking| rows.patient(booking.patient));
        patients.map(|patient| shown_name(patient, names)).collect()
    });
    who.dedup();
    let who = who.join(", ");
    match booked {
        [one] => (text.booking.booked)(&who, &text.common.moment(one.place.start)),
        _ => (text.booking.booked_all)(booked.len(), &who),
    }
}

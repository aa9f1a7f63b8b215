//! Booking a visit outside a call: for one patient, repeated every so many weeks, or for a family side by side.

mod book;
mod book_button;
mod booking_dialog;
mod booking_draft;
mod booking_fields;
mod booking_form;
mod empty_place;
mod family_fields;
mod open_booking;
mod plan_fields;
mod planned;
mod planned_list;
mod series_fields;

pub use book_button::BookButton;
pub use booking_dialog::BookingDialog;
pub(super) use empty_place::books_where_it_is_empty;
pub(super) use open_booking::OpenBooking;
pub use open_booking::{booking_path, new_visit_path};

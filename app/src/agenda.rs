//! The agenda of a day, by chair on wide screens and by time on narrow ones, and what is done to an appointment.

mod act;
mod agenda_page;
mod appointment_card;
mod appointment_dialog;
mod appointment_facts;
mod appointment_marks;
mod appointment_name;
mod arrival_button;
mod chair_heads;
mod changed_notice;
mod day_board;
mod day_grid;
mod day_navigation;
mod day_notice;
mod day_plan;
mod displaced_list;
mod earlier_list;
mod legend;
mod move_check;
mod move_draft;
mod move_fields;
mod move_form;
mod now_line;
mod open_appointment;
mod place_proposals;
mod row_mark;
mod side_panel;
mod stage;
mod step_buttons;
mod text;
mod waiting_list;

pub use agenda_page::AgendaPage;
pub use open_appointment::appointment_path;

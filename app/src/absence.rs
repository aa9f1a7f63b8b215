//! Who is away and when the practice is closed: what that displaces, told before it is done and taken back as one.

mod absence_form;
mod absence_page;
mod act;
mod affected_list;
mod displaced_visits;
mod draft;
mod known_list;
mod known_row;
mod proposals;
mod stopped_cycles;
mod text;
mod visit_words;
mod when_fields;
mod who;

pub use absence_page::AbsencePage;

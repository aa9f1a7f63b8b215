//! Who is away and when the practice is closed: what that displaces, told before it is done and taken back as one.

mod absence_form;
mod absence_page;
mod act;
mod affected_list;
mod draft;
mod known_list;
mod proposals;
mod text;
mod when_fields;
mod who;

pub use absence_page::AbsencePage;

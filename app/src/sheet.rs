//! The patient's sheet: who it is, how to reach them, what is booked, why they are on the call list; above any page.

pub mod text;

mod book_link;
mod correct_payment;
mod found_patient;
mod open_sheet;
mod patient_sheet;
mod payment_form;
mod payment_line;
mod recall_form;
mod risk_form;
mod sheet_actions;
mod sheet_calls;
mod sheet_payments;
mod sheet_recall;
mod sheet_recalls;
mod sheet_risk;
mod sheet_route;
mod sheet_statement;
mod sheet_visits;
mod statement_cycle;
mod statement_rows;
mod statement_table;
mod visit_link;

pub use open_sheet::{Sheet, sheet_path};
pub use sheet_route::SheetRoute;

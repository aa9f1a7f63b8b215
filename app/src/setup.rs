//! How the practice is set up: chairs and their hours, types of visit, when to call, what is a risk; every change a command with what the person saw.

mod act;
mod budgets_part;
mod calls_draft;
mod calls_form;
mod calls_part;
mod chair_draft;
mod chair_form;
mod chair_name;
mod chair_row;
mod chair_tools;
mod chairs_part;
mod check_fields;
mod closures_part;
mod codes;
mod hide_question;
mod hours_day;
mod hours_week;
mod new_chair;
mod refused_change;
mod risk_draft;
mod risk_form;
mod risk_part;
mod risk_row;
mod setup_page;
mod swatches;
mod text;
mod type_row;
mod types_part;
mod week_draft;

pub use setup_page::SetupPage;

//! Whom to call, why, what to ask, and three taps to write down what came of it.

pub mod text;

mod bar_tools;
mod board_view;
mod book_panel;
mod call_back_panel;
mod call_card;
mod call_list;
mod call_row;
mod call_timer;
mod calls_page;
mod claim_notice;
mod double_notice;
mod draft;
mod earlier_attempts;
mod filter;
mod filter_chips;
mod follows;
mod held_reasons;
mod hold_claim;
mod list_state;
mod next_call;
mod opposed;
mod other_panel;
mod outcome_buttons;
mod panel;
mod place_button;
mod place_strip;
mod problem_panel;
mod quick_choice;
mod reason_block;
mod reasons;
mod record;
mod row_status;
mod script_question;
mod script_questions;
mod segment;
mod tap;
mod times;
mod way;
mod ways;
mod wish;

pub use calls_page::CallsPage;

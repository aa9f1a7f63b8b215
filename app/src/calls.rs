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
mod correcting_notice;
mod day_panel;

mod day_sums;
mod delay_panel;
mod double_notice;
mod draft;
mod earlier_attempts;
mod filter;
mod filter_chips;
mod filter_panel;
mod follows;
mod hand_over_panel;
mod held_reasons;
mod hold_claim;
mod list_scroll;
mod list_state;
mod list_tools;
mod narrow;
mod next_call;
mod oppose_panel;
mod opposed;
mod other_panel;
mod outcome_buttons;
mod panel;
mod place_button;
mod place_strip;
mod problem_panel;
mod reason_block;
mod reasons;
mod record;
mod row_status;
mod row_window;
mod saved_views;
mod script_question;
mod script_questions;
mod segment;
mod tap;
mod until_panels;
mod views;
mod way;
mod ways;
mod wish;

pub use calls_page::CallsPage;
